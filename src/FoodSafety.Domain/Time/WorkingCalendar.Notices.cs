using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

// The notices of the years: what speaks against one, and the calendar with another.
public sealed partial class WorkingCalendar
{
    /// <summary>The calendar with a year added, and everything that speaks against it; the calendar is of use only when nothing does.</summary>
    internal WorkingCalendar Add(int year, ImmutableArray<CalendarDay> days, Citation? basis, out ImmutableArray<CalendarFault> faults)
    {
        var found = FindFaults(days).Concat(days.Where(day => !MayHave(year, day.Date)).Select(day => new CalendarFault(
            day.Date, ($"不属于 {year} 年，也不在上一年 12 月", $"is neither a day of {year} nor of the December before it")))).ToImmutableArray();
        if (!found.IsEmpty)
        {
            faults = found;
            return this;
        }

        var calendar = Announced(year, days, basis);
        faults = [.. calendar.FindWorked(year), .. year > FirstYear ? calendar.FindWorked(year - 1) : []];
        return calendar;
    }

    /// <summary>The calendar with a year that was announced once, whatever the law of the holidays says by now.</summary>
    internal WorkingCalendar Announced(int year, ImmutableArray<CalendarDay> days, Citation? basis)
    {
        CheckRange(year, Math.Max(1, FirstYear - 1), Math.Min(MostYear, LastYear + 1), nameof(year));
        return new WorkingCalendar(Weekend, Zone, Basis, Rules, _notices.SetItem(year, new Notice(days, basis)));
    }

    /// <summary>Whether just these days of a year are announced, by this notice.</summary>
    internal bool Announces(int year, ImmutableArray<CalendarDay> days, Citation basis) =>
        _notices.TryGetValue(year, out var notice) && basis.Equals(notice.Basis ?? Basis) && notice.Days.OrderBy(day => day.Date).SequenceEqual(days.OrderBy(day => day.Date));

    private static ImmutableArray<IsoDayOfWeek> CheckWeekend(IEnumerable<IsoDayOfWeek> weekend)
    {
        ArgumentNullException.ThrowIfNull(weekend);
        ImmutableArray<IsoDayOfWeek> days = [.. weekend.Distinct().Order()];
        foreach (var weekday in days)
        {
            if (weekday is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            {
                throw new ArgumentOutOfRangeException(nameof(weekend), weekday, "Allowed: Monday to Sunday.");
            }
        }

        return days;
    }

    private static ImmutableArray<HolidayRule> CheckRules(IEnumerable<HolidayRule>? rules)
    {
        ImmutableArray<HolidayRule> all = [.. rules ?? []];
        for (var i = 0; i < all.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(all[i], nameof(rules));
            if (i > 0 && all[i].FirstYear <= all[i - 1].FirstYear)
            {
                throw new ArgumentException($"The rule from {all[i].FirstYear} does not come after that from {all[i - 1].FirstYear}.", nameof(rules));
            }
        }

        return all;
    }

    private static ImmutableSortedDictionary<int, Notice> Split(int firstYear, int lastYear, IEnumerable<CalendarDay> days, Citation? basis)
    {
        ArgumentNullException.ThrowIfNull(days);
        CheckRange(firstYear, 1, MostYear, nameof(firstYear));
        CheckRange(lastYear, firstYear, MostYear, nameof(lastYear));
        var byYear = days.ToLookup(day => day.Date.Year);
        Throw(byYear.Where(year => year.Key < firstYear || year.Key > lastYear).SelectMany(year => year).Select(day =>
            new CalendarFault(day.Date, ($"不在 {firstYear} 至 {lastYear} 年之内", $"is outside the years {firstYear} to {lastYear}"))), nameof(days));
        return Enumerable.Range(firstYear, lastYear - firstYear + 1).ToImmutableSortedDictionary(year => year, year => new Notice([.. byYear[year]], basis));
    }

    private static void Throw(IEnumerable<CalendarFault> faults, string parameter)
    {
        foreach (var fault in faults)
        {
            throw new ArgumentException($"{fault.Date:uuuu-MM-dd} {fault.Reason.English}.", parameter);
        }
    }

    private bool MayHave(int year, LocalDate date) => date.Year == year || (date.Year == year - 1 && date.Month == 12 && date.Year >= FirstYear);

    /// <summary>What is wrong with days of a notice by themselves.</summary>
    private IEnumerable<CalendarFault> FindFaults(ImmutableArray<CalendarDay> days)
    {
        var seen = new Dictionary<LocalDate, CalendarDayKind>();
        foreach (var day in days)
        {
            BilingualText? fault =
                !Enum.IsDefined(day.Kind) ? ("没有类别：允许 Holiday (1) 和 MakeUpWorkday (2)", "has no kind: Holiday (1) and MakeUpWorkday (2) are allowed")
                : day.IsProvisional ? ("是推算的暂定日，并非公布的安排", "is provisional: it was computed, and no notice announced it")
                : day.Kind == CalendarDayKind.MakeUpWorkday && !IsWeekend(day.Date) ? ("本来就是工作日，不能再调为上班", "is a working day by its weekday and cannot be made one")
                : !seen.TryGetValue(day.Date, out var kind) ? null
                : kind == day.Kind ? ("重复出现", "is given twice")
                : ("既放假又上班", "is given twice, once off and once worked");
            seen[day.Date] = day.Kind;
            if (fault is { } reason)
            {
                yield return new CalendarFault(day.Date, reason);
            }
        }
    }

    /// <summary>The statutory days of an announced year that are worked.</summary>
    private IEnumerable<CalendarFault> FindWorked(int year)
    {
        var rule = RuleOf(year);
        return year > rule.LastYear ? [] : rule.DaysOf(year).Where(day => IsWorked(day.Date)).Select(day => new CalendarFault(
            day.Date,
            ($"是{day.Name.Chinese}，依{rule.Basis.Text.Chinese}须放假，却为工作日", $"is {day.Name.English}, off by {rule.Basis.Text.English}, and these days make it worked")));
    }

    private sealed record Notice(ImmutableArray<CalendarDay> Days, Citation? Basis);
}

/// <summary>What speaks against one day of an announced year.</summary>
internal readonly record struct CalendarFault(LocalDate Date, BilingualText Reason);
