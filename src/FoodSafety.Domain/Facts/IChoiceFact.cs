namespace FoodSafety.Domain.Facts;

/// <summary>A choice without its enum type, as conditions and tables see it. Only <see cref="ChoiceFact{TEnum}"/> implements it.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("IChoiceFact.Id")]
public interface IChoiceFact : IFact
{
    /// <summary>The stored numbers a value can have, ascending; 0, "not stated", is always among them.</summary>
    IReadOnlyList<int> Values { get; }

    /// <summary>Whether a stored number is one of <see cref="Values"/>.</summary>
    /// <param name="stored">The number.</param>
    bool Allows(long stored);

    /// <summary>The stable key of one value in files.</summary>
    /// <param name="stored">A stored number out of <see cref="Values"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not a value of the fact.</exception>
    string CodeOf(int stored);
}
