using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>Something that was decided or done about the work mechanism (协调事项).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record CoordinationAct : Act<CoordinationBook>
{
    private protected CoordinationAct()
    {
    }
}

/// <summary>A mechanism was adopted, or put in the place of the one before (印发、修订工作机制). It counts from the day of record.</summary>
/// <param name="Mechanism">The mechanism.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MechanismAdopted(WorkMechanism Mechanism, string Reason) : CoordinationAct
{
    /// <inheritdoc/>
    public override string Kind => "mechanism-adopted";

    /// <inheritdoc/>
    public override Thing? Thing => new("mechanism", "");

    /// <summary>Why (事由).</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));

    /// <summary>The mechanism.</summary>
    public WorkMechanism Mechanism { get; init => field = Given(value); } = Given(Mechanism);

    private static WorkMechanism Given(WorkMechanism mechanism)
    {
        ArgumentNullException.ThrowIfNull(mechanism);
        return mechanism;
    }
}

/// <summary>A routine was done for one of its periods (例行工作记录): the meeting was held, the report handed in.</summary>
/// <remarks>It counts by its day and may come late. It may be done more than once in a period; the first time counts.</remarks>
/// <param name="Routine">The code of the routine.</param>
/// <param name="Day">A day of the period for which it was done: that of the act, or an earlier one to make up for what was missed.</param>
/// <param name="Note">What was done: minutes, a number, a link; may be empty.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RoutineDone(string Routine, LocalDate Day, string Note = "") : CoordinationAct
{
    internal const string ThingKind = "routine";

    /// <inheritdoc/>
    public override string Kind => "routine-done";

    /// <inheritdoc/>
    public override Thing? Thing => new(ThingKind, Routine);

    /// <inheritdoc/>
    public override bool IsInOrder => false;

    /// <summary>The code of the routine (例行工作).</summary>
    public string Routine { get; init => field = TextRule.Key.Check(value, nameof(Routine)); } = TextRule.Key.Check(Routine, nameof(Routine));

    /// <summary>A day of the period for which it was done (所属周期).</summary>
    public LocalDate Day { get; init => field = value.Iso(); } = Day.Iso();

    /// <summary>What was done (记录).</summary>
    public string Note { get; init => field = Codes.CheckNote(value, nameof(Note)); } = Codes.CheckNote(Note, nameof(Note));
}

/// <summary>A milestone of a line of work was reached (节点完成). It counts by its day and may come late.</summary>
/// <param name="Line">The code of the line of work.</param>
/// <param name="Milestone">The code of the milestone.</param>
/// <param name="Note">What was reached; may be empty.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MilestoneReached(string Line, string Milestone, string Note = "") : CoordinationAct
{
    internal const string ThingKind = "work-line";

    /// <inheritdoc/>
    public override string Kind => "milestone-reached";

    /// <inheritdoc/>
    public override Thing? Thing => new(ThingKind, Line);

    /// <inheritdoc/>
    public override bool IsInOrder => false;

    /// <summary>The code of the line of work (工作线).</summary>
    public string Line { get; init => field = TextRule.Key.Check(value, nameof(Line)); } = TextRule.Key.Check(Line, nameof(Line));

    /// <summary>The code of the milestone (节点).</summary>
    public string Milestone { get; init => field = TextRule.Key.Check(value, nameof(Milestone)); } = TextRule.Key.Check(Milestone, nameof(Milestone));

    /// <summary>What was reached (记录).</summary>
    public string Note { get; init => field = Codes.CheckNote(value, nameof(Note)); } = Codes.CheckNote(Note, nameof(Note));
}
