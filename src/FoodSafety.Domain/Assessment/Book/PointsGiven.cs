using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Assessment;

/// <summary>Points were given or taken off for one event (加分、扣分记录).</summary>
/// <remarks>Whether they add or take off is said by the line of the sheet.</remarks>
public sealed record PointsGiven : AssessmentEvent
{
    /// <summary>Says what is given; an <see cref="AssessmentBook"/> checks and numbers it.</summary>
    /// <param name="number">Its number in the book, from 1.</param>
    /// <param name="sheet">The <see cref="ScoreSheet.Id"/> of the sheet.</param>
    /// <param name="line">The <see cref="ScoreLine.Code"/> of the line.</param>
    /// <param name="assessee">Who is assessed.</param>
    /// <param name="points">How many, more than 0 on either side and up to 1,000,000,000.</param>
    /// <param name="evidence">What they rest on.</param>
    /// <param name="happened">The day of what earned or cost them; it decides the period.</param>
    /// <param name="by">Who recorded them.</param>
    /// <param name="on">The day on which they were recorded: that day or a later one.</param>
    /// <exception cref="ArgumentException">A key is blank, there is nobody, or it is recorded before it happened.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public PointsGiven(
        int number, string sheet, string line, Assessee assessee, decimal points, Evidence evidence, LocalDate happened, string by, LocalDate on)
        : base(by, on)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        TextRule.Key.Check(sheet);
        TextRule.Key.Check(line);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(points);
        Shares.CheckPoints(points, nameof(points));
        ArgumentNullException.ThrowIfNull(evidence);
        if (assessee.IsNone)
        {
            throw new ArgumentException("Points are given to somebody.", nameof(assessee));
        }

        if (happened > on)
        {
            throw new ArgumentException($"It happened on {happened:uuuu-MM-dd}, after the day of the record. Allowed: {on:uuuu-MM-dd} and earlier.", nameof(happened));
        }

        (Number, Sheet, Line, Assessee, Points, Evidence, Happened) = (number, sheet, line, assessee, points, evidence, happened);
    }

    /// <summary>Its number in the book, from 1.</summary>
    public int Number { get; }

    /// <summary>The id of the sheet.</summary>
    public string Sheet { get; }

    /// <summary>The code of the line.</summary>
    public string Line { get; }

    /// <summary>Who is assessed.</summary>
    public Assessee Assessee { get; }

    /// <summary>How many, more than 0 on either side.</summary>
    public decimal Points { get; }

    /// <summary>What they rest on.</summary>
    public Evidence Evidence { get; }

    /// <summary>The day of what earned or cost them; it decides the period.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate Happened { get; }
}
