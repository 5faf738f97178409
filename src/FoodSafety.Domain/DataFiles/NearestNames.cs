namespace FoodSafety.Domain.DataFiles;

/// <summary>Orders known names by how near they are to one that is not known: first what means the same, then what has it in it, then what looks like it.</summary>
internal static class NearestNames
{
    // More than any vocabulary has. The work grows with all three, and whoever writes a file chooses them.
    private const int LongestName = 80;
    private const int MostCompared = 256;

    // Of two letters of Latin nearly everything has some in it; two Chinese characters are a word.
    private const int FewestLatin = 3;
    private const int FewestChinese = 2;

    public static IEnumerable<Allowed> First(string name, IReadOnlyCollection<Allowed> known)
    {
        if (name.Length > LongestName || known.Count > MostCompared)
        {
            return known;
        }

        var bare = Bare(name);
        return known.OrderBy(candidate => Rank(bare, candidate)).ThenBy(candidate => Names(candidate).Min(other => Distance(name, other)));
    }

    /// <summary>The one known thing of which a text is the name; null when it is the name of none, or of several.</summary>
    public static Allowed? FindNamed(string name, IReadOnlyCollection<Allowed> known)
    {
        var bare = Bare(name);
        var named = known.Where(candidate => Rank(bare, candidate) == 0).Take(2).ToArray();
        return bare.Length > 0 && named.Length == 1 ? named[0] : (Allowed?)null;
    }

    /// <summary>Whether two names differ in nothing but case, blanks and what joins words.</summary>
    public static bool AreAlike(string one, string other) => Bare(one) == Bare(other);

    private static int Rank(string bare, Allowed candidate)
    {
        var rank = 2;
        foreach (var name in Names(candidate))
        {
            var other = Bare(name);
            rank = other == bare ? 0 : Math.Min(rank, Contains(bare, other) || Contains(other, bare) ? 1 : 2);
            if (rank == 0)
            {
                break;
            }
        }

        return rank;
    }

    private static bool Contains(string whole, string part) =>
        part.Length >= (part.Any(letter => letter > 127) ? FewestChinese : FewestLatin) && whole.Contains(part, StringComparison.Ordinal);

    private static IEnumerable<string> Names(Allowed candidate) =>
        new[] { candidate.Word, candidate.Name.Chinese, candidate.Name.English }.Where((name, i) => i == 0 || name.Length > 0);

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The fewest letters to insert, delete or replace that make one name the other.</summary>
    private static int Distance(string from, string to)
    {
        // A name in another script shares no letter, and a short one is not near for being short.
        if (to.Length > LongestName || from.Any(letter => letter > 127) != to.Any(letter => letter > 127))
        {
            return LongestName + 1;
        }

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
