using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>
/// Spreads rows over seats so that loads are level, and within that so that as many rows as possible go to a cadre who knows
/// their sector.
/// </summary>
/// <remarks>
/// How many rows a seat takes is fixed by the load, except for the last one: where fewer rows are left than seats of the lowest
/// load, which seats take one more is open. The most matches are found by exchange: a row that finds no expert with room
/// displaces one of another sector that does, directly or over several seats (augmenting paths of a maximum flow). The first seats
/// that can take or give up a row are kept in queues, so that the cost is that of sorting rows and seats and not of their product.
/// </remarks>
internal sealed class ExpertMatch
{
    private static readonly int Sectors = EnumCodes.All<BusinessSector>().Length + 1;

    private readonly ImmutableArray<Expertise> _known;
    private readonly Seat[] _seats;
    private readonly int[,] _given;
    private int _extraLeft;

    /// <summary>By sector, the experts with room for one more row.</summary>
    private readonly FirstPlaces[] _free;

    /// <summary>By sector, the experts who could take one more row if another seat gave up its last.</summary>
    private readonly FirstPlaces[] _open;

    /// <summary>By sector, the experts who have a row of another sector.</summary>
    private readonly FirstPlaces[,] _holding;

    /// <summary>By sector, the seats that have one of its rows and took one more.</summary>
    private readonly FirstPlaces[] _giving;

    /// <summary>The sectors for which no exchange helps; none ever will again.</summary>
    private readonly bool[] _isExhausted = new bool[Sectors];

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

        _free = BySector(sector => place => Knows(place, sector) && (HasSure(place) || (CanTakeExtra(place) && _extraLeft > 0)));
        _open = BySector(sector => place => Knows(place, sector) && CanTakeExtra(place));
        _giving = BySector(sector => place => HasExtra(place) && _given[place, sector] > 0);
        _holding = new FirstPlaces[Sectors, Sectors];
        for (var sector = 1; sector < Sectors; sector++)
        {
            for (var other = 1; other < Sectors; other++)
            {
                var (by, of) = (sector, other);
                _holding[by, of] = new FirstPlaces(place => Knows(place, by) && _given[place, of] > 0);
            }
        }

        for (var place = 0; place < _seats.Length; place++)
        {
            OfferUse(place);
        }
    }

    /// <summary>How many of the rows find a seat with room: the first so many.</summary>
    public int Served { get; }

    /// <summary>The place of the seat for each of the rows served, by their sectors.</summary>
    public int[] Find(ReadOnlySpan<BusinessSector> sectors)
    {
        foreach (var sector in sectors)
        {
            // Nobody knows a sector that is not stated.
            if (sector != default && !_isExhausted[(int)sector])
            {
                TryGive((int)sector);
            }
        }

        var places = new int[sectors.Length];
        var next = new int[Sectors];
        for (var i = 0; i < sectors.Length; i++)
        {
            places[i] = TakeGiven((int)sectors[i], ref next[(int)sectors[i]]);
        }

        // Whoever is sure of a row first, then who would take one more by the queue, then who could.
        var (sure, extra, open) = (0, 0, 0);
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] < 0)
            {
                var place = First(ref sure, static seat => seat.Used < seat.Sure) is >= 0 and var one ? one
                    : First(ref extra, static seat => seat.Used == seat.Sure && seat.TookExtra) is >= 0 and var two ? two
                    : First(ref open, static seat => seat.Used == seat.Sure && seat.IsOpen);
                _seats[place].Used++;
                places[i] = place;
            }
        }

        return places;
    }

    private bool Knows(int place, int sector) => _known[place].Covers((BusinessSector)sector);

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
            if (_free[at].Find() is >= 0 and var free)
            {
                _extraLeft -= HasSure(free) ? 0 : 1;
                Put(free, at);
                Exchange(sector, at, reached);
                return;
            }

            foreach (var (to, _, from, other) in WaysFrom(at, reached).Order())
            {
                reached[other] = (true, at, to, from);
                next.Enqueue(other);
            }
        }

        for (var other = 0; other < Sectors; other++)
        {
            _isExhausted[other] |= reached[other].IsReached;
        }
    }

    /// <summary>For each sector not reached, the first seat that can take a row of another sector instead: its own, or one of a seat that gives up its last.</summary>
    private IEnumerable<(int To, bool GivesUp, int From, int Sector)> WaysFrom(int at, (bool IsReached, int By, int To, int From)[] reached)
    {
        var open = _open[at].Find();
        for (var other = 1; other < Sectors; other++)
        {
            if (reached[other].IsReached)
            {
                continue;
            }

            var (own, giving) = (_holding[at, other].Find(), open < 0 ? -1 : _giving[other].Find());
            if (own >= 0 && (giving < 0 || own <= open))
            {
                yield return (own, false, own, other);
            }
            else if (giving >= 0)
            {
                yield return (open, true, giving, other);
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
            OfferUse(from);
            Put(to, by);
            at = by;
        }
    }

    private void Put(int place, int sector)
    {
        _given[place, sector]++;
        _seats[place].Used++;
        OfferUse(place);
        for (var by = 1; _given[place, sector] == 1 && by < Sectors; by++)
        {
            _holding[by, sector].Offer(place);
        }
    }

    /// <summary>Offers a seat for what it can do now that it has more or fewer rows.</summary>
    private void OfferUse(int place)
    {
        for (var sector = 1; sector < Sectors; sector++)
        {
            _free[sector].Offer(place);
            _open[sector].Offer(place);
            _giving[sector].Offer(place);
        }
    }

    private int TakeGiven(int sector, ref int next)
    {
        while (next < _seats.Length && _given[next, sector] == 0)
        {
            next++;
        }

        if (next == _seats.Length)
        {
            return -1;
        }

        _given[next, sector]--;
        return next;
    }

    /// <summary>The first seat from a place on of which something holds, or -1; what does not hold of a seat never does again.</summary>
    private int First(ref int next, Predicate<Seat> holds)
    {
        while (next < _seats.Length && !holds(_seats[next]))
        {
            next++;
        }

        return next < _seats.Length ? next : -1;
    }

    private static FirstPlaces[] BySector(Func<int, Func<int, bool>> holds) =>
        [.. Enumerable.Range(0, Sectors).Select(sector => new FirstPlaces(holds(sector)))];

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
