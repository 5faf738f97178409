using System.Collections;

namespace FoodSafety.Domain.Formats;

/// <summary>The lines of a stream up to a place, as bytes without their ends, each valid until the next is asked for.</summary>
/// <remarks>The place in the stream is set before every reading, so that others may read and write it in between.</remarks>
internal sealed class JournalLines(Stream stream, long length) : IEnumerable<ReadOnlyMemory<byte>>
{
    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator()
    {
        var (buffer, start, end, read) = (new byte[1 << 16], 0, 0, 0L);
        while (true)
        {
            if (buffer.AsSpan(start, end - start).IndexOf((byte)'\n') is >= 0 and var at)
            {
                yield return buffer.AsMemory(start, at);
                start += at + 1;
            }
            else if (read < length)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
                if (end == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }

                stream.Position = read;
                var more = stream.Read(buffer.AsSpan(end, (int)Math.Min(buffer.Length - end, length - read)));
                (end, read) = more > 0 ? (end + more, read + more) : throw new EndOfStreamException();
            }
            else
            {
                if (end > start)
                {
                    yield return buffer.AsMemory(start, end - start);
                }

                yield break;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Where the lines of a stream end.</summary>
/// <param name="Lines">How many lines have an end.</param>
/// <param name="LastStart">Where the last of them starts.</param>
/// <param name="WholeLength">Where it ends, its end included.</param>
/// <param name="Length">Where the stream ends.</param>
internal readonly record struct LineScan(long Lines, long LastStart, long WholeLength, long Length)
{
    public static LineScan Of(Stream stream)
    {
        var (lines, lastStart, whole, place, buffer) = (0L, 0L, 0L, 0L, new byte[1 << 16]);
        stream.Position = 0;
        while (stream.Read(buffer) is > 0 and var read)
        {
            var block = buffer.AsSpan(0, read);
            if (block.Count((byte)'\n') is > 0 and var ends)
            {
                var last = block.LastIndexOf((byte)'\n');
                lastStart = block[..last].LastIndexOf((byte)'\n') is >= 0 and var before ? place + before + 1 : whole;
                (lines, whole) = (lines + ends, place + last + 1);
            }

            place += read;
        }

        return new(lines, lastStart, whole, place);
    }
}
