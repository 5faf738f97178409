using System.Collections.Immutable;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The seats of an area, in the order of their cadres, and its bench.</summary>
/// <param name="Seats">The numbers of the holders in post.</param>
/// <param name="Bench">The number of the bench; 0 while nobody waits.</param>
internal sealed record Pool(ImmutableArray<int> Seats, int Bench)
{
    public static readonly Pool Empty = new([], 0);

    public bool IsStaffed => !Seats.IsEmpty;
}
