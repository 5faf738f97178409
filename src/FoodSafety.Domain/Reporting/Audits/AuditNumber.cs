using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>A number that an audit looked at, as it was stated (核对数).</summary>
/// <param name="Name">Which figure it is.</param>
/// <param name="Stated">The number as stated: "119", "&gt; 600", "3.8%".</param>
/// <remarks>The default value has no name and no number.</remarks>
public readonly record struct AuditNumber(BilingualText Name, string Stated);
