using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>How many businesses missed the record of a day (某日日管控缺漏).</summary>
/// <param name="Day">The day.</param>
/// <param name="Missed">How many businesses owed the record and did not make it.</param>
public readonly record struct MissedDay(LocalDate Day, int Missed)
{
    internal static ImmutableArray<MissedDay> Of(District district, Area area, LocalDate on, ScorecardTerms terms)
    {
        if (district.SelfControl is not { } log || on < log.First)
        {
            return [];
        }

        var from = LocalDate.Max(terms.DaysUpTo(on).Start, log.First);
        var gaps = log.Gaps(terms.Daily, new DateInterval(from, on), terms.Calendar);
        return [.. gaps.Periods.Select(period => new MissedDay(
            period.Last, gaps.RowsMissing(period.Last).Count(row => area.Contains(district.Register.Facts.GroupOf(row)))))];
    }
}
