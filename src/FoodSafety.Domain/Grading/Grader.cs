using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>A grading policy made ready to grade (分级引擎).</summary>
/// <remarks>
/// Immutable and safe to use from several threads at once, though not on one table. One business, a whole table and an
/// explanation get the same answer.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("PolicyFile<TGrade>.Write")]
public sealed class Grader<TGrade> where TGrade : struct, Enum
{
    private readonly ConditionalWeakTable<FactSchema, PolicyCompiler<TGrade>> _compilers = [];

    /// <summary>Makes a policy ready.</summary>
    /// <param name="policy">The policy.</param>
    public Grader(GradingPolicy<TGrade> policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policy = policy;
        Ranked = RankedRule.Of(policy);
    }

    /// <summary>The policy.</summary>
    public GradingPolicy<TGrade> Policy { get; }

    /// <summary>Grades one business.</summary>
    /// <param name="source">The business, or anything else whose facts can be read.</param>
    /// <exception cref="CustomConditionException">A custom condition failed.</exception>
    public GradeDecision<TGrade> Grade(IFactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Decide(source).Decode(Policy.Scale);
    }

    /// <summary>Grades every row of a table: the sheet's decision on a row is what <see cref="Grade(IFactSource)"/> gives for it.</summary>
    /// <param name="table">The table; nobody else may write or grade it meanwhile.</param>
    /// <param name="options">How; null for <see cref="GradingOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The table has no column for a fact that the policy reads.</exception>
    /// <exception cref="CustomConditionException">A custom condition failed; it names the condition and the row.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public GradeSheet<TGrade> Grade(FactTable table, GradingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        Policy.RequireColumns(table.Schema);
        var sheet = new GradeSheet<TGrade>(table, Policy.Scale);
        new GradePass<TGrade>(this, sheet, options ?? GradingOptions.Default, LaneWidths.Best).GradeAll();
        return sheet;
    }

    /// <summary>Grades one business and says why: the rules that hold with their evidence, and what would change the grade.</summary>
    /// <param name="source">The business, or anything else whose facts can be read.</param>
    /// <remarks>It asks those custom conditions that grading asks, and no other.</remarks>
    /// <exception cref="CustomConditionException">A custom condition failed, as it would when the business is graded.</exception>
    public Explanation<TGrade> Explain(IFactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Explanation<TGrade>(this, source);
    }

    /// <summary>The rules in the order in which they are asked.</summary>
    internal ImmutableArray<RankedRule> Ranked { get; }

    /// <summary>What compiles the policy for tables of a schema; made once.</summary>
    internal PolicyCompiler<TGrade> CompilerFor(FactSchema schema) => _compilers.GetValue(schema, s => new PolicyCompiler<TGrade>(Policy, s, Ranked));

    internal Outcome Decide(IFactSource source) => Decide(new Asked(source))!.Value;

    /// <summary>Decides by what is said of the conditions, each asked only when it matters; null where it hangs on a custom condition that is not asked.</summary>
    internal Outcome? Decide<TAnswers>(TAnswers answers) where TAnswers : IAnswers
    {
        for (var i = 0; i < Policy.NotGraded.Length; i++)
        {
            switch (answers.Holds(Policy.NotGraded[i].When))
            {
                case Truth.Holds:
                    return new Outcome(Outcome.NotGraded(Policy.Scale.Count), i + 1);
                case Truth.NotAsked:
                    return null;
                case Truth.Fails or Truth.NotStated:
                    break;
            }
        }

        var (strictness, clause) = (Policy.Scale.StrictnessOf(Policy.Otherwise.Grade), Policy.Clauses.Length - 1);
        foreach (var rule in Ranked)
        {
            var holds = answers.Holds(rule.When);
            if (holds == Truth.NotAsked)
            {
                return null;
            }

            if (holds == Truth.Holds && rule.IsFinal)
            {
                return new Outcome(Outcome.CodeOf(rule.Strictness), rule.Clause + 1);
            }

            if (holds == Truth.Holds)
            {
                (strictness, clause) = (rule.Strictness, rule.Clause);
                break;
            }
        }

        var adjusting = Adjusting.None;
        foreach (var adjustment in Policy.Adjustments)
        {
            switch (answers.Holds(adjustment.When))
            {
                case Truth.Holds:
                    adjusting = adjusting.With(adjustment, Policy.Scale);
                    break;
                case Truth.NotAsked:
                    return null;
                case Truth.Fails or Truth.NotStated:
                    break;
            }
        }

        return new Outcome(Outcome.CodeOf(adjusting.Of(strictness, Policy.Scale.Count)), clause + 1);
    }

    private readonly struct Asked(IFactSource source) : IAnswers
    {
        public Truth Holds(Condition condition) => condition.Test(source);
    }
}

/// <summary>A rule in the order of asking: final ones first, then the stricter, then the one written first, which explains the grade.</summary>
internal readonly record struct RankedRule(Condition When, int Strictness, int Clause, bool IsFinal)
{
    public static ImmutableArray<RankedRule> Of<TGrade>(GradingPolicy<TGrade> policy) where TGrade : struct, Enum =>
    [
        .. policy.Rules
            .Select((rule, i) => new RankedRule(rule.When, policy.Scale.StrictnessOf(rule.Grade), policy.NotGraded.Length + i, rule.IsFinal))
            .OrderByDescending(rule => rule.IsFinal).ThenByDescending(rule => rule.Strictness),
    ];
}

/// <summary>What adjustments that apply do to a grade: all steps first, then the ceiling, then the floor.</summary>
/// <param name="Steps">The sum of their steps.</param>
/// <param name="Ceiling">The strictest that their ceilings leave.</param>
/// <param name="Floor">The mildest that their floors leave; stricter than the ceiling, it wins.</param>
internal readonly record struct Adjusting(int Steps, int Ceiling, int Floor)
{
    // No scale has so many grades.
    private const int NoCeiling = int.MaxValue;

    public static Adjusting None { get; } = new(0, NoCeiling, 0);

    /// <summary>The same with one more adjustment that applies.</summary>
    public Adjusting With<TGrade>(GradeAdjustment adjustment, GradeScale<TGrade> scale) where TGrade : struct, Enum
    {
        if (adjustment is StepAdjustment step)
        {
            return this with { Steps = Steps + step.Steps };
        }

        var bound = (BoundAdjustment<TGrade>)adjustment;
        var strictness = scale.StrictnessOf(bound.Grade);
        return bound.Bound switch
        {
            GradeBound.AtMost => this with { Ceiling = Math.Min(Ceiling, strictness) },
            GradeBound.AtLeast => this with { Floor = Math.Max(Floor, strictness) },
        };
    }

    /// <summary>What becomes of a strictness by the steps alone.</summary>
    public int Stepped(int strictness, int grades) => Math.Clamp(strictness + Steps, 0, grades - 1);

    /// <summary>What becomes of a strictness.</summary>
    public int Of(int strictness, int grades) => Math.Max(Math.Min(Stepped(strictness, grades), Ceiling), Floor);

    /// <summary>A number that is the same for adjustments that do the same.</summary>
    public static long CodeOf<TGrade>(GradeAdjustment adjustment, GradeScale<TGrade> scale) where TGrade : struct, Enum => adjustment switch
    {
        StepAdjustment step => step.Steps,
        BoundAdjustment<TGrade> bound => 1_000 * (int)bound.Bound + scale.StrictnessOf(bound.Grade),
        _ => throw new System.Diagnostics.UnreachableException($"'{adjustment.Id}' is no adjustment of these grades."),
    };
}

/// <summary>How a whole table is graded (批量分级选项); the result is the same with all of them.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradingOptions
{
    /// <summary>All processors, nobody told, never cancelled.</summary>
    public static GradingOptions Default { get; } = new();

    /// <summary>How many threads may work at once, at least 1; null for one on each processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? MaxThreads
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    }

    /// <summary>Ends the grading early, by an <see cref="OperationCanceledException"/>; then nothing is changed.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Is told now and then how many rows are done; from whichever thread did them.</summary>
    public IProgress<int>? Progress { get; init; }
}
