using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Assessment;

/// <summary>Points were withdrawn after review, and count nowhere any more (计分撤销).</summary>
public sealed record PointsWithdrawn : AssessmentEvent
{
    /// <summary>Says what is withdrawn; an <see cref="AssessmentBook"/> checks it.</summary>
    /// <param name="number">The <see cref="PointsGiven.Number"/> of the points.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who withdrew them.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentException">There is no reason or nobody who acts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public PointsWithdrawn(int number, string reason, string by, LocalDate on)
        : base(by, on)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        TextRule.Note.Check(reason);
        (Number, Reason) = (number, reason);
    }

    /// <summary>The number of the points.</summary>
    public int Number { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }
}
