using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
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

    // What others only entail is refused when somebody does it by itself: a unit with it would say nothing of the rest.
    private static readonly ImmutableArray<Type> Asked = Kinds.Remove(typeof(ReplacementRecorded));

    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly AreaCode[] Places = [.. PlanWorld.SmallTree.Areas.Where(area => area.Level >= AreaLevel.Town).Select(area => area.Code)];
    private static readonly AreaCode[] Offices = [.. PlanWorld.SmallTree.Areas.Where(area => area.Level >= AreaLevel.City).Select(area => area.Code)];
    private static readonly AreaLevel[] Levels = [AreaLevel.City, AreaLevel.District, AreaLevel.Town, AreaLevel.Village];

    private static readonly BusinessId Inspected = new("b0");

    private readonly Dictionary<Type, Func<Random, District, LocalDate, Act>> _makers;
    private readonly CustomCondition _fuse;

    public ActGen()
    {
        _fuse = Condition.Custom("fuse", ("保险丝", "a fuse"), _ => IsArmed ? throw new FuseException() : false);
        _makers = new()
        {
            [typeof(ActVoided)] = (r, d, _) => Voided(r, d),
            [typeof(DayBegan)] = (_, _, _) => new DayBegan(),
            [typeof(BusinessesOpened)] = (r, _, _) => new BusinessesOpened([.. Enumerable.Range(0, 1 + r.Next(4)).Select(_ => NewBusiness(r)).DistinctBy(business => r.Next(20) == 0 ? default : business.Id)]),
            [typeof(FactsStated)] = (r, d, _) => new FactsStated(Known(r, d), r.Next(3) switch
            {
                0 => new FactRecord(BusinessFacts.Status.Of((OperatingStatus)(1 + r.Next(4)))),
                1 => new FactRecord(BusinessFacts.Type.Of(TypeOf(r)), BusinessFacts.DinersPerMeal.Of(r.Next(1500))),
                _ => new FactRecord(BusinessFacts.DinersPerMeal.Of(r.Next(1500))),
            }),
            [typeof(BusinessRelocated)] = (r, d, _) => new BusinessRelocated(Known(r, d), Pick(r, Places)),
            [typeof(BusinessRenamed)] = (r, d, _) => new BusinessRenamed(Known(r, d), $"name {r.Next(99)}"),
            [typeof(PolicyLaidDown)] = (r, d, today) => new PolicyLaidDown(Policy(r, d.Tiers.Policies, today)),
            [typeof(ObservationLaidDown)] = (r, _, _) => new ObservationLaidDown(new ObservationPeriod(r.Next(20), Made)),
            [typeof(TierAssigned)] = (r, d, today) => new TierAssigned(
                new AssignmentId(1 + r.Next(60)), r.Next(4) == 0 ? AssignmentKind.Provisional : AssignmentKind.Override, Known(r, d), (Tier)(1 + r.Next(4)),
                today.PlusDays(1 + r.Next(20)), "as decided", r.Next(2) == 0 ? null : today.PlusDays(r.Next(6))),
            [typeof(TierAssignmentEnded)] = (r, d, today) => new TierAssignmentEnded(
                Pick(r, [.. Enumerable.Range(1, 60).Select(n => new AssignmentId(n)).Where(id => d.Tiers.FindAssignment(id) is { } set && today < set.Until), new AssignmentId(61)]), "over"),
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
            [typeof(CommitmentMade)] = (r, d, _) => new CommitmentMade(
                new CommitmentId(1 + r.Next(500)), Serving(r, d), [.. Enumerable.Range(0, r.Next(8) == 0 ? 0 : 1 + r.Next(3)).Select(_ => Known(r, d))], "office"),
            [typeof(CommitmentClosed)] = (r, d, _) => new CommitmentClosed(
                Pick(r, [.. d.Commitments.All.Where(commitment => commitment.Term.IsOpen).Select(commitment => commitment.Cadre).Order(), Serving(r, d)]), "left"),
            [typeof(ChecklistAdopted)] = (r, d, _) => new ChecklistAdopted(ListOf(r.Next(8) == 0 ? 0 : d.Checklists.History.Count)),
            [typeof(InspectionPlanned)] = (r, d, today) => new InspectionPlanned(new(1 + r.Next(400)), TaskOf(r, d, today)),
            [typeof(InspectionBegun)] = (r, d, _) => Of(r, d, InspectionState.Planned) is var id && r.Next(8) == 0
                ? new InspectionBegun(id, new InspectionTeam(InspectionForm.Video, new Inspector("li")))
                : new InspectionBegun(id, new InspectionTeam(InspectionForm.OnSite, new Inspector("li", "c-1", Serving(r, d)), new Inspector("wang", "c-2"))),
            [typeof(InspectionFinished)] = (r, d, _) => new InspectionFinished(Of(r, d, InspectionState.UnderWay), ResultOf(r)),
            [typeof(InspectionPublished)] = (r, d, _) => new InspectionPublished(Of(r, d, InspectionState.Finished, onlyBureaus: true)),
            [typeof(InspectionCancelled)] = (r, d, _) => new InspectionCancelled(Of(r, d, (InspectionState)(1 + r.Next(2))), "shut that day"),
            [typeof(InspectionCorrected)] = (r, d, _) => new InspectionCorrected(Of(r, d, (InspectionState)(3 + r.Next(2))), "a slip of the pen"),
            [typeof(InspectionReplaced)] = (r, d, _) => new InspectionReplaced(Of(r, d, (InspectionState)(3 + r.Next(2))), new(401 + r.Next(400)), ResultOf(r), "wrong item"),
            [typeof(ReplacementRecorded)] = (r, d, today) => new ReplacementRecorded(
                new(801 + r.Next(9)), new(1 + r.Next(400)), TaskOf(r, d, today), new InspectionTeam(InspectionForm.OnSite, new Inspector("li", "c-1")), today, ResultOf(r)),
            [typeof(FindingRecorded)] = (r, d, _) => Recorded(r, d),
            [typeof(RoundOpened)] = (r, d, today) => new RoundOpened(
                new(1 + r.Next(40)), new Round(("轮", "round"), today.PlusDays(-20 - r.Next(20)), [RoundTask.Visit, RoundTask.Training], [new(today.PlusDays(30), 0.8m)], Made)),
            [typeof(RoundMarked)] = (r, d, today) => Marked(r, d, today),
        };
    }

    /// <summary>While it is armed, a policy that asks the fuse throws.</summary>
    public bool IsArmed { get; set; }

    public bool Makes(Type kind) => _makers.ContainsKey(kind);

    public Act Make(Type kind, Random random, District district, LocalDate today) => _makers[kind](random, district, today);

    /// <summary>A unit of one to four acts, or of a day that began.</summary>
    public ImmutableArray<Act> Unit(Random random, District district, LocalDate today) => random.Next(7) == 0
        ? [new DayBegan()]
        : [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Make(Asked[random.Next(Asked.Length)], random, district, today))];

    /// <summary>What a district begins with, so that later acts have something to be about.</summary>
    public ImmutableArray<Act> Founding(Random random, LocalDate today) =>
    [
        new LevelsLaidDown(LevelCorrespondence.Default),
        new PolicyLaidDown(Policy("0", new LocalDate(2022, 1, 1), 1000, 300, 50, withFuse: false)),
        new BusinessesOpened([.. Enumerable.Range(0, 8).Select(_ => NewBusiness(random)).Prepend(new Business(Inspected, "name 0", Places[0], BusinessType.Restaurant)).DistinctBy(business => business.Id)]),
        new ChecklistAdopted(ListOf(0)),
        .. Enumerable.Range(0, 10).Select(n => new CadreJoined(new CadreId($"k{n:D2}"))),
        .. Enumerable.Range(0, 10).Select(n => new PostGiven(new CadreId($"k{n:D2}"), "head", Offices[(n + random.Next(3)) % Offices.Length], new Term(today.PlusDays(-30)), random.Next(3) == 0 ? 3 : null)),
        .. Enumerable.Range(0, 6).SelectMany(n => Visited(random, new InspectionId(1001 + n), n, today)),
        new FindingRecorded(new(1), InspectionSubject.OfArea(Offices[0]), FindingSource.Complaint, FindingSeverity.General, "complained of"),
    ];

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

    private static Checklist ListOf(int number) => new(
        $"list-{number}", "1", ("清单", "a list"), new Term(new LocalDate(2022, 1, 1)), Made,
        [.. Enumerable.Range(1, 3).Select(item => new ChecklistItem { Code = $"item-{number}-{item}", Title = ("项目", "an item"), Severity = item == 1 ? FindingSeverity.Key : FindingSeverity.General, Basis = Made })],
        number % 3 == 2 ? ListOf(number - 1) : null);

    private static InspectionTask TaskOf(Random r, District d, LocalDate today)
    {
        var kind = (InspectionKind)(1 + r.Next(5));
        var subject = kind == InspectionKind.Oversight ? InspectionSubject.OfArea(Pick(r, Offices)) : InspectionSubject.OfBusiness(Known(r, d));
        Finding[] earlier = [.. d.Findings.Standing];
        var finding = earlier.Length > 0 && r.Next(2) == 0 ? earlier[r.Next(earlier.Length)] : null;
        return new InspectionTask(
            finding is null ? kind : finding.Subject.Kind == InspectionSubjectKind.Business ? InspectionKind.Routine : InspectionKind.Oversight,
            finding?.Subject ?? subject, r.Next(30) == 0 ? new ChecklistName("nobody", "1") : ListOf(0).Name, today)
        {
            IsHighRisk = r.Next(3) == 0,
            BodyLevel = r.Next(3) == 0 ? AreaLevel.City : null,
            Lead = r.Next(5) == 0 ? "a complaint" : null,
            FollowsUp = finding is null ? [] : [finding.Id],
        };
    }

    /// <summary>An inspection that has come as far as its number says.</summary>
    private static IEnumerable<InspectionAct> Visited(Random r, InspectionId id, int number, LocalDate today)
    {
        InspectionAct[] acts =
        [
            new InspectionPlanned(id, new InspectionTask(InspectionKind.Routine, InspectionSubject.OfBusiness(Inspected), ListOf(0).Name, today)),
            new InspectionBegun(id, new InspectionTeam(InspectionForm.OnSite, new Inspector("li", "c-1"), new Inspector("wang", "c-2"))),
            new InspectionFinished(id, ResultOf(r, isSigned: true)),
        ];
        return acts[..(1 + number % acts.Length)];
    }

    private static InspectionResult ResultOf(Random r) => ResultOf(r, isSigned: r.Next(8) > 0);

    private static InspectionResult ResultOf(Random r, bool isSigned)
    {
        ItemAnswer[] answers =
        [
            .. ListOf(0).Items.Select(item => r.Next(3) > 0 ? ItemAnswer.Met(item.Code) : ItemAnswer.NotMet(item.Code, "not in order", ItemEffect.Minor) with
            {
                IsCorrectedOnTheSpot = r.Next(2) == 0,
                Evidence = r.Next(3) == 0 ? [new EvidenceReference(EvidenceKind.Photo, "p-1", note: "the kitchen")] : [],
                Measurements = r.Next(3) == 0 ? [new Measurement("温度", 12.5m, MeasurementUnit.DegreeCelsius, atMost: 8)] : [],
            }),
        ];
        return new InspectionResult(
            answers.Any(answer => answer.Result == ItemResult.NotMet) ? InspectionOutcome.WrittenDeadline : InspectionOutcome.Pass, answers)
        {
            Signature = !isSigned ? null : r.Next(3) == 0 ? ResultSignature.Refused("absent", "witness-1") : ResultSignature.Given("manager"),
            Remark = r.Next(5) == 0 ? "at night" : null,
        };
    }

    private static InspectionId Of(Random r, District d, InspectionState state, bool onlyBureaus = false)
    {
        InspectionId[] those = [.. d.Inspections.All.Where(inspection => inspection.State == state && (!onlyBureaus || inspection.Kind.IsBureaus())).Select(inspection => inspection.Id)];
        return those.Length == 0 || r.Next(30) == 0 ? new InspectionId(1 + r.Next(400)) : those[r.Next(those.Length)];
    }

    private static FindingRecorded Recorded(Random r, District d)
    {
        Inspection[] inspections = [.. d.Inspections.All];
        Finding[] earlier = [.. d.Findings.All];
        if (inspections.Length > 0 && r.Next(3) == 0)
        {
            var inspection = inspections[r.Next(inspections.Length)];
            return new(d.Findings.NextAt(inspection.Id), inspection.Subject, FindingSource.Inspection, FindingSeverity.Key, "beside the list") { Item = inspection.Checklist.Items[0].Id };
        }

        var carried = earlier.Length > 0 && r.Next(2) == 0 ? earlier[r.Next(earlier.Length)] : null;
        return new(new(1 + r.Next(400)), carried?.Subject ?? InspectionSubject.OfBusiness(Known(r, d)), (FindingSource)(2 + r.Next(4)), FindingSeverity.General, "complained of")
        {
            CarriedFrom = carried?.Id,
            Evidence = r.Next(3) == 0 ? [new EvidenceReference(EvidenceKind.Document, "d-1")] : [],
        };
    }

    private static RoundMarked Marked(Random r, District d, LocalDate today)
    {
        RoundProgress[] rounds = [.. d.Rounds.All];
        if (rounds.Length == 0)
        {
            return new(new(1), new RoundMark(Known(r, d), RoundTask.Visit));
        }

        var round = rounds[r.Next(rounds.Length)];
        return new(round.Id,
        [
            .. Enumerable.Range(0, 1 + r.Next(4)).Select(_ => new RoundMark(
                round.Businesses[r.Next(round.Businesses.Length)].Business, r.Next(20) == 0 ? RoundTask.Commitment : (RoundTask)(2 + r.Next(2)), r.Next(3) == 0 ? today.PlusDays(-12 - r.Next(9)) : null)),
        ]);
    }

    /// <summary>An act that was done, of any thing that can be voided; a made-up one where there is none.</summary>
    private static ActVoided Voided(Random r, District d)
    {
        // The last act of a thing can mostly go, others only where nothing rests on them.
        var isAny = r.Next(4) == 0;
        (Thing Thing, ActPlace Place)[] done =
        [
            .. d.Inspections.All.SelectMany(inspection => Those(d.Inspections.HistoryOf(inspection.Id))),
            .. d.Findings.All.SelectMany(finding => Those(d.Findings.HistoryOf(finding.Id))),
            .. d.Rounds.All.SelectMany(round => Those(d.Rounds.HistoryOf(round.Id))),
        ];
        var (thing, place) = done.Length == 0 || r.Next(20) == 0 ? (new Thing("inspection", "1"), new ActPlace(1 + r.Next(9), 0)) : done[r.Next(done.Length)];
        return new(thing, place, "typed at the wrong shop");

        IEnumerable<(Thing, ActPlace)> Those<TAct>(IEnumerable<Done<TAct>> history) where TAct : Act =>
            (isAny ? history : history.Where(act => act.Counts).TakeLast(1)).Select(act => (act.Act.Thing!.Value, act.Moment.Place));
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
