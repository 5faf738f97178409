using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>A step that was taken with an incident (事故处置记录), with everything that it said; the book can be rebuilt from these.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Step">The step.</param>
/// <param name="At">When it was taken.</param>
/// <param name="By">Who took it: a key in the user's platform.</param>
public sealed record IncidentEvent(IncidentId Incident, IncidentStep Step, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant At, string By)
{
    /// <summary>Who took it: a key in the user's platform.</summary>
    public string By { get; init => field = TextRule.Key.Check(value, nameof(By)); } = TextRule.Key.Check(By, nameof(By));

    /// <summary>What happened where; of <see cref="IncidentStep.Register"/> alone.</summary>
    public IncidentSubject? Subject { get; init; }

    /// <summary>What was known, all of it; of register, verify and grade anew.</summary>
    public FactRecord? Facts { get; init; }

    /// <summary>The grade; of verify and grade anew.</summary>
    public IncidentGrading? Grading { get; init; }

    /// <summary>The level of the response; of respond and adjust.</summary>
    public ResponseLevel? Response { get; init; }

    /// <summary>Who knows since when; of <see cref="IncidentStep.Learn"/> alone.</summary>
    public IncidentNotice? Notice { get; init; }

    /// <summary>Who reported to whom and when; of <see cref="IncidentStep.Report"/> alone.</summary>
    public IncidentReport? Report { get; init; }

    /// <summary>Why; of adjust, end, close and dismiss.</summary>
    public string? Reason { get; init => field = TextRule.Note.CheckAny(value, nameof(Reason)); }

    /// <summary>Refuses an event that does not say what its step says.</summary>
    internal void Check()
    {
        TextRule.Key.Check(By);
        var grades = Step is IncidentStep.Verify or IncidentStep.Regrade;
        var responds = Step is IncidentStep.Respond or IncidentStep.AdjustResponse;
        var explains = Step is IncidentStep.AdjustResponse or IncidentStep.EndResponse or IncidentStep.Close or IncidentStep.Dismiss;
        if (!Enum.IsDefined(Step)
            || Subject is null == (Step == IncidentStep.Register)
            || Facts is null == (grades || Step == IncidentStep.Register)
            || Grading is null == grades || Grading is { Grade: { } grade } && !Enum.IsDefined(grade)
            || Response is null == responds || Response is { } level && !Enum.IsDefined(level)
            || Notice is null == (Step == IncidentStep.Learn) || Notice is { } notice && !Enum.IsDefined(notice.Party)
            || Report is null == (Step == IncidentStep.Report) || Report is { IsValid: false }
            || (explains ? string.IsNullOrWhiteSpace(Reason) : Reason is not null))
        {
            throw new ArgumentException($"The step {Step} of incident {Incident} lacks something that it says, or says something that it does not. See IncidentEvent for what each step says.");
        }
    }
}
