using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The names of <see cref="MeasureKind"/>, and the articles behind them.</summary>
public static class MeasureKinds
{
    /// <summary>The measure as people read it.</summary>
    /// <param name="kind">The measure.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static BilingualText Name(this MeasureKind kind) => kind.Named() switch
    {
        MeasureKind.FormalTalk => ("责任约谈", "formal talk"),
        MeasureKind.Suspension => ("停产停业", "suspension"),
        MeasureKind.Recall => ("召回", "recall"),
        MeasureKind.CriminalReferral => ("移送公安", "referral to the police"),
    };

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
