using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A yes-or-no fact (标志事实), and itself the condition that it is set: <c>SpecialFood &amp; !ChainHeadquarters</c>.</summary>
/// <remarks>What nobody stated is not set.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("FlagFact.Id")]
public sealed class FlagFact : Condition, IFact
{
    private static readonly BilingualText Yes = ("是", "yes");
    private static readonly BilingualText No = ("否", "no");

    /// <summary>Declares a flag.</summary>
    /// <param name="id">The stable key in files: lower-case words joined by hyphens.</param>
    /// <param name="name">The name that people see, worded so that "yes" makes sense of it.</param>
    /// <exception cref="ArgumentException">The key is malformed.</exception>
    public FlagFact(string id, BilingualText name)
        : base(ExpressionSize.Leaf)
    {
        Id = FactId.Check(id, nameof(id));
        Name = TextRule.Name.CheckAny(name);
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public BilingualText Name { get; }

    /// <inheritdoc/>
    public bool IsFixed { get; init; }

    /// <inheritdoc/>
    public long Unstated => 0;

    /// <summary>The fact with a value.</summary>
    /// <param name="value">True when it is set.</param>
    public FactValue Of(bool value) => new(this, value ? 1 : 0);

    /// <summary>Whether the flag is set in one entity.</summary>
    /// <param name="source">The entity to read.</param>
    public bool In(IFactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Test(source);
    }

    /// <inheritdoc/>
    public BilingualText Show(long stored) => stored != 0 ? Yes : No;

    internal override bool Test(IFactSource source) => source.StoredOf(this) != 0;

    internal override void Show(ExpressionText text) => text.Add(Name);
}
