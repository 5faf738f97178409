using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>A row that was not accepted (被拒行), whole, with everything that is wrong with it.</summary>
/// <param name="Row">The row as it was given; its number is that of every fault.</param>
/// <param name="Faults">The faults in the order of the columns, one a field; those of the user's own rules come last.</param>
public sealed record RejectedRow(BusinessRow Row, ItemList<RowFault> Faults)
{
    /// <summary>All faults as people read them, after the number of the row.</summary>
    public BilingualText Text =>
        ($"第 {Row.Row} 行：{string.Concat(Faults.Select(fault => fault.Text.Chinese))}",
         $"Row {Row.Row}: {string.Join(' ', Faults.Select(fault => fault.Text.English))}");

    /// <summary>The row and its faults in both languages.</summary>
    public override string ToString() => Text.ToString();
}
