using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>How many open rectifications have an age between two numbers of days (账龄区间).</summary>
/// <param name="FromDays">The lowest age, in calendar days since it was opened; included.</param>
/// <param name="ToDays">The highest age; included, and null for no limit.</param>
/// <param name="Count">How many have it.</param>
public readonly record struct AgeBand(int FromDays, int? ToDays, int Count)
{
    /// <summary>The band as people read it: "8–15 天", "31+ days", "1 day".</summary>
    public BilingualText Text
    {
        get
        {
            var days = ToDays switch
            {
                null => string.Create(CultureInfo.InvariantCulture, $"{FromDays}+"),
                { } last when last == FromDays => FromDays.ToString(CultureInfo.InvariantCulture),
                { } last => string.Create(CultureInfo.InvariantCulture, $"{FromDays}–{last}"),
            };
            return ($"{days} 天", days == "1" ? "1 day" : $"{days} days");
        }
    }

    /// <summary>The band in both languages, and how many are in it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Text}: {Count}");
}
