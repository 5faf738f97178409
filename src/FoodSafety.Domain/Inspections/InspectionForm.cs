using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>How an inspection is carried out (检查方式). All but the first are open to cadres' visits and oversight only.</summary>
/// <remarks>Zero, the default, is no form.</remarks>
public enum InspectionForm : byte
{
    /// <summary>On the premises (现场督导); the only form for a bureau, and for a business of high risk.</summary>
    [BilingualName("现场", "on site")]
    OnSite = 1,

    /// <summary>Several businesses of a place together, in one session (集中督导).</summary>
    [BilingualName("集中督导", "grouped")]
    Grouped = 2,

    /// <summary>Several businesses report in a meeting (集中汇报).</summary>
    [BilingualName("集中汇报", "by report")]
    GroupReport = 3,

    /// <summary>By video (视频会议).</summary>
    [BilingualName("视频", "by video")]
    Video = 4,
}
