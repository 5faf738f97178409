using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>What a business hands in for a week or a month (每周排查治理报告、每月调度会议纪要), as far as the records of its days say it: made, missed by name, at rest, risks found, who signs.</summary>
/// <remarks>
/// Nothing of it is typed in. That there was no risk is said of days that were recorded and of no others; days that have not come yet are neither missed nor at rest. What was decided stays
/// with the business.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record SelfControlReport
{
    private SelfControlReport(BusinessId business, SelfControlDuty duty, CadencePeriod period, LocalDate on) => (Business, Duty, Period, On) = (business, duty, period, on);

    /// <summary>The business.</summary>
    public BusinessId Business { get; }

    /// <summary>What is handed in, and who makes it.</summary>
    public SelfControlDuty Duty { get; }

    /// <summary>The week or month.</summary>
    public CadencePeriod Period { get; }

    /// <summary>Up to which day it tells.</summary>
    public LocalDate On { get; }

    /// <summary>The daily records, by day.</summary>
    public ItemList<LoggedRecord> Records { get; private init; }

    /// <summary>The days on which a record was due and none was made (缺报日).</summary>
    public ItemList<LocalDate> Missed { get; private init; }

    /// <summary>The days on which the business did not operate (休息、停业日).</summary>
    public ItemList<LocalDate> AtRest { get; private init; }

    /// <summary>How many risks the records tell.</summary>
    public int RisksFound => Records.Sum(record => record.RisksFound);

    /// <summary>Whether it says that there was no risk (零风险报告): every day that was due is recorded, at least one, and none tells a risk.</summary>
    public bool IsZeroRisk => !Records.IsEmpty && Missed.IsEmpty && RisksFound == 0;

    /// <summary>What it says, line by line, as people read it.</summary>
    public ItemList<BilingualText> Lines =>
    [
        ($"应记录 {Records.Length + Missed.Length} 日，已记录 {Records.Length} 日", $"{Records.Length} of {Records.Length + Missed.Length} days recorded"),
        .. Missed.IsEmpty ? [] : (BilingualText[])[($"缺报：{Days(Missed).Chinese}", $"missed: {Days(Missed).English}")],
        .. AtRest.IsEmpty ? [] : (BilingualText[])[($"休息、停业：{Days(AtRest).Chinese}", $"not operating: {Days(AtRest).English}")],
        Risks,
    ];

    /// <summary>Where who makes it signs (签名栏): one line for each post that may.</summary>
    public ItemList<BilingualText> SignatureLines => [.. Duty.Makers.Select(post => new BilingualText($"{post.Name().Chinese}（签名）：", $"{post.Name().English} (signature):"))];

    /// <summary>Makes the report of the week or month of a day, up to that day.</summary>
    /// <param name="log">The records.</param>
    /// <param name="business">The business.</param>
    /// <param name="kind">What is handed in: the weekly check or the monthly meeting, or the daily control for a day alone.</param>
    /// <param name="duties">How often which record is due, one for each kind: <see cref="DistrictDay.RecordDuties"/>.</param>
    /// <param name="on">The day.</param>
    /// <param name="calendar">Which days are worked; read only where a cadence asks.</param>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    /// <exception cref="ArgumentException">The day is none of the log or of no period, or a duty is missing.</exception>
    public static SelfControlReport Of(SelfControlLog log, BusinessId business, SelfControlKind kind, ItemList<SelfControlDuty> duties, LocalDate on, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(calendar);
        var (duty, daily) = (DutyOf(duties, kind.Named()), DutyOf(duties, SelfControlKind.DailyControl));
        if (log.First is not { } first || on < first || duty.Cadence.FindPeriod(on, calendar) is not { } period)
        {
            throw new ArgumentOutOfRangeException(nameof(on), on, log.First is { } from ? $"Allowed: a day on which something is due, {from:uuuu-MM-dd} or later." : "No records are kept yet.");
        }

        var interval = new DateInterval(LocalDate.Max(period.First, first), LocalDate.Min(period.Last, on));
        return new(business, duty, period, on)
        {
            Records = [.. interval.Select(day => log.Find(business, SelfControlKind.DailyControl, day)).OfType<LoggedRecord>()],
            Missed = [.. log.GapsOf(business, daily, interval, calendar).Select(gap => gap.First)],
            AtRest = [.. interval.Where(day => !log.IsOperating(business, day))],
        };
    }

    /// <summary>The report as a page to be signed, in Markdown.</summary>
    /// <param name="language">The language.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is none of the named values.</exception>
    public string ToMarkdown(Language language)
    {
        var page = new MarkdownPage(language.Named());
        page.Heading(1, Duty.Form);
        page.Paragraph(($"{Business}，{Period.Label.Chinese}，截至 {On:uuuu-MM-dd}", $"{Business}, {Period.Label.English}, up to {On:uuuu-MM-dd}"));
        foreach (var line in Lines)
        {
            page.Item(line);
        }

        foreach (var line in SignatureLines)
        {
            page.Paragraph(line);
        }

        page.Paragraph(Duty.Basis.Text);
        return page.ToString();
    }

    private BilingualText Risks => RisksFound > 0
        ? ($"发现风险 {RisksFound} 项：{string.Join('、', Risky.Select(record => $"{record.Date:uuuu-MM-dd} {record.RisksFound} 项"))}", $"risks found: {RisksFound} ({string.Join(", ", Risky.Select(record => $"{record.Date:uuuu-MM-dd}: {record.RisksFound}"))})")
        : IsZeroRisk ? ("未发现食品安全风险（零风险报告）", "no food-safety risk was found (zero-risk report)")
        : !Records.IsEmpty ? ("已记录的日期未发现风险，缺报日期有无风险不明", "no risk was found on the days recorded; of the days missed nothing is known")
        : Missed.IsEmpty ? ("没有应记录的日期", "no day was due")
        : ("没有记录，不能报告零风险", "nothing is recorded, so that no risk cannot be reported");

    private IEnumerable<LoggedRecord> Risky => Records.Where(record => record.RisksFound > 0);

    private static SelfControlDuty DutyOf(ItemList<SelfControlDuty> duties, SelfControlKind kind) => duties.FirstOrDefault(duty => duty.Kind == kind)
        ?? throw new ArgumentException($"There is no duty of the {kind.Name().English}. Allowed: one for each kind.", nameof(duties));

    private static BilingualText Days(ItemList<LocalDate> days) => (string.Join('、', days.Select(day => $"{day:uuuu-MM-dd}")), string.Join(", ", days.Select(day => $"{day:uuuu-MM-dd}")));
}
