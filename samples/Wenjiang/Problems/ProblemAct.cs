using FoodSafety.Domain.Rectifications;
using NodaTime;

namespace Wenjiang.Problems;

/// <summary>A step that is taken with a problem.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who takes it.</param>
/// <param name="Act">The step.</param>
internal sealed record ProblemAct(Instant At, string By, RectificationAct Act)
{
    /// <summary>Takes all steps in the order of time, as a platform would have taken them.</summary>
    /// <param name="desk">Where they are entered.</param>
    /// <param name="acts">The steps, those of one problem in their order; its report comes first.</param>
    public static void TakeAll(Desk desk, IEnumerable<ProblemAct> acts)
    {
        // The sort is stable: steps of one moment stay in their order.
        foreach (var act in acts.OrderBy(act => act.At))
        {
            desk.Do(act.At, act.By, act.Act);
        }
    }
}
