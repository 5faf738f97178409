using System.Collections.Immutable;
using NodaTime;

namespace CustomGrading;

/// <summary>Twelve kitchens of two towns, all invented.</summary>
internal static class CityKitchens
{
    public static IReadOnlyList<Kitchen> All { get; } =
    [
        new("Lotus House", "East", true, 100, 0, 0, V(2024, 3, 96), V(2024, 9, 94.5m), V(2025, 4, 97), V(2025, 11, 98.5m)),
        new("Old Wharf", "East", true, 100, 1, 0, V(2024, 2, 93), V(2024, 8, 95), V(2025, 3, 94), V(2025, 10, 95.5m)),
        new("Noodle Corner", "East", false, 92.5m, 2, 1, V(2024, 6, 88), V(2025, 1, 84), V(2025, 7, 86), V(2026, 1, 90)),
        new("Green Wok", "East", true, 80, 6, 2, V(2024, 4, 90), V(2024, 10, 82), V(2025, 5, 85), V(2025, 12, 79)),
        new("Harbour Canteen", "East", false, 100, 0, 4, V(2024, 5, 91), V(2024, 11, 89), V(2025, 6, 92), V(2026, 1, 93)),
        new("Night Skewers", "East", false, 60, 4, 1, V(2025, 2, 71, "storage"), V(2025, 8, 66, "storage", "pests"), V(2026, 1, 68, "storage", "pests")),
        new("Bamboo Court", "West", true, 100, 0, 0, V(2023, 9, 92), V(2024, 6, 95), V(2025, 2, 93), V(2025, 9, 96)),
        new("Three Rivers", "West", true, 100, 0, 1, V(2023, 12, 94), V(2024, 7, 90), V(2025, 3, 91.5m), V(2025, 12, 93)),
        new("Hill Dumplings", "West", true, 95, 1, 0, V(2024, 1, 85), V(2024, 9, 58, "temperature"), V(2025, 5, 83), V(2026, 2, 88)),
        new("Red Lantern", "West", false, 90, 2, 0, V(2024, 4, 82), V(2025, 1, 85), V(2025, 8, 87), Lapse(2026, 2, 64, "temperature")),
        new("Station Bento", "West", false, 100, 0, 0, V(2026, 1, 91)),
        new("Mill Street Buns", "West", true, 100, 1, 0, V(2024, 8, 89), V(2025, 3, 90), V(2025, 10, 91)),
    ];

    /// <summary>The towns; the number of a kitchen's town is its group in the table.</summary>
    public static ImmutableArray<string> Towns { get; } = ["East", "West"];

    private static Visit V(int year, int month, decimal score, params string[] failed) => new(new LocalDate(year, month, 15), score, failed);

    private static Visit Lapse(int year, int month, decimal score, params string[] failed) => V(year, month, score, failed) with { MajorLapse = true };
}
