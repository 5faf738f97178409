using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The names of <see cref="MeasureKind"/>, and the articles behind them.</summary>
public static class MeasureKinds
{
    private static readonly BilingualText Law = ("中华人民共和国食品安全法（2021年修正）", "Food Safety Law of the PRC (as amended in 2021)");

    private static readonly Uri Text = new("https://github.com/LawRefBook/Laws");

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

    /// <summary>The article on which the measure rests.</summary>
    /// <param name="kind">The measure.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static Citation Basis(this MeasureKind kind) => new(Law, SourceStanding.OfficialText, kind.Named() switch
    {
        MeasureKind.FormalTalk => "114",
        MeasureKind.Suspension => "126",
        MeasureKind.Recall => "63",
        MeasureKind.CriminalReferral => "121",
    }, Text);
}
