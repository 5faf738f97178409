namespace FoodSafety.Domain.Inspections;

/// <summary>What a piece of evidence is (证据种类).</summary>
/// <remarks>Zero, the default, is no evidence. Names are in <see cref="EvidenceKinds"/>.</remarks>
public enum EvidenceKind : byte
{
    /// <summary>A photo (照片).</summary>
    Photo = 1,

    /// <summary>A sound or video recording (音视频).</summary>
    Recording = 2,

    /// <summary>A document or a copy of one (书证).</summary>
    Document = 3,

    /// <summary>A statement or a record of questioning (陈述、询问笔录).</summary>
    Statement = 4,

    /// <summary>A sample that was taken (样品).</summary>
    Sample = 5,

    /// <summary>A report of a laboratory (检验报告).</summary>
    TestReport = 6,
}
