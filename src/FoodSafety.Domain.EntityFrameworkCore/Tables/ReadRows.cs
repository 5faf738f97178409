using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

// What stands in the tables that are read with SQL. Each row is what the live district answers and nothing else, so that all of them can be made anew from the journal.
// What people wrote in own words is in none of them: it stands in the journal alone, where it can be blanked.

/// <summary>A business as it stands now (主体): a row of the read tables, written with the entry that changed it.</summary>
/// <remarks>A fact that nobody stated is null, which is neither zero nor false. Facts of the user's own stand in <see cref="BusinessFactRow"/>, grades of gradings of his own in <see cref="BusinessGradeRow"/>.</remarks>
/// <example>
/// <code>
/// var large = await context.Set&lt;BusinessRow&gt;()
///     .Where(business => business.District == "510115" &amp;&amp; business.Area.StartsWith("510115001") &amp;&amp; business.Tier == "A")
///     .OrderBy(business => business.Name).ToListAsync();
/// </code>
/// </example>
public sealed record BusinessRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The key of the business (主体编号).</summary>
    public required string Business { get; init; }

    /// <summary>Its name (主体名称).</summary>
    public required string Name { get; init; }

    /// <summary>The code of the area in which it stands, in twelve digits: those of a town are found by its first nine (所在区划).</summary>
    public required string Area { get; init; }

    /// <summary>Its type, as a code: <c>restaurant</c> (主体业态).</summary>
    public required string Type { get; init; }

    /// <summary>Whether it operates, as a code: <c>operating</c> (经营状态).</summary>
    public required string Status { get; init; }

    /// <summary>Its unified social credit code; null where it is not known (统一社会信用代码).</summary>
    public string? CreditCode { get; init; }

    /// <summary>The number of its food licence; null where it is not known (许可证编号).</summary>
    public string? Licence { get; init; }

    /// <summary>The day on which it was opened; of one that was there before the district began to record, the first day of the records.</summary>
    public LocalDate OpenedOn { get; init; }

    /// <summary>People employed (从业人员).</summary>
    public int? Employees { get; init; }

    /// <summary>Revenue of the last full year in yuan, exact (年营业收入).</summary>
    public decimal? AnnualRevenue { get; init; }

    /// <summary>Diners per meal (每餐用餐人数).</summary>
    public int? DinersPerMeal { get; init; }

    /// <summary>Floor area in square metres, exact (经营面积).</summary>
    public decimal? FloorArea { get; init; }

    /// <summary>Violations found in the last twelve months (近 12 个月违法违规次数).</summary>
    public int? ViolationsInLastYear { get; init; }

    /// <summary>Handles special food (特殊食品).</summary>
    public bool? HandlesSpecialFood { get; init; }

    /// <summary>Handles high-risk food (高风险食品).</summary>
    public bool? HandlesHighRiskFood { get; init; }

    /// <summary>Is the headquarters of a chain (连锁总部).</summary>
    public bool? IsChainHeadquarters { get; init; }

    /// <summary>Sells over the internet (网络经营).</summary>
    public bool? SellsOnline { get; init; }

    /// <summary>A canteen that a contractor runs (委托承包经营).</summary>
    public bool? IsContractedOut { get; init; }

    /// <summary>The market bureau directed it to appoint a food-safety director (监管部门指导配备食品安全总监).</summary>
    public bool? IsDirectedToAppoint { get; init; }

    /// <summary>The tier that stands, as files write it: <c>A</c>; null where it has none (生效等级).</summary>
    public string? Tier { get; init; }

    /// <summary>Whether it has a tier, as a code: <c>graded</c>, <c>not-graded</c>, <c>not-decided</c>.</summary>
    public required string TierState { get; init; }

    /// <summary>The key of the reason for which the policy gives no tier; null where there is none to tell.</summary>
    public string? TierReason { get; init; }

    /// <summary>The risk grade that stands, as files write it; null where it has none (风险等级).</summary>
    public string? RiskGrade { get; init; }

    /// <summary>Whether it has a risk grade, as a code.</summary>
    public required string RiskGradeState { get; init; }

    /// <summary>The key of the reason for which the policy gives no risk grade; null where there is none to tell.</summary>
    public string? RiskGradeReason { get; init; }
}

/// <summary>A fact of the user's own, or one that is derived, of a business (自定义事实、派生指标). What is not stated has no row.</summary>
public sealed record BusinessFactRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The business.</summary>
    public required string Business { get; init; }

    /// <summary>The key of the fact: <c>seats</c>.</summary>
    public required string Fact { get; init; }

    /// <summary>The value of a number, exact; null of other facts.</summary>
    public decimal? Number { get; init; }

    /// <summary>The value of a flag; null of other facts.</summary>
    public bool? Flag { get; init; }

    /// <summary>The code of a choice; null of other facts.</summary>
    public string? Choice { get; init; }
}

/// <summary>How a business stands in a grading that the settings declare (自定分级的生效等级); the tiers and risk grades stand in <see cref="BusinessRow"/>.</summary>
public sealed record BusinessGradeRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The business.</summary>
    public required string Business { get; init; }

    /// <summary>The key of the grading.</summary>
    public required string Grading { get; init; }

    /// <summary>The grade that stands, as files write it; null where there is none.</summary>
    public string? Grade { get; init; }

    /// <summary>Whether it has a grade, as a code.</summary>
    public required string State { get; init; }

    /// <summary>The key of the reason for which the policy gives none; null where there is none to tell.</summary>
    public string? Reason { get; init; }
}

/// <summary>What a policy made of a business, from a day on until the next row (分级历史): of any grading, those of the user's own among them.</summary>
/// <remarks>
/// There is a row where something else was computed than before, or facts were put right. Where a later version of a policy comes to the same by the clause of the same key, there is none:
/// <see cref="Version"/> is that which first said it. What stands may differ from what is computed: by an observation, an override, a provisional grade.
/// </remarks>
public sealed record GradeHistoryRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The key of the grading: <c>tier</c>, <c>risk-grade</c>, or that of an enum of one's own.</summary>
    public required string Grading { get; init; }

    /// <summary>The business.</summary>
    public required string Business { get; init; }

    /// <summary>The place of the row in the history of the business in the grading, from 1.</summary>
    public int Number { get; init; }

    /// <summary>From which day. Of several rows of one day the last counts for the day.</summary>
    public LocalDate From { get; init; }

    /// <summary>Whether there is a grade, as a code.</summary>
    public required string State { get; init; }

    /// <summary>The grade as files write it; null where there is none.</summary>
    public string? Grade { get; init; }

    /// <summary>The key of the clause that decided, of the reason where there is no grade; null where the grade was taken over from another system.</summary>
    public string? Clause { get; init; }

    /// <summary>The key of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>The version of the policy that first said so.</summary>
    public required string Version { get; init; }

    /// <summary>Whether an appeal had facts put right (更正).</summary>
    public bool IsCorrection { get; init; }
}

/// <summary>Who takes a step of the chain of a business (责任链): a row for each step that somebody takes. A business with a tier and no row of the step <c>main</c> is uncovered (未包保).</summary>
public sealed record ChainStepRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The business.</summary>
    public required string Business { get; init; }

    /// <summary>The step, as a code: <c>main</c>, <c>second</c>, <c>third</c>.</summary>
    public required string Step { get; init; }

    /// <summary>The level of the area for which the cadre answers, as a code: <c>town</c>. Where nobody is in post at the level of the step, it is a higher one.</summary>
    public required string Level { get; init; }

    /// <summary>The key of the cadre.</summary>
    public required string Cadre { get; init; }

    /// <summary>The code of the area in which the cadre is in post, in twelve digits.</summary>
    public required string Area { get; init; }
}

/// <summary>A commitment (承诺书).</summary>
public sealed record CommitmentRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>Its number.</summary>
    public long Commitment { get; init; }

    /// <summary>The key of the cadre who signed it.</summary>
    public required string Cadre { get; init; }

    /// <summary>With whom it was signed.</summary>
    public required string Authority { get; init; }

    /// <summary>The key of who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>The day on which it was signed.</summary>
    public LocalDate SignedOn { get; init; }

    /// <summary>The first day on which it no longer stands; null while it stands (有效).</summary>
    public LocalDate? Until { get; init; }
}

/// <summary>A business that a commitment names (承诺书所列主体).</summary>
public sealed record CommitmentBusinessRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The number of the commitment.</summary>
    public long Commitment { get; init; }

    /// <summary>The business.</summary>
    public required string Business { get; init; }

    /// <summary>The key of the cadre who signed the commitment.</summary>
    public required string Cadre { get; init; }
}

/// <summary>An inspection as far as it has come (检查记录).</summary>
public sealed record InspectionRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>Its number.</summary>
    public long Inspection { get; init; }

    /// <summary>Its kind, as a code: <c>routine</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What is inspected, as a code: <c>business</c>, <c>cadre</c>, <c>area</c>.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>Which one: the key of the business or the cadre, the code of the area.</summary>
    public required string Subject { get; init; }

    /// <summary>The business that is inspected; null where it is none.</summary>
    public string? Business { get; init; }

    /// <summary>The key of the checklist.</summary>
    public required string Checklist { get; init; }

    /// <summary>Its version.</summary>
    public required string ChecklistVersion { get; init; }

    /// <summary>The day for which it was planned.</summary>
    public LocalDate PlannedFor { get; init; }

    /// <summary>How far it has come, as a code: <c>planned</c>, <c>finished</c>.</summary>
    public required string State { get; init; }

    /// <summary>The cadre in the team; null where there is none, or nobody has begun.</summary>
    public string? Cadre { get; init; }

    /// <summary>The day on which it began; null before.</summary>
    public LocalDate? BegunOn { get; init; }

    /// <summary>The day on which the result was formed; null before.</summary>
    public LocalDate? FinishedOn { get; init; }

    /// <summary>What follows from it, as a code; null before it is finished.</summary>
    public string? Outcome { get; init; }

    /// <summary>The day on which the result was made public; null before.</summary>
    public LocalDate? PublishedOn { get; init; }

    /// <summary>The wrong record in whose place it stands; null for one that was planned.</summary>
    public long? Replaces { get; init; }

    /// <summary>The record that stands in its place; null while it stands itself.</summary>
    public long? ReplacedBy { get; init; }
}

/// <summary>A problem that was found (发现问题).</summary>
public sealed record FindingRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The number of the inspection that found it, or its own where none did.</summary>
    public long Number { get; init; }

    /// <summary>The place of the item in the list; 0 where no inspection found it.</summary>
    public int Place { get; init; }

    /// <summary>Its id as people write it: <c>20260000005-3</c>.</summary>
    public required string Finding { get; init; }

    /// <summary>The inspection that found it; null where none did.</summary>
    public long? Inspection { get; init; }

    /// <summary>Whom it is about, as a code: <c>business</c>, <c>cadre</c>, <c>area</c>.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>Which one.</summary>
    public required string Subject { get; init; }

    /// <summary>The business; null where it is about none.</summary>
    public string? Business { get; init; }

    /// <summary>How it came to light, as a code: <c>inspection</c>, <c>complaint</c>.</summary>
    public required string Source { get; init; }

    /// <summary>How much it weighs, as a code: <c>general</c>, <c>key</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>The item that is not met, with its list and version; null where it was found without a list.</summary>
    public string? Item { get; init; }

    /// <summary>The day on which it was found.</summary>
    public LocalDate FoundOn { get; init; }

    /// <summary>The key of who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>Whether it was put right before the inspectors left (当场整改).</summary>
    public bool IsCorrectedOnTheSpot { get; init; }

    /// <summary>The earlier finding that it carries on; null for a new one (遗留问题).</summary>
    public string? CarriedFrom { get; init; }

    /// <summary>The finding in a replaced record in whose place it stands; null where there is none.</summary>
    public string? Replaces { get; init; }

    /// <summary>Whether it stands: it is not of a record that a correction replaced.</summary>
    public bool Stands { get; init; }
}

/// <summary>The rectification of a problem (问题整改). What is overdue is asked with a day: <c>state = 'ordered' and due_day &lt; …</c>.</summary>
public sealed record RectificationRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>Its number.</summary>
    public long Rectification { get; init; }

    /// <summary>The finding from which it began.</summary>
    public required string Finding { get; init; }

    /// <summary>How much the finding weighs, as a code.</summary>
    public required string Severity { get; init; }

    /// <summary>The business; null where it is in no register.</summary>
    public string? Business { get; init; }

    /// <summary>Where it stands, as a code: <c>ordered</c>.</summary>
    public required string State { get; init; }

    /// <summary>When it was reported or last reopened, down to the microsecond.</summary>
    public Instant OpenedAt { get; init; }

    /// <summary>When the last step was taken.</summary>
    public Instant LastAt { get; init; }

    /// <summary>When it was settled; null while it is open.</summary>
    public Instant? SettledAt { get; init; }

    /// <summary>The last day of the order, extensions included; null without one (整改期限).</summary>
    public LocalDate? DueDay { get; init; }

    /// <summary>How often it was reopened.</summary>
    public int Reopenings { get; init; }

    /// <summary>How many extensions the order got (延期次数).</summary>
    public int Extensions { get; init; }

    /// <summary>The key of who reported the problem (发现人).</summary>
    public required string ReportedBy { get; init; }

    /// <summary>The key of who took it up; null when nobody did (认领人).</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>The key of who mended it; null before that (整改人).</summary>
    public string? MendedBy { get; init; }

    /// <summary>The key of who verified it; null before that (复查人).</summary>
    public string? VerifiedBy { get; init; }

    /// <summary>The key of the case; null when none was filed.</summary>
    public string? Case { get; init; }
}

/// <summary>Up to which entry the read tables of a district were written, and by which shape of theirs (读表状态).</summary>
/// <remarks>Where it is not the last entry, or the shape is another than that of the library, the tables are made anew from the journal before the next entry is kept.</remarks>
public sealed record ReadTablesRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The number of the entry.</summary>
    public long Version { get; init; }

    /// <summary>The number of the shape.</summary>
    public int Shape { get; init; }
}
