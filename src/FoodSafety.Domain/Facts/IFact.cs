using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A named, typed thing that is known of every graded entity (事实): a number, a flag or a choice.</summary>
/// <remarks>
/// A fact is its declaration: two objects of one key, declared alike, are the same fact; two that are declared differently under one key are refused wherever
/// they meet. Facts are <see cref="NumberFact"/>, <see cref="FlagFact"/> and <see cref="ChoiceFact{TEnum}"/>; a <see cref="FactSchema"/> refuses
/// any other implementation. Every fact may be not stated, which is neither zero nor "no": see <see cref="Condition"/>.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("IFact.Id")]
public interface IFact
{
    /// <summary>
    /// The stable key of the fact in files: <c>"diners-per-meal"</c>. A lower-case Latin letter, then lower-case letters, digits, hyphens and dots, 64 characters at most.
    /// </summary>
    string Id { get; }

    /// <summary>The name that people see.</summary>
    BilingualText Name { get; }

    /// <summary>
    /// True for what a business does not change from one day to the next: its nature, or a figure derived from its history (固定事实).
    /// Explanations do not propose to change it. False unless declared; what takes a derived figure (<see cref="EventSeries"/>,
    /// <see cref="PopulationFacts"/>, <see cref="DerivedFact"/>) has to be declared so, and is refused otherwise.
    /// </summary>
    bool IsFixed { get; }

    /// <summary>The stored value that stands for "nobody stated it": the least 64-bit number of a number or flag, 0 of a choice.</summary>
    long Unstated { get; }

    /// <summary>Holds where the fact is stated, and fails where it is not.</summary>
    Condition IsStated { get; }

    /// <summary>A stored value as people read it, with its unit.</summary>
    /// <param name="stored">The stored value: smallest units of a number, 0 or 1 for a flag, the number of a choice.</param>
    BilingualText Show(long stored);
}

/// <summary>An entity that errors can name by its key.</summary>
internal interface IKeyed
{
    string Key { get; }
}

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

/// <summary>Anything whose facts can be read: a business, a row of a table, a record made by hand, a user's own entity.</summary>
/// <remarks>
/// Read through the facts themselves, which give typed values: <c>DinersPerMeal.In(business)</c>.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public interface IFactSource
{
    /// <summary>The stored value of one fact.</summary>
    /// <param name="fact">The fact to read.</param>
    /// <returns>
    /// Smallest units for a number (the value times ten to its decimals), 0 or 1 for a flag, the number of a choice;
    /// <see cref="IFact.Unstated"/> when nobody stated it. What <c>fact.Of(value).Stored</c> gives is always a right answer.
    /// </returns>
    long Read(IFact fact);
}
