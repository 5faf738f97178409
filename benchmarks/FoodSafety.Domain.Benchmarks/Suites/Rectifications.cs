using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Rectifications;

namespace FoodSafety.Domain.Benchmarks.Suites;

/// <summary>A million open rectifications asked about one day: what is overdue, how old they are, to whom they go.</summary>
[MemoryDiagnoser]
public class Rectifications
{
    private RectificationCase _task = null!;
    private LinqRectifications _linq = null!;

    [GlobalSetup]
    public void Setup()
    {
        _task = new RectificationCase(1_000_000);
        _linq = new LinqRectifications(_task.Objects, _task.Day, new RectificationRules().GraceWorkingDays);
        _linq.RequireEqual(_task);
    }

    [Benchmark(Baseline = true)]
    public int LinqEscalations() => _linq.Escalations().Escalations.Count;

    [Benchmark]
    public EscalationList Escalations() => _task.Book.On(_task.Day).Escalations(_task.Plan);

    [Benchmark]
    public List<long> LinqOverdue() => _linq.Overdue();

    [Benchmark]
    public ImmutableArray<RectificationId> Overdue() => _task.Book.On(_task.Day).Overdue();

    [Benchmark]
    public List<int> LinqAgeing() => _linq.Ageing();

    [Benchmark]
    public ImmutableArray<AgeBand> Ageing() => _task.Book.On(_task.Day).Ageing();

    /// <summary>Goes through the steps up to the day.</summary>
    [Benchmark]
    public ImmutableArray<RectificationId> OverdueOnAPastDay() => _task.Book.On(_task.PastDay).Overdue();
}
