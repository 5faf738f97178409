namespace FoodSafety.Domain.Responsibility;

/// <summary>A commitment was signed, for the first time or in place of another (承诺书已签订).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CommitmentSigned : CommitmentEvent
{
    internal CommitmentSigned(Commitment commitment, Commitment? renewed)
        : base(commitment.SignedOn, commitment.By) => (Commitment, Renewed) = (commitment, renewed);

    /// <summary>The commitment.</summary>
    public Commitment Commitment { get; }

    /// <summary>The one that it renews, which ended with it; null when it is no renewal.</summary>
    public Commitment? Renewed { get; }

    /// <summary>True when it stands in place of another (续签).</summary>
    public bool IsRenewal => Renewed is not null;
}
