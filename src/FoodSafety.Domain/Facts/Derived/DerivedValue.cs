namespace FoodSafety.Domain.Facts;

/// <summary>Turns computed numbers into stored ones, and names the row where that cannot be.</summary>
internal static class DerivedValue
{
    public static long Store(NumberFact fact, int row, decimal value) =>
        Exact.TryStoreFast(value, fact.Decimals, out var stored) && stored >= fact.Least && stored <= fact.Most ? stored : StoreExactly(fact, row, value);

    private static long StoreExactly(NumberFact fact, int row, decimal value) =>
        value >= fact.Minimum && value <= fact.Maximum && Exact.TryStore(value, fact.Decimals) is { } stored
            ? stored
            : throw new ArgumentException(
                $"Row {row} would have {Exact.Show(value)}; '{fact.Id}' allows {Exact.Show(fact.Minimum)} to {Exact.Show(fact.Maximum)} with at most {fact.Decimals} decimals.");
}
