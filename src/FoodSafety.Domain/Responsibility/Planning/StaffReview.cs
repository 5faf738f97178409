using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Brings the seats of a plan to the posts of a day, and has every row looked at that this can touch.</summary>
internal sealed class StaffReview(PlanDraft draft, CadreRoster roster, LoadCeilings ceilings, LocalDate on, HandOvers handed)
{
    private readonly Dictionary<int, int> _successors = [];
    private readonly List<int> _staffedAnew = [];

    /// <summary>The areas whose seats changed.</summary>
    public HashSet<int> Areas { get; } = [];

    /// <summary>The seats that may have more rows than their capacity, for it changed or they were stated so.</summary>
    public List<int> Changed { get; } = [];

    /// <summary>Whether somebody was named for any step of any row.</summary>
    public bool IsAnythingHanded => !handed.IsEmpty;

    /// <summary>The seat to which a step of a row was handed over, if it is one of an area; else 0.</summary>
    public int HandedTo(int row, int step, int area) =>
        handed.Find(row, step) is { IsNone: false } seat && area >= 0 && draft.Areas.Codes[area] == seat.Area ? draft.PoolOf(area).FindSeat(seat.Cadre, draft.HolderAt) : 0;

    /// <summary>Who took the post of a seat that is gone, when exactly one did; else 0.</summary>
    public int SuccessorOf(int holder) => _successors.GetValueOrDefault(holder);

    public void Run(CadreRoster? before, LocalDate then, LoadCeilings beforeThat)
    {
        IEnumerable<AreaCode> areas = before is null ? roster.Posts.Where(post => post.Term.Contains(on)).Select(post => post.Area).Distinct()
            : ReferenceEquals(before, roster) && then == on ? []
            : RosterDifference.Areas(before, then, roster, on);
        var unsettled = draft.Before.Unsettled.Select(area => draft.Areas.Codes[area]).ToHashSet();
        if (ceilings != beforeThat)
        {
            // Where the limit of a level is another, every seat of it may have room, or too many.
            var changed = EnumCodes.All<AreaLevel>().Where(level => ceilings.Find(level)?.Limit?.Value != beforeThat.Find(level)?.Limit?.Value).ToHashSet();
            areas = areas.Union(roster.Posts.Where(post => post.Term.Contains(on) && changed.Contains(post.Area.Level)).Select(post => post.Area));
        }

        foreach (var area in unsettled.Count == 0 ? areas : areas.Union(unsettled))
        {
            Review(area, unsettled.Contains(area));
        }

        LookAtRowsThatPassed();
    }

    private void Review(AreaCode code, bool isUnsettled)
    {
        var area = roster.Areas[code].Ordinal;
        var (old, posts) = (draft.PoolOf(area).Seats, roster.PostsIn(code, on));
        var seats = ImmutableArray.CreateBuilder<int>(posts.Length);
        var gone = new List<int>();
        // Who took each title; 0 where several did.
        var takers = new Dictionary<string, int>();
        var next = 0;
        foreach (var post in posts)
        {
            // Seats and posts both stand in the order of their cadres.
            while (next < old.Length && draft.HolderAt(old[next]).Seat.Cadre < post.Cadre)
            {
                gone.Add(old[next++]);
            }

            var cadre = roster[post.Cadre];
            if (next == old.Length || draft.HolderAt(old[next]).Seat.Cadre != post.Cadre)
            {
                seats.Add(draft.AddSeat(new Holder(area, new Seat(post.Cadre, code), post, ceilings.LimitOf(post), cadre, IsInPost: true, Holder.NoRows)));
                Take(post.Title, seats[^1]);
                continue;
            }

            var (holder, seat) = (old[next], draft.HolderAt(old[next]));
            next++;
            seats.Add(holder);
            var limit = ceilings.LimitOf(post);
            if (seat.Post != post || seat.Cadre != cadre || seat.Limit != limit)
            {
                if (seat.Post is { } held && held.Title != post.Title)
                {
                    Take(post.Title, holder);
                }

                draft.SetHolder(holder, seat with { Post = post, Limit = limit, Cadre = cadre });
            }
            else if (!isUnsettled)
            {
                continue;
            }

            Changed.Add(holder);
            Areas.Add(area);
        }

        gone.AddRange(old[next..]);
        if (gone.Count == 0 && seats.Count == old.Length)
        {
            return;
        }

        Areas.Add(area);
        draft.SetSeats(area, seats.DrainToImmutable());
        if (draft.PoolOf(area).Bench is > 0 and var bench)
        {
            Look(draft.HolderAt(bench));
        }

        foreach (var number in gone)
        {
            Leave(number, takers);
        }

        if (old.IsEmpty)
        {
            _staffedAnew.Add(area);
        }

        void Take(string title, int holder) => takers[title] = takers.ContainsKey(title) ? 0 : holder;
    }

    private void Leave(int gone, Dictionary<string, int> takers)
    {
        var seat = draft.HolderAt(gone);
        draft.SetHolder(gone, seat with { IsInPost = false });
        if (seat.Post is { } post && takers.GetValueOrDefault(post.Title) is > 0 and var taker)
        {
            _successors.Add(gone, taker);
        }

        Look(seat);
    }

    /// <summary>While an area had no cadres, what belonged there went to the nearest staffed area above, or waits at the root.</summary>
    /// <remarks>Areas that share the one above are looked for at once, so that its rows are walked once and not once for each of them.</remarks>
    private void LookAtRowsThatPassed()
    {
        foreach (var areas in _staffedAnew.ToLookup(FindStaffedAbove))
        {
            var isIn = new bool[draft.Areas.Ends[areas.Key] - areas.Key];
            foreach (var area in areas)
            {
                Array.Fill(isIn, true, area - areas.Key, draft.Areas.Ends[area] - area);
            }

            var pool = draft.Before.PoolOf(areas.Key);
            foreach (var number in pool.Bench == 0 ? pool.Seats : pool.Seats.Add(pool.Bench))
            {
                Look(draft.Before.Holders[number]!, row => draft.Before.Rows[row].Area - areas.Key is >= 0 and var area && area < isIn.Length && isIn[area]);
            }
        }
    }

    private int FindStaffedAbove(int area)
    {
        while (draft.Areas.Parents[area] is >= 0 and var parent)
        {
            area = parent;
            if (draft.Before.PoolOf(area).IsStaffed)
            {
                break;
            }
        }

        return area;
    }

    private void Look(Holder holder, Func<int, bool>? which = null)
    {
        foreach (var rows in holder.Rows)
        {
            foreach (var row in rows)
            {
                if (which is null || which(row))
                {
                    draft.Look(row);
                }
            }
        }
    }
}

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
