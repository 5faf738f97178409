namespace FoodSafety.Domain.DataFiles;

/// <summary>Orders known names by how near they are to one that is not known: what a typing error probably meant stands first.</summary>
internal static class NearestNames
{
    // More than any vocabulary has. The work grows with all three, and whoever writes a file chooses them.
    private const int LongestName = 80;
    private const int MostCompared = 256;

    public static IEnumerable<string> First(string name, IReadOnlyCollection<string> known) =>
        name.Length > LongestName || known.Count > MostCompared ? known : known.OrderBy(candidate => Distance(name, candidate));

    /// <summary>The fewest letters to insert, delete or replace that make one name the other.</summary>
    private static int Distance(string from, string to)
    {
        var row = new int[to.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var above = row[j];
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[^1];
    }
}
