using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The bureau of which level supervises the headquarters of a chain, by how many shops it runs (总部监管层级).</summary>
/// <remarks>
/// The list is fixed every January (每年1月确定): a number of shops that changes during the year changes nothing until the next. A value.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChainSupervision
{
    /// <summary>States the steps.</summary>
    /// <param name="steps">The least number of shops of each step with its level, in any order; one begins at 0 or 1 shop.</param>
    /// <param name="listMonth">The month in which the list is fixed, 1 to 12.</param>
    /// <param name="basis">Where the numbers come from.</param>
    /// <exception cref="ArgumentException">No step begins at 0 or 1, or two at the same number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The month is none, a number of shops is negative, or a level is none of the five.</exception>
    public ChainSupervision(IEnumerable<(int FromShops, AreaLevel Level)> steps, int listMonth, Citation basis)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentOutOfRangeException.ThrowIfLessThan(listMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(listMonth, 12);
        Steps = [.. steps.OrderBy(step => step.FromShops)];
        foreach (var (shops, level) in Steps)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(shops, nameof(steps));
            _ = level.Name();
        }

        if (Steps.IsEmpty || Steps[0].FromShops > 1 || Steps.DistinctBy(step => step.FromShops).Count() < Steps.Length)
        {
            throw new ArgumentException("Allowed: steps of which the first begins at 0 or 1 shop, and no two at the same number.", nameof(steps));
        }

        (ListMonth, Basis) = (listMonth, basis);
    }

    /// <summary>The least number of shops of each step with its level, the fewest first.</summary>
    public ItemList<(int FromShops, AreaLevel Level)> Steps { get; }

    /// <summary>The month of every year in which the list is fixed.</summary>
    public int ListMonth { get; }

    /// <summary>Where the numbers come from (依据).</summary>
    public Citation Basis { get; }

    /// <summary>The level whose bureau supervises the headquarters.</summary>
    /// <param name="shops">How many shops it ran when the list was last fixed; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shops"/> is less than 1.</exception>
    public AreaLevel LevelOf(int shops)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shops, 1);
        return Steps.Last(step => shops >= step.FromShops).Level;
    }
}
