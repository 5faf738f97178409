using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Why a step of a business is with another cadre than before (包保调整原因).</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum ChainChangeReason
{
    /// <summary>The business comes into the plan: it opened, or was graded for the first time (新纳入).</summary>
    [BilingualName("新纳入", "entered the plan")]
    Entered = 1,

    /// <summary>The business leaves the plan: it has no tier any more (退出包保).</summary>
    [BilingualName("退出包保", "left the plan")]
    LeftPlan = 2,

    /// <summary>The tier became another (等级变动).</summary>
    [BilingualName("等级变动", "tier changed")]
    TierChanged = 3,

    /// <summary>The business stands in another area (地址迁移).</summary>
    [BilingualName("地址迁移", "business moved")]
    BusinessMoved = 4,

    /// <summary>The cadre is no longer in post there (干部离任).</summary>
    [BilingualName("干部离任", "cadre left")]
    CadreLeft = 5,

    /// <summary>The cadre had more businesses than a lowered capacity allows (超出上限).</summary>
    [BilingualName("超出上限", "over capacity")]
    OverCapacity = 6,

    /// <summary>Another level takes the tier (层级对应调整).</summary>
    [BilingualName("层级对应调整", "levels changed")]
    LevelsChanged = 7,

    /// <summary>The cadre came to stand a step higher in the same chain (升任上一环节).</summary>
    [BilingualName("升任上一环节", "cadre now a step higher")]
    StepChanged = 8,

    /// <summary>Somebody can take the step who could not before: a level was staffed or room was found (人员到位).</summary>
    [BilingualName("人员到位", "staff found")]
    StaffFound = 9,

    /// <summary>The plan was made anew and not from the one recorded before, so nothing says why (重新分配).</summary>
    [BilingualName("重新分配", "planned anew")]
    PlannedAnew = 10,

    /// <summary>
    /// A kept plan that is taken up again states the cadre for a step that he or she cannot take as tier, address, levels and posts are
    /// now (与现状不符): another area takes it, the tier has no such step, or there is no main responsible to assist.
    /// </summary>
    [BilingualName("与现状不符", "does not fit the business now")]
    DoesNotFit = 11,

    /// <summary>What had moved the step was a slip that was put right: whoever had it before has it again (更正后恢复).</summary>
    [BilingualName("更正后恢复", "returned after a correction")]
    Returned = 12,

    /// <summary>The same cadre has it in the same post, whose area was merged, split or has another code (区划变更).</summary>
    [BilingualName("区划变更", "areas changed")]
    AreasChanged = 13,

    /// <summary>It is as another system had it, from which the district was taken over; nothing says why (系统接管).</summary>
    [BilingualName("系统接管", "taken over from another system")]
    TakenOver = 14,

    /// <summary>The cadre handed the business over to this one (移交接任).</summary>
    [BilingualName("移交接任", "handed over")]
    HandedOver = 15,
}
