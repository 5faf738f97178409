using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The cadres of a district, a city or the country with their posts, past, present and to come (干部名册).</summary>
/// <remarks>
/// Immutable and safe to share. A change gives a new roster, for which nothing but references is copied. Who is in post is
/// asked of a day.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CadreRoster
{
    private readonly ImmutableArray<Post> _byCadre;

    private CadreRoster(AreaTree areas, ImmutableArray<Cadre> cadres, ImmutableArray<Post> byArea, ImmutableArray<Post> byCadre)
    {
        Areas = areas;
        Cadres = cadres;
        Posts = byArea;
        _byCadre = byCadre;
    }

    /// <summary>The areas in which posts can be held.</summary>
    public AreaTree Areas { get; }

    /// <summary>The cadres, in the order of their ids.</summary>
    public ImmutableArray<Cadre> Cadres { get; }

    /// <summary>All posts, in the order of their areas; in an area by cadre, then by the first day.</summary>
    public ImmutableArray<Post> Posts { get; }

    /// <summary>The cadre of an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="CadreNotFoundException">The roster has no such cadre.</exception>
    public Cadre this[CadreId id] => Find(id) ?? throw new CadreNotFoundException(id);

    /// <summary>Builds a roster.</summary>
    /// <param name="areas">The areas in which posts can be held.</param>
    /// <param name="cadres">The cadres, in any order.</param>
    /// <param name="posts">The posts, in any order. A cadre may hold several at once, in different areas.</param>
    /// <exception cref="CadreRosterException">Something is wrong with a cadre or a post; all faults are told.</exception>
    public static CadreRoster Build(AreaTree areas, IEnumerable<Cadre> cadres, IEnumerable<Post> posts)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(cadres);
        ArgumentNullException.ThrowIfNull(posts);
        return CadreRosterBuilder.Build(areas, cadres, [.. posts]);
    }

    /// <summary>The cadre of an id, or null.</summary>
    /// <param name="id">The id.</param>
    public Cadre? Find(CadreId id) => IndexOf(id) is >= 0 and var index ? Cadres[index] : null;

    /// <summary>All posts of a cadre, past, present and to come (任职经历), by area; in an area by the first day.</summary>
    /// <param name="cadre">The cadre; one who is not in the roster has none.</param>
    public ImmutableArray<Post> PostsOf(CadreId cadre)
    {
        var start = Sorted.LowerBound(_byCadre, cadre, static (post, id) => post.Cadre.CompareTo(id));
        var end = start;
        while (end < _byCadre.Length && _byCadre[end].Cadre == cadre)
        {
            end++;
        }

        return _byCadre[start..end];
    }

    /// <summary>The posts that are held in an area on a day (在任), by cadre; those of areas inside it are not among them.</summary>
    /// <param name="area">The area.</param>
    /// <param name="on">The day.</param>
    public ImmutableArray<Post> PostsIn(AreaCode area, LocalDate on)
    {
        var held = ImmutableArray.CreateBuilder<Post>();
        for (var at = Sorted.LowerBound(Posts, area, static (post, code) => post.Area.CompareTo(code)); at < Posts.Length && Posts[at].Area == area; at++)
        {
            if (Posts[at].Term.Contains(on))
            {
                held.Add(Posts[at]);
            }
        }

        return held.DrainToImmutable();
    }

    /// <summary>The post that a cadre holds in an area on a day, or null.</summary>
    /// <param name="cadre">The cadre.</param>
    /// <param name="area">The area.</param>
    /// <param name="on">The day.</param>
    public Post? FindPost(CadreId cadre, AreaCode area, LocalDate on)
    {
        foreach (var post in PostsOf(cadre))
        {
            if (post.Area == area && post.Term.Contains(on))
            {
                return post;
            }
        }

        return null;
    }

    /// <summary>The roster with a cadre added, or put in the place of the one with the same id.</summary>
    /// <param name="cadre">The cadre.</param>
    public CadreRoster With(Cadre cadre)
    {
        ArgumentNullException.ThrowIfNull(cadre);
        var index = IndexOf(cadre.Id);
        return new(Areas, index >= 0 ? Cadres.SetItem(index, cadre) : Cadres.Insert(~index, cadre), Posts, _byCadre);
    }

    /// <summary>The roster with a post added. To end a post, take it out and add it with another term.</summary>
    /// <param name="post">The post.</param>
    /// <exception cref="CadreRosterException">Something is wrong with the post; all its faults are told.</exception>
    public CadreRoster With(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var faults = CadreRosterBuilder.FaultsOf(post, Areas, Find(post.Cadre) is not null)
            .Concat(PostsOf(post.Cadre).Where(held => held.Area == post.Area && held.Term.Overlaps(post.Term))
                .Select(held => new CadreRosterFault(CadreRosterFaultKind.OverlappingPosts, post.Cadre, post, held))).ToImmutableArray();
        return faults.IsEmpty
            ? new(Areas, Cadres, Insert(Posts, post, PostOrder.ByArea), Insert(_byCadre, post, PostOrder.ByCadre))
            : throw new CadreRosterException(faults);
    }

    /// <summary>The roster with some cadres as they are now.</summary>
    /// <param name="changed">Whose cadre or posts may be others.</param>
    /// <param name="find">
    /// A cadre with his posts, by area, in an area by the first day, which overlap nowhere and are of areas of the tree; null where he is not among them.
    /// </param>
    internal CadreRoster With(HashSet<CadreId> changed, Func<CadreId, (Cadre Cadre, ImmutableArray<Post> Posts)?> find) =>
        With(changed, changed.Select(find).OfType<(Cadre Cadre, ImmutableArray<Post> Posts)>());

    /// <summary>The roster without a cadre and all posts of that cadre.</summary>
    /// <param name="id">The id of the cadre.</param>
    /// <exception cref="CadreNotFoundException">The roster has no such cadre.</exception>
    public CadreRoster Without(CadreId id)
    {
        var index = IndexOf(id);
        if (index < 0)
        {
            throw new CadreNotFoundException(id);
        }

        var roster = this;
        foreach (var post in PostsOf(id))
        {
            roster = roster.Without(post);
        }

        return new(Areas, Cadres.RemoveAt(index), roster.Posts, roster._byCadre);
    }

    /// <summary>The roster without a post; the cadre stays.</summary>
    /// <param name="post">The post, as the roster has it.</param>
    /// <exception cref="ArgumentException">The roster has no such post.</exception>
    public CadreRoster Without(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var place = Sorted.LowerBound(Posts, post, PostOrder.ByArea);
        return place < Posts.Length && Posts[place] == post
            ? new(Areas, Cadres, Posts.RemoveAt(place), _byCadre.RemoveAt(Sorted.LowerBound(_byCadre, post, PostOrder.ByCadre)))
            : throw new ArgumentException($"The roster has no post '{post}' {post.Term.Text.English}.", nameof(post));
    }

    /// <summary>A roster of cadres and posts, each in any order.</summary>
    internal static CadreRoster Of(AreaTree areas, Cadre[] cadres, Post[] posts)
    {
        Array.Sort(cadres, static (left, right) => left.Id.CompareTo(right.Id));
        Array.Sort(posts, PostOrder.ByCadre);
        return new(areas, ImmutableArray.Create(cadres), ImmutableArray.Create(ByArea(posts)), ImmutableArray.Create(posts));
    }

    /// <summary>A roster of cadres in any order, each with his posts by area, in an area by the first day.</summary>
    internal static CadreRoster Of(AreaTree areas, IEnumerable<(Cadre Cadre, ImmutableArray<Post> Posts)> held) => new CadreRoster(areas, [], [], []).With([], held);

    private CadreRoster With(HashSet<CadreId> changed, IEnumerable<(Cadre Cadre, ImmutableArray<Post> Posts)> held)
    {
        var now = held.ToArray();
        Array.Sort(Array.ConvertAll(now, one => one.Cadre.Id.Value), now, StringComparer.Ordinal);
        Post[] posts = [.. now.SelectMany(one => one.Posts)];
        return new(
            Areas,
            Merged(Cadres, cadre => !changed.Contains(cadre.Id), Array.ConvertAll(now, one => one.Cadre), static (one, other) => one.Id.CompareTo(other.Id)),
            Merged(Posts, post => !changed.Contains(post.Cadre), ByArea(posts), PostOrder.ByArea),
            Merged(_byCadre, post => !changed.Contains(post.Cadre), posts, PostOrder.ByCadre));
    }

    /// <summary>Posts that stand by cadre, by their areas: numbers are compared, and no id again.</summary>
    private static Post[] ByArea(Post[] byCadre)
    {
        var places = new (AreaCode Area, int Place)[byCadre.Length];
        for (var place = 0; place < places.Length; place++)
        {
            places[place] = (byCadre[place].Area, place);
        }

        Array.Sort(places);
        return Array.ConvertAll(places, one => byCadre[one.Place]);
    }

    /// <summary>What stays of a sorted list, and some more, which are sorted too.</summary>
    private static ImmutableArray<T> Merged<T>(ImmutableArray<T> all, Func<T, bool> stays, T[] added, Comparison<T> order)
    {
        var merged = ImmutableArray.CreateBuilder<T>(all.Length + added.Length);
        var next = 0;
        foreach (var item in all)
        {
            if (stays(item))
            {
                for (; next < added.Length && order(added[next], item) < 0; next++)
                {
                    merged.Add(added[next]);
                }

                merged.Add(item);
            }
        }

        merged.AddRange(added.AsSpan(next));
        return merged.DrainToImmutable();
    }

    private int IndexOf(CadreId id)
    {
        var index = Sorted.LowerBound(Cadres, id, static (cadre, key) => cadre.Id.CompareTo(key));
        return index < Cadres.Length && Cadres[index].Id == id ? index : ~index;
    }

    private static ImmutableArray<Post> Insert(ImmutableArray<Post> posts, Post post, Comparison<Post> order) =>
        posts.Insert(Sorted.LowerBound(posts, post, (one, other) => order(one, other)), post);
}
