using System.Runtime.CompilerServices;
using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.SelfControl;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

// The rows of the journal: locked, read in their order, and appended.
public sealed partial class DistrictStore
{
    // As many entries are read, and about as many rows saved, by one statement.
    private const int Batch = 1000;

    /// <summary>Where the journal of a district ends, and what time it is there.</summary>
    private readonly record struct Head(long Version, long Revision, Instant Now);

    /// <summary>Makes the row of a district where there is none; of two who make it at once one finds it made.</summary>
    private Task<bool> EnsureRowAsync(string district, CancellationToken cancellationToken) => WithContextAsync(
        async (context, token) =>
        {
            if (await FindHeadAsync(context, district, token).ConfigureAwait(false) is null)
            {
                context.Add(new DistrictRow { Code = district });
                try
                {
                    await context.SaveChangesAsync(token).ConfigureAwait(false);
                }
                catch (DbUpdateException) when (!token.IsCancellationRequested)
                {
                    if (await FindHeadAsync(context, district, token).ConfigureAwait(false) is null)
                    {
                        throw;
                    }
                }
            }

            return true;
        },
        cancellationToken);

    /// <summary>Holds the row of a district until the transaction ends, and says where its journal ends.</summary>
    private static async Task<Head> LockAsync(DbContext context, string district, CancellationToken cancellationToken)
    {
        // The write is the lock: of a row where the data base locks rows, of the file where it locks files.
        await context.Set<DistrictRow>().Where(row => row.Code == district).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), cancellationToken).ConfigureAwait(false);
        return await FindHeadAsync(context, district, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The row of district {district} is gone from the data base. Allowed: nobody else writes the tables of the store.");
    }

    private static async Task<Head?> FindHeadAsync(DbContext context, string district, CancellationToken cancellationToken)
    {
#pragma warning disable RS0030 // It is a part of the question, and the data base puts its own time there.
        var head = await context.Set<DistrictRow>().AsNoTracking().Where(row => row.Code == district).Select(row => new { row.Version, row.Revision, Now = DateTime.UtcNow })
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
#pragma warning restore RS0030
        return head is null ? null : new(head.Version, head.Revision, Instant.FromDateTimeUtc(DateTime.SpecifyKind(head.Now, DateTimeKind.Utc)));
    }

    /// <summary>The district as of what is in the data base now.</summary>
    private async Task<District> CatchUpAsync(LiveDistrict live, CancellationToken cancellationToken) => (await CatchUpAsync(live, tellOf: 0, cancellationToken).ConfigureAwait(false)).District;

    /// <summary>The district as of what is in the data base now, and what followed from an entry where that is met on the way.</summary>
    private Task<(District District, Consequences? Told)> CatchUpAsync(LiveDistrict live, long tellOf, CancellationToken cancellationToken) => WithContextAsync(
        async (context, token) => await CatchUpAsync(live, context, await FindHeadAsync(context, live.Code, token).ConfigureAwait(false) ?? default, tellOf, token).ConfigureAwait(false),
        cancellationToken);

    /// <summary>The district as of where its journal ends: what others kept since is redone, and where what was kept before was written anew it is opened again.</summary>
    private async Task<District> CatchUpAsync(LiveDistrict live, DbContext context, Head head, CancellationToken cancellationToken) =>
        (await CatchUpAsync(live, context, head, tellOf: 0, cancellationToken).ConfigureAwait(false)).District;

    /// <param name="live">The district in memory.</param>
    /// <param name="context">A context that is open.</param>
    /// <param name="head">Where its journal ends.</param>
    /// <param name="tellOf">The number of an entry of which is told what followed, where it is redone; 0 for none. The result is kept for whoever asks next.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private async Task<(District District, Consequences? Told)> CatchUpAsync(LiveDistrict live, DbContext context, Head head, long tellOf, CancellationToken cancellationToken)
    {
        if (live.District is { } known && known.Version == head.Version && live.Revision == head.Revision && !known.IsBroken)
        {
            return (known, null);
        }

        // Who is ahead of the data base was opened from another one: it was put back to what it was before.
        var isNew = live.District is not { IsBroken: false } stale || live.Revision != head.Revision || stale.Version > head.Version;
        using var activity = isNew ? StoreTelemetry.Begin("open", live.Code) : null;
        var district = isNew ? new District(_settings) : live.District!;
        Consequences? told;
        try
        {
            told = await RedoAsync(district, context, live.Code, head.Version, tellOf, cancellationToken).ConfigureAwait(false);
        }
        catch when (district.IsBroken)
        {
            live.Drop();
            throw;
        }

        if (isNew)
        {
            live.Put(district, head.Revision);
        }

        if (told is not null)
        {
            live.Results.Keep(tellOf, told);
        }

        return (district, told);
    }

    /// <summary>Redoes what stands after the last entry of a district, up to one, and says what followed from one of them; null where it is none of them.</summary>
    private async Task<Consequences?> RedoAsync(District district, DbContext context, string code, long upTo, long tellOf, CancellationToken cancellationToken)
    {
        var (first, told) = (district.Version + 1, default(Consequences));
        await foreach (var entry in _format.ReadAsync(LinesAsync(context, code, district.Version, upTo, cancellationToken), first, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Number == tellOf)
            {
                told = district.RedoWithConsequences(entry);
            }
            else
            {
                district.Redo(entry);
            }
        }

        StoreTelemetry.EntriesRedone.Add(district.Version - first + 1);
        if (district.Version != upTo)
        {
            throw new InvalidDataException($"The journal of district {code} ends at entry {district.Version}, and its row says {upTo}. What is wrong says DistrictStore.CheckAsync.");
        }

        return told;
    }

    /// <summary>The lines after an entry and up to another, read with a context that is open.</summary>
    private static IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(DbContext context, string district, long after, long upTo, CancellationToken cancellationToken) =>
        LinesAsync(after, (last, token) => PageAsync(context, district, last, upTo, token), cancellationToken);

    /// <summary>The lines after an entry and up to another; whoever goes through them may take his time, and has no connection open.</summary>
    private IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(string district, long after, long upTo, CancellationToken cancellationToken) =>
        LinesAsync(after, (last, token) => WithContextAsync((context, once) => PageAsync(context, district, last, upTo, once), token), cancellationToken);

    // In pages, so that no reading is open while the lines before are gone through.
    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(
        long after, Func<long, CancellationToken, Task<List<string>>> readPage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var (last, read) = (after, Batch); read == Batch; last += read)
        {
            var lines = await readPage(last, cancellationToken).ConfigureAwait(false);
            read = lines.Count;
            foreach (var line in lines)
            {
                yield return Encoding.UTF8.GetBytes(line);
            }
        }
    }

    private static Task<List<string>> PageAsync(DbContext context, string district, long after, long upTo, CancellationToken cancellationToken) =>
        context.EntriesOf(district).Where(entry => entry.Number > after && entry.Number <= upTo).OrderBy(entry => entry.Number).Take(Batch).Select(entry => entry.Json).ToListAsync(cancellationToken);

    /// <summary>Appends entries to the journal of a district; many are saved together.</summary>
    /// <param name="context">The data base.</param>
    /// <param name="code">The district.</param>
    /// <param name="isWhole">True for a whole journal, of which the data base knows nothing yet.</param>
    private sealed class Appending(DbContext context, string code, bool isWhole = false)
    {
        private readonly List<EntryRow> _entries = [];
        private readonly List<ActRow> _acts = [];
        private readonly List<ActBusinessRow> _businesses = [];
        private long _actsSaved;
        private long _analyseAt = isWhole ? Batch / 10 : long.MaxValue;

        /// <summary>Adds the rows of an entry, on the district as it is after it.</summary>
        public async Task AddAsync(District district, Entry entry, string json, Request? request, CancellationToken cancellationToken)
        {
            _entries.Add(new EntryRow
            {
                District = code,
                Number = entry.Number,
                By = entry.Stamp.By,
                EnteredBy = entry.Stamp.EnteredBy,
                On = entry.Stamp.On,
                RecordedAt = entry.Stamp.RecordedAt,
                Request = request?.Id,
                Content = request?.Content,
                Json = json,
            });
            for (var place = 0; place < entry.Acts.Length; place++)
            {
                var act = entry.Acts[place];
                _acts.Add(RowOf(code, entry.Number, place, act));
                if (act is ActVoided)
                {
                    // What it voids is asked of the data base, and may stand in this very entry.
                    await SaveAsync(cancellationToken).ConfigureAwait(false);
                }

                var businesses = await BusinessesOfAsync(context, code, district, act, cancellationToken).ConfigureAwait(false);
                _businesses.AddRange(businesses.Select(business => new ActBusinessRow { District = code, Business = business, Entry = entry.Number, Place = place }));
                if (_entries.Count + _acts.Count + _businesses.Count >= Batch)
                {
                    await SaveAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }

        public async Task SaveAsync(CancellationToken cancellationToken)
        {
            // Each row refers to one of the table before.
            await SaveAsync(_entries, cancellationToken).ConfigureAwait(false);
            _actsSaved += _acts.Count;
            await SaveAsync(_acts, cancellationToken).ConfigureAwait(false);
            await SaveAsync(_businesses, cancellationToken).ConfigureAwait(false);
            if (_actsSaved >= _analyseAt)
            {
                // What is known of the tables stays good enough until they are several times as large.
                _analyseAt = 4 * _actsSaved;
                await RowWriter.AnalyseAsync(context, [typeof(EntryRow), typeof(ActRow), typeof(ActBusinessRow)], cancellationToken).ConfigureAwait(false);
            }
        }

        private async Task SaveAsync<TRow>(List<TRow> rows, CancellationToken cancellationToken) where TRow : class
        {
            if (rows.Count > 0)
            {
                await RowWriter.InsertAsync(context, rows, cancellationToken).ConfigureAwait(false);
                rows.Clear();
            }
        }
    }

    private static ActRow RowOf(string code, long entry, int place, Act act) => new()
    {
        District = code,
        Entry = entry,
        Place = place,
        Kind = act.Kind,
        ThingKind = act.Thing?.Kind,
        ThingId = act.Thing?.Id,
    };

    /// <summary>The businesses that an act of the last entry concerns, as <see cref="ActBusinessRow"/> keeps them.</summary>
    private static async Task<IReadOnlyCollection<string>> BusinessesOfAsync(DbContext context, string code, District district, Act act, CancellationToken cancellationToken) => act switch
    {
        RecordsKept or RecordsWithdrawn or FactsDerived or RoundOpened => [],
        ActVoided { Place: var (entry, place) } => await context.Set<ActBusinessRow>().AsNoTracking().Where(about => about.District == code && about.Entry == entry && about.Place == place)
            .Select(about => about.Business).ToListAsync(cancellationToken).ConfigureAwait(false),
        _ => [.. district.BusinessesOf(act).Select(business => business.Value)],
    };
}
