using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>One clause of a grading policy (条款): what it is called and what it rests on.</summary>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="Title">What it says, for people.</param>
/// <param name="Basis">Where it comes from; it says so when that is illustrative.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record PolicyClause(string Id, BilingualText Title, Citation Basis)
{
    /// <summary>The stable key inside the policy.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>What it says, for people.</summary>
    public BilingualText Title { get; init => field = TextRule.Name.CheckAny(value, nameof(Title)); } = TextRule.Name.CheckAny(Title, nameof(Title));
}
