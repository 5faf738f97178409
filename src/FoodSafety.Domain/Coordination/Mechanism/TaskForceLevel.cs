using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>The two levels of task forces (两级专班).</summary>
/// <remarks>The default value 0 is no level.</remarks>
public enum TaskForceLevel
{
    /// <summary>Of the market regulation bureau (局级专班).</summary>
    [BilingualName("局级专班", "Bureau task force")]
    Bureau = 1,

    /// <summary>Of a market regulation station (所级专班).</summary>
    [BilingualName("所级专班", "Station task force")]
    Station = 2,
}
