using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Assessment;

/// <summary>Points were given or taken off for one event (加分、扣分记录).</summary>
/// <remarks>
/// Whether they add or take off is said by the line of the sheet. Points that a review finds unfounded are withdrawn by voiding the act (撤销):
/// they count nowhere any more, in past periods neither.
/// </remarks>
/// <param name="Id">Their number, given by the platform.</param>
/// <param name="Sheet">The <see cref="ScoreSheet.Id"/> of the sheet.</param>
/// <param name="Line">The <see cref="ScoreLine.Code"/> of an <see cref="EventLine"/> of it.</param>
/// <param name="Assessee">Who is assessed, of the kind that the sheet is for.</param>
/// <param name="Evidence">What they rest on.</param>
/// <param name="Happened">The day of what earned or cost them; it decides the period, and may lie before the day of the act.</param>
/// <param name="Points">How many, more than 0 on either side and up to 1,000,000,000; where nobody states them, those of the line are filled in.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PointsGiven(PointsId Id, string Sheet, string Line, Assessee Assessee, Evidence Evidence, LocalDate Happened, decimal? Points = null) : Act<AssessmentBook>
{
    internal const string ThingKind = "points";

    /// <inheritdoc/>
    public override string Kind => "points-given";

    /// <inheritdoc/>
    public override Thing? Thing => new(ThingKind, Id.ToString());

    /// <summary>The id of the sheet.</summary>
    public string Sheet { get; init => field = TextRule.Key.Check(value, nameof(Sheet)); } = TextRule.Key.Check(Sheet, nameof(Sheet));

    /// <summary>The code of the line.</summary>
    public string Line { get; init => field = TextRule.Key.Check(value, nameof(Line)); } = TextRule.Key.Check(Line, nameof(Line));

    /// <summary>Who is assessed.</summary>
    public Assessee Assessee { get; init => field = Somebody(value); } = Somebody(Assessee);

    /// <summary>The day of what earned or cost them; it decides the period.</summary>
    public LocalDate Happened { get; init => field = value.Iso(); } = Happened.Iso();

    /// <summary>How many, more than 0 on either side; null only until those of the line are filled in.</summary>
    public decimal? Points { get; init => field = Some(value); } = Some(Points);

    private static Assessee Somebody(Assessee assessee) =>
        assessee.IsNone ? throw new ArgumentException("Points are given to somebody. Allowed: a county, a town, a station or a cadre.", nameof(assessee)) : assessee;

    private static decimal? Some(decimal? points)
    {
        if (points is { } stated)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stated, nameof(points));
            Shares.CheckPoints(stated, nameof(points));
        }

        return points;
    }
}

/// <summary>The number of points that were given (计分编号), given by the platform; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<PointsId>))]
public readonly record struct PointsId(long Number) : ITextValue<PointsId>
{
    static BilingualText ITextValue<PointsId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static PointsId Parse(string s, IFormatProvider? provider = null) => ITextValue<PointsId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PointsId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}

/// <summary>What points rest on (计分依据): something that can be looked up, and what it shows.</summary>
public sealed record Evidence
{
    /// <summary>Names the evidence.</summary>
    /// <param name="reference">Where it is: the key of a visit, a finding, a rectification or a document, as the platform writes it.</param>
    /// <param name="shows">What it shows.</param>
    /// <exception cref="ArgumentException">The reference is blank or the text is empty.</exception>
    public Evidence(string reference, BilingualText shows)
    {
        TextRule.Name.Check(reference);
        (Reference, Shows) = (reference, TextRule.Note.Check(shows));
    }

    /// <summary>Where it is.</summary>
    public string Reference { get; }

    /// <summary>What it shows.</summary>
    public BilingualText Shows { get; }

    /// <summary>What it shows, with the reference, in both languages.</summary>
    public BilingualText Text => ($"{Shows.Chinese}（{Reference}）", $"{Shows.English} ({Reference})");
}
