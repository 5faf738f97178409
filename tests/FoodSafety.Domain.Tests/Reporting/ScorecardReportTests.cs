using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Reporting;

public class ScorecardReportTests
{
    private static readonly ScorecardReport Report = Of(SmallDistrict.Area);

    [Fact]
    public void ToCsv_IsALineAnArea_WithAwkwardNamesQuoted() => Assert.Equal(
        string.Concat(
            "area-code,area-name,businesses,tier-a,tier-b,tier-c,tier-d,without-tier,tied,named-in-commitment,cadres,city-cadres,district-cadres,town-cadres,village-cadres,main-cadres,committed-cadres,publicised,trained,visits-due,visited,visits,visits-with-findings,found,rectified,open,overdue,directors,officers,directors-required,directors-filled,posts-required,posts-filled,daily-records-due,daily-records-made,daily-bound,daily-kept,provisional\r\n",
            "510115001000,\"<b>&\"\"town\"\", one\",3,0,1,1,1,0,3,1,3,0,1,1,1,3,2,,,3,2,2,1,2,1,1,1,1,1,0,0,3,1,9,4,3,1,\r\n",
            "510115002000,empty town,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,,,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,\r\n",
            "510115000000,温江区,3,0,1,1,1,0,3,1,3,0,1,1,1,3,2,,,3,2,2,1,2,1,1,1,1,1,0,0,3,1,9,4,3,1,\r\n"),
        Report.ToCsv());

    [Fact]
    public void ToMarkdown_InEnglish_IsThis() => Assert.Equal(
        """
        # 温江区, scorecard of 2024-03-10

        Visits and daily records of 2024-01-01 to 2024-03-10

        Not stated, which is not 0: reached by publicity, trained.

        Incomplete, for records are kept from a later day of the period on: daily records due, daily records made, bound to daily control, daily control without a gap.

        | Count | Computed | Published |
        |---|---|---|
        | businesses | 3 | 9,709 |
        | tier A | 0 |  |
        | tier B | 1 |  |
        | tier C | 1 |  |
        | tier D | 1 |  |
        | without a tier | 0 |  |
        | tied to a cadre | 3 |  |
        | named in a commitment | 1 |  |
        | cadres | 3 |  |
        | city cadres | 0 |  |
        | district cadres | 1 |  |
        | town cadres | 1 |  |
        | village cadres | 1 |  |
        | main responsible cadres | 3 |  |
        | cadres with a commitment | 2 |  |
        | reached by publicity | — |  |
        | trained | — |  |
        | due for a visit | 3 |  |
        | visited | 2 |  |
        | visits | 2 |  |
        | visits with findings | 1 |  |
        | problems found | 2 |  |
        | problems rectified | 1 |  |
        | problems open | 1 |  |
        | problems overdue | 1 |  |
        | safety directors on duty | 1 |  |
        | safety officers on duty | 1 |  |
        | must have a director | 0 |  |
        | with all directors on duty | 0 |  |
        | safety posts required | 3 |  |
        | safety posts filled | 1 |  |
        | daily records due | 9 |  |
        | daily records made | 4 |  |
        | bound to daily control | 3 |  |
        | daily control without a gap | 1 |  |

        Businesses for each cadre: 1.00

        ## Indicators

        | Family | Indicator | Value |
        |---|---|---|
        | coverage and commitment | coverage | 3 / 3 = 100.00% |
        | coverage and commitment | commitments signed | 2 / 3 = 66.67% |
        | visits | visits completed | 2 / 3 = 66.67% |
        | problems | finding rate | 1 / 2 = 50.00% |
        | problems | problems rectified | 1 / 2 = 50.00% |
        | self-control | safety posts filled | 1 / 3 = 33.33% |
        | self-control | daily control coverage | 1 / 3 = 33.33% |

        ## By area

        | Area | businesses | tied to a cadre | named in a commitment | visited | cadres | problems found | problems rectified | problems overdue |
        |---|---|---|---|---|---|---|---|---|
        | \<b>&"town", one | 3 | 3 | 1 | 2 | 3 | 2 | 1 | 1 |
        | empty town | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

        ## Age of the open problems

        | Age | Problems |
        |---|---|
        | 0–7 days | 1 |
        | 8–15 days | 0 |
        | 16–30 days | 0 |
        | 31+ days | 0 |

        made for a test

        Published: a paper (illustrative)

        """, Report.ToMarkdown(Language.English));

    [Fact]
    public void ToMarkdown_InChinese_IsThis() => Assert.Equal(
        """
        # 温江区 2024-03-10 成绩单

        督导和日管控记录统计期 2024-01-01 至 2024-03-10

        未填报，不作 0 计：已宣传主体、已培训主体。

        统计期内方开始留存记录，不完整：应有日管控记录、已有日管控记录、应落实日管控主体、日管控无缺漏主体。

        | 指标 | 计算 | 公布 |
        |---|---|---|
        | 主体 | 3 | 9,709 |
        | A 级主体 | 0 |  |
        | B 级主体 | 1 |  |
        | C 级主体 | 1 |  |
        | D 级主体 | 1 |  |
        | 未分级主体 | 0 |  |
        | 已包保主体 | 3 |  |
        | 承诺书列名主体 | 1 |  |
        | 包保干部 | 3 |  |
        | 市级包保干部 | 0 |  |
        | 区县级包保干部 | 1 |  |
        | 镇街级包保干部 | 1 |  |
        | 村社区级包保干部 | 1 |  |
        | 主体责任人 | 3 |  |
        | 已签承诺书干部 | 2 |  |
        | 已宣传主体 | — |  |
        | 已培训主体 | — |  |
        | 应督导主体 | 3 |  |
        | 已督导主体 | 2 |  |
        | 督导次数 | 2 |  |
        | 发现问题的督导 | 1 |  |
        | 发现问题 | 2 |  |
        | 已整改问题 | 1 |  |
        | 整改中问题 | 1 |  |
        | 逾期未改问题 | 1 |  |
        | 在岗食品安全总监 | 1 |  |
        | 在岗食品安全员 | 1 |  |
        | 应配备总监主体 | 0 |  |
        | 总监配备到位主体 | 0 |  |
        | 应配备岗位 | 3 |  |
        | 已配备岗位 | 1 |  |
        | 应有日管控记录 | 9 |  |
        | 已有日管控记录 | 4 |  |
        | 应落实日管控主体 | 3 |  |
        | 日管控无缺漏主体 | 1 |  |

        人均包保主体：1.00

        ## 考核指标

        | 类别 | 指标 | 数值 |
        |---|---|---|
        | 包保覆盖与承诺 | 包保覆盖率 | 3 / 3 = 100.00% |
        | 包保覆盖与承诺 | 承诺书签订率 | 2 / 3 = 66.67% |
        | 督导落实 | 督导完成率 | 2 / 3 = 66.67% |
        | 问题发现与整改 | 问题发现率 | 1 / 2 = 50.00% |
        | 问题发现与整改 | 问题整改率 | 1 / 2 = 50.00% |
        | 企业自管 | 总监/员配备率 | 1 / 3 = 33.33% |
        | 企业自管 | 日管控覆盖率 | 1 / 3 = 33.33% |

        ## 分区划

        | 区划 | 主体 | 已包保主体 | 承诺书列名主体 | 已督导主体 | 包保干部 | 发现问题 | 已整改问题 | 逾期未改问题 |
        |---|---|---|---|---|---|---|---|---|
        | \<b>&"town", one | 3 | 3 | 1 | 2 | 3 | 2 | 1 | 1 |
        | empty town | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

        ## 整改中问题的时长

        | 时长 | 问题 |
        |---|---|
        | 0–7 天 | 1 |
        | 8–15 天 | 0 |
        | 16–30 天 | 0 |
        | 31+ 天 | 0 |

        演示数据

        公布数字：某报（示意）

        """, Report.ToMarkdown(Language.Chinese));

    [Fact]
    public void ToMarkdown_WithNothingPublishedAndNoParts_HasTwoColumnsAndNoTableOfAreas()
    {
        var page = ScorecardReport.Of(SmallDistrict.OnItsDay(), SmallDistrict.Village).ToMarkdown(Language.English);

        Assert.Contains("| Count | Value |\n|---|---|\n| businesses | 3 |\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("## By area", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_IsThis() => Assert.Equal(
        """
        {
          "on": "2024-03-10",
          "from": "2024-01-01",
          "code": "510115001001",
          "name": "village",
          "counts": {
            "businesses": 3,
            "tier-a": 0,
            "tier-b": 1,
            "tier-c": 1,
            "tier-d": 1,
            "without-tier": 0,
            "tied": 3,
            "named-in-commitment": 1,
            "cadres": 3,
            "city-cadres": 0,
            "district-cadres": 1,
            "town-cadres": 1,
            "village-cadres": 1,
            "main-cadres": 3,
            "committed-cadres": 2,
            "publicised": null,
            "trained": null,
            "visits-due": 3,
            "visited": 2,
            "visits": 2,
            "visits-with-findings": 1,
            "found": 2,
            "rectified": 1,
            "open": 1,
            "overdue": 1,
            "directors": 1,
            "officers": 1,
            "directors-required": 0,
            "directors-filled": 0,
            "posts-required": 3,
            "posts-filled": 1,
            "daily-records-due": 9,
            "daily-records-made": 4,
            "daily-bound": 3,
            "daily-kept": 1
          },
          "incomplete": [
            "daily-records-due",
            "daily-records-made",
            "daily-bound",
            "daily-kept"
          ],
          "load": 1,
          "indicators": {
            "coverage": {
              "numerator": 3,
              "denominator": 3
            },
            "commitments": {
              "numerator": 2,
              "denominator": 3
            },
            "visit-completion": {
              "numerator": 2,
              "denominator": 3
            },
            "finding-rate": {
              "numerator": 1,
              "denominator": 2
            },
            "rectified": {
              "numerator": 1,
              "denominator": 2
            },
            "staffing": {
              "numerator": 1,
              "denominator": 3
            },
            "daily-control": {
              "numerator": 1,
              "denominator": 3
            }
          },
          "parts": [],
          "ageing": [
            {
              "fromDays": 0,
              "toDays": 7,
              "open": 1
            },
            {
              "fromDays": 8,
              "toDays": 15,
              "open": 0
            },
            {
              "fromDays": 16,
              "toDays": 30,
              "open": 0
            },
            {
              "fromDays": 31,
              "open": 0
            }
          ],
          "missedDailyRecords": {
            "2024-03-08": 2,
            "2024-03-09": 1,
            "2024-03-10": 2
          },
          "published": [
            {
              "count": "businesses",
              "value": 9709,
              "source": {
                "zh": "某报（示意）",
                "en": "a paper (illustrative)"
              }
            }
          ],
          "notes": [
            {
              "zh": "演示数据",
              "en": "made for a test"
            }
          ]
        }

        """, Of(SmallDistrict.Village).ToJson());

    [Fact]
    public void Published_AndNotes_OfDefault_AreEmpty()
    {
        var report = Report with { Published = default, Notes = default };

        Assert.Empty(report.Published);
        Assert.Empty(report.Notes);
    }

    [Fact]
    public void Of_AnAreaThatIsNotInTheTree_IsRefused() =>
        Assert.Throws<AreaNotFoundException>(() => ScorecardReport.Of(SmallDistrict.OnItsDay(), AreaCode.Parse("510199")));

    private static ScorecardReport Of(AreaCode area) => ScorecardReport.Of(SmallDistrict.OnItsDay(), area) with
    {
        Published = [new(ScorecardMeasure.Businesses, 9_709, new Citation(("某报", "a paper"), SourceStanding.PressReport))],
        Notes = [("演示数据", "made for a test")],
    };
}
