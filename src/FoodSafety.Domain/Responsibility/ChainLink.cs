using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Responsibility;

/// <summary>One step of a chain (责任环节): who takes it, and why not at the level it belongs to.</summary>
/// <param name="Step">The step.</param>
/// <param name="Level">The level to which the step belongs.</param>
/// <param name="Seat">Who takes it; nobody when the step is vacant.</param>
/// <param name="Gap">Why it is taken at a higher level or by nobody; null when it is taken at its own level.</param>
public sealed record ChainLink(ResponsibleStep Step, AreaLevel Level, Seat Seat, GapReason? Gap)
{
    /// <summary>The cadre who takes it; no id when the step is vacant.</summary>
    public CadreId Cadre => Seat.Cadre;

    /// <summary>True when nobody takes it (空缺).</summary>
    public bool IsVacant => Seat.IsNone;

    /// <summary>True when a cadre of a higher level takes it (上级代任).</summary>
    public bool IsFallback => !IsVacant && Gap is not null;

    /// <summary>The role of whoever takes it, by the level of the seat; of a vacant step, by the level to which it belongs.</summary>
    public SpecialistRole Role => SpecialistRoles.At(IsVacant ? Level : Seat.Area.Level);
}
