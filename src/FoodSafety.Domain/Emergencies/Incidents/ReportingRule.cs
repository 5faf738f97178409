using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Emergencies;

/// <summary>Who first reports an incident to whom, within what time of learning of it (事故报告规定).</summary>
/// <param name="Id">The stable key in files.</param>
/// <param name="From">Who reports.</param>
/// <param name="To">To whom.</param>
/// <param name="Limit">
/// Within what time; null where the source sets no number ("at once", "as health rules say"): then nothing is ever late.
/// </param>
/// <param name="Text">The rule as people read it.</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record ReportingRule(string Id, IncidentParty From, IncidentParty To, TimeLimit? Limit, BilingualText Text, Citation Basis)
{
    /// <summary>The rule as people read it.</summary>
    public BilingualText Text { get; init => field = TextRule.Note.CheckAny(value, nameof(Text)); } = TextRule.Note.CheckAny(Text, nameof(Text));

    /// <summary>The stable key in files.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>
    /// The mildest grade to which it applies; null when it applies to all, ungraded ones included. Where there is one, the time
    /// runs from when that grade, or a stricter one, is first given, if the party knew of the incident before.
    /// </summary>
    public IncidentGrade? FromGrade { get; init; }

    /// <summary>True when only a report in writing keeps it (书面报告); false when one by telephone does.</summary>
    public bool InWriting { get; init; }
}
