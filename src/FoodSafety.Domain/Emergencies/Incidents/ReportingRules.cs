using System.Collections.Immutable;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The rules of first reports that were found (初报规定). A place with a plan of its own writes its own list.</summary>
public static class ReportingRules
{
    /// <summary>
    /// Businesses and units in 2 hours, local governments in 1 hour from grade III; departments at once and hospitals as health
    /// rules say, both without a clock.
    /// </summary>
    public static ImmutableArray<ReportingRule> BuiltIn { get; } =
    [
        new("business-2-hours", IncidentParty.FoodBusiness, IncidentParty.CountyAuthority, TimeLimit.Hours(2, EmergencySources.TwoHourPlan),
            ("生产经营者两小时内报告县级监管部门", "businesses report to the county authority within 2 hours"), EmergencySources.TwoHourPlan),
        new("unit-2-hours", IncidentParty.AffectedUnit, IncidentParty.CountyAuthority, TimeLimit.Hours(2, EmergencySources.TwoHourPlan),
            ("发生群体性症状的单位两小时内报告县级监管部门", "units with a group illness report to the county authority within 2 hours"), EmergencySources.TwoHourPlan),
        new("hospital", IncidentParty.Hospital, IncidentParty.CountyAuthority, Limit: null,
            ("医疗机构按卫生健康规定报告", "hospitals report as health rules say"), EmergencySources.TwoHourPlan),
        new("department-at-once", IncidentParty.Department, IncidentParty.PeerDepartments, Limit: null,
            ("有关部门立即通报", "departments tell their peers at once"), EmergencySources.FoodLaw("103")),
        new("government-1-hour", IncidentParty.LocalGovernment, IncidentParty.HigherGovernment, TimeLimit.Hours(1, EmergencySources.OneHourPlan),
            ("较大及以上事故一小时内初报上级人民政府", "governments send the first report on grade III and above within 1 hour"), EmergencySources.OneHourPlan)
        {
            FromGrade = IncidentGrade.Larger,
        },
    ];
}
