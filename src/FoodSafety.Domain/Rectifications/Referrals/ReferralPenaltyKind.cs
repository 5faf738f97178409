namespace FoodSafety.Domain.Rectifications;

/// <summary>The administrative penalties that a referral keeps apart (移送前后的行政处罚).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum ReferralPenaltyKind
{
    /// <summary>A warning (警告); it keeps running.</summary>
    Warning = 1,

    /// <summary>A fine (罚款): the court sets it off against its own fine; a new one never replaces the transfer.</summary>
    Fine = 2,

    /// <summary>An order to stop production or business (责令停产停业); it keeps running.</summary>
    Suspension = 3,

    /// <summary>A licence or permit withheld for a time (暂扣许可证、执照); it keeps running.</summary>
    LicenceWithheld = 4,

    /// <summary>A licence or permit revoked (吊销许可证、执照); it keeps running.</summary>
    LicenceRevoked = 5,
}
