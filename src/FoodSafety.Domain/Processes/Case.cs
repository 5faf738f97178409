using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Processes;

/// <summary>A case that runs through a procedure (办件): a complaint, an application, as its steps made it.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Case
{
    internal Case(ProcessDefinition process, StepTaken begun, LocalDate on)
    {
        (Process, Id, Business, BegunOn) = (process, begun.Id, begun.Business, on);
        (State, Since, Due, Values) = (process.FindStep(begun.Step)!.To, on, begun.Due, begun.Values);
    }

    /// <summary>Its number (编号).</summary>
    public CaseId Id { get; }

    /// <summary>The procedure, in the version under which it began (流程).</summary>
    public ProcessDefinition Process { get; }

    /// <summary>The business that it is about (涉及主体); null for none.</summary>
    public BusinessId? Business { get; }

    /// <summary>The day on which it began (受理日期).</summary>
    public LocalDate BegunOn { get; }

    /// <summary>The code of its state (办理状态).</summary>
    public string State { get; private init; }

    /// <summary>The day since which it is in its state.</summary>
    public LocalDate Since { get; private init; }

    /// <summary>By when the next step is to be taken (办理期限); null where its state has no limit.</summary>
    public Deadline? Due { get; private init; }

    /// <summary>What its steps stated, of each field the last (填报内容).</summary>
    public ItemList<FieldValue> Values { get; private init; }

    /// <summary>Whether it is over: no step leads out of its state (办结).</summary>
    public bool IsClosed => Process.IsFinal(State);

    /// <summary>What its steps stated last in a field; null while they did not.</summary>
    /// <param name="field">The code of the field.</param>
    public string? Find(string field) => Values.FirstOrDefault(value => value.Field == field)?.Value;

    internal Case After(StepTaken act, LocalDate on)
    {
        var to = Process.FindStep(act.Step)!.To;
        ImmutableArray<FieldValue> kept = [.. Values.Where(value => act.Values.All(stated => stated.Field != value.Field))];
        return this with { State = to, Since = to == State ? Since : on, Due = act.Due, Values = [.. kept, .. act.Values] };
    }
}

/// <summary>The number of a case (办件编号), given by the user's platform; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<CaseId>))]
public readonly record struct CaseId(long Number) : ITextValue<CaseId>
{
    static BilingualText ITextValue<CaseId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static CaseId Parse(string s, IFormatProvider? provider = null) => ITextValue<CaseId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CaseId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}
