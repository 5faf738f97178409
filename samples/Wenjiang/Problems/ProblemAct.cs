using FoodSafety.Domain.Rectifications;
using NodaTime;

namespace Wenjiang.Problems;

/// <summary>A step that will be taken with a problem, whose rectification gets its number only when it is reported.</summary>
/// <param name="At">When.</param>
/// <param name="Problem">The number of its finding.</param>
/// <param name="Take">The step, once the number of the rectification is known.</param>
internal sealed record ProblemAct(Instant At, int Problem, Func<RectificationId, RectificationEvent> Take)
{
    /// <summary>Takes all steps in the order of time, as a platform would have taken them.</summary>
    /// <param name="book">The book that keeps them.</param>
    /// <param name="acts">The steps, those of one problem in their order; its report comes first.</param>
    public static void TakeAll(RectificationBook book, IEnumerable<ProblemAct> acts)
    {
        var ids = new Dictionary<int, RectificationId>();
        // The sort is stable: steps of one moment stay in their order.
        foreach (var act in acts.OrderBy(act => act.At))
        {
            ids[act.Problem] = book.Record(act.Take(ids.GetValueOrDefault(act.Problem))).Id;
        }
    }
}
