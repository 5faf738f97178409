using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Standing;

/// <summary>The number of an assignment (人工定级编号), one for each in its grading; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<AssignmentId>))]
public readonly record struct AssignmentId(long Number) : ITextValue<AssignmentId>
{
    static BilingualText ITextValue<AssignmentId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static AssignmentId Parse(string s, IFormatProvider? provider = null) => ITextValue<AssignmentId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AssignmentId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}

/// <summary>What a grade that somebody set is for (人工定级类型).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum AssignmentKind
{
    /// <summary>It stands in place of the computed grade (人工调整).</summary>
    [BilingualName("人工调整", "override")]
    Override = 1,

    /// <summary>It stands until there is a computed grade (暂定等级).</summary>
    [BilingualName("暂定等级", "provisional grade")]
    Provisional = 2,
}

/// <summary>A grade that somebody set for a time (人工定级): an override, or a provisional grade.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeAssignment<TGrade> where TGrade : struct, Enum
{
    private readonly LocalDate? _set;

    // The day of record on which it was ended early.
    private LocalDate? _endedOn;

    internal GradeAssignment(GradeAssigned<TGrade> set, string by, LocalDate on)
    {
        (Id, Kind, Business, Grade) = (set.Id, set.Assignment, set.Business, set.Grade);
        (From, Until, Reason, By, On) = (set.From ?? on, set.Until, set.Reason, by, on);
        _set = set.Until;
    }

    /// <summary>Its number.</summary>
    public AssignmentId Id { get; }

    /// <summary>What it is for.</summary>
    public AssignmentKind Kind { get; }

    /// <summary>The business.</summary>
    public BusinessId Business { get; }

    /// <summary>The grade.</summary>
    public TGrade Grade { get; }

    /// <summary>The first day in force.</summary>
    public LocalDate From { get; }

    /// <summary>The first day no longer in force; moved forward when it was ended early. Null for one without an end.</summary>
    public LocalDate? Until { get; internal init; }

    /// <summary>Why it was set (理由).</summary>
    public string Reason { get; }

    /// <summary>Who set it: the key of the person or body in the user's platform (决定机关).</summary>
    public string By { get; }

    /// <summary>The day of record on which it was set.</summary>
    public LocalDate On { get; }

    /// <summary>True when it was ended before its time (提前终止).</summary>
    public bool EndedEarly => _endedOn is not null;

    /// <summary>Whether it is in force on a day; a provisional grade then stands only where there is no computed one.</summary>
    /// <param name="day">The day.</param>
    public bool IsInForce(LocalDate day) => From <= day && !(Until <= day);

    /// <summary>It ended on a day of record: it does not count from then on, or never where it had not begun.</summary>
    internal GradeAssignment<TGrade> EndingOn(LocalDate today) => this with { Until = LocalDate.Max(today, From), _endedOn = today };

    /// <summary>The day of record on which it was withdrawn, since it should not have been made; null where it was not.</summary>
    internal LocalDate? WithdrawnOn { get; init; }

    /// <summary>It as it was at the end of a day: that it was ended later was not known then.</summary>
    internal GradeAssignment<TGrade> AtEndOf(LocalDate day) => _endedOn > day ? this with { Until = _set, _endedOn = null, WithdrawnOn = null } : this;

    /// <summary>Whether nothing of it is to come from a day on.</summary>
    internal bool IsOverOn(LocalDate day) => Until <= day;

    internal bool Overlaps(LocalDate from, LocalDate? until) => !(until <= From) && !(Until <= from) && !(Until <= From);
}
