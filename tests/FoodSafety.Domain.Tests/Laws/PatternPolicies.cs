using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>Grades by number, as many as a scale may have.</summary>
public enum Level : byte
{
    Mildest,
}

/// <summary>
/// Policies of any number of clauses of which the outcome of each row is known without grading: ten flags of a row are the bits of its
/// pattern, and each pattern has a clause of its own as far as there are clauses.
/// </summary>
public sealed class PatternPolicies
{
    public const int Patterns = 1 << 10;

    private static readonly FlagFact[] Flags = [.. Enumerable.Range(0, 10).Select(i => new FlagFact($"bit-{i}", ($"第{i}位", $"bit {i}")))];

    private readonly int _clauses;

    public PatternPolicies(int grades, int clauses)
    {
        _clauses = clauses;
        Scale = new GradeScale<Level>([.. Enumerable.Range(0, grades).Select(i => ((Level)i, default(Domain.Languages.BilingualText)))]);
    }

    /// <summary>The fact by which rows are kept together.</summary>
    public static ChoiceFact<Mark> Part { get; } = new("part", ("分区", "part"));

    public static FactSchema Schema { get; } = new([.. Flags, Part], Part);

    /// <summary>How rows are read of a pattern and a part.</summary>
    public static FactMap<(int Pattern, Mark Part)> Map { get; } = Flags.Index().Aggregate(
        new FactMap<(int Pattern, Mark Part)>().Choice(Part, row => row.Part),
        (map, flag) => map.Flag(flag.Item, row => ((row.Pattern >> flag.Index) & 1) != 0));

    public GradeScale<Level> Scale { get; }

    /// <summary>The facts that are to be written where a row gets another pattern.</summary>
    public static IEnumerable<FactValue> Values(int pattern) => Flags.Select((flag, i) => flag.Of(((pattern >> i) & 1) != 0));

    /// <summary>One of the policies: they differ in the order of the clauses and in the grades of two thirds of the patterns.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="custom">Joined to the first clause, which grades nobody of pattern 0; null for nothing.</param>
    public GradingPolicy<Level> Policy(int number, Condition? custom = null)
    {
        var builder = GradingPolicy.Define("patterns", $"{number}", ("测试", "test"), Scale).BasedOn(PolicyCase.TestBasis)
            .NotGraded("none", custom is null ? Is(0) : custom | Is(0), ("不予分级", "not graded"));
        for (var clause = 1; clause < _clauses - 1; clause++)
        {
            var pattern = PatternOf(number, clause);
            builder.Rule($"rule-{clause}", (Level)GradeOf(number, pattern), Is(pattern), ("规则", "rule"));
        }

        return builder.Otherwise((Level)GradeOf(number, _clauses - 1), ("兜底", "otherwise")).Build();
    }

    public GradeDecision<Level> Decide(int number, int pattern) =>
        pattern == 0 ? new(GradingState.NotGraded, default, 0)
        : pattern < _clauses - 1 ? new(GradingState.Graded, (Level)GradeOf(number, pattern), PatternOf(number, pattern))
        : new(GradingState.Graded, (Level)GradeOf(number, _clauses - 1), _clauses - 1);

    private static Condition Is(int pattern) =>
        Condition.All([.. Flags.Select((flag, i) => ((pattern >> i) & 1) != 0 ? flag : !flag)]);

    /// <summary>The pattern of a clause, and as well the clause of a pattern.</summary>
    private int PatternOf(int number, int clause) => number % 2 == 0 ? clause : _clauses - 1 - clause;

    private int GradeOf(int number, int pattern) => (pattern * 7 + (pattern % 3 == 0 ? 0 : number)) % Scale.Count;
}
