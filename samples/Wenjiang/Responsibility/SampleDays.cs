using NodaTime;

namespace Wenjiang.Responsibility;

/// <summary>The days on which this sample plays; fixed, so that every run is the same.</summary>
internal static class SampleDays
{
    /// <summary>The day on which the chains are planned.</summary>
    public static LocalDate Planned { get; } = new(2026, 9, 1);

    /// <summary>The day on which the commitments are signed.</summary>
    public static LocalDate Signed { get; } = new(2026, 9, 10);

    /// <summary>The day on which the changes take effect: the last before the holiday of 1 October, which no clock counts.</summary>
    public static LocalDate Changed { get; } = new(2026, 9, 30);
}
