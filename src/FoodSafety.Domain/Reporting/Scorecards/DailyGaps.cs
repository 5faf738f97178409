using FoodSafety.Domain.Publications;
using FoodSafety.Domain.SelfControl;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>What was missed of daily control in the period of a scorecard.</summary>
internal static class DailyGaps
{
    /// <summary>The gaps up to a day; null where no records are kept, or none yet.</summary>
    public static SelfControlGaps? Find(DistrictDay district, ScorecardTerms terms) => district is { SelfControl: { First: { } first } log, Day: var on } && on >= first
        ? log.Gaps(district.RecordDuties.First(duty => duty.Kind == SelfControlKind.DailyControl), new DateInterval(LocalDate.Max(terms.DaysUpTo(on).Start, first), on), district.Calendar)
        : null;
}
