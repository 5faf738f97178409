using System.Collections.Immutable;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Responsibility;

/// <summary>All that a plan knows, shared page by page with the plans before and after it.</summary>
/// <param name="Rows">The chain of each row.</param>
/// <param name="Holders">Seats and benches by number, from 1; those of cadres who left stay.</param>
/// <param name="Pools">The pool of each area, by ordinal; null where nobody ever was in post or waited.</param>
/// <param name="Outside">How many rows have no tier.</param>
/// <param name="Uncovered">How many rows have a tier and no main responsible.</param>
/// <param name="Unsettled">
/// The areas in which seats were stated that the posts of the day do not have, or with more rows than they may have: the next plan
/// reviews them, whatever became of the roster. None in a plan that was made.
/// </param>
internal sealed record PlanState(
    Pages<RowPlan> Rows, Pages<Holder?> Holders, Pages<Pool?> Pools, int Outside, int Uncovered, ImmutableArray<int> Unsettled)
{
    public static readonly PlanState Empty = new(Pages<RowPlan>.Empty, Pages<Holder?>.Empty, Pages<Pool?>.Empty, 0, 0, []);

    public RowPlan RowAt(int row) => row < Rows.Count ? Rows[row] : default;

    /// <summary>Who takes a step, numbered from 0, of a row; nobody when it is vacant or there is no such step or row.</summary>
    public Seat SeatAt(int row, int step) => RowAt(row)[step] is not 0 and var holder ? Holders[holder]!.Seat : default;

    public Pool PoolOf(int area) => area < Pools.Count ? Pools[area] ?? Pool.Empty : Pool.Empty;

    /// <summary>The number of the seat of a cadre in an area, or 0.</summary>
    public int FindSeat(int area, CadreId cadre) => PoolOf(area).FindSeat(cadre, number => Holders[number]!);

    /// <summary>The area that has to take a step: see <see cref="Pool.PlaceAt"/>.</summary>
    public int PlaceAt(AreaTree areas, int area, AreaLevel level) => Pool.PlaceAt(areas, area, level, place => PoolOf(place).IsStaffed);
}

/// <summary>Who takes over which steps of which rows, because somebody said so.</summary>
internal sealed class HandOvers
{
    private readonly Dictionary<(int Row, ResponsibleStep Step), Seat> _seats;

    /// <param name="seats">The seats that take over.</param>
    public HandOvers(IDictionary<(int Row, ResponsibleStep Step), Seat> seats) => _seats = new(seats);

    public static HandOvers None { get; } = new(new Dictionary<(int, ResponsibleStep), Seat>());

    public bool IsEmpty => _seats.Count == 0;

    public IEnumerable<int> Rows => _seats.Keys.Select(key => key.Row);

    /// <summary>Who takes over a step, numbered from 0; nobody where nobody was named.</summary>
    public Seat Find(int row, int step) => IsEmpty ? default : _seats.GetValueOrDefault((row, ResponsibleStep.Main + step));
}

/// <summary>A row that needs somebody of an area for a step.</summary>
/// <param name="Area">The ordinal of the area.</param>
/// <param name="Row">The row.</param>
/// <param name="From">The holder it had before, or 0.</param>
/// <param name="Key">The id of the business, by which requests are served.</param>
internal readonly record struct Request(int Area, int Row, int From, string Key) : IComparable<Request>
{
    public int CompareTo(Request other) =>
        Area != other.Area ? Area.CompareTo(other.Area) : string.CompareOrdinal(Key, other.Key);
}

/// <summary>A seat with the rows it has in each step, or the bench of an area, on which rows wait for a seat.</summary>
/// <param name="Area">The ordinal of the area; -1 for that of a stated seat which the tree does not have.</param>
/// <param name="Seat">The seat as others see it; nobody for a bench.</param>
/// <param name="Post">The post of the day; null for a bench, and for a stated seat of which the roster knows no post.</param>
/// <param name="Limit">How many rows it may have in the main step, by the post and by the ceiling of its level; null for any number.</param>
/// <param name="Cadre">The cadre; null for a bench, and for a stated cadre whom the roster does not know.</param>
/// <param name="IsInPost">False once the cadre has left, and for a bench.</param>
/// <param name="Rows">The rows of each step, ascending.</param>
internal sealed record Holder(int Area, Seat Seat, Post? Post, int? Limit, Cadre? Cadre, bool IsInPost, ImmutableArray<int>[] Rows)
{
    public static readonly ImmutableArray<int>[] NoRows = [[], [], []];

    public bool IsBench => Seat.IsNone;
}

/// <summary>The seats of an area, in the order of their cadres, and its bench.</summary>
/// <param name="Seats">The numbers of the holders in post.</param>
/// <param name="Bench">The number of the bench; 0 while nobody waits.</param>
internal sealed record Pool(ImmutableArray<int> Seats, int Bench)
{
    public static readonly Pool Empty = new([], 0);

    public bool IsStaffed => !Seats.IsEmpty;

    /// <summary>The number of the seat of a cadre, or 0.</summary>
    public int FindSeat(CadreId cadre, Func<int, Holder> holderAt)
    {
        var place = Sorted.LowerBound(Seats, cadre, (number, id) => holderAt(number).Seat.Cadre.CompareTo(id));
        return place < Seats.Length && holderAt(Seats[place]).Seat.Cadre == cadre ? Seats[place] : 0;
    }

    /// <summary>The nearest staffed area at a level or above it on the path of an area; where there is none, the root of the path.</summary>
    public static int PlaceAt(AreaTree areas, int area, AreaLevel level, Func<int, bool> isStaffed)
    {
        var codes = areas.Codes;
        var parents = areas.Parents;
        while (codes[area].Level > level && parents[area] >= 0)
        {
            area = parents[area];
        }

        while (!isStaffed(area) && parents[area] >= 0)
        {
            area = parents[area];
        }

        return area;
    }
}

/// <summary>The chain of one row as it lies in memory: twenty bytes.</summary>
/// <remarks>Steps are numbered 0 to 2 inside the planner. A step holds the number of a holder, or 0 when it does not exist.</remarks>
internal struct RowPlan
{
    public const int Steps = 3;

    /// <summary>The tier code of a row that was looked at and gets no tier; 0 is a row that nobody graded.</summary>
    public const byte NotGraded = byte.MaxValue;

    public int Area;
    public byte Tier;
    private int _main;
    private int _second;
    private int _third;

    public readonly bool HasTier => Tier is not (0 or NotGraded);

    public int this[int step]
    {
        readonly get => step switch { 0 => _main, 1 => _second, _ => _third };
        set
        {
            switch (step)
            {
                case 0:
                    _main = value;
                    break;
                case 1:
                    _second = value;
                    break;
                default:
                    _third = value;
                    break;
            }
        }
    }
}
