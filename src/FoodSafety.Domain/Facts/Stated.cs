using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>That a fact, or every part of a number that counts, is stated (已填报): <c>DinersPerMeal.IsStated</c>. It always holds or fails.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Stated : Condition, IEquatable<Stated>
{
    internal Stated(IFact fact)
        : base(ExpressionSize.Leaf) => Fact = fact;

    internal Stated(NumberExpression number)
        : base(number is NumberFact ? ExpressionSize.Leaf : ExpressionSize.Around(number.Size)) => (Fact, Number) = (number as IFact, number);

    /// <summary>The fact that is asked for; null of a computed number.</summary>
    public IFact? Fact { get; }

    /// <summary>The number that is asked for; null of a flag and a choice.</summary>
    public NumberExpression? Number { get; }

    /// <inheritdoc/>
    public bool Equals(Stated? other) => other is not null && Equals(Fact, other.Fact) && Equals(Number, other.Number);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Stated);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fact, Number);

    internal override Truth Test(IFactSource source) =>
        (Number is { } number ? number.Stored(source) != NumberExpression.NotStated : source.StoredOf(Fact!) != Fact!.Unstated).ToTruth();

    internal override void Show(ExpressionText text) => ShowSubject(text).Add("已填报", " is stated");

    internal void ShowNot(ExpressionText text) => ShowSubject(text).Add("未填报", " is not stated");

    private ExpressionText ShowSubject(ExpressionText text) => Fact is { } fact ? text.Add(fact.Name) : text.Add("(").Add(Number!).Add(")");
}

/// <summary>A number with another that stands in where it is not stated (缺省值): <c>Violations.OrElse(0)</c>.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class NumberOrElse : NumberExpression, IEquatable<NumberOrElse>
{
    private readonly long _stored;

    internal NumberOrElse(NumberExpression inner, decimal otherwise)
        : this(inner, otherwise, Math.Max(inner.Decimals, Exact.DecimalsOf(otherwise, nameof(otherwise))))
    {
    }

    private NumberOrElse(NumberExpression inner, decimal otherwise, int decimals)
        : base(decimals, Bound(inner, otherwise, decimals, inner.Least, Int128.Min), Bound(inner, otherwise, decimals, inner.Most, Int128.Max), ExpressionSize.Around(inner.Size), inner.Unit) =>
        (Inner, Otherwise, _stored) = (inner, otherwise, (long)(otherwise * Exact.Power(decimals)));

    /// <summary>The number.</summary>
    public NumberExpression Inner { get; }

    /// <summary>What stands in where the number is not stated.</summary>
    public decimal Otherwise { get; }

    /// <summary>What stands in, in smallest units.</summary>
    internal long StoredOtherwise => _stored;

    /// <inheritdoc/>
    public bool Equals(NumberOrElse? other) => other is not null && (ReferenceEquals(this, other) || (Otherwise == other.Otherwise && Inner.Equals(other.Inner)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NumberOrElse);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Inner, Otherwise);

    internal override long Stored(IFactSource source) => Aligned.Stored(Inner, source, Decimals) is var stored && stored == NotStated ? _stored : stored;

    internal override void Show(ExpressionText text) => text
        .Add("(").Add(Inner).Add("，未填报时为 ", ", or ").Add(QuantityText.Of(Otherwise, Unit)).Add(")", " if not stated)");

    private static Int128 Bound(NumberExpression inner, decimal otherwise, int decimals, long bound, Func<Int128, Int128, Int128> choose) =>
        choose((Int128)bound * Exact.Power(decimals - inner.Decimals), (Int128)(otherwise * Exact.Power(decimals)));
}

/// <summary>What a condition says of an entity.</summary>
internal enum Truth : byte
{
    /// <summary>It certainly does not hold.</summary>
    Fails = 0,

    /// <summary>It certainly holds.</summary>
    Holds = 1,

    /// <summary>It hangs on what is not stated, and neither holds nor fails.</summary>
    NotStated = 2,

    /// <summary>It hangs on a custom condition that is not asked, and may be any of the others. Only explanations know it.</summary>
    NotAsked = 3,
}

/// <summary>The logic of what may not be stated: that of SQL, and of Kleene before it.</summary>
internal static class TruthLogic
{
    public static Truth ToTruth(this bool holds) => holds ? Truth.Holds : Truth.Fails;

    public static Truth Not(this Truth truth) => truth switch
    {
        Truth.Holds => Truth.Fails,
        Truth.Fails => Truth.Holds,
        Truth.NotStated or Truth.NotAsked => truth,
    };

    /// <summary>Of two of which neither settles the whole the one that is less certain.</summary>
    public static Truth LessCertain(Truth one, Truth other) => (Truth)Math.Max((byte)one, (byte)other);
}

/// <summary>What a fact is besides its key, so that two declarations under one key are told apart.</summary>
internal static class FactDeclaration
{
    /// <summary>What is said of a fact that nobody stated.</summary>
    public static readonly BilingualText NotStated = ("未填报", "not stated");

    /// <summary>The word for it in files.</summary>
    public const string NotStatedCode = "not-stated";

    /// <summary>Whether two facts have one key and are one; two declarations under one key are refused.</summary>
    /// <exception cref="ArgumentException">They have one key and are not declared alike.</exception>
    public static bool RequireSame(IFact one, IFact other) => ReferenceEquals(one, other) || (one.Id == other.Id && (one.Equals(other) ? true : throw Refuse(one, other)));

    public static ArgumentException Refuse(IFact one, IFact other) => new(Conflict(one, other).English);

    public static BilingualText Conflict(IFact one, IFact other)
    {
        var (a, b) = (Describe(one), Describe(other));
        return ($"事实“{one.Id}”有两种声明：{a.Chinese}；{b.Chinese}。", $"'{one.Id}' is declared in two ways: {a.English}; and {b.English}.");
    }

    /// <summary>Why there is no column for a fact: it is declared otherwise under its key, or else what is said of one whose key is unknown.</summary>
    public static BilingualText WhyMissing(FactSchema schema, IFact fact, BilingualText unknown) => schema.Find(fact.Id) is { } other ? Conflict(other, fact) : unknown;

    private static BilingualText Describe(IFact fact)
    {
        BilingualText kind = fact switch
        {
            NumberFact number => (
                $"数值，单位 {number.Unit.Chinese}，{number.Allowed.Chinese}", $"a number in {number.Unit.English}, {number.Allowed.English}"),
            IChoiceFact choice => (
                $"选项 {string.Join('、', choice.Values.Select(choice.CodeOf))}", $"a choice of {string.Join(", ", choice.Values.Select(choice.CodeOf))}"),
            _ => ("标志", "a flag"),
        };
        return ($"“{fact.Name.Chinese}”（{kind.Chinese}{(fact.IsFixed ? "，固定" : "")}）", $"'{fact.Name.English}' ({kind.English}{(fact.IsFixed ? ", fixed" : "")})");
    }
}
