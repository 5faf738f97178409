namespace FoodSafety.Domain.Emergencies;

/// <summary>The number of an incident in its book (事故编号), from 1 in the order registered; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
public readonly record struct IncidentId(int Number)
{
    /// <summary>The number.</summary>
    public override string ToString() => $"{Number}";
}
