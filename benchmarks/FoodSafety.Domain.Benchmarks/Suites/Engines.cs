using BenchmarkDotNet.Attributes;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Suites;

/// <summary>One full pass over a population, by the library, rules engines and databases.</summary>
[MemoryDiagnoser]
public class Engines
{
    private readonly Dictionary<string, IWay> _ways = [];

    [Params(10_000, 100_000)]
    public int Businesses { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var task = TierCase.Of(Businesses);
        _ways[nameof(Columns)] = new ColumnsWay<Tier>(task.Table, TierCase.Standing, TierCase.Policy);
        _ways[nameof(NRules)] = new NRulesWay(task);
        _ways[nameof(RulesEngine)] = new RulesEngineWay(task);
        _ways[nameof(Sqlite)] = new SqliteWay(task);
        _ways[nameof(DuckDb)] = new DuckDbWay(task, 1);
        _ways[nameof(DuckDbTwoThreads)] = new DuckDbWay(task, 2);
        foreach (var (name, way) in _ways)
        {
            way.Regrade();
            task.Expected.RequireEqual(way.Read(), name);
        }
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        foreach (var database in _ways.Values.OfType<IDisposable>())
        {
            database.Dispose();
        }
    }

    [Benchmark(Baseline = true)]
    public void Columns() => _ways[nameof(Columns)].Regrade();

    [Benchmark]
    public void NRules() => _ways[nameof(NRules)].Regrade();

    [Benchmark]
    public void RulesEngine() => _ways[nameof(RulesEngine)].Regrade();

    [Benchmark]
    public void Sqlite() => _ways[nameof(Sqlite)].Regrade();

    [Benchmark]
    public void DuckDb() => _ways[nameof(DuckDb)].Regrade();

    [Benchmark]
    public void DuckDbTwoThreads() => _ways[nameof(DuckDbTwoThreads)].Regrade();
}
