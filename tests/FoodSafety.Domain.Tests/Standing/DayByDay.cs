using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Standing;

namespace FoodSafety.Domain.Tests.Standing;

/// <summary>The law of standing as slowly and plainly as can be: every row and every day has a cell, and every question walks over days.</summary>
internal sealed class DayByDay<TGrade>(GradeScale<TGrade> scale, FactTable table, int observation, int days) where TGrade : struct, Enum
{
    private readonly GradeDecision<TGrade>[,] _computed = new GradeDecision<TGrade>[table.Count, days + 1];
    private readonly bool[,] _isCorrected = new bool[table.Count, days + 1];
    private readonly List<GradeAssignment<TGrade>> _assignments = [];

    public Grader<TGrade>? Grader { get; private set; }

    public void Regrade(Grader<TGrade> grader, int on, int corrected = -1)
    {
        Grader = grader;
        for (var row = 0; row < table.Count; row++)
        {
            _isCorrected[row, on] |= row == corrected;
            for (var day = on; day <= days; day++)
            {
                _computed[row, day] = grader.Grade(table[row]);
            }
        }
    }

    public void Put(GradeAssignment<TGrade> assignment)
    {
        _assignments.RemoveAll(other => other.Id == assignment.Id);
        _assignments.Add(assignment);
    }

    public (StandingSource Source, GradingState State, TGrade? Grade) On(int row, int day)
    {
        if (Find(row, day, AssignmentKind.Override) is { } set)
        {
            return (StandingSource.Override, GradingState.Graded, set.Grade);
        }

        var computed = _computed[row, day];
        if (computed.State != GradingState.Graded)
        {
            return Find(row, day, AssignmentKind.Provisional) is { } provisional && !Enumerable.Range(0, day).Any(d => _computed[row, d].State == GradingState.Graded)
                ? (StandingSource.Provisional, GradingState.Graded, provisional.Grade)
                : (StandingSource.Computed, computed.State, null);
        }

        var strictest = computed.Grade;
        for (var d = day; d >= 0 && d >= day - observation; d--)
        {
            var grade = _computed[row, d].FindGrade();
            strictest = grade is { } there && scale.StrictnessOf(there) > scale.StrictnessOf(strictest) ? there : strictest;
            if (_isCorrected[row, d])
            {
                break;
            }
        }

        return (EqualityComparer<TGrade>.Default.Equals(strictest, computed.Grade) ? StandingSource.Computed : StandingSource.Observation, GradingState.Graded, strictest);
    }

    /// <summary>The first day of the run; null when it began before all days.</summary>
    public int? SinceOn(int row, int day)
    {
        var (_, state, grade) = On(row, day);
        for (; day >= 0; day--)
        {
            var (_, there, other) = On(row, day);
            if (there != state || !Nullable.Equals(other, grade))
            {
                return day + 1;
            }
        }

        return null;
    }

    private GradeAssignment<TGrade>? Find(int row, int day, AssignmentKind kind) =>
        _assignments.SingleOrDefault(a => a.Business == Shops.Shop(row) && a.Kind == kind && a.From <= Shops.Day(day) && !(a.Until <= Shops.Day(day)));
}
