using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

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
