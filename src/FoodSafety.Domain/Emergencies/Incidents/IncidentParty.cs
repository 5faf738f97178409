namespace FoodSafety.Domain.Emergencies;

/// <summary>Who reports an incident, or is told of it (报告主体).</summary>
/// <remarks>The default value 0 is nobody. Names are in <see cref="IncidentNames"/>.</remarks>
public enum IncidentParty
{
    /// <summary>The business whose food did it (肇事生产经营者).</summary>
    FoodBusiness = 1,

    /// <summary>The unit in which people fell ill together: a school, a work unit (发生群体性症状的单位).</summary>
    AffectedUnit = 2,

    /// <summary>A hospital that treats them (收治医疗机构).</summary>
    Hospital = 3,

    /// <summary>The county's food-safety authority (县级监管部门).</summary>
    CountyAuthority = 4,

    /// <summary>Any other department that finds or hears of it (发现或接报的部门).</summary>
    Department = 5,

    /// <summary>The departments beside it whom it concerns (同级有关部门).</summary>
    PeerDepartments = 6,

    /// <summary>The government of the place (事发地人民政府).</summary>
    LocalGovernment = 7,

    /// <summary>The government above it (上级人民政府).</summary>
    HigherGovernment = 8,
}
