using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Standing;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Who is in which post, and who answers for which business (包保责任台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class ChainBook : Book<ChainAct>
{
    // Days that were lived and not redone are mostly asked of while they are not long over; plans share all that is the same.
    private const int MostPlansKept = 40;

    private readonly UndoLog _undo;
    private readonly RegisterBook _businesses;
    private readonly GradingBook<Tier> _tiers;
    private readonly RuleBook<LoadCeilings> _ceilings;
    private readonly Trail<ChainPlanner> _planners;
    private readonly Trails<CadreId, Held> _held;
    private readonly Cell<LocalDate> _staffedOn;
    private readonly Things<CadreId, Service> _service;
    private readonly Trail<Planned> _planned;
    private readonly HashSet<CadreId> _changed = [];

    // Who takes what over in the unit that is taken.
    private readonly Dictionary<(int Row, ResponsibleStep Step), Seat> _handed = [];
    private CadreRoster _roster;
    private ChainPlan? _plan;

    internal ChainBook(RegisterBook businesses, GradingBook<Tier> tiers, RuleBook<LoadCeilings> ceilings, UndoLog undo)
    {
        (_businesses, _tiers, _ceilings, _undo) = (businesses, tiers, ceilings, undo);
        (_planners, _held, _service, _planned) = (new(undo), new(undo), new(undo), new(undo));
        _staffedOn = new(undo, LocalDate.MinIsoValue);
        _roster = CadreRoster.Build(businesses.Register.Areas, [], []);
    }

    /// <summary>Cadres and posts as they are recorded now.</summary>
    public CadreRoster Roster
    {
        get
        {
            // A unit may tell of a thousand cadres before anybody asks for all of them.
            lock (_changed)
            {
                if (_changed.Count > 0)
                {
                    _roster = _roster.With(_changed, id => _held.Of(id) is [.., var last] ? (last.Cadre, last.Posts) : null);
                    _changed.Clear();
                }

                return _roster;
            }
        }
    }

    /// <summary>Who answered for which row on which day.</summary>
    public ResponsibilityHistory History { get; } = new();

    /// <summary>The plan as of the last entry that made one; null before the first.</summary>
    public ChainPlan? Plan
    {
        get
        {
            EnsurePlan();
            return _plan;
        }
    }

    /// <summary>The cadres who joined, those who left included.</summary>
    public IEnumerable<CadreId> Cadres => _service.Ids;

    /// <summary>Whether a cadre joined and has not left.</summary>
    public bool IsInService(CadreId cadre) => _service.Find(cadre) is { HasLeft: false };

    /// <summary>The roster as it was recorded at the end of a day.</summary>
    public CadreRoster RosterOn(LocalDate day)
    {
        if (_staffedOn.Value <= day)
        {
            return Roster;
        }

        var then = _held.Keys.Select(cadre => _held.Of(cadre).LastOrDefault(held => held.Recorded <= day)).OfType<Held>();
        return CadreRoster.Of(_businesses.Areas.On(day), then.Select(held => (held.Cadre, held.Posts)));
    }

    internal Planned? PlannedOn(LocalDate day) => _planned.Items.LastOrDefault(plan => plan.On <= day);

    /// <summary>The plan of a day on which one was made, over a register and tiers of that day.</summary>
    internal ChainPlan PlanOn(Planned planned, BusinessRegister register, GradeSheet<Tier> recorded, CadreRoster roster) =>
        (planned.Plan ?? (ReferenceEquals(planned, _planned.Items[^1]) ? Plan : null)) is { } plan ? plan.Over(register, recorded)
        : planned.Planner.Stated(register, recorded, roster, planned.On, History.SeatsOn(planned.On));

    /// <summary>The days after one and up to another on which a post begins or ends, with whose.</summary>
    internal IEnumerable<(LocalDate Day, CadreId Cadre)> PostTurnsBetween(LocalDate after, LocalDate upTo) =>
        from post in Roster.Posts
        from day in (LocalDate?[])[post.Term.From, post.Term.Until]
        where day > after && day <= upTo
        select (day.Value, post.Cadre);

    /// <summary>The days after one and up to another on which other levels take over.</summary>
    internal IEnumerable<(LocalDate Day, LevelCorrespondence Levels)> LevelsBetween(LocalDate after, LocalDate upTo) =>
        _planners.Items.Where(planner => planner.Levels.InForce.From > after && planner.Levels.InForce.From <= upTo).Select(planner => (planner.Levels.InForce.From, planner.Levels));

    /// <summary>After a redo the plan is made of the recorded seats when it is first needed, before an act touches the register.</summary>
    internal void EnsurePlan()
    {
        if (_plan is null && _planned.Items is [.., var last])
        {
            _plan = last.Planner.Stated(_businesses.Register, _tiers.Standing, Roster, last.On, History.SeatsOn(last.On));
        }
    }

    private protected override Decision Decide(ChainAct act, Moment moment) => act switch
    {
        LevelsLaidDown laid => Decide(laid),
        CadreJoined joined => joined.Cadre.IsNone ? Unnamed()
            : IsInService(joined.Cadre) ? new Refusal("id-taken", ($"干部 {joined.Cadre} 已在任。", $"Cadre {joined.Cadre} is in service."), Values(joined.Cadre))
            : act,
        CadreAct about when !IsInService(about.Cadre) => NotInService(about.Cadre),
        CadreLeft => act,
        PostGiven given => Decide(given),
        PostEnded ended => FindPost(ended, moment.On) is not null ? act : new Refusal(
            "holds-no-post", ($"干部 {ended.Cadre} 在 {ended.Area} 没有职务可免。", $"Cadre {ended.Cadre} has no post in {ended.Area} that could end on {moment.On:uuuu-MM-dd}."),
            [new GuardValue("cadre", ended.Cadre.Value), new GuardValue("area", ended.Area.ToString())],
            Allowed: Posts(ended.Cadre)),
        BusinessesHandedOver handed => Decision.Of(handed, RefusalsOf(handed, moment)),
        _ => throw Unknown(act),
    };

    private protected override void Evolve(ChainAct act, Moment moment)
    {
        switch (act)
        {
            case LevelsLaidDown laid:
                _planners.Add(new ChainPlanner(laid.Levels));
                break;
            case CadreJoined joined:
                _service.Put(joined.Cadre, new Service(HasLeft: false));
                Put(CadreOf(joined), PostsOf(joined.Cadre), moment.Today);
                break;
            case CadreLeft left:
                _service.Put(left.Cadre, new Service(HasLeft: true));
                Put(left.Cadre, PostsOf(left.Cadre).SelectMany(post => Ended(post, moment.On)), moment.Today);
                break;
            case PostGiven given:
                Put(given.Cadre, [.. PostsOf(given.Cadre), PostOf(given)], moment.Today);
                break;
            case PostEnded ended:
                var over = FindPost(ended, moment.On);
                Put(ended.Cadre, PostsOf(ended.Cadre).SelectMany(post => post == over ? Ended(post, moment.On) : [post]), moment.Today);
                break;
            case BusinessesHandedOver handed:
                foreach (var business in handed.Businesses)
                {
                    var (row, step, seat) = FindHeld(handed.Cadre, business)!.Value;
                    _handed[(row, step)] = seat with { Cadre = handed.To };
                }

                break;
            default:
                throw Unknown(act);
        }
    }

    internal override IEnumerable<Thing> BusinessesOf(Act act) => act is BusinessesHandedOver handed ? handed.Businesses.Select(BusinessAct.ThingOf) : [];

    internal void EndUnit() => _handed.Clear();

    /// <summary>Plans anew the rows that stand otherwise, for whoever is in post on a day.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="moment">The day, and who caused it.</param>
    /// <param name="returnTo">The last day before a slip that was put right for a row, whose seats it gets back where they still stand; null where none was.</param>
    /// <returns>What is kept, and the changes; null while no levels are in force yet.</returns>
    internal (SeatsGiven Given, ImmutableArray<ChainMove> Moves)? Follow(IReadOnlyCollection<int> rows, Moment moment, Func<int, LocalDate?>? returnTo = null)
    {
        if (FindPlanner(moment.Today) is not { } planner)
        {
            return null;
        }

        var (old, register, roster) = (_plan, _businesses.Register, Roster);
        var back = old is null || returnTo is null ? [] : FindReturning(returnTo);
        var plan = old is null ? planner.Plan(register, _tiers.Standing, roster, moment.Today)
            : back.Count == 0 && rows.Count == 0 && _handed.Count == 0 && IsOf(old, planner, roster, moment.Today) ? old.Over(register, _tiers.Standing)
            : back.Count == 0 ? planner.Replan(old, rows, roster, moment.Today, HandedOver())
            : planner.Replan(
                // By what it was planned by, so that other levels and ceilings are noticed.
                old.Planner.Stated(register, _tiers.Standing, old.Roster, old.On, row => back.TryGetValue(row, out var seats) ? seats : row < old.Count ? old.SeatsOf(row) : default),
                // What the returning give up may be taken by those who waited for it.
                new SortedSet<int>([.. rows, .. back.Keys, .. old.Uncovered.Select(gap => gap.Row)]), roster, moment.Today, HandedOver());
        ThrowIfNotTaken(plan);
        _undo.Push(() => _plan = old);
        _plan = plan;
        Keep(new Planned(moment.Today, planner) { Plan = plan.Over(register, _tiers.Standing) });
        // By row and step, so that a redo records them as they were recorded first.
        var changes = back.Count == 0 ? plan.Changes : Between(old!, plan, back.Keys);
        var mark = History.Mark;
        _undo.Push(() => History.Truncate(mark, [.. changes.Select(change => change.Row)]));
        History.Record(moment.Today, moment.By, changes);
        var given = changes.GroupBy(change => (change.Step, change.To, change.Reason))
            .Select(group => new SeatGiven(group.Key.Step, group.Key.To, group.Key.Reason, group.Select(change => register.IdAt(change.Row)).ToImmutableArray()));
        return (new SeatsGiven(given.ToImmutableArray()), [.. changes.Select(change => new ChainMove(register.IdAt(change.Row), change.Step, change.From, change.To, change.Reason))]);
    }

    /// <summary>Writes who answers for what, as another system had it.</summary>
    /// <param name="stated">The steps that are with others.</param>
    /// <param name="moment">When.</param>
    /// <param name="refusals">Is told what is wrong.</param>
    /// <returns>What is kept; null where nothing is stated, or something is wrong.</returns>
    internal SeatsGiven? TakeOver(ItemList<TakenOverSeat> stated, Moment moment, ICollection<Refusal> refusals)
    {
        if (stated.IsEmpty)
        {
            return null;
        }

        if (FindPlanner(moment.Today) is null)
        {
            refusals.Add(new Refusal(
                "no-levels", ($"{moment.Today:uuuu-MM-dd} 没有施行中的层级对应。", $"No levels are in force on {moment.Today:uuuu-MM-dd}."), [new GuardValue("day", $"{moment.Today:uuuu-MM-dd}")],
                Allowed: ("先发布当日施行的层级对应。", "Seats on days on which levels, laid down before, are in force.")));
        }

        Dictionary<(int Row, ResponsibleStep Step), Seat> seats = [];
        foreach (var (business, step, seat) in stated)
        {
            if (_businesses.Register.FindRow(business) is not { } row)
            {
                refusals.Add(RegisterBook.Unregistered(business));
            }
            else if (!seats.TryAdd((row, step.Named()), seat))
            {
                refusals.Add(new Refusal(
                    "stated-twice", ($"{business} 的{step.Name().Chinese}列了两次。", $"The {step.Name().English} of {business} is stated twice."),
                    [new GuardValue("business", business.Value), new GuardValue("step", step.Code())]));
            }
            else if (!seat.IsNone && !IsInService(seat.Cadre))
            {
                refusals.Add(NotInService(seat.Cadre));
            }
            else if (!seat.IsNone && !PostsOf(seat.Cadre).Any(post => post.Area == seat.Area && post.Term.Contains(moment.Today)))
            {
                refusals.Add(HoldsNoPost(business, seat, moment.Today));
            }
        }

        if (refusals.Count > 0)
        {
            return null;
        }

        foreach (var ((row, step), seat) in _handed.Where(handed => seats.GetValueOrDefault(handed.Key) != handed.Value))
        {
            refusals.Add(NotTaken(row, step, seat, (
                "移交的结果应在接管的责任人中列明", "what is handed over in a unit that is taken over is stated among its seats")));
        }

        if (refusals.Count > 0)
        {
            return null;
        }

        var given = seats.Where(pair => History.On(pair.Key.Row, LocalDate.MaxIsoValue)[pair.Key.Step] != pair.Value)
            .GroupBy(pair => (pair.Key.Step, Seat: pair.Value)).OrderBy(group => group.Key.Step).ThenBy(group => group.Key.Seat.Cadre).ThenBy(group => group.Key.Seat.Area)
            .Select(group => new SeatGiven(
                group.Key.Step, group.Key.Seat, ChainChangeReason.TakenOver, [.. group.Select(pair => pair.Key.Row).Order().Select(_businesses.Register.IdAt)]));
        var part = new SeatsGiven(given.ToImmutableArray());
        Redo(part, moment);
        return part;
    }

    /// <summary>What a cadre has of a business: its row, the step and the seat, as it stands in the unit so far; null when it is none.</summary>
    private (int Row, ResponsibleStep Step, Seat Seat)? FindHeld(CadreId cadre, BusinessId business)
    {
        if (_businesses.Register.FindRow(business) is not { } row)
        {
            return null;
        }

        var recorded = History.On(row, LocalDate.MaxIsoValue);
        var seats = _handed.Count == 0 ? recorded : new ChainSeats(Of(ResponsibleStep.Main), Of(ResponsibleStep.Second), Of(ResponsibleStep.Third));
        return seats.FindStep(cadre) is { } held ? (row, held, seats[held]) : null;

        Seat Of(ResponsibleStep step) => _handed.GetValueOrDefault((row, step), recorded[step]);
    }

    private IEnumerable<Refusal> RefusalsOf(BusinessesHandedOver handed, Moment moment)
    {
        var (cadre, to) = (handed.Cadre, handed.To);
        if (handed.Businesses.IsEmpty)
        {
            yield return new Refusal("no-businesses", ($"干部 {cadre} 没有移交主体。", $"Cadre {cadre} hands over no business."), Values(cadre), Allowed: ("一家以上。", "One or more."));
        }

        if (cadre == to)
        {
            yield return new Refusal("to-self", ($"干部 {cadre} 不能移交给本人。", $"Cadre {cadre} cannot hand over to cadre {cadre}."), Values(cadre), Allowed: ("其他在任干部。", "Another cadre in service."));
        }

        if (!IsInService(to))
        {
            yield return NotInService(to);
            yield break;
        }

        var posts = PostsOf(to).Where(post => post.Term.Contains(moment.Today)).Select(post => post.Area).ToHashSet();
        HashSet<BusinessId> seen = [];
        foreach (var business in handed.Businesses)
        {
            if (!seen.Add(business))
            {
                yield return new Refusal(
                    "stated-twice", ($"{business} 列了两次。", $"{business} is stated twice."), [new GuardValue("business", business.Value)], Allowed: ("每家主体一次。", "Each business once."));
            }
            else if (_businesses.Register.FindRow(business) is null)
            {
                yield return RegisterBook.Unregistered(business);
            }
            else if (FindHeld(cadre, business) is not { Seat: var seat })
            {
                yield return new Refusal(
                    "answers-not", ($"干部 {cadre} 不是 {business} 的责任人。", $"Cadre {cadre} does not answer for {business}."), [.. Values(cadre), new GuardValue("business", business.Value)],
                    Allowed: ("本人包保的主体。", "Businesses for which the cadre answers."));
            }
            else if (!posts.Contains(seat.Area))
            {
                yield return HoldsNoPost(business, seat with { Cadre = to }, moment.Today);
            }
        }
    }

    private Refusal HoldsNoPost(BusinessId business, Seat seat, LocalDate day) => new(
        "holds-no-post", ($"干部 {seat.Cadre} {day:uuuu-MM-dd} 在 {seat.Area} 没有职务，不能包保 {business}。", $"Cadre {seat.Cadre} has no post in {seat.Area} on {day:uuuu-MM-dd} and cannot answer for {business}."),
        [new GuardValue("business", business.Value), new GuardValue("cadre", seat.Cadre.Value), new GuardValue("area", seat.Area.ToString())],
        Allowed: Posts(seat.Cadre));

    /// <summary>What is handed over in this unit, which the plan keeps while it tells its changes.</summary>
    private HandOvers HandedOver() => _handed.Count == 0 ? HandOvers.None : new HandOvers(_handed);

    // Whether somebody has room, and stands in a chain already, is known once all else of the unit is planned; nobody else may get it in silence.
    private void ThrowIfNotTaken(ChainPlan plan)
    {
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var ((row, step), seat) in _handed.Where(handed => plan.SeatsOf(handed.Key.Row)[handed.Key.Step] != handed.Value).OrderBy(handed => handed.Key.Row))
        {
            var seats = plan.SeatsOf(row);
            refusals.Add(NotTaken(row, step, seat, seats.FindStep(seat.Cadre) is { } other && other < step ? (
                    $"该干部已是其{other.Name().Chinese}", $"that cadre is {other.Name().English.ToLowerInvariant()} there already")
                : step == ResponsibleStep.Main && plan.LoadsOf(seat.Cadre).FirstOrDefault(load => load.Seat == seat) is { } load && load.Main >= plan.CapacityOf(seat) ? (
                    $"该干部包保已满（{load.Main} 家）", $"that cadre has as many as may be ({load.Main})")
                : ($"该主体的{step.Name().Chinese}不再由 {seat.Area} 承担", $"its {step.Name().English.ToLowerInvariant()} is no longer of {seat.Area}")));
        }

        if (refusals.Count > 0)
        {
            throw new ActsRefusedException(refusals.DrainToImmutable());
        }
    }

    private Refusal NotTaken(int row, ResponsibleStep step, Seat seat, BilingualText reason)
    {
        var business = _businesses.Register.IdAt(row);
        return new Refusal(
            "cannot-take", ($"干部 {seat.Cadre} 不能接任 {business} 的{step.Name().Chinese}：{reason.Chinese}。", $"Cadre {seat.Cadre} cannot take over {business} as {step.Name().English.ToLowerInvariant()}: {reason.English}."),
            [new GuardValue("business", business.Value), new GuardValue("cadre", seat.Cadre.Value), new GuardValue("step", step.Code()), new GuardValue("area", seat.Area.ToString())],
            Allowed: ("其他接任人，或者不指定。", "Somebody else, or nobody named: then it is planned."));
    }

    /// <summary>Who plans on a day; null while no levels are in force.</summary>
    private ChainPlanner? FindPlanner(LocalDate day)
    {
        for (var at = _planners.Count - 1; at >= 0; at--)
        {
            if (_planners.Items[at].Levels is var levels && levels.InForce.Contains(day))
            {
                return _ceilings.FindOn(day) is { Levels.IsEmpty: false } ceilings ? new ChainPlanner(levels, ceilings) : _planners.Items[at];
            }
        }

        return null;
    }

    /// <summary>The rows that were moved since their slip, with the seats that they had before it; those that had none return to nobody.</summary>
    private Dictionary<int, ChainSeats> FindReturning(Func<int, LocalDate?> returnTo)
    {
        Dictionary<int, ChainSeats> back = [];
        Dictionary<LocalDate, Succession> since = [];
        for (var row = 0; row < _businesses.Register.Count; row++)
        {
            if (returnTo(row) is not { } day)
            {
                continue;
            }

            if (!since.TryGetValue(day, out var succession))
            {
                since.Add(day, succession = _businesses.Areas.Between(day, LocalDate.MaxIsoValue));
            }

            if (Carried(History.On(row, day), succession, _businesses.Register.AreaAt(row)) is var before && before != default && before != History.On(row, LocalDate.MaxIsoValue))
            {
                back.Add(row, before);
            }
        }

        return back;
    }

    /// <summary>What is otherwise in a plan than in the one before, where some rows returned.</summary>
    private static ImmutableArray<ChainChange> Between(ChainPlan old, ChainPlan plan, ICollection<int> returned)
    {
        var planned = plan.Changes.ToDictionary(change => (change.Row, change.Step));
        var changes = ImmutableArray.CreateBuilder<ChainChange>();
        foreach (var row in new SortedSet<int>([.. returned, .. plan.Changes.Select(change => change.Row)]))
        {
            var (before, after) = (row < old.Count ? old.SeatsOf(row) : default, plan.SeatsOf(row));
            foreach (var step in EnumCodes.All<ResponsibleStep>())
            {
                if (before[step] != after[step])
                {
                    changes.Add(new ChainChange(row, step, before[step], after[step], planned.TryGetValue((row, step), out var change) ? change.Reason : ChainChangeReason.Returned));
                }
            }
        }

        return changes.DrainToImmutable();
    }

    internal override void Redo(OutcomePart part, Moment moment) => Redo(ChangesOf((SeatsGiven)part), moment);

    /// <summary>Sets what followed then, and says who answered before.</summary>
    internal ImmutableArray<ChainMove> RedoFollowing(OutcomePart part, Moment moment)
    {
        var changes = ChangesOf((SeatsGiven)part);
        ImmutableArray<ChainMove> moves =
        [
            .. changes.Select(change => new ChainMove(
                _businesses.Register.IdAt(change.Row), change.Step, History.On(change.Row, LocalDate.MaxIsoValue)[change.Step], change.To, change.Reason)),
        ];
        Redo(changes, moment);
        return moves;
    }

    /// <summary>The changes of an outcome by row and step, as they were recorded; from whom each was is in the history.</summary>
    private List<ChainChange> ChangesOf(SeatsGiven part)
    {
        List<ChainChange> changes = [];
        foreach (var given in part.Seats)
        {
            foreach (var business in given.Businesses)
            {
                changes.Add(new ChainChange(_businesses.Register.RowOf(business), given.Step, default, given.To, given.Reason));
            }
        }

        var order = new long[changes.Count];
        for (var place = 0; place < order.Length; place++)
        {
            order[place] = ((long)changes[place].Row * (RowPlan.Steps + 1)) + (int)changes[place].Step;
        }

        order.AsSpan().Sort(CollectionsMarshal.AsSpan(changes));
        return changes;
    }

    private void Redo(List<ChainChange> changes, Moment moment)
    {
        History.Record(moment.Today, moment.By, changes);
        Keep(new Planned(moment.Today, FindPlanner(moment.Today)!));
        _plan = null;
    }

    /// <summary>How a cadre who is not in service is refused; other rooms say it in the same way.</summary>
    internal static Refusal NotInService(CadreId cadre) => new(
        "not-in-service", ($"干部 {cadre} 不在任。", $"Cadre {cadre} is not in service."), Values(cadre), Allowed: ("在任干部。", "A cadre in service."));

    private static Refusal Unnamed() => new("no-id", ("干部应有编号。", "A cadre has an id."));

    private static ItemList<GuardValue> Values(CadreId cadre) => [new GuardValue("cadre", cadre.Value)];

    private BilingualText Posts(CadreId cadre) => PostsOf(cadre) is { IsEmpty: false } posts
        ? (string.Join('、', posts.Select(post => $"{post.Area}（{post.Term.Text.Chinese}）")), string.Join(", ", posts.Select(post => $"{post.Area} ({post.Term.Text.English})")))
        : default(BilingualText);

    // With an end there could be a day without levels, on which nobody could be tied to anybody.
    private Decision Decide(LevelsLaidDown laid) => laid.Levels.InForce.Until is { } until
        ? new Refusal(
            "has-an-end", ($"层级对应 {laid.Levels.Version} 于 {until:uuuu-MM-dd} 终止。", $"The levels {laid.Levels.Version} end on {until:uuuu-MM-dd}."),
            [new GuardValue("until", $"{until:uuuu-MM-dd}")], Allowed: ("不设终止日，至新的层级对应施行为止。", "No end: they hold until others take over."))
        : _planners.Items is [.., { Levels: var last }] && last.InForce.From >= laid.Levels.InForce.From
        ? new Refusal(
            "not-after-the-last",
            ($"层级对应 {laid.Levels.Version} 的施行日不晚于 {last.Version}。", $"The levels {laid.Levels.Version} do not begin after {last.Version}."),
            [new GuardValue("from", $"{laid.Levels.InForce.From:uuuu-MM-dd}"), new GuardValue("last", $"{last.InForce.From:uuuu-MM-dd}")],
            Allowed: ($"{last.InForce.From:uuuu-MM-dd} 之后。", $"Days after {last.InForce.From:uuuu-MM-dd}."))
        : laid;

    private Decision Decide(PostGiven given)
    {
        if (given.Area.IsNone)
        {
            return new Refusal("unknown-area", ("职务应有区划。", "A post is for an area."));
        }

        var post = PostOf(given);
        var faults = CadreRosterBuilder.FaultsOf(post, _businesses.Register.Areas, isCadreKnown: true)
            .Concat(PostsOf(post.Cadre).Where(held => held.Area == post.Area && held.Term.Overlaps(post.Term))
                .Select(held => new CadreRosterFault(CadreRosterFaultKind.OverlappingPosts, post.Cadre, post, held)))
            .Select(fault => fault.Kind == CadreRosterFaultKind.UnknownArea ? _businesses.Areas.Unknown(post.Area) : new Refusal(CodeOf(fault.Kind), fault.Text, [new GuardValue("cadre", given.Cadre.Value), new GuardValue("area", given.Area.ToString())]))
            .ToImmutableArray();
        return faults.IsEmpty ? given : Decision.Refuse(faults);
    }

    private static string CodeOf(CadreRosterFaultKind kind) => kind.Named() switch
    {
        CadreRosterFaultKind.DuplicateCadre => "id-taken",
        CadreRosterFaultKind.UnknownCadre => "not-in-service",
        CadreRosterFaultKind.UnknownArea => "unknown-area",
        CadreRosterFaultKind.OverlappingPosts => "overlaps",
        CadreRosterFaultKind.NegativeCapacity => "negative-capacity",
        CadreRosterFaultKind.EmptyTerm => "empty-term",
    };

    // The roster asks for a name; names stand in a directory.
    private static Cadre CadreOf(CadreJoined joined) => new(joined.Cadre, joined.Cadre.Value) { Expertise = joined.Expertise };

    private static Post PostOf(PostGiven given) => new(given.Cadre, given.Title, given.Area, given.Term) { Capacity = given.Capacity };

    private Post? FindPost(PostEnded ended, LocalDate on) =>
        PostsOf(ended.Cadre).Where(post => post.Area == ended.Area && !(post.Term.Until <= on)).OrderBy(post => post.Term.From).FirstOrDefault();

    /// <summary>What is left of a post that ends on a day; of one that was still to begin, nothing.</summary>
    private static Post[] Ended(Post post, LocalDate on) =>
        post.Term.Until <= on ? [post]
        : post.Term.From >= on ? []
        : [post with { Term = post.Term.EndingBefore(on) }];

    private ImmutableArray<Post> PostsOf(CadreId cadre) => _held.Of(cadre) is [.., var last] ? last.Posts : [];

    private void Put(CadreId cadre, IEnumerable<Post> posts, LocalDate today) => Put(_held.Of(cadre)[^1].Cadre, posts, today);

    private void Put(Cadre cadre, IEnumerable<Post> posts, LocalDate today)
    {
        var (all, held) = (_held.Of(cadre.Id), new Held(today, cadre, [.. posts.OrderBy(post => post.Area).ThenBy(post => post.Term.From)]));
        _undo.Push(() => Change(cadre.Id));
        if (all is [.., { Recorded: var last }] && last == today)
        {
            _held.Replace(cadre.Id, all.Count - 1, held);
        }
        else
        {
            _held.Add(cadre.Id, held);
        }

        Change(cadre.Id);
        _staffedOn.Put(today);
    }

    private void Change(CadreId cadre)
    {
        lock (_changed)
        {
            _changed.Add(cadre);
        }
    }

    /// <summary>Whether a plan is by a planner, for a roster on a day, and of all rows there are, so that nothing could be planned otherwise.</summary>
    private bool IsOf(ChainPlan plan, ChainPlanner planner, CadreRoster roster, LocalDate on) =>
        ReferenceEquals(plan.Levels, planner.Levels) && plan.Ceilings == planner.Ceilings && ReferenceEquals(plan.Roster, roster) && plan.On == on && plan.Count == _businesses.Register.Count && plan.State.Unsettled.IsEmpty;

    private void Keep(Planned planned)
    {
        if (_planned.Items is [.., { On: var last }] && last == planned.On)
        {
            _planned.ReplaceLast(planned);
        }
        else
        {
            _planned.Add(planned);
            if (_planned.Count > MostPlansKept)
            {
                _planned.Items[^(MostPlansKept + 1)].Plan = null;
            }
        }
    }

    /// <summary>That a plan was made for a day, by which levels; every entry since the first makes one, so that the roster is that of the day.</summary>
    internal sealed record Planned(LocalDate On, ChainPlanner Planner)
    {
        /// <summary>The plan, while it is kept; it can be stated again from the history.</summary>
        public ChainPlan? Plan { get; set; }
    }

    /// <summary>What was recorded of a cadre on a day: who he is, and his posts by area, in an area by the first day.</summary>
    private sealed record Held(LocalDate Recorded, Cadre Cadre, ImmutableArray<Post> Posts);

    private sealed record Service(bool HasLeft);
}
