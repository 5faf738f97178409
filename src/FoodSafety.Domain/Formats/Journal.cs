using System.Buffers;
using System.Text.Json;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Formats;

/// <summary>The entries of a district in a file, one a line (台账日志): read line by line, and appended to at its end.</summary>
/// <remarks>
/// <para>What was appended is on the disk when <see cref="Append"/> returns, and nothing before it is ever written again. Line n holds
/// entry n. A line that was being written when the process or the machine stopped is recognised by its missing end, was told to nobody
/// as kept, and is cut off when the journal is opened (<see cref="Torn"/>); a line that is whole and lacks nothing but its end is
/// kept. Any other line that cannot be read is refused with its number.</para>
/// <para>One process has the file at a time. Not thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Journal : IDisposable
{
    private const byte EndOfLine = (byte)'\n';

    // Many entries that are taken over together are written in pieces of this size.
    private const int Piece = 1 << 20;

    private readonly Stream _stream;
    private long _length;

    private Journal(Stream stream, EntryFormat format)
    {
        (_stream, Format) = (stream, format);
        var found = LineScan.Of(stream);
        (Count, _length) = (found.Lines, found.WholeLength);
        if (found.WholeLength < found.Length)
        {
            TakeTail(found.Length);
        }

        // A file that is something else is to be refused before anything is written to it.
        if (Count == found.Lines && Count > 0)
        {
            Read(Line(found.LastStart, _length), Count);
        }
    }

    /// <summary>How its entries are read and written.</summary>
    public EntryFormat Format { get; }

    /// <summary>How many entries there are, which is the number of the last one.</summary>
    public long Count { get; private set; }

    /// <summary>What was found at the end of the file of a line that was never written whole; null when there was nothing.</summary>
    public TornLine? Torn { get; private set; }

    /// <summary>Whether something that was not kept could not be taken off the file again; such a journal takes nothing and is opened anew.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The entries in order, read from the file while they are gone through, up to the last when that began.</summary>
    /// <exception cref="DataFileException">A line cannot be read; the place of a fault begins with the number of the line.</exception>
    public IEnumerable<Entry> Entries
    {
        get
        {
            var number = 0L;
            foreach (var line in new JournalLines(_stream, _length))
            {
                yield return Read(line.Span, ++number);
            }
        }
    }

    /// <summary>Opens a journal on the disk, or begins one where there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How its entries are read and written.</param>
    /// <exception cref="DataFileException">The last line is whole and cannot be read, or what stands after it is no beginning of an entry.</exception>
    /// <exception cref="IOException">The file cannot be opened, or somebody else has it.</exception>
    public static Journal Open(string path, EntryFormat format)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(format);
        // Without a buffer of its own, so that what was written is with the system.
        return Open(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0), format);
    }

    /// <summary>Opens a journal in a stream: in memory, or one that can only be read.</summary>
    /// <param name="stream">The stream, which can seek; it is disposed with the journal. Of one that cannot be written a torn line stays.</param>
    /// <param name="format">How its entries are read and written.</param>
    /// <exception cref="ArgumentException">The stream cannot be read or cannot seek.</exception>
    /// <exception cref="DataFileException">The last line is whole and cannot be read, or what stands after it is no beginning of an entry.</exception>
    public static Journal Open(Stream stream, EntryFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        try
        {
            return stream.CanRead && stream.CanSeek
                ? new Journal(stream, format)
                : throw new ArgumentException("Allowed: a stream that can be read and can seek.", nameof(stream));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Appends entries and returns when they are on the disk: all of them, or none.</summary>
    /// <param name="entries">The entries after the last.</param>
    /// <exception cref="ArgumentException">One is not the next, or could not be read back as it is.</exception>
    /// <exception cref="InvalidOperationException">The journal is broken, or its stream cannot be written.</exception>
    /// <exception cref="IOException">The disk refused; the file is as it was, or the journal is broken.</exception>
    public void Append(params IEnumerable<Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        RequireWritable();
        var (count, end, buffer) = (Count, _length, new ArrayBufferWriter<byte>());
        try
        {
            foreach (var entry in entries)
            {
                Add(buffer, entry, ++count);
                if (buffer.WrittenCount >= Piece)
                {
                    end = Write(buffer, end);
                }
            }

            end = Write(buffer, end);
            Flush();
        }
        catch
        {
            TakeOff();
            throw;
        }

        (_length, Count) = (end, count);
    }

    /// <summary>Opens the district from all entries.</summary>
    /// <exception cref="DataFileException">A line cannot be read; the place of a fault begins with the number of the line.</exception>
    public District OpenDistrict() => District.Open(Format.Settings, ReadAhead(Count));

    /// <summary>The district on a day as it was known when a version was the last: what was said then is said again.</summary>
    /// <param name="day">The day.</param>
    /// <param name="version">The number of the last entry that was known.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    /// <exception cref="DataFileException">A line up to it cannot be read.</exception>
    public DistrictDay AsOf(LocalDate day, long version) => version >= 0 && version <= Count
        ? District.Open(Format.Settings, ReadAhead(version)).AsOf(day)
        : throw new ArgumentOutOfRangeException(nameof(version), version, $"Allowed: 0..{Count}.");

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    /// <summary>The first entries, which other threads read while those before them are gone through.</summary>
    private IEnumerable<Entry> ReadAhead(long count)
    {
        var left = count;
        return Format.ReadAsync(new JournalLines(_stream, _length).TakeWhile(_ => left-- > 0).Select(line => (ReadOnlyMemory<byte>)line.ToArray()).ToAsyncEnumerable()).ToBlockingEnumerable();
    }

    /// <summary>Looks at what stands after the last end of a line. Where a machine stops, a file may end in zeros.</summary>
    private void TakeTail(long end)
    {
        var tail = Line(_length, end);
        var written = tail.AsSpan().TrimEnd((byte)0);
        if (Find(written, Count + 1) is not null)
        {
            (Count, _length) = (Count + 1, _length + written.Length);
        }
        else if (IsBeginning(written))
        {
            Torn = new TornLine(Count + 1, tail.Length);
        }
        else
        {
            // Nobody stops in the middle like this. It is told what is wrong, and nothing is thrown away.
            Read(written, Count + 1);
        }

        if (_stream.CanWrite)
        {
            _stream.SetLength(_length);
            if (Torn is null)
            {
                _stream.Position = _length++;
                _stream.WriteByte(EndOfLine);
            }

            Flush();
        }
    }

    /// <summary>Whether bytes could go on to be an object of JSON.</summary>
    private static bool IsBeginning(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new(new() { MaxDepth = JsonSource.MostDepth }));
        try
        {
            var isObject = !reader.Read() || reader.TokenType == JsonTokenType.StartObject;
            while (reader.Read())
            {
            }

            return isObject && !(reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private Entry? Find(ReadOnlySpan<byte> line, long number)
    {
        try
        {
            return Read(line, number);
        }
        catch (DataFileException)
        {
            return null;
        }
    }

    private Entry Read(ReadOnlySpan<byte> line, long number) => Format.Read(line, number);

    /// <summary>Adds the line of an entry to a buffer; what could not be read back as it is, is not kept.</summary>
    private void Add(ArrayBufferWriter<byte> buffer, Entry entry, long number)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Number != number)
        {
            throw new ArgumentException($"Entry {entry.Number} is not the next. Allowed: {number}.", nameof(entry));
        }

        Format.WriteKept(buffer, entry);
        buffer.Write([EndOfLine]);
    }

    private long Write(ArrayBufferWriter<byte> buffer, long end)
    {
        _stream.Position = end;
        _stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
        return _stream.Position;
    }

    /// <summary>Takes off what was written of entries that are not kept.</summary>
    private void TakeOff()
    {
        try
        {
            if (_stream.Length > _length)
            {
                _stream.SetLength(_length);
                Flush();
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // It may be on the disk or not; only who opens the file again can tell.
            IsBroken = true;
        }
    }

    private void Flush()
    {
        if (_stream is FileStream file)
        {
            file.Flush(flushToDisk: true);
        }
        else
        {
            _stream.Flush();
        }
    }

    private byte[] Line(long start, long end)
    {
        var line = new byte[end - start];
        _stream.Position = start;
        _stream.ReadExactly(line);
        return line;
    }

    private void RequireWritable()
    {
        if (IsBroken)
        {
            throw new InvalidOperationException("Something that was not kept could not be taken off the file; open the journal again.");
        }

        if (!_stream.CanWrite)
        {
            throw new InvalidOperationException("The stream of the journal cannot be written.");
        }
    }
}

/// <summary>What was found of an entry that was never written whole, and so told to nobody as kept (残行).</summary>
/// <param name="Number">The number of the line, which that of the entry would have been.</param>
/// <param name="Bytes">How many bytes of it stood there.</param>
public sealed record TornLine(long Number, long Bytes)
{
    /// <summary>As it is told to whoever opened the journal.</summary>
    public BilingualText Text => (
        $"第 {Number} 行未写完（{Bytes} 字节），未予保存，已舍去。", $"Line {Number} was never written whole ({Bytes} bytes); it was not kept by anybody and is left out.");
}
