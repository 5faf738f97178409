using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Lifecycles.Ways;
using static FoodSafety.Domain.Rectifications.ReferralBody;
using static FoodSafety.Domain.Rectifications.ReferralData;
using static FoodSafety.Domain.Rectifications.ReferralState;
using static FoodSafety.Domain.Rectifications.ReferralStep;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The rules of the road of a referral (两法衔接流程): its table, who takes each step, and the limits that run.</summary>
public static class ReferralLifecycle
{
    /// <summary>All that there is to say of each state and each step. The limits are those of State Council Order 310; its days are calendar days.</summary>
    internal static LifecycleRows<ReferralState, ReferralStep, ReferralAct, ReferralStateRow, ReferralStepRow> Rows { get; } = new(
        ("涉嫌犯罪案件移送", "criminal referral"), All, [Reason],
        [
            new(Suspected, [Must([Approve, Decline], MarketBureau, Days("5"))]),
            new(Approved, [Must([Send], MarketBureau, Day("5"))]),
            new(NotTransferred, []) { IsAdministrative = true },
            new(WithPolice, [Must([FileCase, Refuse], Police, Days("8")), May([Forward], Police, Day("7"))]),
            new(Refused, [May([AskReview], MarketBureau, Days("9"))]),
            new(UnderReview, [Must([FileCase, Uphold], Police, Days("9"))]),
            new(Upheld, [May([AskSupervision], MarketBureau, Days("9"))]),
            new(UnderSupervision, []),
            new(FilingOrdered, []),
            new(Filed, [Must([HandOver], MarketBureau, Days("12"))]),
            new(HandedOver, []),
            new(Concluded, []),
            new(HandedBack, []),
        ],
        [
            new(Propose, By(MarketBureau), [Business, Reason], [Source, Penalties], Beginning(Suspected), ClocksBegin, _ => []),
            new(Approve, By(MarketBureau), [], [], Into(Approved, Suspected), ClocksBegin, _ => []),
            new(Decline, By(MarketBureau), [Reason], [], Into(NotTransferred, Suspected), ClocksBegin, _ => []),
            new(Urge, By(Procuratorate, JusticeBureau), [Reason], [], Into(Suspected, NotTransferred), ClocksBegin, _ => []),
            new(Send, By(MarketBureau), [To, Items], [Copy], Into(WithPolice, Approved), GoesToPolice, _ => []),
            new(Forward, By(Police), [To], [], Staying(WithPolice), GoesToPolice, ReferralGuards.OtherPolice),
            new(FileCase, By(Police), [], [], Into(Filed, WithPolice, UnderReview, FilingOrdered), ClocksBegin, _ => []),
            new(Refuse, By(Police), [Reason], [], Into(Refused, WithPolice), ClocksBegin, _ => []),
            new(AskReview, By(MarketBureau), [], [], Into(UnderReview, Refused), ClocksBegin, ReferralGuards.WithinReviewLimit),
            new(Uphold, By(Police), [Reason], [], Into(Upheld, UnderReview), ClocksBegin, _ => []),
            new(AskSupervision, By(MarketBureau), [], [], Into(UnderSupervision, Refused, Upheld), ClocksBegin, _ => []),
            new(OrderFiling, By(Procuratorate), [], [], Into(FilingOrdered, UnderSupervision), ClocksBegin, _ => []),
            new(HandOver, By(MarketBureau), [Items], [], Into(HandedOver, Filed), ClocksBegin, _ => []),
            new(Conclude, By(Court), [Reason], [], Into(Concluded, HandedOver), ClocksBegin, _ => []),
            new(
                HandBack, from => from switch
                {
                    Refused or Upheld => [MarketBureau],
                    UnderSupervision => [Procuratorate],
                    Filed => [Police, Procuratorate],
                    HandedOver => [Police, Procuratorate, Court],
                    null or Suspected or Approved or NotTransferred or WithPolice or UnderReview or FilingOrdered or Concluded or HandedBack => [],
                },
                [Reason], [], Into(HandedBack, Refused, Upheld, UnderSupervision, Filed, HandedOver), ClocksBegin, _ => []),
            new(
                Penalize, By(MarketBureau), [OnePenalty], [],
                Staying(Suspected, Approved, NotTransferred, WithPolice, Refused, UnderReview, Upheld, UnderSupervision, FilingOrdered, Filed, HandedOver),
                // A penalty leaves the clocks alone.
                (now, done) => now with { Penalties = [.. now.Penalties, .. done.Act.Penalties] }, ReferralGuards.NoFine),
        ]);

    /// <summary>The table of states and steps.</summary>
    public static Lifecycle<ReferralState, ReferralStep> Table => Rows.Table;

    /// <summary>The limits of State Council Order 310, each for a state. Its days are calendar days.</summary>
    public static ImmutableArray<ReferralLimit> Limits { get; } = [.. Table.States.SelectMany(state => Rows[state].Limits)];

    /// <summary>The bodies of which any one may take a step; never empty.</summary>
    /// <param name="from">The state before; null before anything has begun.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentException">The state does not allow the step.</exception>
    public static ImmutableArray<ReferralBody> TakersOf(ReferralState? from, ReferralStep step) => Table.FindNext(from, step) is null
        ? throw new ArgumentException($"The step {step} is not possible from {Table.NameOf(from).English}.", nameof(step))
        : Rows[step].Takers(from);

    private static CriminalReferral ClocksBegin(CriminalReferral now, Done<ReferralAct> done) => now with { Since = done.At };

    // Another police body starts its own clocks.
    private static CriminalReferral GoesToPolice(CriminalReferral now, Done<ReferralAct> done) => now with { Since = done.At, PoliceBody = done.Act.To };

    private static Func<ReferralState?, ItemList<ReferralBody>> By(params ItemList<ReferralBody> bodies) => _ => bodies;

    private static Func<ReferralState, ReferralLimit> Must(ItemList<ReferralStep> steps, ReferralBody body, TimeLimit limit) => state => new(state, steps, body, limit, IsOptional: false);

    private static Func<ReferralState, ReferralLimit> May(ItemList<ReferralStep> steps, ReferralBody body, TimeLimit limit) => state => new(state, steps, body, limit, IsOptional: true);

    private static TimeLimit Days(string article) => TimeLimit.Days(3, ReferralLaw.Order310(article));

    private static TimeLimit Day(string article) => TimeLimit.Hours(24, ReferralLaw.Order310(article));
}

/// <summary>What a state of a referral means.</summary>
internal sealed record ReferralStateRow : StateRow<ReferralState>
{
    /// <param name="state">The state.</param>
    /// <param name="limits">The limits that run in it.</param>
    public ReferralStateRow(ReferralState state, params ItemList<Func<ReferralState, ReferralLimit>> limits) : base(state) => Limits = [.. limits.Select(limit => limit(state))];

    /// <summary>The limits that run in it, from when it was entered.</summary>
    public ItemList<ReferralLimit> Limits { get; }

    /// <summary>Whether the case is an administrative one, and may be fined as such: the head has declined, and no crime is suspected any more.</summary>
    public bool IsAdministrative { get; init; }
}

/// <summary>All that there is to say of a step of a referral.</summary>
/// <param name="Step">The step.</param>
/// <param name="Takers">The bodies of which any one may take it, by the state before.</param>
/// <param name="Needs">The data that it needs.</param>
/// <param name="May">The data that it may have; a remark every step may have.</param>
/// <param name="Ways">From which state it leads to which.</param>
/// <param name="Does">What it makes of the referral.</param>
/// <param name="Asks">What it asks of dates and bodies.</param>
internal sealed record ReferralStepRow(
    ReferralStep Step, Func<ReferralState?, ItemList<ReferralBody>> Takers, ItemList<StepData<ReferralAct>> Needs, ItemList<StepData<ReferralAct>> May,
    ItemList<(ReferralState? From, ReferralState To)> Ways, Func<CriminalReferral, Done<ReferralAct>, CriminalReferral> Does,
    Func<ReferralGuards.Question, IEnumerable<UnmetGuard>> Asks)
    : StepRow<ReferralState, ReferralStep, ReferralAct, CriminalReferral, Done<ReferralAct>, ReferralGuards.Question>(Step, Needs, May, Ways, Does, Asks);

/// <summary>The data of an act on a referral.</summary>
internal static class ReferralData
{
    public static readonly StepData<ReferralAct> Reason = new("reason", ("理由", "a reason"), act => act.Reason.Length > 0);
    public static readonly StepData<ReferralAct> Business = new("business", ("主体", "a business"), act => act.Business is not null);
    public static readonly StepData<ReferralAct> Source = new("source", ("来源", "where it comes from"), act => act.Source is not null);
    public static readonly StepData<ReferralAct> To = new("to", ("受移送公安机关", "the police body that gets it"), act => act.To is not null);
    public static readonly StepData<ReferralAct> Copy = new("isCopiedToProcuratorate", ("抄送检察院", "a copy to the procuratorate"), act => act.IsCopiedToProcuratorate);
    public static readonly StepData<ReferralAct> Items = new("items", ("涉案材料或物品", "papers or goods"), act => !act.Items.IsEmpty);
    public static readonly StepData<ReferralAct> Penalties = new("penalties", ("行政处罚", "penalties"), act => !act.Penalties.IsEmpty);
    public static readonly StepData<ReferralAct> OnePenalty = new("penalties", ("一项行政处罚", "one penalty"), act => act.Penalties.Length == 1);

    public static ItemList<StepData<ReferralAct>> All { get; } = [Reason, Business, Source, To, Copy, Items, Penalties];
}

/// <summary>Where the referral of a suspected crime stands (移送涉嫌犯罪案件的状态).</summary>
/// <remarks>The default value 0 is no state.</remarks>
public enum ReferralState
{
    /// <summary>The report lies with the head of the bureau, who decides (待审批).</summary>
    [BilingualName("待审批", "suspected")]
    Suspected = 1,

    /// <summary>The head has approved; it is to be sent (已批准，待移送).</summary>
    [BilingualName("待移送", "approved")]
    Approved = 2,

    /// <summary>The head has declined, with the reasons on record (不予批准).</summary>
    [BilingualName("不予移送", "not transferred")]
    NotTransferred = 3,

    /// <summary>The police have it and decide whether to file a case (公安审查).</summary>
    [BilingualName("公安审查", "with the police")]
    WithPolice = 4,

    /// <summary>The police do not file a case (不予立案).</summary>
    [BilingualName("不予立案", "filing refused")]
    Refused = 5,

    /// <summary>The police review their refusal at the bureau's request (复议中).</summary>
    [BilingualName("复议中", "under review")]
    UnderReview = 6,

    /// <summary>The police uphold their refusal (复议维持).</summary>
    [BilingualName("复议维持", "refusal upheld")]
    Upheld = 7,

    /// <summary>The procuratorate examines the refusal (立案监督).</summary>
    [BilingualName("立案监督", "under supervision")]
    UnderSupervision = 8,

    /// <summary>The procuratorate has told the police to file a case (已通知立案).</summary>
    [BilingualName("已通知立案", "filing ordered")]
    FilingOrdered = 9,

    /// <summary>The police have filed a case; goods and papers are to be handed over (已立案).</summary>
    [BilingualName("已立案", "filed")]
    Filed = 10,

    /// <summary>Goods and papers are with the police (已移交涉案物品).</summary>
    [BilingualName("已移交涉案物品", "goods handed over")]
    HandedOver = 11,

    /// <summary>The court has judged; the end (已判决).</summary>
    [BilingualName("已判决", "concluded")]
    Concluded = 12,

    /// <summary>The case is back with the bureau, to be dealt with by administrative law; the end (退回行政处理).</summary>
    [BilingualName("退回行政处理", "handed back")]
    HandedBack = 13,
}

/// <summary>A step in the referral of a suspected crime (移送环节).</summary>
/// <remarks>The default value 0 is no step.</remarks>
public enum ReferralStep
{
    /// <summary>The bureau's task group reports a suspected crime to the head (提出移送报告).</summary>
    [BilingualName("提出移送", "propose")]
    Propose = 1,

    /// <summary>The head approves the transfer (批准移送).</summary>
    [BilingualName("批准移送", "approve")]
    Approve = 2,

    /// <summary>The head declines it, with reasons (不批准移送).</summary>
    [BilingualName("不批准移送", "decline")]
    Decline = 3,

    /// <summary>The procuratorate or the justice bureau urges the transfer; the head decides again (督促移送).</summary>
    [BilingualName("督促移送", "urge")]
    Urge = 4,

    /// <summary>The bureau sends the case with its papers to the police (移送).</summary>
    [BilingualName("移送", "send")]
    Send = 5,

    /// <summary>Police who are not competent pass it to police who are (转送有管辖权的机关).</summary>
    [BilingualName("转送", "forward")]
    Forward = 6,

    /// <summary>The police file a case (立案).</summary>
    [BilingualName("立案", "file")]
    FileCase = 7,

    /// <summary>The police refuse to, with reasons (不予立案).</summary>
    [BilingualName("不予立案", "refuse")]
    Refuse = 8,

    /// <summary>The bureau asks the police to review the refusal (提请复议).</summary>
    [BilingualName("提请复议", "ask for review")]
    AskReview = 9,

    /// <summary>The police uphold the refusal, with reasons (维持不予立案).</summary>
    [BilingualName("维持不予立案", "uphold")]
    Uphold = 10,

    /// <summary>The bureau asks the procuratorate to examine the refusal (建议立案监督).</summary>
    [BilingualName("建议立案监督", "ask for supervision")]
    AskSupervision = 11,

    /// <summary>The procuratorate tells the police to file a case (通知立案).</summary>
    [BilingualName("通知立案", "order filing")]
    OrderFiling = 12,

    /// <summary>The bureau hands goods and papers over to the police (移交涉案物品).</summary>
    [BilingualName("移交涉案物品", "hand over")]
    HandOver = 13,

    /// <summary>The court judges (判决).</summary>
    [BilingualName("判决", "conclude")]
    Conclude = 14,

    /// <summary>The case goes back to administrative handling, with reasons (退回行政处理).</summary>
    [BilingualName("退回行政处理", "hand back")]
    HandBack = 15,

    /// <summary>The bureau imposes an administrative penalty meanwhile; the state stays (作出行政处罚).</summary>
    [BilingualName("作出行政处罚", "penalize")]
    Penalize = 16,
}
