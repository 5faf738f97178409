namespace GeneratedDistrict.Register;

/// <summary>A range of whole numbers, both ends included, from which small ones are drawn more often than large ones.</summary>
public readonly record struct Between(long Low, long High)
{
    // Above 1 the low end becomes likelier than on a plain logarithmic scale: most businesses are small ones of their kind.
    private const double Skew = 1.4;

    public static implicit operator Between((long Low, long High) pair) => new(pair.Low, pair.High);

    public long Draw(Random random)
    {
        var place = Math.Pow(random.NextDouble(), Skew);
        var value = (Low + 1) * Math.Pow((High + 1.0) / (Low + 1), place) - 1;
        return Math.Clamp((long)Math.Round(value), Low, High);
    }
}
