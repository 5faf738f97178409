using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Emergencies;

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
