using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The level of a warning (预警级别): 1 red is the highest, 4 blue the lowest.</summary>
/// <remarks>A lower number is a stricter level. The default value 0 is no level.</remarks>
public enum WarningLevel
{
    /// <summary>Level 1 (一级，红色).</summary>
    [BilingualName("一级（红色）", "level 1 (red)")]
    Red = 1,

    /// <summary>Level 2 (二级，橙色).</summary>
    [BilingualName("二级（橙色）", "level 2 (orange)")]
    Orange = 2,

    /// <summary>Level 3 (三级，黄色).</summary>
    [BilingualName("三级（黄色）", "level 3 (yellow)")]
    Yellow = 3,

    /// <summary>Level 4 (四级，蓝色).</summary>
    [BilingualName("四级（蓝色）", "level 4 (blue)")]
    Blue = 4,
}

/// <summary>How bad it would be if what is warned of came about (危害程度), the worst first.</summary>
/// <remarks>The default value 0 is none.</remarks>
public enum WarningSeverity
{
    /// <summary>Extremely severe (特别严重).</summary>
    [BilingualName("特别严重", "extremely severe")]
    ExtremelySevere = 1,

    /// <summary>Severe (严重).</summary>
    [BilingualName("严重", "severe")]
    Severe = 2,

    /// <summary>Fairly severe (较严重).</summary>
    [BilingualName("较严重", "fairly severe")]
    FairlySevere = 3,

    /// <summary>Ordinary (一般).</summary>
    [BilingualName("一般", "ordinary")]
    Ordinary = 4,
}

/// <summary>How likely what is warned of is to come about (发生可能性), the least likely first.</summary>
/// <remarks>The default value 0 is none.</remarks>
public enum WarningLikelihood
{
    /// <summary>Unlikely (不太可能).</summary>
    [BilingualName("不太可能", "unlikely")]
    Unlikely = 1,

    /// <summary>Possible (可能).</summary>
    [BilingualName("可能", "possible")]
    Possible = 2,

    /// <summary>Very likely (很可能).</summary>
    [BilingualName("很可能", "very likely")]
    VeryLikely = 3,

    /// <summary>Almost certain (几乎肯定).</summary>
    [BilingualName("几乎肯定", "almost certain")]
    AlmostCertain = 4,
}

/// <summary>What an assessment found (预警评估): how severe, how likely, and the level that a matrix gives for both.</summary>
/// <remarks>Made by <see cref="WarningMatrix.Assess"/>. The default value assesses nothing and is refused where one is recorded.</remarks>
/// <param name="Severity">How bad it would be.</param>
/// <param name="Likelihood">How likely it is.</param>
/// <param name="Level">The level.</param>
public readonly record struct WarningAssessment(WarningSeverity Severity, WarningLikelihood Likelihood, WarningLevel Level)
{
    /// <summary>The assessment as people read it.</summary>
    public BilingualText Text => (
        $"{Level.Name().Chinese}：{Severity.Name().Chinese}，{Likelihood.Name().Chinese}",
        $"{Level.Name().English}: {Severity.Name().English}, {Likelihood.Name().English}");
}

/// <summary>Which level a warning has, by severity and likelihood (预警分级矩阵): data, of which a place may have its own.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("WarningMatrix.ToMarkdown")]
public sealed class WarningMatrix
{
    private const int Side = 4;

    private readonly WarningLevel[] _levels;

    /// <summary>Writes a matrix.</summary>
    /// <param name="title">What people call it.</param>
    /// <param name="basis">Where it comes from.</param>
    /// <param name="levels">
    /// Sixteen levels: a row for each severity, the worst first, and in it a column for each likelihood, the least likely first.
    /// </param>
    /// <exception cref="ArgumentException">There are not sixteen levels, or one is not a named value.</exception>
    public WarningMatrix(BilingualText title, Citation basis, params ReadOnlySpan<WarningLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(basis);
        _levels = levels.ToArray();
        if (_levels.Length != Side * Side || !_levels.All(Enum.IsDefined))
        {
            throw new ArgumentException(
                $"A matrix of {_levels.Length} levels: {string.Join(", ", _levels)}. Allowed: {Side * Side} levels, each 1 (Red) to 4 (Blue).", nameof(levels));
        }

        (Title, Basis) = (TextRule.Name.Check(title), basis);
    }

    /// <summary>The matrix for food-safety warnings, known from a copy alone and therefore illustrative (食品安全预警分级矩阵).</summary>
    public static WarningMatrix FoodWarnings { get; } = new(
        ("食品安全预警分级矩阵", "matrix of food-safety warnings"), EmergencySources.WarningStandard,
        WarningLevel.Orange, WarningLevel.Orange, WarningLevel.Red, WarningLevel.Red,
        WarningLevel.Yellow, WarningLevel.Orange, WarningLevel.Orange, WarningLevel.Red,
        WarningLevel.Blue, WarningLevel.Yellow, WarningLevel.Yellow, WarningLevel.Orange,
        WarningLevel.Blue, WarningLevel.Blue, WarningLevel.Yellow, WarningLevel.Yellow);

    /// <summary>What people call it.</summary>
    public BilingualText Title { get; }

    /// <summary>Where it comes from (依据).</summary>
    public Citation Basis { get; }

    /// <summary>Assesses a danger.</summary>
    /// <param name="severity">How bad it would be.</param>
    /// <param name="likelihood">How likely it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either is not one of the named values.</exception>
    public WarningAssessment Assess(WarningSeverity severity, WarningLikelihood likelihood)
    {
        // The names refuse what is not named.
        _ = (severity.Name(), likelihood.Name());
        return new(severity, likelihood, _levels[(((int)severity - 1) * Side) + (int)likelihood - 1]);
    }

    /// <summary>The matrix as a Markdown table, for documents.</summary>
    /// <param name="language">The language of the names.</param>
    public string ToMarkdown(Language language)
    {
        var page = new MarkdownPage(language);
        var likelihoods = Enum.GetValues<WarningLikelihood>();
        page.Table([("危害程度", "Severity"), .. likelihoods.Select(likelihood => likelihood.Name())]);
        foreach (var severity in Enum.GetValues<WarningSeverity>())
        {
            page.Row([severity.Name(), .. likelihoods.Select(likelihood => Assess(severity, likelihood).Level.Name())]);
        }

        return page.ToString();
    }
}
