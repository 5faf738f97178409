using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>A random history of a district, lived without looking: the same for the same seed.</summary>
internal static class LivedHistory
{
    private static readonly LocalDate First = new(2024, 3, 1);

    public static string CodeOf(int seed) => $"d{seed}";

    /// <summary>Lives one, and hands out each entry with the district after it.</summary>
    public static IEnumerable<(District District, Entry Entry)> Live(int seed, ImmutableArray<Type> focus = default, int units = 18)
    {
        var (random, acts, district) = (new Random(seed), new ActGen(focus), new District(DistrictHistory.Settings));
        var (day, second) = (First, 0);
        for (var unit = 0; unit < units; unit++)
        {
            day = day.PlusDays(random.Next(30) == 0 ? 45 : random.Next(2) * random.Next(8));
            second += 1 + random.Next(30);
            var recorded = ChinaTime.Zone.AtStartOfDay(day).ToInstant() + Duration.FromHours(8) + Duration.FromSeconds(second) + Duration.FromNanoseconds(random.Next(1_000_000_000));
            var stamp = new Stamp($"p{random.Next(3)}", unit > 0 && random.Next(4) == 0 ? day.PlusDays(-random.Next(10)) : day, recorded);
            if (TryApply(district, stamp, unit == 0 ? acts.Founding(random, day) : acts.Unit(random, district, stamp, day)) is { } entry)
            {
                yield return (district, entry);
            }
        }
    }

    private static Entry? TryApply(District district, Stamp stamp, ImmutableArray<Act> acts)
    {
        try
        {
            var entry = district.Apply(stamp, acts).Entry;
            district.Kept(district.Version);
            return entry;
        }
        catch (ActsRefusedException)
        {
            return null;
        }
    }
}
