using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names of <see cref="ItemResult"/>.</summary>
public static class ItemResults
{
    /// <summary>The result as people read it.</summary>
    /// <param name="result">The result.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="result"/> is not one of the named values.</exception>
    public static BilingualText Name(this ItemResult result) => result.Named() switch
    {
        ItemResult.Met => ("符合", "met"),
        ItemResult.NotMet => ("不符合", "not met"),
        ItemResult.NotApplicable => ("不适用", "not applicable"),
    };
}
