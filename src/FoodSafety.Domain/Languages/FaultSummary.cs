namespace FoodSafety.Domain.Languages;

/// <summary>How many faults there are, the first three, and how many more: what an error says that lists them all.</summary>
internal static class FaultSummary
{
    private const int Shown = 3;

    /// <param name="where">Where they are: "区划名录", "Faults in the area list"; in Chinese it may be empty.</param>
    /// <param name="faults">The texts of all of them, each a sentence.</param>
    public static BilingualText Of(BilingualText where, IReadOnlyCollection<BilingualText> faults)
    {
        var first = faults.Take(Shown).ToArray();
        var more = faults.Count - first.Length;
        return (
            $"{where.Chinese}有 {faults.Count} 处差错。{string.Concat(first.Select(text => text.Chinese))}{(more > 0 ? $"另有 {more} 处。" : "")}",
            $"{where.English}: {faults.Count}. {string.Join(' ', first.Select(text => text.English))}{(more > 0 ? $" And {more} more." : "")}");
    }
}
