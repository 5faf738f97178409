using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The rectification of one problem (问题整改), as it stands after the last step.</summary>
/// <remarks>
/// Immutable: a step gives a new one. Everything here follows from the steps taken, so whoever keeps those can make it again.
/// What reopening begins anew (claim, order, deadline, who mended and verified, case) is that of the present round.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Rectification
{
    private Rectification(Done<RectificationAct> report)
    {
        (Id, Finding, Severity, Business) = (report.Act.Id, report.Act.Finding, report.Act.Severity, report.Act.Business);
        ReportedBy = report.By;
    }

    /// <summary>Its number.</summary>
    public RectificationId Id { get; }

    /// <summary>The finding from which it began.</summary>
    public FindingId Finding { get; }

    /// <summary>How much the finding weighs.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>The business; null when it is in no register.</summary>
    public BusinessId? Business { get; }

    /// <summary>Who reported the problem (发现人).</summary>
    public string ReportedBy { get; }

    /// <summary>Where it stands.</summary>
    public RectificationState State { get; internal init; }

    /// <summary>When it was reported or, after that, last reopened: from here its age is counted.</summary>
    public Instant OpenedAt { get; internal init; }

    /// <summary>When the last step was taken.</summary>
    public Instant LastAt { get; internal init; }

    /// <summary>When it was closed, corrected on the spot, dismissed or carried over, or its case concluded; null while it is open.</summary>
    public Instant? SettledAt { get; internal init; }

    /// <summary>How often it was reopened.</summary>
    public int Reopenings { get; internal init; }

    /// <summary>Who took it up (认领人); null when nobody did.</summary>
    public string? ClaimedBy { get; internal init; }

    /// <summary>Who ordered the correction; null when nobody did.</summary>
    public string? OrderedBy { get; internal init; }

    /// <summary>How much time was given last; null when none was, or a deadline was told by its date.</summary>
    public TimeLimit? Limit { get; internal init; }

    /// <summary>The deadline of the order (整改期限), extensions included; null without an order. It runs while the state is ordered.</summary>
    public Deadline? Deadline { get; internal init; }

    /// <summary>How many extensions the order got (延期次数).</summary>
    public int Extensions { get; internal init; }

    /// <summary>Who mended it (整改人): who was named, or handed in the report; null before that.</summary>
    public string? MendedBy { get; internal init; }

    /// <summary>When the report was handed in that is or was to be checked last; null before that, and after a return.</summary>
    public Instant? SubmittedAt { get; internal init; }

    /// <summary>Who verified that it is corrected (复查人); null before that.</summary>
    public string? VerifiedBy { get; internal init; }

    /// <summary>When a case was filed; null when none was.</summary>
    public Instant? CaseFiledAt { get; internal init; }

    /// <summary>The key of the case; null when none was filed.</summary>
    public string? Case { get; internal init; }

    /// <summary>The later finding that carries the problem on (结转至), whose rectification goes on in place of this one; null when none does.</summary>
    public FindingId? CarriedInto { get; internal init; }

    /// <summary>The measures that were linked, in order; reopening keeps them.</summary>
    public ItemList<LinkedMeasure> Measures { get; internal init; }

    /// <summary>The rectification after a step that was decided: what was taken once is taken again.</summary>
    internal static Rectification After(Rectification? before, Done<RectificationAct> done)
    {
        var (act, row) = (done.Act, RectificationLifecycle.Rows[done.Act.Step]);
        var to = RectificationLifecycle.Rows.After(before?.State, act.Step);
        var now = before ?? new Rectification(done);
        now = row.BeginsRound ? now.NewRound(done.At) : now;
        return row.Then(now, done) with
        {
            State = to,
            LastAt = done.At,
            SettledAt = RectificationLifecycle.Rows[to].IsOpen ? null : done.At,
            ClaimedBy = row.TakesUp ? done.By : now.ClaimedBy,
            Deadline = act.Deadline ?? now.Deadline,
        };
    }

    private Rectification NewRound(Instant at) => this with
    {
        OpenedAt = at,
        ClaimedBy = null,
        OrderedBy = null,
        Limit = null,
        Deadline = null,
        Extensions = 0,
        MendedBy = null,
        SubmittedAt = null,
        VerifiedBy = null,
        CaseFiledAt = null,
        Case = null,
    };
}
