namespace FoodSafety.Domain.SelfControl;

/// <summary>Why a person may not hold a food-safety post (任职禁止情形).</summary>
/// <remarks>Zero, the default, is no ground. Names and sources are in <see cref="PostBarGrounds"/>.</remarks>
public enum PostBarGround
{
    /// <summary>Of an enterprise whose licence was revoked (所在企业被吊销许可证): the legal representative, a directly responsible manager or another.</summary>
    LicenceRevoked = 1,

    /// <summary>Sentenced to imprisonment or more for a food-safety crime (因食品安全犯罪被判处有期徒刑以上刑罚).</summary>
    FoodSafetyCrime = 2,

    /// <summary>Found incapable in an assessment (考核不具备食品安全管理能力), until passed again.</summary>
    FailedAssessment = 3,
}
