using System.Diagnostics;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Tests.Responsibility;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>A district of the size of a real one, with acts of every room.</summary>
public class LargeDistrictTests(ITestOutputHelper output)
{
    private const string Code = "d1";

    // A tenth of a district in every run; the variable asks for a whole one.
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("STORE_WHOLE") is { Length: > 0 };

    private static readonly int Businesses = IsWhole ? 10_000 : 1_000;
    private static readonly int Acts = IsWhole ? 20_000 : 2_000;

    private static readonly LocalDate Day = new(2024, 3, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task District_WithActsOfEveryRoom_IsTheSameInAnotherProcessAndInItsTables(DatabaseKind kind)
    {
        await using var database = new TestDatabase(kind);
        await using (var context = database.Open())
        {
            await context.Database.MigrateAsync(Cancellation);
        }

        var (random, acts, clock) = (new Random(3), new ActGen(), Stopwatch.StartNew());
        await using var store = StoreProcess.Open(database, acts);
        var unit = 0;
        var kept = new Dictionary<string, int>();
        await TakeAsync((_, _) => acts.Founding(random, Day));
        for (var first = 0; first < Businesses; first += 500)
        {
            var opened = Enumerable.Range(first, 500).Select(number => NewBusiness(random, number)).ToArray();
            await TakeAsync((_, _) => [new BusinessesOpened([.. opened])]);
        }

        output.WriteLine($"{Businesses} businesses opened: {clock.Elapsed.TotalSeconds:0.0} s");
        clock.Restart();
        // Mostly visits with what they find and its rectification, as in any district; and whatever else there is.
        for (var visit = 0; kept.Values.Sum() < Acts; visit += 20)
        {
            var first = visit;
            await TakeAsync((_, _) => Enumerable.Range(first, 20).SelectMany(number => Visited(random, number)));
            await TakeAsync((district, stamp) => acts.Unit(random, district, stamp, Day), mayBeRefused: true);
        }

        output.WriteLine($"{kept.Values.Sum()} acts of {kept.Count} kinds in {unit} units: {clock.Elapsed.TotalSeconds:0.0} s");
        var here = await StoreProcess.ShowAsync(store, Code, Cancellation);
        clock.Restart();
        await using var process = StoreProcess.Start(database, Code, "show");
        var elsewhere = process.Lines.ToArray();
        await process.EndAsync();
        output.WriteLine($"opened and shown in another process: {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(here, Assert.Single(elsewhere));

        Assert.True((await store.CheckAsync(Code, Cancellation)).IsWhole);
        Assert.Empty(await store.VerifyAsync(Code, Cancellation));
        clock.Restart();
        await store.RebuildAsync(Code, Cancellation);
        output.WriteLine($"read tables made anew: {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.Empty(await store.VerifyAsync(Code, Cancellation));
        Assert.True(kept.Count > (IsWhole ? 60 : 30), $"Only {kept.Count} kinds.");

        async Task TakeAsync(Func<District, Stamp, IEnumerable<Act>> make, bool mayBeRefused = false)
        {
            try
            {
                var result = await store.ActAsync(Code, new Request($"unit-{++unit}"), (district, at) =>
                {
                    var stamp = new Stamp($"p{random.Next(3)}", Day, at);
                    return new UnitOfActs(stamp, make(district, stamp));
                }, Cancellation);
                foreach (var act in result.Entry?.Acts ?? [])
                {
                    kept[act.Kind] = kept.GetValueOrDefault(act.Kind) + 1;
                }
            }
            catch (ActsRefusedException) when (mayBeRefused)
            {
            }
        }
    }

    private static BusinessId IdOf(int number) => new($"large-{number:D5}");

    private static Business NewBusiness(Random random, int number)
    {
        var villages = PlanWorld.SmallTree.Areas.Where(area => area.Level == Areas.AreaLevel.Village).ToArray();
        return new Business(IdOf(number), $"主体{number}", villages[number % villages.Length].Code, (BusinessType)(1 + number % 5))
        {
            Profile = new() { DinersPerMeal = random.Next(4) == 0 ? null : random.Next(1500), FloorArea = random.Next(600), Employees = random.Next(40) },
        };
    }

    /// <summary>A visit to a business; of every third a problem that was found, reported and ordered to be rectified.</summary>
    private static IEnumerable<Act> Visited(Random random, int number)
    {
        var (id, business) = (new InspectionId(100_000 + number), IdOf(number % Businesses));
        yield return new InspectionPlanned(id, new InspectionTask(InspectionKind.Routine, InspectionSubject.OfBusiness(business), ActGen.ListOf(0).Name, Day));
        yield return new InspectionBegun(id, new InspectionTeam(InspectionForm.OnSite, new Inspector("li", "c-1"), new Inspector("wang", "c-2")));
        if (number % 3 == 0)
        {
            var finding = new FindingRecorded(new FindingId(200_000 + number), InspectionSubject.OfBusiness(business), FindingSource.Complaint, FindingSeverity.General, "地面有积水");
            yield return finding;
            var problem = new RectificationId(300_000 + number);
            yield return new RectificationAct(problem, RectificationStep.Report) { Finding = finding.Finding, Severity = finding.Severity, Business = business };
            yield return RectificationAct.Claim(problem);
        }
        else if (random.Next(2) == 0)
        {
            yield return new InspectionCancelled(id, "停业");
        }
    }
}
