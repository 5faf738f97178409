using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Responsibility;

/// <summary>
/// Spreads rows over seats so that loads are level, and within that so that as many rows as possible go to a cadre who knows
/// their sector.
/// </summary>
/// <remarks>
/// How many rows a seat takes is fixed by the load, except for the last one: where fewer rows are left than seats of the lowest
/// load, which seats take one more is open. The most matches are found by exchange: a row that finds no expert with room
/// displaces one of another sector that does, directly or over several seats (augmenting paths of a maximum flow).
/// </remarks>
internal sealed class ExpertMatch
{
    private static readonly int Sectors = BusinessSectors.All.Length + 1;

    private readonly ImmutableArray<Expertise> _known;
    private readonly Seat[] _seats;
    private readonly int[,] _given;
    private int _extraLeft;

    /// <summary>Lets the queue say how many rows each seat takes.</summary>
    public ExpertMatch(SeatQueue queue, int rows, ImmutableArray<Expertise> known)
    {
        _known = known;
        _given = new int[known.Length, Sectors];
        var taken = new int[known.Length];
        for (; Served < rows && queue.Next() is >= 0 and var place; Served++)
        {
            taken[place]++;
        }

        var highest = Enumerable.Range(0, taken.Length).Where(place => taken[place] > 0).Select(queue.LoadOf).DefaultIfEmpty().Max();
        _seats = new Seat[taken.Length];
        for (var place = 0; place < taken.Length; place++)
        {
            var tookExtra = taken[place] > 0 && queue.LoadOf(place) == highest;
            _seats[place] = new Seat
            {
                Sure = taken[place] - (tookExtra ? 1 : 0),
                IsOpen = tookExtra || (queue.LoadOf(place) == highest - 1 && queue.HasRoom(place)),
                TookExtra = tookExtra,
            };
            _extraLeft += tookExtra ? 1 : 0;
        }
    }

    /// <summary>How many of the rows find a seat with room: the first so many.</summary>
    public int Served { get; }

    /// <summary>The place of the seat for each of the rows served, by their sectors.</summary>
    public int[] Find(ReadOnlySpan<BusinessSector> sectors)
    {
        foreach (var sector in sectors)
        {
            TryGive((int)sector);
        }

        var places = new int[sectors.Length];
        for (var i = 0; i < sectors.Length; i++)
        {
            places[i] = TakeGiven((int)sectors[i]);
        }

        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] < 0)
            {
                places[i] = TakeAny();
            }
        }

        return places;
    }

    private bool HasSure(int place) => _seats[place].Used < _seats[place].Sure;

    private bool CanTakeExtra(int place) => _seats[place].IsOpen && _seats[place].Used == _seats[place].Sure;

    private bool HasExtra(int place) => _seats[place].Used > _seats[place].Sure;

    /// <summary>Finds room for one more row of a sector at an expert's, exchanging rows of other sectors where that helps.</summary>
    private void TryGive(int sector)
    {
        // For each sector reached: whose row takes its row's seat, which seat that row gets, and which it takes a row from.
        var reached = new (bool IsReached, int By, int To, int From)[Sectors];
        var next = new Queue<int>([sector]);
        reached[sector].IsReached = true;
        while (next.TryDequeue(out var at))
        {
            for (var place = 0; place < _seats.Length; place++)
            {
                if (!_known[place].Covers((BusinessSector)at))
                {
                    continue;
                }

                if (HasSure(place) || (CanTakeExtra(place) && _extraLeft > 0))
                {
                    _extraLeft -= HasSure(place) ? 0 : 1;
                    _seats[place].Used++;
                    _given[place, at]++;
                    Exchange(sector, at, reached);
                    return;
                }

                Reach(at, place, place);
                for (var other = 0; CanTakeExtra(place) && other < _seats.Length; other++)
                {
                    if (HasExtra(other))
                    {
                        Reach(at, place, other);
                    }
                }
            }
        }

        void Reach(int by, int to, int from)
        {
            for (var other = 1; other < Sectors; other++)
            {
                if (!reached[other].IsReached && _given[from, other] > 0)
                {
                    reached[other] = (true, by, to, from);
                    next.Enqueue(other);
                }
            }
        }
    }

    private void Exchange(int sector, int at, (bool IsReached, int By, int To, int From)[] reached)
    {
        while (at != sector)
        {
            var (_, by, to, from) = reached[at];
            _given[from, at]--;
            _seats[from].Used--;
            _given[to, by]++;
            _seats[to].Used++;
            at = by;
        }
    }

    private int TakeGiven(int sector)
    {
        for (var place = 0; place < _seats.Length; place++)
        {
            if (_given[place, sector] > 0)
            {
                _given[place, sector]--;
                return place;
            }
        }

        return -1;
    }

    private int TakeAny()
    {
        var place = Array.FindIndex(_seats, seat => seat.Used < seat.Sure);
        if (place < 0)
        {
            place = Array.FindIndex(_seats, seat => seat.Used == seat.Sure && seat.TookExtra);
        }

        if (place < 0)
        {
            place = Array.FindIndex(_seats, seat => seat.Used == seat.Sure && seat.IsOpen);
        }

        _seats[place].Used++;
        return place;
    }

    private struct Seat
    {
        /// <summary>How many rows it takes in any case.</summary>
        public int Sure;

        /// <summary>Whether it can be among those that take one more.</summary>
        public bool IsOpen;

        /// <summary>Whether the queue would have it take one more.</summary>
        public bool TookExtra;

        public int Used;
    }
}
