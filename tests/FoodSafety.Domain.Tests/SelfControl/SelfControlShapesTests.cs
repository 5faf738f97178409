using System.Text.Json;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

/// <summary>What is written of an act and read again is the same act.</summary>
public class SelfControlShapesTests
{
    private static readonly LocalDate Day = new(2026, 10, 9);
    private static readonly StaffId Li = new("li");
    private static readonly BusinessId Shop = new("shop");

    [Fact]
    public void Acts_OfEveryKind_ComeBackAsTheyWere()
    {
        AppointmentAct[] appointments =
        [
            new AppointmentMade(new Appointment(new(7), Li, Shop, SafetyPost.Director, new Term(Day, Day.PlusDays(9))) { Employer = PostEmployer.ContractingUnit, IsManagement = true, IsPartTime = true }),
            new AppointmentMade(new Appointment(new(8), Li, Shop, SafetyPost.Officer, new Term(Day))),
            new AppointmentEnded(new(7), "left"), new WentOffDuty(new(7), new Term(Day), "ill"), new CameBackOnDuty(new(7)),
        ];
        QualificationAct[] qualifications =
        [
            new PersonTrained(Li, 7.50m, "食品安全法"), new PersonAssessed(new AssessmentResult(Li, AssessmentStandard.Makers2019, 30, 29)),
            new PersonBarred(new PostBar(Li, PostBarGround.LicenceRevoked, Day)),
        ];
        SelfControlAct[] records =
        [
            new RecordsBegun(Day), new RecordMade(Shop, SelfControlKind.DailyControl, Li), new RecordMade(Shop, SelfControlKind.WeeklyCheck, Li, 3),
            new RecordsKept(SelfControlKind.MonthlyMeeting, BusinessSet.Of(Shop)), new RecordsKept(SelfControlKind.DailyControl, new([Shop, new("other")], isAllBut: true, first: 9)),
            new RecordsWithdrawn(SelfControlKind.DailyControl, Day, BusinessSet.AllBut(Shop), "of another day"),
            new OperationMarked(Shop, new Term(Day, Day.PlusDays(2)), false), new OperationMarked(Shop, new Term(Day), true),
        ];

        AssertComeBack(SelfControlShapes.AppointmentAct, appointments);
        AssertComeBack(SelfControlShapes.QualificationAct, qualifications);
        AssertComeBack(SelfControlShapes.SelfControlAct, records);
        Assert.Equal(
            typeof(Act).Assembly.GetTypes().Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(AppointmentAct)) || type.IsSubclassOf(typeof(QualificationAct)) || type.IsSubclassOf(typeof(SelfControlAct)))).ToHashSet(),
            appointments.Concat<Act>(qualifications).Concat(records).Select(act => act.GetType()).ToHashSet());
    }

    [Fact]
    public void StaffingRules_ComeBackAsTheyWere_WithNumbersAndOwnConditions()
    {
        var own = Condition.Custom("own", ("自定", "own"), _ => true);
        var size = new NamedNumber(("规模", "size"), BusinessFacts.Employees + BusinessFacts.DinersPerMeal);
        var shape = SelfControlShapes.StaffingLaidDown(BusinessFacts.Schema, [own]);
        var rule = new StaffingRule("large", RequiredPost.SecondDirector, size >= 100 & own, new Term(Day), ("大型", "large"), Citation.Illustrative(("测试", "a test")));

        AssertComeBack(shape, new StaffingLaidDown(StaffingRules.National), new StaffingLaidDown(StaffingRules.ByTier), new StaffingLaidDown(new StaffingTimeline(rule)), new StaffingLaidDown(new StaffingTimeline()));
        var faults = new DataFileFaults(("规则", "rules"));
        using var document = JsonSource.Parse(JsonSerializer.SerializeToUtf8Bytes(JsonDocument.Parse("""{"rules":[{"id":"a","post":"officer","when":{"flag":"tea"}}]}""").RootElement), 1 << 20, faults);
        Assert.Throws<UnreadablePartException>(() => shape.Read(new JsonPart(document.RootElement, "$", faults)));
        Assert.Contains("tea", Assert.Throws<DataFileException>(faults.ThrowIfAny).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void RecordsKept_OfNearlyAllOfADistrict_TakeSomeHundredBytes()
    {
        var register = new BusinessRegister(PlanWorld.SmallTree);
        register.AddRange([.. Enumerable.Range(0, 9_709).Select(n => new Business(new($"WJ-{n:D5}"), "店", AreaCode.Parse("510115001001"), BusinessType.Restaurant))]);
        var rooms = new SelfControlRooms(register);
        rooms.Take(Day, new RecordsBegun(Day));

        var kept = (RecordsKept)rooms.Take(Day, new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(register.Businesses.Where((_, row) => row % 500 != 0).Select(business => business.Id))));

        Assert.Equal((20, 9_709), (kept.Businesses.Named.Length, kept.Businesses.First));
        Assert.InRange(Write(SelfControlShapes.SelfControlAct, kept).Length, 100, 400);
        Assert.Equal(9_689, rooms.Log.Records.Count());
    }

    private static void AssertComeBack<T>(Shape<T> shape, params T[] acts) where T : Act => Assert.All(acts, act =>
    {
        var written = Write(shape, act);
        var faults = new DataFileFaults(("事项", "acts"));
        using var document = JsonSource.Parse(written, 1 << 20, faults);
        var read = shape.Read(new JsonPart(document.RootElement, "$", faults));
        Assert.Equal(act, read);
        Assert.Equal(written, Write(shape, read));
    });

    private static byte[] Write<T>(Shape<T> shape, T value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            shape.Write(writer, value);
        }

        return stream.ToArray();
    }
}
