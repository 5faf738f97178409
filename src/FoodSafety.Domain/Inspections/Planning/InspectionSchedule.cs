using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>When the next inspection is due at every business, by the intervals in force on a day (下次检查时间表). Nobody needs to answer for a business.</summary>
/// <remarks>
/// It says so as if nothing happened after the day. A business that has closed or whose licence was revoked is left out. Immutable and safe to share.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class InspectionSchedule
{
    private readonly ILookup<BusinessId, NextInspection> _byBusiness;

    private InspectionSchedule(LocalDate on, ImmutableArray<NextInspection> next, ImmutableArray<UnscheduledInspection> without)
    {
        (On, Next, Without) = (on, next, without);
        _byBusiness = next.ToLookup(one => one.Business);
    }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>The next inspections, one for a business and kind: first what is due first, then in the order of the register.</summary>
    public ImmutableArray<NextInspection> Next { get; }

    /// <summary>The businesses for which no interval of a kind holds that has any: that nothing is due there is not said by anybody. By kind, in the order of the register.</summary>
    public ImmutableArray<UnscheduledInspection> Without { get; }

    /// <summary>The next inspections of a business, one for each kind, what is due first first; none where no interval holds for it.</summary>
    /// <param name="business">The business.</param>
    public ImmutableArray<NextInspection> Of(BusinessId business) => [.. _byBusiness[business]];

    /// <summary>Works it out.</summary>
    /// <param name="policy">The intervals.</param>
    /// <param name="register">The businesses.</param>
    /// <param name="gradings">The grades that stand.</param>
    /// <param name="done">What was done; what was done after the day is left out.</param>
    /// <param name="openedOn">The day on which the business of a row was opened; one that was there before the records began, the first day of these.</param>
    /// <param name="on">The day.</param>
    /// <param name="rows">Which rows are asked for, in ascending order; null for all.</param>
    internal static InspectionSchedule Of(
        FrequencyPolicy policy, BusinessRegister register, ItemList<GradeSheet> gradings, IEnumerable<DoneInspection> done, Func<int, LocalDate> openedOn, LocalDate on, IReadOnlyList<int>? rows = null)
    {
        InspectionInterval[] inForce = [.. policy.Intervals.Where(interval => interval.InForce.Contains(on))];
        if (inForce.Length == 0)
        {
            return new(on, [], []);
        }

        int[] asked = [.. (rows ?? [.. Enumerable.Range(0, register.Count)]).Where(row => !((OperatingStatus)register.Facts.Read(row, BusinessFacts.Status)).HasEnded())];
        var byRow = done.Where(one => one.On <= on).ToLookup(one => register.FindRow(one.Business) ?? -1);
        var next = new List<(int Row, NextInspection Next)>();
        var without = ImmutableArray.CreateBuilder<UnscheduledInspection>();
        foreach (var ofKind in inForce.GroupBy(interval => interval.Kind).OrderBy(group => group.Key))
        {
            (InspectionInterval Interval, RowSelection Rows)[] intervals =
                [.. ofKind.Select(interval => (interval, new RowSelection(register.Facts, register.Areas, gradings, interval.Areas, interval.Grades, interval.When)))];
            foreach (var row in asked)
            {
                NextInspection? first = null;
                foreach (var (interval, selected) in intervals)
                {
                    if (selected.Contains(row, register.Facts.GroupOf(row)) && Find(interval, row) is var found && (first is null || (found.Latest, found.From).CompareTo((first.Latest, first.From)) < 0))
                    {
                        first = found;
                    }
                }

                if (first is not null)
                {
                    next.Add((row, first));
                }
                else
                {
                    without.Add(new(ofKind.Key, register.IdAt(row)));
                }
            }
        }

        return new(on, [.. next.OrderBy(one => one.Next.Latest).ThenBy(one => one.Row).Select(one => one.Next)], without.DrainToImmutable());

        NextInspection Find(InspectionInterval interval, int row)
        {
            LocalDate? last = null;
            foreach (var one in byRow[row])
            {
                last = interval.Counts(one) && !(one.On <= last) ? one.On : last;
            }

            var from = last ?? openedOn(row);
            return new(register.IdAt(row), interval, last, from, interval.FromAfter(from), interval.LatestAfter(from));
        }
    }
}

/// <summary>When the next inspection of a kind is due at a business, and by what (下次检查).</summary>
/// <param name="Business">The business.</param>
/// <param name="Interval">By which interval.</param>
/// <param name="Last">The day of the last one that counts; null when there was none.</param>
/// <param name="CountedFrom">The day from which it is counted: that of the last one, or where there was none that on which the business was opened.</param>
/// <param name="From">The first day on which it may come.</param>
/// <param name="Latest">The last day on which it has to come.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NextInspection(BusinessId Business, InspectionInterval Interval, LocalDate? Last, LocalDate CountedFrom, LocalDate From, LocalDate Latest)
{
    /// <summary>What kind of inspection is due.</summary>
    public InspectionKind Kind => Interval.Kind;

    /// <summary>Whether it may come on a day, or is overdue.</summary>
    /// <param name="day">The day.</param>
    public bool IsOpenOn(LocalDate day) => From <= day;

    /// <summary>Whether its last day has passed (逾期未检查).</summary>
    /// <param name="today">The present date.</param>
    public bool IsOverdue(LocalDate today) => Latest < today;

    /// <summary>When it is due and why, as people read it.</summary>
    public BilingualText Text => (
        $"{Business} {Kind.Name().Chinese}：{From:uuuu-MM-dd} 至 {Latest:uuuu-MM-dd}（{Interval.Name.Chinese}，{(Last is null ? "尚未检查，自开办之日起" : "自上次检查")} {CountedFrom:uuuu-MM-dd} 计）",
        $"{Business}, {Kind.Name().English}: {From:uuuu-MM-dd} to {Latest:uuuu-MM-dd} ({Interval.Name.English}, counted from {(Last is null ? "the opening" : "the last")} on {CountedFrom:uuuu-MM-dd})");

    /// <summary>When it is due and why, in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>A business for which no interval of a kind holds (未定检查间隔).</summary>
/// <param name="Kind">The kind of inspection.</param>
/// <param name="Business">The business.</param>
public readonly record struct UnscheduledInspection(InspectionKind Kind, BusinessId Business);
