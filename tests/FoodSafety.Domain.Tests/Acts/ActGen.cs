using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Processes;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>
/// Random acts of every kind, taken from what a district knows, so that most are taken and some refused. The kinds are found by
/// reflection: one without a maker fails here.
/// </summary>
internal sealed class ActGen
{
    public static readonly ImmutableArray<Type> Kinds =
        [.. typeof(Act).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Act))).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly AreaCode[] Places = [.. PlanWorld.SmallTree.Areas.Where(area => area.Level >= AreaLevel.Town).Select(area => area.Code)];
    private static readonly AreaCode[] Offices = [.. PlanWorld.SmallTree.Areas.Where(area => area.Level >= AreaLevel.City).Select(area => area.Code)];
    private static readonly AreaLevel[] Levels = [AreaLevel.City, AreaLevel.District, AreaLevel.Town, AreaLevel.Village];

    private static readonly string[] Routines = ["dispatch", "coordination", "summary"];
    private static readonly LocalDate Begun = new(2024, 2, 1);

    private readonly Dictionary<Type, Func<Random, District, LocalDate, Act>> _makers;
    private readonly CustomCondition _fuse;

    public ActGen()
    {
        _fuse = Condition.Custom("fuse", ("保险丝", "a fuse"), _ => IsArmed ? throw new FuseException() : false);
        _makers = new()
        {
            [typeof(DayBegan)] = (_, _, _) => new DayBegan(),
            [typeof(ActVoided)] = (r, d, _) => Voided(r, d),
            [typeof(FollowUpClosed)] = (r, d, _) => new FollowUpClosed(Pick(r, [.. d.FollowUps.Open.Select(open => open.Id), new FollowUpId(1, 99)], last: 1), "done"),
            [typeof(BusinessesOpened)] = (r, _, _) => new BusinessesOpened([.. Enumerable.Range(0, 1 + r.Next(4)).Select(_ => NewBusiness(r)).DistinctBy(business => r.Next(20) == 0 ? default : business.Id)]),
            [typeof(FactsStated)] = (r, d, _) => new FactsStated(Known(r, d), r.Next(3) switch
            {
                0 => new FactRecord(BusinessFacts.Status.Of((OperatingStatus)(1 + r.Next(4)))),
                1 => new FactRecord(BusinessFacts.Type.Of(TypeOf(r)), BusinessFacts.DinersPerMeal.Of(r.Next(1500))),
                _ => new FactRecord(BusinessFacts.DinersPerMeal.Of(r.Next(1500))),
            }),
            [typeof(BusinessMoved)] = (r, d, _) => new BusinessMoved(Known(r, d), Pick(r, Places)),
            [typeof(BusinessRenamed)] = (r, d, _) => new BusinessRenamed(Known(r, d), $"name {r.Next(99)}"),
            [typeof(PolicyLaidDown)] = (r, d, today) => new PolicyLaidDown(Policy(r, d.Tiers.Policies, today)),
            [typeof(ObservationLaidDown)] = (r, _, _) => new ObservationLaidDown(new ObservationPeriod(r.Next(20), Made)),
            [typeof(TierAssigned)] = (r, d, today) => new TierAssigned(
                new AssignmentId(1 + r.Next(60)), r.Next(4) == 0 ? AssignmentKind.Provisional : AssignmentKind.Override, Known(r, d), (Tier)(1 + r.Next(4)),
                today.PlusDays(1 + r.Next(20)), "as decided", r.Next(2) == 0 ? null : today.PlusDays(r.Next(6))),
            [typeof(TierAssignmentEnded)] = (r, d, today) => new TierAssignmentEnded(
                Pick(r, [.. Enumerable.Range(1, 60).Select(n => new AssignmentId(n)).Where(id => d.Tiers.FindAssignment(id) is { } set && today < set.Until), new AssignmentId(61)], last: 1), "over"),
            [typeof(LevelsLaidDown)] = (r, _, today) => new LevelsLaidDown(new LevelCorrespondence(
                $"{r.Next(1000)}", new Term(today.PlusDays(r.Next(12) - 3), r.Next(9) == 0 ? today.PlusDays(12 + r.Next(12)) : null), Made,
                Levels[r.Next(2)], Levels[1 + r.Next(2)], Levels[2], Levels[2 + r.Next(2)])),
            [typeof(CadreJoined)] = (r, d, _) => new CadreJoined(
                r.Next(8) == 0 ? Serving(r, d) : new CadreId($"k{r.Next(25):D2}"), Expertise.Of(Pick(r, [.. BusinessSectors.All]))),
            [typeof(CadreLeft)] = (r, d, _) => new CadreLeft(Serving(r, d)),
            [typeof(PostGiven)] = (r, d, today) => new PostGiven(
                Serving(r, d), $"title {r.Next(3)}", Pick(r, Offices),
                new Term(today.PlusDays(r.Next(3) == 0 ? r.Next(30) : -r.Next(30)), r.Next(3) == 0 ? today.PlusDays(1 + r.Next(30)) : null), r.Next(3) == 0 ? r.Next(5) : null),
            [typeof(PostEnded)] = (r, d, _) => Pick(r, [.. d.Chains.Roster.Posts.Select(post => new PostEnded(post.Cadre, post.Area)), new PostEnded(Serving(r, d), Pick(r, Offices))]),
            [typeof(CommitmentSigned)] = (r, d, _) => new CommitmentSigned(
                new CommitmentId(1 + r.Next(500)), Serving(r, d), [.. Enumerable.Range(0, r.Next(8) == 0 ? 0 : 1 + r.Next(3)).Select(_ => Known(r, d))], "office"),
            [typeof(CommitmentEnded)] = (r, d, _) => new CommitmentEnded(
                Pick(r, [.. d.Commitments.Commitments.Where(commitment => commitment.Term.IsOpen).Select(commitment => commitment.Cadre).Order(), Serving(r, d)]), "left"),
            [typeof(ProcessLaidDown)] = (r, _, today) => new ProcessLaidDown(Complaints.Version($"{1 + r.Next(40)}", 1 + r.Next(9), new Term(today.PlusDays(r.Next(9) - 4), r.Next(3) == 0 ? today.PlusDays(9) : null))),
            [typeof(StepTaken)] = Step,
            [typeof(OutreachOpened)] = (r, _, _) => new OutreachOpened(
                new(1 + r.Next(30)), ("送达", "campaign"), r.Next(3) == 0 ? [OutreachMaterial.Card] : [OutreachMaterial.Letter, OutreachMaterial.Card]),
            [typeof(OutreachTargeted)] = (r, d, _) => new OutreachTargeted(Campaign(r, d), Some(r, d)),
            [typeof(OutreachDelivered)] = (r, d, _) => new OutreachDelivered(Campaign(r, d), (r.Next(3) == 0 ? OutreachMaterial.Letter : OutreachMaterial.Card).Code, Some(r, d), $"photo {r.Next(9)}"),
            [typeof(MechanismAdopted)] = (r, _, today) => new MechanismAdopted(Mechanism(r.Next(8), today), "as decided"),
            [typeof(RoutineDone)] = (r, _, today) => new RoutineDone(r.Next(20) == 0 ? "unknown" : Pick(r, Routines), today.PlusDays(1 - r.Next(12)), $"minutes {r.Next(9)}"),
            [typeof(MilestoneReached)] = (r, _, _) => new MilestoneReached("line", $"{r.Next(9)}"),
            [typeof(GridsLaidDown)] = (r, _, _) => new GridsLaidDown([.. Enumerable.Range(0, r.Next(4)).Select(n => new Grid($"g{n}", ("网格", "grid"), $"k{r.Next(9)}", Pick(r, Places)))]),
            [typeof(StationsLinked)] = (r, _, _) => new StationsLinked(
                AreaCode.Parse("510115"), [.. Enumerable.Range(0, r.Next(3)).Select(n => new StationLink($"s{n}", Pick(r, [.. Places.Where(place => place.Level == AreaLevel.Town)])))]),
        };
    }

    /// <summary>While it is armed, a policy that asks the fuse throws.</summary>
    public bool IsArmed { get; set; }

    public bool Makes(Type kind) => _makers.ContainsKey(kind);

    public Act Make(Type kind, Random random, District district, LocalDate today) => _makers[kind](random, district, today);

    /// <summary>A unit of one to four acts, or of a day that began.</summary>
    public ImmutableArray<Act> Unit(Random random, District district, LocalDate today) => random.Next(7) == 0
        ? [new DayBegan()]
        : [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Make(Kinds[random.Next(Kinds.Length)], random, district, today))];

    /// <summary>What a district begins with, so that later acts have something to be about.</summary>
    public ImmutableArray<Act> Founding(Random random, LocalDate today) =>
    [
        new LevelsLaidDown(LevelCorrespondence.Default),
        new PolicyLaidDown(Policy("0", new LocalDate(2022, 1, 1), 1000, 300, 50, withFuse: false)),
        new MechanismAdopted(Mechanism(0, today), "begun"),
        new ProcessLaidDown(Complaints.Version("0")),
        new OutreachOpened(new(1), ("一封信", "letter"), [OutreachMaterial.Letter, OutreachMaterial.Card]),
        new BusinessesOpened([.. Enumerable.Range(0, 8).Select(_ => NewBusiness(random)).DistinctBy(business => business.Id)]),
        .. Enumerable.Range(0, 10).Select(n => new CadreJoined(new CadreId($"k{n:D2}"))),
        .. Enumerable.Range(0, 10).Select(n => new PostGiven(new CadreId($"k{n:D2}"), "head", Offices[(n + random.Next(3)) % Offices.Length], new Term(today.PlusDays(-30)), random.Next(3) == 0 ? 3 : null)),
    ];

    // Some say of the past what others do not, so that what was done has a place in one and none in the other.
    private static WorkMechanism Mechanism(int sort, LocalDate today) => WorkMechanism
        .Define(new MechanismScheme("bare", ("仅例行工作", "routines only"), groups: 0, lines: 1, Made))
        .Lines(new WorkLine("line", ("工作线", "line"), "lead", Begun, ("路径", "path"), Enumerable.Range(0, sort == 1 ? 4 : 8).Select(n => new Milestone($"{n}", ("节点", "milestone"), Begun.PlusDays(20 * n))))
        {
            Measures = [("措施", "measure")],
        })
        .Routines(
            new Routine(Routines[0], ("日调度", "dispatch"), Cadence.WorkingDay, "office", new Term(Begun), Made),
            new Routine(Routines[1], ("周协调", "coordination"), sort == 2 ? Cadence.Month : Cadence.Week, "office", new Term(Begun), Made),
            new Routine(Routines[2], ("总结", "summary"), Cadence.Month, "office", new Term(Begun, sort == 3 ? today.PlusDays(sort) : null), Made))
        .Build();

    /// <summary>A step that a case allows, mostly, or the beginning of one.</summary>
    private static StepTaken Step(Random r, District d, LocalDate today)
    {
        Case[] open = [.. d.Cases.All.Where(known => !known.IsClosed)];
        var channel = new FieldValue("channel", $"c{r.Next(3)}");
        if (open.Length == 0 || r.Next(3) == 0)
        {
            return StepTaken.Begin(new(1 + r.Next(60)), Complaints.Code, "register", r.Next(2) == 0 ? null : Known(r, d), [channel]);
        }

        var known = Pick(r, open);
        var step = r.Next(12) == 0 ? known.Process.Steps[0] : Pick(r, [.. d.Cases.AllowedSteps(known.Id)]);
        return StepTaken.Take(known.Id, step.Code, [.. step.Needs.Skip(r.Next(20) == 0 ? 1 : 0).Select(field => new FieldValue(field, $"v{r.Next(9)}"))]);
    }

    private static CampaignId Campaign(Random r, District d) => Pick(r, [.. d.Campaigns.All.Select(campaign => campaign.Id), new CampaignId(99)], last: r.Next(20) == 0 ? 0 : 1);

    private static ImmutableArray<BusinessId> Some(Random r, District d) => [.. Enumerable.Range(0, r.Next(12) == 0 ? 0 : 1 + r.Next(4)).Select(_ => Known(r, d))];

    /// <summary>An act on a thing of any sort that can be voided, mostly one of the last.</summary>
    private static ActVoided Voided(Random r, District d)
    {
        (Thing About, ActPlace Place)[] acts = [.. d.VoidableActs().OrderBy(act => act.Place.Entry).ThenBy(act => act.Place.Number)];
        var (about, place) = acts.Length == 0 ? (new Thing("commitments", "k99"), new ActPlace(1, 0)) : acts[^(1 + r.Next(Math.Min(acts.Length, 6)))];
        return new ActVoided(about, place, "recorded by mistake");
    }

    private GradingPolicy<Tier> Policy(Random r, ImmutableArray<GradingPolicy<Tier>> before, LocalDate today) => Policy(
        $"{r.Next(1000)}", LocalDate.Max(today.PlusDays(r.Next(20) - 5), r.Next(5) == 0 || before.IsEmpty ? today.PlusDays(-5) : before[^1].From.PlusDays(1)), 400 + r.Next(900), 200, 40, r.Next(2) == 0);

    // The rule with the fuse stands first and is of the strictest tier: whether it is asked must not hang on the order of rows.
    private GradingPolicy<Tier> Policy(string version, LocalDate from, int a, int b, int c, bool withFuse)
    {
        var policy = GradingPolicy.Define("stated", version, ("给定", "as stated"), Tiers.Scale).InForce(from)
            .NotGraded("closed", BusinessFacts.Status.Is(OperatingStatus.Closed), ("已关闭", "closed"), Made);
        policy = withFuse ? policy.Rule("fuse", Tier.A, _fuse, ("保险丝", "fuse"), Made) : policy;
        return policy
            .Rule("a", Tier.A, BusinessFacts.DinersPerMeal >= a, ("A", "A"), Made)
            .Rule("b", Tier.B, BusinessFacts.DinersPerMeal >= b, ("B", "B"), Made)
            .Rule("c", Tier.C, BusinessFacts.DinersPerMeal >= c, ("C", "C"), Made)
            .Otherwise(Tier.D, ("D", "D"), Made).Build();
    }

    private static Business NewBusiness(Random r) => new(new BusinessId($"b{r.Next(200)}"), $"name {r.Next(9)}", Pick(r, Places), TypeOf(r))
    {
        Profile = r.Next(5) == 0 ? OperatingProfile.Unstated : new() { DinersPerMeal = r.Next(1500) },
    };

    private static BusinessType TypeOf(Random r) => r.Next(2) == 0 ? BusinessType.Restaurant : BusinessType.SchoolCanteen;

    private static BusinessId Known(Random r, District d) =>
        d.Businesses.Register.Count == 0 || r.Next(30) == 0 ? new("unknown") : d.Businesses.Register.IdAt(r.Next(d.Businesses.Register.Count));

    private static CadreId Serving(Random r, District d) =>
        r.Next(30) == 0 ? new("k99") : Pick(r, [.. d.Chains.Cadres.Where(d.Chains.IsInService).Order(), new CadreId("k99")], last: 1);

    private static T Pick<T>(Random r, T[] items, int last = 0) => items[r.Next(Math.Max(1, items.Length - last))];
}

/// <summary>What a condition of the user's own may throw.</summary>
internal sealed class FuseException : Exception;
