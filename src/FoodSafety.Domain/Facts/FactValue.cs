namespace FoodSafety.Domain.Facts;

/// <summary>One fact with one value, made by the fact: <c>DinersPerMeal.Of(520)</c>.</summary>
/// <remarks>The default value names no fact and is refused wherever a value is written.</remarks>
[JsonConverter(typeof(FactValueJsonConverter))]
[InsteadOfJson("new FactValueJsonConverter(schema)")]
public readonly record struct FactValue
{
    internal FactValue(IFact fact, long stored)
    {
        Fact = fact;
        Stored = stored;
    }

    /// <summary>The fact; null only in the default value.</summary>
    public IFact? Fact { get; }

    /// <summary>The value as it is stored, exact: smallest units, 0 or 1, or the number of a choice.</summary>
    public long Stored { get; }

    /// <summary>
    /// The value alone as text, which <see cref="FactSchema.ParseValue"/> reads: a number in digits, <c>true</c> or <c>false</c>, the code of
    /// a choice; empty in the default value.
    /// </summary>
    public string ValueText => Fact is null ? "" : FactText.Of(Fact, Stored);

    /// <summary>The value as people read it, after its fact: <c>每餐用餐人数 = 520 名用餐人员</c>.</summary>
    public override string ToString() => Fact is null ? "" : $"{Fact.Id} = {Fact.Show(Stored).English}";

    internal IFact RequireFact() => Fact ?? throw new ArgumentException("The default FactValue names no fact; make one with fact.Of(value).");
}
