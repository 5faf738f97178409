using System.Collections.Immutable;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Checks cadres and posts and collects all that is wrong.</summary>
internal static class CadreRosterBuilder
{
    public static CadreRoster Build(AreaTree areas, IEnumerable<Cadre> cadres, Post[] posts)
    {
        var faults = new List<CadreRosterFault>();
        var known = new Dictionary<CadreId, Cadre>();
        foreach (var cadre in cadres)
        {
            ArgumentNullException.ThrowIfNull(cadre, nameof(cadres));
            if (!known.TryAdd(cadre.Id, cadre))
            {
                faults.Add(new(CadreRosterFaultKind.DuplicateCadre, cadre.Id));
            }
        }

        var seen = new Dictionary<(CadreId, AreaCode), List<Post>>();
        foreach (var post in posts)
        {
            ArgumentNullException.ThrowIfNull(post, nameof(posts));
            faults.AddRange(FaultsOf(post, areas, known.ContainsKey(post.Cadre)));
            if (seen.TryGetValue((post.Cadre, post.Area), out var others))
            {
                faults.AddRange(others.Where(other => other.Term.Overlaps(post.Term))
                    .Select(other => new CadreRosterFault(CadreRosterFaultKind.OverlappingPosts, post.Cadre, post, other)));
                others.Add(post);
            }
            else
            {
                seen.Add((post.Cadre, post.Area), [post]);
            }
        }

        return faults.Count == 0
            ? CadreRoster.Of(areas, [.. known.Values], posts)
            : throw new CadreRosterException([.. faults]);
    }

    /// <summary>What is wrong with a post by itself.</summary>
    public static ImmutableArray<CadreRosterFault> FaultsOf(Post post, AreaTree areas, bool isCadreKnown)
    {
        var faults = ImmutableArray.CreateBuilder<CadreRosterFault>();
        AddIf(!isCadreKnown, CadreRosterFaultKind.UnknownCadre);
        AddIf(areas.Find(post.Area) is null, CadreRosterFaultKind.UnknownArea);
        AddIf(post.Capacity < 0, CadreRosterFaultKind.NegativeCapacity);
        AddIf(post.Term.IsEmpty, CadreRosterFaultKind.EmptyTerm);
        return faults.DrainToImmutable();

        void AddIf(bool isFault, CadreRosterFaultKind kind)
        {
            if (isFault)
            {
                faults.Add(new(kind, post.Cadre, post));
            }
        }
    }
}
