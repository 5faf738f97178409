using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>What stands in the read tables, seen through the store.</summary>
public class ReadTableTests
{
    private const string Code = "510115";

    private static readonly LocalDate Day = new(2026, 3, 2);

    private static readonly BusinessId Shop = new("shop"), Other = new("other");

    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));

    private static readonly GradeScale<Honesty> Scale = new((Honesty.Plain, ("守信", "plain")), (Honesty.Listed, ("失信", "listed")));

    private static readonly NumberFact Seats = new("seats", ("座位数", "seats"), ("个", "seats"), decimals: 2, maximum: 5000);

    private static readonly FlagFact Terrace = new("terrace", ("露台", "terrace"));

    private static readonly ChoiceFact<Honesty> Told = new("told", ("自报", "told"), grade => ($"{grade}", $"{grade}"), grade => $"{grade}".ToLowerInvariant());

    private static readonly DistrictSettings Settings = new(WorkingCalendar.China) { Schema = BusinessFacts.Schema.With(Seats, Terrace, Told), Gradings = [Scale] };

    [GradingKey("honesty")]
    public enum Honesty
    {
        Plain = 1,
        Listed = 2,
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Facts_StandardAndOwn_StandInTypedColumns(DatabaseKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(kind);
        await using var store = await BeginAsync(database);
        await using var context = database.Open();
        var row = await context.Set<BusinessRow>().AsNoTracking().SingleAsync(one => one.Business == "shop", cancellation);
        Assert.Equal((null, null, null, null), (row.Employees, row.AnnualRevenue, row.HandlesSpecialFood, row.CreditCode));
        Assert.Equal(("restaurant", "operating", Day), (row.Type, row.Status, row.OpenedOn));

        // Each standard fact has a column of its own, and what it says is told there and nowhere else.
        foreach (var fact in BusinessFacts.Schema.Facts)
        {
            var before = await context.Set<BusinessRow>().AsNoTracking().SingleAsync(one => one.Business == "shop", cancellation);
            FactValue value = fact switch
            {
                NumberFact number => number.Of(number.Decimals == 2 ? 1234.56m : 7),
                FlagFact flag => flag.Of(true),
                ChoiceFact<BusinessType> type => type.Of(BusinessType.SchoolCanteen),
                ChoiceFact<OperatingStatus> status => status.Of(OperatingStatus.Suspended),
                _ => throw new NotSupportedException(fact.Id),
            };
            await ActAsync(store, new FactsStated(Shop, new FactRecord(value)));
            var after = await context.Set<BusinessRow>().AsNoTracking().SingleAsync(one => one.Business == "shop", cancellation);
            Assert.Single(typeof(BusinessRow).GetProperties(), property => !Equals(property.GetValue(before), property.GetValue(after)));
        }

        await ActAsync(store, new FactsStated(Shop, new FactRecord(Seats.Of(12.5m), Terrace.Of(false), Told.Of(Honesty.Listed))));
        row = await context.Set<BusinessRow>().AsNoTracking().SingleAsync(one => one.AnnualRevenue > 1234.5m && one.AnnualRevenue < 1234.6m, cancellation);
        Assert.Equal((1234.56m, "school-canteen"), (row.FloorArea, row.Type));
        Assert.Equal(
            [("seats", 12.5m, null, null), ("terrace", null, false, null), ("told", (decimal?)null, (bool?)null, "listed")],
            (await context.Set<BusinessFactRow>().AsNoTracking().OrderBy(fact => fact.Fact).ToListAsync(cancellation)).Select(fact => (fact.Fact, fact.Number, fact.Flag, fact.Choice)));
        await ActAsync(store, new FactsStated(Shop, new FactRecord(Seats.Of(null), BusinessFacts.Employees.Of(null))));
        Assert.False(await context.Set<BusinessFactRow>().AnyAsync(fact => fact.Fact == "seats", cancellation));
        Assert.True(await context.Set<BusinessRow>().AnyAsync(one => one.Business == "shop" && one.Employees == null, cancellation));
        Assert.Empty(await store.VerifyAsync(Code, cancellation));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Grades_OfEveryGrading_StandWithTheirHistory(DatabaseKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(kind);
        await using var store = await BeginAsync(database);
        await using var context = database.Open();
        await ActAsync(store, new PolicyLaidDown<Tier>(Large(Tiers.Scale, "1", 100)), new PolicyLaidDown<Honesty>(Large(Scale, "1", 100)), new FactsStated(Shop, new FactRecord(BusinessFacts.DinersPerMeal.Of(300))));
        await ActAsync(store, new FactsStated(Other, new FactRecord(BusinessFacts.Status.Of(OperatingStatus.Closed))));
        // Another version that comes to the same tells nothing new of a business.
        await ActAsync(store, new PolicyLaidDown<Tier>(Large(Tiers.Scale, "2", 200)));

        var rows = await context.Set<BusinessRow>().AsNoTracking().OrderBy(row => row.Business).ToListAsync(cancellation);
        Assert.Equal([(null, "not-graded", "closed"), ("A", "graded", (string?)null)], rows.Select(row => (row.Tier, row.TierState, row.TierReason)));
        Assert.All(rows, row => Assert.Equal((null, "not-decided", null), (row.RiskGrade, row.RiskGradeState, row.RiskGradeReason)));
        Assert.Equal(
            [("other", "honesty", null, "not-graded", "closed"), ("shop", "honesty", "Listed", "graded", (string?)null)],
            (await context.Set<BusinessGradeRow>().AsNoTracking().OrderBy(row => row.Business).ToListAsync(cancellation)).Select(row => (row.Business, row.Grading, row.Grade, row.State, row.Reason)));
        Assert.Equal(
            [("tier", 1, "D", "otherwise", "1"), ("tier", 2, (string?)null, "closed", "1")],
            (await context.Set<GradeHistoryRow>().AsNoTracking().Where(row => row.Business == "other" && row.Grading == "tier").OrderBy(row => row.Number).ToListAsync(cancellation))
                .Select(row => (row.Grading, row.Number, row.Grade, row.Clause!, row.Version)));
        Assert.Empty(await store.VerifyAsync(Code, cancellation));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Verify_OfRowsThatSomebodyWrote_NamesTableKeyAndColumn(DatabaseKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(kind);
        await using var store = await BeginAsync(database);
        await using var context = database.Open();
        await context.Set<BusinessRow>().Where(row => row.Business == "shop").ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, "偷改"), cancellation);
        await context.Set<BusinessRow>().Where(row => row.Business == "other").ExecuteDeleteAsync(cancellation);
        context.Add(new InspectionRow { District = Code, Inspection = 9, Kind = "routine", SubjectKind = "business", Subject = "shop", Checklist = "x", ChecklistVersion = "1", State = "planned" });
        await context.SaveChangesAsync(cancellation);

        var differences = await store.VerifyAsync(Code, cancellation);

        Assert.Equal(
            [("businesses", "shop", "name", "偷改", "馆子"), ("businesses", "other", null, null, "row"), ("inspections", "9", null, "row", (string?)null)],
            differences.Select(one => (one.Table, one.Key, one.Column, one.Column is null && one.Is is not null ? "row" : one.Is, one.Column is null && one.Should is not null ? "row" : one.Should)));
        Assert.Equal("businesses shop name: 偷改, should be 馆子", differences[0].ToString());
        await store.RebuildAsync(Code, cancellation);
        Assert.Empty(await store.VerifyAsync(Code, cancellation));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Tables_ThatStandAtAnotherEntryOrShape_AreMadeAnewWithTheNextEntry(DatabaseKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(kind);
        await using var store = await BeginAsync(database);
        await using var context = database.Open();
        await context.Set<BusinessRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, "旧"), cancellation);
        await context.Set<ReadTablesRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Shape, 0), cancellation);
        Assert.Contains(await store.VerifyAsync(Code, cancellation), one => one.Table == "read_tables");

        await ActAsync(store, new BusinessRenamed(Shop, "新馆子"));

        Assert.Empty(await store.VerifyAsync(Code, cancellation));
        Assert.Equal(["另一家", "新馆子"], await context.Set<BusinessRow>().OrderBy(row => row.Business).Select(row => row.Name).ToListAsync(cancellation));
    }

    private static GradingPolicy<TGrade> Large<TGrade>(GradeScale<TGrade> scale, string version, int from) where TGrade : struct, Enum =>
        GradingPolicy.Define(scale.Key, version, ("按就餐人数", "by diners"), scale).InForce(Day.PlusDays(version == "1" ? -1 : 0))
            .NotGraded("closed", BusinessFacts.Status.Is(OperatingStatus.Closed), ("已关闭", "closed"), Made)
            .Rule("large", scale.MildestFirst[^1], BusinessFacts.DinersPerMeal >= from, ("大", "large"), Made).Otherwise(scale.MildestFirst[0], ("其他", "others"), Made).Build();

    private static int _asked;

    private static async Task<DistrictStore> BeginAsync(TestDatabase database)
    {
        var store = new DistrictStore(
            _ => Task.FromResult<DbContext>(database.Open()), Settings, new FakeClock(Day.AtMidnight().InUtc().ToInstant(), Duration.FromSeconds(1)), new() { MostClockDifference = null });
        await store.MigrateAsync(TestContext.Current.CancellationToken);
        await ActAsync(
            store, AreasLaidDown.Of(PlanWorld.SmallTree, Made),
            new BusinessesOpened([
                new Business(Shop, "馆子", AreaCode.Parse("510115001001"), BusinessType.Restaurant), new Business(Other, "另一家", AreaCode.Parse("510115001002"), BusinessType.Restaurant)]));
        return store;
    }

    private static Task<ActResult> ActAsync(DistrictStore store, params ItemList<Act> acts) => store.ActAsync(
        Code, new Request($"unit-{Interlocked.Increment(ref _asked)}"), (_, at) => new UnitOfActs(new Stamp("li", Day, at), acts), TestContext.Current.CancellationToken);
}
