using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Standing;

/// <summary>The number of an appeal (申诉编号), one for each in its grading; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<AppealId>))]
public readonly record struct AppealId(long Number) : ITextValue<AppealId>
{
    static BilingualText ITextValue<AppealId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static AppealId Parse(string s, IFormatProvider? provider = null) => ITextValue<AppealId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AppealId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}

/// <summary>How far an appeal has come (申诉状态).</summary>
/// <remarks>The default value 0 is no state.</remarks>
public enum AppealState
{
    /// <summary>Filed and not answered (待复核).</summary>
    [BilingualName("待复核", "open")]
    Open = 1,

    /// <summary>Answered (已复核).</summary>
    [BilingualName("已复核", "decided")]
    Decided = 2,

    /// <summary>Taken back by who filed it (已撤回).</summary>
    [BilingualName("已撤回", "withdrawn")]
    Withdrawn = 3,
}

/// <summary>An appeal against how a business stands (等级申诉).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeAppeal<TGrade> where TGrade : struct, Enum
{
    internal GradeAppeal(AppealFiled<TGrade> filed, Moment moment) => (Filed, Moment) = (filed, moment);

    /// <summary>What was filed, with the grade that it disputes and the time to answer as it was told then.</summary>
    public AppealFiled<TGrade> Filed { get; }

    /// <summary>Who filed it: a key in the user's platform (申诉人).</summary>
    public string FiledBy => Moment.By;

    /// <summary>The day on which it was filed.</summary>
    public LocalDate FiledOn => Moment.On;

    /// <summary>Its number.</summary>
    public AppealId Id => Filed.Id;

    /// <summary>The business.</summary>
    public BusinessId Business => Filed.Business;

    /// <summary>Until when it should be answered (复核期限): as it was told, or as it was settled when the year was announced.</summary>
    public Deadline Due => Settled?.Due ?? Filed.Due!.Value;

    /// <summary>How far it has come.</summary>
    public AppealState State => ClosedOn is null ? AppealState.Open : Decision is null ? AppealState.Withdrawn : AppealState.Decided;

    /// <summary>What it came to and why; null unless it is decided.</summary>
    public AppealDecided<TGrade>? Decision { get; internal init; }

    /// <summary>Who decided it, or withdrew it; null while it is open.</summary>
    public string? ClosedBy { get; internal init; }

    /// <summary>The day on which it was decided or withdrawn; null while it is open.</summary>
    public LocalDate? ClosedOn { get; internal init; }

    /// <summary>
    /// Whether the answer is overdue (逾期): of an open appeal, that its last day has passed; of a decided one, that it was
    /// decided after it. Never of a withdrawn one.
    /// </summary>
    /// <param name="today">The present date; without meaning once the appeal is closed.</param>
    public bool IsOverdue(LocalDate today) => State switch
    {
        AppealState.Open => Due.IsOverdue(today),
        AppealState.Decided => !Due.IsMet(ClosedOn!.Value),
        AppealState.Withdrawn => false,
    };

    /// <summary>The time to answer that took the place of a provisional one, and the day since which it does; null where none did.</summary>
    internal (Deadline Due, LocalDate On)? Settled { get; init; }

    /// <summary>When it was filed, by the rules of which it goes.</summary>
    internal Moment Moment { get; }

    /// <summary>It as it was at the end of a day, by all that is known now; null when it was not filed then.</summary>
    internal GradeAppeal<TGrade>? On(LocalDate day)
    {
        if (FiledOn > day)
        {
            return null;
        }

        var then = Settled is { } settled && settled.On > day ? this with { Settled = null } : this;
        return ClosedOn > day ? then with { Decision = null, ClosedBy = null, ClosedOn = null } : then;
    }
}
