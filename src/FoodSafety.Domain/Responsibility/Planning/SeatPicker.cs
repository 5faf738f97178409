using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Serves the requests for a step in an area: who has the least takes the next; who finds nobody waits on the bench.</summary>
internal sealed class SeatPicker(PlanDraft draft, BusinessRegister register, StaffReview staff)
{
    private readonly SeatQueue _queue = new();
    private readonly Func<int, CadreId, int> _compare = (seat, id) => draft.HolderAt(seat).Seat.Cadre.CompareTo(id);
    private ImmutableArray<int> _seats = [];

    /// <summary>Serves requests; they come in the order of their businesses' ids.</summary>
    public void Serve(int step, int area, Span<Request> requests)
    {
        _seats = draft.PoolOf(area).Seats;
        if (staff.IsAnythingHanded)
        {
            // Whoever was named goes before whoever took the post, and so has the room.
            requests = ServeBySuccessors(step, area, requests, areNamed: true);
        }

        requests = ServeBySuccessors(step, area, requests, areNamed: false);
        _queue.Open(draft, _seats, step);
        requests = ServeBesideHigherSteps(step, area, requests);
        if (draft.Areas.Codes[area].Level == AreaLevel.District && _seats.Any(seat => !ExpertiseOf(seat).IsNone))
        {
            requests = ServeByExpertise(step, requests);
        }

        foreach (var request in requests)
        {
            Give(step, area, request, _queue.Next());
        }
    }

    /// <summary>Whoever follows takes over the rows, as far as there is room.</summary>
    private Span<Request> ServeBySuccessors(int step, int area, Span<Request> requests, bool areNamed)
    {
        var left = 0;
        foreach (var request in requests)
        {
            if ((areNamed ? staff.HandedTo(request.Row, step, area) : staff.SuccessorOf(request.From)) is > 0 and var successor && draft.HolderAt(successor).Area == area
                && draft[successor].RoomIn(step) > 0 && !draft.StandsHigher(request.Row, step, draft.HolderAt(successor).Seat.Cadre))
            {
                draft.Give(step, request.Row, successor);
            }
            else
            {
                requests[left++] = request;
            }
        }

        return requests[..left];
    }

    /// <summary>Rows whose higher steps are held by cadres of this very pool go first, so that the others can level out the loads.</summary>
    private Span<Request> ServeBesideHigherSteps(int step, int area, Span<Request> requests)
    {
        var left = 0;
        Span<int> higher = stackalloc int[RowPlan.Steps];
        foreach (var request in requests)
        {
            var count = 0;
            for (var at = 0; at < step; at++)
            {
                if (FindPlace(draft.HolderAt(draft.RowAt(request.Row)[at]).Seat.Cadre) is >= 0 and var place)
                {
                    higher[count++] = place;
                }
            }

            if (count == 0)
            {
                requests[left++] = request;
            }
            else
            {
                Give(step, area, request, _queue.NextBeside(higher[..count]));
            }
        }

        return requests[..left];
    }

    private Span<Request> ServeByExpertise(int step, Span<Request> requests)
    {
        var match = new ExpertMatch(_queue, requests.Length, [.. _seats.Select(ExpertiseOf)]);
        var served = requests[..match.Served];
        var sectors = new BusinessSector[served.Length];
        for (var i = 0; i < served.Length; i++)
        {
            sectors[i] = ((BusinessType)register.Facts.Read(served[i].Row, BusinessFacts.Type)).Sector();
        }

        var places = match.Find(sectors);
        for (var i = 0; i < served.Length; i++)
        {
            draft.Give(step, served[i].Row, _seats[places[i]]);
        }

        return requests[match.Served..];
    }

    private void Give(int step, int area, Request request, int place) =>
        draft.Give(step, request.Row, place >= 0 ? _seats[place] : draft.BenchOf(area));

    private Expertise ExpertiseOf(int seat) => draft.HolderAt(seat).Cadre!.Expertise;

    /// <summary>The place of a cadre in the pool, or -1. The seats stand in the order of their cadres.</summary>
    private int FindPlace(CadreId cadre)
    {
        var place = Sorted.LowerBound(_seats, cadre, _compare);
        return place < _seats.Length && draft.HolderAt(_seats[place]).Seat.Cadre == cadre ? place : -1;
    }
}

/// <summary>The seats of a pool in the order in which they take rows: who has the least in the step, then in all steps, then by cadre.</summary>
internal sealed class SeatQueue
{
    private readonly PriorityQueue<int, (int Load, int Total, int Place)> _free = new();
    private readonly List<int> _passedOver = [];
    private (int Load, int Total, int Room)[] _seats = [];

    public int Count { get; private set; }

    /// <summary>Opens the queue for a step; rows given meanwhile are counted by the queue alone.</summary>
    public void Open(PlanDraft draft, ImmutableArray<int> seats, int step)
    {
        _free.Clear();
        Count = seats.Length;
        if (Count > _seats.Length)
        {
            _seats = new (int, int, int)[Count];
        }

        for (var place = 0; place < Count; place++)
        {
            var seat = draft[seats[place]];
            _seats[place] = (seat.LoadOf(step), seat.Total, seat.RoomIn(step));
            Offer(place);
        }
    }

    public int LoadOf(int place) => _seats[place].Load;

    public bool HasRoom(int place) => _seats[place].Room > 0;

    /// <summary>The place of the seat that takes the next row, or -1 when none has room.</summary>
    public int Next()
    {
        if (!_free.TryDequeue(out var place, out _))
        {
            return -1;
        }

        var (load, total, room) = _seats[place];
        _seats[place] = (load + 1, total + 1, room - 1);
        Offer(place);
        return place;
    }

    /// <summary>As <see cref="Next"/>, passing over some places.</summary>
    public int NextBeside(ReadOnlySpan<int> places)
    {
        while (_free.TryPeek(out var first, out _) && places.Contains(first))
        {
            _passedOver.Add(_free.Dequeue());
        }

        var place = Next();
        _passedOver.ForEach(Offer);
        _passedOver.Clear();
        return place;
    }

    private void Offer(int place)
    {
        var (load, total, room) = _seats[place];
        if (room > 0)
        {
            _free.Enqueue(place, (load, total, place));
        }
    }
}

/// <summary>The first of the places of which something holds, while it comes and goes.</summary>
/// <remarks>A place is offered whenever it comes to hold; one of which it does not hold any more is found out when it is asked for.</remarks>
internal sealed class FirstPlaces(Func<int, bool> holds)
{
    private readonly PriorityQueue<int, int> _places = new();

    public void Offer(int place)
    {
        if (holds(place))
        {
            _places.Enqueue(place, place);
        }
    }

    /// <summary>The first place, or -1.</summary>
    public int Find()
    {
        while (_places.TryPeek(out var place, out _))
        {
            if (holds(place))
            {
                return place;
            }

            _places.Dequeue();
        }

        return -1;
    }
}
