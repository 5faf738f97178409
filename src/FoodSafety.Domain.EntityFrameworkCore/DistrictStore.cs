using System.Data;
using System.Diagnostics;
using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

// Of the overloads only the token is optional, and they differ before it.
#pragma warning disable RS0026

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>Keeps districts in a data base (辖区存储): one way to write, one way to read, whatever the number of processes.</summary>
/// <remarks>
/// <para>The journal is the record; the district in memory is what was made of it, and is caught up before it is asked or written. Whoever writes holds the row of the district,
/// so nobody decides on what is old: he locks, catches up, decides, keeps entry and rows, and commits, all or nothing in memory and in the data base.</para>
/// <para>One store for a process, shared by all its threads. Districts that have entries stay in memory once they were asked for, about a kilobyte for each business. Whoever puts the data base back to an
/// earlier state restarts the processes on it.</para>
/// </remarks>
/// <example>
/// <code>
/// var result = await store.ActAsync("510115", new Request("form-7"), (district, at) =>
///     new UnitOfActs(new Stamp("li", day, at), new BusinessRenamed(business, "川味小馆")));
/// var standing = (await store.DayAsync("510115", day)).Standing;
/// </code>
/// </example>
public sealed partial class DistrictStore : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task<DbContext>> _open;
    private readonly LiveDistricts _live;
    private readonly DistrictSettings _settings;
    private readonly DistrictStoreOptions _options;
    private readonly IClock _clock;
    private readonly EntryFormat _format;

    /// <summary>A store over contexts with the tables of <see cref="FoodSafetyModel.AddFoodSafety"/>.</summary>
    /// <param name="open">Opens a context; the store disposes it after each piece of work.</param>
    /// <param name="settings">What code alone can say; the same in every process on the data base.</param>
    /// <param name="clock">Says when something is recorded.</param>
    /// <param name="options">How districts are kept; null for the defaults.</param>
    public DistrictStore(Func<CancellationToken, Task<DbContext>> open, DistrictSettings settings, IClock clock, DistrictStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        (_open, _settings, _clock, _options, _format) = (token => OpenKnownAsync(open, token), settings, clock, options ?? new(), new(settings));
        _live = new LiveDistricts(_options);
    }

    /// <summary>How entries and acts are written in the journal.</summary>
    public EntryFormat Format => _format;

    /// <summary>The districts that stay in memory.</summary>
    internal ItemList<string> InMemory => _live.Codes;

    /// <summary>Takes acts, all or none, and returns when they are in the data base.</summary>
    /// <remarks>
    /// <para>Where the provider retries what failed for a moment, <paramref name="work"/> is called again on a district from which everything of the time before was taken back. A unit that tells
    /// that a day began and nothing turned leaves no entry; asked again, it is looked at again, with the same answer.</para>
    /// <para>A request that is kept already is answered with its first result whole. The results of the last units stay in memory (<see cref="DistrictStoreOptions.ResultsInMemory"/>), and one that
    /// comes again while the district is opened, as after a restart, is answered on the way; an older one, or one that another process kept and this one has read past, is made of the journal up to
    /// it, which takes as long as opening the district then, while nobody else waits.</para>
    /// </remarks>
    /// <param name="district">The district; it begins with its first act.</param>
    /// <param name="request">What is asked, so that it is done once.</param>
    /// <param name="work">Says what is to be done, on a district that nobody else writes, recorded at the instant that it is given. It may look at the district and not write it.</param>
    /// <param name="cancellationToken">Ends the waiting and the work, up to the commit.</param>
    /// <returns>What became of it; of a request that is kept already, what became of it then.</returns>
    /// <exception cref="ActsRefusedException">An act is refused, or the unit; nothing is done, and every refusal is listed.</exception>
    /// <exception cref="RequestRefusedException">The id of the request was used for something else.</exception>
    /// <exception cref="OutcomeUnknownException">The data base went away while it committed; sending the request again is safe.</exception>
    /// <exception cref="ClocksDifferException">The clocks of process and data base are too far apart.</exception>
    /// <exception cref="ArgumentException">The stamp says another instant of record, or the entry could not be read back as it is.</exception>
    public async Task<ActResult> ActAsync(string district, Request request, Func<District, Instant, UnitOfActs> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(work);
        using var activity = StoreTelemetry.Begin("act", district);
        try
        {
            var result = await TakeOrAnswerAsync(district, request, work, cancellationToken).ConfigureAwait(false);
            (result.IsRepeated ? StoreTelemetry.UnitsRepeated : StoreTelemetry.UnitsKept).Add(result.Entry is null ? 0 : 1);
            StoreTelemetry.ActsKept.Add(result.IsRepeated ? 0 : result.Entry?.Acts.Length ?? 0);
            activity?.SetTag(StoreTelemetry.Entry, result.Entry?.Number);
            return result;
        }
        catch (Exception failed)
        {
            foreach (var refusal in (failed as ActsRefusedException)?.Refusals ?? [])
            {
                StoreTelemetry.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
            }

            // The type alone: the text may name whoever was refused.
            activity?.SetStatus(ActivityStatusCode.Error, failed.GetType().Name);
            throw;
        }
    }

    /// <summary>Takes acts that are known as data before the district is looked at: a form, a message, a file. The fingerprint of the request is made of them.</summary>
    /// <param name="district">The district; it begins with its first act.</param>
    /// <param name="requestId">The id of the request.</param>
    /// <param name="stamp">Says by whom and on which day they were done, recorded at the instant that it is given; all but that instant is part of what is asked.</param>
    /// <param name="acts">What was done.</param>
    /// <param name="cancellationToken">Ends the waiting and the work, up to the commit.</param>
    /// <inheritdoc cref="ActAsync(string, Request, Func{District, Instant, UnitOfActs}, CancellationToken)"/>
    public Task<ActResult> ActAsync(string district, string requestId, Func<Instant, Stamp> stamp, ItemList<Act> acts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return ActAsync(district, Request.Of(requestId, _format, stamp(_clock.GetCurrentInstant()), acts), (_, at) => new UnitOfActs(stamp(at), acts), cancellationToken);
    }

    /// <summary>Closes the districts in memory. The data base is the user's.</summary>
    public ValueTask DisposeAsync()
    {
        _live.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<ActResult> TakeOrAnswerAsync(string district, Request request, Func<District, Instant, UnitOfActs> work, CancellationToken cancellationToken)
    {
        Kept answered;
        var asked = Stopwatch.GetTimestamp();
        using (var turn = await EnterAsync(district, cancellationToken).ConfigureAwait(false))
        {
            var live = turn.Live;
            if (live.District is null or { Version: 0 })
            {
                await EnsureRowAsync(district, cancellationToken).ConfigureAwait(false);
                // To open it may take seconds; no other process waits for it. What followed from a request that is kept is told on the way.
                var number = await WithContextAsync((context, token) => FindNumberAsync(context, district, request, token), cancellationToken).ConfigureAwait(false);
                await CatchUpAsync(live, number, cancellationToken).ConfigureAwait(false);
            }

            var (result, kept) = await WithContextAsync((context, token) => TakeAsync(context, live, request, work, asked, token), cancellationToken).ConfigureAwait(false);
            if (result is not null)
            {
                return result;
            }

            answered = kept!;
            if (await FindToldAsync(live, answered, cancellationToken).ConfigureAwait(false) is { } told)
            {
                return new(told, isRepeated: true);
            }
        }

        return new(await TellAsync(district, answered.Entry.Number, cancellationToken).ConfigureAwait(false), isRepeated: true);
    }

    /// <summary>Takes acts, or finds the entry that answers the request already.</summary>
    private async Task<(ActResult? Result, Kept? Answered)> TakeAsync(
        DbContext context, LiveDistrict live, Request request, Func<District, Instant, UnitOfActs> work, long asked, CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        var head = await LockAsync(context, live.Code, cancellationToken).ConfigureAwait(false);
        var locked = Stopwatch.GetTimestamp();
        StoreTelemetry.LockWait.Record(Stopwatch.GetElapsedTime(asked, locked).TotalSeconds);
        try
        {
            if (await FindAnsweredAsync(context, live.Code, request, cancellationToken).ConfigureAwait(false) is { } answered)
            {
                return (null, new Kept(answered, head.Revision));
            }

            var now = RequireSameTime(head);
            var district = await CatchUpAsync(live, context, head, cancellationToken).ConfigureAwait(false);
            var at = Instant.Max(now, district.RecordedUpTo);
            var (kept, consequences) = (false, default(Consequences));
            try
            {
                var unit = Ask(work, district, at);
                consequences = district.Apply(unit.Stamp, unit.Acts);
                if (consequences.Entry is not { } entry)
                {
                    return (new(consequences, isRepeated: false), null);
                }

                var json = _format.WriteKept(entry);
                var rows = new Appending(context, live.Code);
                await rows.AddAsync(district, entry, Encoding.UTF8.GetString(json), request, cancellationToken).ConfigureAwait(false);
                await rows.SaveAsync(cancellationToken).ConfigureAwait(false);
                await ReadTables.KeepAsync(context, live.Code, district, entry, cancellationToken).ConfigureAwait(false);
                await context.Set<DistrictRow>().Where(row => row.Code == live.Code).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, entry.Number), cancellationToken).ConfigureAwait(false);
                if (unit.Beside is { } beside)
                {
                    await beside(context, consequences, cancellationToken).ConfigureAwait(false);
                    await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                }

                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    // Nobody interrupts this: what was interrupted here would have to be found out.
                    await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                }
                catch (Exception failed)
                {
                    if (!await IsKeptAsync(live, context, request, entry, json, failed).ConfigureAwait(false))
                    {
                        throw;
                    }
                }

                district.Kept(entry.Number);
                kept = true;
                live.Results.Keep(entry.Number, consequences);
                return (new(consequences, isRepeated: false), null);
            }
            finally
            {
                if (!kept)
                {
                    live.TakeBack();
                }
            }
        }
        finally
        {
            StoreTelemetry.LockHeld.Record(Stopwatch.GetElapsedTime(locked).TotalSeconds);
        }
    }

    /// <summary>Asks what is to be done, and sees to it that nothing was done meanwhile.</summary>
    private static UnitOfActs Ask(Func<District, Instant, UnitOfActs> work, District district, Instant at)
    {
        var unit = Undisturbed(district, () => work(district, at)) ?? throw new ArgumentException("There is no unit. Allowed: a stamp with acts.", nameof(work));
        return unit.Stamp.RecordedAt == at
            ? unit
            : throw new ArgumentException($"The stamp says that it is recorded at {unit.Stamp.RecordedAt}. Allowed: the instant that the store says, {at}.", nameof(work));
    }

    /// <summary>Asks a district something, of which nothing may come that the journal does not know.</summary>
    private static T Undisturbed<T>(District district, Func<T> question)
    {
        var version = district.Version;
        T answer;
        try
        {
            answer = question();
        }
        catch when (district.Version != version)
        {
            district.TakeBack();
            throw;
        }

        if (district.Version != version)
        {
            district.TakeBack();
            throw new InvalidOperationException("Whoever is given a district of the store may ask it and not write it. What was written is taken back; give the acts to the store.");
        }

        return answer;
    }

    /// <summary>Whether a unit was committed although the commit failed: asked of the data base, once whoever was committing is done, and never guessed.</summary>
    private async Task<bool> IsKeptAsync(LiveDistrict live, DbContext broken, Request request, Entry entry, byte[] json, Exception failed)
    {
        try
        {
            // What holds the row on this side has to let go of it first.
            await broken.DisposeAsync().ConfigureAwait(false);
            var context = await _open(CancellationToken.None).ConfigureAwait(false);
            await using var closing = context.ConfigureAwait(false);
            var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted).ConfigureAwait(false);
            await using var ending = transaction.ConfigureAwait(false);
            await LockAsync(context, live.Code, CancellationToken.None).ConfigureAwait(false);
            var found = await context.EntriesOf(live.Code).Where(row => row.Number == entry.Number && row.Request == request.Id).Select(row => row.Json).SingleOrDefaultAsync().ConfigureAwait(false);
            return found is not null && Encoding.UTF8.GetBytes(found).AsSpan().SequenceEqual(json);
        }
        catch (Exception)
        {
            live.Drop();
            throw new OutcomeUnknownException(live.Code, request, failed);
        }
    }

    /// <summary>What followed from an entry that is kept, as far as it is in memory or met on the way to the last entry; null where it lies behind.</summary>
    private async Task<Consequences?> FindToldAsync(LiveDistrict live, Kept answered, CancellationToken cancellationToken)
    {
        // That it is of the entry as it stands in the journal now is looked at, for a data base may have been put back to an earlier state.
        if (live.Revision == answered.Revision && live.Results.Find(answered.Entry.Number) is { } known && known.Entry == answered.Entry)
        {
            return known;
        }

        return (await CatchUpAsync(live, answered.Entry.Number, cancellationToken).ConfigureAwait(false)).Told;
    }

    /// <summary>What followed from an entry that is kept, made of the journal up to it; whoever writes or asks of now does not wait for it.</summary>
    private async Task<Consequences> TellAsync(string district, long number, CancellationToken cancellationToken)
    {
        var (told, revision) = await WithContextAsync(
            async (context, token) =>
            {
                using var activity = StoreTelemetry.Begin("open", district);
                var head = await FindHeadAsync(context, district, token).ConfigureAwait(false) ?? default;
                return (await RedoAsync(new District(_settings), context, district, number, number, token).ConfigureAwait(false), head.Revision);
            },
            cancellationToken).ConfigureAwait(false);
        using var turn = await EnterAsync(district, cancellationToken).ConfigureAwait(false);
        if (turn.Live.District is not null && turn.Live.Revision == revision)
        {
            turn.Live.Results.Keep(number, told!);
        }

        return told!;
    }

    /// <summary>The number of the entry that answers a request; 0 for none.</summary>
    private static Task<long> FindNumberAsync(DbContext context, string district, Request request, CancellationToken cancellationToken) =>
        context.EntriesOf(district).Where(entry => entry.Request == request.Id).Select(entry => entry.Number).SingleOrDefaultAsync(cancellationToken);

    private async Task<Entry?> FindAnsweredAsync(DbContext context, string district, Request request, CancellationToken cancellationToken)
    {
        var row = await context.EntriesOf(district).Where(entry => entry.Request == request.Id).Select(entry => new { entry.Number, entry.Content, entry.Json })
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return row is null ? null
            : row.Content is { } first && request.Content is { } now && first != now ? throw new RequestRefusedException(district, request, row.Number)
            : _format.Read(Encoding.UTF8.GetBytes(row.Json));
    }

    /// <summary>The time of the process, which that of the data base does not contradict.</summary>
    private Instant RequireSameTime(Head head)
    {
        // As fine as the column, so that the column says the same as the entry.
        var now = Instant.FromDateTimeUtc(FoodSafetyModel.ToUtc(_clock.GetCurrentInstant()));
        return _options.MostClockDifference is { } most && (now - head.Now > most || head.Now - now > most) ? throw new ClocksDifferException(now, head.Now, most) : now;
    }

    /// <summary>Waits for a district in memory, which nobody else has until the turn is disposed.</summary>
    private Task<LiveDistricts.Turn> EnterAsync(string district, CancellationToken cancellationToken) => _live.EnterAsync(Checked(district), cancellationToken);

    /// <summary>The key of a district, where it can be one.</summary>
    private static string Checked(string district)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(district);
        return district.Length <= TextRule.MaxKeyLength
            ? district
            : throw new ArgumentException($"The key of a district has {district.Length} characters. Allowed: at most {TextRule.MaxKeyLength}.", nameof(district));
    }

    /// <summary>Does a piece of work as the provider retries it; each time with a context of its own.</summary>
    private async Task<T> WithContextAsync<T>(Func<DbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var provider = await _open(cancellationToken).ConfigureAwait(false);
        await using var ending = provider.ConfigureAwait(false);
        return await provider.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                var context = await _open(token).ConfigureAwait(false);
                await using var closing = context.ConfigureAwait(false);
                return await work(context, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does a piece of work on a district that nobody else writes meanwhile, all or nothing, as the provider retries it.</summary>
    private Task<T> LockedAsync<T>(string district, Func<DbContext, Head, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => WithContextAsync(
        async (context, token) =>
        {
            var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, token).ConfigureAwait(false);
            await using var ending = transaction.ConfigureAwait(false);
            var result = await work(context, await LockAsync(context, district, token).ConfigureAwait(false), token).ConfigureAwait(false);
            await transaction.CommitAsync(token).ConfigureAwait(false);
            return result;
        },
        cancellationToken);

    /// <summary>An entry that answers a request already, and how often the journal was written anew when it was read.</summary>
    private sealed record Kept(Entry Entry, long Revision);
}
