using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>What a piece of evidence is (证据种类).</summary>
/// <remarks>Zero, the default, is no evidence.</remarks>
public enum EvidenceKind : byte
{
    /// <summary>A photo (照片).</summary>
    [BilingualName("照片", "photo")]
    Photo = 1,

    /// <summary>A sound or video recording (音视频).</summary>
    [BilingualName("音视频", "recording")]
    Recording = 2,

    /// <summary>A document or a copy of one (书证).</summary>
    [BilingualName("书证", "document")]
    Document = 3,

    /// <summary>A statement or a record of questioning (陈述、询问笔录).</summary>
    [BilingualName("陈述、询问笔录", "statement")]
    Statement = 4,

    /// <summary>A sample that was taken (样品).</summary>
    [BilingualName("样品", "sample")]
    Sample = 5,

    /// <summary>A report of a laboratory (检验报告).</summary>
    [BilingualName("检验报告", "test report")]
    TestReport = 6,
}
