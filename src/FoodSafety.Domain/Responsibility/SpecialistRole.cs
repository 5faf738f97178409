using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>What a responsible cadre is to a business, by the level of the post (专员类别).</summary>
/// <remarks>The default value 0 is no role. The role of each level is in <see cref="SpecialistRoles"/>.</remarks>
public enum SpecialistRole
{
    /// <summary>Territorial liaison specialist (属地联络专员): cadres of the city.</summary>
    [BilingualName("属地联络专员", "Territorial liaison specialist")]
    TerritorialLiaison = 1,

    /// <summary>Industry consulting specialist (行业咨询专员): cadres of the district or county.</summary>
    [BilingualName("行业咨询专员", "Industry consulting specialist")]
    IndustryConsultant = 2,

    /// <summary>Duty executing specialist (责任执行专员): cadres of towns, streets, villages and communities.</summary>
    [BilingualName("责任执行专员", "Duty executing specialist")]
    DutyExecutive = 3,
}

/// <summary>Which level has which specialist role.</summary>
public static class SpecialistRoles
{
    /// <summary>The role of a cadre with a post in an area of a level. In a municipality under the State Council the city is the province.</summary>
    /// <param name="level">One of the five levels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is none of the five.</exception>
    public static SpecialistRole At(AreaLevel level) => level.Named() switch
    {
        AreaLevel.Province or AreaLevel.City => SpecialistRole.TerritorialLiaison,
        AreaLevel.District => SpecialistRole.IndustryConsultant,
        AreaLevel.Town or AreaLevel.Village => SpecialistRole.DutyExecutive,
    };
}
