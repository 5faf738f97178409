using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A measure that belongs to a rectification (关联措施): what it is, and where its own record is found.</summary>
public sealed record LinkedMeasure
{
    /// <summary>Names a measure.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="reference">The key of its own record, or the name of its paper: of the talk, the order, the recall or the referral.</param>
    /// <exception cref="ArgumentException">The reference is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public LinkedMeasure(MeasureKind kind, string reference)
    {
        TextRule.Name.Check(reference);
        _ = kind.Name();
        (Kind, Reference) = (kind, reference);
    }

    /// <summary>What it is.</summary>
    public MeasureKind Kind { get; }

    /// <summary>The key of its own record in the book of such measures or the user's platform.</summary>
    public string Reference { get; }

    /// <summary>The measure as people read it: "停产停业 T-7", "suspension T-7".</summary>
    public BilingualText Text => ($"{Kind.Name().Chinese} {Reference}", $"{Kind.Name().English} {Reference}");

    /// <summary>The measure in both languages.</summary>
    public override string ToString() => Text.ToString();
}
