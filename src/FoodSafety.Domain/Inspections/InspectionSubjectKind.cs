using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>What is inspected (检查对象类型).</summary>
/// <remarks>Zero, the default, is nothing.</remarks>
public enum InspectionSubjectKind : byte
{
    /// <summary>A business (食品生产经营主体).</summary>
    [BilingualName("企业", "business")]
    Business = 1,

    /// <summary>A cadre, by oversight (包保干部).</summary>
    [BilingualName("干部", "cadre")]
    Cadre = 2,

    /// <summary>An area with all its cadres, by oversight (属地).</summary>
    [BilingualName("属地", "area")]
    Area = 3,
}
