namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>A cadre, and the code of the area above; null at the top.</summary>
internal sealed record PlainOffice(string Cadre, string? AreaAbove);
