using FoodSafety.Domain.Lifecycles;
using static FoodSafety.Domain.Rectifications.RectificationState;
using static FoodSafety.Domain.Rectifications.RectificationStep;

namespace FoodSafety.Domain.Rectifications;

/// <summary>How a problem goes from found to struck off (整改闭环): the one table that every rectification follows.</summary>
/// <remarks>
/// States and their order follow 《食品生产经营监督检查管理办法》第三十二条、第三十三条 (on the spot, in writing with a deadline, report, check,
/// case) and what platforms do in practice (claim, strike off, look back, carry over). What a step further asks of people and dates
/// is in <see cref="RectificationRules"/>. Whatever is carried over has ended: the problem lives on in the rectification of the new
/// finding, and to reopen both would count it twice. A case runs its own way, whatever a follow-up finds.
/// </remarks>
public static class RectificationLifecycle
{
    /// <summary>The table; it refuses, explains and prints itself.</summary>
    public static Lifecycle<RectificationState, RectificationStep> Table { get; } = new(
        ("问题整改", "Rectification"), RectificationStates.Name, RectificationSteps.Name,
        new(null, Report, Reported),

        new(Reported, Claim, Claimed),
        new(Reported, CorrectOnTheSpot, CorrectedOnTheSpot),
        new(Reported, Dismiss, Dismissed),
        new(Reported, CarryOver, CarriedOver),
        new(Reported, FileCase, CaseFiled),
        new(Reported, LinkMeasure, Reported),

        new(Claimed, CorrectOnTheSpot, CorrectedOnTheSpot),
        new(Claimed, Order, Ordered),
        new(Claimed, Dismiss, Dismissed),
        new(Claimed, CarryOver, CarriedOver),
        new(Claimed, FileCase, CaseFiled),
        new(Claimed, LinkMeasure, Claimed),

        new(Ordered, Extend, Ordered),
        new(Ordered, Submit, Submitted),
        new(Ordered, Dismiss, Dismissed),
        new(Ordered, CarryOver, CarriedOver),
        new(Ordered, FileCase, CaseFiled),
        new(Ordered, LinkMeasure, Ordered),
        new(Ordered, SettleDeadline, Ordered),

        new(Submitted, Return, Ordered),
        new(Submitted, Close, Closed),
        new(Submitted, CarryOver, CarriedOver),
        new(Submitted, FileCase, CaseFiled),
        new(Submitted, LinkMeasure, Submitted),
        new(Submitted, SettleDeadline, Submitted),

        new(CaseFiled, ConcludeCase, CaseConcluded),
        new(CaseFiled, LinkMeasure, CaseFiled),

        new(Closed, Reopen, Reported),
        new(CorrectedOnTheSpot, Reopen, Reported),
        new(Dismissed, Reopen, Reported),
        new(CaseConcluded, Reopen, Reported));
}
