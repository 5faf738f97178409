namespace FoodSafety.Domain.Inspections;

/// <summary>What is inspected (检查对象类型).</summary>
/// <remarks>Zero, the default, is nothing.</remarks>
public enum InspectionSubjectKind : byte
{
    /// <summary>A business (食品生产经营主体).</summary>
    Business = 1,

    /// <summary>A cadre, by oversight (包保干部).</summary>
    Cadre = 2,

    /// <summary>An area with all its cadres, by oversight (属地).</summary>
    Area = 3,
}
