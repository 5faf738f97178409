using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

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
