using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>Which way an indicator gets better (指标方向).</summary>
/// <remarks>The default value 0 is no direction.</remarks>
public enum IndicatorDirection
{
    /// <summary>More is better, as for coverage (正向指标).</summary>
    [BilingualName("正向指标", "higher is better")]
    HigherIsBetter = 1,

    /// <summary>Less is better, as for what is overdue (逆向指标).</summary>
    [BilingualName("逆向指标", "lower is better")]
    LowerIsBetter = 2,

    /// <summary>
    /// Neither: the finding rate is low where all is well and where nobody looks (中性指标). A score sheet says what it takes as good.
    /// </summary>
    [BilingualName("中性指标", "neutral")]
    Neutral = 3,
}

/// <summary>A share by which places are compared (考核指标): so many of so many.</summary>
/// <remarks>
/// The seven in use are here; a platform declares its own with the constructor. Two indicators with the same data are equal.
/// </remarks>
public sealed record Indicator
{
    /// <summary>Declares an indicator.</summary>
    /// <param name="code">What files call it: lower case with hyphens and points.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="family">Its family.</param>
    /// <param name="direction">Which way it gets better.</param>
    /// <param name="counts">What is counted: "problems put right".</param>
    /// <param name="of">Of what: "problems found".</param>
    /// <param name="basis">Where it is in use.</param>
    /// <exception cref="ArgumentException">The code is blank or a text is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The family or the direction is not one of the named values.</exception>
    public Indicator(
        string code, BilingualText name, IndicatorFamily family, IndicatorDirection direction, BilingualText counts, BilingualText of, Citation basis)
    {
        TextRule.Key.Check(code);
        ArgumentNullException.ThrowIfNull(basis);
        TextRule.Name.Check(name);
        TextRule.Note.Check(counts);
        TextRule.Note.Check(of);
        direction.Named();

        _ = family.Name();
        (Code, Name, Family, Direction, Counts, Of, Basis) = (code, name, family, direction, counts, of, basis);
    }

    /// <summary>Businesses tied to a cadre, of all (包保覆盖率).</summary>
    public static Indicator Coverage { get; } = new(
        "coverage", ("包保覆盖率", "coverage"), IndicatorFamily.CoverageAndCommitment, IndicatorDirection.HigherIsBetter,
        ("已包保主体", "businesses tied to a cadre"), ("全部主体", "all businesses"), Sources.Yangling);

    /// <summary>Cadres whose commitment stands, of those who answer for a business (承诺书签订率).</summary>
    public static Indicator Commitments { get; } = new(
        "commitments", ("承诺书签订率", "commitments signed"), IndicatorFamily.CoverageAndCommitment, IndicatorDirection.HigherIsBetter,
        ("已签承诺书的干部", "cadres with a standing commitment"), ("包保干部", "cadres who answer for a business"), Sources.Dunhua);

    /// <summary>Visits made, of those due in the period (督导完成率).</summary>
    public static Indicator VisitCompletion { get; } = new(
        "visit-completion", ("督导完成率", "visits completed"), IndicatorFamily.Visits, IndicatorDirection.HigherIsBetter,
        ("已完成督导", "visits made"), ("应完成督导", "visits due"), Sources.Yangling);

    /// <summary>Visits that found a problem, of those made (问题发现率).</summary>
    public static Indicator FindingRate { get; } = new(
        "finding-rate", ("问题发现率", "finding rate"), IndicatorFamily.Problems, IndicatorDirection.Neutral,
        ("发现问题的督导", "visits that found a problem"), ("已完成督导", "visits made"), Sources.Xinxing);

    /// <summary>Problems put right, of those found (督导整改率、问题处置率).</summary>
    public static Indicator Rectified { get; } = new(
        "rectified", ("问题整改率", "problems rectified"), IndicatorFamily.Problems, IndicatorDirection.HigherIsBetter,
        ("已整改问题", "problems put right"), ("已发现问题", "problems found"), Sources.Yangling);

    /// <summary>Posts of safety directors and officers that are filled, of those that must be (总监、员配备率).</summary>
    public static Indicator Staffing { get; } = new(
        "staffing", ("总监/员配备率", "safety posts filled"), IndicatorFamily.SelfControl, IndicatorDirection.HigherIsBetter,
        ("已配备岗位", "posts filled"), ("应配备岗位", "posts that must be filled"), Sources.Xiaogan);

    /// <summary>Businesses that kept their daily control, of those bound to it (日管控覆盖率).</summary>
    public static Indicator DailyControl { get; } = new(
        "daily-control", ("日管控覆盖率", "daily control coverage"), IndicatorFamily.SelfControl, IndicatorDirection.HigherIsBetter,
        ("已落实日管控的主体", "businesses that kept their daily control"), ("应落实日管控的主体", "businesses bound to it"), Sources.Xiaogan);

    /// <summary>The seven, by family.</summary>
    public static ImmutableArray<Indicator> All { get; } = [Coverage, Commitments, VisitCompletion, FindingRate, Rectified, Staffing, DailyControl];

    /// <summary>What files call it.</summary>
    public string Code { get; }

    /// <summary>What people call it: "督导完成率", "visits completed".</summary>
    public BilingualText Name { get; }

    /// <summary>Its family.</summary>
    public IndicatorFamily Family { get; }

    /// <summary>Which way it gets better.</summary>
    public IndicatorDirection Direction { get; }

    /// <summary>What is counted (分子).</summary>
    public BilingualText Counts { get; }

    /// <summary>Of what (分母).</summary>
    public BilingualText Of { get; }

    /// <summary>Where it is in use (依据).</summary>
    public Citation Basis { get; }

    /// <summary>The indicator of the seven with a code; null when none has it.</summary>
    /// <param name="code">A <see cref="Code"/>.</param>
    public static Indicator? Find(string code) => All.FirstOrDefault(indicator => indicator.Code == code);

    /// <summary>
    /// The same indicator for one sector alone: makers and caterers keep their records in different streams, whose shares say
    /// little when they are mixed.
    /// </summary>
    /// <param name="sector">The sector.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sector"/> is not one of the four.</exception>
    public Indicator OfSector(BusinessSector sector)
    {
        sector.Named();

        var name = sector.Name();
        return new(
            $"{Code}.{name.English.Replace(' ', '-').ToLowerInvariant()}",
            ($"{Name.Chinese}（{name.Chinese}）", $"{Name.English} ({name.English.ToLowerInvariant()})"),
            Family, Direction, Counts, Of, Basis);
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    private static class Sources
    {
        public static readonly Citation Yangling = Press(
            ("杨陵区2024年第一季度包保督导通报", "Yangling district, visits of the first quarter of 2024"), "http://njcjwzhs.com/news/detail/249/241620.html");

        public static readonly Citation Dunhua = Press(
            ("敦化市包保工作报道（2023年10月20日）", "Dunhua city, report of 20 October 2023"), "http://binuoshi.com/zj/content/2023-10/20/content_8990942.htm");

        public static readonly Citation Xinxing = Press(
            ("新兴街道2024年第一季度包保督导通报", "Xinxing street, visits of the first quarter of 2024"), "https://jianpian.cn/a/12l53869");

        public static readonly Citation Xiaogan = Press(
            ("孝感日报2023年4月：孝感市落实“两个责任”", "Xiaogan Daily, April 2023: the two responsibilities in Xiaogan"),
            "http://m.zhiwu.yzbytv.com/hyxw/2023/0414/11111.html");

        private static Citation Press(BilingualText title, string url) => new(title, SourceStanding.PressReport, url: new Uri(url));
    }
}

/// <summary>The four families of indicators by which places are compared (指标类别).</summary>
/// <remarks>The default value 0 is no family.</remarks>
public enum IndicatorFamily
{
    /// <summary>Who is tied to a cadre and has a signed commitment (包保覆盖与承诺).</summary>
    [BilingualName("包保覆盖与承诺", "coverage and commitment")]
    CoverageAndCommitment = 1,

    /// <summary>Which visits were made (督导落实).</summary>
    [BilingualName("督导落实", "visits")]
    Visits = 2,

    /// <summary>What visits found, and what of it was put right (问题发现与整改).</summary>
    [BilingualName("问题发现与整改", "problems")]
    Problems = 3,

    /// <summary>What businesses do themselves: posts filled, daily control kept (企业自管).</summary>
    [BilingualName("企业自管", "self-control")]
    SelfControl = 4,
}
