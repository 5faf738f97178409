using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

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

/// <summary>A measure that is taken because of a problem, beside its rectification (关联措施).</summary>
/// <remarks>Zero, the default, is no measure. The articles behind them are in <see cref="MeasureKinds"/>.</remarks>
public enum MeasureKind : byte
{
    /// <summary>A formal talk with the legal representative or main person in charge (责任约谈).</summary>
    [BilingualName("责任约谈", "formal talk")]
    FormalTalk = 1,

    /// <summary>The business stops production or trade (停产停业).</summary>
    [BilingualName("停产停业", "suspension")]
    Suspension = 2,

    /// <summary>Food is called back (召回).</summary>
    [BilingualName("召回", "recall")]
    Recall = 3,

    /// <summary>A suspected crime is sent to the police (移送公安).</summary>
    [BilingualName("移送公安", "referral to the police")]
    CriminalReferral = 4,
}

/// <summary>The articles behind each <see cref="MeasureKind"/>.</summary>
public static class MeasureKinds
{
    /// <summary>The article on which the measure rests, in the edition of the law in force on a day.</summary>
    /// <param name="kind">The measure.</param>
    /// <param name="on">The day of the measure.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static Citation Basis(this MeasureKind kind, LocalDate on) => FoodSafetyLaw.Article(kind.Named() switch
    {
        MeasureKind.FormalTalk => "114",
        MeasureKind.Suspension => "126",
        MeasureKind.Recall => "63",
        MeasureKind.CriminalReferral => "121",
    }, on);
}
