using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>One thing that is wrong with one field of a row (差错).</summary>
/// <param name="Field">The column of the field (字段), as <c>diners-per-meal</c>; a rule of the user's own may name another.</param>
/// <param name="Value">What stands there, whole (原值); null when the row does not have the field.</param>
/// <param name="Rule">The stable key of the broken rule (规则), one of <see cref="ImportRules"/> or the user's own error code.</param>
/// <param name="Text">The fault as people read it (说明): the field, the value and what is allowed; long values are cut.</param>
public sealed record RowFault(string Field, string? Value, string Rule, BilingualText Text);
