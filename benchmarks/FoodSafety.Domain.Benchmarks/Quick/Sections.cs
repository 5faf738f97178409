using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>The groups of candidates that are measured together. Each checks all its results before it measures.</summary>
internal static class Sections
{
    private const int Million = 1_000_000;

    /// <summary>Ten thousand businesses, a district; comes first, and so also warms up what the larger ones share.</summary>
    public static List<Row> TenThousand()
    {
        var task = TierCase.Of(10_000);
        var businesses = task.Population.Businesses;
        return RoundRobin.Measure(
            Checked(task, Names.HandWritten, new HandWrittenLoop(businesses)),
            Checked(task, Names.HandWritten, new HandWrittenLoop(businesses, 2), threads: 2),
            Checked(task, Names.Regrade, Columns(task)),
            Checked(task, Names.Regrade, Columns(task, 2), threads: 2),
            Unmoved(task),
            Checked(task, Names.Delegates, new DelegateLoop(businesses)),
            Checked(task, Names.Linq, new Linq(businesses)),
            Checked(task, Names.RulesEngine, new RulesEngineWay(task)));
    }

    /// <summary>A hundred thousand, a city.</summary>
    public static List<Row> HundredThousand()
    {
        var task = TierCase.Of(100_000);
        var businesses = task.Population.Businesses;
        return RoundRobin.Measure(
            Checked(task, Names.HandWritten, new HandWrittenLoop(businesses)),
            Checked(task, Names.Regrade, Columns(task)),
            Checked(task, Names.Regrade, Columns(task, 2), threads: 2),
            Checked(task, Names.NRules, new NRulesWay(task)));
    }

    /// <summary>A million, a province: everything that is compared at this size.</summary>
    public static List<Row> MillionBusinesses()
    {
        var task = TierCase.Of(Million);
        var businesses = task.Population.Businesses;
        var sorted = new HandWrittenLoop([.. businesses.OrderBy(business => business.Type).Select(business => business.Copy())]);
        sorted.Regrade();
        if (!task.Expected.Histogram.SequenceEqual(sorted.Read().Histogram))
        {
            throw new InvalidOperationException("The sorted list has other counts.");
        }

        using var sqlite = new SqliteWay(task);
        using var duckDb = new DuckDbWay(task, 1);
        using var duckDbTwice = new DuckDbWay(task, 2);
        return RoundRobin.Measure(
            Checked(task, Names.HandWritten, new HandWrittenLoop(businesses)),
            Checked(task, Names.HandWritten, new HandWrittenLoop(businesses, 2), threads: 2),
            new Candidate(Names.HandWrittenSorted, Million, sorted.Regrade),
            Checked(task, Names.Regrade, Columns(task)),
            Checked(task, Names.Regrade, Columns(task, 2), threads: 2),
            Checked(task, Names.RegradeUnlisted, new ColumnsWay<Tier>(task.Table, TierCase.Standing, TierCase.Policy, listsMoves: false)),
            Unmoved(task),
            new Candidate(Names.Scan, Million, new ColumnScan(task).Scan),
            Checked(task, Names.AnyOrder, new ColumnsWay<Tier>(task.Population.ToTable(clustered: false), TierCase.Standing, TierCase.Policy)),
            Checked(task, Names.GuardedDelegate, new ColumnsWay<Tier>(
                task.Table, TierCase.Standing.WithGuardedDelegate(), TierCase.Policy.WithGuardedDelegate())),
            Checked(task, Names.UnguardedDelegate, new ColumnsWay<Tier>(
                task.Table, TierCase.Standing.WithUnguardedDelegate(), TierCase.Policy.WithUnguardedDelegate())),
            NewPolicy(task),
            Checked(task, Names.Delegates, new DelegateLoop(businesses)),
            Checked(task, Names.Linq, new Linq(businesses)),
            Checked(task, Names.DuckDb, duckDb),
            Checked(task, Names.DuckDb, duckDbTwice, threads: 2),
            Checked(task, Names.Sqlite, sqlite));
    }

    /// <summary>A million in daily use: loading, small changes, counts by area.</summary>
    public static List<Row> DailyUse()
    {
        var task = TierCase.Of(Million);
        var businesses = task.Population.Businesses;
        var groups = task.Population.Groups();
        var register = new RegisterCase(task.Population);
        register.Check(100);
        var byHand = new HandWrittenAreaCounts(businesses, task.Expected.Grades);
        var sheet = new Grader<Tier>(TierCase.Policy).Grade(task.Population.ToTable(groups));
        byHand.Count();
        byHand.RequireEqual(sheet.CountByArea(Villages.Areas));
        return RoundRobin.Measure(
            Checked(task, Names.HandWritten, new HandWrittenLoop(businesses)),
            new Candidate(Names.Ingest, Million, () => task.Population.ToTable(groups)),
            new Candidate(Names.OnePercent, Million, () => register.Regrade()) { Prepare = () => register.Change(Million / 100) },
            new Candidate(Names.HundredChanges, Million, () => { register.Change(100); register.Regrade(); }) { Prepare = static () => { } },
            new Candidate(Names.HandWrittenAreas, Million, byHand.Count) { Baseline = Names.HandWrittenAreas },
            new Candidate(Names.Areas, Million, () => sheet.CountByArea(Villages.Areas)) { Baseline = Names.HandWrittenAreas });
    }

    /// <summary>A million sellers graded by a score card.</summary>
    public static List<Row> ScoreCard()
    {
        var task = RiskCase.Of(Million);
        return RoundRobin.Measure(
            Checked(task.Expected, Names.HandWrittenScores, new HandWrittenScoreCard(task.Sellers), Names.HandWrittenScores),
            Checked(task.Expected, Names.Scores, new ColumnsWay<RiskGrade>(task.Table, RiskCase.Standing, RiskCase.Policy), Names.HandWrittenScores),
            Checked(task.Expected, Names.Scores, new ColumnsWay<RiskGrade>(task.Table, RiskCase.Standing, RiskCase.Policy, 2), Names.HandWrittenScores) with { Threads = 2 });
    }

    /// <summary>Ten million, the country: more than any cache holds.</summary>
    public static List<Row> TenMillion()
    {
        var task = TierCase.Of(10 * Million);
        return RoundRobin.Measure(
            Checked(task, Names.HandWritten, new HandWrittenLoop(task.Population.Businesses)),
            Checked(task, Names.Regrade, Columns(task)),
            Checked(task, Names.Regrade, Columns(task, 2), threads: 2),
            Unmoved(task),
            new Candidate(Names.Scan, task.Count, new ColumnScan(task).Scan));
    }

    /// <summary>What a process with narrower vectors measures.</summary>
    public static List<Row> OneWidth()
    {
        WarmUp();
        var task = TierCase.Of(Million);
        return RoundRobin.Measure(
            Checked(task, Names.HandWritten, new HandWrittenLoop(task.Population.Businesses)),
            Checked(task, Names.Regrade, Columns(task)),
            Unmoved(task));
    }

    private static void WarmUp()
    {
        var task = TierCase.Of(10_000);
        RoundRobin.Measure(
            Checked(task, Names.HandWritten, new HandWrittenLoop(task.Population.Businesses)),
            Checked(task, Names.Regrade, Columns(task)));
    }

    private static ColumnsWay<Tier> Columns(TierCase task, int threads = 1) => new(task.Table, TierCase.Standing, TierCase.Policy, threads);

    /// <summary>A full pass by an equal policy: what the pass itself costs, without moves.</summary>
    private static Candidate Unmoved(TierCase task) => new(
        Names.RegradeUnmoved, task.Count, new ColumnsWay<Tier>(task.Table, TierCase.Policy.Draft("same").Build(), TierCase.Policy).Regrade);

    private static Candidate NewPolicy(TierCase task)
    {
        var book = new GradeBook<Tier>(task.Table, Tiers.Scale);
        var options = new GradingOptions { MaxThreads = 1 };
        var isThere = false;
        return new Candidate(Names.NewPolicy, task.Count, () =>
        {
            isThere = !isThere;
            var draft = (isThere ? TierCase.Policy : TierCase.Standing).Draft("draft").Build();
            _ = book.Regrade(new Grader<Tier>(draft), options).Moves;
        });
    }

    private static Candidate Checked(TierCase task, string name, IWay way, int threads = 1) =>
        Checked(task.Expected, name, way, Names.HandWritten) with { Threads = threads };

    private static Candidate Checked(Verdicts expected, string name, IWay way, string baseline)
    {
        way.Regrade();
        expected.RequireEqual(way.Read(), name);
        return new Candidate(name, expected.Grades.Length, way.Regrade) { Baseline = baseline };
    }
}
