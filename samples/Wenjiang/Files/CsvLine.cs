using System.Collections.Frozen;

namespace Wenjiang.Files;

/// <summary>One line of a CSV file, as it was given.</summary>
/// <param name="places">The place of each column.</param>
/// <param name="cells">What stands in the columns; fewer or more than the heading has when the line is odd.</param>
/// <param name="number">The line of the file on which it begins; the heading is line 1.</param>
internal sealed class CsvLine(FrozenDictionary<string, int> places, string[] cells, int number)
{
    public int Number => number;

    public int CellCount => cells.Length;

    /// <summary>What stands in a column; null when the file lacks the column or the line ends before it.</summary>
    public string? this[string column] => places.TryGetValue(column, out var place) && place < cells.Length ? cells[place] : null;
}
