using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Ties every business to its responsible cadres (包保分配).</summary>
/// <remarks>
/// <para>Where a step goes is told by the areas and by who is in post: to the level of the step on the business's own path, or
/// to the nearest level above that is staffed. Capacity never sends a business upward: where all are full it is uncovered,
/// for a district's load must not climb to its leaders unseen.</para>
/// <para>Who takes it, in this order: whoever somebody handed it over to (<see cref="BusinessesHandedOver"/>); whoever has it and is still valid there; the successor of a cadre who left, if exactly
/// one cadre took the post (of that title, in that area) meanwhile; else who has the least businesses in the step, then in
/// all steps, then the lower id. Loads are levelled by seat, step by step, and the capacity of a post and the ceiling of its level limit the main step. Businesses are
/// served in the order of their ids. In the pool of a district, whose cadres advise by industry, the loads are levelled all
/// the same, and within that as many businesses as possible get a cadre who knows their sector.</para>
/// <para>A cadre takes at most one step of a chain. An assisting step for which nobody else is in post is vacant.</para>
/// <para>Immutable and safe to share.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ChainPlanner
{
    /// <summary>Makes a planner.</summary>
    /// <param name="levels">Which level takes which tier; null for <see cref="LevelCorrespondence.Default"/>.</param>
    /// <param name="ceilings">How many businesses the cadres of a level answer for at most; null for as many as their posts say.</param>
    public ChainPlanner(LevelCorrespondence? levels = null, LoadCeilings? ceilings = null) => (Levels, Ceilings) = (levels ?? LevelCorrespondence.Default, ceilings ?? LoadCeilings.None);

    /// <summary>Which level takes which tier.</summary>
    public LevelCorrespondence Levels { get; }

    /// <summary>How many businesses the cadres of a level answer for at most, besides the capacities of their posts.</summary>
    public LoadCeilings Ceilings { get; }

    /// <summary>Plans the chains of all businesses, from nothing or keeping what a plan before has and is still valid.</summary>
    /// <param name="register">The businesses.</param>
    /// <param name="grades">Their tiers: a sheet of the register's facts.</param>
    /// <param name="roster">The cadres, of the register's areas.</param>
    /// <param name="on">The day on which cadres have to be in post.</param>
    /// <param name="previous">The plan to keep; null to plan from nothing, which also levels loads that have drifted apart.</param>
    /// <exception cref="ArgumentException">
    /// The grades, the roster or the previous plan are of another register or tree, or the levels are not in force on the day.
    /// </exception>
    public ChainPlan Plan(BusinessRegister register, GradeSheet<Tier> grades, CadreRoster roster, LocalDate on, ChainPlan? previous = null)
    {
        Check(register, grades);
        if (previous is not null && !ReferenceEquals(previous.Register, register))
        {
            throw new ArgumentException("The previous plan is of another register.", nameof(previous));
        }

        return Make(register, grades, roster, on, previous, Enumerable.Range(0, register.Count));
    }

    /// <summary>Renews a plan where something changed, as <see cref="Plan"/> with that plan would, without looking at the rest.</summary>
    /// <remarks>With other levels than those of the plan before, all businesses are looked at.</remarks>
    /// <param name="previous">The plan before; it stays as it is and shares its memory with the new one.</param>
    /// <param name="changedRows">
    /// The rows whose tier or area may have changed, in any order; rows added since and those that a change of cadres touches
    /// are found without being named. A row that changed and is not named keeps its old chain.
    /// </param>
    /// <param name="roster">The cadres now.</param>
    /// <param name="on">The day on which cadres have to be in post.</param>
    /// <exception cref="ArgumentException">The roster is of another tree, or the levels are not in force on the day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ChainPlan Replan(ChainPlan previous, IEnumerable<int> changedRows, CadreRoster roster, LocalDate on) => Replan(previous, changedRows, roster, on, HandOvers.None);

    /// <inheritdoc cref="Replan(ChainPlan, IEnumerable{int}, CadreRoster, LocalDate)"/>
    /// <param name="previous">The plan before.</param>
    /// <param name="changedRows">The rows whose tier or area may have changed.</param>
    /// <param name="roster">The cadres now.</param>
    /// <param name="on">The day on which cadres have to be in post.</param>
    /// <param name="handed">Who takes which steps over; whoever cannot take one does not get it.</param>
    internal ChainPlan Replan(ChainPlan previous, IEnumerable<int> changedRows, CadreRoster roster, LocalDate on, HandOvers handed)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(changedRows);
        var register = previous.Register;
        var rows = ReferenceEquals(previous.Levels, Levels) ? changedRows : Enumerable.Range(0, register.Count);
        return Make(register, previous.Grades, roster, on, previous, handed.Rows.Concat(rows), handed);
    }

    /// <summary>Takes a plan up again that was kept elsewhere, in a database or a file: every step that is still valid stays with its cadre.</summary>
    /// <remarks>
    /// <para>As <see cref="Plan"/> with that plan would, for the tiers, areas and cadres of now: whoever left hands over, to a successor
    /// where there is one, and what is more than a capacity is released. Everybody who is stated either keeps the step or stands in
    /// <see cref="ChainPlan.Changes"/> with the reason, a cadre whom the roster does not know and an area that the tree does not have
    /// among them; there are no changes when nothing changed since.</para>
    /// <para>The tier and the address for which a seat was stated are not known here: who does not fit those of now has the reason
    /// <see cref="ChainChangeReason.DoesNotFit"/>. A business for which nobody is stated, though somebody had room, was not in the plan.</para>
    /// </remarks>
    /// <param name="register">The businesses.</param>
    /// <param name="grades">Their tiers: a sheet of the register's facts.</param>
    /// <param name="roster">The cadres, of the register's areas.</param>
    /// <param name="on">The day on which cadres have to be in post.</param>
    /// <param name="seatsOf">Who takes the steps of a row in the kept plan; what is vacant is nobody. Asked once or twice a row.</param>
    /// <param name="plannedOn">
    /// The day of the kept plan, <see cref="ChainPlan.On"/>: who took a post since is a successor of whoever left it. Null when it is not
    /// known: then the last day on which every stated cadre whose post ended since was in it.
    /// </param>
    /// <exception cref="ArgumentException">The grades or the roster are of another register or tree, or the levels are not in force on the day.</exception>
    public ChainPlan Resume(
        BusinessRegister register, GradeSheet<Tier> grades, CadreRoster roster, LocalDate on, Func<int, ChainSeats> seatsOf, LocalDate? plannedOn = null)
    {
        ArgumentNullException.ThrowIfNull(seatsOf);
        Check(register, grades);
        CheckStaff(register, roster, on);
        var stated = Stated(register, grades, roster, plannedOn ?? StatedPlan.FindDay(register, roster, on, seatsOf), seatsOf);
        return Make(register, grades, roster, on, stated, Enumerable.Range(0, register.Count));
    }

    /// <summary>A plan exactly as it is stated, nothing planned anew; <see cref="Plan"/> from it finds what does not hold, and names it.</summary>
    /// <param name="register">The businesses.</param>
    /// <param name="grades">Their tiers then: a sheet of the register's facts.</param>
    /// <param name="roster">The cadres, of the register's areas.</param>
    /// <param name="on">The day of the plan.</param>
    /// <param name="seats">Who takes the steps of a row; asked once a row.</param>
    internal ChainPlan Stated(BusinessRegister register, GradeSheet<Tier> grades, CadreRoster roster, LocalDate on, IStatedSeats seats) =>
        Stated(register, grades, roster, on, seats, register.Count, row => (register.Facts.GroupOf(row), PlanRun.TierOf(grades[row])));

    /// <inheritdoc cref="Stated(BusinessRegister, GradeSheet{Tier}, CadreRoster, LocalDate, IStatedSeats)"/>
    internal ChainPlan Stated(BusinessRegister register, GradeSheet<Tier> grades, CadreRoster roster, LocalDate on, Func<int, ChainSeats> seatsOf) =>
        Stated(register, grades, roster, on, new ToldSeats(seatsOf));

    /// <summary>A plan exactly as it is stated, of rows that are stated too: register and grades may have gone on since it was made.</summary>
    internal ChainPlan Stated(
        BusinessRegister register, GradeSheet<Tier> grades, CadreRoster roster, LocalDate on, IStatedSeats seats, int count, Func<int, (int Area, byte Tier)> standsAt) =>
        new(register, grades, roster, this, on, PlanState.Empty, new StatedPlan(count, standsAt, roster, this, on).StateOf(seats), new([]));

    private static void Check(BusinessRegister register, GradeSheet<Tier> grades)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(grades);
        if (!ReferenceEquals(grades.Table, register.Facts))
        {
            throw new ArgumentException("The grades are of another table than the register's facts.", nameof(grades));
        }
    }

    private void CheckStaff(BusinessRegister register, CadreRoster roster, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(roster);
        if (!ReferenceEquals(roster.Areas, register.Areas))
        {
            throw new ArgumentException("The roster is of another area tree than the register.", nameof(roster));
        }

        if (!Levels.InForce.Contains(on))
        {
            throw new ArgumentException($"The levels {Levels.Version} are in force {Levels.InForce.Text.English}, not on {on:uuuu-MM-dd}.", nameof(on));
        }
    }

    private ChainPlan Make(
        BusinessRegister register, GradeSheet<Tier> grades, CadreRoster roster, LocalDate on, ChainPlan? previous, IEnumerable<int> rows, HandOvers? handed = null)
    {
        CheckStaff(register, roster, on);
        var run = new PlanRun(previous, register, grades, roster, this, on, handed ?? HandOvers.None);
        var state = run.Run(rows);
        return new ChainPlan(register, grades, roster, this, on, previous?.State ?? PlanState.Empty, state, run.Changes(state));
    }
}
