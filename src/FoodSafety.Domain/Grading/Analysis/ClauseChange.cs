namespace FoodSafety.Domain.Grading;

/// <summary>A clause that is not the same in two versions of a policy (条款变动).</summary>
/// <param name="Id">Its key.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Old">The clause in the old version; null when it was added.</param>
/// <param name="New">The clause in the new version; null when it was removed.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ClauseChange(string Id, ClauseChangeKind Kind, PolicyClause? Old, PolicyClause? New);
