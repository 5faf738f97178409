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

        Final rules stand first: where one holds it decides before all others, and is not adjusted. Then the strictest first; of the rules that hold, the strictest decides.

        | grade | rule | condition | basis |
        |---|---|---|---|
        | strict (final) | huge | area > 9,000 m² | An order, Art. 3 |
        | strict | heavy load | load > 60 or largest of(staff, smallest of(area, weight)) = 7 or not (kind is Shop) | An order, Art. 3 |
        | middle | canteens | kind is Canteen and staff ≥ 10 people | An order, Art. 3 |
        | mild | the rest | none of the above | a guess (illustrative) |

        ## Adjustments

        They move the grade that the rules gave. The steps of all that hold are added, and stop at either end of the scale.

        After the steps, the grade is brought within the bounds that hold; where a floor and a ceiling exclude each other, the floor, being stricter, wins.

        | change | reason | condition | basis |
        |---|---|---|---|
        | 2 milder | small area | area < 0.5 m² | a guess (illustrative) |
        | not milder than middle | special food | special food | a guess (illustrative) |
        | not stricter than middle | one person | staff ≤ 1 people | a guess (illustrative) |

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
        | 1 | special food and area ≤ 50.25 m² | 1.5 |
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

        直接定级的规则在前，符合时优先于其他规则，且不再调整；其余由严到宽排列，以所符合的最严一条为准。

        | 等级 | 规则 | 条件 | 依据 |
        |---|---|---|---|
        | 严（直接定级） | 特大 | 面积 > 9,000 平方米 | 某令\|一 第3条 |
        | 严 | 负荷大 | 负荷 > 60 或 最大值(从业人员，最小值(面积，权重)) = 7 或 非(业态为Shop) | 某令\|一 第3条 |
        | 中 | 食堂 | 业态为Canteen 且 从业人员 ≥ 10 人 | 某令\|一 第3条 |
        | 宽 | 其余 | 不符合以上任何一条 | 推测（示意） |

        ## 等级调整

        在规则所定等级上调整，各项级数相加，至最严或最宽一级为止。

        加减级数之后，再按上限（不严于）、下限（不宽于）限定；上下限冲突的，以较严的下限为准。

        | 调整 | 理由 | 条件 | 依据 |
        |---|---|---|---|
        | 从宽 2 级 | 面积小 | 面积 < 0.5 平方米 | 推测（示意） |
        | 不宽于中 | 特殊食品 | 特殊食品 | 推测（示意） |
        | 不严于中 | 一人 | 从业人员 ≤ 1 人 | 推测（示意） |

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
        | 1 | 特殊食品 且 面积 ≤ 50.25 平方米 | 1.5 |
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
