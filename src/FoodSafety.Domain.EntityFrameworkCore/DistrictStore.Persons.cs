using System.Text;
using FoodSafety.Domain.Formats;
using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.EntityFrameworkCore;

// The persons beside the journal, and how one is taken out.
public sealed partial class DistrictStore
{
    /// <summary>
    /// Erases a person (删除个人信息): blanks the free texts of every journal that name the person, makes the read tables of those districts anew, and then takes the person out of the directory. Acts, stamps and outcomes keep the key,
    /// which then says of nobody who it is; nothing that was decided changes, and every district opens as before.
    /// </summary>
    /// <remarks>
    /// <para>District by district, each whole or not at all; the directory is last, so that a call that was interrupted is made again and goes on. Districts in memory, here and in other
    /// processes, are opened again. What was done is in <see cref="ErasureRow"/>.</para>
    /// <para>A text is blanked as a whole (<see cref="FreeText.Blank"/>). Files that were exported before, backups, and what the data base keeps of rows that were written over, are not reached:
    /// whoever runs it sees to these.</para>
    /// </remarks>
    /// <param name="person">The key of the person.</param>
    /// <param name="by">The key of who asks for it.</param>
    /// <param name="names">Says whether a text names the person; null for those that contain the name in the directory, character by character.</param>
    /// <param name="cancellationToken">Ends the work between districts.</param>
    /// <returns>How many texts were blanked.</returns>
    /// <exception cref="KeyNotFoundException">The directory does not know the person, and nobody says what names him.</exception>
    public async Task<int> ErasePersonAsync(string person, string by, Func<FreeText, bool>? names = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(person);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var (name, districts) = await WithContextAsync(
            async (context, token) => (
                await context.Set<PersonRow>().Where(row => row.Key == person).Select(row => row.Name).SingleOrDefaultAsync(token).ConfigureAwait(false),
                await context.Set<DistrictRow>().OrderBy(row => row.Code).Select(row => row.Code).ToListAsync(token).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
        names ??= string.IsNullOrWhiteSpace(name)
            ? throw new KeyNotFoundException($"The directory knows no name of '{person}'. Allowed: the key of a person in it, or a predicate that says what names him.")
            : text => text.Text.Contains(name, StringComparison.Ordinal);
        var texts = 0;
        foreach (var district in districts)
        {
            texts += await BlankAsync(district, person, by, names, cancellationToken).ConfigureAwait(false);
        }

        return await WithContextAsync(
            async (context, token) =>
            {
                var transaction = await context.Database.BeginTransactionAsync(token).ConfigureAwait(false);
                await using var ending = transaction.ConfigureAwait(false);
                await context.Set<PersonRow>().Where(row => row.Key == person).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await NoteErasureAsync(context, person, "", by, texts, token).ConfigureAwait(false);
                await transaction.CommitAsync(token).ConfigureAwait(false);
                return texts;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> BlankAsync(string code, string person, string by, Func<FreeText, bool> names, CancellationToken cancellationToken)
    {
        using var activity = StoreTelemetry.Begin("erase", code);
        using var turn = await EnterAsync(code, cancellationToken).ConfigureAwait(false);
        var (blankedIn, revision, texts) = await LockedAsync(
            code,
            async (context, head, token) =>
            {
                var found = 0;
                await foreach (var entry in _format.ReadAsync(LinesAsync(context, code, 0, head.Version, token), cancellationToken: token).ConfigureAwait(false))
                {
                    var before = found;
                    var blanked = _format.WithFreeTexts(entry, text =>
                    {
                        var isNamed = names(text);
                        found += isNamed ? 1 : 0;
                        return isNamed ? FreeText.Blank : text.Text;
                    });
                    if (found > before)
                    {
                        var json = Encoding.UTF8.GetString(_format.WriteKept(blanked));
                        await context.Set<EntryRow>().Where(row => row.District == code && row.Number == entry.Number).ExecuteUpdateAsync(set => set.SetProperty(row => row.Json, json), token).ConfigureAwait(false);
                    }
                }

                if (found == 0)
                {
                    return (null, head.Revision, 0);
                }

                await context.Set<DistrictRow>().Where(row => row.Code == code).ExecuteUpdateAsync(set => set.SetProperty(row => row.Revision, head.Revision + 1), token).ConfigureAwait(false);
                await NoteErasureAsync(context, person, code, by, found, token).ConfigureAwait(false);
                // That it opens is seen before it is kept. What became of a commit that failed is in the revision, which is asked before anybody is answered from memory.
                var district = new District(_settings);
                await RedoAsync(district, context, code, head.Version, tellOf: 0, token).ConfigureAwait(false);
                await ReadTables.RebuildAsync(context, code, district, token).ConfigureAwait(false);
                return ((District?)district, head.Revision + 1, found);
            },
            cancellationToken).ConfigureAwait(false);
        if (blankedIn is not null)
        {
            turn.Live.Put(blankedIn, revision);
        }

        return texts;
    }

    private async Task NoteErasureAsync(DbContext context, string person, string district, string by, int texts, CancellationToken cancellationToken)
    {
        context.Add(new ErasureRow { Person = person, District = district, At = _clock.GetCurrentInstant(), By = by, Texts = texts });
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }
}
