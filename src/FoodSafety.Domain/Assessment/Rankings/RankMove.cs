namespace FoodSafety.Domain.Assessment;

/// <summary>How the place of one assessee changed between two rankings (名次变动).</summary>
/// <param name="Assessee">Who.</param>
/// <param name="Before">The place before; null for one who was not ranked.</param>
/// <param name="After">The place after; null for one who is not ranked any more.</param>
/// <remarks>The default value is nobody in no place.</remarks>
public readonly record struct RankMove(Assessee Assessee, RankedScore? Before, RankedScore? After)
{
    /// <summary>How many ranks up, negative for down, 0 for the same; null unless ranked in both.</summary>
    public int? Up => Before?.Rank - After?.Rank;
}
