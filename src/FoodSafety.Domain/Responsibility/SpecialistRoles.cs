using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The specialist roles: their names, and which level has which.</summary>
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

    /// <summary>The name of a role.</summary>
    /// <param name="role">The role.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="role"/> is not one of the named values.</exception>
    public static BilingualText Name(this SpecialistRole role) => role.Named() switch
    {
        SpecialistRole.TerritorialLiaison => ("属地联络专员", "Territorial liaison specialist"),
        SpecialistRole.IndustryConsultant => ("行业咨询专员", "Industry consulting specialist"),
        SpecialistRole.DutyExecutive => ("责任执行专员", "Duty executing specialist"),
    };
}
