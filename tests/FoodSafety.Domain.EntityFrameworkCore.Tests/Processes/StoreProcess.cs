using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Tests.Acts;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>Another process with a store on the data base of a test: started, read line by line, and killed where the test wants it.</summary>
/// <remarks>
/// What it is told: the kind and connection of the data base, the district, and <c>show</c>, or <c>act TAG COUNT SIZE</c>: as many units of so many acts, one after the other, each told as
/// <c>kept REQUEST ENTRY</c> once the store says so.
/// </remarks>
internal sealed class StoreProcess : IAsyncDisposable
{
    public const string Kept = "kept";

    private const string Ready = "ready", Waiting = "wait";

    private static readonly Instant Now = Instant.FromUtc(2024, 3, 1, 8, 0);

    private readonly Process _process;
    private readonly BlockingCollection<string> _lines = [];

    private StoreProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                _lines.CompleteAdding();
            }
            else
            {
                _lines.Add(line.Data);
            }
        };
        _process.Start();
        _process.BeginOutputReadLine();
        Errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>What the process said as lines, in order, waited for until it ends.</summary>
    public IEnumerable<string> Lines => _lines.GetConsumingEnumerable(TestContext.Current.CancellationToken);

    public Task<string> Errors { get; }

    public static StoreProcess Start(TestDatabase database, string district, params string[] asked)
    {
        var assembly = typeof(StoreProcess).Assembly.Location;
        var start = new ProcessStartInfo(Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null)!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])["store", $"{database.Kind}", database.ConnectionString, district, .. asked])
        {
            start.ArgumentList.Add(word);
        }

        return new(new Process { StartInfo = start });
    }

    /// <summary>Lets processes go on that were asked to wait until all of them have opened the store: however busy the machine is, none is done before another begins.</summary>
    public static async Task BeginTogetherAsync(params StoreProcess[] processes)
    {
        foreach (var process in processes)
        {
            Assert.Equal(Ready, await Task.Run(() => process._lines.Take(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
        }

        foreach (var process in processes)
        {
            await process._process.StandardInput.WriteLineAsync(Ready);
        }
    }

    /// <summary>Ends it in the middle of whatever it does, so that it can put nothing right, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for its end, which has to be a good one.</summary>
    public async Task EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(_process.ExitCode == 0, await Errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _lines.Dispose();
    }

    /// <summary>A store as each of the processes has it, with the condition in code that the acts made for it may name.</summary>
    public static DistrictStore Open(TestDatabase database, ActGen? acts = null) => new(
        _ => Task.FromResult<DbContext>(database.Open()), DistrictHistory.Settings with { Conditions = [(acts ?? new ActGen()).Fuse] }, new FakeClock(Now), new() { MostClockDifference = null });

    /// <summary>A district as whoever asks sees it: the bytes of its journal, what stands in every room now and as of today, and its scorecard.</summary>
    public static async Task<string> ShowAsync(DistrictStore store, string district, CancellationToken cancellationToken)
    {
        using var journal = new MemoryStream();
        await store.ExportAsync(district, journal, cancellationToken);
        var (now, today) = await store.ReadAsync(district, live => (DistrictShown.Show(live), live.Today), cancellationToken);
        var day = await store.DayAsync(district, today, cancellationToken);
        return string.Join(
            ' ', ((ReadOnlySpan<string>)[Encoding.UTF8.GetString(journal.ToArray()), now, DistrictShown.Show(day), $"{Scorecard.Of(day)}"]).ToArray().Select(text => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));
    }

    /// <summary>What the other process does.</summary>
    public static async Task<int> RunAsync(string[] asked)
    {
        var (kind, connection, district) = (Enum.Parse<DatabaseKind>(asked[0]), asked[1], asked[2]);
        await using var database = TestDatabase.Of(kind, connection);
        await using var store = Open(database);
        switch (asked[3..])
        {
            case ["show"]:
                Console.WriteLine(await ShowAsync(store, district, CancellationToken.None));
                return 0;
            case ["act", var tag, var count, var size, .. var more]:
                if (more is [Waiting])
                {
                    await store.ReadAsync(district, live => live.Version, CancellationToken.None);
                    Console.WriteLine(Ready);
                    Console.ReadLine();
                }

                for (var number = 1; number <= int.Parse(count, CultureInfo.InvariantCulture); number++)
                {
                    var request = $"{tag}-{number}";
                    var result = await store.ActAsync(district, new Request(request), (live, at) => new UnitOfActs(
                        new Stamp(tag, PlainDay, at), Stated(live, number, int.Parse(size, CultureInfo.InvariantCulture))));
                    Console.WriteLine($"{Kept} {request} {result.Entry!.Number}");
                }

                return 0;
            default:
                throw new ArgumentException($"Unknown: {string.Join(' ', asked)}.");
        }
    }

    /// <summary>The words for a process that acts once all others are ready.</summary>
    public static string[] ActTogether(string tag, int count) => ["act", tag, $"{count}", "1", Waiting];

    private static LocalDate PlainDay => new(2024, 3, 1);

    /// <summary>So many diners are stated of one business after the other, some of whom change tier and chain by it.</summary>
    private static IEnumerable<Act> Stated(District district, int number, int size)
    {
        var businesses = district.Businesses.Register;
        for (var act = 0; act < size; act++)
        {
            yield return new FactsStated(businesses.IdAt((number + act) % businesses.Count), new FactRecord(BusinessFacts.DinersPerMeal.Of((number * 37 + act * 101) % 1500)));
        }
    }
}
