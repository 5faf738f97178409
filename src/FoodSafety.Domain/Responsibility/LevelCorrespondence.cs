using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Which level of cadres takes which tier (层级对应): a version of a policy, in force for a time.</summary>
/// <remarks>Immutable. <see cref="Default"/> is what every place with published figures does.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class LevelCorrespondence
{
    private readonly AreaLevel[] _levels;

    /// <summary>Writes a version.</summary>
    /// <param name="version">The version, as people name it; not blank.</param>
    /// <param name="inForce">The days on which it is in force.</param>
    /// <param name="basis">Where it comes from.</param>
    /// <param name="a">The level that takes tier A.</param>
    /// <param name="b">The level that takes tier B.</param>
    /// <param name="c">The level that takes tier C.</param>
    /// <param name="d">The level that takes tier D.</param>
    /// <exception cref="ArgumentException">The version is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level is none of the five.</exception>
    public LevelCorrespondence(string version, Term inForce, Citation basis, AreaLevel a, AreaLevel b, AreaLevel c, AreaLevel d)
    {
        TextRule.Key.Check(version);
        ArgumentNullException.ThrowIfNull(basis);
        Version = version;
        InForce = inForce;
        Basis = basis;
        _levels = [Check(a, nameof(a)), Check(b, nameof(b)), Check(c, nameof(c)), Check(d, nameof(d))];
    }

    /// <summary>City cadres take A, district cadres B, town cadres C and village cadres D (A级市级、B级县级、C级镇级、D级村级).</summary>
    public static LevelCorrespondence Default { get; } = new(
        "2022.1", new Term(new LocalDate(2022, 11, 1)),
        new Citation(
            ("怀化市、汉台区等地包保公开报道：A级由市级、B级由县级、C级由镇级、D级由村级干部包保", "Published reports of Huaihua, Hantai and other places: tier A to city, B to county, C to town, D to village cadres"),
            SourceStanding.PressReport, url: new Uri("http://yuntuisou.com/news/show-17447.html")),
        AreaLevel.City, AreaLevel.District, AreaLevel.Town, AreaLevel.Village);

    /// <summary>The version, as people name it (版本).</summary>
    public string Version { get; }

    /// <summary>The days on which it is in force (施行期间).</summary>
    public Term InForce { get; }

    /// <summary>Where it comes from (依据).</summary>
    public Citation Basis { get; }

    /// <summary>The level that takes a tier: of whose cadres the main responsible is one.</summary>
    /// <param name="tier">The tier.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tier"/> is not one of the four.</exception>
    public AreaLevel LevelOf(Tier tier) => tier is >= Tier.A and <= Tier.D
        ? _levels[(int)tier - 1]
        : throw new ArgumentOutOfRangeException(nameof(tier), tier, "Allowed: A, B, C, D.");

    /// <summary>The level at which a step is taken: the tier's own for the main one, and one lower for each step after it.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="step">The step.</param>
    /// <returns>Null when there is no such step, for no level lies below villages: a village takes a tier alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tier"/> or <paramref name="step"/> is not a named value.</exception>
    public AreaLevel? FindLevel(Tier tier, ResponsibleStep step)
    {
        var level = LevelOf(tier) + (step.Named() - ResponsibleStep.Main);
        return Enum.IsDefined(level) ? level : null;
    }

    /// <summary>The version and what it says.</summary>
    public override string ToString() =>
        $"{Version}: {string.Join(", ", Tiers.Scale.MildestFirst.Reverse().Select(tier => $"{tier} {LevelOf(tier).Name().English}"))}";

    private static AreaLevel Check(AreaLevel level, string parameter) => level.Named(parameter);

    /// <summary>What a regrading, or the preview of a draft, means for the levels: who loses businesses to whom.</summary>
    /// <param name="matrix">The matrix of the regrading.</param>
    /// <returns>The moves between levels, the wider level first; those within one level are not among them.</returns>
    public ImmutableArray<LevelMove> MovesOf(TransitionMatrix<Tier> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        Tier?[] tiers = [.. matrix.Scale.MildestFirst.Select(tier => (Tier?)tier), null];
        return [.. tiers
            .SelectMany(from => tiers.Select(to => (From: LevelOfAny(from), To: LevelOfAny(to), Businesses: matrix[from, to])))
            .GroupBy(move => (move.From, move.To))
            .Where(move => move.Key.From != move.Key.To && move.Any(m => m.Businesses > 0))
            .Select(move => new LevelMove(move.Key.From, move.Key.To, move.Sum(m => m.Businesses)))
            .OrderBy(move => move.From).ThenBy(move => move.To)];

        AreaLevel? LevelOfAny(Tier? tier) => tier is { } known ? LevelOf(known) : null;
    }
}
