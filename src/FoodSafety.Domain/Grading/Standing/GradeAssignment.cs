using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>A grade that somebody set for a time (人工定级): an override, or a provisional grade. Immutable.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeAssignment<TGrade> where TGrade : struct, Enum
{
    internal GradeAssignment(AssignmentId id, AssignmentKind kind, int row, TGrade grade, LocalDate from, LocalDate until, string reason, string by, LocalDate on)
    {
        (Id, Kind, Row, Grade) = (id, kind, row, grade);
        (From, Until, Reason, By, On) = (from, until, reason, by, on);
    }

    /// <summary>Its number in the ledger.</summary>
    public AssignmentId Id { get; }

    /// <summary>What it is for.</summary>
    public AssignmentKind Kind { get; }

    /// <summary>The number of the row.</summary>
    public int Row { get; }

    /// <summary>The grade.</summary>
    public TGrade Grade { get; }

    /// <summary>The first day in force.</summary>
    public LocalDate From { get; }

    /// <summary>The first day no longer in force; moved forward when it was ended early.</summary>
    public LocalDate Until { get; internal init; }

    /// <summary>Why it was set (理由).</summary>
    public string Reason { get; }

    /// <summary>Who set it: the key of the person or body in the user's platform (决定机关).</summary>
    public string By { get; }

    /// <summary>The day on which it was set.</summary>
    public LocalDate On { get; }

    /// <summary>True when it was ended before its time (提前终止).</summary>
    public bool EndedEarly { get; internal init; }

    /// <summary>Whether it is in force on a day; a provisional grade then stands only where there is no computed one.</summary>
    /// <param name="day">The day.</param>
    public bool IsInForce(LocalDate day) => From <= day && day < Until;

    internal bool Overlaps(LocalDate from, LocalDate until) => From < until && from < Until && From < Until;
}
