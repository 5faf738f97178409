using FoodSafety.Domain.Languages;

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

/// <summary>What people call the levels of task forces.</summary>
public static class TaskForceLevels
{
    /// <summary>The name of a level.</summary>
    /// <param name="level">The level.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not one of the named values.</exception>
    public static BilingualText Name(this TaskForceLevel level) => level.Named() switch
    {
        TaskForceLevel.Bureau => ("局级专班", "Bureau task force"),
        TaskForceLevel.Station => ("所级专班", "Station task force"),
    };
}
