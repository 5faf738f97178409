using BenchmarkDotNet.Attributes;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Suites;

/// <summary>What a platform does all day with a million businesses: load, change a few, try a draft, count.</summary>
[MemoryDiagnoser]
public class DailyUse
{
    private const int Businesses = 1_000_000;

    private readonly GradingOptions _oneThread = new() { MaxThreads = 1 };
    private Population _population = null!;
    private int[] _groups = [];
    private RegisterCase _register = null!;
    private GradeBook<Tier> _book = null!;
    private GradeSheet<Tier> _sheet = null!;

    [GlobalSetup]
    public void Setup()
    {
        _population = Population.Of(Businesses);
        _groups = _population.Groups();
        _register = new RegisterCase(_population);
        _register.Check(100);
        _book = new GradeBook<Tier>(_population.ToTable(_groups), Tiers.Scale);
        _sheet = new Grader<Tier>(TierCase.Policy).Grade(_book.Table);
    }

    [Benchmark]
    public FactTable FillTable() => _population.ToTable(_groups);

    [Benchmark]
    public Regrading<Tier> HundredChanges()
    {
        _register.Change(100);
        return _register.Regrade();
    }

    [Benchmark]
    public Regrading<Tier> NewPolicy() => _book.Regrade(new Grader<Tier>(TierCase.Policy.Draft("draft").Build()), _oneThread);

    [Benchmark]
    public GradeCountsByArea<Tier> CountByArea() => _sheet.CountByArea(Villages.Areas);
}
