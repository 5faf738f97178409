using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>One clause of a grading policy (条款): what it is called and what it rests on.</summary>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="Title">What it says, for people.</param>
/// <param name="Basis">Where it comes from; it says so when that is illustrative.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record PolicyClause(string Id, BilingualText Title, Citation Basis);
