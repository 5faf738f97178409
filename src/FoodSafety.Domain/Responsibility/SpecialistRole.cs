namespace FoodSafety.Domain.Responsibility;

/// <summary>What a responsible cadre is to a business, by the level of the post (专员类别).</summary>
/// <remarks>The default value 0 is no role. Names, and the role of each level, are in <see cref="SpecialistRoles"/>.</remarks>
public enum SpecialistRole
{
    /// <summary>Territorial liaison specialist (属地联络专员): cadres of the city.</summary>
    TerritorialLiaison = 1,

    /// <summary>Industry consulting specialist (行业咨询专员): cadres of the district or county.</summary>
    IndustryConsultant = 2,

    /// <summary>Duty executing specialist (责任执行专员): cadres of towns, streets, villages and communities.</summary>
    DutyExecutive = 3,
}
