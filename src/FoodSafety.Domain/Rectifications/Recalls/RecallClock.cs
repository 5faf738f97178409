using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The clock of a recall that runs (召回时限): for its start, or for its end.</summary>
/// <param name="Step">The step that keeps it: <see cref="RecallStep.Start"/> or <see cref="RecallStep.Report"/>.</param>
/// <param name="Limit">The limit, with its basis.</param>
/// <param name="Deadline">Until when the step is in time, an agreed extension included.</param>
/// <param name="AskedAt">The instant at which the clock was read.</param>
public sealed record RecallClock(RecallStep Step, TimeLimit Limit, Deadline Deadline, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant AskedAt)
{
    /// <summary>True when the step was not taken in time (逾期).</summary>
    public bool IsOverdue => Deadline.IsOverdue(AskedAt);
}
