using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Businesses;

/// <summary>What is told of the divisions of the district (行政区划事项).</summary>
/// <remarks>
/// A change is a fact of the world that may be known late: it is in effect from the day of its stamp, and register, posts, chains, grids and
/// links follow from the day of record, because nobody could act on it earlier. Changes follow each other by the days on which they took
/// effect. A wrong one is not voided, since everything that was done since stands in the areas that it made: it is put right by another
/// change, back to what was, and a past day tells both.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record AreaAct : Act<AreaBook>
{
    private protected AreaAct(Citation source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
    }

    /// <summary>The list or the document that says so (依据).</summary>
    public Citation Source { get; init => field = value ?? throw new ArgumentNullException(nameof(Source)); }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new("areas", "");
}

/// <summary>The district has these divisions (行政区划名录): the first of its acts, before any business or post.</summary>
/// <param name="Areas">All areas, in any order; those without a higher one are all of one level.</param>
/// <param name="Source">The list that says so.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AreasLaidDown(ItemList<ListedArea> Areas, Citation Source) : AreaAct(Source)
{
    /// <inheritdoc/>
    public override string Kind => "areas-laid-down";

    /// <summary>Lays down the areas of a tree that was built from a list.</summary>
    /// <param name="areas">The tree.</param>
    /// <param name="source">The list that says so.</param>
    public static AreasLaidDown Of(AreaTree areas, Citation source)
    {
        ArgumentNullException.ThrowIfNull(areas);
        return new([.. areas.Areas.Select(area => new ListedArea(area.Code, area.Name))], source);
    }
}

/// <summary>Where a business of an area that was split, or abolished, stands since (主体归属).</summary>
/// <param name="Business">The business.</param>
/// <param name="Area">One of the successors, or an area inside one.</param>
public sealed record BusinessPlaced(BusinessId Business, AreaCode Area);

/// <summary>Divisions changed from the day of the stamp on (行政区划变更): merged, split, renamed, with other codes, or under another town.</summary>
/// <remarks>
/// <para>Whatever is not named stays as it is. An area that goes under another town gets a code of that town, and so do all areas in it.</para>
/// <para>Posts go with their area, of a split one to each part, with the capacity that they have, until somebody ends one; posts of one cadre
/// that come together in one area are one. Grids and links of stations go with their areas too; where areas of two grids or of two stations
/// become one, grids or links are laid down anew before, in the same unit.</para>
/// </remarks>
/// <param name="Successions">What became of the areas that lost their code, were split, or took up another; each once.</param>
/// <param name="Areas">The areas that the list has anew, and those with another name.</param>
/// <param name="Placed">
/// Where the businesses stand that stood in a split area; who is not named stays where a part keeps the code, and is refused where none does.
/// </param>
/// <param name="Source">The document that says so.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AreasChanged(ItemList<AreaSucceeded> Successions, ItemList<ListedArea> Areas, ItemList<BusinessPlaced> Placed, Citation Source) : AreaAct(Source)
{
    /// <inheritdoc/>
    public override string Kind => "areas-changed";

    /// <summary>The change of which two lists tell: whoever has laid down the one stands in the areas of the other after it.</summary>
    /// <param name="compared">The lists, compared; the one before is that of the district.</param>
    /// <param name="source">The list, or the document, that says so.</param>
    /// <param name="placed">Where the businesses of areas that were split or abolished stand since.</param>
    /// <exception cref="InvalidOperationException">Something is to be decided; see <see cref="AreaComparison.Undecided"/>.</exception>
    public static AreasChanged Of(AreaComparison compared, Citation source, ItemList<BusinessPlaced> placed = default)
    {
        ArgumentNullException.ThrowIfNull(compared);
        return Of(compared, compared.Succession, compared.Changes, source) with { Placed = placed };
    }

    /// <summary>The changes of which two lists tell, each with the day from which it is in effect, in the order of the days.</summary>
    /// <remarks>What is inside an area changes on the day of that area, where nothing else was said of it.</remarks>
    /// <param name="compared">The lists, compared, with what was said of days.</param>
    /// <param name="source">The list, or the document, that says so.</param>
    /// <param name="otherwise">The day of the changes of which none was said.</param>
    /// <exception cref="InvalidOperationException">Something is to be decided; see <see cref="AreaComparison.Undecided"/>.</exception>
    public static ImmutableArray<(LocalDate On, AreasChanged Change)> ByDay(AreaComparison compared, Citation source, LocalDate otherwise)
    {
        ArgumentNullException.ThrowIfNull(compared);
        _ = compared.Succession;
        var (days, daysAfter) = (new Dictionary<AreaCode, LocalDate>(), new Dictionary<AreaCode, LocalDate>());
        foreach (var change in compared.Changes)
        {
            foreach (var area in change.On is null ? [] : change.From)
            {
                days[area.Code] = change.On!.Value;
            }

            foreach (var area in change.On is null ? [] : change.To)
            {
                daysAfter[area.Code] = change.On!.Value;
            }
        }

        return [.. compared.Changes.GroupBy(DayOf).OrderBy(one => one.Key).Select(one => (one.Key, Of(compared, AreaComparison.SuccessionOf(one), one, source)))];

        LocalDate DayOf(AreaChange change) => change.On
            ?? change.From.SelectMany(area => compared.Before[area.Code].Path.Reverse()).Select(area => FindDay(days, area.Code))
                .Concat(change.To.SelectMany(area => compared.After[area.Code].Path.Reverse()).Select(area => FindDay(daysAfter, area.Code))).FirstOrDefault(day => day is not null)
            ?? otherwise;

        static LocalDate? FindDay(Dictionary<AreaCode, LocalDate> days, AreaCode code) => days.TryGetValue(code, out var day) ? day : null;
    }

    private static AreasChanged Of(AreaComparison compared, Succession succession, IEnumerable<AreaChange> changes, Citation source) => new(
        succession.Changes,
        [.. changes.SelectMany(change => change.To).Where(area => !(compared.Before.Find(area.Code)?.Name == area.Name && succession.After(area.Code).Contains(area.Code)))], [], source);
}
