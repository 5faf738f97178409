using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>How far something overdue has come up the chain of responsibility (督办层级).</summary>
/// <remarks>Zero, the default, is no level.</remarks>
public enum EscalationLevel : byte
{
    /// <summary>To the main responsible cadre of the business (主体责任人).</summary>
    [BilingualName("主体责任人", "main responsible cadre")]
    MainCadre = 1,

    /// <summary>To the area above that of the main responsible cadre, for the grace is over (上一级).</summary>
    [BilingualName("上一级", "level above")]
    LevelAbove = 2,
}
