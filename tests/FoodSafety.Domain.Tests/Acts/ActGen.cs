using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
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

    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly AreaCode[] Places = [.. PlanWorld.SmallTree.Areas.Where(area => area.Level >= AreaLevel.Town).Select(area => area.Code)];
    private static readonly AreaCode[] Offices = [.. PlanWorld.SmallTree.Areas.Where(area => area.Level >= AreaLevel.City).Select(area => area.Code)];
    private static readonly AreaCode[] Towns = [.. PlanWorld.SmallTree.Areas.Where(area => area.Level == AreaLevel.Town).Select(area => area.Code)];
    private static readonly string[] EventLines = [.. IllustrativeAssessment.TownSheet.Lines.OfType<EventLine>().Select(line => line.Code)];
    private static readonly AreaLevel[] Levels = [AreaLevel.City, AreaLevel.District, AreaLevel.Town, AreaLevel.Village];

    private readonly Dictionary<Type, Func<Random, District, LocalDate, Act>> _makers;
    private readonly CustomCondition _fuse;

    public ActGen()
    {
        _fuse = Condition.Custom("fuse", ("保险丝", "a fuse"), _ => IsArmed ? throw new FuseException() : false);
        _makers = new()
        {
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
            [typeof(PointsGiven)] = (r, _, today) => new PointsGiven(
                new(1 + r.Next(90)), IllustrativeAssessment.TownSheet.Id, Pick(r, EventLines), Assessee.Town(Pick(r, Towns)), new Domain.Assessment.Evidence($"visit-{r.Next(9)}", ("督导记录", "record of a visit")),
                today.PlusDays(-r.Next(15)), r.Next(2) == 0 ? null : 1 + r.Next(5)),
            [typeof(IncidentPolicyLaidDown)] = (r, _, today) => new IncidentPolicyLaidDown(IncidentPolicy(r, today)),
            [typeof(IncidentAct)] = Incident,
            [typeof(WarningAct)] = Warning,
            [typeof(ActVoided)] = (r, d, _) => Void(r, d),
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
        new BusinessesOpened([.. Enumerable.Range(0, 8).Select(_ => NewBusiness(random)).DistinctBy(business => business.Id)]),
        .. Enumerable.Range(0, 10).Select(n => new CadreJoined(new CadreId($"k{n:D2}"))),
        new IncidentPolicyLaidDown(IncidentPolicies.Jiangsu2022),
        .. Enumerable.Range(0, 10).Select(n => new PostGiven(new CadreId($"k{n:D2}"), "head", Offices[(n + random.Next(3)) % Offices.Length], new Term(today.PlusDays(-30)), random.Next(3) == 0 ? 3 : null)),
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

    // One version always says the same, so that it can be laid down again.
    private GradingPolicy<IncidentGrade> IncidentPolicy(Random r, LocalDate today)
    {
        var version = r.Next(6);
        var draft = IncidentPolicies.Jiangsu2022.Draft($"{today:uuuuMMdd}-{version}").InForce(today.PlusDays(version * 3), version % 2 == 0 ? null : today.PlusDays((version * 3) + 20));
        return version == 0 ? IncidentPolicies.Jiangsu2022
            : version > 3 ? draft.Rule("fuse", IncidentGrade.EspeciallyMajor, _fuse, ("保险丝", "fuse"), Made).Build()
            : draft.Build();
    }

    /// <summary>A step that an incident allows, mostly, or the beginning of one.</summary>
    private static IncidentAct Incident(Random r, District d, LocalDate today)
    {
        IncidentId[] open = [.. d.Incidents.All.Where(incident => !IncidentLifecycle.Table.IsFinal(incident.State)).Select(incident => incident.Id)];
        var facts = new FactRecord(IncidentFacts.Harmed.Of(r.Next(120)), IncidentFacts.BeyondProvince.Of(r.Next(9) == 0));
        if (open.Length == 0 || r.Next(3) == 0)
        {
            return IncidentAct.Register(new(1 + r.Next(60)), new IncidentSubject($"illness {r.Next(9)}", Pick(r, Places)) { Businesses = [Known(r, d)] }, facts);
        }

        var id = Pick(r, open);
        var steps = IncidentLifecycle.Table.StepsFrom(d.Incidents[id].State);
        var since = ChinaTime.Zone.AtStartOfDay(today.PlusDays(-r.Next(12))).ToInstant();
        return (r.Next(12) == 0 ? (IncidentStep)(2 + r.Next(9)) : steps[r.Next(steps.Length)]) switch
        {
            IncidentStep.Register or IncidentStep.Learn => IncidentAct.Learn(id, (IncidentParty)(1 + r.Next(8)), since),
            IncidentStep.Report => IncidentAct.Report(id, new((IncidentParty)(1 + r.Next(8)), (IncidentParty)(1 + r.Next(8)), (ReportStage)(1 + r.Next(3)), since)),
            IncidentStep.Verify => IncidentAct.Verify(id, facts),
            IncidentStep.Regrade => IncidentAct.Regrade(id, facts, r.Next(4) == 0 ? new(IncidentGrade.Larger, "province", "1", "a", ("甲", "a"), Made) : null),
            IncidentStep.Respond => IncidentAct.Respond(id, (ResponseLevel)(1 + r.Next(3))),
            IncidentStep.AdjustResponse => IncidentAct.AdjustResponse(id, (ResponseLevel)(1 + r.Next(3)), "as it goes"),
            IncidentStep.EndResponse => IncidentAct.EndResponse(id, "under control"),
            IncidentStep.Close => IncidentAct.Close(id, "reviewed"),
            IncidentStep.Dismiss => IncidentAct.Dismiss(id, "false alarm"),
        };
    }

    /// <summary>A step that a warning allows, mostly, or the beginning of one.</summary>
    private static WarningAct Warning(Random r, District d, LocalDate today)
    {
        WarningId[] open = [.. d.Warnings.All.Where(warning => !WarningLifecycle.Table.IsFinal(warning.RecordedState)).Select(warning => warning.Id)];
        var found = WarningMatrix.FoodWarnings.Assess((WarningSeverity)(1 + r.Next(4)), (WarningLikelihood)(1 + r.Next(4)));
        if (open.Length == 0 || r.Next(3) == 0)
        {
            return WarningAct.Assess(new(1 + r.Next(60)), new WarningSubject($"danger {r.Next(9)}", Pick(r, Places)) { Foods = ["mushrooms"], Businesses = [Known(r, d)] }, found);
        }

        var id = Pick(r, open);
        var issuer = r.Next(9) == 0 ? new WarningIssuer(Places[0]) : WarningIssuer.National;
        var steps = WarningLifecycle.Table.StepsFrom(d.Warnings[id].RecordedState);
        return (r.Next(12) == 0 ? (WarningStep)(2 + r.Next(6)) : steps[r.Next(steps.Length)]) switch
        {
            WarningStep.Assess or WarningStep.Reassess => WarningAct.Reassess(id, found, "anew"),
            WarningStep.Drop => WarningAct.Drop(id, "no need"),
            WarningStep.Publish => WarningAct.Publish(id, issuer, r.Next(2) == 0 ? null : ChinaTime.Zone.AtStartOfDay(today.PlusDays(1 + r.Next(9))).ToInstant()),
            WarningStep.Raise => WarningAct.Raise(id, found, issuer, "spreads"),
            WarningStep.Lower => WarningAct.Lower(id, found, issuer, "calmer"),
            WarningStep.Lift or WarningStep.Expire => WarningAct.Lift(id, issuer, "over"),
        };
    }

    /// <summary>The last act on a thing, mostly, since others rest on the earlier ones.</summary>
    private static ActVoided Void(Random r, District d)
    {
        (Thing Thing, ActPlace Place)[][] done =
        [
            .. d.Assessments.All.Select(thing => PlacesOf(d.Assessments.HistoryOf(thing.Act.Id))),
            .. d.Incidents.All.Select(thing => PlacesOf(d.Incidents.HistoryOf(thing.Id))),
            .. d.Warnings.All.Select(thing => PlacesOf(d.Warnings.HistoryOf(thing.Id))),
        ];
        var (about, place) = done.Length == 0 ? (new Thing("incident", "99"), default) : Pick(r, done) is var ofThing && r.Next(4) == 0 ? Pick(r, ofThing) : ofThing[^1];
        return new ActVoided(about, place, "typed at the wrong one");

        static (Thing, ActPlace)[] PlacesOf<TAct>(IReadOnlyList<Done<TAct>> history) where TAct : Act => [.. history.Select(done => (done.Act.Thing!.Value, done.Moment.Place))];
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
