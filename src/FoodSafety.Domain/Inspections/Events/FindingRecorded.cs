namespace FoodSafety.Domain.Inspections;

/// <summary>A finding was recorded that comes out of no result (问题登记): from another source, or carried over by hand.</summary>
/// <param name="Finding">The finding, which says who recorded it and when.</param>
public sealed record FindingRecorded(Finding Finding) : InspectionEvent(Finding.By, Finding.FoundOn);
