using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A yes-or-no fact (标志事实), and itself the condition that it is set: <c>SpecialFood &amp; !ChainHeadquarters</c>.</summary>
/// <remarks>Of what nobody stated it neither holds nor fails; <c>SpecialFood.OrElse(false)</c> counts it as not set.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("FlagFact.Id")]
public sealed class FlagFact : Condition, IFact, IEquatable<FlagFact>
{
    private static readonly BilingualText Yes = ("是", "yes");
    private static readonly BilingualText No = ("否", "no");
    private readonly int _hash;

    /// <summary>Declares a flag.</summary>
    /// <param name="id">The stable key in files: a lower-case Latin letter, then lower-case letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="name">The name that people see, worded so that "yes" makes sense of it.</param>
    /// <exception cref="ArgumentException">The key is malformed.</exception>
    public FlagFact(string id, BilingualText name)
        : base(ExpressionSize.Leaf)
    {
        Id = FactId.Check(id, nameof(id));
        _hash = Id.GetHashCode(StringComparison.Ordinal);
        Name = TextRule.Name.CheckAny(name);
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public BilingualText Name { get; }

    /// <inheritdoc/>
    public bool IsFixed { get; init; }

    /// <inheritdoc/>
    public long Unstated => NumberExpression.NotStated;

    /// <inheritdoc/>
    public Condition IsStated => field ??= new Stated(this);

    /// <summary>The fact with a value.</summary>
    /// <param name="value">True when it is set; null says that it is not stated.</param>
    public FactValue Of(bool? value) => new(this, value switch { true => 1, false => 0, null => Unstated });

    /// <summary>The flag with what counts where it is not stated: <c>flag.OrElse(false)</c> holds where it is stated and set, and fails elsewhere.</summary>
    /// <param name="value">What counts where it is not stated.</param>
    public Condition OrElse(bool value) => value ? this | !IsStated : this & IsStated;

    /// <summary>Whether the flag is set in one entity; null where it is not stated.</summary>
    /// <param name="source">The entity to read.</param>
    public bool? In(IFactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.StoredOf(this) is var stored && stored == Unstated ? null : stored != 0;
    }

    /// <inheritdoc/>
    public BilingualText Show(long stored) => stored == Unstated ? FactDeclaration.NotStated : stored != 0 ? Yes : No;

    /// <summary>Whether another is the same flag: of the same key, and declared alike.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(FlagFact? other) =>
        other is not null && (ReferenceEquals(this, other) || (Id == other.Id && Name == other.Name && IsFixed == other.IsFixed));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FlagFact);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    internal override Truth Test(IFactSource source) => source.StoredOf(this) is var stored && stored == Unstated ? Truth.NotStated : (stored != 0).ToTruth();

    internal override void Show(ExpressionText text) => text.Add(Name);
}
