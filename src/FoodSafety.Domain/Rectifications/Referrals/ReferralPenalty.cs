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
        var hasSum = kind.Named() switch
        {
            ReferralPenaltyKind.Fine => true,
            ReferralPenaltyKind.Warning or ReferralPenaltyKind.Suspension or ReferralPenaltyKind.LicenceWithheld or ReferralPenaltyKind.LicenceRevoked => false,
        };
        if (hasSum ? fine <= 0 : fine != 0)
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

/// <summary>The administrative penalties that a referral keeps apart (移送前后的行政处罚).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum ReferralPenaltyKind
{
    /// <summary>A warning (警告); it keeps running.</summary>
    [BilingualName("警告", "warning")]
    Warning = 1,

    /// <summary>A fine (罚款): the court sets it off against its own fine; a new one never replaces the transfer.</summary>
    [BilingualName("罚款", "fine")]
    Fine = 2,

    /// <summary>An order to stop production or business (责令停产停业); it keeps running.</summary>
    [BilingualName("责令停产停业", "suspension of business")]
    Suspension = 3,

    /// <summary>A licence or permit withheld for a time (暂扣许可证、执照); it keeps running.</summary>
    [BilingualName("暂扣许可证", "licence withheld")]
    LicenceWithheld = 4,

    /// <summary>A licence or permit revoked (吊销许可证、执照); it keeps running.</summary>
    [BilingualName("吊销许可证", "licence revoked")]
    LicenceRevoked = 5,
}

/// <summary>The five bodies between which suspected crimes are handled (两法衔接五方机制), as Wenjiang's five signed it.</summary>
/// <remarks>The default value 0 is no body.</remarks>
public enum ReferralBody
{
    /// <summary>The market regulation bureau, which finds and sends the case (市场监管局).</summary>
    [BilingualName("市场监管局", "market regulation bureau")]
    MarketBureau = 1,

    /// <summary>The police, who file it or refuse to (公安机关).</summary>
    [BilingualName("公安机关", "police")]
    Police = 2,

    /// <summary>The procuratorate, which watches over both (检察院).</summary>
    [BilingualName("检察院", "procuratorate")]
    Procuratorate = 3,

    /// <summary>The court, which judges (法院).</summary>
    [BilingualName("法院", "court")]
    Court = 4,

    /// <summary>The justice bureau, which watches over administrative enforcement (司法局).</summary>
    [BilingualName("司法局", "justice bureau")]
    JusticeBureau = 5,
}
