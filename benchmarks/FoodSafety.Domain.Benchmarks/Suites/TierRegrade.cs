using BenchmarkDotNet.Attributes;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Suites;

/// <summary>One full pass over a population, by the library and by code written for the policy.</summary>
[MemoryDiagnoser]
public class TierRegrade
{
    private readonly Dictionary<string, IWay> _ways = [];
    private ColumnScan _scan = null!;

    [Params(10_000, 100_000, 1_000_000)]
    public int Businesses { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var task = TierCase.Of(Businesses);
        var businesses = task.Population.Businesses;
        _scan = new ColumnScan(task);
        _ways[nameof(HandWritten)] = new HandWrittenLoop(businesses);
        _ways[nameof(HandWrittenTwoThreads)] = new HandWrittenLoop(businesses, 2);
        _ways[nameof(Columns)] = new ColumnsWay<Tier>(task.Table, TierCase.Standing, TierCase.Policy);
        _ways[nameof(ColumnsTwoThreads)] = new ColumnsWay<Tier>(task.Table, TierCase.Standing, TierCase.Policy, 2);
        _ways[nameof(ColumnsAnyOrder)] = new ColumnsWay<Tier>(task.Population.ToTable(clustered: false), TierCase.Standing, TierCase.Policy);
        _ways[nameof(Delegates)] = new DelegateLoop(businesses);
        _ways[nameof(LinqOverDelegates)] = new Linq(businesses);
        foreach (var (name, way) in _ways)
        {
            way.Regrade();
            task.Expected.RequireEqual(way.Read(), name);
        }
    }

    [Benchmark(Baseline = true)]
    public void HandWritten() => _ways[nameof(HandWritten)].Regrade();

    [Benchmark]
    public void HandWrittenTwoThreads() => _ways[nameof(HandWrittenTwoThreads)].Regrade();

    [Benchmark]
    public void Columns() => _ways[nameof(Columns)].Regrade();

    [Benchmark]
    public void ColumnsTwoThreads() => _ways[nameof(ColumnsTwoThreads)].Regrade();

    [Benchmark]
    public void ColumnsAnyOrder() => _ways[nameof(ColumnsAnyOrder)].Regrade();

    [Benchmark]
    public void Delegates() => _ways[nameof(Delegates)].Regrade();

    [Benchmark]
    public void LinqOverDelegates() => _ways[nameof(LinqOverDelegates)].Regrade();

    [Benchmark]
    public void ReadingAsManyBytes() => _scan.Scan();
}
