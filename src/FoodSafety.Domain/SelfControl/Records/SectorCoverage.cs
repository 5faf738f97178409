using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.SelfControl;

/// <summary>How many records were due and made in one sector (分类别自查记录覆盖情况).</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Coverage">Due and made.</param>
public readonly record struct SectorCoverage(BusinessSector Sector, RecordCoverage Coverage);
