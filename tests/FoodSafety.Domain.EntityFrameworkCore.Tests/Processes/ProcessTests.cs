using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Tests.Acts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>Several processes on one data base, and processes that end in the middle.</summary>
public class ProcessTests(ITestOutputHelper output)
{
    private const string Code = "d1";

    // How often a process is killed: each costs the start of another one.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("STORE_KILLS") ?? "2", CultureInfo.InvariantCulture);

    private static readonly LocalDate Day = new(2024, 3, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Acts_OfTwoProcessesAtOnce_AreAllKeptInOneOrder(DatabaseKind kind)
    {
        await using var database = await FoundedAsync(kind);
        await using StoreProcess one = StoreProcess.Start(database, Code, StoreProcess.ActTogether("one", 200)), other = StoreProcess.Start(database, Code, StoreProcess.ActTogether("other", 200));
        await StoreProcess.BeginTogetherAsync(one, other);
        string[][] told = await Task.WhenAll(Task.Run(() => one.Lines.ToArray(), Cancellation), Task.Run(() => other.Lines.ToArray(), Cancellation));
        await one.EndAsync();
        await other.EndAsync();

        await using var store = StoreProcess.Open(database);
        var entries = await RequestsAsync(database);
        Assert.Equal(Enumerable.Range(1, 401).Select(number => (long)number), entries.Select(entry => entry.Number));
        Assert.Equal(told.SelectMany(lines => lines).Order(StringComparer.Ordinal), entries.Skip(1).Select(Told).Order(StringComparer.Ordinal));
        // Each had its own in its order, and neither waited until the other was done.
        Assert.All(told, lines => Assert.Equal(Enumerable.Range(1, 200), lines.Select(line => int.Parse(line.Split(' ')[1].Split('-')[1], null))));
        Assert.True(entries.Skip(1).Take(200).Select(entry => entry.Request!.Split('-')[0]).Distinct().Count() == 2, "One process came after the other.");
        await RequireWholeAsync(database, store);
        Assert.Equal(await StoreProcess.ShowAsync(store, Code, Cancellation), await ShownElsewhereAsync(database));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Process_KilledAtAnyMoment_LeavesNoHalfUnitAndNoAcknowledgedOneOut(DatabaseKind kind)
    {
        await using var database = await FoundedAsync(kind);
        var random = new Random(11);
        List<string> told = [];
        for (var run = 0; run < Kills; run++)
        {
            // Half of them in the middle of units of 200 acts, half in the middle of single ones.
            var size = run % 2 == 0 ? 200 : 1;
            await using var process = StoreProcess.Start(database, Code, "act", $"run{run}", "10000", $"{size}");
            var before = told.Count;
            foreach (var line in process.Lines)
            {
                told.Add(line);
                if (told.Count == before + 1 + run % 3)
                {
                    await Task.Delay(random.Next(size == 1 ? 15 : 150), Cancellation);
                    await process.KillAsync();
                    // What it said before it went is still to be read.
                }
            }

            Assert.True(told.Count > before, await process.Errors);
            await using var store = StoreProcess.Open(database);
            var entries = await RequestsAsync(database);
            // What was told as kept is there, once; what is there and was not told is whole.
            Assert.Equal(entries.Length, entries.Select(entry => entry.Request).Distinct().Count());
            Assert.Empty(told.Except(entries.Select(Told)));
            await RequireWholeAsync(database, store);
            Assert.All(entries.Where(entry => entry.Request!.StartsWith($"run{run}-", StringComparison.Ordinal)), entry => Assert.Equal(size, entry.Stated));
            output.WriteLine($"run {run}: {told.Count - before} told, {entries.Length} entries");
        }
    }

    private static async Task<TestDatabase> FoundedAsync(DatabaseKind kind)
    {
        var database = new TestDatabase(kind);
        await using var context = database.Open();
        await context.Database.MigrateAsync(Cancellation);
        var acts = new ActGen();
        await using var store = StoreProcess.Open(database, acts);
        await store.ActAsync(Code, new Request("founding"), (_, at) => new UnitOfActs(new Stamp("office", Day, at), acts.Founding(new Random(7), Day)), Cancellation);
        return database;
    }

    private static async Task<ImmutableArray<(long Number, string? Request, int Stated)>> RequestsAsync(TestDatabase database)
    {
        await using var context = database.Open();
        var acts = await context.ActsOf(Code).Where(act => act.Kind == "facts-stated").GroupBy(act => act.Entry).Select(entry => new { entry.Key, Count = entry.Count() }).ToDictionaryAsync(entry => entry.Key, entry => entry.Count, Cancellation);
        var entries = await context.EntriesOf(Code).OrderBy(entry => entry.Number).Select(entry => new { entry.Number, entry.Request }).ToListAsync(Cancellation);
        return [.. entries.Select(entry => (entry.Number, entry.Request, acts.GetValueOrDefault(entry.Number)))];
    }

    private static string Told((long Number, string? Request, int Stated) entry) => $"{StoreProcess.Kept} {entry.Request} {entry.Number}";

    private static async Task RequireWholeAsync(TestDatabase database, DistrictStore store)
    {
        var check = await store.CheckAsync(Code, Cancellation);
        Assert.True(check.IsWhole, check.Text.English);
        Assert.Empty(await store.VerifyAsync(Code, Cancellation));
    }

    private static async Task<string> ShownElsewhereAsync(TestDatabase database)
    {
        await using var process = StoreProcess.Start(database, Code, "show");
        var shown = process.Lines.ToArray();
        await process.EndAsync();
        return Assert.Single(shown);
    }
}
