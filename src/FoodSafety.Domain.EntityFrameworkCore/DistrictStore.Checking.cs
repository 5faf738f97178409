using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

// The proof that a journal is all there.
public sealed partial class DistrictStore
{
    /// <summary>Goes through the whole journal of a district and says whether it is all there and says one thing (完整性核验).</summary>
    /// <remarks>
    /// No number is missing and none is beyond the last; no instant is before the one before; every entry can be read and redone; columns, acts and businesses say what the entries say. Nothing
    /// is written, and nobody waits; what is recorded meanwhile is not looked at. It takes as long as opening the district and reading its rows.
    /// </remarks>
    /// <param name="district">The district.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<JournalCheck> CheckAsync(string district, CancellationToken cancellationToken = default) => WithContextAsync(
        async (context, token) =>
        {
            using var activity = StoreTelemetry.Begin("check", district);
            var code = Checked(district);
            var head = await FindHeadAsync(context, code, token).ConfigureAwait(false) ?? default;
            var check = new Checking(this, context, code, head.Version);
            await check.GoThroughAsync(token).ConfigureAwait(false);
            return new JournalCheck(code, head.Version, [.. check.Days.Select(day => new DayCount(day.Key, day.Value.Entries, day.Value.Acts))], [.. check.Faults]);
        },
        cancellationToken);

    private sealed class Checking(DistrictStore store, DbContext context, string code, long last)
    {
        private readonly District _district = new(store._settings);
        private Instant _recorded = Instant.MinValue;
        private bool _isRedone = true;

        public SortedDictionary<LocalDate, (int Entries, int Acts)> Days { get; } = [];

        public List<JournalFault> Faults { get; } = [];

        public async Task GoThroughAsync(CancellationToken cancellationToken)
        {
            var expected = 1L;
            for (var (first, read) = (long.MinValue, Batch); read == Batch;)
            {
                var from = first;
                var rows = await context.EntriesOf(code).Where(row => row.Number >= from).OrderBy(row => row.Number).Take(Batch).ToListAsync(cancellationToken).ConfigureAwait(false);
                read = rows.Count;
                if (read == 0)
                {
                    break;
                }

                first = rows[^1].Number + 1;
                var (low, high) = (rows[0].Number, rows[^1].Number);
                var acts = (await context.ActsOf(code).Where(act => act.Entry >= low && act.Entry <= high).OrderBy(act => act.Entry).ThenBy(act => act.Place).ToListAsync(cancellationToken).ConfigureAwait(false))
                    .ToLookup(act => act.Entry);
                var businesses = (await context.Set<ActBusinessRow>().AsNoTracking().Where(about => about.District == code && about.Entry >= low && about.Entry <= high).ToListAsync(cancellationToken).ConfigureAwait(false))
                    .ToLookup(about => (about.Entry, about.Place), about => about.Business);
                foreach (var row in rows)
                {
                    for (; expected < row.Number && expected <= last; expected++)
                    {
                        NoteMissing(expected);
                    }

                    if (row.Number > last || row.Number < 1)
                    {
                        // What was recorded since this began is no fault.
                        if (row.Number < 1 || await IsBeyondAsync(row.Number, cancellationToken).ConfigureAwait(false))
                        {
                            Note("beyond-the-head", row.Number, ($"条目 {row.Number} 超出 1 至 {last}", $"entry {row.Number} is outside 1 to {last}"));
                        }

                        continue;
                    }

                    expected = row.Number + 1;
                    await CheckAsync(row, [.. acts[row.Number]], businesses, cancellationToken).ConfigureAwait(false);
                }
            }

            for (; expected <= last; expected++)
            {
                NoteMissing(expected);
            }
        }

        private async Task<bool> IsBeyondAsync(long number, CancellationToken cancellationToken) =>
            (await FindHeadAsync(context, code, cancellationToken).ConfigureAwait(false))?.Version is not { } now || number > now;

        private async Task CheckAsync(EntryRow row, ActRow[] acts, ILookup<(long Entry, int Place), string> businesses, CancellationToken cancellationToken)
        {
            Entry entry;
            try
            {
                entry = store._format.Read(Encoding.UTF8.GetBytes(row.Json));
            }
            catch (DataFileException unreadable)
            {
                Note("unreadable", row.Number, ($"条目 {row.Number} 无法读取：{unreadable.Text.Chinese}", $"entry {row.Number} cannot be read: {unreadable.Text.English}"));
                _isRedone = false;
                return;
            }

            var zone = store._settings.Calendar.Zone;
            var day = row.RecordedAt.InZone(zone).Date;
            var count = Days.GetValueOrDefault(day);
            Days[day] = (count.Entries + 1, count.Acts + entry.Acts.Length);
            if (entry.Stamp.RecordedAt < _recorded)
            {
                Note("recorded-before-the-last", row.Number, ($"条目 {row.Number} 记录于 {entry.Stamp.RecordedAt}，早于上一条目的 {_recorded}", $"entry {row.Number} is recorded at {entry.Stamp.RecordedAt}, before the last at {_recorded}"));
            }

            _recorded = entry.Stamp.RecordedAt;
            string[] differing =
            [
                .. Differs(entry.Number != row.Number, "number"),
                .. Differs(entry.Stamp.By != row.By, "by"),
                .. Differs(entry.Stamp.EnteredBy != row.EnteredBy, "entered_by"),
                .. Differs(entry.Stamp.On != row.On, "on"),
                .. Differs(FoodSafetyModel.ToUtc(entry.Stamp.RecordedAt) != FoodSafetyModel.ToUtc(row.RecordedAt), "recorded_at"),
            ];
            if (differing.Length > 0)
            {
                Note("columns-differ", row.Number, ($"条目 {row.Number} 的列与正文不同：{string.Join('、', differing)}", $"the columns of entry {row.Number} say otherwise than it: {string.Join(", ", differing)}"));
            }

            var told = entry.Acts.Select((act, place) => RowOf(code, row.Number, place, act)).ToArray();
            if (!told.Select(Told).SequenceEqual(acts.Select(Told)))
            {
                Note("acts-differ", row.Number, (
                    $"条目 {row.Number} 有事项 {told.Length} 项，事项表有 {acts.Length} 行，或种类、对象不同", $"entry {row.Number} has {told.Length} acts and the table of acts {acts.Length} rows, or their kinds or things are others"));
            }

            await RedoAsync(entry, row.Number, businesses, cancellationToken).ConfigureAwait(false);
        }

        private async Task RedoAsync(Entry entry, long number, ILookup<(long Entry, int Place), string> businesses, CancellationToken cancellationToken)
        {
            // After the first that is missing or cannot be read, nothing follows.
            if (!_isRedone)
            {
                return;
            }

            try
            {
                _district.Redo(entry);
            }
            catch (Exception failed)
            {
                _isRedone = false;
                Note("not-redone", number, ($"条目 {number} 无法重做：{failed.Message}", $"entry {number} cannot be redone: {failed.Message}"));
                return;
            }

            for (var place = 0; place < entry.Acts.Length; place++)
            {
                var about = await BusinessesOfAsync(context, code, _district, entry.Acts[place], cancellationToken).ConfigureAwait(false);
                if (!about.ToHashSet().SetEquals(businesses[(number, place)]))
                {
                    Note("businesses-differ", number, (
                        $"条目 {number}.{place} 涉及主体 {about.Count} 个，表中 {businesses[(number, place)].Count()} 个，或不是同一些", $"act {number}.{place} concerns {about.Count} businesses and its table says {businesses[(number, place)].Count()}, or others"));
                }
            }
        }

        private void NoteMissing(long number)
        {
            _isRedone = false;
            Note("missing", number, ($"缺条目 {number}", $"entry {number} is missing"));
        }

        private void Note(string code, long entry, BilingualText text) => Faults.Add(new JournalFault(code, entry, text));

        private static string[] Differs(bool differs, string column) => differs ? [column] : [];

        private static (int Place, string Kind, string? ThingKind, string? ThingId) Told(ActRow act) => (act.Place, act.Kind, act.ThingKind, act.ThingId);
    }
}
