using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names of <see cref="FindingSeverity"/>, and what comes above one.</summary>
public static class FindingSeverities
{
    /// <summary>The severity as people read it.</summary>
    /// <param name="severity">The severity.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is not one of the named values.</exception>
    public static BilingualText Name(this FindingSeverity severity) => severity.Named() switch
    {
        FindingSeverity.General => ("一般", "general"),
        FindingSeverity.Key => ("重点", "key"),
    };

    /// <summary>The severity one step up (升级): key above general, and key again above key.</summary>
    /// <param name="severity">The severity.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is not one of the named values.</exception>
    public static FindingSeverity Raised(this FindingSeverity severity) =>
        severity.Named() switch { FindingSeverity.General or FindingSeverity.Key => FindingSeverity.Key };
}
