using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What people call the states and steps of referrals.</summary>
public static class ReferralNames
{
    /// <summary>The name of a state.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this ReferralState state) => state.Named() switch
    {
        ReferralState.Suspected => ("待审批", "suspected"),
        ReferralState.Approved => ("待移送", "approved"),
        ReferralState.NotTransferred => ("不予移送", "not transferred"),
        ReferralState.WithPolice => ("公安审查", "with the police"),
        ReferralState.Refused => ("不予立案", "filing refused"),
        ReferralState.UnderReview => ("复议中", "under review"),
        ReferralState.Upheld => ("复议维持", "refusal upheld"),
        ReferralState.UnderSupervision => ("立案监督", "under supervision"),
        ReferralState.FilingOrdered => ("已通知立案", "filing ordered"),
        ReferralState.Filed => ("已立案", "filed"),
        ReferralState.HandedOver => ("已移交涉案物品", "goods handed over"),
        ReferralState.Concluded => ("已判决", "concluded"),
        ReferralState.HandedBack => ("退回行政处理", "handed back"),
    };

    /// <summary>The name of a step.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this ReferralStep step) => step.Named() switch
    {
        ReferralStep.Propose => ("提出移送", "propose"),
        ReferralStep.Approve => ("批准移送", "approve"),
        ReferralStep.Decline => ("不批准移送", "decline"),
        ReferralStep.Urge => ("督促移送", "urge"),
        ReferralStep.Send => ("移送", "send"),
        ReferralStep.Forward => ("转送", "forward"),
        ReferralStep.FileCase => ("立案", "file"),
        ReferralStep.Refuse => ("不予立案", "refuse"),
        ReferralStep.AskReview => ("提请复议", "ask for review"),
        ReferralStep.Uphold => ("维持不予立案", "uphold"),
        ReferralStep.AskSupervision => ("建议立案监督", "ask for supervision"),
        ReferralStep.OrderFiling => ("通知立案", "order filing"),
        ReferralStep.HandOver => ("移交涉案物品", "hand over"),
        ReferralStep.Conclude => ("判决", "conclude"),
        ReferralStep.HandBack => ("退回行政处理", "hand back"),
        ReferralStep.Penalize => ("作出行政处罚", "penalize"),
    };
}
