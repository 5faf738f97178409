namespace FoodSafety.Domain.Inspections;

/// <summary>What two findings have in common when one may repeat the other: the subject and the item, of whatever version.</summary>
internal readonly record struct FindingKey(InspectionSubject Subject, string Checklist, string Code)
{
    public static FindingKey Of(Finding finding) => new(finding.Subject, finding.Item.Checklist, finding.Item.Code);
}
