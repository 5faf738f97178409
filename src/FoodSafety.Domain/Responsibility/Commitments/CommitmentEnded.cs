using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A commitment was ended and none stands in its place (承诺书已终止).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CommitmentEnded : CommitmentEvent
{
    internal CommitmentEnded(Commitment commitment, string reason, string by, LocalDate on)
        : base(on, by) => (Commitment, Reason) = (commitment, reason);

    /// <summary>The commitment, with its end.</summary>
    public Commitment Commitment { get; }

    /// <summary>Why: the cadre left the post, or answers for no business any more.</summary>
    public string Reason { get; }
}
