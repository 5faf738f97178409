using FoodSafety.Domain.SelfControl;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>What was missed of daily control in the period of a scorecard.</summary>
internal static class DailyGaps
{
    /// <summary>The gaps up to a day; null where no records are kept, or none yet.</summary>
    public static SelfControlGaps? Find(District district, LocalDate on, ScorecardTerms terms) => district.SelfControl is { First: { } first } log && on >= first
        ? log.Gaps(terms.Daily, new DateInterval(LocalDate.Max(terms.DaysUpTo(on).Start, first), on), district.Calendar)
        : null;
}
