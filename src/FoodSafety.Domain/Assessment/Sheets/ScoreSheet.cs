using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Assessment;

/// <summary>The score sheets were laid down (考核评分表发布): all that points are given by, in the place of those before.</summary>
/// <remarks>
/// A district has none until some are. Points are given by the sheets of the day, and what was given stands as it is when a sheet changes; a score is
/// asked for with the sheet that it goes by.
/// </remarks>
/// <param name="Rules">The sheets, one of an id.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ScoreSheetsLaidDown(ItemList<ScoreSheet> Rules) : RulesLaidDown<ItemList<ScoreSheet>>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "score-sheets-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("score-sheets", "");

    internal static ItemList<ScoreSheet> National(LocalDate day) => [];

    private protected override ItemList<ScoreSheet> Check(ItemList<ScoreSheet> sheets) => sheets.GroupBy(sheet => sheet.Id).FirstOrDefault(same => same.Count() > 1) is { } twice
        ? throw new ArgumentException($"Two score sheets are called '{twice.Key}'. Allowed: one of an id, in the version by which points are given.", nameof(sheets))
        : sheets;
}

/// <summary>A score sheet (考核评分表): who is assessed, by which lines, within which bounds. Data, checked when it is made.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ScoreSheet
{
    private readonly ImmutableDictionary<string, ScoreLine> _byCode;

    /// <summary>Makes a sheet.</summary>
    /// <param name="id">What files and events call it.</param>
    /// <param name="version">Its version.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="kind">Who is assessed.</param>
    /// <param name="fullPoints">What the weights of its indicators come to (满分); stated, so that a weight that was mistyped is found.</param>
    /// <param name="lines">Its lines in the order shown; at least one.</param>
    /// <param name="basis">The rule that sets it.</param>
    /// <param name="floor">The least total (下限), within ±1,000,000,000.</param>
    /// <param name="cap">The greatest total (上限); <paramref name="fullPoints"/> when null.</param>
    /// <param name="decimals">To how many decimals points of indicators are rounded, half away from zero: 0 to 6.</param>
    /// <exception cref="ArgumentException">A text is blank, there is no line, a code stands twice, the weights do not come to the full points, or the cap is below the floor.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind, the decimals or a bound are outside their range.</exception>
    public ScoreSheet(
        string id, string version, BilingualText title, AssesseeKind kind, decimal fullPoints, IEnumerable<ScoreLine> lines, Citation basis,
        decimal floor = 0, decimal? cap = null, int decimals = 2)
    {
        TextRule.Key.Check(id);
        TextRule.Key.Check(version);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(basis);
        _ = kind.Name();
        if (decimals is < 0 or > 6)
        {
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, "Allowed: 0 to 6.");
        }

        if (Math.Abs(floor) > Shares.MostPoints || Math.Abs(cap ?? 0) > Shares.MostPoints)
        {
            throw new ArgumentOutOfRangeException(nameof(floor), floor, $"Floor {floor} and cap {cap}. Allowed: within ±{Shares.MostPoints:#,0}.");
        }

        (Id, Version, Title, Kind, FullPoints, Basis) = (id, version, title, kind, fullPoints, basis);
        (Floor, Cap, Decimals, Lines) = (floor, cap ?? fullPoints, decimals, [.. lines]);
        TextRule.Name.Check(title);
        if (Lines.IsEmpty)
        {
            throw new ArgumentException($"Sheet '{id}' needs at least one line.", nameof(lines));
        }

        if (Lines.GroupBy(line => line.Code).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Sheet '{id}' has two lines '{twice.Key}'.", nameof(lines));
        }

        var weights = Lines.OfType<IndicatorLine>().Sum(line => line.Weight);
        if (weights != fullPoints)
        {
            throw new ArgumentException($"The weights of sheet '{id}' come to {weights}, stated are {fullPoints}.", nameof(fullPoints));
        }

        if (Cap < Floor)
        {
            throw new ArgumentException($"The cap {Cap} of sheet '{id}' is below its floor {Floor}.", nameof(cap));
        }

        _byCode = Lines.ToImmutableDictionary(line => line.Code, StringComparer.Ordinal);
    }

    /// <summary>What files and events call it.</summary>
    public string Id { get; }

    /// <summary>Its version.</summary>
    public string Version { get; }

    /// <summary>What people call it.</summary>
    public BilingualText Title { get; }

    /// <summary>Who is assessed (考核对象).</summary>
    public AssesseeKind Kind { get; }

    /// <summary>What the weights of its indicators come to (满分).</summary>
    public decimal FullPoints { get; }

    /// <summary>Its lines, in the order shown.</summary>
    public ItemList<ScoreLine> Lines { get; }

    /// <summary>The least total (下限).</summary>
    public decimal Floor { get; }

    /// <summary>The greatest total (上限).</summary>
    public decimal Cap { get; }

    /// <summary>To how many decimals points of indicators are rounded, half away from zero.</summary>
    public int Decimals { get; }

    /// <summary>The rule that sets it (依据).</summary>
    public Citation Basis { get; }

    /// <summary>The indicators that it measures, in the order of its lines.</summary>
    public IEnumerable<Indicator> Indicators => Lines.OfType<IndicatorLine>().Select(line => line.Indicator);

    /// <summary>The line with a code; null when the sheet has none.</summary>
    /// <param name="code">The code.</param>
    public ScoreLine? FindLine(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The same id, version, bounds and lines.</summary>
    /// <param name="other">The sheet to compare with.</param>
    public bool Equals(ScoreSheet? other) => other is not null
        && (Id, Version, Title, Kind, FullPoints, Floor, Cap, Decimals) == (other.Id, other.Version, other.Title, other.Kind, other.FullPoints, other.Floor, other.Cap, other.Decimals)
        && Basis == other.Basis && Lines.SequenceEqual(other.Lines);

    /// <summary>A hash of id and version.</summary>
    public override int GetHashCode() => HashCode.Combine(Id, Version);

    /// <summary>Id and version.</summary>
    public override string ToString() => $"{Id} {Version}";

    internal void CheckKind(Assessee assessee)
    {
        if (assessee.Kind != Kind)
        {
            throw new ArgumentException($"Sheet '{Id}' is not for {(assessee.IsNone ? "nobody" : assessee)}. Allowed: a {Kind.Name().English}.", nameof(assessee));
        }
    }
}
