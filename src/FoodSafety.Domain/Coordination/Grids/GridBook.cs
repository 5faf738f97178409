using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>How the ground was cut into grids and which station was linked to which town, since when (网格与联系台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GridBook : Book<GridAct>, IStandsInAreas
{
    private readonly AreaBook _areas;
    private readonly Trail<Done<GridAct>> _done;
    private readonly Trail<(LocalDate From, GridPlan Plan)> _plans;
    private readonly Trail<(LocalDate From, StationLinks Links)> _links;

    internal GridBook(AreaBook areas, UndoLog undo)
    {
        _areas = areas;
        (_done, _plans, _links) = (new(undo), new(undo), new(undo));
    }

    /// <summary>The grids as last laid down; null before the first.</summary>
    public GridPlan? Plan => PlanOn(LocalDate.MaxIsoValue);

    /// <summary>The links of stations and towns as last laid down; null before the first.</summary>
    public StationLinks? Stations => StationsOn(LocalDate.MaxIsoValue);

    /// <summary>Everything that was decided, in order.</summary>
    public IReadOnlyList<Done<GridAct>> History => _done.Items;

    /// <summary>The grids as they stood at the end of a day; null before the first.</summary>
    /// <param name="day">The day.</param>
    public GridPlan? PlanOn(LocalDate day) => _plans.Items.LastOrDefault(laid => laid.From <= day).Plan;

    /// <summary>The links as they stood at the end of a day; null before the first.</summary>
    /// <param name="day">The day.</param>
    public StationLinks? StationsOn(LocalDate day) => _links.Items.LastOrDefault(laid => laid.From <= day).Links;

    private protected override Decision Decide(GridAct act, Moment moment) => act switch
    {
        GridsLaidDown laid => Decision.Of(act, GridPlan.FaultsOf(_areas.Tree, laid.Grids).Select(Refused)),
        StationsLinked { Within: var within } when _areas.Tree.Find(within) is null => _areas.Unknown(within),
        StationsLinked linked => Decision.Of(act, StationLinks.FaultsOf(_areas.Tree, linked.Within, linked.Links).Select(Refused)),
        _ => throw Unknown(act),
    };

    private protected override void Evolve(GridAct act, Moment moment)
    {
        _done.Add(new(act, moment));
        switch (act)
        {
            case GridsLaidDown laid:
                _plans.Add((moment.Today, GridPlan.Build(_areas.Tree, laid.Grids)));
                break;
            case StationsLinked linked:
                _links.Add((moment.Today, StationLinks.Build(_areas.Tree, linked.Within, linked.Links)));
                break;
            default:
                throw Unknown(act);
        }
    }

    IEnumerable<Refusal> IStandsInAreas.RefusalsOf(AreaRevision revision, Moment moment)
    {
        var refusals = new List<Refusal>();
        if (Plan is { } plan)
        {
            refusals.AddRange(plan.Grids.Where(grid => CarriedAreas(grid, revision.Succession).IsEmpty).Select(grid => new Refusal(
                "grid-nowhere", ($"网格 {grid.Code} 的区划全部撤销。", $"Grid {grid.Code} has no area left."), [new GuardValue("grid", grid.Code)], Allowed: AnewBefore)));
            refusals.AddRange(GridPlan.FaultsOf(revision.Tree, Carried(plan, revision.Succession)).Select(fault => Refused(fault) with { Allowed = AnewBefore }));
        }

        if (Stations is { } stations)
        {
            refusals.AddRange(from code in stations.Links.Select(link => link.Town).Append(stations.Within)
                              where FindCarried(code, revision.Succession) is null
                              select new Refusal(
                                  "station-nowhere", ($"{code} 的市场监管所联系没有唯一去向。", $"It is not said where the station of {code} goes."), [new GuardValue("area", $"{code}")],
                                  Allowed: AnewBefore));
            refusals.AddRange(refusals.Any(refusal => refusal.Code == "station-nowhere") ? [] :
                StationLinks.FaultsOf(revision.Tree, FindCarried(stations.Within, revision.Succession)!.Value, Carried(stations, revision.Succession))
                    .Select(fault => Refused(fault) with { Allowed = AnewBefore }));
        }

        return refusals;
    }

    void IStandsInAreas.Follow(AreaRevision revision, Moment moment)
    {
        if (Plan is { } plan)
        {
            _plans.Add((moment.Today, GridPlan.Build(revision.Tree, Carried(plan, revision.Succession))));
        }

        if (Stations is { } stations)
        {
            _links.Add((moment.Today, StationLinks.Build(revision.Tree, FindCarried(stations.Within, revision.Succession) ?? stations.Within, Carried(stations, revision.Succession))));
        }
    }

    private static BilingualText AnewBefore => ("在同一批事项中先重新划定网格、重新联系。", "Grids and links laid down anew before, in the same unit.");

    private static ImmutableArray<AreaCode> CarriedAreas(Grid grid, Succession succession) => [.. grid.Areas.SelectMany(area => succession.After(area)).Distinct()];

    private static ImmutableArray<Grid> Carried(GridPlan plan, Succession succession) =>
        [.. from grid in plan.Grids let areas = CarriedAreas(grid, succession) where !areas.IsEmpty select new Grid(grid.Code, grid.Name, grid.Keeper, areas)];

    private static ImmutableArray<StationLink> Carried(StationLinks stations, Succession succession) =>
        [.. from link in stations.Links let town = FindCarried(link.Town, succession) where town is not null select new StationLink(link.Station, town.Value)];

    /// <summary>The one area that another became, or that kept its code; a station has one town.</summary>
    private static AreaCode? FindCarried(AreaCode code, Succession succession) =>
        succession.After(code) is var to && to.Contains(code) ? code : to is [var only] ? only : null;

    private static Refusal Refused(CoordinationFault fault) => new(
        fault.Kind switch
        {
            CoordinationFaultKind.CodeTwice => "code-twice",
            CoordinationFaultKind.AreaUnknown => "unknown-area",
            CoordinationFaultKind.AreaTwice => "area-twice",
            CoordinationFaultKind.NotATown => "not-a-town",
            CoordinationFaultKind.StationTwice => "station-twice",
            CoordinationFaultKind.GroupCount or CoordinationFaultKind.NoHead or CoordinationFaultKind.MemberTwice or CoordinationFaultKind.LineCount
                or CoordinationFaultKind.NoTimeLine or CoordinationFaultKind.NoMeasures or CoordinationFaultKind.SystemMissing or CoordinationFaultKind.SystemUnknown
                or CoordinationFaultKind.BodyMissing or CoordinationFaultKind.TaskForceMissing or CoordinationFaultKind.TermsOverlap
                => throw new ArgumentException($"A fault of a mechanism: {fault.Kind}.", nameof(fault)),
        },
        fault.Text,
        fault.Other is { } other ? [new GuardValue("subject", fault.Subject), new GuardValue("other", other)] : [new GuardValue("subject", fault.Subject)]);
}
