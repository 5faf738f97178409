using System.Runtime.CompilerServices;
using FoodSafety.Domain.Acts;
using NodaTime;

// Of the overloads only the token is optional, and they differ before it.
#pragma warning disable RS0026

namespace FoodSafety.Domain.EntityFrameworkCore;

// Questions: on the district in memory, on a day of it, and on the journal as it grows.
public sealed partial class DistrictStore
{
    /// <summary>Asks the district as it is now. Nobody else asks or writes it in this process meanwhile: for short questions, of which the answer is a value.</summary>
    /// <param name="district">The district; one that nothing was ever done in is empty.</param>
    /// <param name="question">The question; it does not write, and keeps nothing of the district.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <typeparam name="T">The answer.</typeparam>
    /// <exception cref="InvalidOperationException">The question wrote; that is taken back.</exception>
    public async Task<T> ReadAsync<T>(string district, Func<District, T> question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        using var activity = StoreTelemetry.Begin("read", district);
        using var turn = await EnterAsync(district, cancellationToken).ConfigureAwait(false);
        var current = await CatchUpAsync(turn.Live, cancellationToken).ConfigureAwait(false);
        return Undisturbed(current, () => question(current));
    }

    /// <summary>The district on a day by all that is known now (某日状态): a value that any thread may read for as long as it likes, and that is made once for all who ask.</summary>
    /// <param name="district">The district; one that nothing was ever done in is empty.</param>
    /// <param name="day">The day; one to come is answered as if nothing happened until then.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<DistrictDay> DayAsync(string district, LocalDate day, CancellationToken cancellationToken = default)
    {
        using var activity = StoreTelemetry.Begin("day", district);
        using var turn = await EnterAsync(district, cancellationToken).ConfigureAwait(false);
        var current = await CatchUpAsync(turn.Live, cancellationToken).ConfigureAwait(false);
        return DayOf(turn.Live, current, day);
    }

    /// <summary>The district on a day as it was known when a version was the last (当时口径): what a report said then is said again.</summary>
    /// <remarks>Where the version is not the last, the journal up to it is read again, which takes as long as opening the district; the day stays in memory for the next who asks.</remarks>
    /// <param name="district">The district.</param>
    /// <param name="day">The day.</param>
    /// <param name="version">The number of the last entry that was known; 0 for none.</param>
    /// <param name="cancellationToken">Ends the waiting and the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public async Task<DistrictDay> DayAsync(string district, LocalDate day, long version, CancellationToken cancellationToken = default)
    {
        using var activity = StoreTelemetry.Begin("day", district);
        using (var turn = await EnterAsync(district, cancellationToken).ConfigureAwait(false))
        {
            var live = turn.Live;
            var current = await CatchUpAsync(live, cancellationToken).ConfigureAwait(false);
            if (version < 0 || version > current.Version)
            {
                throw new ArgumentOutOfRangeException(nameof(version), version, $"Allowed: 0..{current.Version}.");
            }

            if (version == current.Version)
            {
                return DayOf(live, current, day);
            }

            if (live.Days.Find((day, version)) is { } known)
            {
                return known;
            }
        }

        // Whoever writes or asks of now does not wait for it.
        var (then, revision) = await WithContextAsync(
            async (context, token) =>
            {
                var head = await FindHeadAsync(context, district, token).ConfigureAwait(false);
                var opened = new District(_settings);
                await RedoAsync(opened, context, district, version, tellOf: 0, token).ConfigureAwait(false);
                return (opened.AsOf(day), head?.Revision);
            },
            cancellationToken).ConfigureAwait(false);
        using (var turn = await EnterAsync(district, cancellationToken).ConfigureAwait(false))
        {
            if (turn.Live.District is not null && turn.Live.Revision == revision)
            {
                turn.Live.Days.Keep((day, version), then);
            }
        }

        return then;
    }

    /// <summary>The entries of a district after one, in their order, up to the last when each piece is read (台账推送): for messages, reports upward, a copy elsewhere.</summary>
    /// <remarks>Whoever feeds on them remembers the number of the last that he dealt with, and asks for what is after it. Numbers have no gaps and no entry appears before another.</remarks>
    /// <param name="district">The district.</param>
    /// <param name="after">The number of the last entry that is known already; 0 for none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is negative.</exception>
    public async IAsyncEnumerable<Entry> EntriesAsync(string district, long after = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(district);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        await foreach (var entry in _format.ReadAsync(LinesAsync(district, after, long.MaxValue, cancellationToken), after + 1, cancellationToken).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    private static DistrictDay DayOf(LiveDistrict live, District current, LocalDate day)
    {
        var value = live.Days.Find((day, current.Version)) ?? current.AsOf(day);
        live.Days.Keep((day, current.Version), value);
        return value;
    }
}
