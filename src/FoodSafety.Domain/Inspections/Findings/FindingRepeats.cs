using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>Tells which findings repeat an earlier one (重复问题识别): the same item at the same subject inside a window.</summary>
/// <remarks>
/// The same item is that of the same list, whatever the version, unless a version says that its code names another item since: <see cref="ChecklistItem.Since"/>. What was found without a list is nobody's repeat. A finding
/// that carries on an earlier one is the same problem and no repeat, but a later one can repeat it.
/// </remarks>
public static class FindingRepeats
{
    /// <summary>Finds all repeats among many findings.</summary>
    /// <param name="findings">The findings, in any order.</param>
    /// <param name="window">How long before a finding an earlier one counts, inclusive: twelve months.</param>
    /// <returns>By day, then by id; of each only the last one before it.</returns>
    /// <exception cref="ArgumentException">The window is not positive.</exception>
    public static ImmutableArray<FindingRepeat> FindRepeats(ReadOnlySpan<Finding> findings, Period window)
    {
        RequirePositive(window);
        var sorted = findings.ToArray();
        Array.Sort(sorted, Compare);
        var repeats = ImmutableArray.CreateBuilder<FindingRepeat>();
        var last = new Dictionary<FindingKey, Finding>();
        foreach (var finding in sorted)
        {
            if (finding.Item.IsNone)
            {
                continue;
            }

            var key = FindingKey.Of(finding);
            if (last.TryGetValue(key, out var previous) && Repeats(finding, previous, window))
            {
                repeats.Add(new FindingRepeat(finding, previous));
            }

            last[key] = finding;
        }

        return repeats.DrainToImmutable();
    }

    /// <summary>The last finding on the same item before one, within the window; null when it repeats none.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="others">Those among which to look; others than of the same item do not count.</param>
    /// <param name="window">How long before the finding an earlier one counts, inclusive.</param>
    /// <exception cref="ArgumentException">The window is not positive.</exception>
    public static Finding? FindPrevious(Finding finding, IEnumerable<Finding> others, Period window)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(others);
        RequirePositive(window);
        Finding? previous = null;
        foreach (var other in others)
        {
            if (other.IsOfSameItem(finding) && other.Subject == finding.Subject && Compare(other, finding) < 0 &&
                (previous is null || Compare(previous, other) < 0))
            {
                previous = other;
            }
        }

        return previous is not null && Repeats(finding, previous, window) ? previous : null;
    }

    private static bool Repeats(Finding finding, Finding previous, Period window) =>
        !finding.IsCarriedOver && previous.FoundOn >= Before(finding.FoundOn, window);

    /// <summary>The first day of the window; an end of the calendar where the window reaches beyond it.</summary>
    private static LocalDate Before(LocalDate day, Period window)
    {
        try
        {
            return day.Minus(window);
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException)
        {
            // Only a window of thousands of years comes here, whose direction is plain from its parts.
            return 365m * window.Years + 30m * window.Months + 7m * window.Weeks + window.Days > 0 ? LocalDate.MinIsoValue : LocalDate.MaxIsoValue;
        }
    }

    private static int Compare(Finding one, Finding other) =>
        one.FoundOn.CompareTo(other.FoundOn) is not 0 and var days ? days : FindingId.Compare(one.Id, other.Id);

    private static void RequirePositive(Period window)
    {
        ArgumentNullException.ThrowIfNull(window);
        // A period alone has no length: a month is longer or shorter. Against any day it must lead back.
        var day = new LocalDate(2024, 1, 1);
        if (window.HasTimeComponent || Before(day, window) >= day)
        {
            throw new ArgumentException($"The window is {window}. Allowed: one day or more, in days, weeks, months or years.", nameof(window));
        }
    }
}

/// <summary>A finding on an item on which the same business had one not long before (重复发生的问题).</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Previous">The last one before it on the same item, within the window.</param>
public readonly record struct FindingRepeat(Finding Finding, Finding Previous);

/// <summary>What two findings have in common when one may repeat the other: the subject and the item, of whatever version.</summary>
internal readonly record struct FindingKey(InspectionSubject Subject, string Checklist, string Code, string? Since)
{
    public static FindingKey Of(Finding finding) => new(finding.Subject, finding.Item.Checklist, finding.Item.Code, finding.ItemSince);
}
