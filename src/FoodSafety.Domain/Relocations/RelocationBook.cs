using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Relocations;

/// <summary>How far a business is on its way from one district to another (迁移状态).</summary>
/// <remarks>Zero, the default, is no state.</remarks>
public enum RelocationState : byte
{
    /// <summary>It left here, and the other district did not say yet that it arrived (已迁出、待回执).</summary>
    [BilingualName("已迁出", "left")]
    Left = 1,

    /// <summary>It left the other district, and did not arrive here yet (待迁入).</summary>
    [BilingualName("待迁入", "expected")]
    Expected = 2,

    /// <summary>It arrived (已迁入): here, or in the other district, which said so.</summary>
    [BilingualName("已迁入", "arrived")]
    Arrived = 3,

    /// <summary>It did not come about (迁移终止).</summary>
    [BilingualName("迁移终止", "cancelled")]
    Cancelled = 4,
}

/// <summary>A move of a business from one district to another, as one of the two knows it (跨区迁移).</summary>
/// <param name="Transfer">What the one hands to the other.</param>
/// <param name="IsFromHere">Whether the business leaves here (迁出); else it comes here (迁入).</param>
/// <param name="State">How far it is.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Relocation(BusinessTransfer Transfer, bool IsFromHere, RelocationState State)
{
    /// <summary>The number of the move.</summary>
    public RelocationId Id => Transfer.Id;

    /// <summary>The business in the register here; no id while it is expected.</summary>
    public BusinessId Business { get; internal init; }

    /// <summary>What the district to which it came says of its arrival, to be sent to the other (迁入回执); null until it arrived.</summary>
    public ArrivalReceipt? Receipt { get; internal init; }

    /// <summary>Why it did not come about; null while it was not cancelled.</summary>
    public string? CancelledFor { get; internal init; }

    /// <summary>Whether it is on its way: it left and did not arrive as far as is known here.</summary>
    public bool IsUnderWay => State switch
    {
        RelocationState.Left or RelocationState.Expected => true,
        RelocationState.Arrived or RelocationState.Cancelled => false,
    };
}

/// <summary>The businesses that move out of the district and into it (跨区迁移台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RelocationBook : ThingBook<RelocationId, Relocation, RelocationAct>
{
    private readonly RegisterBook _businesses;
    private readonly Func<BusinessMovedOut, Moment, Leaving> _leaving;

    internal RelocationBook(RegisterBook businesses, Func<BusinessMovedOut, Moment, Leaving> leaving, UndoLog undo)
        : base(undo) => (_businesses, _leaving) = (businesses, leaving);

    /// <summary>The moves of a business, out and in, in the order recorded.</summary>
    /// <param name="business">The business in the register here.</param>
    public IEnumerable<Relocation> Of(BusinessId business) => All.Where(one => one.Business == business);

    /// <summary>The businesses that are on their way at the end of a day and should have arrived before it (逾期未迁入), by all that is known now: none is lost.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<Relocation> NotArrivedOn(LocalDate day) => [.. On(day).Where(one => one.IsUnderWay && one.Transfer.ArriveBy < day)];

    // Acts in the journal of another district rest on these, and nobody here sees them.
    internal override ImmutableArray<string> Voidable => [];

    internal override IEnumerable<(Thing About, ActPlace Place)> VoidableActs() => [];

    private protected override string ThingKind => RelocationAct.ThingKind;

    private protected override RelocationId IdOf(RelocationAct act) => act.Id;

    private protected override IEnumerable<Thing> BusinessesOf(Relocation thing, RelocationAct act) => thing.Business.IsNone ? [] : [BusinessAct.ThingOf(thing.Business)];

    private protected override Decision Decide(Relocation? before, RelocationAct act, Moment moment) => (before, act) switch
    {
        (null, BusinessMovedOut left) => Decide(left, moment),
        (null, TransferReceived received) => Decide(received, moment),
        (null, _) => new Refusal("unknown-id", ($"没有迁移 {act.Id}。", $"There is no move {act.Id}."), [new GuardValue("id", $"{act.Id}")]),
        (_, TransferReceived) => new Refusal(
            "received-already", ($"移交单 {act.Id} 已接收过（{before.State.Name().Chinese}）。", $"The transfer {act.Id} was read here already: {before.State.Name().English}."), [new GuardValue("id", $"{act.Id}")]),
        (_, BusinessMovedOut) => Refusal.IdTaken($"{act.Id}"),
        (_, BusinessMovedIn arrived) => before.State == RelocationState.Expected ? Decide(before.Transfer, arrived, moment) : OtherState(before, act),
        (_, ArrivalConfirmed { Receipt: var receipt }) => before.State == RelocationState.Left ? Decision.Of(act, DayOutside(receipt.ArrivedOn, before.Transfer.LeftOn, moment.On)) : OtherState(before, act),
        (_, RelocationCancelled cancelled) => before.IsUnderWay ? Cancelled(before, cancelled) : OtherState(before, act),
        _ => throw Unknown(act),
    };

    private protected override Relocation After(Relocation? before, RelocationAct act, Moment moment) => act switch
    {
        BusinessMovedOut left => new(left.Transfer!, true, RelocationState.Left) { Business = left.Business },
        TransferReceived received => new(received.Transfer, false, RelocationState.Expected),
        BusinessMovedIn arrived => before! with
        {
            State = RelocationState.Arrived, Business = arrived.Business,
            Receipt = new(act.Id, arrived.District!, arrived.Area, arrived.Business, moment.On),
        },
        ArrivalConfirmed confirmed => before! with { State = RelocationState.Arrived, Receipt = confirmed.Receipt },
        RelocationCancelled cancelled => before! with { State = RelocationState.Cancelled, CancelledFor = cancelled.Reason },
        _ => throw Unknown(act),
    };

    private static Refusal OtherState(Relocation before, RelocationAct act) => new(
        "other-state", ($"迁移 {act.Id}：{before.State.Name().Chinese}，不能办理“{act.Kind}”。", $"The move {act.Id} is {before.State.Name().English}: '{act.Kind}' cannot be done."),
        [new GuardValue("id", $"{act.Id}"), new GuardValue("state", before.State.Code())], Allowed: AllowedIn(before));

    private static BilingualText AllowedIn(Relocation before) => before.State switch
    {
        RelocationState.Left => ("迁入回执，或迁移终止。", "A receipt of its arrival, or that it is cancelled."),
        RelocationState.Expected => ("迁入，或迁移终止。", "Its arrival, or that it is cancelled."),
        RelocationState.Arrived or RelocationState.Cancelled => ("无：已办结。", "Nothing: it is over."),
    };

    private Decision Decide(BusinessMovedOut left, Moment moment)
    {
        var (areas, register) = (_businesses.Areas, _businesses.Register);
        ItemList<GuardValue> about = [new GuardValue("business", left.Business.Value), new GuardValue("id", $"{left.Id}")];
        if (register.FindRow(left.Business) is not { } row)
        {
            return RegisterBook.Unregistered(left.Business);
        }

        if (areas.Tree.Find(left.Id.Origin) is null)
        {
            return areas.Unknown(left.Id.Origin);
        }

        var (status, area) = ((OperatingStatus)register.Facts.Read(row, BusinessFacts.Status), register.AreaAt(row));
        List<Refusal> refusals = [];
        if (!left.Id.Origin.Contains(area))
        {
            refusals.Add(new("outside-the-origin", ($"主体 {left.Business} 在 {area}，不属于迁出地 {left.Id.Origin}。", $"Business {left.Business} stands in {area}, and not in {left.Id.Origin}, which it is said to leave."), about, Allowed: ("其所在的区划。", "An area in which it stands.")));
        }

        if (areas.Tree.Find(left.To) is not null)
        {
            refusals.Add(new("inside-the-district", ($"{left.To} 是本辖区的区划。", $"{left.To} is an area of this district."), [.. about, new GuardValue("area", $"{left.To}")], Allowed: ("辖区内迁址用“business-moved”。", "'business-moved', for a move within the district.")));
        }

        if (status.HasEnded())
        {
            refusals.Add(new("has-ended", ($"主体 {left.Business} 的状态为“{status.Name().Chinese}”。", $"The status of business {left.Business} is '{status.Name().English}'."), about, Allowed: ("未注销、吊销、迁出的主体。", "A business that neither closed, lost its licence nor moved out.")));
        }

        if (_businesses.FindToldAfter(left.Business, BusinessFacts.Status.Id, moment.On) is { } told)
        {
            refusals.Add(new("told-since", ($"{told:uuuu-MM-dd} 另报过主体 {left.Business} 的状态。", $"Of {told:uuuu-MM-dd} the status of business {left.Business} was told otherwise."), [.. about, new GuardValue("told", $"{told:uuuu-MM-dd}")], Allowed: ($"{told:uuuu-MM-dd} 及以后。", $"{told:uuuu-MM-dd} and later.")));
        }

        if (left.ArriveBy < moment.On)
        {
            refusals.Add(new("day-out-of-range", ($"应迁入日 {left.ArriveBy:uuuu-MM-dd} 早于迁出日。", $"It is to arrive by {left.ArriveBy:uuuu-MM-dd}, before it leaves."), about, Allowed: ($"{moment.On:uuuu-MM-dd} 及以后。", $"{moment.On:uuuu-MM-dd} and later.")));
        }

        if (refusals.Count > 0)
        {
            return Decision.Refuse(refusals);
        }

        var leaving = _leaving(left, moment);
        if (!leaving.Refusals.IsEmpty)
        {
            return Decision.Refuse(leaving.Refusals);
        }

        var business = register.At(row);
        var transfer = new BusinessTransfer(left.Id, areas.Tree[left.Id.Origin].Name, area, left.To, moment.On, left.ArriveBy, left.Business, business.Name)
        {
            CreditCode = business.CreditCode,
            Licence = business.Licence,
            Facts = [.. register.Facts.Schema.Facts.Select(fact => new FactValue(fact, register.Facts.Read(row, fact))).Where(value => value.IsStated)
                .Select(value => new TransferredFact(value.Fact!.Id, value.Fact.Name, value.ValueText)).OrderBy(fact => fact.Fact, StringComparer.Ordinal)],
            Grades = leaving.Grades,
            Problems = leaving.Problems,
            Ended = leaving.Ended,
            RunningOn = leaving.RunningOn,
        };
        return new Decision([left with { Transfer = transfer }, .. leaving.Settling, new FactsStated(left.Business, new FactRecord(BusinessFacts.Status.Of(OperatingStatus.MovedOut)))], []);
    }

    private Decision Decide(TransferReceived received, Moment moment)
    {
        var (transfer, areas) = (received.Transfer, _businesses.Areas);
        ItemList<GuardValue> about = [new GuardValue("id", $"{received.Id}"), new GuardValue("area", $"{transfer.To}")];
        return areas.Tree.Find(received.Id.Origin) is not null ? new Refusal(
                "inside-the-district", ($"移交单 {received.Id} 由本辖区迁出。", $"The transfer {received.Id} is of a business that leaves this district."), about, Allowed: ("其他辖区的移交单。", "A transfer of another district."))
            : areas.Tree.Find(transfer.To) is null ? new Refusal(
                "wrong-district", ($"移交单 {received.Id} 发往 {transfer.To}，不是本辖区。", $"The transfer {received.Id} is for {transfer.To}, which is no area of this district."), about, Allowed: ("迁入本辖区的移交单。", "A transfer of a business that moves here."))
            : Decision.Of(received, DayOutside(transfer.LeftOn, LocalDate.MinIsoValue, moment.On));
    }

    private Decision Decide(BusinessTransfer transfer, BusinessMovedIn arrived, Moment moment)
    {
        var (areas, register) = (_businesses.Areas, _businesses.Register);
        List<Refusal> refusals = [.. DayOutside(moment.On, transfer.LeftOn, moment.On)];
        if (areas.Tree.Find(arrived.Area) is null)
        {
            refusals.Add(areas.Unknown(arrived.Area));
        }

        FactRecord facts = new([.. transfer.Facts.Select(fact => BusinessTransfer.FindValue(register.Facts.Schema, fact)).OfType<FactValue>().Where(value => !_businesses.Derives(value.Fact!))]);
        var row = register.FindRow(arrived.Business);
        if (row is { } known && (OperatingStatus)register.Facts.Read(known, BusinessFacts.Status) != OperatingStatus.MovedOut)
        {
            refusals.Add(Refusal.IdTaken(arrived.Business.Value) with { Allowed = ("未使用的编号，或迁出过的同一主体的编号。", "An id that is not in use, or that of the same business, which had moved out.") });
        }

        if (facts.Read(BusinessFacts.Type) == BusinessFacts.Type.Unstated)
        {
            refusals.Add(new("no-type", ($"移交单 {arrived.Id} 没有可识别的主体业态。", $"The transfer {arrived.Id} has no business type that is known."), [new GuardValue("id", $"{arrived.Id}")]));
        }

        if (refusals.Count > 0)
        {
            return Decision.Refuse(refusals);
        }

        ItemList<Act> entailed = row is null
            ? [new BusinessesOpened([new Business(arrived.Business, transfer.Name, arrived.Area, BusinessFacts.Type.In(facts))
            {
                Status = (OperatingStatus)transfer.Status.Stored,
                CreditCode = transfer.CreditCode,
                Licence = transfer.Licence,
                Profile = BusinessFacts.ProfileOf(facts),
                OwnFacts = new FactRecord([.. facts.Values.Where(value => !BusinessFacts.IsStandard(value.Fact!))]),
            }])]
            : [new BusinessMoved(arrived.Business, arrived.Area), new FactsStated(arrived.Business, facts.With(transfer.Status))];
        var district = areas.Tree[arrived.Area];
        return new Decision([arrived with { District = (district.FindAncestor(AreaLevel.District) ?? district.Path[0]).Name }, .. entailed], []);
    }

    private Decision Cancelled(Relocation before, RelocationCancelled cancelled) =>
        before.IsFromHere && (OperatingStatus)_businesses.Register.Facts.Read(_businesses.Register.RowOf(before.Business), BusinessFacts.Status) == OperatingStatus.MovedOut
            ? new Decision([cancelled, new FactsStated(before.Business, new FactRecord(before.Transfer.Status))], [])
            : cancelled;

    private static IEnumerable<Refusal> DayOutside(LocalDate day, LocalDate first, LocalDate last) => day >= first && day <= last ? [] :
    [
        new(
            "day-out-of-range", ($"{day:uuuu-MM-dd} 不在迁出日与办理日之间。", $"{day:uuuu-MM-dd} is not between the day on which it left and that of the act."), [new GuardValue("day", $"{day:uuuu-MM-dd}")],
            Allowed: first == LocalDate.MinIsoValue ? ($"{last:uuuu-MM-dd} 及以前。", $"{last:uuuu-MM-dd} and earlier.") : ($"{first:uuuu-MM-dd} 至 {last:uuuu-MM-dd}。", $"{first:uuuu-MM-dd} to {last:uuuu-MM-dd}.")),
    ];
}

/// <summary>What becomes of what hangs on a business that leaves the district, as the root finds it in all rooms.</summary>
/// <param name="Settling">The acts that end it here.</param>
/// <param name="Refusals">What stands in the way.</param>
internal sealed record Leaving(ItemList<Act> Settling, ItemList<Refusal> Refusals)
{
    public ItemList<TransferredGrade> Grades { get; init; }

    public ItemList<TransferredProblem> Problems { get; init; }

    public ItemList<BilingualText> Ended { get; init; }

    public ItemList<BilingualText> RunningOn { get; init; }
}
