using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>A table that an office hands in (统计报表): the areas inside an area and the area itself, by columns that each name their base, over a day, week, month, quarter, half-year or year.</summary>
/// <remarks>
/// Every figure is one of the scorecard of the same day that counts by the same period, or made of two of them as the column says; nothing is counted a second time. Immutable;
/// the same state gives the same bytes.
/// </remarks>
/// <example>
/// <code>
/// var table = StatisticalTable.Of(district.AsOf(new LocalDate(2026, 11, 30)), area, Cadence.Month);
/// File.WriteAllText("2026-11.md", table.ToMarkdown(Language.Chinese));
/// </code>
/// </example>
[JsonConverter(typeof(StatisticalTableJsonConverter))]
[InsteadOfJson("StatisticalTable.Of")]
public sealed class StatisticalTable
{
    private readonly ScorecardEntry _entry;

    private StatisticalTable(ScorecardEntry entry, ImmutableArray<ScorecardEntry> parts, CadencePeriod period, ItemList<StatisticalColumn> columns)
    {
        (_entry, Period, Columns) = (entry, period, columns);
        Rows = [.. parts.Select(part => new StatisticalRow(part, columns))];
        Total = new StatisticalRow(entry, columns);
    }

    /// <summary>The day up to which it counts.</summary>
    public LocalDate On => _entry.On;

    /// <summary>The period, of which the days up to <see cref="On"/> are counted.</summary>
    public CadencePeriod Period { get; }

    /// <summary>The columns.</summary>
    public ItemList<StatisticalColumn> Columns { get; }

    /// <summary>The areas inside, in the order of their codes; none for an area without any.</summary>
    public ItemList<StatisticalRow> Rows { get; }

    /// <summary>The area itself (合计): not the sum of the rows where people are counted, each once.</summary>
    public StatisticalRow Total { get; }

    /// <summary>Area, period and day, as a heading.</summary>
    public BilingualText Title => (
        $"{_entry.Area.Name}食品安全“两个责任”统计报表（{Period.Label.Chinese}）", $"{_entry.Area.Name}, statistical table of {Period.Label.English}: food safety’s “two responsibilities”");

    /// <summary>
    /// What a reader has to know (说明): by which days is counted and by which round, what counts all there was before, how each share and remainder comes about,
    /// which counts are not stated, incomplete or provisional.
    /// </summary>
    public ImmutableArray<BilingualText> Notes
    {
        get
        {
            var notes = ImmutableArray.CreateBuilder<BilingualText>();
            ImmutableArray<ScorecardMeasure> shown = [.. Columns.SelectMany(column => column.Measures).Distinct()];
            notes.Add(_entry.PeriodText);
            if (On < Period.Last)
            {
                notes.Add(($"统计期尚未结束：截至 {On:uuuu-MM-dd}，{Period.Label.Chinese}至 {Period.Last:uuuu-MM-dd}。", $"The period has not ended: up to {On:uuuu-MM-dd}, and {Period.Label.English} ends on {Period.Last:uuuu-MM-dd}."));
            }

            if (shown.RemoveAll(measure => !measure.IsCumulative) is { IsEmpty: false } cumulative)
            {
                var names = ScorecardEntry.NamesOf(cumulative);
                notes.Add(($"截至当日累计，不限统计期：{names.Chinese}。", $"All there was up to the day, not of the period alone: {names.English}."));
            }

            if (!Rows.IsEmpty && shown.RemoveAll(measure => !measure.IsOfPeople) is { IsEmpty: false } people)
            {
                var names = ScorecardEntry.NamesOf(people);
                notes.Add(($"同一人在合计中只计一次，合计可小于各行之和：{names.Chinese}。", $"A person counts once in the total, which may be less than the sum of the rows: {names.English}."));
            }

            notes.AddRange(Columns.Select(column => column.Formula).OfType<BilingualText>());
            notes.AddRange(_entry.RemarksOn(shown.Contains));
            return notes.DrainToImmutable();
        }
    }

    /// <summary>Computes the table of an area on a district's day.</summary>
    /// <param name="district">The district on the day, as <see cref="District.AsOf"/> gives it.</param>
    /// <param name="area">The area.</param>
    /// <param name="cadence">Which period is counted: the one of the cadence in which the day lies, up to the day.</param>
    /// <param name="columns">The columns; those of <see cref="StatisticalColumn.Standard"/> and what the place measures itself unless stated.</param>
    /// <param name="level">The level of the rows, below that of the area; the areas directly inside it unless stated.</param>
    /// <exception cref="ArgumentException">Two columns have the same code.</exception>
    /// <exception cref="AreaNotFoundException">The district has no such area.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not below that of the area.</exception>
    /// <exception cref="CalendarYearUnknownException">Records are due on working days of a year that the calendar does not know.</exception>
    public static StatisticalTable Of(DistrictDay district, AreaCode area, CalendarCadence cadence, ItemList<StatisticalColumn> columns = default, AreaLevel? level = null)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(cadence);
        columns = columns.IsEmpty ? [.. StatisticalColumn.Standard, .. district.Measures.SelectMany(StatisticalColumn.OfOwn)] : columns;
        if (columns.GroupBy(column => column.Code).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
        {
            throw new ArgumentException($"The column '{twice}' stands twice.", nameof(columns));
        }

        var place = district.Register.Areas[area];
        if (level is { } wanted && wanted.Named() <= place.Level)
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, $"Allowed: a level below that of {place.Name}, which is {place.Level.Name().English}.");
        }

        var card = Scorecard.Of(district, district.ScorecardTerms with { Period = cadence });
        return new(card[area], level is { } rows ? card.Entries(area, rows) : [.. place.Children.Select(child => card[child.Code])], cadence.PeriodOf(card.On), columns);
    }

    /// <summary>The table as JSON: columns with what they rest on, cells by the codes of the columns.</summary>
    public string ToJson() => StatisticalTableText.Json(this);

    /// <summary>
    /// The table as CSV (RFC 4180) under a line of codes, the area itself last: period, day, area, a column a figure, behind each share what was counted and its base in columns of their own, and
    /// <see cref="StatisticalRow.Remarks"/>. A share is rounded to six places; an empty cell has no value.
    /// </summary>
    public string ToCsv() => StatisticalTableText.Csv(this);

    /// <summary>The table as Markdown, with its notes.</summary>
    /// <param name="language">The language to write in.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a language of the library.</exception>
    public string ToMarkdown(Language language) => StatisticalTableText.Markdown(this, language);

    /// <summary>The table as one HTML page that needs nothing else, for the screen and for paper.</summary>
    /// <param name="language">The language to write in.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a language of the library.</exception>
    public string ToHtml(Language language) => StatisticalTableText.Page(this, language);

    /// <summary>The heading in both languages.</summary>
    public override string ToString() => Title.ToString();
}

/// <summary>Writes a table as <see cref="StatisticalTable.ToJson"/> does; reading is refused, for a table is computed. Safe for trimming and native compilation.</summary>
/// <remarks><see cref="StatisticalTable"/> names it; nobody has to register it.</remarks>
public sealed class StatisticalTableJsonConverter : JsonConverter<StatisticalTable>
{
    /// <inheritdoc/>
    /// <exception cref="JsonRefusedException">Always: a table is made by <see cref="StatisticalTable.Of"/>.</exception>
    public override StatisticalTable Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonRefusedException(typeof(StatisticalTable));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StatisticalTable value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteRawValue(value.ToJson());
    }
}

/// <summary>A row of a statistical table: an area (报表行).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("StatisticalTable.ToJson")]
public sealed class StatisticalRow
{
    private readonly ItemList<StatisticalColumn> _columns;

    internal StatisticalRow(ScorecardEntry entry, ItemList<StatisticalColumn> columns) =>
        (Area, Cells, _columns) = (entry.Area, [.. columns.Select(column => new StatisticalCell(entry, column))], columns);

    /// <summary>The area.</summary>
    public Area Area { get; }

    /// <summary>One for each column of the table.</summary>
    public ItemList<StatisticalCell> Cells { get; }

    /// <summary>
    /// What numbers alone do not say (备注), by the codes of the columns: <c>not-stated: daily-control; no-base: rectified; provisional: overdue; incomplete: records-missed</c>, each with blanks
    /// between its columns; empty where every figure has a value and is sure.
    /// </summary>
    public string Remarks => string.Join("; ", new (string Word, Func<StatisticalCell, bool> Holds)[]
    {
        ("not-stated", static cell => cell.IsUnstated), ("no-base", static cell => cell.IsWithoutBase), ("provisional", static cell => cell.IsProvisional), ("incomplete", static cell => cell.IsIncomplete),
    }.Select(said => (said.Word, Columns: string.Join(' ', _columns.Zip(Cells).Where(pair => said.Holds(pair.Second)).Select(pair => pair.First.Code)))).Where(said => said.Columns.Length > 0)
        .Select(said => $"{said.Word}: {said.Columns}"));

    /// <summary>The name of the area.</summary>
    public override string ToString() => Area.Name;
}

/// <summary>What stands in a row of a statistical table under a column (单元格): the counts, and what a sheet calculates with.</summary>
/// <remarks>What is not stated, and a share without a base, have no value: neither is 0.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("StatisticalTable.ToJson")]
public sealed record StatisticalCell
{
    internal StatisticalCell(ScorecardEntry entry, StatisticalColumn column)
    {
        Figure = column.Figure;
        if (column.Measures.Any(entry.Unstated.Contains))
        {
            return;
        }

        (Counted, Of) = (entry[column.Counted], column.Of.IsEmpty ? null : entry.Sum(column.Of));
        (IsProvisional, IsIncomplete) = (column.Measures.Any(entry.Provisional.Contains), column.Measures.Any(entry.Incomplete.Contains));
    }

    /// <summary>What it is.</summary>
    public StatisticalFigure Figure { get; }

    /// <summary>What was counted (分子); null where nothing is known of it or of the base (未填报).</summary>
    public long? Counted { get; }

    /// <summary>The base (分母、基数); null for a count, and where nothing is known.</summary>
    public long? Of { get; }

    /// <summary>Whether nothing is known of it (未填报).</summary>
    public bool IsUnstated => Counted is null;

    /// <summary>Whether it is a share of none (无基数): there is nothing to measure.</summary>
    public bool IsWithoutBase => Figure == StatisticalFigure.Share && Of == 0;

    /// <summary>Whether it rests on days that no notice has confirmed (暂定).</summary>
    public bool IsProvisional { get; }

    /// <summary>Whether it does not reach back to the first day of the period (不完整).</summary>
    public bool IsIncomplete { get; }

    /// <summary>What a sheet calculates with: the count, what remains, or the share, 1 for all; null where there is none.</summary>
    public decimal? Value => IsUnstated || IsWithoutBase ? null : Figure switch
    {
        StatisticalFigure.Count => Counted,
        StatisticalFigure.Remainder => Of - Counted,
        StatisticalFigure.Share => (decimal)Counted!.Value / Of!.Value,
    };

    /// <summary>As people read it, a share with its counts: "98.78%（81/82）"; what has no value says why.</summary>
    public BilingualText Text
    {
        get
        {
            if (IsUnstated)
            {
                return ("未填报", "not stated");
            }

            var counts = string.Create(CultureInfo.InvariantCulture, $"{Counted:#,0}/{Of:#,0}");
            BilingualText text = Figure == StatisticalFigure.Share
                ? IsWithoutBase ? ($"无基数（{counts}）", $"no base ({counts})") : ($"{Percent}（{counts}）", $"{Percent} ({counts})")
                : Exact(string.Create(CultureInfo.InvariantCulture, $"{Value:#,0}"));
            text = IsProvisional ? ($"{text.Chinese}（暂定）", $"{text.English} (provisional)") : text;
            return IsIncomplete ? ($"{text.Chinese}（不完整）", $"{text.English} (incomplete)") : text;
        }
    }

    /// <summary>The text in both languages.</summary>
    public override string ToString() => Text.ToString();

    private string Percent => NumberText.Percent(Counted!.Value, Of!.Value, 2);

    private static BilingualText Exact(string number) => (number, number);
}
