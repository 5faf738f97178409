using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Into how many pieces a policy cuts the values of a fact (事实分段数): what makes an analysis large.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Cells">How many stretches of its values had to be told apart.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FactCells(IFact Fact, long Cells)
{
    /// <summary>The fact and the number of pieces.</summary>
    public override string ToString() => $"{Fact.Name.English}: {Cells}";
}
