using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Made-up findings and the usual people: who finds, claims, mends and verifies.</summary>
internal static class Problems
{
    public const string Finder = "finder";
    public const string Officer = "officer";
    public const string Owner = "owner";
    public const string Verifier = "verifier";
    public const string Chief = "chief";

    public static readonly EvidenceReference Photo = new(EvidenceKind.Photo, "photo-1");

    public static Finding Finding(int number, FindingSeverity? severity = null) => new()
    {
        Id = new FindingId(number),
        Subject = InspectionSubject.OfBusiness(new BusinessId($"B-{number}")),
        Source = FindingSource.Inspection,
        Severity = severity ?? FindingSeverity.General,
        Description = "no lid on the bin",
        FoundOn = new LocalDate(2025, 9, 1),
        By = Finder,
    };

    /// <summary>A moment on the clocks of China.</summary>
    public static Instant At(int year, int month, int day, int hour = 9) =>
        new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(ChinaTime.Zone).ToInstant();

    public static Instant At(LocalDate day, int hour = 9) => At(day.Year, day.Month, day.Day, hour);
}
