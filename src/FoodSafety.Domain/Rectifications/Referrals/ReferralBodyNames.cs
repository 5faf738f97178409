using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What people call the bodies of referrals and the penalties that they keep apart.</summary>
public static class ReferralBodyNames
{
    /// <summary>The name of a body.</summary>
    /// <param name="body">The body.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this ReferralBody body) => body.Named() switch
    {
        ReferralBody.MarketBureau => ("市场监管局", "market regulation bureau"),
        ReferralBody.Police => ("公安机关", "police"),
        ReferralBody.Procuratorate => ("检察院", "procuratorate"),
        ReferralBody.Court => ("法院", "court"),
        ReferralBody.JusticeBureau => ("司法局", "justice bureau"),
    };

    /// <summary>The name of a kind of penalty.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this ReferralPenaltyKind kind) => kind.Named() switch
    {
        ReferralPenaltyKind.Warning => ("警告", "warning"),
        ReferralPenaltyKind.Fine => ("罚款", "fine"),
        ReferralPenaltyKind.Suspension => ("责令停产停业", "suspension of business"),
        ReferralPenaltyKind.LicenceWithheld => ("暂扣许可证", "licence withheld"),
        ReferralPenaltyKind.LicenceRevoked => ("吊销许可证", "licence revoked"),
    };
}
