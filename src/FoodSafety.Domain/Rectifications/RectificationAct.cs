using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A step of a rectification (整改事项): what is done, why, and with which data.</summary>
/// <remarks>
/// One type for all steps, so that a platform can send and store them alike. Which data a step needs and may have stands at each property;
/// an act that lacks some or has others is refused. A blank text is none. The factories fill in what their step takes.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RectificationAct : Act<RectificationBook>
{
    /// <summary>Begins to describe a step.</summary>
    /// <param name="id">The rectification; a report says which number it is to have.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="id"/> is no number, or <paramref name="step"/> is not one of the named values.</exception>
    public RectificationAct(RectificationId id, RectificationStep step)
    {
        _ = step.Name();
        (Id, Step) = (IdNumber.IsValid(id.Number) ? id : throw new ArgumentOutOfRangeException(nameof(id), id.Number, $"Allowed: {IdNumber.Allowed.English}."), step);
    }

    /// <inheritdoc/>
    public override string Kind => RectificationBook.ThingKind;

    /// <inheritdoc/>
    public override Thing? Thing => new(RectificationBook.ThingKind, Id.ToString());

    /// <summary>The rectification.</summary>
    public RectificationId Id { get; }

    /// <summary>The step.</summary>
    public RectificationStep Step { get; }

    /// <summary>Why. Extending, returning, dismissing and reopening need a reason; any other step may have one.</summary>
    public string? Reason { get; init => field = NullIfBlank(value, TextRule.Note, nameof(Reason)); }

    /// <summary>The finding that is reported, or the new one that carries the problem on; only when reporting and carrying over, which need it.</summary>
    public FindingId Finding { get; init; }

    /// <summary>The finding that the new one carries on; only when carrying over, which needs it.</summary>
    public FindingId CarriedFrom { get; init; }

    /// <summary>How much the finding weighs; only when reporting, which needs it. 0 otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is neither 0 nor one of the named values.</exception>
    public FindingSeverity Severity { get; init; }

    /// <summary>The business; only when reporting, null when it is in no register.</summary>
    public BusinessId? Business { get; init; }

    /// <summary>
    /// How much time is given. An order needs it, a <see cref="Deadline"/> or an <see cref="Until"/>, and gets <see cref="RectificationRules.TypicalLimit"/> where it has none of them and
    /// the place has one; an extension needs it or a deadline; a return may have it.
    /// </summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>
    /// The deadline that follows from the limit, which is filled in when the act is taken: it stands as it was told, whatever calendars say
    /// later. Or a deadline that an order says by its date.
    /// </summary>
    public Deadline? Deadline { get; init; }

    /// <summary>Until when, for an order that has no last day; an order or a return may have it, where the rules of the place know such orders. Null for one that has a last day.</summary>
    public OpenTerm? Until { get; init => field = value?.Named(); }

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

    /// <summary>Reports a problem that was found (发现上报).</summary>
    /// <param name="id">The number that its rectification gets.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="business">The business; null when it is in no register.</param>
    public static RectificationAct Report(RectificationId id, Finding finding, BusinessId? business)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new(id, RectificationStep.Report) { Finding = finding.Id, Severity = finding.Severity, Business = business };
    }

    /// <summary>Takes it up (认领): whoever does answers for it from now on.</summary>
    /// <param name="id">The rectification.</param>
    public static RectificationAct Claim(RectificationId id) => new(id, RectificationStep.Claim);

    /// <summary>Records that it was corrected at once, seen by somebody else than who mended it (立行立改).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="mendedBy">Who mended it.</param>
    /// <param name="evidence">What shows it.</param>
    public static RectificationAct CorrectOnTheSpot(RectificationId id, string mendedBy, params ReadOnlySpan<EvidenceReference> evidence) =>
        new(id, RectificationStep.CorrectOnTheSpot) { MendedBy = mendedBy, Evidence = [.. evidence] };

    /// <summary>Orders the business to correct it without a last day, where the place knows such orders (不定期限责令整改).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="until">Until when.</param>
    /// <param name="document">The key of the written order; null when there is none.</param>
    public static RectificationAct OrderUntil(RectificationId id, OpenTerm until, string? document = null) =>
        new(id, RectificationStep.Order) { Until = until, Document = document };

    /// <summary>Orders the business to correct it by a deadline (责令限期整改).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="limit">How much time it has from the act on; null for what is typical of the place: <see cref="RectificationRules.TypicalLimit"/>.</param>
    /// <param name="document">The key of the written order; null when there is none.</param>
    public static RectificationAct Order(RectificationId id, TimeLimit? limit, string? document = null) =>
        new(id, RectificationStep.Order) { Limit = limit, Document = document };

    /// <summary>Grants more time (延期), counted on from where the time before ends; before it ends, and by somebody else than who asked.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="limit">How much more time.</param>
    /// <param name="appliedBy">Who asked for it.</param>
    /// <param name="reason">Why.</param>
    public static RectificationAct Extend(RectificationId id, TimeLimit limit, string appliedBy, string reason) =>
        new(id, RectificationStep.Extend) { Limit = limit, AppliedBy = appliedBy, Reason = reason };

    /// <summary>Hands in the report of the business (提交整改报告): whoever does, mended it.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="report">The key of the report.</param>
    /// <param name="evidence">What shows that it is corrected.</param>
    public static RectificationAct Submit(RectificationId id, string report, params ReadOnlySpan<EvidenceReference> evidence) =>
        new(id, RectificationStep.Submit) { Document = report, Evidence = [.. evidence] };

    /// <summary>Sends it back, for the check found it not corrected (退回); the deadline stays, or is set anew.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="reason">Why.</param>
    /// <param name="limit">How much time it has from the act on; null when the deadline stays.</param>
    public static RectificationAct Return(RectificationId id, string reason, TimeLimit? limit = null) =>
        new(id, RectificationStep.Return) { Reason = reason, Limit = limit };

    /// <summary>Strikes it off, for the check found it corrected (复查合格销号); by somebody else than who mended it.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="evidence">What shows it.</param>
    public static RectificationAct Close(RectificationId id, params ReadOnlySpan<EvidenceReference> evidence) =>
        new(id, RectificationStep.Close) { Evidence = [.. evidence] };

    /// <summary>Drops it (撤销): it is no problem, or was reported twice.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="reason">Why.</param>
    public static RectificationAct Dismiss(RectificationId id, string reason) => new(id, RectificationStep.Dismiss) { Reason = reason };

    /// <summary>Carries it over (结转): a follow-up found the problem again as a new finding, which is to be reported in its turn.</summary>
    /// <remarks>To order more of the same, return it; what a follow-up raised in severity is a new finding, and begins anew.</remarks>
    /// <param name="id">The rectification.</param>
    /// <param name="newFinding">The finding of the follow-up; it carries on that of the rectification.</param>
    public static RectificationAct CarryOver(RectificationId id, Finding newFinding)
    {
        ArgumentNullException.ThrowIfNull(newFinding);
        return new(id, RectificationStep.CarryOver) { Finding = newFinding.Id, CarriedFrom = newFinding.CarriedFrom ?? default };
    }

    /// <summary>Opens it again, for a look-back found the problem again (回头看); a new round begins with nobody who has claimed it.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="reason">Why.</param>
    /// <param name="evidence">What shows it.</param>
    public static RectificationAct Reopen(RectificationId id, string reason, params ReadOnlySpan<EvidenceReference> evidence) =>
        new(id, RectificationStep.Reopen) { Reason = reason, Evidence = [.. evidence] };

    /// <summary>Files a case (立案).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="document">The key of the case.</param>
    public static RectificationAct FileCase(RectificationId id, string document) => new(id, RectificationStep.FileCase) { Document = document };

    /// <summary>Concludes the case (结案).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="document">The key of the decision; null when there is none.</param>
    public static RectificationAct ConcludeCase(RectificationId id, string? document = null) => new(id, RectificationStep.ConcludeCase) { Document = document };

    /// <summary>Links a measure that is taken because of it (关联措施): a talk, a suspension, a recall, a referral.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="measure">The measure.</param>
    public static RectificationAct Link(RectificationId id, LinkedMeasure measure) => new(id, RectificationStep.LinkMeasure) { Measure = measure };

    /// <summary>Settles a provisional deadline, for the holidays of its year are announced (期限落定); never earlier than was told.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="deadline">The deadline that stands from now on.</param>
    public static RectificationAct SettleDeadline(RectificationId id, Deadline deadline) => new(id, RectificationStep.SettleDeadline) { Deadline = deadline };

    // A blank key would be a person who is never the same as another.
    private static string? NullIfBlank(string? text, TextRule rule, string parameter) => string.IsNullOrWhiteSpace(text) ? null : rule.Check(text, parameter);
}

/// <summary>Until when an order is to be carried out that has no last day (不定期限).</summary>
/// <remarks>Zero, the default, is none of them.</remarks>
public enum OpenTerm : byte
{
    /// <summary>Until the business is inspected next (下次检查前): whoever inspects looks whether it is corrected.</summary>
    [BilingualName("下次检查前", "until the next inspection")]
    NextInspection = 1,

    /// <summary>No day was said at all (未定期限).</summary>
    [BilingualName("未定期限", "no day")]
    NoDay = 2,
}
