using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>A milestone of a line of work was reached (节点完成).</summary>
public sealed record MilestoneReached : CoordinationEvent
{
    /// <summary>Records it.</summary>
    /// <param name="line">The code of the line of work.</param>
    /// <param name="milestone">The code of the milestone.</param>
    /// <param name="note">What was reached; may be empty.</param>
    /// <param name="by">Who reports it: a key in the user's platform, not blank.</param>
    /// <param name="on">The day on which it was reached.</param>
    /// <exception cref="ArgumentException">There is no line or milestone, or nobody who acts.</exception>
    public MilestoneReached(string line, string milestone, string note, string by, LocalDate on)
        : base(by, on)
    {
        TextRule.Key.Check(line);
        TextRule.Key.Check(milestone);
        ArgumentNullException.ThrowIfNull(note);
        TextRule.Note.CheckAny(note);
        (Line, Milestone, Note) = (line, milestone, note);
    }

    /// <summary>The code of the line of work (工作线).</summary>
    public string Line { get; }

    /// <summary>The code of the milestone (节点).</summary>
    public string Milestone { get; }

    /// <summary>What was reached (记录).</summary>
    public string Note { get; }
}
