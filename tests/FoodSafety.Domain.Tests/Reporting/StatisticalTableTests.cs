using System.Text.Json;
using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Reporting;

public class StatisticalTableTests
{
    private static readonly CalendarCadence[] Cadences = [Cadence.Day, Cadence.Week, Cadence.Month, Cadence.Quarter, Cadence.HalfYear, Cadence.Year];

    private static readonly Gen<RandomDistrict> AnyDistrict = Gen.Int[0, 10_000].Array[0, 1500].Select(dice => new RandomDistrict(dice));

    private static readonly Gen<LocalDate> AnyDay = Gen.Int[-70, 40].Select(days => PlanWorld.Day.PlusDays(days));

    /// <summary>Of every area, day and period the table says what the scorecard says, and what the base is of which it says so.</summary>
    [Fact]
    public void EveryCell_OfAnyDistrictDayAndPeriod_IsThatOfTheScorecard() => Gen.Select(AnyDistrict, AnyDay, Gen.Int[0, Cadences.Length - 1].Select(place => Cadences[place])).Sample(
        (random, day, cadence) =>
        {
            var asOf = random.Build().AsOf(day);
            var card = Scorecard.Of(asOf, new() { Period = cadence });
            foreach (var area in card.Areas.Areas)
            {
                var table = StatisticalTable.Of(asOf, area.Code, cadence);
                Assert.Equal(cadence.PeriodOf(day), table.Period);
                Assert.Equal(area.Children.Select(child => child.Code), table.Rows.Select(row => row.Area.Code));
                foreach (var row in table.Rows.Append(table.Total))
                {
                    var entry = card[row.Area.Code];
                    var indicators = entry.Indicators.ToDictionary(value => value.Indicator.Code);
                    foreach (var (column, cell) in table.Columns.Zip(row.Cells))
                    {
                        Assert.Equal(entry.Unstated.Contains(column.Counted) || column.Of.Any(entry.Unstated.Contains), cell.IsUnstated);
                        if (cell.IsUnstated)
                        {
                            Assert.Equal((null, null, "not stated"), (cell.Value, cell.Of, cell.Text.English));
                        }
                        else if (column.Figure == StatisticalFigure.Share)
                        {
                            var value = indicators[column.Code];
                            Assert.Equal((value.Numerator, value.Denominator, value.Share), (cell.Counted, cell.Of, cell.Value));
                            Assert.Equal(value.Denominator == 0, cell.Text.English.StartsWith("no base (0/0)", StringComparison.Ordinal));
                        }
                        else
                        {
                            Assert.Equal(column.Of.IsEmpty ? entry[column.Counted] : entry[column.Of[0]] - entry[column.Counted], cell.Value);
                        }
                    }
                }
            }
        }, iter: 25);

    [Fact]
    public void ToMarkdown_OfAQuarter_NamesEveryBaseAndWhatIsIncomplete() => Assert.Equal(
        """
        # 温江区食品安全“两个责任”统计报表（2024年第1季度）

        | 区划 | 主体 | 包保覆盖率（占应包保主体） | 问题发现率（占督导次数） | 未督导主体 | 日管控覆盖率（占应落实日管控主体） |
        |---|---|---|---|---|---|
        | \<b>&"town", one | 3 | 100.00%（3/3） | 50.00%（1/2） | 1 | 33.33%（1/3）（不完整） |
        | empty town | 0 | 无基数（0/0） | 无基数（0/0） | 0 | 无基数（0/0）（不完整） |
        | 温江区（合计） | 3 | 100.00%（3/3） | 50.00%（1/2） | 1 | 33.33%（1/3）（不完整） |

        - 督导和日管控记录统计期 2024-01-01 至 2024-03-10
        - 统计期尚未结束：截至 2024-03-10，2024年第1季度至 2024-03-31。
        - 包保覆盖率＝已包保主体÷应包保主体（A 级主体＋B 级主体＋C 级主体＋D 级主体）
        - 问题发现率＝发现问题的督导÷督导次数
        - 未督导主体＝应督导主体−已督导主体
        - 日管控覆盖率＝日管控无缺漏主体÷应落实日管控主体
        - 统计期内方开始留存记录，不完整：应落实日管控主体、日管控无缺漏主体。

        """, Of(Cadence.Quarter).ToMarkdown(Language.Chinese));

    /// <summary>The area itself stands last; each rate has what was counted and its base behind it, and what has no value is empty and said to be so.</summary>
    [Fact]
    public void ToCsv_OfAQuarter_HasEveryBaseInAColumnOfItsOwn() => Assert.Equal(
        """
        period,on,area,area-name,businesses,coverage,coverage-counted,coverage-of,finding-rate,finding-rate-counted,finding-rate-of,not-visited,daily-control,daily-control-counted,daily-control-of,remarks
        quarter/2024-01-01,2024-03-10,510115001000,"<b>&""town"", one",3,1,3,3,0.5,1,2,1,0.333333,1,3,incomplete: daily-control
        quarter/2024-01-01,2024-03-10,510115002000,empty town,0,,0,0,,0,0,0,,0,0,"no-base: coverage finding-rate daily-control; incomplete: daily-control"
        quarter/2024-01-01,2024-03-10,510115000000,温江区,3,1,3,3,0.5,1,2,1,0.333333,1,3,incomplete: daily-control

        """.ReplaceLineEndings("\r\n"), Of(Cadence.Quarter).ToCsv());

    [Fact]
    public void ToMarkdown_OfADay_CountsThatDayAlone_AndSaysWhatReachesBack()
    {
        var page = StatisticalTable.Of(
            SmallDistrict.OnItsDay(), SmallDistrict.Area, Cadence.Day,
            [StatisticalColumn.Count(ScorecardMeasure.Visits), StatisticalColumn.Share(Indicator.FindingRate), StatisticalColumn.Share(Indicator.Rectified), StatisticalColumn.Share(Indicator.Commitments)]).ToMarkdown(Language.English);

        Assert.Contains("| Area | visits | finding rate (of visits) | problems rectified (of problems found) | commitments signed (of main responsible cadres) |", page, StringComparison.Ordinal);
        Assert.Contains("| 温江区 (total) | 0 | no base (0/0) | 50.00% (1/2) | 66.67% (2/3) |", page, StringComparison.Ordinal);
        Assert.Contains("- All there was up to the day, not of the period alone: problems rectified, problems found.\n", page, StringComparison.Ordinal);
        Assert.Contains("- A person counts once in the total, which may be less than the sum of the rows: cadres with a commitment, main responsible cadres.\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("has not ended", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_WithoutRecords_AreNotStated()
    {
        var table = StatisticalTable.Of(SmallDistrict.Build(withRecords: false).AsOf(SmallDistrict.Day), SmallDistrict.Area, Cadence.Month);

        Assert.Equal(
            ["daily-control", "records-missed", "daily-with-gaps"],
            table.Columns.Zip(table.Total.Cells).Where(pair => pair.Second.IsUnstated).Select(pair => pair.First.Code));
        Assert.Contains("\"daily-control\": {\n        \"value\": null,\n        \"counted\": null,\n        \"of\": null\n      }", table.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("无基数", table.Total.Cells[^1].Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ALevel_HasARowForEachOfItsAreas_AndALevelAboveIsRefused()
    {
        var district = SmallDistrict.OnItsDay();

        Assert.Equal([SmallDistrict.Village], StatisticalTable.Of(district, SmallDistrict.Area, Cadence.Month, level: AreaLevel.Village).Rows.Select(row => row.Area.Code));
        Assert.Empty(StatisticalTable.Of(district, SmallDistrict.Village, Cadence.Month).Rows);
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => StatisticalTable.Of(district, SmallDistrict.Area, Cadence.Month, level: AreaLevel.District));
        Assert.Contains("Allowed: a level below that of 温江区", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AColumnTwice_IsRefused_AndAnIndicatorThatTheScorecardLacks()
    {
        var column = StatisticalColumn.Count(ScorecardMeasure.Tied);
        var refused = Assert.Throws<ArgumentException>(() => StatisticalTable.Of(SmallDistrict.OnItsDay(), SmallDistrict.Area, Cadence.Month, [column, column]));
        Assert.Equal("The column 'tied' stands twice. (Parameter 'columns')", refused.Message);
        Assert.Throws<ArgumentException>(() => StatisticalColumn.Share(Indicator.Coverage.OfSector(Domain.Businesses.BusinessSector.Catering)));
    }

    [Fact]
    public void OwnShare_StandsInEveryForm_WithItsBase()
    {
        var overdue = StatisticalColumn.Share("overdue-share", ("逾期率", "overdue share"), ScorecardMeasure.Overdue, ScorecardMeasure.Open);
        var table = StatisticalTable.Of(SmallDistrict.OnItsDay(), SmallDistrict.Area, Cadence.Month, [overdue]);

        Assert.Equal("100.00%（1/1）", table.Total.Cells[0].Text.Chinese);
        Assert.Contains("<th class=\"n\">Overdue share (of problems open)</th>", table.ToHtml(Language.English), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp;&quot;town&quot;, one", table.ToHtml(Language.English), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(table.ToJson());
        Assert.Equal("month/2024-03-01", json.RootElement.GetProperty("period").GetString());
        Assert.Equal(1m, json.RootElement.GetProperty("total").GetProperty("cells").GetProperty("overdue-share").GetProperty("value").GetDecimal());
        Assert.Equal("open", json.RootElement.GetProperty("columns")[0].GetProperty("of")[0].GetString());
    }

    private static StatisticalTable Of(CalendarCadence cadence) => StatisticalTable.Of(
        SmallDistrict.OnItsDay(), SmallDistrict.Area, cadence,
        [StatisticalColumn.Count(ScorecardMeasure.Businesses), StatisticalColumn.Share(Indicator.Coverage), StatisticalColumn.Share(Indicator.FindingRate), StatisticalColumn.NotVisited, StatisticalColumn.Share(Indicator.DailyControl)]);
}
