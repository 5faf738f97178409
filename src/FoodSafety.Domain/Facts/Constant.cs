namespace FoodSafety.Domain.Facts;

/// <summary>A condition that always holds, or never (恒真、恒假): <see cref="Condition.Always"/>, <see cref="Condition.Never"/>.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Constant : Condition
{
    internal Constant(bool value)
        : base(ExpressionSize.Leaf) => Value = value;

    /// <summary>Whether it holds.</summary>
    public bool Value { get; }

    internal override bool Test(IFactSource source) => Value;

    internal override void Show(ExpressionText text) => text.Add(Value ? ("始终", "always") : ("从不", "never"));
}
