using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The names of <see cref="GapReason"/>.</summary>
public static class GapReasons
{
    /// <summary>The reason as people read it.</summary>
    /// <param name="reason">The reason.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reason"/> is not one of the named values.</exception>
    public static BilingualText Name(this GapReason reason) => reason.Named() switch
    {
        GapReason.NoAreaAtLevel => ("无此层级", "no area at this level"),
        GapReason.NobodyInPost => ("无人在任", "nobody in post"),
        GapReason.NoCapacity => ("包保已满", "no capacity"),
        GapReason.AlreadyInChain => ("无他人可任", "nobody who is not in the chain already"),
    };
}
