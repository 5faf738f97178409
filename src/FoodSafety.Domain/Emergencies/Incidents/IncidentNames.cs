using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The names of <see cref="IncidentParty"/> and <see cref="ReportStage"/>.</summary>
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
}
