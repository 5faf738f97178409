using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Brings the seats of a plan to the posts of a day, and has every row looked at that this can touch.</summary>
internal sealed class StaffReview(PlanDraft draft, CadreRoster roster, LocalDate on)
{
    private readonly Dictionary<int, int> _successors = [];

    /// <summary>The areas whose seats changed.</summary>
    public HashSet<int> Areas { get; } = [];

    /// <summary>The seats whose post changed and may have a lower capacity now.</summary>
    public List<int> Changed { get; } = [];

    /// <summary>Who took the post of a seat that is gone, when exactly one did; else 0.</summary>
    public int SuccessorOf(int holder) => _successors.GetValueOrDefault(holder);

    public void Run(CadreRoster? before, LocalDate then)
    {
        if (before is null)
        {
            foreach (var area in roster.Posts.Where(post => post.Term.Contains(on)).Select(post => post.Area).Distinct())
            {
                Review(area);
            }
        }
        else if (!ReferenceEquals(before, roster) || then != on)
        {
            foreach (var area in RosterDifference.Areas(before, then, roster, on))
            {
                Review(area);
            }
        }
    }

    private void Review(AreaCode code)
    {
        var area = roster.Areas[code].Ordinal;
        var (old, posts) = (draft.PoolOf(area).Seats, roster.PostsIn(code, on));
        var seats = ImmutableArray.CreateBuilder<int>(posts.Length);
        var takers = new List<(string Title, int Holder)>();
        foreach (var post in posts)
        {
            var cadre = roster[post.Cadre];
            var holder = old.FirstOrDefault(seat => draft.HolderAt(seat).Cadre!.Id == post.Cadre);
            if (holder == 0)
            {
                holder = draft.AddSeat(area, post, cadre);
                takers.Add((post.Title, holder));
            }
            else if (draft.HolderAt(holder) is var seat && (seat.Post != post || seat.Cadre != cadre))
            {
                if (seat.Post!.Title != post.Title)
                {
                    takers.Add((post.Title, holder));
                }

                draft.SetHolder(holder, seat with { Post = post, Cadre = cadre });
                Changed.Add(holder);
                Areas.Add(area);
            }

            seats.Add(holder);
        }

        var now = seats.DrainToImmutable();
        if (now.SequenceEqual(old))
        {
            return;
        }

        Areas.Add(area);
        draft.SetSeats(area, now);
        if (draft.PoolOf(area).Bench is > 0 and var bench)
        {
            Look(draft.HolderAt(bench));
        }

        foreach (var gone in old.Except(now))
        {
            Leave(gone, takers);
        }

        if (old.IsEmpty)
        {
            LookAtRowsThatPassed(area);
        }
    }

    private void Leave(int gone, List<(string Title, int Holder)> takers)
    {
        var seat = draft.HolderAt(gone);
        draft.SetHolder(gone, seat with { IsInPost = false });
        var took = takers.FindAll(taker => taker.Title == seat.Post!.Title);
        if (took.Count == 1)
        {
            _successors.Add(gone, took[0].Holder);
        }

        Look(seat);
    }

    /// <summary>While an area had no cadres, what belonged there went to the nearest staffed area above, or waits at the root.</summary>
    private void LookAtRowsThatPassed(int area)
    {
        var above = area;
        while (draft.Areas.Parents[above] is >= 0 and var parent)
        {
            above = parent;
            if (draft.Before.PoolOf(above).IsStaffed)
            {
                break;
            }
        }

        var end = draft.Areas.Ends[area];
        var pool = draft.Before.PoolOf(above);
        foreach (var number in pool.Bench == 0 ? pool.Seats : pool.Seats.Add(pool.Bench))
        {
            Look(draft.Before.Holders[number]!, row => draft.Before.Rows[row].Area >= area && draft.Before.Rows[row].Area < end);
        }
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
