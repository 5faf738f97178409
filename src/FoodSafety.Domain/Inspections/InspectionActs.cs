using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>What is done with an inspection (检查事项). Deeds: they count from the day on which they were done and may come late.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record InspectionAct : Act<InspectionBook>
{
    private protected InspectionAct(InspectionId inspection) => Inspection = inspection;

    /// <summary>The inspection.</summary>
    public InspectionId Inspection
    {
        get;
        init => field = IdNumber.IsValid(value.Number) ? value : throw new ArgumentOutOfRangeException(nameof(Inspection), value, $"Allowed: {IdNumber.Allowed.English}.");
    }

    /// <summary>The step of <see cref="InspectionLifecycle"/> that it is.</summary>
    public abstract InspectionStep Step { get; }

    /// <inheritdoc/>
    public sealed override Thing? Thing => ThingOf(Inspection);

    internal static Thing ThingOf(InspectionId id) => new(InspectionBook.Kind, id.ToString());
}

/// <summary>An inspection was planned (已计划).</summary>
/// <param name="Inspection">Its id, given by the platform.</param>
/// <param name="Task">What is to be inspected, by which list and when.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionPlanned(InspectionId Inspection, InspectionTask Task) : InspectionAct(Inspection)
{
    /// <inheritdoc/>
    public override string Kind => "inspection-planned";

    /// <inheritdoc/>
    public override InspectionStep Step => InspectionStep.Plan;
}

/// <summary>An inspection was begun (已开始).</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Team">Who carries it out, and how.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionBegun(InspectionId Inspection, InspectionTeam Team) : InspectionAct(Inspection)
{
    /// <inheritdoc/>
    public override string Kind => "inspection-begun";

    /// <inheritdoc/>
    public override InspectionStep Step => InspectionStep.Begin;
}

/// <summary>An inspection was finished (已完成): the result is written, told and signed on the spot. Its findings follow from it.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Result">The result.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionFinished(InspectionId Inspection, InspectionResult Result) : InspectionAct(Inspection)
{
    /// <inheritdoc/>
    public override string Kind => "inspection-finished";

    /// <inheritdoc/>
    public override InspectionStep Step => InspectionStep.Finish;
}

/// <summary>The result of a bureau's inspection was made public (已公示); too late is a fact and no reason to refuse it.</summary>
/// <param name="Inspection">The inspection.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionPublished(InspectionId Inspection) : InspectionAct(Inspection)
{
    /// <inheritdoc/>
    public override string Kind => "inspection-published";

    /// <inheritdoc/>
    public override InspectionStep Step => InspectionStep.Publish;
}

/// <summary>An inspection that was not finished was cancelled (已取消).</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionCancelled(InspectionId Inspection, string Reason) : InspectionAct(Inspection)
{
    /// <inheritdoc/>
    public override string Kind => "inspection-cancelled";

    /// <inheritdoc/>
    public override InspectionStep Step => InspectionStep.Cancel;

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}

/// <summary>The wording of a finished record was corrected (文字更正); the record stays, with the note in its history.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Note">What was wrong and what is right.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionCorrected(InspectionId Inspection, string Note) : InspectionAct(Inspection)
{
    /// <inheritdoc/>
    public override string Kind => "inspection-corrected";

    /// <inheritdoc/>
    public override InspectionStep Step => InspectionStep.CorrectClerically;

    /// <summary>What was wrong and what is right.</summary>
    public string Note { get; init => field = TextRule.Note.Check(value, nameof(Note)); } = TextRule.Note.Check(Note, nameof(Note));
}

/// <summary>A finished record was corrected in substance (实质更正): another with the right result takes its place.</summary>
/// <remarks>It entails <see cref="ReplacementRecorded"/>, the other record. The findings of this one no longer stand.</remarks>
/// <param name="Inspection">The record that was wrong.</param>
/// <param name="Replacement">The id of the record that takes its place, given by the platform.</param>
/// <param name="Result">The result that is right.</param>
/// <param name="Reason">What was wrong.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionReplaced(InspectionId Inspection, InspectionId Replacement, InspectionResult Result, string Reason) : InspectionAct(Inspection)
{
    /// <inheritdoc/>
    public override string Kind => "inspection-replaced";

    /// <inheritdoc/>
    public override InspectionStep Step => InspectionStep.CorrectSubstantively;

    /// <summary>What was wrong.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}

/// <summary>A record was written in the place of one that was wrong (更正后的检查记录). <see cref="InspectionReplaced"/> entails it; nobody does it by itself.</summary>
/// <remarks>
/// It is of the same task and team, finished on the day of the correction and, if a bureau's, to be published from then on. Its findings
/// say which of the old ones they replace.
/// </remarks>
/// <param name="Inspection">The new record.</param>
/// <param name="Replaces">The record that was wrong.</param>
/// <param name="Task">What was inspected.</param>
/// <param name="Team">Who carried it out.</param>
/// <param name="BegunOn">The day on which it began.</param>
/// <param name="Result">The result that is right.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ReplacementRecorded(
    InspectionId Inspection, InspectionId Replaces, InspectionTask Task, InspectionTeam Team, LocalDate BegunOn, InspectionResult Result) : InspectionAct(Inspection)
{
    /// <inheritdoc/>
    public override string Kind => "replacement-recorded";

    /// <inheritdoc/>
    public override InspectionStep Step => InspectionStep.CorrectSubstantively;

    /// <summary>The day on which it began.</summary>
    public LocalDate BegunOn { get; init => field = value.Iso(); } = BegunOn.Iso();
}
