using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

// Posts and seats go with their areas, so that nobody loses a business merely because a village has another code.
public sealed partial class ChainBook : IStandsInAreas
{
    IEnumerable<Refusal> IStandsInAreas.RefusalsOf(AreaRevision revision, Moment moment) =>
        from post in Roster.Posts
        where revision.Succession.After(post.Area).IsEmpty && !(post.Term.Until <= moment.Today)
        select new Refusal(
            "post-nowhere", ($"干部 {post.Cadre} 在 {post.Area} 的职务没有去向。", $"The post of cadre {post.Cadre} in {post.Area} has nowhere to go."),
            [new GuardValue("cadre", post.Cadre.Value), new GuardValue("area", $"{post.Area}")],
            Allowed: ("在同一批事项中先免职，或者说明承继区划。", "The post ended before, in the same unit, or a successor of the area."));

    void IStandsInAreas.Follow(AreaRevision revision, Moment moment)
    {
        var (roster, plan) = (Roster, _plan);
        _undo.Push(() => (_roster, _plan) = (roster, plan));
        foreach (var cadre in _held.Keys.ToArray())
        {
            if (PostsOf(cadre) is var posts && Carried(posts, revision.Succession) is var carried && !carried.SequenceEqual(posts))
            {
                Put(cadre, carried, moment.Today);
            }
        }

        _staffedOn.Put(moment.Today);
        _roster = Carried(roster, revision);
        lock (_changed)
        {
            _changed.Clear();
        }

        Carry(revision, moment);
        if (plan is not null)
        {
            var register = _businesses.Register;
            _plan = plan.Planner.Stated(
                register, _tiers.Standing, ReferenceEquals(plan.Roster, roster) ? _roster : Carried(plan.Roster, revision), plan.On,
                new ToldSeats(row => Carried(plan.SeatsOf(row), revision.Succession, register.AreaAt(row))), plan.Count,
                row => plan.State.Rows[row] is var was ? (revision.PlaceOf(was.Area, register.IdAt(row)), was.Tier) : default);
        }
    }

    /// <summary>Records where everybody sits since; it is no move, for the same cadres answer.</summary>
    private void Carry(AreaRevision revision, Moment moment)
    {
        List<ChainChange> carried = [];
        for (var row = 0; row < _businesses.Register.Count; row++)
        {
            var before = History.On(row, LocalDate.MaxIsoValue);
            var after = Carried(before, revision.Succession, _businesses.Register.AreaAt(row));
            foreach (var step in before == after ? [] : EnumCodes.All<ResponsibleStep>())
            {
                if (before[step] != after[step])
                {
                    carried.Add(new ChainChange(row, step, before[step], after[step], ChainChangeReason.AreasChanged));
                }
            }
        }

        if (carried.Count > 0)
        {
            var mark = History.Mark;
            _undo.Push(() => History.Truncate(mark, [.. carried.Select(change => change.Row)]));
            History.Record(moment.Today, moment.By, carried);
        }
    }

    private static CadreRoster Carried(CadreRoster roster, AreaRevision revision) => CadreRoster.Of(
        revision.Tree, roster.Cadres.Select(cadre => (cadre, Carried(roster.PostsOf(cadre.Id), revision.Succession))));

    /// <summary>The posts of a cadre in the areas that theirs became; those that come together in one area at one time are one.</summary>
    private static ImmutableArray<Post> Carried(ImmutableArray<Post> posts, Succession succession)
    {
        var carried = ImmutableArray.CreateBuilder<Post>();
        foreach (var post in posts.SelectMany(post => succession.After(post.Area).Select(area => In(area, post))).OrderBy(post => post.Area).ThenBy(post => post.Term.From))
        {
            if (carried is [.., var last] && last.Area == post.Area && last.Term.Overlaps(post.Term))
            {
                carried[^1] = last with
                {
                    Term = last.Term with { Until = last.Term.Until is { } one && post.Term.Until is { } other ? LocalDate.Max(one, other) : null },
                    Capacity = last.Capacity is { } some && post.Capacity is { } more ? (int)Math.Min((long)some + more, int.MaxValue) : null,
                };
            }
            else
            {
                carried.Add(post);
            }
        }

        return carried.ToImmutable();

        static Post In(AreaCode area, Post post) => post.Area == area ? post : new(post.Cadre, post.Title, area, post.Term) { Capacity = post.Capacity };
    }

    /// <summary>The same cadres, in what the areas became in which they sit: of a split one, the part in which the business stands.</summary>
    private static ChainSeats Carried(ChainSeats seats, Succession succession, AreaCode business) => succession.Changes.IsEmpty ? seats
        : new(Carried(seats.Main, succession, business), Carried(seats.Second, succession, business), Carried(seats.Third, succession, business));

    private static Seat Carried(Seat seat, Succession succession, AreaCode business)
    {
        if (seat.IsNone || succession.After(seat.Area) is not { IsEmpty: false } parts)
        {
            return seat;
        }

        return seat with { Area = parts.FirstOrDefault(part => part.Contains(business)) is { IsNone: false } own ? own : parts.Contains(seat.Area) ? seat.Area : parts[0] };
    }
}
