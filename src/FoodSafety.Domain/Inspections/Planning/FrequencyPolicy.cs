using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>The frequencies and intervals of inspections were laid down (检查频次规定): all that hold, in the place of those before.</summary>
/// <remarks>Until some are, those of <see cref="FrequencyPolicy.Default"/> hold. They count from the day of record; each frequency and interval says itself on which days it holds.</remarks>
/// <param name="Rules">The frequencies and intervals.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FrequenciesLaidDown(FrequencyPolicy Rules) : RulesLaidDown<FrequencyPolicy>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "frequencies-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("frequencies", "");
}

/// <summary>All frequencies and intervals of a place (检查频次方案).</summary>
/// <remarks>
/// A policy is a timeline of data: each frequency says when, in which areas, for which tiers and levels it holds. That of visits was
/// once a quarter everywhere until <see cref="MechanismNotice2024"/>, of which no text gives the new numbers: a place adds its own with
/// <see cref="With"/>, or keeps the quarter with <c>QuarterlyVisit with { InForce = default }</c>. Until then a plan has no visits there and
/// lists the days in <see cref="InspectionPlan.Gaps"/>. Beside its frequencies stand <see cref="Intervals"/>, by which the next inspection is due so long after the last.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FrequencyPolicy
{
    private static readonly Citation Quarterly = new(
        ("包保干部每季度至少督导一次（公开报道）", "Press reports: a cadre visits at least once a quarter"),
        SourceStanding.PressReport, url: new Uri("http://gansu.gscn.com.cn/system/2023/02/14/012907094.shtml"));

    private static readonly Citation RiskGrading = new(
        ("食品生产经营风险分级管理办法（试行）（2016年）", "Measure on the risk grading of food businesses, trial, 2016"),
        SourceStanding.OfficialText, url: new Uri("https://www.cfe-samr.org.cn/zcfg/spjc_152/bmgz_155/202405/t20240506_5319.html"));

    /// <summary>Makes a policy.</summary>
    /// <param name="frequencies">The frequencies; each asks for tasks of its own.</param>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public FrequencyPolicy(params ImmutableArray<InspectionFrequency> frequencies) => Frequencies = frequencies.IsDefault ? [] : frequencies;

    /// <summary>The notice by which the quarterly visit gave way to what each place sets (优化属地管理责任工作机制的通知).</summary>
    /// <remarks>It is cited from September 2024 on; its day and its text were not found, so that the end of the quarter in which it appeared is inferred.</remarks>
    public static Citation MechanismNotice2024 { get; } = new(
        ("国务院食安办《关于进一步优化食品安全属地管理责任工作机制的通知》（2024年9月起见于各地引用，原文未见）",
            "Notice of the State Council's food safety office on optimising the mechanism of territorial responsibility (cited from September 2024 on; its text was not found)"),
        SourceStanding.SecondHand, url: new Uri("http://swgk.naimanyun.cn/front/information/182474"));

    /// <summary>Visits once a quarter whatever the tier (每季度督导), until the third quarter of 2024.</summary>
    public static InspectionFrequency QuarterlyVisit { get; } =
        new("visit", ("每季度督导", "quarterly visit"), InspectionKind.CadreVisit, Cadence.Quarter, Quarterly)
        {
            InForce = new Term(default, new LocalDate(2024, 10, 1)),
            EndedBy = MechanismNotice2024,
        };

    /// <summary>One inspection of all items every two years, counted from 2022 (两年一次全覆盖检查).</summary>
    public static InspectionFrequency FullInspection { get; } =
        new("full", ("两年一次全覆盖检查", "full inspection every two years"), InspectionKind.Routine, Cadence.Year, Order49.FullCoverage)
        {
            Periods = 2,
            FullOnly = true,
            InForce = new Term(new LocalDate(2022, 3, 15)),
        };

    /// <summary>
    /// The quarterly visit while it held, the full inspection every two years, and the yearly inspections of the risk grades: A and B once, C
    /// twice, D three times. Where the measure gives a range (B 1 to 2, C 2 to 3, D 3 to 4), its lower end is the duty.
    /// </summary>
    public static FrequencyPolicy Default { get; } = new(
        QuarterlyVisit, FullInspection, OfRisk(RiskGrade.A, 1), OfRisk(RiskGrade.B, 1), OfRisk(RiskGrade.C, 2), OfRisk(RiskGrade.D, 3));

    /// <summary>The frequencies, in the order in which plans show them.</summary>
    public ItemList<InspectionFrequency> Frequencies { get; private init => field = EachOnce(value, frequency => frequency.Id, nameof(Frequencies)); }

    /// <summary>How long after the last inspection the next one is due (检查间隔); none unless stated. <see cref="DistrictDay.InspectionSchedule"/> applies them.</summary>
    /// <exception cref="ArgumentException">Two have the same key.</exception>
    public ItemList<InspectionInterval> Intervals { get; init => field = EachOnce(value, interval => interval.Id, nameof(Intervals)); }

    /// <summary>A frequency by its key, or null.</summary>
    /// <param name="id">The key.</param>
    public InspectionFrequency? Find(string id) => IndexOf(id) is >= 0 and var index ? Frequencies[index] : null;

    /// <summary>The policy with a frequency added, or put in the place of the one with the same key.</summary>
    /// <param name="frequency">The frequency.</param>
    public FrequencyPolicy With(InspectionFrequency frequency)
    {
        ArgumentNullException.ThrowIfNull(frequency);
        return this with
        {
            Frequencies = IndexOf(frequency.Id) is >= 0 and var index ? Frequencies.ToImmutableArray().SetItem(index, frequency) : Frequencies.Add(frequency),
        };
    }

    /// <summary>The policy without a frequency.</summary>
    /// <param name="id">The key; one that no frequency has changes nothing.</param>
    public FrequencyPolicy Without(string id) => this with { Frequencies = [.. Frequencies.Where(frequency => frequency.Id != id)] };

    private static InspectionFrequency OfRisk(RiskGrade grade, int times) =>
        new($"risk-{grade.ToString().ToLowerInvariant()}", ($"风险等级{grade}级年度检查", $"yearly inspections of risk grade {grade}"), InspectionKind.Routine, Cadence.Year, RiskGrading)
        {
            Grades = [GradeSelection.Of(grade)],
            Times = times,
        };

    private static ItemList<T> EachOnce<T>(ItemList<T> rules, Func<T, string> id, string parameter) => rules.CountBy(id, StringComparer.Ordinal).FirstOrDefault(key => key.Value > 1).Key is { } twice
        ? throw new ArgumentException($"The key '{twice}' stands twice; allowed: each once.", parameter)
        : rules;

    private int IndexOf(string id)
    {
        for (var i = 0; i < Frequencies.Length; i++)
        {
            if (Frequencies[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>Days on which the policy has no frequency for some businesses (频次空档): that nothing is due there is not said by anybody.</summary>
/// <param name="Kind">The kind of inspection; one of which the policy has frequencies.</param>
/// <param name="Days">First and last day, both inclusive.</param>
/// <param name="Businesses">How many businesses of the plan are without; those without a cadre are not counted for visits.</param>
/// <param name="EndedBy">What ended the last frequency before; null when none ended, or nobody said by what.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FrequencyGap(InspectionKind Kind, DateInterval Days, int Businesses, Citation? EndedBy)
{
    /// <summary>The gap as people read it.</summary>
    public BilingualText Text
    {
        get
        {
            var count = Businesses.ToString(CultureInfo.InvariantCulture);
            var (zh, en) = EndedBy is { } ended ? ($"，原频次已由{ended.Text.Chinese}终止", $"; the one before was ended by: {ended.Text.English}") : ("", "");
            return (
                $"{Days.Start:uuuu-MM-dd} 至 {Days.End:uuuu-MM-dd}：{count} 家主体未规定{Kind.Name().Chinese}频次，须由本地自定{zh}",
                $"{Days.Start:uuuu-MM-dd} to {Days.End:uuuu-MM-dd}: no frequency is stated for {count} businesses ({Kind.Name().English}); the place states its own{en}");
        }
    }

    /// <summary>The gap in both languages.</summary>
    public override string ToString() => Text.ToString();
}
