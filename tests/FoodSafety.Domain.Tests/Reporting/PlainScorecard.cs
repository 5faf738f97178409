using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using NodaTime;

namespace FoodSafety.Domain.Tests.Reporting;

/// <summary>What a scorecard has to say of one area, by asking the rooms about every business in it.</summary>
internal sealed class PlainScorecard(DistrictDay district, RectificationBook problems, Area area)
{
    private readonly int[] _all = [.. Enumerable.Range(0, district.Register.Count).Where(row => area.Code.Contains(district.Register.At(row).Area))];

    /// <summary>All but the businesses that have ended.</summary>
    private readonly int[] _rows = [.. Enumerable.Range(0, district.Register.Count)
        .Where(row => area.Code.Contains(district.Register.At(row).Area) && district.Register.At(row).Status is (OperatingStatus.Operating or OperatingStatus.Suspended))];

    public long Count(ScorecardMeasure measure) => measure.Code switch
    {
        "businesses" => _rows.Length,
        "tier-a" => _rows.Count(row => TierOf(row) == Tier.A),
        "tier-b" => _rows.Count(row => TierOf(row) == Tier.B),
        "tier-c" => _rows.Count(row => TierOf(row) == Tier.C),
        "tier-d" => _rows.Count(row => TierOf(row) == Tier.D),
        "without-tier" => _rows.Count(row => TierOf(row) is null),
        "tied" => _rows.Count(row => ChainOf(row) is not null),
        "named-in-commitment" => _rows.Count(row =>
            ChainOf(row) is { } chain && district.Commitments.Any(commitment => commitment.Cadre == chain.Main.Cadre && commitment.Names(chain.Business))),
        "cadres" => Levels().Count(),
        "city-cadres" => Levels().Count(level => level <= AreaLevel.City),
        "district-cadres" => Levels().Count(level => level == AreaLevel.District),
        "town-cadres" => Levels().Count(level => level == AreaLevel.Town),
        "village-cadres" => Levels().Count(level => level == AreaLevel.Village),
        "main-cadres" => Mains().Count(),
        "committed-cadres" => Mains().Count(cadre => district.Commitments.Any(commitment => commitment.Cadre == cadre)),
        "publicised" => Reached(RoundTask.Publicity),
        "trained" => Reached(RoundTask.Training),
        "visits-due" => Round is null ? _rows.Count(row => ChainOf(row) is not null) : _rows.Count(row => Round.Businesses.Any(business => business.Business == district.Register.IdAt(row))),
        "visited" => Round is null ? _rows.Count(row => ChainOf(row) is not null && VisitsOf(row).Any()) : Reached(RoundTask.Visit),
        "visits" => _all.Sum(row => VisitsOf(row).Count()),
        "visits-with-findings" => _all.Sum(row => VisitsOf(row).Count(visit => visit.Result!.Answers.Any(answer => answer.Result == ItemResult.NotMet))),
        "found" => Problems().Count(problem => problem.State is not (RectificationState.CarriedOver or RectificationState.Dismissed)),
        "rectified" => Problems().Count(problem => problem.State.IsRectified()),
        "open" => Problems().Count(problem => problem.State.IsOpen()),
        "overdue" => Problems().Count(problem => problem.IsOverdue),
        "directors" => _rows.Sum(row => OnDutyAt(row).Count(held => held.Post == SafetyPost.Director)),
        "officers" => _rows.Sum(row => OnDutyAt(row).Count(held => held.Post == SafetyPost.Officer)),
        "directors-required" => _rows.Count(row => RequiredAt(row).Any(post => post.Post == SafetyPost.Director)),
        "directors-filled" => _rows.Count(row =>
            RequiredAt(row).Where(post => post.Post == SafetyPost.Director).ToArray() is { Length: > 0 } posts && posts.All(post => OnDutyAt(row).Any(held => held.Fills == post))),
        "posts-required" => _rows.Sum(row => RequiredAt(row).Count()),
        "posts-filled" => _rows.Sum(row => RequiredAt(row).Count(post => OnDutyAt(row).Any(held => held.Fills == post))),
        "daily-records-due" => _rows.Sum(row => DaysOf(row).Owed),
        "daily-records-made" => _rows.Sum(row => DaysOf(row).Owed - DaysOf(row).Missed),
        "daily-bound" => _rows.Count(row => DaysOf(row).Owed > 0),
        "daily-kept" => _rows.Count(row => DaysOf(row) is { Owed: > 0, Missed: 0 }),
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    private RoundProgress? Round => district.Rounds.LastOrDefault(round => round.Round.Begins <= district.Day && round.Round.Tasks.Contains(RoundTask.Visit));

    private Tier? TierOf(int row) => district.Register.At(row).Status is OperatingStatus.Operating or OperatingStatus.Suspended ? district.Standing[row].FindGrade() : null;

    private ResponsibilityChain? ChainOf(int row) => IsRunning(row) && TierOf(row) is not null ? InPost(district.Plan?.FindChain(row)) : null;

    private ResponsibilityChain? InPost(ResponsibilityChain? chain) => chain is not null && IsInPost(chain.Main) ? chain : null;

    /// <summary>Whether the cadre of a step holds the post of its seat on the day; what stands on the day of the plan itself was planned of who does.</summary>
    private bool IsInPost(ChainLink link) =>
        district.Day <= district.Plan!.On || district.Plan.Roster.PostsOf(link.Cadre).Any(post => post.Area == link.Seat.Area && post.Term.Contains(district.Day));

    private bool IsRunning(int row) => district.Register.At(row).Status is OperatingStatus.Operating or OperatingStatus.Suspended;

    // Who has left the post of a step is no cadre of the chain any more, though the chain stands.
    private IEnumerable<AreaLevel> Levels() => _rows.SelectMany(LinksOf).Select(link => link.Cadre).Distinct()
        .Select(cadre => Enumerable.Range(0, district.Register.Count).SelectMany(LinksOf).Where(link => link.Cadre == cadre).Min(link => link.Seat.Area.Level));

    private IEnumerable<ChainLink> LinksOf(int row) => ChainOf(row) is { } chain ? chain.Links.Where(link => !link.IsVacant && IsInPost(link)) : [];

    private IEnumerable<CadreId> Mains() => _rows.Select(ChainOf).OfType<ResponsibilityChain>().Select(chain => chain.Main.Cadre).Distinct();

    private int Reached(RoundTask task) => Round is { } round && round.Round.Tasks.Contains(task)
        ? _rows.Count(row => round.Businesses.Any(business => business.Business == district.Register.IdAt(row)) && round.FindDay(district.Register.IdAt(row), task) <= district.Day)
        : 0;

    private IEnumerable<Inspection> VisitsOf(int row) => district.Inspections
        .Where(visit => visit.Business == district.Register.IdAt(row) && visit is { Kind: InspectionKind.CadreVisit, IsDone: true } && district.ScorecardTerms.DaysUpTo(district.Day).Contains(visit.BegunOn!.Value));

    private (RectificationState State, bool IsOverdue)[] Problems()
    {
        var day = district.Rectifications;
        var overdue = day.Overdue();
        return [.. day.Ids.Where(id => problems[id].Business is { } business && district.Register.FindRow(business) is { } row && _all.Contains(row))
            .Select(id => (day.FindState(id)!.Value, overdue.Contains(id)))];
    }

    private ImmutableArray<Appointment> OnDutyAt(int row) => [.. district.OnDuty.Where(held => held.Business == district.Register.IdAt(row))];

    private IEnumerable<RequiredPost> RequiredAt(int row) =>
        RandomDistrict.Required.RequirementsOf(district.Register.At(row), district.Day, TierOf(row)).Select(requirement => requirement.Required);

    private (int Owed, int Missed) DaysOf(int row)
    {
        if (district.SelfControl is not { First: { } first } log || first > district.Day)
        {
            return default;
        }

        var (owed, missed) = (0, 0);
        for (var day = LocalDate.Max(first, district.ScorecardTerms.DaysUpTo(district.Day).Start); day <= district.Day; day = day.PlusDays(1))
        {
            var business = district.Register.IdAt(row);
            var isOpen = !log.OperationMarks.Any(mark => mark.Act.Business == business && mark.Act.Term.Contains(day));
            owed += isOpen ? 1 : 0;
            missed += isOpen && log.Find(business, SelfControlKind.DailyControl, day) is null ? 1 : 0;
        }

        return (owed, missed);
    }
}
