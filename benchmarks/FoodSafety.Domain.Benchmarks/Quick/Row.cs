namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>What was measured of one candidate.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Count">Businesses a run.</param>
/// <param name="Threads">Threads that worked.</param>
/// <param name="Width">Bits of the widest vectors that the process could use.</param>
/// <param name="Median">Nanoseconds per business, the median of the rounds.</param>
/// <param name="Least">The fastest round.</param>
/// <param name="Most">The slowest round.</param>
/// <param name="Bytes">Bytes allocated per business.</param>
/// <param name="TimesBaseline">How many times faster than what it is compared with; NaN for none.</param>
internal sealed record Row(
    string Name, int Count, int Threads, int Width, double Median, double Least, double Most, double Bytes, double TimesBaseline);
