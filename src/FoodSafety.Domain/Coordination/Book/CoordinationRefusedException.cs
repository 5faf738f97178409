using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>An act cannot be recorded in a <see cref="CoordinationBook"/> (协调事项被驳回); nothing was changed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CoordinationRefusedException : Exception, IBilingualError
{
    internal CoordinationRefusedException(CoordinationRefusal refusal, string subject, LocalDate day)
        : base(Describe(refusal, subject, day).English) => (Refusal, Subject, Day) = (refusal, subject, day);

    /// <summary>Why.</summary>
    public CoordinationRefusal Refusal { get; }

    /// <summary>The code of the routine, or of line and milestone with a slash between them; empty while there is no mechanism.</summary>
    public string Subject { get; }

    /// <summary>
    /// The day that was asked for; for a period that has not begun its first day, and for what was recorded or reached before the day of that.
    /// </summary>
    public LocalDate Day { get; }

    /// <summary>What was refused and why, in both languages.</summary>
    public BilingualText Text => Describe(Refusal, Subject, Day);

    private static BilingualText Describe(CoordinationRefusal refusal, string subject, LocalDate day) => refusal switch
    {
        CoordinationRefusal.NoMechanism => ("尚未建立工作机制。", "No mechanism was adopted yet."),
        CoordinationRefusal.Unknown => ($"工作机制中没有“{subject}”。", $"The mechanism has no '{subject}'."),
        CoordinationRefusal.NotDue => ($"“{subject}”在 {day:uuuu-MM-dd} 没有应做的周期。", $"'{subject}' has no period on {day:uuuu-MM-dd}."),
        CoordinationRefusal.NotBegun => ($"“{subject}”的周期 {day:uuuu-MM-dd} 才开始。", $"The period of '{subject}' begins on {day:uuuu-MM-dd} only."),
        CoordinationRefusal.AlreadyReached => ($"“{subject}”已于 {day:uuuu-MM-dd} 完成。", $"'{subject}' was reached on {day:uuuu-MM-dd} already."),
        CoordinationRefusal.RecordLost => ($"新机制无处保留“{subject}” {day:uuuu-MM-dd} 的记录。", $"The new mechanism has no place for the record of '{subject}' for {day:uuuu-MM-dd}."),
    };
}
