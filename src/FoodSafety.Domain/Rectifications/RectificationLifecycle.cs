using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Lifecycles.Ways;
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
            new(Report, [Finding, Severity], [Business], Beginning(Reported), (now, _) => now, _ => [], BeginsRound: true),
            new(Claim, [], [], Into(Claimed, Reported), (now, _) => now, _ => [], TakesUp: true),
            new(
                CorrectOnTheSpot, [MendedBy], [Evidence], Into(CorrectedOnTheSpot, Reported, Claimed),
                (now, done) => now with { MendedBy = done.Act.MendedBy, VerifiedBy = done.By }, RectificationGuards.OnTheSpot),
            new(
                Order, [Limit | DeadlineSaid | Until], [Document], Into(Ordered, Claimed),
                (now, done) => now with { OrderedBy = done.By, Limit = done.Act.Limit }, RectificationGuards.Term, TimeFromAct, AskedSince.TheStep),
            new(
                Extend, [Limit | DeadlineSaid, AppliedBy, Reason], [Document], Staying(Ordered),
                (now, done) => now with { Limit = done.Act.Limit, Extensions = now.Extensions + 1 }, RectificationGuards.Extension, TimeFromDeadline, AskedSince.TheStep),
            new(
                Submit, [Document], [MendedBy, Evidence], Into(Submitted, Ordered),
                (now, done) => now with { MendedBy = done.Act.MendedBy ?? done.By, SubmittedAt = done.At }, _ => []),
            new(
                Return, [Reason], [Limit | DeadlineSaid | Until, Document, Evidence], Into(Ordered, Submitted),
                (now, done) => now with { SubmittedAt = null, Limit = done.Act.Deadline is null && done.Act.Until is null ? now.Limit : done.Act.Limit },
                RectificationGuards.Term, TimeFromAct, AskedSince.TheStep),
            new(
                Close, [], [Document, Evidence], Into(Closed, Ordered, Submitted),
                (now, done) => now with { VerifiedBy = done.By }, RectificationGuards.Verification),
            new(Dismiss, [Reason], [], Into(Dismissed, Reported, Claimed, Ordered), (now, _) => now, _ => []),
            new(
                CarryOver, [Finding, CarriedFrom], [Evidence], Into(CarriedOver, Reported, Claimed, Ordered, Submitted),
                (now, done) => now with { CarriedInto = done.Act.Finding }, RectificationGuards.Carrying),
            new(
                FileCase, [Document], [], Into(CaseFiled, Reported, Claimed, Ordered, Submitted),
                (now, done) => now with { CaseFiledAt = done.At, Case = done.Act.Document }, _ => []),
            new(ConcludeCase, [], [Document], Into(CaseConcluded, CaseFiled), (now, _) => now, _ => []),
            new(
                LinkMeasure, [Measure], [], Staying(Reported, Claimed, Ordered, Submitted, CaseFiled),
                (now, done) => now with { Measures = now.Measures.Add(done.Act.Measure!) }, _ => [], OrderAsked: AskedSince.Before),
            new(
                SettleDeadline, [DeadlineSaid], [], Staying(Ordered, Submitted),
                (now, _) => now, RectificationGuards.Settlement, OrderAsked: AskedSince.Before),
            new(
                Reopen, [Reason], [Evidence], Into(Reported, Closed, CorrectedOnTheSpot, Dismissed, CaseConcluded),
                (now, _) => now with { Reopenings = now.Reopenings + 1 }, RectificationGuards.LookBack, BeginsRound: true),
        ]);

    /// <summary>The table; it explains and prints itself.</summary>
    public static Lifecycle<RectificationState, RectificationStep> Table => Rows.Table;

    private static Deadline? TimeFromAct(Rectification now, Instant at, TimeLimit limit, WorkingCalendar calendar) => limit.After(at, calendar);

    // More time is counted on from where the time before ended; where it had no end, from nowhere.
    private static Deadline? TimeFromDeadline(Rectification now, Instant at, TimeLimit limit, WorkingCalendar calendar) => now.Deadline is { } before ? limit.After(before, calendar) : null;
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
/// The state, when it was settled, who answers for it and a deadline that the act says follow from the columns; <paramref name="Does"/> is what follows beside them.
/// </remarks>
/// <param name="Step">The step.</param>
/// <param name="Needs">The data that it needs.</param>
/// <param name="May">The data that it may have; a reason every step may have.</param>
/// <param name="Ways">From which state it leads to which.</param>
/// <param name="Does">What it makes of the rectification.</param>
/// <param name="Asks">What it asks of people and dates.</param>
/// <param name="Counts">From where the time that it gives is counted; null where it gives none.</param>
/// <param name="OrderAsked">From when an order that runs after it asks for a check.</param>
/// <param name="BeginsRound">Whether the age of the problem, claim, order and all that follows begin with it.</param>
/// <param name="TakesUp">Whether whoever takes it answers for the problem from then on.</param>
internal sealed record RectificationStepRow(
    RectificationStep Step, ItemList<StepData<RectificationAct>> Needs, ItemList<StepData<RectificationAct>> May, ItemList<(RectificationState? From, RectificationState To)> Ways,
    Func<Rectification, Done<RectificationAct>, Rectification> Does, Func<RectificationGuards.Question, IEnumerable<UnmetGuard>> Asks,
    Func<Rectification, Instant, TimeLimit, WorkingCalendar, Deadline?>? Counts = null, AskedSince OrderAsked = AskedSince.NoOrder, bool BeginsRound = false, bool TakesUp = false)
    : StepRow<RectificationState, RectificationStep, RectificationAct, Rectification, Done<RectificationAct>, RectificationGuards.Question>(Step, Needs, May, Ways, Does, Asks);

/// <summary>The data of an act.</summary>
internal static class RectificationData
{
    public static readonly StepData<RectificationAct> Reason = new("reason", ("理由", "a reason"), act => act.Reason is not null);
    public static readonly StepData<RectificationAct> Finding = new("finding", ("问题编号", "a finding"), act => !act.Finding.IsNone);
    public static readonly StepData<RectificationAct> CarriedFrom = new("carriedFrom", ("遗留问题的原编号", "the finding that is carried on"), act => !act.CarriedFrom.IsNone);
    public static readonly StepData<RectificationAct> Severity = new("severity", ("严重程度", "a severity"), act => !act.Severity.IsNone);
    public static readonly StepData<RectificationAct> Business = new("business", ("主体", "a business"), act => act.Business is not null);
    public static readonly StepData<RectificationAct> Limit = new("limit", ("期限", "a limit"), act => act.Limit is not null);
    public static readonly StepData<RectificationAct> DeadlineSaid = new("deadline", ("截止时间", "a deadline"), act => act.Deadline is not null);
    public static readonly StepData<RectificationAct> Until = new("until", ("不定期限", "a term without a last day"), act => act.Until is not null);
    public static readonly StepData<RectificationAct> MendedBy = new("mendedBy", ("整改人", "who mended it"), act => act.MendedBy is not null);
    public static readonly StepData<RectificationAct> AppliedBy = new("appliedBy", ("申请人", "who applied"), act => act.AppliedBy is not null);
    public static readonly StepData<RectificationAct> Document = new("document", ("文书", "a document"), act => act.Document is not null);
    public static readonly StepData<RectificationAct> Evidence = new("evidence", ("佐证", "evidence"), act => !act.Evidence.IsEmpty);
    public static readonly StepData<RectificationAct> Measure = new("measure", ("措施", "a measure"), act => act.Measure is not null);

    public static ItemList<StepData<RectificationAct>> All { get; } =
        [Reason, Finding, CarriedFrom, Severity, Business, Limit, DeadlineSaid, Until, MendedBy, AppliedBy, Document, Evidence, Measure];
}

/// <summary>Where the rectification of a problem stands (整改状态).</summary>
/// <remarks>Zero, the default, is no state. Which states are open, is in <see cref="RectificationStates"/>.</remarks>
public enum RectificationState : byte
{
    /// <summary>Found and reported; nobody has taken it up yet (已发现、待认领).</summary>
    [BilingualName("待认领", "reported")]
    Reported = 1,

    /// <summary>Somebody answers for it from now on (已认领).</summary>
    [BilingualName("已认领", "claimed")]
    Claimed = 2,

    /// <summary>The business is ordered in writing to correct it, by a deadline or until it is inspected next (责令限期整改).</summary>
    [BilingualName("限期整改中", "ordered")]
    Ordered = 3,

    /// <summary>The business reported that it is corrected; the check is due (已报整改、待复查).</summary>
    [BilingualName("待复查", "submitted")]
    Submitted = 4,

    /// <summary>Checked, found corrected and struck off the list (复查合格、已销号).</summary>
    [BilingualName("已销号", "closed")]
    Closed = 5,

    /// <summary>Corrected at once, before the eyes of whoever records it (立行立改).</summary>
    [BilingualName("立行立改", "corrected on the spot")]
    CorrectedOnTheSpot = 6,

    /// <summary>No rectification is needed: not a problem, or reported twice (已撤销).</summary>
    [BilingualName("已撤销", "dismissed")]
    Dismissed = 7,

    /// <summary>Handled as a case of administrative penalty (已立案).</summary>
    [BilingualName("已立案", "case filed")]
    CaseFiled = 8,

    /// <summary>The case is concluded (已结案).</summary>
    [BilingualName("已结案", "case concluded")]
    CaseConcluded = 9,

    /// <summary>A follow-up found the problem again as a new finding, and the rectification of that one goes on in its place (已结转).</summary>
    [BilingualName("已结转", "carried over")]
    CarriedOver = 10,
}

/// <summary>Which of the values of <see cref="RectificationState"/> are open.</summary>
public static class RectificationStates
{
    /// <summary>True while something remains to be done (未办结); a state that is not open can at most be reopened.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static bool IsOpen(this RectificationState state) => RectificationLifecycle.Rows[state.Named()].IsOpen;

    /// <summary>True when the problem is corrected (已整改): closed, or corrected on the spot.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static bool IsRectified(this RectificationState state) => RectificationLifecycle.Rows[state.Named()].Fate == RectificationFate.Rectified;
}

/// <summary>What is done with a rectification (整改操作).</summary>
/// <remarks>Zero, the default, is no step. Where each leads, is in <see cref="RectificationLifecycle"/>.</remarks>
public enum RectificationStep : byte
{
    /// <summary>A problem that was found is reported (发现上报).</summary>
    [BilingualName("发现上报", "report")]
    Report = 1,

    /// <summary>Somebody takes it up (认领).</summary>
    [BilingualName("认领", "claim")]
    Claim = 2,

    /// <summary>It is corrected at once and somebody saw it (立行立改).</summary>
    [BilingualName("立行立改", "correct on the spot")]
    CorrectOnTheSpot = 3,

    /// <summary>The business is ordered to correct it by a deadline (责令限期整改).</summary>
    [BilingualName("责令限期整改", "order")]
    Order = 4,

    /// <summary>More time is granted (延期).</summary>
    [BilingualName("延期", "extend")]
    Extend = 5,

    /// <summary>The business hands in its report (提交整改报告).</summary>
    [BilingualName("提交整改报告", "submit")]
    Submit = 6,

    /// <summary>The check finds it not corrected, and it goes back (退回).</summary>
    [BilingualName("退回", "return")]
    Return = 7,

    /// <summary>The check finds it corrected, and it is struck off the list (复查合格销号).</summary>
    [BilingualName("复查销号", "close")]
    Close = 8,

    /// <summary>It is dropped (撤销).</summary>
    [BilingualName("撤销", "dismiss")]
    Dismiss = 9,

    /// <summary>A case is filed (立案).</summary>
    [BilingualName("立案", "file a case")]
    FileCase = 10,

    /// <summary>The case is concluded (结案).</summary>
    [BilingualName("结案", "conclude the case")]
    ConcludeCase = 11,

    /// <summary>A look-back finds the problem again (回头看重新打开).</summary>
    [BilingualName("重新打开", "reopen")]
    Reopen = 12,

    /// <summary>A measure taken because of it is linked (关联措施); the state stays.</summary>
    [BilingualName("关联措施", "link a measure")]
    LinkMeasure = 13,

    /// <summary>A follow-up found the problem again, and a new finding carries it on (结转).</summary>
    [BilingualName("结转", "carry over")]
    CarryOver = 14,

    /// <summary>A provisional deadline is settled, for the holidays of its year are announced (期限落定); the state stays.</summary>
    [BilingualName("期限落定", "settle the deadline")]
    SettleDeadline = 15,
}
