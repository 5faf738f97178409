using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>How the ground was cut into grids and which station was linked to which town, since when (网格与联系台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GridBook : Book<GridAct>
{
    private readonly AreaTree _areas;
    private readonly Trail<Done<GridAct>> _done;
    private readonly Trail<(LocalDate From, GridPlan Plan)> _plans;
    private readonly Trail<(LocalDate From, StationLinks Links)> _links;

    internal GridBook(AreaTree areas, UndoLog undo)
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
        GridsLaidDown laid => Decision.Of(act, GridPlan.FaultsOf(_areas, laid.Grids).Select(Refused)),
        StationsLinked { Within: var within } when _areas.Find(within) is null => Refused(new CoordinationFault(CoordinationFaultKind.AreaUnknown, $"{within}")),
        StationsLinked linked => Decision.Of(act, StationLinks.FaultsOf(_areas, linked.Within, linked.Links).Select(Refused)),
        _ => throw Unknown(act),
    };

    private protected override void Evolve(GridAct act, Moment moment)
    {
        _done.Add(new(act, moment));
        switch (act)
        {
            case GridsLaidDown laid:
                _plans.Add((moment.Today, GridPlan.Build(_areas, laid.Grids)));
                break;
            case StationsLinked linked:
                _links.Add((moment.Today, StationLinks.Build(_areas, linked.Within, linked.Links)));
                break;
            default:
                throw Unknown(act);
        }
    }

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
