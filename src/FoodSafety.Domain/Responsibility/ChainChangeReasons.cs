using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The names of <see cref="ChainChangeReason"/>.</summary>
public static class ChainChangeReasons
{
    /// <summary>The reason as people read it.</summary>
    /// <param name="reason">The reason.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reason"/> is not one of the named values.</exception>
    public static BilingualText Name(this ChainChangeReason reason) => reason.Named() switch
    {
        ChainChangeReason.Entered => ("新纳入", "entered the plan"),
        ChainChangeReason.LeftPlan => ("退出包保", "left the plan"),
        ChainChangeReason.TierChanged => ("等级变动", "tier changed"),
        ChainChangeReason.BusinessMoved => ("地址迁移", "business moved"),
        ChainChangeReason.CadreLeft => ("干部离任", "cadre left"),
        ChainChangeReason.OverCapacity => ("超出上限", "over capacity"),
        ChainChangeReason.LevelsChanged => ("层级对应调整", "levels changed"),
        ChainChangeReason.StepChanged => ("升任上一环节", "cadre now a step higher"),
        ChainChangeReason.StaffFound => ("人员到位", "staff found"),
        ChainChangeReason.PlannedAnew => ("重新分配", "planned anew"),
        ChainChangeReason.DoesNotFit => ("与现状不符", "does not fit the business now"),
        ChainChangeReason.Returned => ("更正后恢复", "returned after a correction"),
        ChainChangeReason.TakenOver => ("系统接管", "taken over from another system"),
    };
}
