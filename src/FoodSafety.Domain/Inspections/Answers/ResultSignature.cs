using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>How the inspected took the written result on the spot (现场告知与签字): signed, or refused to sign.</summary>
/// <remarks>Who refuses does not stop an inspection: the inspectors note why, and may call a witness (Order 49, Art. 34).</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ResultSignature
{
    private ResultSignature(string? signedBy, string? refusal, string? witness) => (SignedBy, Refusal, Witness) = (signedBy, refusal, witness);

    /// <summary>Who signed for the inspected: a key in the user's platform, or what the person is there, and never a name; null when it was refused.</summary>
    public string? SignedBy { get; }

    /// <summary>Why it was not signed (拒签原因); null when it was.</summary>
    public string? Refusal { get; }

    /// <summary>Who witnessed the refusal (见证人), as a key, or the key of its recording; null when there is none.</summary>
    public string? Witness { get; }

    /// <summary>The result was signed.</summary>
    /// <param name="by">Who signed for the inspected: a key in the user's platform, or what the person is there (店长).</param>
    /// <exception cref="ArgumentException">Nobody is named.</exception>
    public static ResultSignature Given(string by)
    {
        TextRule.Key.Check(by);
        return new(by, null, null);
    }

    /// <summary>The signature was refused.</summary>
    /// <param name="reason">Why, as the inspectors noted it.</param>
    /// <param name="witness">Who witnessed it, as a key, or the key of a recording; null for none.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public static ResultSignature Refused(string reason, string? witness = null)
    {
        TextRule.Note.Check(reason);
        TextRule.Key.CheckAny(witness);
        return new(null, reason, witness);
    }
}
