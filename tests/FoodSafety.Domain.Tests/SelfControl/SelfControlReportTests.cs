using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

/// <summary>Reports of weeks and months are made of the days; days of rest are none that were missed.</summary>
public class SelfControlReportTests
{
    private static readonly BusinessId Shop = new("b0");
    private static readonly LocalDate First = new(2026, 6, 1);
    private static readonly ItemList<SelfControlDuty> Duties = SelfControlDuties.All;

    private readonly SelfControlRooms _rooms;

    public SelfControlReportTests()
    {
        var register = new BusinessRegister(PlanWorld.SmallTree);
        register.AddRange([new Business(Shop, "shop", AreaCode.Parse("510115001001"), BusinessType.Restaurant)]);
        _rooms = new SelfControlRooms(register);
        _rooms.Take(First, new RecordsBegun(First));
    }

    [Fact]
    public void Week_NamesWhatWasMissed_AndRestsAreNoGaps()
    {
        // 1 June 2026 is a Monday, on which the shop rests all year.
        _rooms.Take(First, new OperationMarked(Shop, new Term(First, First.PlusYears(1)), IsOperating: false) { Weekdays = [IsoDayOfWeek.Monday] });
        Keep(2, 3, 5, 6);
        var week = Of(SelfControlKind.WeeklyCheck, 7);

        Assert.Equal((Day(1), Day(7)), (week.Period.First, week.Period.Last));
        Assert.Equal([Day(4), Day(7)], week.Missed);
        Assert.Equal([Day(1)], week.AtRest);
        Assert.False(week.IsZeroRisk);
        Assert.Equal(
            ["4 of 6 days recorded", "missed: 2026-06-04, 2026-06-07", "not operating: 2026-06-01", "no risk was found on the days recorded; of the days missed nothing is known"],
            week.Lines.Select(line => line.English));
        Assert.Equal(["食品安全总监（签名）：", "食品安全员（签名）："], week.SignatureLines.Select(line => line.Chinese));

        Keep(4, 7);
        var whole = Of(SelfControlKind.WeeklyCheck, 7);
        Assert.True(whole.IsZeroRisk);
        Assert.Contains("- 未发现食品安全风险（零风险报告）\n", whole.ToMarkdown(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("# weekly food-safety report\n", whole.ToMarkdown(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_SaysNothingOfDaysToCome_AndZeroRiskOfNothingUnrecorded()
    {
        Keep(1, 2);
        Assert.Equal((2, 0, true), Of(SelfControlKind.MonthlyMeeting, 2) is var early ? (early.Records.Length, early.Missed.Length, early.IsZeroRisk) : default);
        var later = Of(SelfControlKind.MonthlyMeeting, 3);
        Assert.Equal([Day(3)], later.Missed);
        Assert.False(later.IsZeroRisk);
        Assert.Equal("nothing is recorded, so that no risk cannot be reported", Of(SelfControlKind.WeeklyCheck, 8).Lines[^1].English);
        _rooms.Take(First, new OperationMarked(Shop, new Term(Day(8)), IsOperating: false));
        Assert.Equal("no day was due", Of(SelfControlKind.WeeklyCheck, 14).Lines[^1].English);
        Assert.Throws<ArgumentOutOfRangeException>(() => SelfControlReport.Of(_rooms.Log, Shop, SelfControlKind.WeeklyCheck, Duties, First.PlusDays(-1), WorkingCalendar.China));
        Assert.Throws<ArgumentException>(() => SelfControlReport.Of(_rooms.Log, Shop, SelfControlKind.WeeklyCheck, [SelfControlDuties.Weekly], First, WorkingCalendar.China));
    }

    [Fact]
    public void Weekdays_NeedAnEnd_AndAreWrittenOverByWhatIsToldLater()
    {
        var mondays = new OperationMarked(Shop, new Term(First), IsOperating: false) { Weekdays = [IsoDayOfWeek.Monday] };
        Assert.Equal(["weekdays-without-end"], _rooms.CodesOf(First, mondays));
        Assert.Throws<ArgumentException>(() => mondays with { Weekdays = [IsoDayOfWeek.None] });
        Assert.Throws<ArgumentException>(() => mondays with { Weekdays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Monday] });

        // From a Wednesday on, so that the first of them is five days later; the end itself is not one.
        _rooms.Take(First, mondays with { Term = new Term(Day(3), Day(15)), Weekdays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday] });
        Assert.Equal([3, 8, 10], Closed());
        _rooms.Take(First, new OperationMarked(Shop, new Term(Day(8), Day(9)), IsOperating: true));
        Assert.Equal([3, 10], Closed());
        _rooms.Take(First, new OperationMarked(Shop, new Term(First, Day(30)), IsOperating: true) { Weekdays = [IsoDayOfWeek.Wednesday] });
        Assert.Empty(Closed());

        IEnumerable<int> Closed() => Enumerable.Range(1, 29).Where(day => !_rooms.Log.IsOperating(Shop, Day(day)));
    }

    private static LocalDate Day(int day) => new(2026, 6, day);

    private void Keep(params int[] days) => Assert.All(days, day => _rooms.Take(Day(day), new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(Shop))));

    private SelfControlReport Of(SelfControlKind kind, int day) => SelfControlReport.Of(_rooms.Log, Shop, kind, Duties, Day(day), WorkingCalendar.China);
}
