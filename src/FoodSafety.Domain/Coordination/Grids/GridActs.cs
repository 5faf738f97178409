using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Coordination;

/// <summary>What is decided about the ground: its grids, and who is linked to which town (网格与联系事项). It counts from the day of record.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record GridAct : Act<GridBook>
{
    private protected GridAct()
    {
    }
}

/// <summary>The ground was cut into grids, in the place of those before (划定网格).</summary>
/// <param name="Grids">All grids, in any order; together they may leave areas out, and none stand when there is none.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GridsLaidDown(ItemList<Grid> Grids) : GridAct
{
    /// <inheritdoc/>
    public override string Kind => "grids-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("grids", "");
}

/// <summary>Stations were linked to towns one to one, in the place of the links before ("一对一"联系).</summary>
/// <param name="Within">The area whose towns are linked: a district, as a rule.</param>
/// <param name="Links">All links, in any order; they may leave towns out.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StationsLinked(AreaCode Within, ItemList<StationLink> Links) : GridAct
{
    /// <inheritdoc/>
    public override string Kind => "stations-linked";

    /// <inheritdoc/>
    public override Thing? Thing => new("station-links", "");
}
