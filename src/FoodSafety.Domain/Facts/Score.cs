using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>Points by case (评分): the points of the first case that holds, or 0 when none does.</summary>
/// <remarks>
/// It is not stated where a case before the first that holds hangs on what is not stated: a missing figure earns no points by silence.
/// Score cards, bands and look-up tables are all of this kind: <c>new Score((FloorArea &lt;= 50, 1), (FloorArea &lt;= 200, 1.5m))</c>.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Score : NumberExpression, IEquatable<Score>
{
    private readonly ImmutableArray<long> _points;
    private int _hash;

    /// <summary>Scores by cases, the first that holds counting.</summary>
    /// <param name="cases">The cases; at least one.</param>
    /// <exception cref="ArgumentException">There is no case, or one without a condition; or it would be larger than <see cref="ExpressionLimits"/> allow.</exception>
    public Score(params ReadOnlySpan<ScoreCase> cases)
        : this(Check(cases))
    {
    }

    private Score(ImmutableArray<ScoreCase> cases)
        : base(DecimalsOf(cases), Bound(cases, Int128.Min), Bound(cases, Int128.Max), SizeOf(cases))
    {
        Cases = cases;
        _points = [.. cases.Select(c => (long)(c.Points * Exact.Power(Decimals)))];
    }

    /// <summary>The cases, in the order in which they are tried.</summary>
    public ImmutableArray<ScoreCase> Cases { get; }

    /// <summary>The points of each case, in smallest units.</summary>
    internal ImmutableArray<long> StoredPoints => _points;

    /// <summary>The points when one condition holds, else 0.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="points">The points.</param>
    public static Score When(Condition condition, decimal points) => new(new ScoreCase(condition, points));

    /// <inheritdoc/>
    public bool Equals(Score? other) => other is not null && (ReferenceEquals(this, other) || Cases.SequenceEqual(other.Cases));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Score);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Joined.Hash(Cases);

    internal override long Stored(IFactSource source)
    {
        for (var i = 0; i < Cases.Length; i++)
        {
            switch (Cases[i].When.Test(source))
            {
                case Truth.Holds:
                    return _points[i];
                case Truth.NotStated or Truth.NotAsked:
                    return NotStated;
                case Truth.Fails:
                    break;
            }
        }

        return 0;
    }

    internal override void Show(ExpressionText text) => text
        .Add("评分[", "score [")
        .Join(Cases, "；", "; ", static (text, line) => text.Add(line.When).Add("：", ": ").Add(Exact.Show(line.Points)))
        .Add("]");

    private static ExpressionSize SizeOf(ImmutableArray<ScoreCase> cases) => ExpressionSize.Around(
        cases.Max(c => c.When.Size.Depth), cases.Sum(c => (long)c.When.Size.Parts), cases.Any(c => c.When.Size.AsksCustom));

    private static ImmutableArray<ScoreCase> Check(ReadOnlySpan<ScoreCase> cases)
    {
        if (cases.IsEmpty)
        {
            throw new ArgumentException("A score has at least one case.", nameof(cases));
        }

        foreach (var item in cases)
        {
            if (item.When is null)
            {
                throw new ArgumentException("A case of a score has a condition.", nameof(cases));
            }
        }

        return [.. cases];
    }

    private static int DecimalsOf(ImmutableArray<ScoreCase> cases) => cases.Max(c => Exact.DecimalsOf(c.Points, nameof(cases)));

    private static Int128 Bound(ImmutableArray<ScoreCase> cases, Func<Int128, Int128, Int128> choose)
    {
        var unit = Exact.Power(DecimalsOf(cases));
        return cases.Aggregate((Int128)0, (bound, c) => choose(bound, (Int128)(c.Points * unit)));
    }
}

/// <summary>One line of a <see cref="Score"/> (评分项): the points when its condition holds.</summary>
/// <remarks>The default value has no condition and is refused.</remarks>
/// <param name="When">The condition.</param>
/// <param name="Points">The points; at most six decimals, may be negative.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct ScoreCase(Condition When, decimal Points)
{
    /// <summary>Lets a pair stand for a case: <c>(FloorArea &lt;= 50, 1)</c>.</summary>
    /// <param name="pair">The condition, then the points.</param>
    public static implicit operator ScoreCase((Condition When, decimal Points) pair) => new(pair.When, pair.Points);

    /// <summary>The named form of the conversion from a pair.</summary>
    /// <param name="pair">The condition, then the points.</param>
    public static ScoreCase FromValueTuple((Condition When, decimal Points) pair) => pair;
}
