using System.Collections.Immutable;

namespace FoodSafety.Domain.Responsibility;

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
