using FoodSafety.Domain.Languages;

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

/// <summary>Which report it is (报告阶段).</summary>
/// <remarks>The default value 0 is none. Names are in <see cref="IncidentNames"/>.</remarks>
public enum ReportStage
{
    /// <summary>The first report (初报).</summary>
    First = 1,

    /// <summary>A report on how it goes on (续报).</summary>
    Progress = 2,

    /// <summary>The report at the end (终报).</summary>
    Final = 3,
}

/// <summary>The names of <see cref="IncidentParty"/>, <see cref="ReportStage"/> and <see cref="DutyStanding"/>.</summary>
public static class IncidentNames
{
    /// <summary>The party as people read it.</summary>
    /// <param name="party">The party.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="party"/> is not one of the named values.</exception>
    public static BilingualText Name(this IncidentParty party) => party.Named() switch
    {
        IncidentParty.FoodBusiness => ("食品生产经营者", "food business"),
        IncidentParty.AffectedUnit => ("发生群体性症状的单位", "unit with a group illness"),
        IncidentParty.Hospital => ("收治医疗机构", "treating hospital"),
        IncidentParty.CountyAuthority => ("县级监管部门", "county authority"),
        IncidentParty.Department => ("有关部门", "department"),
        IncidentParty.PeerDepartments => ("同级有关部门", "peer departments"),
        IncidentParty.LocalGovernment => ("事发地人民政府", "local government"),
        IncidentParty.HigherGovernment => ("上级人民政府", "higher government"),
    };

    /// <summary>The stage as people read it.</summary>
    /// <param name="stage">The stage.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is not one of the named values.</exception>
    public static BilingualText Name(this ReportStage stage) => stage.Named() switch
    {
        ReportStage.First => ("初报", "first report"),
        ReportStage.Progress => ("续报", "progress report"),
        ReportStage.Final => ("终报", "final report"),
    };

    /// <summary>The standing as people read it.</summary>
    /// <param name="standing">The standing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="standing"/> is not one of the named values.</exception>
    public static BilingualText Name(this DutyStanding standing) => standing.Named() switch
    {
        DutyStanding.Due => ("待报告", "due"),
        DutyStanding.Done => ("已报告", "done"),
        DutyStanding.DoneLate => ("迟报", "done late"),
        DutyStanding.Overdue => ("逾期未报", "overdue"),
    };
}
