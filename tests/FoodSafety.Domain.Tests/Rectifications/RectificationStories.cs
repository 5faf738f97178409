using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>What happens to problems in a district that lives: things told late, at the wrong shop, or by mistake.</summary>
public class RectificationStories
{
    private static readonly BusinessId Wrong = new("wrong"), Right = new("right");
    private static readonly RectificationId Id = new(20260000005);

    [Fact]
    public void ReportAtTheWrongShopWithAnOrderOnIt_IsVoidedWithAllThatRestsOnIt_AndReportedAnewUnderTheSameNumber()
    {
        var district = Founded();
        var report = Do(district, Finder, 5, RectificationAct.Report(Id, Finding(1), Wrong));
        var order = Do(district, Officer, 6, RectificationAct.Claim(Id), RectificationAct.Order(Id, TimeLimit.Days(1), "order-1"));
        var published = district.Version;

        // Whoever voids the report alone is told what rests on it.
        var refusal = Refused(district, 9, Void(report, 0));
        Assert.Equal(("others-rest-on-it", $"{new ActPlace(order, 0)}", $"{new ActPlace(order, 1)}"), (refusal.Code, refusal.Values[0].Value, refusal.Values[1].Value));

        var entries = district.Pending.ToList();
        entries.Add(district.Apply(On(9, Chief), Void(order, 1), Void(order, 0), Void(report, 0)).Entry!);

        Assert.Null(district.Rectifications.Find(Id));
        Assert.Equal(0, district.Rectifications.Count);
        Assert.Empty(district.Rectifications.OpenOf(Wrong));
        Assert.Null(district.Rectifications.FindByFinding(new(1)));
        Assert.Equal([0, 0], new[] { 6, 8 }.Select(day => district.AsOf(Day(day)).Rectifications.Count));
        Assert.All(district.Rectifications.HistoryOf(Id), done => Assert.False(done.Counts));

        // The number is free again; the right shop had the problem all the time, and what was published before knows nothing of it.
        entries.Add(district.Apply(Told(9, 5, Finder), RectificationAct.Report(Id, Finding(1), Right)).Entry!);
        Assert.Equal((Right, RectificationState.Reported), (district.Rectifications[Id].Business!.Value, district.Rectifications[Id].State));
        Assert.Equal([Id], district.Rectifications.OpenOf(Right));
        Assert.Empty(district.Rectifications.OpenOf(Wrong));
        Assert.Equal(1, district.AsOf(Day(6)).Rectifications.Counts.Open);
        Assert.Equal([Wrong, Right], district.Rectifications.HistoryOf(Id).Select(done => done.Act.Business).OfType<BusinessId>());
        var then = District.Open(district.Settings, entries.TakeWhile(entry => entry.Number <= published)).AsOf(Day(8)).Rectifications;
        Assert.Equal([Id], then.Overdue());

        // It goes on, and whoever opens it from its entries sees the same.
        entries.Add(district.Apply(On(10, Officer), RectificationAct.Claim(Id)).Entry!);
        Assert.Equal(DistrictShown.Show(district), DistrictShown.Show(District.Open(district.Settings, entries)));
    }

    [Fact]
    public void ExtensionGrantedByMistake_IsVoided_AndTheDeadlineIsThatOfTheOrderOnEveryDay()
    {
        var district = Founded();
        Do(district, Finder, 1, RectificationAct.Report(Id, Finding(1), Right));
        Do(district, Officer, 1, RectificationAct.Claim(Id), RectificationAct.Order(Id, TimeLimit.Days(3)));
        var extension = Do(district, Chief, 3, RectificationAct.Extend(Id, TimeLimit.Days(20), Owner, "parts are late"));
        Do(district, Officer, 5, RectificationAct.Link(Id, new LinkedMeasure(MeasureKind.FormalTalk, "talk-1")));
        Assert.Empty(district.AsOf(Day(6)).Rectifications.Overdue());
        Assert.Equal(Day(24), district.Rectifications[Id].Deadline!.Value.LastDay);

        district.Apply(On(8, Chief), Void(extension, 0));

        Assert.Equal((Day(4), 0), (district.Rectifications[Id].Deadline!.Value.LastDay, district.Rectifications[Id].Extensions));
        Assert.Single(district.Rectifications[Id].Measures);
        Assert.Equal([false, true, true], new[] { 4, 5, 8 }.Select(day => district.AsOf(Day(day)).Rectifications.OverdueCount == 1));
        Assert.Equal("voided-already", Refused(district, 9, Void(extension, 0)).Code);
        Assert.Equal("no-such-act", Refused(district, 9, Void(99, 0)).Code);
    }

    [Fact]
    public void OrderOfYesterday_ToldAfterTodaysActs_CountsFromYesterday_AndWhatComesBehindALaterStepIsRefused()
    {
        var district = Founded();
        var other = new RectificationId(7);
        Do(district, Finder, 5, RectificationAct.Report(Id, Finding(1), Right));
        Do(district, Officer, 5, RectificationAct.Claim(Id));
        Do(district, Finder, 8, RectificationAct.Report(other, Finding(2), Wrong));
        var shown = district.AsOf(Day(7));

        var kept = district.Apply(Told(8, 7, Officer), RectificationAct.Order(Id, TimeLimit.Days(3))).Entry!.Acts[0];

        Assert.Equal(Day(10), ((RectificationAct)kept).Deadline!.Value.LastDay);
        Assert.Equal((RectificationState.Claimed, RectificationState.Ordered), (shown.Rectifications.FindState(Id), district.AsOf(Day(7)).Rectifications.FindState(Id)));
        Assert.Equal(RectificationState.Claimed, district.AsOf(Day(6)).Rectifications.FindState(Id));
        Assert.Equal("behind-the-last", Assert.Single(Assert.Throws<ActsRefusedException>(
            () => district.Apply(Told(8, 6, Owner), RectificationAct.Submit(Id, "report-1"))).Refusals).Code);

        // Of another problem it would be no matter.
        district.Apply(Told(8, 6, Finder), RectificationAct.Report(new(8), Finding(3), Wrong));
        Assert.Equal((2, 3), (district.AsOf(Day(6)).Rectifications.Count, district.AsOf(Day(8)).Rectifications.Count));
    }

    [Fact]
    public void ProblemOfABusinessThatWasTypedLater_IsInNoAreaOfTheRegisterOfThatDay_AndNotLost()
    {
        var district = Founded();
        district.Apply(On(20, "office"), new BusinessesOpened([Shop("late")]));
        district.Apply(Told(22, 10, Finder), RectificationAct.Report(Id, Finding(1), new("late")));

        var then = district.AsOf(Day(15));
        Assert.Equal(1, then.Rectifications.Counts.Open);
        Assert.Equal((0, 1), (then.Rectifications.CountsByArea(then.Register)[then.Register.Areas.Codes[0]].Open, then.Rectifications.CountsByArea(then.Register).Unplaced.Open));
        Assert.Equal(1, district.AsOf(Day(22)).Rectifications.CountsByArea(district.Businesses.Register)[district.Areas.Tree.Codes[0]].Open);
    }

    private static LocalDate Day(int day) => new(2026, 9, day);

    private static Stamp On(int day, string by) => Told(day, day, by);

    private static Stamp Told(int told, int on, string by) => new(by, Day(on), At(Day(told)));

    private static ActVoided Void(long entry, int number) => new(new Thing("rectification", Id.ToString()), new ActPlace(entry, number), "the wrong shop");

    private static long Do(District district, string by, int day, params Act[] acts) => district.Apply(On(day, by), acts).Entry!.Number;

    private static Refusal Refused(District district, int day, Act act) =>
        Assert.Single(Assert.Throws<ActsRefusedException>(() => district.Apply(On(day, Chief), act)).Refusals);

    private static Business Shop(string id) => PlanWorld.NewBusiness(id, Domain.Areas.AreaCode.Parse("510115001001"), Tier.D);

    private static District Founded()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Register.AddRange(Shop(Wrong.Value), Shop(Right.Value));
        return world.Found([PlanWorld.NewPost("village", "510115001001")], new LocalDate(2026, 8, 31));
    }
}
