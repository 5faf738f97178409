using System.Diagnostics;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>How long the read tables take where very many businesses are touched at once. Run by name, for the figures.</summary>
public class MassReadTableTests(ITestOutputHelper output)
{
    private static readonly LocalDate Day = new(2026, 3, 2);

    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));

    private static readonly string[] Villages = ["510115001001", "510115001002", "510115002001", "510116001001", "511900001001"];

    [Theory(Explicit = true)]
    [InlineData(DatabaseKind.Sqlite, 10_000)]
    [InlineData(DatabaseKind.PostgreSql, 10_000)]
    [InlineData(DatabaseKind.Sqlite, 1_000_000)]
    [InlineData(DatabaseKind.PostgreSql, 1_000_000)]
    public async Task Tables_OfManyBusinesses_AreKept(DatabaseKind kind, int count)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(kind);
        await using var context = database.Open();
        context.Database.SetCommandTimeout(600);
        await context.Database.EnsureCreatedAsync(cancellation);
        var district = new District(new(WorkingCalendar.China));
        // The statements are compiled and the pages warm.
        await KeepAsync("begin", AreasLaidDown.Of(PlanWorld.SmallTree, Made), new BusinessesOpened([BusinessAt(-1)]), new PolicyLaidDown<Tier>(PolicyOf("1", 0)));
        await KeepAsync($"open {count}", new BusinessesOpened([.. Enumerable.Range(0, count).Select(BusinessAt)]));
        await KeepAsync("another policy", new PolicyLaidDown<Tier>(PolicyOf("2", 10)));
        await KeepAsync("1 fact", new FactsStated(new BusinessId("b7"), new(BusinessFacts.Employees.Of(7))));
        await KeepAsync("100 facts", [.. Enumerable.Range(0, 100).Select(at => new FactsStated(new BusinessId($"b{at}"), new(BusinessFacts.Employees.Of(8))))]);
        await KeepAsync("10,000 facts", [.. Enumerable.Range(0, 10_000).Select(at => new FactsStated(new BusinessId($"b{at}"), new(BusinessFacts.Employees.Of(9))))]);
        var watch = Stopwatch.StartNew();
        Assert.Empty(await ReadTables.VerifyAsync(context, "d", district, cancellation));
        output.WriteLine($"verified: {watch.Elapsed.TotalSeconds:0.00} s");
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellation))
        {
            watch.Restart();
            await ReadTables.RebuildAsync(context, "d", district, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        output.WriteLine($"made anew: {watch.Elapsed.TotalSeconds:0.00} s; {await context.Set<BusinessRow>().CountAsync(cancellation)} businesses, {await context.Set<GradeHistoryRow>().CountAsync(cancellation)} rows of history");
        if (kind == DatabaseKind.PostgreSql)
        {
            var sizes = await context.Database.SqlQuery<string>(
                $"SELECT relname || ' ' || (pg_total_relation_size(c.oid) / 1048576) || ' MiB, of it indexes ' || (pg_indexes_size(c.oid) / 1048576) AS \"Value\" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND relkind = 'r' AND pg_total_relation_size(c.oid) > 1048576").ToListAsync(cancellation);
            output.WriteLine(string.Join("; ", sizes));
        }
        else
        {
            output.WriteLine($"file {new FileInfo(context.Database.GetDbConnection().DataSource).Length >> 20} MiB");
        }

        async Task KeepAsync(string what, params Act[] acts)
        {
            var at = Day.AtMidnight().InUtc().ToInstant() + Duration.FromSeconds(district.Version);
            var deciding = Stopwatch.StartNew();
            var consequences = district.Apply(new Stamp("li", Day, at), acts);
            district.Kept(district.Version);
            var decided = deciding.Elapsed;
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            deciding.Restart();
            await ReadTables.KeepAsync(context, "d", district, consequences.Entry!, cancellation);
            var kept = deciding.Elapsed;
            await transaction.CommitAsync(cancellation);
            output.WriteLine($"{what}: {consequences.Moves.Length} moves, decided in {decided.TotalSeconds:0.000} s, rows kept in {kept.TotalSeconds:0.000} s, committed in {(deciding.Elapsed - kept).TotalSeconds:0.000} s");
        }
    }

    private static Business BusinessAt(int at) => new(new BusinessId($"b{at}"), $"馆子 {at}", AreaCode.Parse(Villages[(at + 5) % Villages.Length]), BusinessType.Restaurant)
    {
        Profile = new() { DinersPerMeal = (at + 1000) % 1000, FloorArea = (at + 1000) % 997 / 10m, AnnualRevenue = (at + 1000L) * 3.25m % 10_000_000m, HandlesSpecialFood = at % 3 == 0 ? null : at % 2 == 0 },
    };

    // From one to the other, by which a business needs so many diners more, three of a hundred move.
    private static GradingPolicy<Tier> PolicyOf(string version, int more) => GradingPolicy.Define("by-diners", version, ("按就餐人数", "by diners"), Tiers.Scale).InForce(Day.PlusDays(more - 20))
        .Rule("a", Tier.A, BusinessFacts.DinersPerMeal >= 900 + more, ("大", "large"), Made)
        .Rule("b", Tier.B, BusinessFacts.DinersPerMeal >= 500 + more, ("中", "middling"), Made)
        .Rule("c", Tier.C, BusinessFacts.DinersPerMeal >= 100 + more, ("小", "small"), Made)
        .Otherwise(Tier.D, ("其他", "others"), Made).Build();
}
