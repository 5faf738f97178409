using System.Collections.Immutable;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A seat with the rows it has in each step, or the bench of an area, on which rows wait for a seat.</summary>
/// <param name="Area">The ordinal of the area; -1 for that of a stated seat which the tree does not have.</param>
/// <param name="Seat">The seat as others see it; nobody for a bench.</param>
/// <param name="Post">The post of the day; null for a bench, and for a stated seat of which the roster knows no post.</param>
/// <param name="Cadre">The cadre; null for a bench, and for a stated cadre whom the roster does not know.</param>
/// <param name="IsInPost">False once the cadre has left, and for a bench.</param>
/// <param name="Rows">The rows of each step, ascending.</param>
internal sealed record Holder(int Area, Seat Seat, Post? Post, Cadre? Cadre, bool IsInPost, ImmutableArray<int>[] Rows)
{
    public static readonly ImmutableArray<int>[] NoRows = [[], [], []];

    public bool IsBench => Seat.IsNone;
}
