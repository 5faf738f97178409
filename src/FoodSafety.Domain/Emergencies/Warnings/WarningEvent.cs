using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>A step that was taken with a warning (预警事项记录), with everything that it said; the book can be rebuilt from these.</summary>
/// <param name="Warning">The warning.</param>
/// <param name="Step">The step.</param>
/// <param name="At">When it was taken.</param>
/// <param name="By">Who took it: a key in the user's platform.</param>
public sealed record WarningEvent(WarningId Warning, WarningStep Step, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant At, string By)
{
    /// <summary>Who took it: a key in the user's platform.</summary>
    public string By { get; init => field = TextRule.Key.Check(value, nameof(By)); } = TextRule.Key.Check(By, nameof(By));

    /// <summary>What the warning is about; of <see cref="WarningStep.Assess"/> alone.</summary>
    public WarningSubject? Subject { get; init; }

    /// <summary>What was found; of the steps that assess: assess, assess anew, raise, lower.</summary>
    public WarningAssessment? Assessment { get; init; }

    /// <summary>Which regulator speaks; of the steps that the public sees: publish, raise, lower, lift.</summary>
    public WarningIssuer? Issuer { get; init; }

    /// <summary>When its time will run out (exclusive), where that is known; of <see cref="WarningStep.Publish"/> alone.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public Instant? Until { get; init; }

    /// <summary>Why; of all steps but assess and publish.</summary>
    public string? Reason { get; init => field = TextRule.Note.CheckAny(value, nameof(Reason)); }

    /// <summary>Whether the public sees a step, so that a regulator has to speak.</summary>
    internal static bool Speaks(WarningStep step) => step is WarningStep.Publish or WarningStep.Raise or WarningStep.Lower or WarningStep.Lift;

    /// <summary>Refuses an event that does not say what its step says.</summary>
    internal void Check()
    {
        TextRule.Key.Check(By);
        var assesses = Step is WarningStep.Assess or WarningStep.Reassess or WarningStep.Raise or WarningStep.Lower;
        var speaks = Speaks(Step);
        var explains = Step is not (WarningStep.Assess or WarningStep.Publish);
        if (!Enum.IsDefined(Step) || Step == WarningStep.Expire
            || Subject is null == (Step == WarningStep.Assess)
            || Assessment is null == assesses || Assessment is { IsValid: false }
            || Issuer is null == speaks
            || (Until is not null && Step != WarningStep.Publish)
            || (explains ? string.IsNullOrWhiteSpace(Reason) : Reason is not null))
        {
            throw new ArgumentException($"The step {Step} of warning {Warning} lacks something that it says, or says something that it does not. See WarningEvent for what each step says.");
        }
    }
}
