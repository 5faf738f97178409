using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Rectifications.RectificationData;
using static FoodSafety.Domain.Rectifications.RectificationFate;
using static FoodSafety.Domain.Rectifications.RectificationState;
using static FoodSafety.Domain.Rectifications.RectificationStep;

namespace FoodSafety.Domain.Rectifications;

/// <summary>How a problem goes from found to struck off (整改闭环): the one table that every rectification follows.</summary>
/// <remarks>
/// States and their order follow 《食品生产经营监督检查管理办法》第三十二条、第三十三条 (on the spot, in writing with a deadline, report, check,
/// case) and what platforms do in practice (claim, strike off, look back, carry over). What a step further asks of people and dates
/// is in <see cref="RectificationRules"/>. Whatever is carried over has ended: the problem lives on in the rectification of the new
/// finding, and to reopen both would count it twice. A case runs its own way, whatever a follow-up finds.
/// </remarks>
public static class RectificationLifecycle
{
    /// <summary>All that there is to say of each state and each step.</summary>
    internal static LifecycleRows<RectificationState, RectificationStep, RectificationAct, RectificationStateRow, RectificationStepRow> Rows { get; } = new(
        ("问题整改", "Rectification"), All, [Reason],
        [
            new(Reported, Unsettled),
            new(Claimed, Unsettled),
            new(Ordered, Unsettled, DeadlineRuns: true),
            new(Submitted, Unsettled),
            new(CaseFiled, Unsettled),
            new(Closed, Rectified),
            new(CorrectedOnTheSpot, Rectified),
            new(Dismissed, Dropped),
            new(CaseConcluded, Concluded),
            new(CarriedOver, CarriedOn),
        ],
        [
            new(Report, [Finding, Severity], [Business], [(null, Reported)], (now, _) => now, _ => [], BeginsRound: true),
            new(Claim, [], [], [(Reported, Claimed)], (now, _) => now, _ => [], TakesUp: true),
            new(
                CorrectOnTheSpot, [MendedBy], [Evidence], [(Reported, CorrectedOnTheSpot), (Claimed, CorrectedOnTheSpot)],
                (now, done) => now with { MendedBy = done.Act.MendedBy, VerifiedBy = done.By }, RectificationGuards.OnTheSpot),
            new(
                Order, [Limit | DeadlineSaid], [Document], [(Claimed, Ordered)],
                (now, done) => now with { OrderedBy = done.By, Limit = done.Act.Limit }, RectificationGuards.DeadlineAhead, TimeFromAct, AskedSince.TheStep),
            new(
                Extend, [Limit | DeadlineSaid, AppliedBy, Reason], [Document], [(Ordered, Ordered)],
                (now, done) => now with { Limit = done.Act.Limit, Extensions = now.Extensions + 1 }, RectificationGuards.Extension, TimeFromDeadline, AskedSince.TheStep),
            new(
                Submit, [Document], [MendedBy, Evidence], [(Ordered, Submitted)],
                (now, done) => now with { MendedBy = done.Act.MendedBy ?? done.By, SubmittedAt = done.At }, _ => []),
            new(
                Return, [Reason], [Limit | DeadlineSaid, Document, Evidence], [(Submitted, Ordered)],
                (now, done) => now with { SubmittedAt = null, Limit = done.Act.Deadline is null ? now.Limit : done.Act.Limit },
                RectificationGuards.DeadlineAhead, TimeFromAct, AskedSince.TheStep),
            new(
                Close, [], [Document, Evidence], [(Submitted, Closed)],
                (now, done) => now with { VerifiedBy = done.By }, RectificationGuards.Verification),
            new(Dismiss, [Reason], [], [(Reported, Dismissed), (Claimed, Dismissed), (Ordered, Dismissed)], (now, _) => now, _ => []),
            new(
                CarryOver, [Finding, CarriedFrom], [Evidence], [(Reported, CarriedOver), (Claimed, CarriedOver), (Ordered, CarriedOver), (Submitted, CarriedOver)],
                (now, done) => now with { CarriedInto = done.Act.Finding }, RectificationGuards.Carrying),
            new(
                FileCase, [Document], [], [(Reported, CaseFiled), (Claimed, CaseFiled), (Ordered, CaseFiled), (Submitted, CaseFiled)],
                (now, done) => now with { CaseFiledAt = done.At, Case = done.Act.Document }, _ => []),
            new(ConcludeCase, [], [Document], [(CaseFiled, CaseConcluded)], (now, _) => now, _ => []),
            new(
                LinkMeasure, [Measure], [], [(Reported, Reported), (Claimed, Claimed), (Ordered, Ordered), (Submitted, Submitted), (CaseFiled, CaseFiled)],
                (now, done) => now with { Measures = now.Measures.Add(done.Act.Measure!) }, _ => [], OrderAsked: AskedSince.Before),
            new(
                SettleDeadline, [DeadlineSaid], [], [(Ordered, Ordered), (Submitted, Submitted)],
                (now, _) => now, RectificationGuards.Settlement, OrderAsked: AskedSince.Before),
            new(
                Reopen, [Reason], [Evidence], [(Closed, Reported), (CorrectedOnTheSpot, Reported), (Dismissed, Reported), (CaseConcluded, Reported)],
                (now, _) => now with { Reopenings = now.Reopenings + 1 }, RectificationGuards.LookBack, BeginsRound: true),
        ]);

    /// <summary>The table; it explains and prints itself.</summary>
    public static Lifecycle<RectificationState, RectificationStep> Table => Rows.Table;

    private static Deadline TimeFromAct(Rectification now, Instant at, TimeLimit limit, WorkingCalendar calendar) => limit.After(at, calendar);

    // More time is counted on from where the time before ended.
    private static Deadline TimeFromDeadline(Rectification now, Instant at, TimeLimit limit, WorkingCalendar calendar) => limit.After(now.Deadline!.Value, calendar);
}

/// <summary>How a problem stands in counts.</summary>
internal enum RectificationFate : byte
{
    Unsettled,
    Rectified,
    Dropped,
    Concluded,
    CarriedOn,
}

/// <summary>From which step on an order that runs asks for a check.</summary>
internal enum AskedSince : byte
{
    /// <summary>No order runs after the step.</summary>
    NoOrder,

    /// <summary>From the step: it gives, changes or gives back the order.</summary>
    TheStep,

    /// <summary>From the one before: the step leaves the order as it was.</summary>
    Before,
}

/// <summary>What a state of a rectification means.</summary>
/// <param name="State">The state.</param>
/// <param name="Fate">How the problem stands in counts.</param>
/// <param name="DeadlineRuns">Whether the deadline of the order runs.</param>
internal sealed record RectificationStateRow(RectificationState State, RectificationFate Fate, bool DeadlineRuns = false) : StateRow<RectificationState>(State)
{
    /// <summary>Whether something remains to be done.</summary>
    public bool IsOpen => Fate == Unsettled;
}

/// <summary>All that there is to say of a step.</summary>
/// <remarks>
/// The state, when it was settled, who answers for it and a deadline that the act says follow from the columns; <paramref name="Then"/> is what follows beside them.
/// </remarks>
/// <param name="Step">The step.</param>
/// <param name="Needs">The data that it needs.</param>
/// <param name="May">The data that it may have; a reason every step may have.</param>
/// <param name="Ways">From which state it leads to which.</param>
/// <param name="Then">What it makes of the rectification.</param>
/// <param name="Asks">What it asks of people and dates.</param>
/// <param name="Counts">From where the time that it gives is counted; null where it gives none.</param>
/// <param name="OrderAsked">From when an order that runs after it asks for a check.</param>
/// <param name="BeginsRound">Whether the age of the problem, claim, order and all that follows begin with it.</param>
/// <param name="TakesUp">Whether whoever takes it answers for the problem from then on.</param>
internal sealed record RectificationStepRow(
    RectificationStep Step, ItemList<StepData<RectificationAct>> Needs, ItemList<StepData<RectificationAct>> May, ItemList<(RectificationState? From, RectificationState To)> Ways,
    Func<Rectification, Done<RectificationAct>, Rectification> Then, Func<RectificationGuards.Question, IEnumerable<UnmetGuard>> Asks,
    Func<Rectification, Instant, TimeLimit, WorkingCalendar, Deadline>? Counts = null, AskedSince OrderAsked = AskedSince.NoOrder, bool BeginsRound = false, bool TakesUp = false)
    : StepRow<RectificationState, RectificationStep, RectificationAct>(Step, Needs, May, Ways);

/// <summary>The data of an act.</summary>
internal static class RectificationData
{
    public static readonly StepData<RectificationAct> Reason = new("reason", ("理由", "a reason"), act => act.Reason is not null);
    public static readonly StepData<RectificationAct> Finding = new("finding", ("问题编号", "a finding"), act => !act.Finding.IsNone);
    public static readonly StepData<RectificationAct> CarriedFrom = new("carriedFrom", ("遗留问题的原编号", "the finding that is carried on"), act => !act.CarriedFrom.IsNone);
    public static readonly StepData<RectificationAct> Severity = new("severity", ("严重程度", "a severity"), act => act.Severity != 0);
    public static readonly StepData<RectificationAct> Business = new("business", ("主体", "a business"), act => act.Business is not null);
    public static readonly StepData<RectificationAct> Limit = new("limit", ("期限", "a limit"), act => act.Limit is not null);
    public static readonly StepData<RectificationAct> DeadlineSaid = new("deadline", ("截止时间", "a deadline"), act => act.Deadline is not null);
    public static readonly StepData<RectificationAct> MendedBy = new("mendedBy", ("整改人", "who mended it"), act => act.MendedBy is not null);
    public static readonly StepData<RectificationAct> AppliedBy = new("appliedBy", ("申请人", "who applied"), act => act.AppliedBy is not null);
    public static readonly StepData<RectificationAct> Document = new("document", ("文书", "a document"), act => act.Document is not null);
    public static readonly StepData<RectificationAct> Evidence = new("evidence", ("佐证", "evidence"), act => !act.Evidence.IsEmpty);
    public static readonly StepData<RectificationAct> Measure = new("measure", ("措施", "a measure"), act => act.Measure is not null);

    public static ItemList<StepData<RectificationAct>> All { get; } =
        [Reason, Finding, CarriedFrom, Severity, Business, Limit, DeadlineSaid, MendedBy, AppliedBy, Document, Evidence, Measure];
}
