using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Acts.DistrictShown;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>Stories of a small district: one village, a cadre on each level, a few shops.</summary>
public class DistrictTests
{
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly AreaCode Village = AreaCode.Parse("510115001001");
    private static readonly BusinessId Shop = new("shop");
    private static readonly CadreId City = new("city"), Town = new("town"), InVillage = new("village");
    private static readonly (CadreId Cadre, string Area)[] Heads = [(City, "5101"), (new("district"), "510115"), (Town, "510115001"), (InVillage, "510115001001")];

    private bool _isArmed;

    [Fact]
    public void Override_FromThe5thToThe20th_WithNightsThatAreTaken_TierAndChainAgreeOnEveryDay()
    {
        var district = Founded();
        district.Apply(On(4), new GradeAssigned<Tier>(new(1), AssignmentKind.Override, Shop, Tier.A, Day(20), "many complaints", Day(5)));
        Assert.Equal([Day(5), Day(20)], district.DueUpTo(Day(30)).Select(turn => turn.Day));
        Assert.All(district.DueUpTo(Day(30)), turn => Assert.Equal([new GradeTurn("tier", [Shop])], turn.Grades));
        for (var day = 5; day <= 25; day++)
        {
            var night = district.Apply(On(day), new DayBegan());
            Assert.Equal(day is 5 or 20, night.Entry is not null);
        }

        Assert.Equal(
            [(4, Tier.D, Tier.D, InVillage), (10, Tier.A, Tier.A, City), (19, Tier.A, Tier.A, City), (20, Tier.D, Tier.D, InVillage), (25, Tier.D, Tier.D, InVillage)],
            new[] { 4, 10, 19, 20, 25 }.Select(day => Seen(district, day)));
        Assert.All(new[] { 4, 10, 19, 20, 25 }, day => Assert.Empty(district.AsOf(Day(day)).ToBeTied));
        Assert.Empty(district.DueUpTo(Day(30)));
    }

    [Fact]
    public void Override_FromThe5thToThe20th_WithNobodyTakingTheNights_The20thIsTierDWithTheChainOfRecordAndToBeTiedAnew()
    {
        var district = Founded();
        district.Apply(On(5), new GradeAssigned<Tier>(new(1), AssignmentKind.Override, Shop, Tier.A, Day(20), "many complaints"));

        Assert.Equal((19, Tier.A, Tier.A, City), Seen(district, 19));
        Assert.Equal((20, Tier.D, Tier.A, City), Seen(district, 20));
        Assert.Empty(district.AsOf(Day(19)).ToBeTied);
        Assert.Equal([new TieDue(Shop, Day(20))], district.AsOf(Day(20)).ToBeTied);

        // Whatever is recorded next takes what has turned; the 20th stays as it was.
        var next = district.Apply(On(25), new FactsStated(new("canteen"), new FactRecord(BusinessFacts.DinersPerMeal.Of(5))));
        Assert.Contains(new StandingMove<Tier>(Shop, DecisionOf(Tier.A), DecisionOf(Tier.D)), next.Moves);
        Assert.Equal((25, Tier.D, Tier.D, InVillage), Seen(district, 25));
        Assert.Equal((20, Tier.D, Tier.A, City), Seen(district, 20));
        Assert.Equal([new TieDue(Shop, Day(20))], district.AsOf(Day(20)).ToBeTied);
    }

    [Fact]
    public void Apply_UseCaseRefusedAtItsThirdStep_LeavesNothing()
    {
        var district = Founded();
        var before = Show(district);
        Act[] steps =
        [
            new BusinessesOpened([NewShop("bakery", 900)]),
            new CommitmentSigned(new(1), InVillage, [Shop, new("bakery")], "bureau"),
            new PostEnded(new("nobody"), Village),
            new FactsStated(new("unknown"), new FactRecord(BusinessFacts.DinersPerMeal.Of(1))),
        ];

        var refused = Assert.Throws<ActsRefusedException>(() => district.Apply(On(4), steps));

        Assert.Equal([(2, "not-in-service"), (3, "unknown-business")], refused.Refusals.Select(refusal => (refusal.Place!.Value, refusal.Code)));
        Assert.Equal(before, Show(district));
        Assert.Single(district.Pending);
        var taken = district.Apply(On(4), steps[..2]);
        Assert.Equal((2, 2), (taken.Entry!.Number, taken.Entry.Acts.Length));
        Assert.Equal([Shop.Value], taken.Entry.Acts.OfType<CommitmentSigned>().Single().Businesses.Where(id => id == Shop).Select(id => id.Value));
    }

    [Fact]
    public void Apply_ConditionThatThrowsInTheMiddle_ChangesNothingAndTheSameUnitIsTakenLater()
    {
        var (district, calm) = (Founded(withFuse: true), Founded(withFuse: true));
        Act[] acts =
        [
            new BusinessesOpened([NewShop("bakery", 900)]),
            new FactsStated(Shop, new FactRecord(BusinessFacts.DinersPerMeal.Of(2000))),
            new GradeAssigned<Tier>(new(1), AssignmentKind.Override, new("canteen"), Tier.B, Day(20), "as decided"),
        ];
        var before = Show(district);

        _isArmed = true;
        Assert.Throws<CustomConditionException>(() => district.Apply(On(4), acts));
        Assert.Throws<CustomConditionException>(() => district.Preview(On(4), acts));
        _isArmed = false;

        Assert.Equal(before, Show(district));
        Assert.Equal(Show(calm.Apply(On(4), acts)), Show(district.Apply(On(4), acts)));
        Assert.Equal(Show(calm), Show(district));
    }

    [Fact]
    public void Apply_IteratorThatLooksAtTheDistrict_SeesWhatItsActsDid()
    {
        var district = Founded();
        List<int> seen = [];

        district.Apply(On(4), Steps());

        Assert.Equal([2, 3], seen);

        IEnumerable<Act> Steps()
        {
            seen.Add(district.Businesses.Register.Count);
            yield return new BusinessesOpened([NewShop("bakery", 900)]);
            seen.Add(district.Businesses.Register.Count);
            yield return new FactsStated(new("bakery"), new FactRecord(BusinessFacts.DinersPerMeal.Of(1)));
        }
    }

    [Fact]
    public void Apply_IteratorThatThrowsOrWrites_LeavesNothing()
    {
        var district = Founded();
        var before = Show(district);

        Assert.Throws<FuseException>(() => district.Apply(On(4), Steps(() => throw new FuseException())));
        Assert.Equal(before, Show(district));
        Assert.Throws<InvalidOperationException>(() => district.Apply(On(4), Steps(() => district.Apply(On(4), new DayBegan()))));
        Assert.Equal(before, Show(district));
        Assert.False(district.IsBroken);

        static IEnumerable<Act> Steps(Action between)
        {
            yield return new BusinessesOpened([NewShop("bakery", 900)]);
            between();
        }
    }

    [Fact]
    public void Redo_OutcomeThatNobodyWouldComputeToday_StandsAsItWasRecorded()
    {
        var entry = Founded().Pending.Single();
        var tiers = entry.Outcome.Find<GradesDecided<Tier>>()!;
        var seats = entry.Outcome.Find<SeatsGiven>()!;
        var other = entry with
        {
            Outcome = new(
            [
                tiers with { Standing = [new Decided<Tier>(GradingState.Graded, Tier.C, null, [Shop])] },
                new SeatsGiven([new SeatGiven(ResponsibleStep.Main, new Seat(Town, AreaCode.Parse("510115001")), ChainChangeReason.Entered, [Shop])]),
            ]),
        };

        var district = District.Open(new DistrictSettings(WorkingCalendar.China), [other]);

        Assert.Equal(Tier.C, district.Tiers.Standing[0].Grade);
        Assert.Equal((Tier.C, Town), (district.Chains.Plan!.ChainOf(0).Tier, district.Chains.Plan.ChainOf(0).Main.Cadre));
        Assert.NotEqual(seats, other.Outcome.Find<SeatsGiven>());
    }

    [Fact]
    public void TakeBack_EntriesThatNobodyKept_LeavesTheLastThatWasKept()
    {
        var district = Founded();
        district.Kept(1);
        var before = Show(district);
        district.Apply(On(4), new BusinessesOpened([NewShop("bakery", 900)]));
        district.Apply(On(5), new FactsStated(Shop, new FactRecord(BusinessFacts.DinersPerMeal.Of(2000))), new CadreLeft(InVillage));
        Assert.Equal([2, 3], district.Pending.Select(entry => entry.Number));
        Assert.Throws<InvalidOperationException>(() => district.Redo(district.Pending.First()));

        district.TakeBack();

        Assert.Equal(before, Show(district));
        Assert.Empty(district.Pending);
    }

    [Fact]
    public void FactsStated_ToldLateOfADayBeforeTheOneThatStands_GoesIntoTheHistoryOnly()
    {
        var district = Founded();
        district.Apply(On(10), Diners(400));
        district.Apply(On(8) with { RecordedAt = On(12).RecordedAt }, Diners(2000));
        Assert.Equal(400, district.Businesses.Register[Shop].Profile.DinersPerMeal);
        Assert.Equal([true, false], district.Businesses.HistoryOf(Shop).Select(told => told.Stood));

        // Of a later day than that one it stands, from the day of record.
        district.Apply(On(11) with { RecordedAt = On(13).RecordedAt }, Diners(2000));
        Assert.Equal(2000, district.Businesses.Register[Shop].Profile.DinersPerMeal);
        Assert.Equal(Tier.B, district.AsOf(Day(12)).Standing[0].Grade);
        Assert.Equal(Tier.A, district.AsOf(Day(13)).Standing[0].Grade);

        static FactsStated Diners(int diners) => new(Shop, new FactRecord(BusinessFacts.DinersPerMeal.Of(diners)));
    }

    [Fact]
    public void FactsStated_ThatAFactIsNotStatedAnyMore_GradesAnew()
    {
        var district = Founded();
        district.Apply(On(4), new FactsStated(Shop, new FactRecord(BusinessFacts.DinersPerMeal.Of(2000))));
        Assert.Equal(Tier.A, district.Tiers.Standing[0].Grade);

        district.Apply(On(5), new FactsStated(Shop, new FactRecord(BusinessFacts.DinersPerMeal.Of(null), BusinessFacts.SpecialFood.Of(null))));

        Assert.Null(district.Businesses.Register[Shop].Profile.DinersPerMeal);
        Assert.NotEqual(Tier.A, district.Tiers.Computed[0].Grade);
        Assert.Equal(2000, district.Businesses.On(Day(4))[Shop].Profile.DinersPerMeal);
        var refused = Assert.Throws<ActsRefusedException>(() => district.Apply(On(6), new FactsStated(Shop, new FactRecord(BusinessFacts.Type.Of(null)))));
        Assert.Equal("not-stated", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public void PolicyWithdrawn_OnTuesdayAfterItsAdoptionOnMonday_LeavesEveryTierAndChainAsOnSunday()
    {
        var district = Founded();
        district.Apply(On(2), [new ObservationLaidDown<Tier>(new ObservationPeriod(30, Made)), new BusinessesOpened([.. Enumerable.Range(0, 40).Select(n => NewShop($"shop-{n:D2}", n * 30))])]);
        var sunday = Chains(district);
        var strict = GradingPolicy.Define("stated", "2", ("给定", "as stated"), Tiers.Scale).InForce(Day(9))
            .Rule("a", Tier.A, BusinessFacts.DinersPerMeal >= 100, ("A", "A"), Made)
            .Otherwise(Tier.C, ("C", "C"), Made).Build();

        var monday = district.Apply(On(9), new PolicyLaidDown<Tier>(strict));
        Assert.NotEmpty(monday.Moves);
        Assert.NotEqual(sunday, Chains(district));
        district.Apply(On(10), new PolicyWithdrawn<Tier>("2", "adopted by mistake"));

        Assert.Equal(sunday, Chains(district));
        Assert.Equal("1", district.Tiers.Policy!.Version);
        // What stood on Monday stays, and no observation keeps the strict tiers of a day that should not have been.
        Assert.Equal(Tier.A, district.AsOf(Day(9)).Standing[district.Businesses.Register.RowOf(new("shop-05"))].Grade);
        Assert.Equal(Tier.D, district.AsOf(Day(10)).Standing[district.Businesses.Register.RowOf(new("shop-05"))].Grade);
        Assert.Equal(sunday, Chains(District.Open(district.Settings, district.Pending)));

        static string Chains(District district) => string.Join('\n', Enumerable.Range(0, district.Businesses.Register.Count)
            .Select(row => $"{district.Tiers.Standing[row].FindGrade()} {district.Chains.Plan!.SeatsOf(row)}"));
    }

    [Fact]
    public void FactsCorrected_DinersTypedTenTimesTooMany_GivesBackTierAndSeatWithoutObservation()
    {
        var district = Founded();
        district.Apply(On(2), new ObservationLaidDown<Tier>(new ObservationPeriod(30, Made)));
        var before = Seen(district, 2);
        var told = district.Apply(On(9), new FactsStated(Shop, new FactRecord(BusinessFacts.DinersPerMeal.Of(4_870))));
        Assert.Equal((9, Tier.A, Tier.A, City), Seen(district, 9));
        district.Apply(On(10), new CommitmentSigned(new(1), City, [Shop], "province"));

        var mistake = new ActPlace(told.Entry!.Number, 0);
        var mended = district.Apply(On(11), new FactsCorrected(Shop, new FactRecord(BusinessFacts.DinersPerMeal.Of(48)), mistake, "a digit too many"));

        Assert.Equal((11, before.Item2, before.Item3, before.Item4), Seen(district, 11));
        Assert.Equal((9, Tier.A, Tier.A, City), Seen(district, 9));
        Assert.Equal([(InVillage, RenewalReason.NotSigned), (City, RenewalReason.NoBusinesses)], mended.Renewals.Select(due => (due.Cadre, due.Reason)).OrderBy(due => due.Reason));
        Assert.Equal(new ActPlace(mended.Entry!.Number, 0), district.Businesses.HistoryOf(Shop)[0].CorrectedBy);
        Assert.Equal("corrected-already", Assert.Single(Assert.Throws<ActsRefusedException>(() =>
            district.Apply(On(12), new FactsCorrected(Shop, new FactRecord(BusinessFacts.DinersPerMeal.Of(49)), mistake, "again"))).Refusals).Code);
    }

    [Fact]
    public void TierAssignmentWithdrawn_GivesBackTheSeatOfBefore()
    {
        var district = Founded();
        var before = Seen(district, 1);
        district.Apply(On(5), new GradeAssigned<Tier>(new(1), AssignmentKind.Override, Shop, Tier.A, Day(20), "many complaints"));
        var back = district.Apply(On(6), new AssignmentWithdrawn<Tier>(new(1), "another shop was meant"));

        Assert.Equal((6, before.Item2, before.Item3, before.Item4), Seen(district, 6));
        Assert.Contains(back.Chains, move => move.Reason == ChainChangeReason.Returned);
        Assert.Equal((5, Tier.A, Tier.A, City), Seen(district, 5));
    }

    [Fact]
    public void CadreLeft_LastWeek_HisPostEndsThenAndChainsFollowFromTheDayOfRecord()
    {
        var district = Founded();

        var told = district.Apply(On(3) with { RecordedAt = On(10).RecordedAt }, new CadreLeft(InVillage));

        Assert.Equal(Day(3), district.Chains.Roster.PostsOf(InVillage).Single().Term.Until);
        Assert.Equal((9, Tier.D, Tier.D, InVillage), Seen(district, 9));
        Assert.Equal((10, Tier.D, Tier.D, Town), Seen(district, 10));
        Assert.Contains(told.Chains, move => move.Business == Shop && move.Step == ResponsibleStep.Main && move.To.Cadre == Town);
    }

    [Fact]
    public void Commitment_SignedOnThe3rdAndTypedOnThe12th_StandsFromThe3rd()
    {
        var district = Founded();
        var known = district.AsOf(Day(5));
        district.Apply(On(3) with { RecordedAt = On(12).RecordedAt }, new CommitmentSigned(new(7), InVillage, [Shop], "bureau"));

        Assert.Empty(known.Commitments);
        Assert.Equal([new CommitmentId(7)], district.AsOf(Day(5)).Commitments.Select(commitment => commitment.Id));
        Assert.Empty(district.AsOf(Day(2)).Commitments);
    }

    [Fact]
    public void Apply_WhatMayNotBe_IsRefusedByCode()
    {
        var district = Founded();
        district.Apply(On(10), new CommitmentSigned(new(1), InVillage, [Shop], "bureau"), new GradeAssigned<Tier>(new(1), AssignmentKind.Override, Shop, Tier.A, Day(20), "as decided"));

        Assert.Equal("behind-the-last", CodeOf(On(8) with { RecordedAt = On(12).RecordedAt }, new CommitmentEnded(InVillage, "left")));
        Assert.Equal("changed-since", CodeOf(On(12) with { Seen = 1 }, new CommitmentEnded(InVillage, "left")));
        Assert.Equal("recorded-before-the-last", CodeOf(On(9), new DayBegan()));
        Assert.Equal("day-to-come", CodeOf(On(20) with { RecordedAt = On(12).RecordedAt }, new DayBegan()));
        Assert.Equal("time-to-come", CodeOf(On(12) with { Time = LocalTime.MaxValue }, new DayBegan()));
        Assert.Equal("no-acts", CodeOf(On(12)));
        Assert.Equal("id-taken", CodeOf(On(12), new CommitmentSigned(new(1), InVillage, [Shop], "bureau")));
        Assert.Equal("names-no-business", CodeOf(On(12), new CommitmentSigned(new(2), InVillage, [], "bureau")));
        Assert.Equal("none-stands", CodeOf(On(12), new CommitmentEnded(Town, "left")));
        Assert.Equal("overlaps", CodeOf(On(12), new GradeAssigned<Tier>(new(2), AssignmentKind.Override, Shop, Tier.B, Day(15), "as decided")));
        Assert.Equal("already-graded", CodeOf(On(12), new GradeAssigned<Tier>(new(2), AssignmentKind.Provisional, Shop, Tier.B, Day(15), "as decided")));
        Assert.Equal("term-out-of-range", CodeOf(On(12), new GradeAssigned<Tier>(new(2), AssignmentKind.Override, new("canteen"), Tier.B, Day(15), "as decided", Day(11))));
        Assert.Equal("unknown-area", CodeOf(On(12), new BusinessMoved(Shop, AreaCode.Parse("110101"))));
        Assert.Equal("overlaps", CodeOf(On(12), new PostGiven(InVillage, "deputy", Village, new Term(Day(1)))));
        Assert.Equal("not-after-the-last", CodeOf(On(12), new LevelsLaidDown(LevelCorrespondence.Default)));

        // Whoever saw the entry may go on from it; a jump of the clock is for somebody who begins the day.
        district.Apply(On(12) with { Seen = 2 }, new CommitmentEnded(InVillage, "left"));
        var later = new Stamp("office", Day(12).PlusDays(41), On(12).RecordedAt + Duration.FromDays(41));
        Assert.Equal("clock-jump", CodeOf(later, new BusinessRenamed(Shop, "other")));
        Assert.NotNull(district.Apply(later, new DayBegan(), new BusinessRenamed(Shop, "other")).Entry);

        string CodeOf(Stamp stamp, params Act[] acts)
        {
            var before = Show(district);
            var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => district.Apply(stamp, acts)).Refusals);
            Assert.Equal(before, Show(district));
            Assert.True(refusal.Text.Chinese.Length > 0 && refusal.Text.English.Length > 0);
            return refusal.Code;
        }
    }

    private static (int, Tier, Tier, CadreId) Seen(District district, int day)
    {
        var seen = district.AsOf(Day(day));
        var row = seen.Register.RowOf(Shop);
        var chain = seen.Plan!.ChainOf(row);
        return (day, seen.Standing[row].Grade, chain.Tier, chain.Main.Cadre);
    }

    private static LocalDate Day(int day) => new(2024, 9, day);

    private static Stamp On(int day) => new("office", Day(day), ChinaTime.Zone.AtStartOfDay(Day(day)).ToInstant() + Duration.FromHours(8));

    private static Business NewShop(string id, int diners) =>
        new(new BusinessId(id), id, Village, BusinessType.Restaurant) { Profile = new() { DinersPerMeal = diners } };

    private static GradeDecision<Tier> DecisionOf(Tier tier) => new(GradingState.Graded, tier, -1);

    private District Founded(bool withFuse = false)
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        var policy = GradingPolicy.Define("stated", "1", ("给定", "as stated"), Tiers.Scale).InForce(new LocalDate(2022, 1, 1))
            .NotGraded("closed", BusinessFacts.Status.Is(OperatingStatus.Closed), ("已关闭", "closed"), Made);
        policy = withFuse ? policy.Rule("fuse", Tier.A, Condition.Custom("fuse", ("保险丝", "a fuse"), _ => _isArmed ? throw new FuseException() : false), ("保险丝", "fuse"), Made) : policy;
        district.Apply(
            On(1),
            [
                AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed),
                new LevelsLaidDown(LevelCorrespondence.Default),
                new PolicyLaidDown<Tier>(policy
                    .Rule("a", Tier.A, BusinessFacts.DinersPerMeal >= 1000, ("A", "A"), Made)
                    .Rule("b", Tier.B, BusinessFacts.DinersPerMeal >= 300, ("B", "B"), Made)
                    .Otherwise(Tier.D, ("D", "D"), Made).Build()),
                new BusinessesOpened([NewShop(Shop.Value, 10), NewShop("canteen", 500)]),
                .. Heads.Select(head => new CadreJoined(head.Cadre)),
                .. Heads.Select(head => new PostGiven(head.Cadre, "head", AreaCode.Parse(head.Area), new Term(Day(1).PlusDays(-100)))),
            ]);
        return district;
    }
}
