using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>How a problem came to light (问题来源).</summary>
/// <remarks>Zero, the default, is no source.</remarks>
public enum FindingSource : byte
{
    /// <summary>An inspection found it: a visit, a bureau's inspection or oversight (检查发现).</summary>
    [BilingualName("检查发现", "inspection")]
    Inspection = 1,

    /// <summary>The business found it itself (企业自查).</summary>
    [BilingualName("企业自查", "self-check")]
    SelfCheck = 2,

    /// <summary>Somebody complained of it or reported it (投诉举报).</summary>
    [BilingualName("投诉举报", "complaint or report")]
    Complaint = 3,

    /// <summary>A sample failed its test (监督抽检).</summary>
    [BilingualName("监督抽检", "sampling test")]
    SamplingTest = 4,

    /// <summary>A higher level handed it down, or another body handed it over (上级交办、部门移送).</summary>
    [BilingualName("交办移送", "handed down or over")]
    HandedOver = 5,
}
