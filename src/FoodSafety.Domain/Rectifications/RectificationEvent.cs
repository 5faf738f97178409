using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A step that is taken or was taken (整改事项): what, by whom, when, why, with all data of the act.</summary>
/// <remarks>
/// One type for all steps, so that a platform can send and store them alike; which data a step must and may have stands at each
/// property, and other data are refused; a blank text is none. The acts of <see cref="RectificationBook"/> fill it in.
/// </remarks>
public sealed record RectificationEvent
{
    /// <summary>Begins to describe a step.</summary>
    /// <param name="id">The rectification; no number for a report, which gets the next one.</param>
    /// <param name="step">The step.</param>
    /// <param name="by">Who takes it: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentException">Nobody takes it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public RectificationEvent(RectificationId id, RectificationStep step, string by, Instant at)
    {
        TextRule.Key.Check(by);
        _ = step.Name();
        (Id, Step, By, At) = (id, step, by, at);
    }

    /// <summary>The rectification.</summary>
    public RectificationId Id { get; internal init; }

    /// <summary>The step.</summary>
    public RectificationStep Step { get; }

    /// <summary>Who takes it: the key of the person or body in the user's platform.</summary>
    public string By { get; internal init; }

    /// <summary>When.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public Instant At { get; }

    /// <summary>Why. Extending, returning, dismissing and reopening need a reason; any other step may have one.</summary>
    public string? Reason { get; init => field = NullIfBlank(value, TextRule.Note, nameof(Reason)); }

    /// <summary>The finding that is reported, or the new one that carries the problem on; only when reporting and carrying over, which need it.</summary>
    public FindingId Finding { get; init; }

    /// <summary>How much the finding weighs; only when reporting, which needs it. 0 otherwise.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>The row of the business in the register, 0 or more; only when reporting, null when it is in no register.</summary>
    public int? Row { get; init; }

    /// <summary>How much time is given. An order and an extension need it or a <see cref="Deadline"/>; a return may have it.</summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>
    /// The deadline that follows from the limit, which the book fills in: it stands as it was told, whatever calendars say later.
    /// Or a deadline that an order says by its date.
    /// </summary>
    public Deadline? Deadline { get; init; }

    /// <summary>Who mended it. A correction on the spot needs it; a report may have it, where whoever hands it in did not mend.</summary>
    public string? MendedBy { get; init => field = NullIfBlank(value, TextRule.Key, nameof(MendedBy)); }

    /// <summary>Who asked for more time (延期申请人); only when extending, which needs it.</summary>
    public string? AppliedBy { get; init => field = NullIfBlank(value, TextRule.Key, nameof(AppliedBy)); }

    /// <summary>
    /// The key of the document behind the step: the order, the report, the case. Submitting and filing a case need it; ordering, returning,
    /// closing, extending and concluding may have it.
    /// </summary>
    public string? Document { get; init => field = NullIfBlank(value, TextRule.Note, nameof(Document)); }

    /// <summary>The evidence, in the order given. Correcting on the spot, submitting, returning, closing, carrying over and reopening may have it; empty otherwise.</summary>
    public ItemList<EvidenceReference> Evidence { get; init; }

    /// <summary>The measure that is linked; only when linking, which needs it.</summary>
    public LinkedMeasure? Measure { get; init; }

    // A blank key would be a person who is never the same as another.
    private static string? NullIfBlank(string? text, TextRule rule, string parameter) => string.IsNullOrWhiteSpace(text) ? null : rule.Check(text, parameter);
}
