using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>How many problems stand how (整改统计). Found are rectified, open, dismissed, concluded as a case, or carried over; overdue are some of the open.</summary>
/// <remarks>What is carried over is found once more as what it was carried into: <c>Found - CarriedOver</c> counts each problem once.</remarks>
/// <param name="Found">How many were reported (发现问题).</param>
/// <param name="Rectified">How many of them are closed or corrected on the spot (已整改).</param>
/// <param name="Open">How many are open, those in a case included (未办结).</param>
/// <param name="Overdue">How many of the open are past their deadline (逾期).</param>
/// <param name="Dismissed">How many were dropped (已撤销).</param>
/// <param name="CasesConcluded">How many ended as a concluded case (已结案).</param>
/// <param name="CarriedOver">How many were found again and go on as a new finding (已结转).</param>
public readonly record struct RectificationCounts(
    long Found, long Rectified, long Open, long Overdue, long Dismissed, long CasesConcluded, long CarriedOver);

/// <summary>How many problems stand how in each area, everything inside the area included (各区划整改统计).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RectificationCountsByArea
{
    private readonly ImmutableArray<RectificationCounts> _counts;

    internal RectificationCountsByArea(AreaTree areas, ImmutableArray<RectificationCounts> counts, RectificationCounts unplaced) =>
        (Areas, _counts, Unplaced) = (areas, counts, unplaced);

    /// <summary>The areas.</summary>
    public AreaTree Areas { get; }

    /// <summary>The counts of problems whose business is in no register, or not yet in the one that was asked, and which so are in no area.</summary>
    public RectificationCounts Unplaced { get; }

    /// <summary>The counts of one area.</summary>
    /// <param name="area">The code of the area.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public RectificationCounts this[AreaCode area] => At(Areas[area].Ordinal);

    internal RectificationCounts At(int ordinal) => _counts[ordinal];
}

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
