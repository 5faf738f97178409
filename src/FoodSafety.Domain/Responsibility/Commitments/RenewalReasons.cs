using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The names of <see cref="RenewalReason"/>.</summary>
public static class RenewalReasons
{
    /// <summary>The reason as people read it.</summary>
    /// <param name="reason">The reason.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reason"/> is not one of the named values.</exception>
    public static BilingualText Name(this RenewalReason reason) => reason.Named() switch
    {
        RenewalReason.NotSigned => ("待签订", "to be signed"),
        RenewalReason.BusinessesChanged => ("待续签", "to be renewed"),
        RenewalReason.NoBusinesses => ("待终止", "to be ended"),
    };
}
