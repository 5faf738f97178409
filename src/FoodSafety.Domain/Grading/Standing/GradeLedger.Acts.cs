using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Grading;

public sealed partial class GradeLedger<TGrade>
{
    /// <summary>Regrades the book and records every computed decision that differs from the row's last: grade, clause or policy version.</summary>
    /// <param name="grader">The policy to apply; with <see cref="PolicyTimeline{TGrade}.GraderAt"/> that of the day.</param>
    /// <param name="on">The day.</param>
    /// <param name="options">How; null for <see cref="GradingOptions.Default"/>.</param>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">
    /// The policy is not in force on the day, reads a fact for which the table has no column, or orders other grades.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing is changed.</exception>
    public RowsRegraded<TGrade> Regrade(Grader<TGrade> grader, LocalDate on, GradingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(grader);
        CheckDay(on);
        if (!grader.Policy.IsInForce(on))
        {
            var days = new PolicyTimelineFault.Span(grader.Policy.From, grader.Policy.Until).Text.English;
            throw new ArgumentException($"'{grader.Policy}' is not in force on {on:uuuu-MM-dd}. Allowed: {days}.", nameof(on));
        }

        var (regrading, recorded) = Regrade(grader, on, options, GradeTrail<TGrade>.None);
        return Keep(new RowsRegraded<TGrade>(on, regrading, recorded));
    }

    /// <summary>Sets a grade in place of the computed one for a time (人工调整); the computed one stays beside it and goes on being renewed.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="grade">The grade.</param>
    /// <param name="until">The first day no longer in force; every override expires.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who: the key of the person or body in the user's platform.</param>
    /// <param name="on">The day of the act.</param>
    /// <param name="from">The first day in force, the day of the act or later; null for that day.</param>
    /// <exception cref="AssignmentRefusedException">It would overlap another override of the row.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">
    /// There is no such row or grade, no reason or nobody who acts, or it would begin before the day of the act or end before it begins.
    /// </exception>
    public GradeAssigned<TGrade> OverrideGrade(int row, TGrade grade, LocalDate until, string reason, string by, LocalDate on, LocalDate? from = null) =>
        Keep(new GradeAssigned<TGrade>(Add(Draft(AssignmentKind.Override, row, grade, from ?? on, until, reason, by, on, replaced: null))));

    /// <summary>Sets a grade for a row that has no computed one (暂定等级): it stands, while in force, until one is computed.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="grade">The grade.</param>
    /// <param name="until">The first day no longer in force; every provisional grade expires.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who: the key of the person or body in the user's platform.</param>
    /// <param name="on">The day of the act.</param>
    /// <param name="from">The first day in force, the day of the act or later; null for that day.</param>
    /// <exception cref="AssignmentRefusedException">The row has a computed grade, or another provisional one in the same days.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">
    /// There is no such row or grade, no reason or nobody who acts, or it would begin before the day of the act or end before it begins.
    /// </exception>
    public GradeAssigned<TGrade> SetProvisionalGrade(int row, TGrade grade, LocalDate until, string reason, string by, LocalDate on, LocalDate? from = null) =>
        Keep(new GradeAssigned<TGrade>(Add(Draft(AssignmentKind.Provisional, row, grade, from ?? on, until, reason, by, on, replaced: null))));

    /// <summary>Ends an override or provisional grade before its time: on the day of the act it is no longer in force.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who: the key of the person or body in the user's platform.</param>
    /// <param name="on">The day of the act; one that has not begun by then never does.</param>
    /// <exception cref="AssignmentRefusedException">It is over.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no such assignment, no reason, or nobody who acts.</exception>
    public AssignmentEnded<TGrade> EndAssignment(AssignmentId id, string reason, string by, LocalDate on)
    {
        TextRule.Note.Check(reason);
        TextRule.Key.Check(by);
        var assignment = Assignment(id);
        CheckDay(on);
        return assignment.From < assignment.Until && on < assignment.Until
            ? Keep(new AssignmentEnded<TGrade>(End(assignment, on), reason, by, on))
            : throw new AssignmentRefusedException(AssignmentRefusal.IsOver, assignment.Kind, assignment.Row, id, assignment.From, assignment.Until);
    }

    /// <summary>Files an appeal against how a row stands on the day (申诉); it is answered within <see cref="StandingTerms.AppealLimit"/>.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="ground">What it is based on.</param>
    /// <param name="by">Who files it: a key in the user's platform.</param>
    /// <param name="on">The day of the act.</param>
    /// <exception cref="AppealRefusedException">An appeal of the row is open.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no such row, no ground, or nobody who acts.</exception>
    /// <exception cref="CalendarYearUnknownException">The calendar of the terms does not reach to the end of the limit.</exception>
    public AppealFiled<TGrade> FileAppeal(int row, string ground, string by, LocalDate on)
    {
        Book.Table.CheckRow(row);
        TextRule.Note.Check(ground);
        TextRule.Key.Check(by);
        CheckDay(on);
        if (_appeals.Find(appeal => appeal.Row == row && appeal.State == AppealState.Open) is { } open)
        {
            throw new AppealRefusedException(AppealRefusal.NotInThisState, AppealAct.File, open.Id, row, open.State, by);
        }

        var id = new AppealId(_appeals.Count + 1);
        var filed = new GradeAppeal<TGrade>(id, StandingOn(row, on), ground, by, Terms.AppealLimit.After(on, Terms.Calendar));
        _appeals.Add(filed);
        return Keep(new AppealFiled<TGrade>(filed));
    }

    /// <summary>Decides an appeal (复核); deciding it late is allowed and shows.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="outcome">What it comes to, and why.</param>
    /// <param name="by">Who decides: neither who filed it nor who set the grade that it disputes.</param>
    /// <param name="on">The day of the act.</param>
    /// <exception cref="AppealRefusedException">The appeal is closed, or this person or body may not decide it.</exception>
    /// <exception cref="AssignmentRefusedException">The grade that is set would overlap an override that begins later.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="InvalidOperationException">Facts are corrected while nothing was graded yet.</exception>
    /// <exception cref="ArgumentException">
    /// There is no such appeal or nobody who acts; the table has no column for a corrected fact; the grade that is set is not of
    /// the scale, or ends before it begins.
    /// </exception>
    public AppealDecided<TGrade> DecideAppeal(AppealId id, AppealOutcome<TGrade> outcome, string by, LocalDate on)
    {
        TextRule.Key.Check(by);
        ArgumentNullException.ThrowIfNull(outcome);
        var appeal = Open(id, AppealAct.Decide, by, on);
        var decided = new AppealDecided<TGrade>(appeal with { State = AppealState.Decided, Outcome = outcome, ClosedBy = by, ClosedOn = on });
        switch (outcome)
        {
            case FactsCorrected<TGrade> corrected:
                decided = decided with { Regrading = Correct(appeal.Row, corrected, on) };
                break;
            case GradeSet<TGrade> set:
                var ended = _law.AssignmentOn(appeal.Row, AssignmentKind.Override, on);
                var assignment = Draft(AssignmentKind.Override, appeal.Row, set.Grade, on, set.Until, set.Reason, by, on, ended);
                decided = decided with { Ended = ended is null ? null : End(ended, on), Set = Add(assignment) };
                break;
        }

        _appeals[(int)id.Number - 1] = decided.Appeal;
        return Keep(decided);
    }

    /// <summary>Takes an appeal back (撤回申诉).</summary>
    /// <param name="id">Its number.</param>
    /// <param name="by">Who takes it back: who filed it.</param>
    /// <param name="on">The day of the act.</param>
    /// <exception cref="AppealRefusedException">The appeal is closed, or somebody else filed it.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no such appeal, or nobody who acts.</exception>
    public AppealWithdrawn<TGrade> WithdrawAppeal(AppealId id, string by, LocalDate on)
    {
        var withdrawn = Open(id, AppealAct.Withdraw, by, on) with { State = AppealState.Withdrawn, ClosedBy = by, ClosedOn = on };
        _appeals[(int)id.Number - 1] = withdrawn;
        return Keep(new AppealWithdrawn<TGrade>(withdrawn));
    }

    /// <summary>Goes on by a calendar that knows more, and settles the provisional deadlines of open appeals whose days are announced now (期限落定).</summary>
    /// <remarks>A deadline is never settled earlier than it was told. The event of filing keeps it as it was told.</remarks>
    /// <param name="calendar">The calendar.</param>
    /// <returns>What was settled, in the order filed.</returns>
    public ImmutableArray<SettledDeadline<AppealId>> UseCalendar(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var settled = ImmutableArray.CreateBuilder<SettledDeadline<AppealId>>();
        for (var i = 0; i < _appeals.Count; i++)
        {
            var appeal = _appeals[i];
            if (appeal is { State: AppealState.Open, Deadline.IsProvisional: true } && appeal.Deadline.Settle(calendar) is { IsProvisional: false } now)
            {
                _appeals[i] = appeal with { Deadline = now };
                settled.Add(new SettledDeadline<AppealId>(appeal.Id, appeal.Deadline, now));
            }
        }

        Terms = Terms with { Calendar = calendar };
        return settled.DrainToImmutable();
    }

    private GradeAppeal<TGrade> Open(AppealId id, AppealAct act, string by, LocalDate on)
    {
        TextRule.Key.Check(by);
        var appeal = Appeal(id);
        CheckDay(on);
        appeal.Require(act, by);
        return appeal;
    }

    private (Regrading<TGrade> Regrading, int Recorded) Regrade(Grader<TGrade> grader, LocalDate on, GradingOptions? options, int corrected)
    {
        // What the book was graded beside the ledger is recorded now, at the latest.
        var missed = Book.Passes != _passes;
        var regrading = Book.RegradeRows(grader, options, out var examined);
        _passes = Book.Passes;
        return (regrading, _trail.Record(on, grader.Policy, missed ? null : examined, corrected));
    }

    private Regrading<TGrade> Correct(int row, FactsCorrected<TGrade> corrected, LocalDate on)
    {
        var table = Book.Table;
        var grader = Book.RequireGrader();
        FactValue[] before = [.. corrected.Values.Select(value => new FactValue(value.Fact!, table.Read(row, value.Fact!)))];
        try
        {
            Write(corrected.Values.AsSpan());
            return Regrade(grader, on, options: null, row).Regrading;
        }
        catch
        {
            // A condition of the user's own may throw; then the facts are as they were.
            Write(before);
            throw;
        }

        void Write(ReadOnlySpan<FactValue> values)
        {
            foreach (var value in values)
            {
                table.Set(row, value);
            }
        }
    }

    /// <summary>An assignment that may be made; nothing is changed yet.</summary>
    private GradeAssignment<TGrade> Draft(
        AssignmentKind kind, int row, TGrade grade, LocalDate from, LocalDate until, string reason, string by, LocalDate on, GradeAssignment<TGrade>? replaced)
    {
        Book.Table.CheckRow(row);
        Book.Grades.Scale.StrictnessOf(grade);
        TextRule.Note.Check(reason);
        TextRule.Key.Check(by);
        CheckDay(on);
        if (from < on)
        {
            throw new ArgumentOutOfRangeException(nameof(from), from, $"Allowed: {on:uuuu-MM-dd}, the day of the act, and later.");
        }

        if (until <= from)
        {
            throw new ArgumentOutOfRangeException(nameof(until), until, $"Allowed: days after {from:uuuu-MM-dd}, the first day in force.");
        }

        if (kind == AssignmentKind.Provisional && _trail.FirstGraded(_trail.Last(row)) is var first and not GradeTrail<TGrade>.None)
        {
            throw new AssignmentRefusedException(AssignmentRefusal.AlreadyGraded, kind, row, standing: null, _trail.DayOf(first), until: null);
        }

        return AssignmentsOf(row).FirstOrDefault(other => other.Kind == kind && other != replaced && other.Overlaps(from, until)) is { } standing
            ? throw new AssignmentRefusedException(AssignmentRefusal.Overlaps, kind, row, standing.Id, standing.From, standing.Until)
            : new GradeAssignment<TGrade>(new AssignmentId(_assignments.Count + 1), kind, row, grade, from, until, reason, by, on);
    }

    private GradeAssignment<TGrade> Add(GradeAssignment<TGrade> assignment)
    {
        _assignments.Add(assignment);
        if (!_assignmentsOf.TryGetValue(assignment.Row, out var ids))
        {
            _assignmentsOf.Add(assignment.Row, ids = []);
        }

        ids.Add(assignment.Id);
        return assignment;
    }

    private GradeAssignment<TGrade> End(GradeAssignment<TGrade> assignment, LocalDate on) =>
        _assignments[(int)assignment.Id.Number - 1] = assignment with { Until = LocalDate.Max(on, assignment.From), EndedEarly = true };

    private TEvent Keep<TEvent>(TEvent happened) where TEvent : GradeEvent<TGrade>
    {
        _events.Add(happened);
        return happened;
    }

    private void CheckDay(LocalDate on)
    {
        if (LastDay is { } last && on < last)
        {
            throw new LedgerDayException(on, last);
        }
    }
}
