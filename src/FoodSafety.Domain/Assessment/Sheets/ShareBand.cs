namespace FoodSafety.Domain.Assessment;

/// <summary>One band of a <see cref="BandScale"/> (档次): from a share on, so many points.</summary>
/// <remarks>The default value gives nothing from 0 on.</remarks>
public readonly record struct ShareBand
{
    /// <summary>Declares a band.</summary>
    /// <param name="atLeast">The lower end, inclusive, 0 to 1.</param>
    /// <param name="points">The points, 0 to 1,000,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    [JsonConstructor]
    public ShareBand(decimal atLeast, decimal points)
    {
        Shares.Check(atLeast, nameof(atLeast));
        Shares.CheckPoints(points, nameof(points));
        (AtLeast, Points) = (atLeast, points);
    }

    /// <summary>The lower end, inclusive, 1 for all.</summary>
    public decimal AtLeast { get; }

    /// <summary>The points.</summary>
    public decimal Points { get; }
}
