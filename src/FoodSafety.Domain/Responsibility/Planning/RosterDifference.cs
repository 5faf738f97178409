using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Finds where two rosters differ, each on its day.</summary>
/// <remarks>Rosters share what they have in common, so one walk over references finds it.</remarks>
internal static class RosterDifference
{
    /// <summary>The areas in which a post, its holder or whether it is held is not the same.</summary>
    public static SortedSet<AreaCode> Areas(CadreRoster before, LocalDate then, CadreRoster after, LocalDate now)
    {
        var areas = new SortedSet<AreaCode>();
        foreach (var (old, post) in Pairs(before.Posts, after.Posts, PostOrder.ByArea))
        {
            if (old != post || old!.Term.Contains(then) != post!.Term.Contains(now))
            {
                areas.Add((old ?? post)!.Area);
            }
        }

        foreach (var (old, cadre) in Pairs(before.Cadres, after.Cadres, static (one, other) => one.Id.CompareTo(other.Id)))
        {
            if (cadre is not null && old != cadre)
            {
                areas.UnionWith(after.PostsOf(cadre.Id).Select(post => post.Area));
            }
        }

        return areas;
    }

    /// <summary>Walks through two sorted arrays at once; what stands in one alone comes with null.</summary>
    private static IEnumerable<(T? Before, T? After)> Pairs<T>(ImmutableArray<T> before, ImmutableArray<T> after, Comparison<T> order) where T : class
    {
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            var compared = i == before.Length ? 1
                : j == after.Length ? -1
                : ReferenceEquals(before[i], after[j]) ? 0
                : order(before[i], after[j]);
            yield return (compared <= 0 ? before[i] : null, compared >= 0 ? after[j] : null);
            i += compared <= 0 ? 1 : 0;
            j += compared >= 0 ? 1 : 0;
        }
    }
}
