using System.Collections.Immutable;
using System.Text.Json;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>The scorecard of an area with what lies behind it (成绩单报告), to be printed: as JSON, CSV, Markdown or a page.</summary>
/// <remarks>Immutable. The same state gives the same bytes.</remarks>
[JsonConverter(typeof(ScorecardReportJsonConverter))]
[InsteadOfJson("ScorecardReport.Of")]
public sealed record ScorecardReport
{
    private ScorecardReport(ScorecardEntry entry, ImmutableArray<ScorecardEntry> parts, ImmutableArray<AgeBand> ageing, ImmutableArray<MissedDay> missedDays) =>
        (Entry, Parts, Ageing, MissedDays) = (entry, parts, ageing, missedDays);

    /// <summary>The scorecard of the area.</summary>
    public ScorecardEntry Entry { get; }

    /// <summary>Those of the areas directly inside it, in the order of their codes: the towns of a district.</summary>
    public ItemList<ScorecardEntry> Parts { get; }

    /// <summary>How old the open problems of the area are (账龄).</summary>
    public ItemList<AgeBand> Ageing { get; }

    /// <summary>How many businesses of the area missed their daily record on which day of the period (日管控缺漏); empty where no records are kept.</summary>
    public ItemList<MissedDay> MissedDays { get; }

    /// <summary>What was published about the area, to stand beside what is computed (公布数字); nothing unless stated.</summary>
    public ItemList<PublishedCount> Published { get; init; }

    /// <summary>What a reader has to know, such as that the state was generated (说明); nothing unless stated.</summary>
    public ItemList<BilingualText> Notes { get; init; }

    /// <summary>Computes the report of an area on a district's day.</summary>
    /// <param name="district">The district on the day, as <see cref="District.AsOf"/> gives it.</param>
    /// <param name="area">The area.</param>
    /// <param name="terms">What is counted by; null for what the district laid down for the day.</param>
    /// <exception cref="AreaNotFoundException">The tree has no such area.</exception>
    /// <exception cref="Time.CalendarYearUnknownException">Records are due on working days of a year that the calendar does not know.</exception>
    public static ScorecardReport Of(DistrictDay district, AreaCode area, ScorecardTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(district);
        terms ??= district.ScorecardTerms;
        var place = district.Register.Areas[area];
        var gaps = DailyGaps.Find(district, terms);
        var card = new ScorecardPass(district, terms, gaps).Run();
        return new ScorecardReport(
            card[area], [.. place.Children.Select(child => card[child.Code])],
            district.Rectifications.AgeingIn(district.Register, area), MissedDay.Of(gaps, district.Register.Facts, place));
    }

    /// <summary>The report as JSON: counts and indicators by their codes, of the area and its parts.</summary>
    public string ToJson() => ScorecardJson.Of(this);

    /// <summary>The counts of the parts and the area as CSV (RFC 4180): a line an area, a column a count and one that says which are provisional, under a line of codes.</summary>
    public string ToCsv() => ScorecardCsv.Of(this);

    /// <summary>The report as Markdown.</summary>
    /// <param name="language">The language to write in.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a language of the library.</exception>
    public string ToMarkdown(Language language) => ScorecardMarkdown.Of(this, language);

    /// <summary>The report as one HTML page that needs nothing else, with pictures, for the screen and for A4 paper.</summary>
    /// <param name="language">The language to write in.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a language of the library.</exception>
    public string ToHtml(Language language) => new ScorecardPage(this, language).ToString();

    /// <summary>What was published of a count; null when nothing was.</summary>
    internal PublishedCount? FindPublished(ScorecardMeasure measure) => Published.FirstOrDefault(published => published.Measure == measure);
}

/// <summary>Writes a report as <see cref="ScorecardReport.ToJson"/> does; reading is refused, for a report is computed. Safe for trimming and native compilation.</summary>
/// <remarks><see cref="ScorecardReport"/> names it; nobody has to register it.</remarks>
public sealed class ScorecardReportJsonConverter : JsonConverter<ScorecardReport>
{
    /// <inheritdoc/>
    /// <exception cref="JsonRefusedException">Always: a report is made by <see cref="ScorecardReport.Of"/>.</exception>
    public override ScorecardReport Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonRefusedException(typeof(ScorecardReport));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ScorecardReport value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteRawValue(value.ToJson());
    }
}

/// <summary>A count that was published about an area (公布数字).</summary>
/// <param name="Measure">Which count of the scorecard it is.</param>
/// <param name="Count">How many.</param>
/// <param name="Source">Where it was published.</param>
public sealed record PublishedCount(ScorecardMeasure Measure, long Count, Citation Source);

/// <summary>How many businesses missed the record of a day (某日日管控缺漏).</summary>
/// <param name="Day">The day.</param>
/// <param name="Missed">How many businesses owed the record and did not make it; those that have ended are left out.</param>
public readonly record struct MissedDay([property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate Day, int Missed)
{
    /// <summary>The law by which it was computed that the day is worked, while no notice confirms it (暂定依据); null when it is sure or does not matter.</summary>
    public Citation? ProvisionalBy { get; init; }

    internal static ImmutableArray<MissedDay> Of(SelfControlGaps? gaps, FactTable facts, Area area)
    {
        if (gaps is null)
        {
            return [];
        }

        var days = ImmutableArray.CreateBuilder<MissedDay>(gaps.Periods.Length);
        foreach (var period in gaps.Periods)
        {
            var missed = 0;
            foreach (var row in gaps.RowsMissing(period.Last))
            {
                missed += area.Contains(facts.GroupOf(row)) && !((OperatingStatus)facts.Read(row, BusinessFacts.Status)).HasEnded() ? 1 : 0;
            }

            days.Add(new MissedDay(period.Last, missed) { ProvisionalBy = period.ProvisionalBy });
        }

        return days.MoveToImmutable();
    }
}
