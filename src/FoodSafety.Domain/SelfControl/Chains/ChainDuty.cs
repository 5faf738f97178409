namespace FoodSafety.Domain.SelfControl;

/// <summary>What record a level of a chain makes how often, and to whom it reports (连锁企业自查要求).</summary>
/// <param name="Level">The level.</param>
/// <param name="Duty">The record and its rhythm, to be asked of a log like any other; who makes it is taken over from Order 60.</param>
/// <param name="ReportsTo">The level above that is told of the result (逐级报告); null where none is, or the rule says nothing of it.</param>
public sealed record ChainDuty(ChainLevel Level, SelfControlDuty Duty, ChainLevel? ReportsTo)
{
    /// <summary>Level and duty, for logs and the debugger.</summary>
    public override string ToString() => $"{Level}: {Duty}";
}
