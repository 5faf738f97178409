using System.Text.Json;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace DistrictDesk.Layout;

/// <summary>That somebody proposes to adopt a draft.</summary>
/// <param name="By">Who.</param>
/// <param name="On">On which day.</param>
public sealed record Proposal(string By, LocalDate On);

/// <summary>The drafts of policies, and who proposes to adopt them: beside the files, for a draft is nothing of the district's yet.</summary>
public sealed class Proposals(FileShelf shelf)
{
    /// <summary>The draft in a file; null when there is none.</summary>
    public GradingPolicy<Tier>? FindDraft(string name) => shelf.Find("policy", name) is { } path ? TierPolicies.File.Read(File.ReadAllText(path)) : null;

    public Proposal? Find(string name) => shelf.Find("policy", name) is { } path && File.Exists(Beside(path)) && JsonSerializer.Deserialize<Kept>(File.ReadAllText(Beside(path))) is { } kept
        ? new(kept.By, LocalDatePattern.Iso.Parse(kept.On).GetValueOrThrow()) : null;

    public void Keep(string name, Proposal proposal)
    {
        // Whoever comes second finds that of the first.
        if (shelf.Find("policy", name) is { } path && !File.Exists(Beside(path)))
        {
            File.WriteAllText(Beside(path), JsonSerializer.Serialize(new Kept(proposal.By, LocalDatePattern.Iso.Format(proposal.On))));
        }
    }

    private static string Beside(string path) => $"{path}.proposed";

    private sealed record Kept(string By, string On);
}

/// <summary>A policy is adopted by another person than who proposed it.</summary>
public sealed class SecondPersonException() : InvalidOperationException("A second person adopts what the first one proposed."), IBilingualError
{
    public BilingualText Text => ("须由另一人复核施行。", "A second person adopts what the first one proposed.");
}
