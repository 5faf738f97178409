namespace FoodSafety.Domain.Coordination;

/// <summary>The two levels of task forces (两级专班).</summary>
/// <remarks>The default value 0 is no level. Names are in <see cref="TaskForceLevels"/>.</remarks>
public enum TaskForceLevel
{
    /// <summary>Of the market regulation bureau (局级专班).</summary>
    Bureau = 1,

    /// <summary>Of a market regulation station (所级专班).</summary>
    Station = 2,
}
