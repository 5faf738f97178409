using BenchmarkDotNet.Attributes;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Benchmarks.Suites;

/// <summary>Responsibility chains for the whole country: a plan from nothing, and plans that keep one.</summary>
[MemoryDiagnoser]
public class Chains
{
    private ChainCase _task = null!;
    private HandWrittenChains _byHand = null!;
    private ChainPlan _plan = null!;

    [GlobalSetup]
    public void Setup()
    {
        _task = new ChainCase(1_000_000);
        _byHand = new HandWrittenChains(_task.Businesses, _task.Cadres);
        _byHand.Plan();
        _plan = _task.Plan();
        _byHand.RequireEqual(_plan);
    }

    [IterationSetup(Targets = [nameof(LookAtAll), nameof(ReplanThousand)])]
    public void ChangeTiers() => _task.ChangeTiers();

    [Benchmark(Baseline = true)]
    public void HandWritten() => _byHand.Plan();

    [Benchmark]
    public ChainPlan PlanFromNothing() => _task.Plan();

    /// <summary>Keeps the plan before and looks at every business.</summary>
    [Benchmark]
    public int LookAtAll() => Keep(_task.Plan(_plan));

    /// <summary>Keeps the plan before and looks at the thousand businesses whose tier changed.</summary>
    [Benchmark]
    public int ReplanThousand() => Keep(_task.Replan(_plan));

    private int Keep(ChainPlan plan)
    {
        _plan = plan;
        return plan.Changes.Length;
    }
}
