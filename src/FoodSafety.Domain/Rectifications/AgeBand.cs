using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>How many open rectifications have an age between two numbers of days (账龄区间).</summary>
/// <param name="FromDays">The lowest age, in calendar days since it was opened; included.</param>
/// <param name="ToDays">The highest age; included, and null for no limit.</param>
/// <param name="Count">How many have it.</param>
public readonly record struct AgeBand(int FromDays, int? ToDays, int Count)
{
    /// <summary>The band as people read it: "8–15 天", "31+ days".</summary>
    public BilingualText Text
    {
        get
        {
            var days = ToDays is { } last
                ? string.Create(CultureInfo.InvariantCulture, $"{FromDays}–{last}")
                : string.Create(CultureInfo.InvariantCulture, $"{FromDays}+");
            return ($"{days} 天", $"{days} days");
        }
    }

    /// <summary>The band in both languages, and how many are in it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Text}: {Count}");
}
