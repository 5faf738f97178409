using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>Follows every change of a register to all its consequences (动态管理): one call, one result.</summary>
/// <remarks>
/// <para>A batch is checked as a whole first; when one change cannot be made, none is. Then the facts are written, what
/// changed is graded again, the chains it touches are planned again, and what follows from that is told: the cost follows the
/// changes and not the register, unless the policy is another one.</para>
/// <para>It writes the register and the grade book, and only reads the commitments: signing is for people. Not thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DynamicManager
{
    private readonly ChainPlanner _planner;
    private readonly DirectorNeeds _needs;

    /// <summary>Takes over a register: grades it, and ties all of it to cadres.</summary>
    /// <param name="register">The businesses.</param>
    /// <param name="grader">The policy of the tiers.</param>
    /// <param name="roster">The cadres, of the register's areas.</param>
    /// <param name="planner">Who takes which tier.</param>
    /// <param name="commitments">The commitments that were signed.</param>
    /// <param name="calendar">The calendar by which clocks run.</param>
    /// <param name="on">The first day.</param>
    /// <param name="staffing">Who needs a director; null for the practice of <see cref="StaffingRules.ByTier"/>: tiers A and B.</param>
    /// <exception cref="ArgumentException">The roster is of another tree, or the register lacks a column that the policy reads.</exception>
    public DynamicManager(
        BusinessRegister register, Grader<Tier> grader, CadreRoster roster, ChainPlanner planner,
        CommitmentBook commitments, WorkingCalendar calendar, LocalDate on, StaffingTimeline? staffing = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(planner);
        ArgumentNullException.ThrowIfNull(commitments);
        ArgumentNullException.ThrowIfNull(calendar);
        Register = register;
        Grader = grader;
        Commitments = commitments;
        _planner = planner;
        Calendar = calendar;
        On = on;
        Grades = new GradeBook<Tier>(register.Facts, Tiers.Scale);
        Grades.Regrade(grader);
        Plan = planner.Plan(register, Grades.Grades, roster, on);
        _needs = new DirectorNeeds(staffing ?? StaffingRules.ByTier, register, Grades.Grades, on);
    }

    /// <summary>The businesses. Change them through <see cref="Apply"/> alone.</summary>
    public BusinessRegister Register { get; }

    /// <summary>The policy in use.</summary>
    public Grader<Tier> Grader { get; private set; }

    /// <summary>The standing tiers.</summary>
    public GradeBook<Tier> Grades { get; }

    /// <summary>The chains as they are now.</summary>
    public ChainPlan Plan { get; private set; }

    /// <summary>The commitments that were signed.</summary>
    public CommitmentBook Commitments { get; }

    /// <summary>Who needs a director.</summary>
    public StaffingTimeline Staffing => _needs.Timeline;

    /// <summary>The calendar by which clocks run. <see cref="UseCalendar"/> changes it.</summary>
    public WorkingCalendar Calendar { get; private set; }

    /// <summary>The day of the last batch.</summary>
    public LocalDate On { get; private set; }

    /// <summary>Makes a batch of changes and follows each to its end.</summary>
    /// <param name="changes">The changes, in the order in which they are made.</param>
    /// <param name="by">Who makes them: the key of a person or body in the user's platform.</param>
    /// <param name="on">The day on which they take effect; not before the last batch.</param>
    /// <exception cref="ChangesRefusedException">Some changes cannot be made; all of them are listed, and nothing is changed.</exception>
    /// <exception cref="ArgumentException">Nobody is named as <paramref name="by"/>, or the planner's levels are not in force on the day.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="on"/> lies before the last batch.</exception>
    /// <exception cref="CalendarYearUnknownException">
    /// A clock would run before the first year of the calendar, or beyond all it can compute; nothing is changed. A year that is only not announced yet
    /// makes a clock provisional.
    /// </exception>
    public Consequences Apply(IEnumerable<Change> changes, string by, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(changes);
        TextRule.Key.Check(by);
        if (on < On)
        {
            throw new ArgumentOutOfRangeException(nameof(on), on, $"The last batch was on {On:uuuu-MM-dd}; days do not go backwards.");
        }

        if (!_planner.Levels.InForce.Contains(on))
        {
            throw new ArgumentException($"The levels {_planner.Levels.Version} are in force {_planner.Levels.InForce.Text.English}, not on {on:uuuu-MM-dd}.", nameof(on));
        }

        ImmutableArray<Change> batch = [.. changes];
        Check(batch, on);
        var clocks = (Report: FollowUps.ReportWithin.After(on, Calendar), Retie: FollowUps.RetieWithin.After(on, Calendar));
        var state = new ManagedState(Register, Grader, Plan.Roster);
        foreach (var change in batch)
        {
            change.Apply(state);
        }

        var regrading = Grades.Regrade(state.Grader);
        var plan = _planner.Replan(Plan, [.. regrading.Moves.Select(move => move.Row), .. state.AreaChanged], state.Roster, on);
        (Grader, Plan, On) = (state.Grader, plan, on);
        var renewals = FindRenewals(plan, on);
        var duties = _needs.Renew([.. regrading.Moves.Select(move => move.Row)], on);
        var reported = new SortedSet<int>(state.StateChanged.Concat(regrading.Moves.Select(move => move.Row)));
        return new Consequences(batch, by, on, regrading, plan, renewals, duties, [
            .. About(FollowUpKind.ReportState, reported, clocks.Report, FollowUps.ReportWithin.Basis!),
            .. About(FollowUpKind.Retie, new SortedSet<int>(plan.Changes.Select(c => c.Row)), clocks.Retie, FollowUps.RetieWithin.Basis!),
            .. renewals.Select(due => About(plan, due)),
            .. duties.Where(duty => duty.Begins).Select(duty => new FollowUp(FollowUpKind.AppointDirector, [duty.Business], default, null, duty.Rule.Basis)),
        ]);
    }

    /// <summary>Goes on by a calendar that knows more; <see cref="Consequences.Settle"/> settles the clocks of batches before.</summary>
    /// <param name="calendar">The calendar.</param>
    public void UseCalendar(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Calendar = calendar;
    }

    private void Check(ImmutableArray<Change> batch, LocalDate on)
    {
        var check = new ChangeCheck(Register, on);
        var faults = ImmutableArray.CreateBuilder<ChangeFault>();
        for (var i = 0; i < batch.Length; i++)
        {
            if (batch[i].FindFault(check) is { } text)
            {
                faults.Add(new ChangeFault(i, batch[i], text));
            }
        }

        if (faults.Count > 0)
        {
            throw new ChangesRefusedException(faults.ToImmutable());
        }
    }

    /// <summary>Only a cadre who gained or lost a business as main responsible can owe another commitment.</summary>
    private ImmutableArray<RenewalDue> FindRenewals(ChainPlan plan, LocalDate on)
    {
        var touched = plan.Changes
            .Where(change => change.Step == ResponsibleStep.Main)
            .SelectMany(change => new[] { change.From, change.To })
            .Where(seat => !seat.IsNone)
            .Select(seat => seat.Cadre)
            .Distinct()
            .OrderBy(cadre => cadre.Value, StringComparer.Ordinal);
        return [.. touched
            .Select(cadre => Commitments.FindDue(cadre, MainBusinessesOf(plan, cadre), on))
            .OfType<RenewalDue>()];
    }

    private IEnumerable<BusinessId> MainBusinessesOf(ChainPlan plan, CadreId cadre) => plan.LoadsOf(cadre)
        .SelectMany(load => plan.RowsOf(load.Seat, ResponsibleStep.Main))
        .Select(Register.IdAt);

    private FollowUp About(ChainPlan plan, RenewalDue due)
    {
        ImmutableArray<BusinessId> businesses = [.. MainBusinessesOf(plan, due.Cadre)];
        return businesses.IsEmpty
            ? new FollowUp(FollowUpKind.EndCommitment, due.Gone, due.Cadre, null, FollowUps.CommitmentBasis)
            : new FollowUp(FollowUpKind.SignCommitment, businesses, due.Cadre, null, FollowUps.CommitmentBasis);
    }

    private IEnumerable<FollowUp> About(FollowUpKind kind, SortedSet<int> rows, Deadline due, Citation basis) => rows.Count == 0
        ? []
        : [new FollowUp(kind, [.. rows.Select(Register.IdAt)], default, due, basis)];
}
