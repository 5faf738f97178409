using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Relocations;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Relocations;

/// <summary>A business moves from one district to another: it left, did not arrive yet, arrived; and each journal names the other district.</summary>
public class RelocationTests
{
    private static readonly AreaCode Wenjiang = AreaCode.Parse("510115"), Village = AreaCode.Parse("510115001001"), Shuangliu = AreaCode.Parse("510116"), There = AreaCode.Parse("510116001001");
    private static readonly BusinessId Shop = new("shop"), Other = new("other"), Newcomer = new("S-204");
    private static readonly RelocationId Move = new(Wenjiang, 17);
    private static readonly LocalDate March = new(2024, 3, 1);
    private static readonly NumberFact Seats = new("seats", ("座位数", "seats"), ("个", "seats"), maximum: 5000), Stalls = new("stalls", ("摊位数", "stalls"), ("个", "stalls"), maximum: 500);

    [Fact]
    public void ABusinessThatMoves_LeftDidNotArriveYetAndArrived()
    {
        var (here, there) = (Left(), Founded(Shuangliu, There, "双流区", Stalls));
        var before = ShownOf(here, March.PlusDays(4));

        // It leaves on the 6th: what hangs on it is ended or handed on, and all of it is named.
        var told = Do(here, 6, new BusinessMovedOut(Move, Shop, Shuangliu, March.PlusDays(30), "迁至双流区"));
        Assert.Equal(
            [typeof(DayBegan), typeof(BusinessMovedOut), typeof(AssignmentEnded<Tier>), typeof(RectificationAct), typeof(AppointmentEnded), typeof(FactsStated)], told.Entry!.Acts.Select(act => act.GetType()));
        var left = here.Relocations[Move];
        Assert.Equal((RelocationState.Left, true, true), (left.State, left.IsFromHere, left.IsUnderWay));
        Assert.Equal((OperatingStatus.MovedOut, 0), (here.Businesses.Register[Shop].Status, here.Rectifications.OpenOf(Shop).Length));
        Assert.Contains(told.Chains, move => move.Business == Shop && move.To.IsNone);
        Assert.Equal(1L, Scorecard.Of(here.AsOf(March.PlusDays(5)))[Village][ScorecardMeasure.Businesses]);
        Assert.Equal("温江区", left.Transfer.District);
        Assert.Equal((Village, Shuangliu, March.PlusDays(5)), (left.Transfer.From, left.Transfer.To, left.Transfer.LeftOn));
        Assert.Equal(["520", "30"], left.Transfer.Facts.Where(fact => fact.Fact is "diners-per-meal" or "seats").Select(fact => fact.Value));
        Assert.Equal(new TransferredGrade("tier", "D"), left.Transfer.Grades.First(grade => grade.Grading == "tier"));
        Assert.Equal((RectificationState.Ordered, "complained of", March.PlusDays(33)), Assert.Single(left.Transfer.Problems) is var problem ? (problem.State, problem.Description, problem.Due!.Value) : default);
        Assert.Equal(2, left.Transfer.Ended.Length);

        // What is sent is read by the other district as it was, which knows nothing of the seats.
        var sent = RelocationFormat.Write(left.Transfer);
        var read = RelocationFormat.ReadTransfer(sent);
        Assert.Equal(left.Transfer, read);
        Assert.Equal(["seats"], read.FactsUnknownTo(there.Businesses.Register.Facts.Schema).Select(fact => fact.Fact));
        Do(there, 8, new TransferReceived(read));
        Assert.Equal((RelocationState.Expected, false), (there.Relocations[Move].State, there.Relocations[Move].IsFromHere));
        Assert.Null(there.Businesses.Register.Find(Newcomer));

        // Neither loses it while it is on its way.
        Assert.All([here, there], district =>
        {
            Assert.Empty(district.Relocations.NotArrivedOn(March.PlusDays(30)));
            Assert.Equal(Move, Assert.Single(district.Relocations.NotArrivedOn(March.PlusDays(31))).Id);
            Assert.Equal([Move], district.AsOf(March.PlusDays(10)).Relocations.Select(one => one.Id));
            Assert.Empty(district.AsOf(March.PlusDays(4)).Relocations);
        });

        // It arrives on the 20th under an id of its own there, and the receipt says so here.
        Do(there, 20, new BusinessMovedIn(Move, Newcomer, There));
        var business = there.Businesses.Register[Newcomer];
        Assert.Equal((There, OperatingStatus.Operating, 520, BusinessType.Restaurant), (business.Area, business.Status, business.Profile.DinersPerMeal, business.Type));
        Assert.Equal(March.PlusDays(19), there.Businesses.OpenedOn(Newcomer));
        Assert.Equal(2L, Scorecard.Of(there.AsOf(March.PlusDays(19)))[There][ScorecardMeasure.Businesses]);
        Assert.Equal(1L, Scorecard.Of(there.AsOf(March.PlusDays(18)))[There][ScorecardMeasure.Businesses]);
        var receipt = RelocationFormat.ReadReceipt(RelocationFormat.Write(there.Relocations[Move].Receipt!));
        Assert.Equal(new ArrivalReceipt(Move, "双流区", There, Newcomer, March.PlusDays(19)), receipt);
        Do(here, 22, new ArrivalConfirmed(receipt));
        Assert.All([here, there], district => Assert.Equal((RelocationState.Arrived, receipt, 0), (district.Relocations[Move].State, district.Relocations[Move].Receipt, district.Relocations.NotArrivedOn(March.PlusDays(99)).Length)));
        Assert.Equal(RelocationState.Left, here.Relocations.FindOn(Move, March.PlusDays(20))!.State);
        Assert.Equal(RelocationState.Expected, there.Relocations.FindOn(Move, March.PlusDays(18))!.State);

        // A day before is what it was, and both journals tell it again.
        Assert.Equal(before, ShownOf(here, March.PlusDays(4)));
        Assert.All([here, there], district => Assert.Equal(DistrictShown.Show(district), DistrictShown.Show(District.Open(district.Settings, district.Pending))));
        Assert.Equal([Move], here.Relocations.Of(Shop).Select(one => one.Id));
    }

    [Fact]
    public void ATransfer_ReadTwiceOrByAnotherDistrict_IsRefused()
    {
        var (here, there) = (Left(), Founded(Shuangliu, There, "双流区", Stalls));
        Do(here, 6, new BusinessMovedOut(Move, Shop, Shuangliu, March.PlusDays(30), "moved"));
        var transfer = here.Relocations[Move].Transfer;
        Assert.Equal("wrong-district", RefusalOf(Founded(AreaCode.Parse("510117"), AreaCode.Parse("510117001001"), "郫都区", Stalls), 8, new TransferReceived(transfer)).Code);
        Assert.Equal("received-already", RefusalOf(here, 8, new TransferReceived(transfer)).Code);
        Assert.Equal("inside-the-district", RefusalOf(here, 8, new TransferReceived(transfer with { Id = new(Wenjiang, 99), To = Wenjiang })).Code);
        Assert.Equal("day-out-of-range", RefusalOf(there, 4, new TransferReceived(transfer)).Code);
        Assert.Equal("unknown-id", RefusalOf(there, 8, new BusinessMovedIn(Move, Newcomer, There)).Code);

        Do(there, 8, new TransferReceived(transfer));
        Assert.Equal("received-already", RefusalOf(there, 9, new TransferReceived(transfer)).Code);
        Assert.Equal("id-taken", RefusalOf(there, 9, new BusinessMovedIn(Move, Other, There)).Code);
        Assert.Equal("unknown-area", RefusalOf(there, 9, new BusinessMovedIn(Move, Newcomer, Village)).Code);
        Do(there, 9, new BusinessMovedIn(Move, Newcomer, There));
        Assert.Equal("other-state", RefusalOf(there, 10, new BusinessMovedIn(Move, new("again"), There)).Code);
        Assert.Equal("other-state", RefusalOf(there, 10, new RelocationCancelled(Move, "stays")).Code);
        Assert.Equal("received-already", RefusalOf(there, 10, new TransferReceived(transfer)).Code);

        var broken = Assert.Throws<DataFileException>(() => RelocationFormat.ReadTransfer(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(RelocationFormat.Write(transfer)).Replace("510115-17", "17", StringComparison.Ordinal))));
        Assert.Contains("$.id", broken.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void ABusinessThatCannotLeave_IsRefusedWithTheReason()
    {
        var here = Left();
        Assert.Equal("inside-the-district", RefusalOf(here, 6, Out() with { To = Village }).Code);
        Assert.Equal("unknown-business", RefusalOf(here, 6, Out() with { Business = new("ghost") }).Code);
        Assert.Equal("unknown-area", RefusalOf(here, 6, new BusinessMovedOut(new(Shuangliu, 1), Shop, Shuangliu, March.PlusDays(30), "moved")).Code);
        Assert.Equal("outside-the-origin", RefusalOf(here, 6, new BusinessMovedOut(new(AreaCode.Parse("510115001002"), 1), Shop, Shuangliu, March.PlusDays(30), "moved")).Code);
        Assert.Equal("day-out-of-range", RefusalOf(here, 6, Out() with { ArriveBy = March.PlusDays(4) }).Code);

        // Somebody has to check what was reported as mended; who leaves before is refused, and after it goes.
        Do(here, 6, RectificationAct.Submit(new(1), "report-1"));
        var open = RefusalOf(here, 7, Out());
        Assert.Equal(("open-matter", "rectification"), (open.Code, open.ValueOf("kind")));
        Do(here, 8, new RectificationAct(new(1), RectificationStep.Return) { Reason = "not mended" });

        // Told late, when something else was told of its status since.
        Do(here, 12, new FactsStated(Shop, new(BusinessFacts.Status.Of(OperatingStatus.Suspended))));
        Assert.Equal("told-since", Assert.Single(Assert.Throws<ActsRefusedException>(() => here.Apply(StampOf(10, recorded: 13), Out())).Refusals).Code);
        Do(here, 13, Out());
        Assert.Equal("has-ended", RefusalOf(here, 14, new BusinessMovedOut(new(Wenjiang, 18), Shop, Shuangliu, March.PlusDays(30), "moved")).Code);
        Assert.Equal("id-taken", RefusalOf(here, 14, Out() with { Business = Other }).Code);
        Assert.Throws<ArgumentException>(() => new BusinessMovedOut(default, Shop, Shuangliu, March, "moved"));

        // A policy that grades whoever moved out would keep it tied.
        var strict = Founded(Wenjiang, Village, "温江区", Seats);
        Do(strict, 2, new PolicyLaidDown<Tier>(GradingPolicy.Define(TierPolicies.SizeAndDiners2022.Id, "strict", ("全部", "all"), Tiers.Scale).InForce(March.PlusDays(1))
            .Otherwise(Tier.D, ("D", "D"), Citation.Illustrative(("测试", "made for a test"))).Build()));
        Assert.Equal("policy-grades-it", RefusalOf(strict, 3, new BusinessMovedOut(Move, Other, Shuangliu, March.PlusDays(30), "moved")).Code);
    }

    [Fact]
    public void AMoveThatDoesNotComeAbout_IsCancelledOnBothSides_AndOneThatComesBackIsTheSameBusiness()
    {
        var (here, there) = (Left(), Founded(Shuangliu, There, "双流区", Stalls));
        Do(here, 6, Out());
        Do(there, 8, new TransferReceived(here.Relocations[Move].Transfer));
        Assert.All([here, there], district => Do(district, 9, new RelocationCancelled(Move, "stays where it is")));
        Assert.All([here, there], district => Assert.Equal((RelocationState.Cancelled, "stays where it is"), (district.Relocations[Move].State, district.Relocations[Move].CancelledFor)));
        Assert.Equal(OperatingStatus.Operating, here.Businesses.Register[Shop].Status);
        Assert.NotNull(here.Chains.Plan!.FindChain(here.Businesses.Register.RowOf(Shop)));

        // Later it moves all the same, and then back under its old id.
        RelocationId again = new(Wenjiang, 18), back = new(Shuangliu, 5);
        Do(here, 10, new BusinessMovedOut(again, Shop, Shuangliu, March.PlusDays(30), "moved"));
        Do(there, 11, new TransferReceived(here.Relocations[again].Transfer), new BusinessMovedIn(again, Newcomer, There));
        Do(here, 12, new ArrivalConfirmed(there.Relocations[again].Receipt!));
        Do(there, 13, new FactsStated(Newcomer, new(BusinessFacts.DinersPerMeal.Of(80))), new BusinessMovedOut(back, Newcomer, Wenjiang, March.PlusDays(30), "back"));
        Do(here, 14, new TransferReceived(there.Relocations[back].Transfer), new BusinessMovedIn(back, Shop, AreaCode.Parse("510115001002")));
        var shop = here.Businesses.Register[Shop];
        Assert.Equal((AreaCode.Parse("510115001002"), OperatingStatus.Operating, 80), (shop.Area, shop.Status, shop.Profile.DinersPerMeal));
        Assert.Equal(2, here.Businesses.Register.Count);
        Assert.Equal([Move, again, back], here.Relocations.Of(Shop).Select(one => one.Id));
        Assert.Equal(DistrictShown.Show(here), DistrictShown.Show(District.Open(here.Settings, here.Pending)));
    }

    [Fact]
    public void AVillageThatGoesToAnotherDistrict_TakesItsBusinessesAlong_InOneUnit()
    {
        var here = Left();
        var change = new AreasChanged([new(Village, [])], [], [], PlanWorld.Listed);
        Assert.All(Assert.Throws<ActsRefusedException>(() => Do(here, 6, change)).Refusals, refusal => Assert.Equal("business-nowhere", refusal.Code));
        Do(here, 6, Out(), new BusinessMovedOut(new(Wenjiang, 18), Other, Shuangliu, March.PlusDays(30), "moved"), change);
        Assert.Null(here.Areas.Tree.Find(Village));
        Assert.Equal([Move, new(Wenjiang, 18)], here.Relocations.All.Where(one => one.IsUnderWay).Select(one => one.Id));
        Assert.Equal(0L, Scorecard.Of(here.AsOf(March.PlusDays(5)))[Wenjiang][ScorecardMeasure.Businesses]);
        Assert.Equal(2L, Scorecard.Of(here.AsOf(March.PlusDays(4)))[Village][ScorecardMeasure.Businesses]);
        Assert.Equal(DistrictShown.Show(here), DistrictShown.Show(District.Open(here.Settings, here.Pending)));
    }

    private static BusinessMovedOut Out() => new(Move, Shop, Shuangliu, March.PlusDays(30), "moved");

    private static string ShownOf(District district, LocalDate day) => DistrictShown.Show(district.AsOf(day));

    private static Refusal RefusalOf(District district, int day, Act act) => Assert.Single(Assert.Throws<ActsRefusedException>(() => Do(district, day, act)).Refusals);

    private static Consequences Do(District district, int day, params Act[] acts) => district.Apply(StampOf(day, day), [new DayBegan(), .. acts]);

    private static Stamp StampOf(int day, int recorded) => new("office", March.PlusDays(day - 1), ChinaTime.Zone.AtStartOfDay(March.PlusDays(recorded - 1)).ToInstant() + Duration.FromHours(9));

    /// <summary>The district that it leaves: with an order that runs, an appointment and a grade that somebody set.</summary>
    private static District Left()
    {
        var district = Founded(Wenjiang, Village, "温江区", Seats);
        Do(
            district, 2,
            new BusinessesOpened([new Business(Shop, "好吃面馆", Village, BusinessType.Restaurant) { Profile = new() { DinersPerMeal = 520 }, OwnFacts = new(Seats.Of(30)) }]),
            new GradeAssigned<Tier>(new(1), AssignmentKind.Override, Shop, Tier.D, March.PlusDays(60), "many complaints"),
            new AppointmentMade(new Appointment(new(1), new("s1"), Shop, SafetyPost.Officer, new Term(March.PlusDays(1)))),
            new FindingRecorded(new(1), InspectionSubject.OfBusiness(Shop), FindingSource.Complaint, FindingSeverity.General, "complained of"),
            new RectificationAct(new(1), RectificationStep.Report) { Finding = new FindingId(1), Severity = FindingSeverity.General, Business = Shop },
            RectificationAct.Claim(new(1)));
        Do(district, 4, RectificationAct.Order(new(1), TimeLimit.Days(30)));
        return district;
    }

    private static District Founded(AreaCode code, AreaCode village, string name, NumberFact own)
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China) { Schema = BusinessFacts.Schema.With(own) });
        var areas = AreaTree.Build([new($"{code}", name), new(village.Parent.ToShortString(), "镇"), new($"{village}", "一村"), new($"{new AreaCode(village.Value + 1)}", "二村")]);
        Do(
            district, 1, AreasLaidDown.Of(areas, PlanWorld.Listed), new LevelsLaidDown(LevelCorrespondence.Default), new PolicyLaidDown<Tier>(TierPolicies.SizeAndDiners2022),
            new BusinessesOpened([new Business(Other, "别店", village, BusinessType.Restaurant)]), new CadreJoined(new("keeper")), new PostGiven(new("keeper"), "head", village.Parent.Parent, new Term(March.PlusDays(-99))));
        return district;
    }
}
