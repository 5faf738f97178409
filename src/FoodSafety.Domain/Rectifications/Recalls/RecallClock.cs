using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A clock of a recall (召回时限): for its start, its end, or the next report on how it goes.</summary>
/// <param name="Step">The step that keeps it: <see cref="RecallStep.Start"/>, <see cref="RecallStep.Report"/> or <see cref="RecallStep.Progress"/>.</param>
/// <param name="Limit">The limit, with its basis.</param>
/// <param name="Deadline">Until when the step is in time, an agreed extension included; null while the clock does not run yet.</param>
/// <param name="WaitsFor">The step from which it will run; null once it runs.</param>
/// <param name="AskedAt">The instant at which the clock was read.</param>
public sealed record RecallClock(
    RecallStep Step, TimeLimit Limit, Deadline? Deadline, RecallStep? WaitsFor, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant AskedAt)
{
    /// <summary>True when the clock runs; false while it waits for the step that starts it.</summary>
    public bool IsRunning => Deadline is not null;

    /// <summary>True when the step was not taken in time (逾期); never while the clock does not run.</summary>
    public bool IsOverdue => Deadline?.IsOverdue(AskedAt) == true;

    /// <summary>The clock as people read it: what is due until when and by which rule, or what it waits for.</summary>
    public BilingualText Text
    {
        get
        {
            var (zh, en) = (Limit.Basis is { } basis ? $"（{basis.Text.Chinese}）" : "", Limit.Basis is { } known ? $" ({known.Text.English})" : "");
            return WaitsFor is { } awaited
                ? ($"“{Step.Name().Chinese}”期限{Limit.Text.Chinese}，自“{awaited.Name().Chinese}”起算，尚未起算{zh}",
                    $"'{Step.Name().English}' within {Limit.Text.English} of the step '{awaited.Name().English}', which was not taken yet{en}")
                : ($"“{Step.Name().Chinese}”截止 {Deadline?.Text.Chinese}{zh}", $"'{Step.Name().English}' is due {Deadline?.Text.English}{en}");
        }
    }
}
