using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>Other rules of first reports were laid down (初报规定发布): they hold for incidents that are registered from the day of record on.</summary>
/// <remarks>Until some are, those of <see cref="ReportingRules.BuiltIn"/> hold. An incident keeps the rules under which it was registered.</remarks>
/// <param name="Rules">The rules, all of them, in the order in which duties are listed; no two with the same key.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ReportingRulesLaidDown(ItemList<ReportingRule> Rules) : RulesLaidDown<ItemList<ReportingRule>>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "reporting-rules-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("reporting-rules", "");

    internal static ItemList<ReportingRule> National(LocalDate day) => ReportingRules.BuiltIn(day);

    private protected override ItemList<ReportingRule> Check(ItemList<ReportingRule> rules) => rules.GroupBy(rule => rule.Id).FirstOrDefault(same => same.Count() > 1) is { } twice
        ? throw new ArgumentException($"Two rules have the key '{twice.Key}'. Allowed: one.", nameof(rules))
        : rules;
}

/// <summary>The rules of first reports that were found (初报规定). A place with a plan of its own lays down its own list.</summary>
public static class ReportingRules
{
    /// <summary>
    /// Businesses and units in 2 hours, local governments in 1 hour from grade III; departments at once and hospitals as health
    /// rules say, both without a clock. The law is cited in the edition of the day.
    /// </summary>
    /// <param name="on">The day on which the incident was reported.</param>
    public static ImmutableArray<ReportingRule> BuiltIn(LocalDate on) =>
    [
        new("business-2-hours", IncidentParty.FoodBusiness, IncidentParty.CountyAuthority, TimeLimit.Hours(2, EmergencySources.TwoHourPlan),
            ("生产经营者两小时内报告县级监管部门", "businesses report to the county authority within 2 hours"), EmergencySources.TwoHourPlan),
        new("unit-2-hours", IncidentParty.AffectedUnit, IncidentParty.CountyAuthority, TimeLimit.Hours(2, EmergencySources.TwoHourPlan),
            ("发生群体性症状的单位两小时内报告县级监管部门", "units with a group illness report to the county authority within 2 hours"), EmergencySources.TwoHourPlan),
        new("hospital", IncidentParty.Hospital, IncidentParty.CountyAuthority, Limit: null,
            ("医疗机构按卫生健康规定报告", "hospitals report as health rules say"), EmergencySources.TwoHourPlan),
        new("department-at-once", IncidentParty.Department, IncidentParty.PeerDepartments, Limit: null,
            ("有关部门立即通报", "departments tell their peers at once"), FoodSafetyLaw.Article("103", on)),
        new("government-1-hour", IncidentParty.LocalGovernment, IncidentParty.HigherGovernment, TimeLimit.Hours(1, EmergencySources.OneHourPlan),
            ("较大及以上事故一小时内初报上级人民政府", "governments send the first report on grade III and above within 1 hour"), EmergencySources.OneHourPlan)
        {
            FromGrade = IncidentGrade.Larger,
        },
    ];

    /// <summary>
    /// Sichuan, by the press reports on its plan of 2017: of grades I and II the county authority tells its government within 30 minutes by
    /// telephone and within 1 hour in writing, and each level the next within 1 hour. The plan of 2021 was not found. Illustrative.
    /// </summary>
    public static ImmutableArray<ReportingRule> Sichuan2017 { get; } =
    [
        Major("sichuan-30-minutes", IncidentParty.CountyAuthority, IncidentParty.LocalGovernment, TimeLimit.Minutes(30, EmergencySources.SichuanPlanReport),
            ("重大及以上事件三十分钟内电话报告本级食安委", "grade II and above: to the government of the same level by telephone within 30 minutes")),
        Major("sichuan-1-hour-in-writing", IncidentParty.CountyAuthority, IncidentParty.LocalGovernment, TimeLimit.Hours(1, EmergencySources.SichuanPlanReport),
            ("重大及以上事件一小时内书面报告本级食安委", "grade II and above: to the government of the same level in writing within 1 hour")) with { InWriting = true },
        Major("sichuan-1-hour-a-level", IncidentParty.LocalGovernment, IncidentParty.HigherGovernment, TimeLimit.Hours(1, EmergencySources.SichuanPlanReport),
            ("重大及以上事件逐级上报，每级不超过一小时", "grade II and above: each level reports to the next within 1 hour")),
    ];

    /// <summary>
    /// Hainan, by the press reports on its plan of 2017: of grades I and II the government of a city or county tells the province within 30
    /// minutes by telephone and within 1 hour in writing. Illustrative.
    /// </summary>
    public static ImmutableArray<ReportingRule> Hainan2017 { get; } =
    [
        Major("hainan-30-minutes", IncidentParty.LocalGovernment, IncidentParty.HigherGovernment, TimeLimit.Minutes(30, EmergencySources.HainanPlanReport),
            ("重大及以上事件三十分钟内电话报告省政府", "grade II and above: to the province by telephone within 30 minutes")),
        Major("hainan-1-hour-in-writing", IncidentParty.LocalGovernment, IncidentParty.HigherGovernment, TimeLimit.Hours(1, EmergencySources.HainanPlanReport),
            ("重大及以上事件一小时内书面报告省政府", "grade II and above: to the province in writing within 1 hour")) with { InWriting = true },
    ];

    /// <summary>
    /// Xi'an, by the press reports on its plan of 2018: the county authority tells its government within 2 hours, of grades I and II within 1 hour,
    /// and of these the province at the latest within 3 hours; the city's government tells the province within 4. Illustrative.
    /// </summary>
    public static ImmutableArray<ReportingRule> Xian2018 { get; } =
    [
        new("xian-2-hours", IncidentParty.CountyAuthority, IncidentParty.LocalGovernment, TimeLimit.Hours(2, EmergencySources.XianPlanReport),
            ("级别事件两小时内报告本级政府", "graded incidents: to the government of the same level within 2 hours"), EmergencySources.XianPlanReport) { FromGrade = IncidentGrade.General },
        Major("xian-1-hour", IncidentParty.CountyAuthority, IncidentParty.LocalGovernment, TimeLimit.Hours(1, EmergencySources.XianPlanReport),
            ("重大及以上事件一小时内报告本级政府", "grade II and above: to the government of the same level within 1 hour")),
        Major("xian-3-hours-to-province", IncidentParty.CountyAuthority, IncidentParty.HigherGovernment, TimeLimit.Hours(3, EmergencySources.XianPlanReport),
            ("重大及以上事件报省食安办最迟不超过三小时", "grade II and above: to the office of the province within 3 hours at the latest")),
        Major("xian-4-hours-government", IncidentParty.LocalGovernment, IncidentParty.HigherGovernment, TimeLimit.Hours(4, EmergencySources.XianPlanReport),
            ("重大及以上事件市政府报省政府最迟不超过四小时", "grade II and above: the city's government to that of the province within 4 hours at the latest")),
    ];

    private static ReportingRule Major(string id, IncidentParty from, IncidentParty to, TimeLimit limit, Languages.BilingualText text) =>
        new(id, from, to, limit, text, limit.Basis!) { FromGrade = IncidentGrade.Major };
}

/// <summary>Who first reports an incident to whom, within what time of learning of it (事故报告规定).</summary>
/// <param name="Id">The stable key in files.</param>
/// <param name="From">Who reports.</param>
/// <param name="To">To whom.</param>
/// <param name="Limit">
/// Within what time; null where the source sets no number ("at once", "as health rules say"): then nothing is ever late.
/// </param>
/// <param name="Text">The rule as people read it.</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record ReportingRule(string Id, IncidentParty From, IncidentParty To, TimeLimit? Limit, BilingualText Text, Citation Basis)
{
    /// <summary>The rule as people read it.</summary>
    public BilingualText Text { get; init => field = TextRule.Note.CheckAny(value, nameof(Text)); } = TextRule.Note.CheckAny(Text, nameof(Text));

    /// <summary>The stable key in files.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>
    /// The mildest grade to which it applies; null when it applies to all, ungraded ones included. Where there is one, the time
    /// runs from when that grade, or a stricter one, is first given, if the party knew of the incident before.
    /// </summary>
    public IncidentGrade? FromGrade { get; init; }

    /// <summary>True when only a report in writing keeps it (书面报告); false when one by telephone does.</summary>
    public bool InWriting { get; init; }
}
