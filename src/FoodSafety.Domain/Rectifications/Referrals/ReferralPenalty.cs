using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>An administrative penalty of the business, decided before or during the referral (行政处罚决定).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ReferralPenalty
{
    /// <summary>States a penalty.</summary>
    /// <param name="kind">What was imposed.</param>
    /// <param name="on">The day of the decision.</param>
    /// <param name="fine">Yuan, more than 0, when it is a fine; 0 otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of the named values, or the sum does not fit it.</exception>
    public ReferralPenalty(ReferralPenaltyKind kind, LocalDate on, decimal fine = 0)
    {
        kind.Named();

        if (kind == ReferralPenaltyKind.Fine ? fine <= 0 : fine != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(fine), fine, "Allowed: more than 0 yuan for a fine, 0 for any other penalty.");
        }

        (Kind, On, Fine) = (kind, on, fine);
    }

    /// <summary>What was imposed.</summary>
    public ReferralPenaltyKind Kind { get; }

    /// <summary>The day of the decision.</summary>
    public LocalDate On { get; }

    /// <summary>The sum of a fine in yuan; 0 for any other penalty.</summary>
    public decimal Fine { get; }

    /// <summary>True for what a transfer does not stop (不停止执行): all but fines.</summary>
    public bool KeepsRunning => Kind switch
    {
        ReferralPenaltyKind.Fine => false,
        ReferralPenaltyKind.Warning or ReferralPenaltyKind.Suspension or ReferralPenaltyKind.LicenceWithheld or ReferralPenaltyKind.LicenceRevoked => true,
    };
}
