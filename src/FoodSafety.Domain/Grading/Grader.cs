using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>A grading policy made ready to grade (分级引擎).</summary>
/// <remarks>
/// Immutable and safe to use from several threads at once. One business, a whole table and an explanation get the same
/// answer.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed class Grader<TGrade> where TGrade : struct, Enum
{
    private readonly Ranked[] _strictestFirst;
    private readonly Outcome _otherwise;

    /// <summary>Makes a policy ready.</summary>
    /// <param name="policy">The policy.</param>
    public Grader(GradingPolicy<TGrade> policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policy = policy;
        // The sort is stable, so of equally strict rules the one written first explains the grade.
        _strictestFirst = [.. policy.Rules
            .Select((rule, i) => new Ranked(rule.When, policy.Scale.StrictnessOf(rule.Grade), policy.NotGraded.Length + i))
            .OrderByDescending(rule => rule.Strictness)];
        _otherwise = new Outcome(Outcome.CodeOf(policy.Scale.StrictnessOf(policy.Otherwise.Grade)), (ushort)policy.Clauses.Length);
    }

    /// <summary>The policy.</summary>
    public GradingPolicy<TGrade> Policy { get; }

    /// <summary>Grades one business.</summary>
    /// <param name="source">The business, or anything else whose facts can be read.</param>
    public GradeDecision<TGrade> Grade(IFactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Decide(source).Decode(Policy.Scale);
    }

    /// <summary>Grades every row of a table: the sheet's decision on a row is what <see cref="Grade(IFactSource)"/> gives for it.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="ArgumentException">The table has no column for a fact that the policy reads.</exception>
    public GradeSheet<TGrade> Grade(FactTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Policy.RequireColumns(table.Schema);
        var sheet = new GradeSheet<TGrade>(table, Policy.Scale);
        foreach (var segment in table.Segments)
        {
            GradeSlots(sheet, segment);
        }

        return sheet;
    }

    /// <summary>Grades one business and says why: the rules that hold with their evidence, and what would change the grade.</summary>
    /// <param name="source">The business, or anything else whose facts can be read.</param>
    public Explanation<TGrade> Explain(IFactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Explanation<TGrade>(this, source);
    }

    internal Outcome Decide(IFactSource source)
    {
        for (var i = 0; i < Policy.NotGraded.Length; i++)
        {
            if (Policy.NotGraded[i].When.Test(source))
            {
                return new Outcome(Outcome.NotGraded, (ushort)(i + 1));
            }
        }

        var found = _otherwise;
        foreach (var rule in _strictestFirst)
        {
            if (rule.When.Test(source))
            {
                found = new Outcome(Outcome.CodeOf(rule.Strictness), (ushort)(rule.Clause + 1));
                break;
            }
        }

        return Policy.Adjustments.IsEmpty ? found : found with { Code = Adjust(found.Code, source) };
    }

    private byte Adjust(byte code, IFactSource source)
    {
        var steps = 0;
        foreach (var adjustment in Policy.Adjustments)
        {
            if (adjustment.When.Test(source))
            {
                steps += adjustment.Steps;
            }
        }

        return Outcome.CodeOf(Math.Clamp(code - 1 + steps, 0, Policy.Scale.Count - 1));
    }

    private void GradeSlots(GradeSheet<TGrade> sheet, FactSegment segment)
    {
        var results = sheet.Columns.Of(segment);
        var row = new FactRow(sheet.Table, 0);
        for (var slot = 0; slot < segment.Count; slot++)
        {
            row.Row = segment.Rows[slot];
            (results.Codes[slot], results.Clauses[slot]) = Decide(row);
        }
    }

    private readonly record struct Ranked(Condition When, int Strictness, int Clause);
}
