using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

public class SelfControlLogTests
{
    private static readonly LocalDate First = new(2023, 1, 1);
    private static readonly DateInterval Year = new(First, new LocalDate(2023, 12, 31));
    private static readonly BusinessId Shop = new("shop");
    private static readonly BusinessId Maker = new("maker");

    private readonly BusinessRegister _register = new(PlanWorld.SmallTree);
    private readonly SelfControlRooms _rooms;
    private readonly SelfControlLog _log;

    public SelfControlLogTests()
    {
        _register.AddRange(
            new Business(Shop, "店", AreaCode.Parse("510115001001"), BusinessType.Restaurant),
            new Business(Maker, "厂", AreaCode.Parse("510116001001"), BusinessType.FoodManufacturer));
        _rooms = new SelfControlRooms(_register);
        _log = _rooms.Log;
        _rooms.Take(First, new RecordsBegun(First));
        foreach (var post in EnumCodes.All<SafetyPost>())
        {
            _rooms.Take(First, new AppointmentMade(new Appointment(new((int)post), new StaffId($"{post}"), Shop, post, new Term(First))));
        }
    }

    [Theory]
    [InlineData(SelfControlKind.DailyControl, "Officer")]
    [InlineData(SelfControlKind.WeeklyCheck, "Director Officer")]
    [InlineData(SelfControlKind.MonthlyMeeting, "MainPerson")]
    public void RecordMade_IsForTheMakersOfTheKindAlone(SelfControlKind kind, string makers)
    {
        foreach (var (day, post) in EnumCodes.All<SafetyPost>().Index())
        {
            var (date, record) = (First.PlusDays(day), new RecordMade(Shop, kind, new StaffId($"{post}")));
            if (makers.Contains($"{post}", StringComparison.Ordinal))
            {
                _rooms.Take(date, record);
                Assert.Equal(new LoggedRecord(Shop, kind, date, 0), _log.Find(Shop, kind, date));
            }
            else
            {
                var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => _rooms.Take(date, record)).Refusals);
                Assert.Equal(("not-a-maker", SelfControlDuties.Of(kind).Basis), (refusal.Code, refusal.Basis));
                Assert.Null(_log.Find(Shop, kind, date));
            }
        }
    }

    [Fact]
    public void RecordMade_ByWhoIsOffDutyOrElsewhere_IsRefused()
    {
        _rooms.Take(First, new WentOffDuty(new((int)SafetyPost.Officer), new Term(First, First.PlusDays(2)), "leave"));
        var officer = new StaffId("Officer");

        var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => _rooms.Take(First, new RecordMade(Shop, SelfControlKind.DailyControl, officer))).Refusals);

        Assert.Equal("Officer is not on duty at shop on 2023-01-01 in a post that makes the record of the daily control.", refusal.Text.English);
        Assert.Equal("A food-safety officer on duty.", refusal.Allowed.English);
        Assert.Equal(["not-a-maker"], _rooms.CodesOf(First.PlusDays(2), new RecordMade(Maker, SelfControlKind.DailyControl, officer)));
        _rooms.Take(First.PlusDays(2), new RecordMade(Shop, SelfControlKind.DailyControl, officer));
    }

    [Fact]
    public void Records_RisksAndZeroRisk_AreKept_TwiceIsRefused()
    {
        var record = new RecordMade(Shop, SelfControlKind.DailyControl, new StaffId("Officer"), 3);
        _rooms.Take(First, record);
        _rooms.Take(First.PlusDays(1), record with { RisksFound = 0 });

        Assert.False(record.IsZeroRisk);
        Assert.Equal([(First, 3), (First.PlusDays(1), 0)], _log.Records.Select(r => (r.Date, r.RisksFound)));
        Assert.Equal(["already-made"], _rooms.CodesOf(First, record));
        Assert.Equal(new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(Maker)), Keep(SelfControlKind.DailyControl, First, 0, 1));
        Assert.Equal(["already-made"], _rooms.CodesOf(First, new RecordsKept(SelfControlKind.DailyControl, BusinessSet.AllBut())));
        Assert.Equal(3, _log.Find(Shop, SelfControlKind.DailyControl, First)!.Value.RisksFound);
        Assert.Throws<ArgumentOutOfRangeException>(() => record with { RisksFound = -1 });
        Assert.Throws<ArgumentException>(() => record with { Maker = default });
    }

    [Fact]
    public void RecordsWithdrawn_AreGoneWithTheirRisks_AndMayBeMadeAgain()
    {
        var record = new RecordMade(Shop, SelfControlKind.DailyControl, new StaffId("Officer"), 3);
        _rooms.Take(First, record);
        Keep(SelfControlKind.DailyControl, First, 1);
        var withdrawn = new RecordsWithdrawn(SelfControlKind.DailyControl, First, BusinessSet.AllBut(Maker), "of another day");

        Assert.Equal(new BusinessSet([], isAllBut: true, first: 1), ((RecordsWithdrawn)_rooms.Take(First.PlusDays(3), withdrawn)).Businesses);

        Assert.Equal([new LoggedRecord(Maker, SelfControlKind.DailyControl, First, 0)], _log.Records);
        var missing = Assert.Throws<ActsRefusedException>(() => _rooms.Take(First.PlusDays(3), withdrawn with { Businesses = BusinessSet.AllBut() })).Refusals;
        Assert.Equal([("not-made", "shop")], missing.Select(refusal => (refusal.Code, refusal.Values[0].Value)));
        _rooms.Take(First, record with { RisksFound = 1 });
        Assert.Equal(1, _log.Find(Shop, SelfControlKind.DailyControl, First)!.Value.RisksFound);
    }

    [Fact]
    public void Acts_OnOtherDaysOrOfOthers_AreRefusedByCode()
    {
        var record = new RecordMade(Shop, SelfControlKind.DailyControl, new StaffId("Officer"));
        var kept = new RecordsKept(SelfControlKind.DailyControl, BusinessSet.AllBut());

        Assert.Equal(["not-a-maker", "day-out-of-range"], _rooms.CodesOf(First.PlusDays(-1), record));
        Assert.Equal(["day-out-of-range"], _rooms.CodesOf(First.PlusYears(SelfControlLog.MaxYears), record));
        Assert.Equal(["day-out-of-range"], _rooms.CodesOf(First.PlusDays(-1), kept));
        Assert.Equal(["unknown-business"], _rooms.CodesOf(First, record with { Business = new("none") }));
        Assert.Equal(["unknown-business", "unknown-business"], _rooms.CodesOf(First, kept with { Businesses = BusinessSet.Of(Shop, new("none"), new("nobody")) }));
        Assert.Equal(["names-no-business"], _rooms.CodesOf(First, kept with { Businesses = BusinessSet.AllBut(Shop, Maker) }));
        Assert.Equal(["beyond-the-register"], _rooms.CodesOf(First, kept with { Businesses = new([], isAllBut: true, first: 3) }));
        Assert.Equal(["already-begun"], _rooms.CodesOf(First, new RecordsBegun(First)));
        Assert.Throws<ArgumentOutOfRangeException>(() => kept with { Record = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => _log.Gaps(SelfControlDuties.Daily, new DateInterval(First.PlusDays(-1), First), WorkingCalendar.China));
        Assert.Empty(_log.Records);
        var before = new SelfControlRooms(_register);
        Assert.Equal(["not-begun"], before.CodesOf(First, kept));
        Assert.Null(before.Log.First);
        Assert.Throws<ArgumentOutOfRangeException>(() => before.Log.Find(Shop, SelfControlKind.DailyControl, First));
    }

    [Fact]
    public void Gaps_DaysOutOfOperation_OweNothing()
    {
        _rooms.Take(First, new OperationMarked(Shop, new Term(First, new LocalDate(2023, 6, 1)), IsOperating: false));
        _rooms.Take(First, new OperationMarked(Shop, new Term(new LocalDate(2023, 6, 10), new LocalDate(2023, 6, 20)), IsOperating: false));
        _rooms.Take(First, new OperationMarked(Shop, new Term(new LocalDate(2023, 7, 1)), IsOperating: false));
        Keep(SelfControlKind.DailyControl, new LocalDate(2023, 6, 5), 0);

        var gaps = _log.Gaps(SelfControlDuties.Daily, Year, WorkingCalendar.China);

        // June has 30 days, of which 10 were out of operation and one has a record.
        Assert.Equal(new RecordCoverage(20, 1), gaps[0]);
        Assert.Equal(new RecordCoverage(365, 0), gaps[1]);
        Assert.Equal([.. Enumerable.Range(1, 30).Where(d => d != 5 && d is < 10 or >= 20)], gaps.MissedBy(0).Select(p => p.First.Day));
        Assert.Equal([1], gaps.RowsMissing(new LocalDate(2023, 5, 31)));
        Assert.Equal([0, 1], gaps.RowsMissing(new LocalDate(2023, 6, 1)));
        Assert.Equal([1], gaps.RowsMissing(new LocalDate(2023, 12, 31)));
        Assert.Equal([0, 1], gaps.RowsWithGaps(19));
        Assert.Equal([1], gaps.RowsWithGaps(20));

        // Closed without end: the next year is out of operation too, until it is marked otherwise.
        var later = new DateInterval(new LocalDate(2025, 1, 1), new LocalDate(2025, 12, 31));
        Assert.Equal(0, _log.Gaps(SelfControlDuties.Daily, later, WorkingCalendar.China)[0].Owed);
        _rooms.Take(First, new OperationMarked(Shop, new Term(new LocalDate(2025, 12, 30)), IsOperating: true));
        Assert.Equal(2, _log.Gaps(SelfControlDuties.Daily, later, WorkingCalendar.China)[0].Owed);
    }

    [Fact]
    public void Gaps_OfWorkingDays_AskForThoseAlone()
    {
        // The week after the Spring Festival of 2023: 28 and 29 January, a weekend, were worked.
        var week = new DateInterval(new LocalDate(2023, 1, 23), new LocalDate(2023, 1, 29));

        var missed = _log.GapsOf(Shop, SelfControlDuties.Daily with { Cadence = Cadence.WorkingDay }, week, WorkingCalendar.China);

        Assert.Equal([28, 29], missed.Select(period => period.First.Day));
        Assert.Equal(7, _log.GapsOf(Shop, SelfControlDuties.Daily, week, WorkingCalendar.China).Length);
    }

    [Fact]
    public void Gaps_OfWeeksAndMonths_NeedOneRecordInEach()
    {
        Keep(SelfControlKind.WeeklyCheck, new LocalDate(2023, 3, 5), 0);
        Keep(SelfControlKind.MonthlyMeeting, new LocalDate(2023, 2, 28), 0);
        _rooms.Take(First, new OperationMarked(Shop, new Term(First, new LocalDate(2023, 2, 28)), IsOperating: false));
        var spring = new DateInterval(new LocalDate(2023, 2, 20), new LocalDate(2023, 3, 19));

        var weeks = _log.Gaps(SelfControlDuties.Weekly, spring, WorkingCalendar.China);
        var months = _log.Gaps(SelfControlDuties.Monthly, Year, WorkingCalendar.China);

        // Of the four weeks the first was closed; 5 March is the Sunday of the second.
        Assert.Equal(new RecordCoverage(3, 1), weeks[0]);
        Assert.Equal([new LocalDate(2023, 3, 6), new LocalDate(2023, 3, 13)], weeks.MissedBy(0).Select(p => p.First));
        Assert.Equal([0, 1], weeks.RowsMissing(new LocalDate(2023, 3, 8)));
        Assert.Equal([1], weeks.RowsMissing(new LocalDate(2023, 3, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => weeks.RowsMissing(new LocalDate(2023, 3, 20)));
        Assert.Equal(new RecordCoverage(11, 1), months[0]);
        Assert.Equal(new RecordCoverage(12, 0), months[1]);
    }

    [Fact]
    public void Gaps_OfNoPeriod_AreNone()
    {
        var gaps = _log.Gaps(SelfControlDuties.Monthly, new DateInterval(First, First), WorkingCalendar.China);

        Assert.Empty(gaps.Periods);
        Assert.Equal(default, gaps.Total);
        Assert.Null(gaps.Total.Rate);
        Assert.Empty(gaps.MissedBy(0));
        Assert.Empty(gaps.RowsWithGaps());
    }

    [Fact]
    public void Coverage_BySectorAndArea_AddsUp()
    {
        Keep(SelfControlKind.DailyControl, First, 0, 1);
        Keep(SelfControlKind.DailyControl, First.PlusDays(1), 1);

        var gaps = _log.Gaps(SelfControlDuties.Daily, new DateInterval(First, First.PlusDays(3)), WorkingCalendar.China);

        Assert.Equal(
            [
                new SectorCoverage(BusinessSector.Production, new RecordCoverage(4, 2)), new SectorCoverage(BusinessSector.Sales, default),
                new SectorCoverage(BusinessSector.Catering, new RecordCoverage(4, 1)), new SectorCoverage(BusinessSector.Canteen, default),
            ],
            gaps.BySector());
        var areas = gaps.ByArea();
        Assert.Equal(new RecordCoverage(4, 1), areas[AreaCode.Parse("510115")]);
        Assert.Equal(new RecordCoverage(4, 2), areas[AreaCode.Parse("510116001")]);
        Assert.Equal(gaps.Total, areas[AreaCode.Parse("5101")]);
        Assert.Equal(default, areas[AreaCode.Parse("5119")]);
        Assert.Throws<AreaNotFoundException>(() => areas[AreaCode.Parse("62")]);
    }

    [Fact]
    public void Coverage_OfXiaogan_IsReproducedFromRecords()
    {
        // Published on 2023-03-31: daily control of makers 92.03 %, of caterers 32.10 %.
        var register = new BusinessRegister(PlanWorld.SmallTree);
        register.AddRange([.. Enumerable.Range(0, 200).Select(i => new Business(
            new BusinessId($"b{i}"), "户", AreaCode.Parse("510115001001"), i < 100 ? BusinessType.FoodManufacturer : BusinessType.Restaurant))]);
        var rooms = new SelfControlRooms(register);
        rooms.Take(First, new RecordsBegun(First));
        var log = rooms.Log;
        var days = new DateInterval(First, First.PlusDays(99));
        for (var day = 0; day < 100; day++)
        {
            // 9,203 of 10,000 and 3,210 of 10,000.
            var (makers, caterers) = (92 + (day < 3 ? 1 : 0), 32 + (day < 10 ? 1 : 0));
            int[] made = [.. Enumerable.Range(0, makers), .. Enumerable.Range(100, caterers)];
            rooms.Take(First.PlusDays(day), new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(made.Select(register.IdAt))));
        }

        var sectors = log.Gaps(SelfControlDuties.Daily, days, WorkingCalendar.China).BySector().ToDictionary(s => s.Sector, s => s.Coverage.Rate);

        Assert.Equal((0.9203m, 0.3210m), (sectors[BusinessSector.Production], sectors[BusinessSector.Catering]));
    }

    [Fact]
    public void Log_BusinessesAddedLater_AreInItAtOnce()
    {
        Keep(SelfControlKind.DailyControl, First, 0, 1);
        var row = _register.Add(new Business(new BusinessId("new"), "新", AreaCode.Parse("510115001001"), BusinessType.Retailer));

        Assert.Equal([row], _log.Gaps(SelfControlDuties.Daily, new DateInterval(First, First), WorkingCalendar.China).RowsWithGaps());
        Keep(SelfControlKind.DailyControl, First, row);
        Assert.Empty(_log.Gaps(SelfControlDuties.Daily, new DateInterval(First, First), WorkingCalendar.China).RowsWithGaps());
    }

    [Fact]
    public void Mark_OfNoDayOfTheLogOrNobody_IsRefused()
    {
        Assert.Equal(["day-out-of-range"], _rooms.CodesOf(First, new OperationMarked(Shop, new Term(First.PlusDays(-9), First), false)));
        Assert.Equal(["day-out-of-range"], _rooms.CodesOf(First, new OperationMarked(Shop, new Term(First.PlusYears(SelfControlLog.MaxYears)), false)));
        Assert.Equal(["unknown-business"], _rooms.CodesOf(First, new OperationMarked(new BusinessId("none"), new Term(First), false)));
        Assert.Empty(_log.OperationMarks);
    }

    [Fact]
    public void Mark_EndingAfterTheLog_HoldsToItsLastDay()
    {
        var last = First.PlusYears(SelfControlLog.MaxYears).PlusDays(-1);
        var days = new DateInterval(last.PlusDays(-9), last);
        _rooms.Take(First, new OperationMarked(Shop, new Term(First, last.PlusYears(9)), IsOperating: false));
        Assert.Empty(_log.GapsOf(Shop, SelfControlDuties.Daily, days, WorkingCalendar.China));

        _rooms.Take(First, new OperationMarked(Shop, new Term(last, last.PlusDays(1)), IsOperating: true));
        Assert.Equal([last], _log.GapsOf(Shop, SelfControlDuties.Daily, days, WorkingCalendar.China).Select(period => period.First));
        Assert.Equal(10, _log.GapsOf(Maker, SelfControlDuties.Daily, days, WorkingCalendar.China).Length);
    }

    [Fact]
    public void Records_AreByKindRowAndDay_OnAllDaysOfAWord()
    {
        int[] rows = [0, 1];
        int[] days = [0, 1, 63, 64, 383, 384, 500];
        foreach (var day in days)
        {
            Keep(SelfControlKind.WeeklyCheck, First.PlusDays(day), rows);
        }

        Assert.Equal(
            from row in rows from day in days select new LoggedRecord(_register.IdAt(row), SelfControlKind.WeeklyCheck, First.PlusDays(day), 0),
            _log.Records);
    }

    [Fact]
    public void Duties_EachNamesItsFormAndBasis() => Assert.All(SelfControlDuties.All, duty =>
    {
        Assert.NotEqual(duty.Form.Chinese, duty.Form.English);
        Assert.Same(duty, SelfControlDuties.Of(duty.Kind));
        Assert.NotEqual("", duty.Kind.Name().Chinese);
    });

    private Act Keep(SelfControlKind kind, LocalDate on, params int[] rows) => _rooms.Take(on, new RecordsKept(kind, BusinessSet.Of(rows.Select(_register.IdAt))));
}
