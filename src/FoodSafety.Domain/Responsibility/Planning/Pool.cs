using System.Collections.Immutable;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Responsibility;

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
