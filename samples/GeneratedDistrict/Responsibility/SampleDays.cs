using FoodSafety.Domain.Time;
using NodaTime;

namespace GeneratedDistrict.Responsibility;

/// <summary>The days on which this sample plays; fixed, so that every run is the same. And the calendar by which they are counted.</summary>
public static class SampleDays
{
    /// <summary>The one calendar by which everything here goes. A year that was announced since is added in this place alone, with <c>WithFile</c>.</summary>
    public static WorkingCalendar Calendar { get; } = WorkingCalendar.China;

    /// <summary>The day on which the chains are planned, and on which the mechanism is adopted.</summary>
    public static LocalDate Planned { get; } = new(2026, 9, 1);

    /// <summary>The day on which the commitments are signed and the safety posts filled.</summary>
    public static LocalDate CommitmentsSigned { get; } = new(2026, 9, 10);

    /// <summary>The day on which the training of the year is recorded.</summary>
    public static LocalDate Trained { get; } = new(2026, 9, 25);

    /// <summary>The day on which the changes take effect: the last before the holiday of 1 October, which no clock counts.</summary>
    public static LocalDate Changed { get; } = new(2026, 9, 30);

    /// <summary>The first day of which the daily records of the businesses are kept.</summary>
    public static LocalDate Recorded { get; } = new(2026, 10, 1);

    /// <summary>The first working day after the holiday: others open where businesses closed, and what is due is signed anew.</summary>
    public static LocalDate Renewed { get; } = new(2026, 10, 8);

    /// <summary>The first day of the round.</summary>
    public static LocalDate RoundBegins { get; } = new(2026, 10, 9);

    /// <summary>A day in the middle of the round, on which everything is looked at.</summary>
    public static LocalDate Midway { get; } = new(2026, 11, 6);

    /// <summary>The last day of the round.</summary>
    public static LocalDate RoundEnds { get; } = new(2026, 11, 20);

    /// <summary>The last day on which a problem of the round is struck off.</summary>
    public static LocalDate Settled { get; } = new(2026, 11, 27);

    /// <summary>The day of the scorecard.</summary>
    public static LocalDate Scored { get; } = new(2026, 11, 30);
}
