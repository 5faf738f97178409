using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>Where a piece of evidence is kept (证据引用). The library keeps the reference, the user's platform the thing.</summary>
public sealed record EvidenceReference
{
    /// <summary>Refers to a piece of evidence.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="key">Its key or address in the user's platform.</param>
    /// <param name="takenAt">When it was taken; null when that is not known.</param>
    /// <param name="note">What it shows; null for nothing to say.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public EvidenceReference(EvidenceKind kind, string key, Instant? takenAt = null, string? note = null)
    {
        TextRule.Name.Check(key);
        TextRule.Note.CheckAny(note);
        _ = kind.Name();
        (Kind, Key, TakenAt, Note) = (kind, key, takenAt, note);
    }

    /// <summary>What it is.</summary>
    public EvidenceKind Kind { get; }

    /// <summary>Its key or address in the user's platform.</summary>
    public string Key { get; }

    /// <summary>When it was taken (取证时间); null when that is not known.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public Instant? TakenAt { get; }

    /// <summary>What it shows; null when nobody said.</summary>
    public string? Note { get; }
}

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
