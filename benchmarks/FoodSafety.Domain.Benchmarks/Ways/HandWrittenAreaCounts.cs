using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>Counts of each tier in each area, by hand: one look-up of the village for each business, then villages are added to what lies above.</summary>
internal sealed class HandWrittenAreaCounts(List<PlainBusiness> businesses, byte[] tiers)
{
    private static readonly int[] LengthsAbove = [9, 6, 4];

    /// <summary>The counts by area code, then by tier; index 0 counts the not graded.</summary>
    public Dictionary<string, long[]> Counts { get; private set; } = [];

    public void Count()
    {
        var villages = new Dictionary<string, long[]>(Villages.Codes.Length);
        foreach (var business in businesses)
        {
            if (!villages.TryGetValue(business.Village, out var counts))
            {
                villages.Add(business.Village, counts = new long[5]);
            }

            counts[tiers[business.Id]]++;
        }

        Counts = new Dictionary<string, long[]>(villages);
        foreach (var (village, counts) in villages)
        {
            foreach (var length in LengthsAbove)
            {
                var code = village[..length];
                if (!Counts.TryGetValue(code, out var above))
                {
                    Counts.Add(code, above = new long[5]);
                }

                for (var tier = 0; tier < above.Length; tier++)
                {
                    above[tier] += counts[tier];
                }
            }
        }
    }

    /// <exception cref="InvalidOperationException">The library counts otherwise somewhere.</exception>
    public void RequireEqual(GradeCountsByArea<Tier> other)
    {
        foreach (var (code, counts) in Counts)
        {
            var theirs = other[AreaCode.Parse(code)];
            if (theirs.NotGraded != counts[0] || Tiers.Scale.MildestFirst.Any(tier => theirs[tier] != counts[(int)tier]))
            {
                throw new InvalidOperationException($"The counts of area {code} differ.");
            }
        }
    }
}
