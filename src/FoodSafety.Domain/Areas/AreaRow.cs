namespace FoodSafety.Domain.Areas;

/// <summary>One row of a division list (区划名录) as it was read, before anything is known about it.</summary>
/// <remarks>The default value has neither code nor name and is refused by <see cref="AreaTree.Build"/>.</remarks>
/// <param name="Code">The code as text: 2, 4, 6, 9 or 12 digits.</param>
/// <param name="Name">The name (名称), <c>温江区</c>; two areas may share one.</param>
public readonly record struct AreaRow(string Code, string Name);
