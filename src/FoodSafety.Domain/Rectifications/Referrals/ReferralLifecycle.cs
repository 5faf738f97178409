using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Rectifications.ReferralState;
using static FoodSafety.Domain.Rectifications.ReferralStep;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The rules of the road of a referral (两法衔接流程): its table, who takes each step, and the limits that run.</summary>
public static class ReferralLifecycle
{
    /// <summary>The table of states and steps.</summary>
    public static Lifecycle<ReferralState, ReferralStep> Table { get; } = new(
        ("涉嫌犯罪案件移送", "criminal referral"),
        new(null, Propose, Suspected),
        new(Suspected, Approve, Approved), new(Suspected, Decline, NotTransferred), new(Suspected, Penalize, Suspected),
        new(Approved, Send, WithPolice), new(Approved, Penalize, Approved),
        new(NotTransferred, Urge, Suspected), new(NotTransferred, Penalize, NotTransferred),
        new(WithPolice, FileCase, Filed), new(WithPolice, Refuse, Refused), new(WithPolice, Forward, WithPolice), new(WithPolice, Penalize, WithPolice),
        new(Refused, AskReview, UnderReview), new(Refused, AskSupervision, UnderSupervision), new(Refused, HandBack, HandedBack), new(Refused, Penalize, Refused),
        new(UnderReview, FileCase, Filed), new(UnderReview, Uphold, Upheld), new(UnderReview, Penalize, UnderReview),
        new(Upheld, AskSupervision, UnderSupervision), new(Upheld, HandBack, HandedBack), new(Upheld, Penalize, Upheld),
        new(UnderSupervision, OrderFiling, FilingOrdered), new(UnderSupervision, HandBack, HandedBack), new(UnderSupervision, Penalize, UnderSupervision),
        new(FilingOrdered, FileCase, Filed), new(FilingOrdered, Penalize, FilingOrdered),
        new(Filed, HandOver, HandedOver), new(Filed, HandBack, HandedBack), new(Filed, Penalize, Filed),
        new(HandedOver, Conclude, Concluded), new(HandedOver, HandBack, HandedBack), new(HandedOver, Penalize, HandedOver));

    /// <summary>The limits of State Council Order 310, each for a state. Its days are calendar days.</summary>
    public static ImmutableArray<ReferralLimit> Limits { get; } =
    [
        new(Suspected, [Approve, Decline], ReferralBody.MarketBureau, Days("5"), IsOptional: false),
        new(Approved, [Send], ReferralBody.MarketBureau, Day("5"), IsOptional: false),
        new(WithPolice, [FileCase, Refuse], ReferralBody.Police, Days("8"), IsOptional: false),
        new(WithPolice, [Forward], ReferralBody.Police, Day("7"), IsOptional: true),
        new(Refused, [AskReview], ReferralBody.MarketBureau, Days("9"), IsOptional: true),
        new(UnderReview, [FileCase, Uphold], ReferralBody.Police, Days("9"), IsOptional: false),
        new(Upheld, [AskSupervision], ReferralBody.MarketBureau, Days("9"), IsOptional: true),
        new(Filed, [HandOver], ReferralBody.MarketBureau, Days("12"), IsOptional: false),
    ];

    /// <summary>The bodies of which any one may take a step; never empty.</summary>
    /// <param name="from">The state before; null before anything has begun.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentException">The state does not allow the step.</exception>
    public static ImmutableArray<ReferralBody> TakersOf(ReferralState? from, ReferralStep step)
    {
        if (Table.FindNext(from, step) is null)
        {
            throw new ArgumentException($"The step {step} is not possible from {Table.NameOf(from).English}.", nameof(step));
        }

        return step switch
        {
            Forward or FileCase or Refuse or Uphold => [ReferralBody.Police],
            OrderFiling => [ReferralBody.Procuratorate],
            Urge => [ReferralBody.Procuratorate, ReferralBody.JusticeBureau],
            Conclude => [ReferralBody.Court],
            HandBack when from is UnderSupervision => [ReferralBody.Procuratorate],
            HandBack when from is Filed => [ReferralBody.Police, ReferralBody.Procuratorate],
            HandBack when from is HandedOver => [ReferralBody.Police, ReferralBody.Procuratorate, ReferralBody.Court],
            Propose or Approve or Decline or Send or AskReview or AskSupervision or HandOver or HandBack or Penalize => [ReferralBody.MarketBureau],
        };
    }

    /// <summary>Whether a step can no longer be taken once its limit has passed: the right to ask for review alone ends with it, Order 310 Art. 9.</summary>
    internal static bool EndsWithItsLimit(ReferralStep step) => step switch
    {
        AskReview => true,
        Propose or Approve or Decline or Urge or Send or Forward or FileCase or Refuse or Uphold or AskSupervision or OrderFiling or HandOver or Conclude or HandBack
            or Penalize => false,
    };

    private static TimeLimit Days(string article) => TimeLimit.Days(3, ReferralLaw.Order310(article));

    private static TimeLimit Day(string article) => TimeLimit.Hours(24, ReferralLaw.Order310(article));
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
