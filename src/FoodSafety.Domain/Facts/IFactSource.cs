namespace FoodSafety.Domain.Facts;

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
