using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names of <see cref="EvidenceKind"/>.</summary>
public static class EvidenceKinds
{
    /// <summary>The kind as people read it.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static BilingualText Name(this EvidenceKind kind) => kind.Named() switch
    {
        EvidenceKind.Photo => ("照片", "photo"),
        EvidenceKind.Recording => ("音视频", "recording"),
        EvidenceKind.Document => ("书证", "document"),
        EvidenceKind.Statement => ("陈述、询问笔录", "statement"),
        EvidenceKind.Sample => ("样品", "sample"),
        EvidenceKind.TestReport => ("检验报告", "test report"),
    };
}
