using BenchmarkDotNet.Attributes;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Suites;

/// <summary>One full pass over sellers by the risk score card.</summary>
[MemoryDiagnoser]
public class ScoreCard
{
    private HandWrittenScoreCard _byHand = null!;
    private ColumnsWay<RiskGrade> _columns = null!;

    [Params(10_000, 1_000_000)]
    public int Sellers { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var task = RiskCase.Of(Sellers);
        _byHand = new HandWrittenScoreCard(task.Sellers);
        _columns = new ColumnsWay<RiskGrade>(task.Table, RiskCase.Standing, RiskCase.Policy);
        _byHand.Regrade();
        task.Expected.RequireEqual(_byHand.Read(), nameof(HandWritten));
        task.Expected.RequireEqual(_columns.Read(), nameof(Columns));
    }

    [Benchmark(Baseline = true)]
    public void HandWritten() => _byHand.Regrade();

    [Benchmark]
    public void Columns() => _columns.Regrade();
}
