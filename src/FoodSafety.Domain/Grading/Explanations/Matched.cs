namespace FoodSafety.Domain.Grading;

/// <summary>A clause that holds of the business, with what made it hold (符合的条款).</summary>
/// <param name="Clause">The rule, reason for no grade, or adjustment.</param>
/// <param name="Evidence">What made it hold.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Matched(PolicyClause Clause, ItemList<Evidence> Evidence);
