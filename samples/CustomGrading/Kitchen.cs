using FoodSafety.Domain.Facts;
using NodaTime;

namespace CustomGrading;

/// <summary>A visit to a kitchen: its score of 100, what was found lacking, and whether that was a major lapse.</summary>
internal sealed record Visit(LocalDate On, decimal Score, string[] FailedTopics, bool MajorLapse = false)
{
    public bool Failed => FailedTopics.Length > 0;
}

/// <summary>A kitchen as this city keeps it: an entity of its own, which knows nothing of grading.</summary>
internal sealed record Kitchen(
    string Name, string Town, bool IsOpen, decimal CertifiedStaff, int Complaints, int OpenFindings, params Visit[] Visits)
{
    /// <summary>How its facts are read. The derived ones are not its own: they are written into the table later.</summary>
    public static FactMap<Kitchen> Facts { get; } = new FactMap<Kitchen>()
        .Flag(StarFacts.OpenKitchen, kitchen => kitchen.IsOpen)
        .Exact(StarFacts.CertifiedStaff, kitchen => kitchen.CertifiedStaff)
        .Whole(StarFacts.Complaints, kitchen => kitchen.Complaints)
        .Whole(StarFacts.OpenFindings, kitchen => kitchen.OpenFindings);
}
