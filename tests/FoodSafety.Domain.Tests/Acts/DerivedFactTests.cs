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
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>Facts that a district computes: complaints of ten days put a shop into another tier, and a place in town moves with its neighbours.</summary>
public class DerivedFactTests
{
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly AreaCode Village = AreaCode.Parse("510115001001");
    private static readonly BusinessId Shop = new("shop"), Canteen = new("canteen"), Stall = new("stall");
    private static readonly NumberFact Complaints = new("complaints-in-ten-days", ("十日内投诉数", "complaints of ten days"), ("件", "complaints"), maximum: 999) { IsFixed = true };
    private static readonly NumberFact Place = new("place-in-town", ("镇内投诉位次", "place in town by complaints"), ("位", "place"), maximum: 1_000_000) { IsFixed = true };

    private static readonly NumberFact TierBefore = new("tier-before", ("上日等级", "tier of the day before"), ("", ""), maximum: 4) { IsFixed = true };

    private readonly District _district;
    private readonly HashSet<BusinessId> _unkept = [];
    private bool _isBroken;

    public DerivedFactTests()
    {
        _district = new(Settings());
        Begin(_district);
    }

    private static GradingPolicy<Tier> Policy(string version, Action<GradingPolicyBuilder<Tier>> more)
    {
        var builder = GradingPolicy.Define("stated", version, ("给定", "as stated"), Tiers.Scale).InForce(new LocalDate(2022, 1, 1))
            .Rule("complained-of", Tier.A, Complaints >= 2, ("投诉多", "complained of"), Made)
            .Otherwise(Tier.D, ("D", "D"), Made);
        more(builder);
        return builder.Build();
    }

    private static void Begin(District district, Action<GradingPolicyBuilder<Tier>>? more = null) =>
        district.Apply(
            On(1),
            [
                AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed),
                new LevelsLaidDown(LevelCorrespondence.Default),
                new PolicyLaidDown<Tier>(Policy("1", more ?? (_ => { }))),
                new BusinessesOpened([.. new[] { Shop, Canteen, Stall }.Select(id => new Business(id, id.Value, Village, BusinessType.Restaurant))]),
                .. new[] { ("city", "5101"), ("village", "510115001001") }.SelectMany(head => (Act[])
                [
                    new CadreJoined(new(head.Item1)),
                    new PostGiven(new(head.Item1), "head", AreaCode.Parse(head.Item2), new Term(Day(1).PlusDays(-100)), head.Item1 == "city" ? 1 : null),
                ]),
            ]);

    [Fact]
    public void History_OfABusinessThatAnActConcerns_CountsInTheSameUnit()
    {
        var first = _district.Apply(On(2), Complaint(1));
        var second = _district.Apply(On(3), Complaint(2));

        Assert.Equal([Complaints.Id, Place.Id], first.Entry!.Acts.OfType<FactsDerived>().SelectMany(derived => derived.Values).SelectMany(values => values.Facts.Values).Select(value => value.Fact!.Id).Distinct());
        Assert.Equal([(Shop, Tier.D, Tier.A)], second.MovesOf<Tier>().Select(move => (move.Business, move.From.Grade, move.To.Grade)));
        Assert.Equal(new CadreId("city"), MainOf(Shop));
        Assert.Equal((2, 1), (Read(Shop, Complaints), Read(Shop, Place)));
        Assert.Equal((0, 2), (Read(Canteen, Complaints), Read(Canteen, Place)));
        Assert.Equal([Day(1), Day(2), Day(3)], _district.Businesses.HistoryOf(Shop).Where(told => told.IsDerived).Select(told => told.On).Distinct());
        Assert.Equal(0m, Complaints.In(_district.AsOf(Day(1)).Register.At(0)));
    }

    [Fact]
    public void GradeOfTheDayBefore_IsAFactOfTheNextDay()
    {
        var district = WithTierBefore();
        Assert.Null(Before(district));

        district.Apply(On(2), Complaint(1));
        district.Apply(On(3), Complaint(2));
        Assert.Equal((Tier.A, (decimal)Tier.D), (district.Tiers.Standing[0].Grade, Before(district)));
        district.Apply(On(4), new DayBegan());
        Assert.Equal((decimal)Tier.A, Before(district));
    }

    /// <summary>
    /// The second complaint was about another shop. The office voids it in the morning; a rule that is stricter with whoever was A the day before must not count that any
    /// more, though the grade did stand.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void GradeOfTheDayBefore_ThatRestedOnASlip_IsPutRightInTheSameUnit(bool isFirst)
    {
        var district = WithTierBefore(isFirst, builder => builder.Rule("was-a", Tier.B, TierBefore.Is((int)Tier.A), ("上日为A", "was A the day before"), Made));
        district.Apply(On(2), Complaint(1));
        var slip = district.Apply(On(3), Complaint(2)).Entry!;
        district.Apply(On(4), Complaint(3, Canteen));
        Assert.Equal((Tier.A, (decimal)Tier.A), (district.Tiers.Standing[0].Grade, Before(district)));

        district.Apply(On(4), new ActVoided(slip.Acts[0].Thing!.Value, new ActPlace(slip.Number, 0), "another shop was meant"));

        Assert.Equal((Tier.D, (decimal)Tier.D), (district.Tiers.Standing[0].Grade, Before(district)));
        Assert.Equal((Tier.D, Tier.A), (district.Tiers.DecisionBefore(Shop, Day(4)).Grade, district.Tiers.DecisionOn(Shop, Day(3)).Grade));
        district.Apply(On(5), new DayBegan());
        Assert.Equal((Tier.D, (decimal)Tier.D), (district.Tiers.Standing[0].Grade, Before(district)));
        var again = District.Open(district.Settings, [.. district.Pending]);
        Assert.Equal(district.Apply(On(6), Complaint(4)).Entry, again.Apply(On(6), Complaint(4)).Entry);
    }

    [Fact]
    public void GradeOfTheDayBefore_OfAnOverrideOrAPolicyThatIsWithdrawn_IsPutRightInTheSameUnit()
    {
        var district = WithTierBefore();
        district.Apply(On(2), new GradeAssigned<Tier>(new(1), AssignmentKind.Override, Shop, Tier.B, null, "by mistake"));
        district.Apply(On(3), new DayBegan());
        Assert.Equal((decimal)Tier.B, Before(district));
        district.Apply(On(3), new AssignmentWithdrawn<Tier>(new(1), "by mistake"));
        Assert.Equal((decimal)Tier.D, Before(district));

        // One that ends did stand; what a policy gave that is withdrawn, of everybody, did not.
        district.Apply(On(4), new GradeAssigned<Tier>(new(2), AssignmentKind.Override, Shop, Tier.B, null, "for a time"));
        district.Apply(On(5), new AssignmentEnded<Tier>(new(2), "over"));
        Assert.Equal((decimal)Tier.B, Before(district));
        district.Apply(On(6), new PolicyLaidDown<Tier>(Policy("1", _ => { }).Draft("2").InForce(Day(6)).Otherwise(Tier.C, ("C", "C"), Made).Build()));
        district.Apply(On(7), new DayBegan());
        Assert.Equal((decimal)Tier.C, Before(district));
        district.Apply(On(7), new PolicyWithdrawn<Tier>("2", "by mistake"));
        Assert.Equal((decimal)Tier.D, Before(district));
    }

    private static decimal? Before(District district) => TierBefore.In(district.Businesses.Register.At(0));

    private District WithTierBefore(bool isFirst = false, Action<GradingPolicyBuilder<Tier>>? more = null)
    {
        var settings = Settings();
        var before = DerivedFact.OfBusiness(TierBefore, (d, business, day) => d.Tiers.DecisionBefore(business, day).FindGrade() is { } tier ? (int)tier : null);
        var district = new District(settings with { Schema = settings.Schema.With(TierBefore), Derived = isFirst ? [before, .. settings.Derived] : [.. settings.Derived, before] });
        Begin(district, more);
        return district;
    }

    [Fact]
    public void Window_ThatPassesWithoutAnAct_TurnsInTheNight()
    {
        _district.Apply(On(2), Complaint(1));
        _district.Apply(On(3), Complaint(2));

        for (var day = 4; day <= 11; day++)
        {
            Assert.Null(_district.Apply(On(day), new DayBegan()).Entry);
        }

        var night = _district.Apply(On(12), new DayBegan());
        Assert.Equal([(Shop, Tier.A, Tier.D)], night.MovesOf<Tier>().Select(move => (move.Business, move.From.Grade, move.To.Grade)));
        Assert.Equal(Tier.A, _district.AsOf(Day(11)).Standing[0].Grade);
    }

    [Fact]
    public void Mistake_ThatIsVoided_LeavesNoObservationAndReturnsTheSeat()
    {
        _district.Apply(On(2), new ObservationLaidDown<Tier>(new ObservationPeriod(30, Made)));
        _district.Apply(On(2), Complaint(1));
        var slip = _district.Apply(On(3), Complaint(2)).Entry!;

        // Milder tiers wait thirty days; what rested on a slip does not.
        _district.Apply(On(5), new ActVoided(slip.Acts[0].Thing!.Value, new ActPlace(slip.Number, 0), "another shop was meant"));
        Assert.Equal(1, Read(Shop, Complaints));
        Assert.Equal(Tier.D, _district.Tiers.Standing[0].Grade);
        Assert.Equal(new CadreId("village"), MainOf(Shop));
        Assert.Equal(Tier.A, _district.AsOf(Day(4)).Standing[0].Grade);
    }

    [Fact]
    public void Seat_ThatAReturningBusinessGivesUp_GoesToTheOneThatWaitedForIt()
    {
        _district.Apply(On(2), Complaint(1), Complaint(2, Canteen));
        var slip = _district.Apply(On(3), Complaint(3)).Entry!;
        _district.Apply(On(4), Complaint(4, Canteen));
        Assert.Equal((new CadreId("city"), null), (MainOf(Shop), MainOf(Canteen)));
        Assert.Equal(GapReason.NoCapacity, _district.Chains.Plan!.FindUncovered(_district.Businesses.Register.RowOf(Canteen))!.Link.Gap);

        _district.Apply(On(5), new ActVoided(slip.Acts[0].Thing!.Value, new ActPlace(slip.Number, 0), "another shop was meant"));
        Assert.Equal((new CadreId("village"), new CadreId("city")), (MainOf(Shop), MainOf(Canteen)));
    }

    [Fact]
    public void Open_FromEntries_ComputesNothingAndGoesOnTheSame()
    {
        var entries = new[] { _district.Pending.First(), _district.Apply(On(2), Complaint(1)).Entry!, _district.Apply(On(3), Complaint(2)).Entry! };
        _isBroken = true;
        var again = District.Open(Settings(), entries);
        _isBroken = false;

        Assert.Equal(_district.Apply(On(4), Complaint(3, Canteen)).Entry, again.Apply(On(4), Complaint(3, Canteen)).Entry);
    }

    [Fact]
    public void History_ThatNobodyKeeps_IsNotStatedAndNotNone()
    {
        _unkept.Add(Canteen);
        _district.Apply(On(2), Complaint(1));

        Assert.Equal((1m, (decimal?)null, 0m), (Stated(Shop), Stated(Canteen), Stated(Stall)));
        // It has no place in town either, and holds none against the others.
        Assert.Null(Place.In(_district.Businesses.Register.At(_district.Businesses.Register.RowOf(Canteen))));
        Assert.Equal((1, 2), (Read(Shop, Place), Read(Stall, Place)));

        decimal? Stated(BusinessId business) => Complaints.In(_district.Businesses.Register.At(_district.Businesses.Register.RowOf(business)));
    }

    [Fact]
    public void Function_ThatFails_IsNamedAndTheUnitIsTakenBack()
    {
        var before = DistrictShown.Show(_district);
        _isBroken = true;
        var failure = Assert.Throws<DerivedFactException>(() => _district.Apply(On(2), Complaint(1)));
        _isBroken = false;

        Assert.Equal((Complaints, Shop), (failure.Fact, failure.Business));
        Assert.Contains("派生指标“complaints-in-ten-days”", failure.Text.Chinese, StringComparison.Ordinal);
        Assert.Equal(before, DistrictShown.Show(_district));
        Assert.NotNull(_district.Apply(On(2), Complaint(1)).Entry);
    }

    [Fact]
    public void Fact_ThatIsDerived_IsToldByNobody()
    {
        var stated = new FactRecord(Complaints.Of(5));
        Act[] refused =
        [
            new FactsStated(Shop, stated),
            new BusinessesOpened([new Business(new("new"), "new", Village, BusinessType.Restaurant) { OwnFacts = stated }]),
            new FactsDerived(new DerivedValues(stated, [Shop])),
        ];
        Assert.All(refused, act => Assert.Equal("is-derived", Assert.Single(Assert.Throws<ActsRefusedException>(() => _district.Apply(On(2), act)).Refusals).Code));
    }

    [Fact]
    public void Derived_FactThatIsNotDeclaredFixed_IsRefusedAndSoNoExplanationProposesOne()
    {
        var open = new NumberFact("open", ("未固定", "open"), ("件", "pieces"));

        Assert.StartsWith(
            "'open' takes a derived figure",
            Assert.Throws<ArgumentException>(() => DerivedFact.OfPopulation(open, PopulationMeasure.Rank, Complaints, PopulationOrder.HighestFirst)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DerivedFact.OfHistory(open, HistoryMeasure.Count, (_, _) => null));
        Assert.Throws<ArgumentException>(() => DerivedFact.OfBusiness(open, (_, _, _) => null));

        var policy = GradingPolicy.Define("complaints", "1", ("投诉", "complaints"), Tiers.Scale).BasedOn(Citation.Illustrative(("测试", "test")))
            .Rule("many", Tier.B, Complaints >= 3, ("投诉三件以上", "three complaints and more"))
            .Rule("large", Tier.A, BusinessFacts.DinersPerMeal >= 500, ("用餐500人以上", "500 diners and more")).Otherwise(Tier.D, ("其他", "others")).Build();
        Assert.Equal([BusinessFacts.DinersPerMeal], new Grader<Tier>(policy).Explain(new FactRecord(Complaints.Of(2), BusinessFacts.DinersPerMeal.Of(10))).Nearest.Select(change => change.To.Fact!));
    }

    [Fact]
    public void Settings_WithAFactThatCannotBeDerived_AreRefused()
    {
        var unknown = new NumberFact("unknown", ("未知", "unknown"), ("件", "pieces")) { IsFixed = true };
        Assert.All(
            (ItemList<DerivedFact>[])[[RankOf(unknown)], [RankOf(BusinessFacts.ViolationsInLastYear)], [RankOf(Place), RankOf(Place)]],
            derived => Assert.Throws<ArgumentException>(() => { _ = new District(Settings() with { Derived = derived }); }));

        static DerivedFact RankOf(NumberFact fact) => DerivedFact.OfPopulation(fact, PopulationMeasure.Rank, Complaints, PopulationOrder.HighestFirst);
    }

    private static LocalDate Day(int day) => new(2024, 9, day);

    private static Stamp On(int day) => new("office", Day(day), ChinaTime.Zone.AtStartOfDay(Day(day)).ToInstant() + Duration.FromHours(8));

    private static FindingRecorded Complaint(long id, BusinessId? about = null) =>
        new(new FindingId(id), InspectionSubject.OfBusiness(about ?? Shop), FindingSource.Complaint, FindingSeverity.General, "a complaint");

    private CadreId? MainOf(BusinessId business) => _district.Chains.Plan!.FindChain(_district.Businesses.Register.RowOf(business))?.Main.Cadre;

    private decimal Read(BusinessId business, NumberFact fact) => fact.In(_district.Businesses.Register.At(_district.Businesses.Register.RowOf(business)))!.Value;

    private DistrictSettings Settings() => new(WorkingCalendar.China)
    {
        Schema = BusinessFacts.Schema.With(Complaints, Place),
        Derived =
        [
            DerivedFact.OfHistory(Complaints, HistoryMeasure.Count.Within(HistoryWindow.Days(10)), (district, business) => _isBroken ? throw new InvalidOperationException("broken")
                : _unkept.Contains(business) ? null
                : district.Findings.About(InspectionSubject.OfBusiness(business)).Where(finding => finding.Source == FindingSource.Complaint).Select(finding => new HistoryEvent(finding.FoundOn))),
            DerivedFact.OfPopulation(Place, PopulationMeasure.Rank, Complaints, PopulationOrder.HighestFirst, AreaLevel.Town),
        ],
    };
}
