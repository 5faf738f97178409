using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>What points rest on (计分依据): something that can be looked up, and what it shows.</summary>
public sealed record Evidence
{
    /// <summary>Names the evidence.</summary>
    /// <param name="reference">Where it is: the key of a visit, a finding, a rectification or a document, as the platform writes it.</param>
    /// <param name="shows">What it shows.</param>
    /// <exception cref="ArgumentException">The reference is blank or the text is empty.</exception>
    public Evidence(string reference, BilingualText shows)
    {
        TextRule.Name.Check(reference);
        (Reference, Shows) = (reference, TextRule.Note.Check(shows));
    }

    /// <summary>Where it is.</summary>
    public string Reference { get; }

    /// <summary>What it shows.</summary>
    public BilingualText Shows { get; }

    /// <summary>What it shows, with the reference, in both languages.</summary>
    public BilingualText Text => ($"{Shows.Chinese}（{Reference}）", $"{Shows.English} ({Reference})");
}
