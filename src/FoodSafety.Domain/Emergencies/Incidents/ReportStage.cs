namespace FoodSafety.Domain.Emergencies;

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
