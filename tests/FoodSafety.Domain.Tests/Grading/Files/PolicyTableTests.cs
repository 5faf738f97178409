using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Tests.Grading.Files.SamplePolicy;

namespace FoodSafety.Domain.Tests.Grading.Files;

public class PolicyTableTests
{
    [Fact]
    public void ToMarkdown_InEnglish_GivesTheWholePage() => Assert.Equal(English, Policy.ToMarkdown(Language.English));

    [Fact]
    public void ToMarkdown_InChinese_GivesTheWholePage() => Assert.Equal(Chinese, Policy.ToMarkdown(Language.Chinese));

    [Fact]
    public void ToMarkdown_BarsBackslashesAndLines_StayInTheirCell() => Assert.Contains(
        "| mild | a\\\\\\|b \\<i> | none of the above | x |\n",
        Bare(("", "a\\|b <i>")).ToMarkdown(Language.English), StringComparison.Ordinal);

    [Fact]
    public void ToMarkdown_PolicyWithoutExtras_LeavesTheirTablesOut()
    {
        var page = Bare(("", "")).ToMarkdown(Language.English);
        Assert.Equal(["# bare", "## Rules"], page.Split('\n').Where(line => line.StartsWith('#')));
        Assert.Contains("| in force | always |", page, StringComparison.Ordinal);
        Assert.Contains("| standing | every clause rests on an official text or government notice |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ToMarkdown_NumberOfPartsWithAndWithoutPoints_SaysHowTheyJoin()
    {
        var worst = new LargestOf(Staff, Score.When(Special, 1)).Named(("", "worst"));
        var page = GradingPolicy.Define("p", "1", ("", "p"), Scale)
            .Rule("r", Grade.Strict, worst > 1, ("", ""), Source).Otherwise(Grade.Mild, ("", ""), Source).Build().ToMarkdown(Language.English);
        Assert.Contains("""
            ## worst

            The largest of these parts.

            In each part the first condition that holds counts; where none does, 0.

            | part | condition | value |
            |---|---|---|
            | 1 | always | staff |
            | 2 | special food | 1 |

            """, page, StringComparison.Ordinal);
    }

    [Fact]
    public void ToMarkdown_UnknownLanguage_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("language", () => Policy.ToMarkdown((Language)9));

    private static Citation Source { get; } = new(("一", "x"), SourceStanding.OfficialText);

    private static GradingPolicy<Grade> Bare(BilingualText otherwise) =>
        GradingPolicy.Define("bare", "1", ("", "bare"), Scale).Otherwise(Grade.Mild, otherwise, Source).Build();

    private const string English = """
        # a sample

        | about | this policy |
        |---|---|
        | key | sample |
        | version | 1.0 |
        | in force | from 2024-01-01, before 2025-01-01 |
        | grades, mildest first | mild, middle, strict |
        | standing | illustrative: not every clause is confirmed by an official text or government notice |

        ## Not graded

        Asked first, in this order; where one holds no grade is given.

        | reason | condition | basis |
        |---|---|---|
        | lucky | lucky | a guess (illustrative) |

        ## Rules

        The strictest first; of the rules that hold, the strictest decides.

        | grade | rule | condition | basis |
        |---|---|---|---|
        | strict | heavy load | load > 60 or largest of(staff, smallest of(area, weight)) = 7 or not (kind is Shop) | An order, Art. 3 |
        | middle | canteens | kind is Canteen and staff ≥ 10 | An order, Art. 3 |
        | mild | the rest | none of the above | a guess (illustrative) |

        ## Adjustments

        They move the grade that the rules gave. The steps of all that hold are added, and stop at either end of the scale.

        | change | reason | condition | basis |
        |---|---|---|---|
        | 2 milder | small area | area < 0.5 | a guess (illustrative) |

        ## load

        The sum of these parts.

        | part | value |
        |---|---|
        | 1 | weight |
        | 2 | 0.5 × staff |

        ## weight

        In each part the first condition that holds counts; where none does, 0.

        | part | condition | value |
        |---|---|---|
        | 1 | special food and area ≤ 50.25 | 1.5 |
        | 1 | always | -1 |

        ## Facts

        | fact | key | unit or values |
        |---|---|---|
        | area | area | m² |
        | kind | kind | not stated, Shop, Canteen |
        | special food | special | yes, no |
        | staff | staff | people |

        """;

    private const string Chinese = """
        # 样例"标准"

        | 项目 | 内容 |
        |---|---|
        | 编号 | sample |
        | 版本 | 1.0 |
        | 有效期 | 2024-01-01 起，2025-01-01 之前 |
        | 等级（由宽到严） | 宽、中、严 |
        | 性质 | 示意：含有未经官方文本或政府公告证实的条款 |

        ## 不予分级

        先于分级规则依次判断，符合任一情形的不予分级。

        | 情形 | 条件 | 依据 |
        |---|---|---|
        | 吉利 | 吉利 | 推测（示意） |

        ## 分级规则

        由严到宽排列，以所符合的最严一条为准。

        | 等级 | 规则 | 条件 | 依据 |
        |---|---|---|---|
        | 严 | 负荷大 | 负荷 > 60 或 最大值(从业人员，最小值(面积，权重)) = 7 或 非(业态为Shop) | 某令\|一 第3条 |
        | 中 | 食堂 | 业态为Canteen 且 从业人员 ≥ 10 | 某令\|一 第3条 |
        | 宽 | 其余 | 不符合以上任何一条 | 推测（示意） |

        ## 等级调整

        在规则所定等级上调整，各项级数相加，至最严或最宽一级为止。

        | 调整 | 理由 | 条件 | 依据 |
        |---|---|---|---|
        | 从宽2级 | 面积小 | 面积 < 0.5 | 推测（示意） |

        ## 负荷

        以下各分项之和。

        | 分项 | 分值 |
        |---|---|
        | 1 | 权重 |
        | 2 | 0.5 × 从业人员 |

        ## 权重

        每一分项按首个符合的条件计分，均不符合的计0分。

        | 分项 | 条件 | 分值 |
        |---|---|---|
        | 1 | 特殊食品 且 面积 ≤ 50.25 | 1.5 |
        | 1 | 始终 | -1 |

        ## 所用事实

        | 事实 | 编号 | 单位或取值 |
        |---|---|---|
        | 面积 | area | 平方米 |
        | 业态 | kind | 未填报、Shop、Canteen |
        | 特殊食品 | special | 是、否 |
        | 从业人员 | staff | 人 |

        """;
}
