using FoodSafety.Domain.Facts;
using NodaTime;

namespace CustomGrading;

/// <summary>A visit to a kitchen: its score of 100, what was found lacking, and whether that was a major lapse.</summary>
internal sealed record Visit(LocalDate On, decimal Score, string[] FailedTopics, bool MajorLapse = false);

/// <summary>A kitchen as this city keeps it: its own entity, which knows nothing of grading but how to answer for its facts.</summary>
internal sealed record Kitchen(
    string Name, string Town, bool IsOpen, decimal CertifiedStaff, int Complaints, int OpenFindings, params Visit[] Visits) : IFactSource
{
    // What a kitchen does not know of itself, the derived facts, it leaves unstated.
    private static readonly Dictionary<IFact, Func<Kitchen, FactValue>> Readers = new()
    {
        [StarFacts.OpenKitchen] = k => StarFacts.OpenKitchen.Of(k.IsOpen),
        [StarFacts.CertifiedStaff] = k => StarFacts.CertifiedStaff.Of(k.CertifiedStaff),
        [StarFacts.Complaints] = k => StarFacts.Complaints.Of(k.Complaints),
        [StarFacts.OpenFindings] = k => StarFacts.OpenFindings.Of(k.OpenFindings),
    };

    public long Read(IFact fact) => Readers.TryGetValue(fact, out var read) ? read(this).Stored : fact.Unstated;
}
