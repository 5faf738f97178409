using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>This library: a grade book beside a table, policies as data.</summary>
/// <remarks>
/// A book asked twice for the same policy grades only what changed. So passes alternate between the policy and the standing
/// one; each is a full pass over all rows, and the same businesses move, there or back.
/// </remarks>
internal sealed class ColumnsWay<TGrade> : IWay where TGrade : struct, Enum
{
    private readonly GradeBook<TGrade> _book;
    private readonly Grader<TGrade> _standing;
    private readonly Grader<TGrade> _policy;
    private readonly GradingOptions _options;
    private readonly bool _listsMoves;
    private Regrading<TGrade> _last;

    public ColumnsWay(
        FactTable table, GradingPolicy<TGrade> standing, GradingPolicy<TGrade> policy, int threads = 1, bool listsMoves = true)
    {
        _standing = new Grader<TGrade>(standing);
        _policy = new Grader<TGrade>(policy);
        _options = new GradingOptions { MaxThreads = threads };
        _listsMoves = listsMoves;
        _book = new GradeBook<TGrade>(table, policy.Scale);
        _last = _book.Regrade(_standing, _options);
    }

    public GradeSheet<TGrade> Grades => _book.Grades;

    public void Regrade()
    {
        _last = _book.Regrade(ReferenceEquals(_book.Policy, _policy.Policy) ? _standing : _policy, _options);
        if (_listsMoves)
        {
            _ = _last.Moves;
        }
    }

    public Verdicts Read()
    {
        _book.Regrade(_standing, _options);
        _last = _book.Regrade(_policy, _options);
        var verdicts = new Verdicts(_book.Table.Count);
        for (var row = 0; row < _book.Table.Count; row++)
        {
            var decision = _book.Grades[row];
            verdicts.Grades[row] = NumberOf(decision.FindGrade() ?? default);
            verdicts.Rules[row] = (byte)decision.Clause;
        }

        verdicts.Changed.AddRange(_last.Moves.Select(move => move.Row).Order());
        var counts = _book.Grades.Count();
        verdicts.Histogram[0] = counts.NotGraded;
        foreach (var grade in _policy.Policy.Scale.MildestFirst)
        {
            verdicts.Histogram[NumberOf(grade)] = counts[grade];
        }

        return verdicts;
    }

    private static byte NumberOf(TGrade grade) => Convert.ToByte(grade, null);
}
