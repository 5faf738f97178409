using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Processes;

/// <summary>A procedure of a place's own, as data (自定义流程): the states of a case, the steps between them, and what a step states.</summary>
/// <remarks>
/// A value. Whether its parts fit together is asked when it is laid down. A case runs to its end by the version under which it began.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ProcessDefinition
{
    /// <summary>Describes a procedure.</summary>
    /// <param name="code">What files call it: a key.</param>
    /// <param name="version">Which version of it: a key.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="term">The days on which cases begin under it.</param>
    /// <param name="basis">Where it comes from, or <see cref="Citation.Illustrative"/>.</param>
    /// <param name="states">The states.</param>
    /// <param name="steps">The steps.</param>
    /// <exception cref="TextRefusedException">The code, the version or the name is none.</exception>
    public ProcessDefinition(
        string code, string version, BilingualText name, Term term, Citation basis, ItemList<ProcessState> states, ItemList<ProcessStep> steps)
    {
        ArgumentNullException.ThrowIfNull(basis);
        (Code, Version, Name) = (TextRule.Key.Check(code), TextRule.Key.Check(version), TextRule.Name.Check(name));
        (Term, Basis, States, Steps) = (term, basis, states, steps);
    }

    /// <summary>What files call it (流程编码).</summary>
    public string Code { get; }

    /// <summary>Which version of it (版本).</summary>
    public string Version { get; }

    /// <summary>What people call it (流程名称).</summary>
    public BilingualText Name { get; }

    /// <summary>The days on which cases begin under it (施行期间).</summary>
    public Term Term { get; }

    /// <summary>Where it comes from (依据).</summary>
    public Citation Basis { get; }

    /// <summary>The states that a case can be in (办理状态).</summary>
    public ItemList<ProcessState> States { get; }

    /// <summary>The steps that are taken (办理环节).</summary>
    public ItemList<ProcessStep> Steps { get; }

    /// <summary>What steps can state beside themselves (填报项目); none unless given.</summary>
    public ItemList<ProcessField> Fields { get; init; }

    /// <summary>The state with a code; null when there is none.</summary>
    /// <param name="code">The code.</param>
    public ProcessState? FindState(string code) => States.FirstOrDefault(state => state.Code == code);

    /// <summary>The step with a code; null when there is none.</summary>
    /// <param name="code">The code.</param>
    public ProcessStep? FindStep(string code) => Steps.FirstOrDefault(step => step.Code == code);

    /// <summary>The field with a code; null when there is none.</summary>
    /// <param name="code">The code.</param>
    public ProcessField? FindField(string code) => Fields.FirstOrDefault(field => field.Code == code);

    /// <summary>The steps that a state allows (可办环节), in the order given; of null those with which a case begins.</summary>
    /// <param name="state">The code of the state; null before a case has begun.</param>
    public ImmutableArray<ProcessStep> StepsFrom(string? state) =>
        [.. Steps.Where(step => state is null ? step.From.IsEmpty : step.From.Contains(state))];

    /// <summary>True when no step leads from a state to another: a case ends in it (办结状态).</summary>
    /// <param name="state">The code of the state.</param>
    public bool IsFinal(string state) => StepsFrom(state).All(step => step.To == state);
}

/// <summary>A state of a case (办理状态).</summary>
/// <param name="Code">What files call it: a key.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Within">How long a case may stay in it, counted from the step that led there; null without limit.</param>
public sealed record ProcessState(string Code, BilingualText Name, TimeLimit? Within = null)
{
    /// <summary>What files call it (编码).</summary>
    public string Code { get; init => field = TextRule.Key.Check(value, nameof(Code)); } = TextRule.Key.Check(Code, nameof(Code));

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));
}

/// <summary>A step of a procedure (办理环节).</summary>
/// <remarks>A step that leads to the state in which the case is leaves its time limit running, unless it extends it.</remarks>
/// <param name="Code">What files call it: a key.</param>
/// <param name="Name">What people call it.</param>
/// <param name="From">The codes of the states in which it is taken; none for one with which a case begins.</param>
/// <param name="To">The code of the state to which it leads.</param>
/// <param name="Needs">The codes of the fields that it states.</param>
/// <param name="May">The codes of the fields that it states or leaves out.</param>
public sealed record ProcessStep(
    string Code, BilingualText Name, ItemList<string> From, string To, ItemList<string> Needs = default, ItemList<string> May = default)
{
    /// <summary>What files call it (编码).</summary>
    public string Code { get; init => field = TextRule.Key.Check(value, nameof(Code)); } = TextRule.Key.Check(Code, nameof(Code));

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));

    /// <summary>The codes of the states in which it is taken; none for one with which a case begins.</summary>
    public ItemList<string> From { get; init => field = TextRule.Key.CheckAll(value, nameof(From)); } = TextRule.Key.CheckAll(From, nameof(From));

    /// <summary>The code of the state to which it leads.</summary>
    public string To { get; init => field = TextRule.Key.Check(value, nameof(To)); } = TextRule.Key.Check(To, nameof(To));

    /// <summary>The codes of the fields that it states (必填项目).</summary>
    public ItemList<string> Needs { get; init => field = TextRule.Key.CheckAll(value, nameof(Needs)); } = TextRule.Key.CheckAll(Needs, nameof(Needs));

    /// <summary>The codes of the fields that it states or leaves out (选填项目).</summary>
    public ItemList<string> May { get; init => field = TextRule.Key.CheckAll(value, nameof(May)); } = TextRule.Key.CheckAll(May, nameof(May));

    /// <summary>By how much it extends the time that runs (延长期限), counted on from its end; null, the default, where it extends nothing. The limit of the state to which it leads is not counted then.</summary>
    public TimeLimit? ExtendsBy { get; init; }

    /// <summary>Until when it can be taken (时效), by days that fields state; none, the default, where it can be taken always.</summary>
    public ItemList<StepBar> Bars { get; init; }
}

/// <summary>A step can be taken only within a time from a day that a field states (时效): a complaint is accepted within three years of the day on which the consumer knew.</summary>
/// <remarks>Where the day is not stated, by this step or by one before, the step is not barred: what has to be stated, it needs.</remarks>
/// <param name="Field">The code of the field; it is of the kind <see cref="ProcessFieldKind.Day"/>.</param>
/// <param name="Within">Within what time, in days, working days, months or years; with the rule that says so.</param>
public sealed record StepBar(string Field, TimeLimit Within)
{
    /// <summary>The code of the field.</summary>
    public string Field { get; init => field = TextRule.Key.Check(value, nameof(Field)); } = TextRule.Key.Check(Field, nameof(Field));

    /// <summary>Within what time.</summary>
    public TimeLimit Within { get; init => field = value ?? throw new ArgumentNullException(nameof(Within)); } = Within ?? throw new ArgumentNullException(nameof(Within));
}

/// <summary>Something that a step states (填报项目).</summary>
/// <param name="Code">What files call it: a key.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">What may stand in it.</param>
public sealed record ProcessField(string Code, BilingualText Name, ProcessFieldKind Kind)
{
    /// <summary>What files call it (编码).</summary>
    public string Code { get; init => field = TextRule.Key.Check(value, nameof(Code)); } = TextRule.Key.Check(Code, nameof(Code));

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));

    /// <summary>What may stand in it.</summary>
    public ProcessFieldKind Kind { get; init => field = value.Named(); } = Kind.Named();

    /// <summary>What alone may stand in it (选项), for a <see cref="ProcessFieldKind.Key"/>; none, the default, where any key may.</summary>
    public ItemList<ProcessChoice> Choices { get; init; }

    /// <summary>The choice with a code; null when there is none.</summary>
    /// <param name="code">The code.</param>
    public ProcessChoice? FindChoice(string code) => Choices.FirstOrDefault(choice => choice.Code == code);
}

/// <summary>One of those values that may stand in a field (选项).</summary>
/// <param name="Code">What files call it: a key.</param>
/// <param name="Name">What people call it.</param>
public sealed record ProcessChoice(string Code, BilingualText Name)
{
    /// <summary>What files call it (编码).</summary>
    public string Code { get; init => field = TextRule.Key.Check(value, nameof(Code)); } = TextRule.Key.Check(Code, nameof(Code));

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));
}

/// <summary>What may stand in a field (填报项目类型).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum ProcessFieldKind
{
    /// <summary>A key, of a person, an office, a document or a choice (编号): as <see cref="TextRule.Key"/>.</summary>
    [BilingualName("编号", "key")]
    Key = 1,

    /// <summary>A text in somebody's own words (说明): as <see cref="TextRule.Note"/>.</summary>
    [BilingualName("说明", "note")]
    Note = 2,

    /// <summary>A day (日期): <c>2026-09-30</c>.</summary>
    [BilingualName("日期", "day")]
    Day = 3,

    /// <summary>A number (数值), in the digits 0 to 9 with a point before decimals: <c>12.5</c>.</summary>
    [BilingualName("数值", "number")]
    Number = 4,
}
