using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Processes;

/// <summary>A procedure, or another version of one, was laid down (制定流程). Cases begin under it from the day of record on, in its term.</summary>
/// <param name="Process">The procedure.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ProcessLaidDown(ProcessDefinition Process) : Act<ProcessBook>
{
    /// <inheritdoc/>
    public override string Kind => "process-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("process", Process.Code);

    /// <summary>The procedure.</summary>
    public ProcessDefinition Process { get; init => field = value ?? throw new ArgumentNullException(nameof(Process)); } = Process ?? throw new ArgumentNullException(nameof(Process));
}

/// <summary>What is done with a case (办件事项).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record CaseAct : Act<CaseBook>
{
    internal const string ThingKind = "case";

    private protected CaseAct(CaseId id) => Id = id;

    /// <summary>The number of the case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no number that an id can have.</exception>
    public CaseId Id
    {
        get;
        init => field = IdNumber.IsValid(value.Number) ? value : throw new ArgumentOutOfRangeException(nameof(Id), value, $"Allowed: {IdNumber.Allowed.English}.");
    }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new(ThingKind, Id.ToString());
}

/// <summary>The time of a case that was provisional is settled, for its year was announced (期限落定): never earlier than it was told.</summary>
/// <param name="Id">The number of the case.</param>
/// <param name="Due">By when the next step is to be taken.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CaseDeadlineSettled(CaseId Id, Deadline Due) : CaseAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "case-deadline-settled";
}

/// <summary>A step of a procedure was taken (办理): a case began or went on. It counts by its day.</summary>
/// <remarks><see cref="Begin"/> and <see cref="Take"/> make it.</remarks>
/// <param name="Id">The number of the case, given by the platform.</param>
/// <param name="Step">The code of the step.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StepTaken(CaseId Id, string Step) : CaseAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "step-taken";

    /// <summary>The code of the step (环节).</summary>
    public string Step { get; init => field = TextRule.Key.Check(value, nameof(Step)); } = TextRule.Key.Check(Step, nameof(Step));

    /// <summary>The code of the procedure under which a case begins; null for a step of a case that has begun.</summary>
    public string? Process { get; init => field = value is null ? null : TextRule.Key.Check(value, nameof(Process)); }

    /// <summary>The version of the procedure under which a case begins; null for the one in force, and then filled in when it is taken.</summary>
    public string? Version { get; init => field = value is null ? null : TextRule.Key.Check(value, nameof(Version)); }

    /// <summary>The business that a case is about, stated when it begins; null for one about none.</summary>
    public BusinessId? Business { get; init; }

    /// <summary>What the step states (填报内容), each field once, in any order.</summary>
    public ItemList<FieldValue> Values { get; init; }

    /// <summary>By when the next step is to be taken (办理期限); filled in when it is taken, whatever is said. Null where the state has no limit.</summary>
    public Deadline? Due { get; init; }

    /// <summary>A case began.</summary>
    /// <param name="id">Its number, given by the platform.</param>
    /// <param name="process">The code of the procedure.</param>
    /// <param name="step">The code of the step with which it begins.</param>
    /// <param name="business">The business that it is about; null for none.</param>
    /// <param name="values">What the step states.</param>
    public static StepTaken Begin(CaseId id, string process, string step, BusinessId? business, params ItemList<FieldValue> values)
    {
        ArgumentNullException.ThrowIfNull(process);
        return new(id, step) { Process = process, Business = business, Values = values };
    }

    /// <summary>A case went on.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="step">The code of the step.</param>
    /// <param name="values">What the step states.</param>
    public static StepTaken Take(CaseId id, string step, params ItemList<FieldValue> values) => new(id, step) { Values = values };
}

/// <summary>What a step states in a field (填报内容).</summary>
/// <remarks>No person's name, telephone or identity number stands here: people are named by their keys.</remarks>
/// <param name="Field">The code of the field.</param>
/// <param name="Value">What it says, written as in files.</param>
public sealed record FieldValue(string Field, string Value)
{
    /// <summary>The code of the field.</summary>
    public string Field { get; init => field = TextRule.Key.Check(value, nameof(Field)); } = TextRule.Key.Check(Field, nameof(Field));

    /// <summary>What it says, written as in files.</summary>
    public string Value { get; init => field = TextRule.Note.Check(value, nameof(Value)); } = TextRule.Note.Check(Value, nameof(Value));
}
