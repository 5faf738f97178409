using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Formats;
using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.EntityFrameworkCore;

// The journal of a district as a file, out and in.
public sealed partial class DistrictStore
{
    /// <summary>Writes the journal of a district as the file that <see cref="Journal"/> reads, one entry a line (导出台账): the whole record, whatever the data base.</summary>
    /// <remarks>
    /// The ids of requests and the directory of persons are no part of the record and stay behind: a request that was answered before a restore is not known after it. A backup of
    /// the data base by its own means has them too.
    /// </remarks>
    /// <param name="district">The district.</param>
    /// <param name="file">Where to; it stays open.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The number of the last entry that was written.</returns>
    /// <exception cref="InvalidDataException">An entry is missing.</exception>
    public async Task<long> ExportAsync(string district, Stream file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var code = Checked(district);
        var last = (await WithContextAsync((context, token) => FindHeadAsync(context, code, token), cancellationToken).ConfigureAwait(false))?.Version ?? 0;
        var number = 0L;
        await foreach (var line in LinesAsync(code, 0, last, cancellationToken).ConfigureAwait(false))
        {
            number++;
            await file.WriteAsync(line, cancellationToken).ConfigureAwait(false);
            await file.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }

        await file.FlushAsync(cancellationToken).ConfigureAwait(false);
        return number == last ? last : throw new InvalidDataException($"The journal of district {district} has {number} entries, and its row says {last}. What is wrong says DistrictStore.CheckAsync.");
    }

    /// <summary>Puts a journal that was exported, or written by a <see cref="Journal"/>, into a district that has none (恢复台账), all of it or nothing.</summary>
    /// <param name="district">The district, in which nothing was ever done.</param>
    /// <param name="file">One entry a line; it stays open.</param>
    /// <param name="cancellationToken">Ends the work; then nothing is kept.</param>
    /// <returns>The number of the last entry.</returns>
    /// <exception cref="InvalidOperationException">The district has entries.</exception>
    /// <exception cref="DataFileException">A line cannot be read, or is not the next entry; the place of a fault begins with the number of the line.</exception>
    /// <exception cref="ArgumentException">An entry was recorded before the one before it.</exception>
    public async Task<long> RestoreAsync(string district, Stream file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var activity = StoreTelemetry.Begin("restore", district);
        using var turn = await EnterAsync(district, cancellationToken).ConfigureAwait(false);
        await EnsureRowAsync(district, cancellationToken).ConfigureAwait(false);
        var (start, isAgain) = (file.CanSeek ? file.Position : 0, false);
        var (restored, revision) = await LockedAsync(
            district,
            async (context, head, token) =>
            {
                if (isAgain)
                {
                    // A stream that cannot seek says so: what was read of it is gone.
                    file.Position = start;
                }

                isAgain = true;
                if (head.Version > 0)
                {
                    throw new InvalidOperationException($"District {district} has {head.Version} entries. Allowed: a district in which nothing was ever done.");
                }

                var (begun, rows) = (new District(_settings), new Appending(context, district, isWhole: true));
                await foreach (var entry in _format.ReadAsync(LinesOf(file, token), cancellationToken: token).ConfigureAwait(false))
                {
                    begun.Redo(entry);
                    await rows.AddAsync(begun, entry, Encoding.UTF8.GetString(_format.WriteKept(entry)), request: null, token).ConfigureAwait(false);
                }

                await rows.SaveAsync(token).ConfigureAwait(false);
                await ReadTables.RebuildAsync(context, district, begun, token).ConfigureAwait(false);
                await context.Set<DistrictRow>().Where(row => row.Code == district).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, begun.Version), token).ConfigureAwait(false);
                return (begun, head.Revision);
            },
            cancellationToken).ConfigureAwait(false);
        turn.Live.Put(restored, revision);
        return restored.Version;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesOf(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 1 << 16, leaveOpen: true));
        for (var isMore = true; isMore;)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var left = read.Buffer;
            isMore = !read.IsCompleted;
            while (left.PositionOf((byte)'\n') is { } end)
            {
                yield return left.Slice(0, end).ToArray();
                left = left.Slice(left.GetPosition(1, end));
            }

            if (!isMore && !left.IsEmpty)
            {
                // The last line may lack its end, and nothing else.
                yield return left.ToArray();
            }

            reader.AdvanceTo(isMore ? left.Start : left.End, left.End);
        }

        await reader.CompleteAsync().ConfigureAwait(false);
    }
}
