using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

/// <summary>Who reports an incident, or is told of it (报告主体).</summary>
/// <remarks>The default value 0 is nobody.</remarks>
public enum IncidentParty
{
    /// <summary>The business whose food did it (肇事生产经营者).</summary>
    [BilingualName("食品生产经营者", "food business")]
    FoodBusiness = 1,

    /// <summary>The unit in which people fell ill together: a school, a work unit (发生群体性症状的单位).</summary>
    [BilingualName("发生群体性症状的单位", "unit with a group illness")]
    AffectedUnit = 2,

    /// <summary>A hospital that treats them (收治医疗机构).</summary>
    [BilingualName("收治医疗机构", "treating hospital")]
    Hospital = 3,

    /// <summary>The county's food-safety authority (县级监管部门).</summary>
    [BilingualName("县级监管部门", "county authority")]
    CountyAuthority = 4,

    /// <summary>Any other department that finds or hears of it (发现或接报的部门).</summary>
    [BilingualName("有关部门", "department")]
    Department = 5,

    /// <summary>The departments beside it whom it concerns (同级有关部门).</summary>
    [BilingualName("同级有关部门", "peer departments")]
    PeerDepartments = 6,

    /// <summary>The government of the place (事发地人民政府).</summary>
    [BilingualName("事发地人民政府", "local government")]
    LocalGovernment = 7,

    /// <summary>The government above it (上级人民政府).</summary>
    [BilingualName("上级人民政府", "higher government")]
    HigherGovernment = 8,
}

/// <summary>Which report it is (报告阶段).</summary>
/// <remarks>The default value 0 is none.</remarks>
public enum ReportStage
{
    /// <summary>The first report (初报).</summary>
    [BilingualName("初报", "first report")]
    First = 1,

    /// <summary>A report on how it goes on (续报).</summary>
    [BilingualName("续报", "progress report")]
    Progress = 2,

    /// <summary>The report at the end (终报).</summary>
    [BilingualName("终报", "final report")]
    Final = 3,
}
