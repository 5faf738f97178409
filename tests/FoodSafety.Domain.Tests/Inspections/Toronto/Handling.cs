namespace FoodSafety.Domain.Tests.Inspections.Toronto;

/// <summary>What becomes of a finding: mended before the inspectors left, ordered by a deadline, or taken to court.</summary>
internal enum Handling
{
    OnTheSpot = 1,
    Order = 2,
    Case = 3,
}
