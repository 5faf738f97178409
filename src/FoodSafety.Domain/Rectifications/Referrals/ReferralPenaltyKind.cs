using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

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
