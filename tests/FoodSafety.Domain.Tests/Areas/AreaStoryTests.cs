using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Tests.Inspections;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Areas;

/// <summary>Two villages are merged on 1 January, and the district gets to know it on 10 March.</summary>
public class AreaStoryTests
{
    private static readonly AreaCode Town = AreaCode.Parse("510115001"), East = AreaCode.Parse("510115001001"), West = AreaCode.Parse("510115001002"), Merged = AreaCode.Parse("510115001003");
    private static readonly BusinessId Noodles = new("noodles"), Bakery = new("bakery");
    private static readonly CadreId OfEast = new("e"), OfWest = new("w");
    private static readonly LocalDate NewYearsEve = new(2023, 12, 31), January = new(2024, 1, 1), February = new(2024, 2, 20), Known = new(2024, 3, 10);
    private static readonly Citation Notice = new(("关于村级区划调整的批复", "reply on changes of villages"), SourceStanding.Unconfirmed);
    private static readonly RectificationId Problem = new(20240000007);
    private static readonly RoundId Round = new(20240000001);

    [Fact]
    public void TwoVillagesMergedInJanuaryAndKnownInMarch()
    {
        var district = Lived();
        var published = (district.Version, Card: FiguresOf(district.AsOf(February), East, West));

        // Told in March with effect from January: whoever answered answers still, nobody has to sign or to be told anew.
        var merger = new AreasChanged([new(East, [Merged]), new(West, [Merged])], [new(Merged, "东西村")], [], Notice);
        var stamp = new Stamp("office", January, At(Known));
        var told = district.Apply(stamp, merger, new DayBegan());
        Assert.True(told.Moves.IsEmpty && told.Chains.IsEmpty && told.Renewals.IsEmpty && told.FollowUps.IsEmpty, $"{told}");
        Assert.Equal((OfEast, OfWest), (MainOf(district, Noodles), MainOf(district, Bakery)));
        Assert.Equal([new Seat(OfEast, Merged), new Seat(OfWest, Merged)], district.Chains.Plan!.Loads.Select(load => load.Seat).Where(seat => seat.Area == Merged));

        // The businesses stand in the new village, and their history says why, since when, and since when it is known.
        Assert.All([Noodles, Bakery], id => Assert.Equal(Merged, district.Businesses.Register[id].Area));
        var history = Assert.Single(district.Businesses.HistoryOf(Noodles));
        Assert.Equal((January, Known, true, Notice), (history.On, history.Recorded, history.Stood, Assert.IsType<AreasChanged>(history.Act).Source));
        Assert.Equal([ChainChangeReason.Entered, ChainChangeReason.AreasChanged], ReasonsOf(district, Noodles));

        // Both secretaries have their posts until somebody ends one; then the other takes the business.
        Assert.Equal([OfEast, OfWest], district.Chains.Roster.PostsIn(Merged, Known).Select(post => post.Cadre));

        // What was open is open and lies in the new village; the grid and the station look after it.
        Assert.Equal(1, district.AsOf(Known).Rectifications.CountsByArea(district.Businesses.Register)[Merged].Open);
        Assert.Equal("g-1", district.Grids.Plan!.FindGrid(Merged)!.Code);
        Assert.Equal([Noodles, Bakery], district.Grids.Plan.BusinessesOf(district.Businesses.Register).RowsOf("g-1").Select(district.Businesses.Register.IdAt));
        Assert.Equal("station-1", district.Grids.Stations!.FindStation(Merged));

        // The round keeps what was done, and counts by the villages in effect on the day: in February the merged one, of which nobody knew.
        Assert.Equal(new Coverage(1, 2), district.Rounds[Round].CoverageOn(February).In(Merged));
        Assert.Equal(new Coverage(0, 1), district.Rounds[Round].CoverageOn(NewYearsEve).In(West));
        Assert.Equal([Bakery], district.Rounds[Round].RemainingOn(February, Merged));

        // Days before March are those of the register of the day: the villages of then, and the figures that were published.
        Assert.Equal(published.Card, FiguresOf(district.AsOf(February), East, West));
        Assert.Equal(published.Card, FiguresOf(District.Open(district.Settings, district.Pending.TakeWhile(entry => entry.Number <= published.Version)).AsOf(February), East, West));
        var (eve, february, march) = (district.AsOf(NewYearsEve), district.AsOf(February), district.AsOf(Known));
        Assert.Equal((true, true, false), (Has(eve.Areas, East), Has(february.Areas, East), Has(march.Areas, East)));
        Assert.Equal((true, false, false), (Has(eve.AreasInEffect, East), Has(february.AreasInEffect, East), Has(march.AreasInEffect, East)));
        Assert.Equal("businesses 2, tied 2, visited 1", FiguresOf(march, Merged));
        Assert.Equal((East, Merged), (february.Register[Noodles].Area, march.Register[Noodles].Area));
        Assert.Equal(new Seat(OfEast, East), february.Plan!.ChainOf(february.Register.RowOf(Noodles)).Main.Seat);

        // A figure by village over the change: what became what is asked both ways.
        Assert.Equal([Merged], february.IntoEffect.After(East));
        Assert.Equal((Succession.None, Succession.None), (eve.IntoEffect, march.IntoEffect));
        var since = district.Areas.Between(NewYearsEve, Known);
        Assert.Equal([East, West], since.Before(Merged));

        // So the new village is compared with both, but for who answers there, and the town with itself.
        var compared = Scorecard.Of(march).CompareWith(Scorecard.Of(eve), Merged);
        Assert.Equal(([East, West], null), (compared.Earlier.Select(entry => entry.Area.Code), compared.NotComparable), (one, other) => one.Item1.SequenceEqual(other.Item1) && one.Item2 == other.Item2);
        Assert.Equal((0L, 0L, 1L), (compared[ScorecardMeasure.Businesses], compared[ScorecardMeasure.Tied], compared[ScorecardMeasure.Found]));
        Assert.Equal(((long?)null, (long?)null), (compared[ScorecardMeasure.Cadres], compared[ScorecardMeasure.CommittedCadres]));
        Assert.Equal("Compared with the sum of village one, village two on 2023-12-31.", compared.Remarks[0].English);
        Assert.Contains("cadres with a commitment", compared.Remarks[1].English, StringComparison.Ordinal);
        Assert.Contains("东西村", Scorecard.Of(march)[Merged].Title.Chinese, StringComparison.Ordinal);
        var town = Scorecard.Of(march).CompareWith(Scorecard.Of(eve), Town);
        Assert.Equal((Town, 0L), (Assert.Single(town.Earlier).Area.Code, town[ScorecardMeasure.Cadres]));
        Assert.Throws<AreaNotFoundException>(() => Scorecard.Of(march).CompareWith(Scorecard.Of(eve), East));

        // Deeds of February arrive in March, also one that names a village that was there in February as far as anybody knew.
        Visit(district, 3, InspectionSubject.OfBusiness(Bakery), OfWest, new(2024, 2, 15), Known.PlusDays(1));
        PlanWorld.Do(district, NewYearsEve, new FindingRecorded(new(9), InspectionSubject.OfArea(West), FindingSource.Complaint, FindingSeverity.General, "complained of"));
        var refusal = Refused(() => PlanWorld.Do(district, Known.PlusDays(1), new FindingRecorded(new(10), InspectionSubject.OfArea(West), FindingSource.Complaint, FindingSeverity.General, "complained of")));
        Assert.Equal("unknown-area", refusal.Code);
        Assert.Contains($"{Merged}", refusal.Allowed.English, StringComparison.Ordinal);

        // And whoever opens it from its entries sees the same.
        Assert.Equal(DistrictShown.Show(district), DistrictShown.Show(District.Open(district.Settings, district.Pending)));
        PlanWorld.Do(district, Known.PlusDays(2), new PostEnded(OfEast, Merged));
        Assert.Equal(OfWest, MainOf(district, Noodles));
    }

    [Fact]
    public void AMergerThatWasNone_IsPutRightByAChangeBack_AndPastDaysTellBoth()
    {
        var district = Lived();
        PlanWorld.Do(district, Known, new AreasChanged([new(East, [Merged]), new(West, [Merged])], [new(Merged, "东西村")], [], Notice));
        var before = district.AsOf(Known.PlusDays(-1));

        // A change of areas rests under everything since and cannot be voided; the day before says who stood where.
        var place = district.Areas.History.Last().Moment.Place;
        Assert.Equal("not-voidable", Refused(() => PlanWorld.Do(district, Known.PlusDays(2), new ActVoided(new("areas", ""), place, "a slip"))).Code);
        var back = PlanWorld.Do(
            district, Known.PlusDays(2),
            new AreasChanged(
                [new(Merged, [East, West])], [new(East, "village one"), new(West, "village two")],
                [.. before.Register.Businesses.Where(business => business.Area == East || business.Area == West).Select(business => new BusinessPlaced(business.Id, business.Area))], Notice),
            new PostEnded(OfEast, West), new PostEnded(OfWest, East));

        Assert.True(back.Chains.IsEmpty && back.Renewals.IsEmpty, $"{back.Chains}");
        Assert.Equal((new Seat(OfEast, East), new Seat(OfWest, West)), (SeatOf(district, Noodles), SeatOf(district, Bakery)));
        Assert.Equal([East, Merged, East], new[] { -1, 1, 2 }.Select(days => district.AsOf(Known.PlusDays(days)).Register[Noodles].Area));
        Assert.Equal([East, West], district.Areas.Between(Known.PlusDays(-1), Known.PlusDays(2)).After(East));
        Assert.Equal(2, district.Businesses.HistoryOf(Noodles).Count);
        Assert.Equal(DistrictShown.Show(district), DistrictShown.Show(District.Open(district.Settings, district.Pending)));
    }

    [Fact]
    public void AVillageThatIsSplit_AsksForEachBusinessWhereItGoes_AndItsCadreAnswersInBothParts()
    {
        var district = Lived();
        AreaCode[] parts = [AreaCode.Parse("510115001004"), AreaCode.Parse("510115001005")];
        AreasChanged Split(params BusinessPlaced[] placed) => new([new(East, [.. parts])], [new(parts[0], "甲村"), new(parts[1], "乙村")], [.. placed], Notice);

        var refusal = Refused(() => PlanWorld.Do(district, Known, Split()));
        Assert.Equal(("business-nowhere", Noodles.Value), (refusal.Code, refusal.ValueOf("business")));
        Assert.Equal("outside-the-parts", Refused(() => PlanWorld.Do(district, Known, Split(new BusinessPlaced(Noodles, West)))).Code);
        Assert.Equal("not-split", Refused(() => PlanWorld.Do(district, Known, Split(new(Noodles, parts[0]), new(Bakery, parts[0])))).Code);
        Assert.Equal("named-twice", Refused(() => PlanWorld.Do(district, Known, Split(new(Noodles, parts[0]), new(Noodles, parts[1])))).Code);
        Assert.Equal("unknown-business", Refused(() => PlanWorld.Do(district, Known, Split(new(Noodles, parts[0]), new(new("nobody"), parts[0])))).Code);

        var told = PlanWorld.Do(district, Known, Split(new BusinessPlaced(Noodles, parts[1])));
        Assert.True(told.Chains.IsEmpty, $"{told.Chains}");
        Assert.Equal(new Seat(OfEast, parts[1]), SeatOf(district, Noodles));
        Assert.Equal(parts, district.Chains.Roster.PostsOf(OfEast).Select(post => post.Area));
        Assert.Equal("g-1", district.Grids.Plan!.FindGrid(parts[0])!.Code);

        // Its parts, and a village that gave up ground, are not compared with what it was, and say so; the town is.
        var (before, after) = (Scorecard.Of(district.AsOf(Known.PlusDays(-1))), Scorecard.Of(district.AsOf(Known)));
        Assert.All(parts, part =>
        {
            var compared = after.CompareWith(before, part);
            Assert.Equal([East], compared.Earlier.Select(entry => entry.Area.Code));
            Assert.Equal(ScorecardMeasure.All, compared.Incomparable);
            Assert.Null(compared[ScorecardMeasure.Businesses]);
            Assert.Empty(compared.Changed);
            Assert.Equal($"village one {East} became {parts[0]}, {parts[1]}, so that {after.Areas[part].Name} has other ground than on 2024-03-09: its counts are not comparable.", Assert.Single(compared.Remarks).English);
            Assert.Contains("不可比", compared.NotComparable!.Value.Chinese, StringComparison.Ordinal);
        });
        Assert.Equal(0L, after.CompareWith(before, Town)[ScorecardMeasure.Businesses]);

        // Where a part keeps the code, who is not named stays.
        PlanWorld.Do(district, Known.PlusDays(1), new AreasChanged([new(West, [West, East])], [new(East, "新村")], [], Notice));
        Assert.Equal((West, new Seat(OfWest, West)), (district.Businesses.Register[Bakery].Area, SeatOf(district, Bakery)));
        Assert.NotNull(Scorecard.Of(district.AsOf(Known.PlusDays(1))).CompareWith(after, West).NotComparable);
    }

    [Fact]
    public void ATownWithAnotherCode_TakesEverythingInItAlong()
    {
        var district = Lived();
        var town = AreaCode.Parse("510115003");
        AreaCode Inside(AreaCode village) => new(village.Value - Town.Value + town.Value);

        var told = PlanWorld.Do(district, Known, new AreasChanged(
            [new(Town, [town]), new(East, [Inside(East)]), new(West, [Inside(West)])],
            [new(town, "新街道"), new(Inside(East), "village one"), new(Inside(West), "village two")], [], Notice));

        Assert.True(told.Chains.IsEmpty && told.Renewals.IsEmpty, $"{told.Chains}");
        Assert.Equal((new Seat(OfEast, Inside(East)), "station-1", "g-1"), (SeatOf(district, Noodles), district.Grids.Stations!.FindStation(town), district.Grids.Plan!.FindGrid(Inside(West))!.Code));
        Assert.Equal((Town, "station-1"), (district.AsOf(February).Stations!.FindTown("station-1"), district.AsOf(February).Stations!.FindStation(East)));
    }

    [Fact]
    public void WhatWasToldOfAnAreaLongAgo_IsToldOfWhatItBecame()
    {
        var district = Lived();
        AreaCode street = AreaCode.Parse("510115003"), moved = AreaCode.Parse("510115003001"), joined = AreaCode.Parse("510115003002");
        WarningId warning = new(1);
        PlanWorld.Do(
            district, February,
            WarningAct.Assess(warning, new WarningSubject("野生蘑菇中毒高发", Town) { Advice = "不采、不买、不食" }, WarningMatrix.FoodWarnings.Assess(WarningSeverity.Severe, WarningLikelihood.Possible)),
            WarningAct.Publish(warning, WarningIssuer.National));
        PlanWorld.Do(district, Known, new AreasChanged(
            [new(Town, [street]), new(East, [moved]), new(West, [joined])], [new(street, "新街道"), new(moved, "village one"), new(joined, "village two")], [], Notice));
        PlanWorld.Do(district, Known.PlusDays(1), new AreasChanged([new(joined, [moved])], [], [], Notice));

        // The warning of the town is in force in the street that it became, under both codes, and nowhere else.
        Assert.All([Town, East, street, moved], area => Assert.Equal(warning, Assert.Single(district.Warnings.InForceOn(area, Known.PlusDays(1))).Id));
        Assert.Empty(district.Warnings.InForceOn(AreaCode.Parse("510115002"), Known.PlusDays(1)));

        Assert.Equal([[street], [moved], [moved], [moved]], new[] { Town, East, West, moved }.Select(area => district.Areas.NowOf(area).ToArray()));
        Assert.Empty(district.Areas.NowOf(AreaCode.Parse("510115009")));

        // Who names an area that is none any more is told what it is now, not what it was in between.
        Assert.Contains($"{moved}", Refused(() => PlanWorld.Do(district, Known.PlusDays(2), new BusinessMoved(Bakery, West))).Allowed.English, StringComparison.Ordinal);
    }

    [Fact]
    public void AVillageThatGoesToAnotherTown_IsComparedWithItself_AndNeitherTownIs()
    {
        var district = Lived();
        AreaCode other = AreaCode.Parse("510115002"), moved = AreaCode.Parse("510115002009"), created = AreaCode.Parse("510115009");
        PlanWorld.Do(district, Known, new AreasChanged([new(West, [moved])], [new(moved, "village two"), new(created, "新镇")], [], Notice));
        var (before, after) = (Scorecard.Of(district.AsOf(Known.PlusDays(-1))), Scorecard.Of(district.AsOf(Known)));

        Assert.Equal((West, 0L), (Assert.Single(after.CompareWith(before, moved).Earlier).Area.Code, after.CompareWith(before, moved)[ScorecardMeasure.Businesses]));
        Assert.All([Town, other], town => Assert.Contains($"became {moved}", after.CompareWith(before, town).NotComparable!.Value.English, StringComparison.Ordinal));
        Assert.Null(after.CompareWith(before, AreaCode.Parse("510115")).NotComparable);
        var fresh = after.CompareWith(before, created);
        Assert.Empty(fresh.Earlier);
        Assert.Equal("On 2024-03-09 there was no 新镇, and no area became it: there is nothing to compare it with.", fresh.NotComparable!.Value.English);
        Assert.Null(after.CompareWith(before, East).NotComparable);
    }

    [Fact]
    public void WhatIsAboutAnAreaThatNobodyLaidDown_IsRefused()
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        Act[] acts =
        [
            new BusinessesOpened([new Business(Noodles, "noodles", East, BusinessType.Restaurant)]),
            new AreasChanged([new(East, [West])], [], [], Notice),
            new AreasLaidDown([], Notice),
            new StationsLinked(Town, []),
            new PostGiven(OfEast, "secretary", East, new Term(January)),
        ];
        Assert.All(acts, act => Assert.Contains(
            Assert.Throws<ActsRefusedException>(() => PlanWorld.Do(district, Known, new CadreJoined(OfEast), act)).Refusals, refusal => refusal is { Code: "no-areas", Allowed.IsEmpty: false }));
    }

    [Fact]
    public void AWrongChange_IsRefusedWithCodePlaceAndWhatIsAllowed()
    {
        var district = Lived();
        var other = AreaCode.Parse("510115001009");
        Check("areas-stand", AreasLaidDown.Of(PlanWorld.SmallTree, Notice));
        Check("no-change", Change());
        Check("unknown-area", Change(new AreaSucceeded(other, [West])), $"{other}", "successions[0]");
        Check("unknown-area", Change(new(East, [West]), new(West, [other])), $"{other}", "successions[1]");
        Check("unknown-area", Change(new(East, [West]), new(West, [East])), $"{West}", "successions[0]");
        Check("code-twice", Change(new(East, [West]), new(East, [West])), $"{East}", "successions[1]");
        Check("other-level", Change(new AreaSucceeded(East, [Town])), $"{Town}", "successions[0]");
        Check("code-twice", new AreasChanged([], [new(other, "甲"), new(other, "乙")], [], Notice), $"{other}", "areas[1]");
        Check("no-parent", new AreasChanged([], [new(AreaCode.Parse("510115009001"), "甲")], [], Notice), "510115009001", "areas[0]");
        Check("no-parent", new AreasChanged([new(Town, [AreaCode.Parse("510115009")])], [new(AreaCode.Parse("510115009"), "甲")], [], Notice), $"{East}");
        Check("no-common-area", Change(new AreaSucceeded(AreaCode.Parse("51"), [])), "510000000000");
        Check("business-nowhere", Change(new AreaSucceeded(East, [])), $"{East}");
        Check("post-nowhere", new AreasChanged([new(East, [])], [], [new(Noodles, West)], Notice), $"{East}");

        // Told in the order in which they took effect.
        PlanWorld.Do(district, Known, Change(new AreaSucceeded(East, [West])));
        Assert.Equal("behind-the-last", Refused(() => district.Apply(new Stamp("office", January, At(Known)), new AreasChanged([], [new(West, "西村")], [], Notice))).Code);
        Assert.Contains($"{West}", Refused(() => PlanWorld.Do(district, Known, new BusinessMoved(Bakery, East))).Allowed.English, StringComparison.Ordinal);

        void Check(string code, AreaAct act, string? area = null, string? place = null)
        {
            var all = Assert.Throws<ActsRefusedException>(() => PlanWorld.Do(district, Known, act)).Refusals;
            Assert.Contains(all, refusal => refusal.Code == code && !refusal.Allowed.IsEmpty
                && (area is null || refusal.ValueOf("area") == area) && (place is null || refusal.ValueOf("place") == place));
        }
    }

    [Fact]
    public void GridsAndStations_OfAreasThatBecomeOne_AreLaidDownAnewBefore()
    {
        var district = Lived();
        var second = AreaCode.Parse("510115002");
        PlanWorld.Do(
            district, Known,
            new GridsLaidDown([new("g-1", ("一", "one"), "k-1", East), new("g-2", ("二", "two"), "k-2", West)]),
            new StationsLinked(AreaCode.Parse("510115"), [new("station-1", Town), new("station-2", second)]));
        AreasChanged villages = Change(new AreaSucceeded(East, [West]));
        AreasChanged towns = new(
            [new(second, [Town]), new(AreaCode.Parse("510115002001"), [AreaCode.Parse("510115001008")])], [new(AreaCode.Parse("510115001008"), "village three")], [], Notice);
        Assert.Equal("area-twice", Refused(() => PlanWorld.Do(district, Known, villages)).Code);
        Assert.Equal("area-twice", Refused(() => PlanWorld.Do(district, Known, towns)).Code);
        Assert.Equal("station-nowhere", Refused(() => PlanWorld.Do(
            district, Known, new AreasChanged([new(second, []), new(AreaCode.Parse("510115002001"), [])], [], [], Notice))).Code);
        Assert.Equal("grid-nowhere", Refused(() => PlanWorld.Do(
            district, Known, new PostEnded(OfEast, East), new AreasChanged([new(East, [])], [], [new(Noodles, West)], Notice))).Code);

        PlanWorld.Do(
            district, Known,
            new GridsLaidDown([new("g", ("合", "both"), "k-1", East, West)]), new StationsLinked(AreaCode.Parse("510115"), [new("station-1", Town)]), villages, towns);
        Assert.Equal(("g", "station-1"), (district.Grids.Plan!.FindGrid(West)!.Code, district.Grids.Stations!.FindStation(AreaCode.Parse("510115001008"))));
    }

    [Fact]
    public void PostsOfOneCadre_ThatComeTogether_AreOneWithBothCapacities()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        var district = world.Found(
            [PlanWorld.NewPost("x", $"{East}", 3, term: new(January, Known)), PlanWorld.NewPost("x", $"{West}", 4, term: new(January.PlusDays(9))), PlanWorld.NewPost("x", $"{Town}")], January);
        PlanWorld.Do(district, February, Change(new AreaSucceeded(East, [West])));

        var posts = district.Chains.Roster.PostsOf(new("x"));
        Assert.Equal([Town, West], posts.Select(post => post.Area));
        Assert.Equal((7, new Term(January)), (posts[1].Capacity, posts[1].Term));
        Assert.Equal(3, district.AsOf(February.PlusDays(-1)).Roster.PostsOf(new("x")).Length);
    }

    /// <summary>A district that lived from December on: a commitment, a grid, a station, a round, a visit of February with an order that is open.</summary>
    private static District Lived()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Add(Noodles.Value, $"{East}", Tier.D);
        world.Add(Bakery.Value, $"{West}", Tier.D);
        var district = world.Found([PlanWorld.NewPost("e", $"{East}"), PlanWorld.NewPost("w", $"{West}"), PlanWorld.NewPost("t", $"{Town}")], new LocalDate(2023, 12, 1));
        PlanWorld.Do(
            district, new(2023, 12, 2),
            new ChecklistAdopted(InspectionWorld.List),
            new CommitmentSigned(new(1), OfEast, [Noodles], "t"),
            new GridsLaidDown([new("g-1", ("一", "one"), "k-1", East, West)]),
            new StationsLinked(AreaCode.Parse("510115"), [new("station-1", Town)]),
            new RoundOpened(Round, new(("首轮", "first round"), new(2023, 12, 2), [RoundTask.Visit], [new(new(2024, 6, 30), 1m)], Notice)));
        Visit(district, 1, InspectionSubject.OfBusiness(Noodles), OfEast, new(2024, 2, 12), new(2024, 2, 12));
        var found = new FindingId(2);
        PlanWorld.Do(
            district, new(2024, 2, 13),
            new FindingRecorded(found, InspectionSubject.OfBusiness(Noodles), FindingSource.Complaint, FindingSeverity.General, "no certificates"));
        PlanWorld.Do(
            district, new(2024, 2, 14),
            RectificationAct.Report(Problem, district.Findings[found], Noodles), RectificationAct.Claim(Problem), RectificationAct.Order(Problem, TimeLimit.Days(60), "order-1"),
            new RoundMarked(Round, new RoundMark(Noodles, RoundTask.Visit, new(2024, 2, 12))));
        return district;
    }

    private static void Visit(District district, long number, InspectionSubject subject, CadreId cadre, LocalDate on, LocalDate recorded) => district.Apply(
        new Stamp("office", on, At(recorded)),
        new DayBegan(),
        new InspectionPlanned(new(number), InspectionWorld.Task(InspectionKind.CadreVisit, subject)),
        new InspectionBegun(new(number), new InspectionTeam(InspectionForm.OnSite, new Inspector("visitor", cadre: cadre))),
        new InspectionFinished(new(number), InspectionWorld.AllMet()));

    private static AreasChanged Change(params AreaSucceeded[] successions) => new([.. successions], [], [], Notice);

    private static string FiguresOf(DistrictDay day, params AreaCode[] villages) => string.Join(" | ", villages.Select(village => Scorecard.Of(day)[village]).Select(entry =>
        $"businesses {entry[ScorecardMeasure.Businesses]}, tied {entry[ScorecardMeasure.Tied]}, visited {entry[ScorecardMeasure.Visited]}"));

    private static bool Has(AreaTree areas, AreaCode code) => areas.Find(code) is not null;

    private static Seat SeatOf(District district, BusinessId business) => district.Chains.Plan!.ChainOf(district.Businesses.Register.RowOf(business)).Main.Seat;

    private static CadreId MainOf(District district, BusinessId business) => SeatOf(district, business).Cadre;

    private static IEnumerable<ChainChangeReason> ReasonsOf(District district, BusinessId business) =>
        district.Chains.History.HistoryOf(district.Businesses.Register.RowOf(business)).Select(one => one.Change).Where(change => change.Step == ResponsibleStep.Main).Select(change => change.Reason);

    private static Refusal Refused(Action act) => Assert.Single(Assert.Throws<ActsRefusedException>(act).Refusals);

    private static Instant At(LocalDate day) => ChinaTime.Zone.AtStartOfDay(day).ToInstant() + Duration.FromHours(9);
}
