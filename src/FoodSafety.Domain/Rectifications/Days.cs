using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Days as whole numbers, in which columns keep them.</summary>
internal static class Days
{
    /// <summary>The number of no day; it lies after all days.</summary>
    public const int Never = int.MaxValue;

    private static readonly LocalDate Zero = new(1970, 1, 1);

    public static int Number(LocalDate day) => Period.DaysBetween(Zero, day);

    public static LocalDate Date(int number) => Zero.PlusDays(number);
}
