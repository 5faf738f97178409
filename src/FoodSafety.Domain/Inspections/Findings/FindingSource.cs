namespace FoodSafety.Domain.Inspections;

/// <summary>How a problem came to light (问题来源).</summary>
/// <remarks>Zero, the default, is no source. Names are in <see cref="FindingSources"/>.</remarks>
public enum FindingSource : byte
{
    /// <summary>An inspection found it: a visit, a bureau's inspection or oversight (检查发现).</summary>
    Inspection = 1,

    /// <summary>The business found it itself (企业自查).</summary>
    SelfCheck = 2,

    /// <summary>Somebody complained of it or reported it (投诉举报).</summary>
    Complaint = 3,

    /// <summary>A sample failed its test (监督抽检).</summary>
    SamplingTest = 4,

    /// <summary>A higher level handed it down, or another body handed it over (上级交办、部门移送).</summary>
    HandedOver = 5,
}
