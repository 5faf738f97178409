using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

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
