using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

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
