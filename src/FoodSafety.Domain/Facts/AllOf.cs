using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>Conditions that must all hold (且).</summary>
/// <remarks>Nested conjunctions are joined into one when it is built. With no part it always holds.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AllOf : Condition, IEquatable<AllOf>
{
    private readonly JoinedParts<Condition> _parts;
    private ImmutableArray<Condition> _asked;
    private int _hash;

    /// <summary>Joins conditions.</summary>
    /// <param name="parts">The conditions that must all hold.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    /// <exception cref="ArgumentException">Together they are larger than <see cref="ExpressionLimits"/> allow.</exception>
    public AllOf(params ReadOnlySpan<Condition> parts)
        : this(JoinedParts<Condition>.Of(parts, static part => (part as AllOf)?._parts))
    {
    }

    private AllOf(JoinedParts<Condition> parts)
        : base(parts.Size(static part => part.Size)) => _parts = parts;

    /// <summary>The conditions, in the order written.</summary>
    public ImmutableArray<Condition> Parts => _parts.Flat;

    /// <summary>The conditions in the order in which they are asked, custom ones last.</summary>
    internal ImmutableArray<Condition> Asked =>
        _asked.IsDefault ? _asked = Joined.DataFirst(Parts, Size.AsksCustom) : _asked;

    /// <inheritdoc/>
    public bool Equals(AllOf? other) => other is not null && (ReferenceEquals(_parts, other._parts) || Parts.SequenceEqual(other.Parts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AllOf);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Joined.Hash(Parts);

    internal override void Show(ExpressionText text)
    {
        if (Parts.IsEmpty)
        {
            text.Add(Always);
            return;
        }

        text.Join(Parts, " 且 ", " and ", static (text, part) => text.Add(part, inBrackets: part is AnyOf));
    }

    internal override Truth Test(IFactSource source)
    {
        var whole = Truth.Holds;
        foreach (var part in Asked)
        {
            var truth = part.Test(source);
            if (truth == Truth.Fails)
            {
                return truth;
            }

            whole = TruthLogic.LessCertain(whole, truth);
        }

        return whole;
    }
}

/// <summary>Conditions of which at least one must hold (或).</summary>
/// <remarks>Nested disjunctions are joined into one when it is built. With no part it never holds.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AnyOf : Condition, IEquatable<AnyOf>
{
    private readonly JoinedParts<Condition> _parts;
    private ImmutableArray<Condition> _asked;
    private int _hash;

    /// <summary>Joins conditions.</summary>
    /// <param name="parts">The conditions of which one is enough.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    /// <exception cref="ArgumentException">Together they are larger than <see cref="ExpressionLimits"/> allow.</exception>
    public AnyOf(params ReadOnlySpan<Condition> parts)
        : this(JoinedParts<Condition>.Of(parts, static part => (part as AnyOf)?._parts))
    {
    }

    private AnyOf(JoinedParts<Condition> parts)
        : base(parts.Size(static part => part.Size)) => _parts = parts;

    /// <summary>The conditions, in the order written.</summary>
    public ImmutableArray<Condition> Parts => _parts.Flat;

    /// <summary>The conditions in the order in which they are asked, custom ones last.</summary>
    internal ImmutableArray<Condition> Asked =>
        _asked.IsDefault ? _asked = Joined.DataFirst(Parts, Size.AsksCustom) : _asked;

    /// <inheritdoc/>
    public bool Equals(AnyOf? other) => other is not null && (ReferenceEquals(_parts, other._parts) || Parts.SequenceEqual(other.Parts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AnyOf);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Joined.Hash(Parts);

    internal override void Show(ExpressionText text)
    {
        if (Parts.IsEmpty)
        {
            text.Add(Never);
            return;
        }

        text.Join(Parts, " 或 ", " or ", static (text, part) => text.Add(part, inBrackets: part is AllOf));
    }

    internal override Truth Test(IFactSource source)
    {
        var whole = Truth.Fails;
        foreach (var part in Asked)
        {
            var truth = part.Test(source);
            if (truth == Truth.Holds)
            {
                return truth;
            }

            whole = TruthLogic.LessCertain(whole, truth);
        }

        return whole;
    }
}

/// <summary>A condition that must not hold (非).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Negation : Condition, IEquatable<Negation>
{
    private int _hash;

    /// <summary>Negates a condition.</summary>
    /// <param name="inner">The condition that must not hold.</param>
    /// <exception cref="ArgumentException">It would be larger than <see cref="ExpressionLimits"/> allow.</exception>
    public Negation(Condition inner)
        : base(ExpressionSize.Around((inner ?? throw new ArgumentNullException(nameof(inner))).Size)) => Inner = inner;

    /// <summary>The condition that must not hold.</summary>
    public Condition Inner { get; }

    /// <inheritdoc/>
    public bool Equals(Negation? other) => other is not null && (ReferenceEquals(this, other) || Inner.Equals(other.Inner));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Negation);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = ~Inner.GetHashCode();

    internal override Truth Test(IFactSource source) => Inner.Test(source).Not();

    internal override void Show(ExpressionText text)
    {
        if (Inner is Stated stated)
        {
            stated.ShowNot(text);
            return;
        }

        text.Add("非(", "not (").Add(Inner).Add(")");
    }
}

/// <summary>What nodes with several parts have in common.</summary>
internal static class Joined
{
    public static void Call(ExpressionText text, string chinese, string english, ImmutableArray<NumberExpression> parts, Languages.BilingualText unit) => text
        .Add(chinese, english).Add("(")
        .Join(parts, "，", ", ", (text, part) => text.AddPart(part, unit))
        .Add(")");

    /// <summary>The parts in the order in which they are asked: custom conditions last, when the data has settled most.</summary>
    public static ImmutableArray<Condition> DataFirst(ImmutableArray<Condition> parts, bool asksCustom) =>
        asksCustom ? [.. parts.OrderBy(part => part.Size.AsksCustom)] : parts;

    public static int Hash<T>(ImmutableArray<T> parts)
    {
        var hash = new HashCode();
        foreach (var part in parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }
}
