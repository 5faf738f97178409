using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;

namespace GeneratedDistrict.Problems;

/// <summary>A step that is taken with a problem.</summary>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Act">The step.</param>
public sealed record ProblemAct(Instant At, string By, RectificationAct Act)
{
    /// <summary>Enters all steps in the order of time, each by whoever took it.</summary>
    /// <param name="desk">Where they are entered.</param>
    /// <param name="acts">The steps, those of one problem in their order.</param>
    public static void TakeAll(ActDesk desk, IEnumerable<ProblemAct> acts)
    {
        // The sort is stable: steps of one moment stay in their order.
        foreach (var act in acts.OrderBy(act => act.At))
        {
            var (date, time) = act.At.InZone(ChinaTime.Zone).LocalDateTime;
            desk.Do(date, time, act.By, act.Act);
        }
    }
}
