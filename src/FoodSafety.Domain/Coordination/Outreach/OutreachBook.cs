using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Coordination;

/// <summary>The campaigns that hand materials to businesses (宣传送达台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class OutreachBook : ThingBook<CampaignId, OutreachCampaign, OutreachAct>
{
    private readonly RegisterBook _businesses;

    internal OutreachBook(RegisterBook businesses, UndoLog undo) : base(undo) => _businesses = businesses;

    private protected override string ThingKind => OutreachAct.ThingOf;

    private protected override IEnumerable<Thing> BusinessesOf(OutreachCampaign thing, OutreachAct act) => act switch
    {
        OutreachTargeted targeted => targeted.Businesses.Select(BusinessAct.ThingOf),
        OutreachDelivered delivered => delivered.Businesses.Select(BusinessAct.ThingOf),
        _ => [],
    };

    private protected override CampaignId IdOf(OutreachAct act) => act.Id;

    private protected override Decision Decide(OutreachCampaign? before, OutreachAct act, Moment moment) => (act, before) switch
    {
        (OutreachOpened, null) => act,
        (OutreachOpened, _) => Refusal.IdTaken($"{act.Id}"),
        (_, null) => new Refusal(
            "unknown-campaign", ($"没有编号为 {act.Id} 的宣传送达。", $"There is no campaign {act.Id}."), [new GuardValue("id", $"{act.Id}")], Allowed: ("已启动的宣传送达。", "One that was opened.")),
        _ when moment.On < before.OpenedOn => new Refusal(
            "not-begun", ($"宣传送达 {act.Id} 于 {before.OpenedOn:uuuu-MM-dd} 启动。", $"Campaign {act.Id} was opened on {before.OpenedOn:uuuu-MM-dd} only."),
            [new GuardValue("id", $"{act.Id}"), new GuardValue("begins", $"{before.OpenedOn:uuuu-MM-dd}")],
            Allowed: ($"{before.OpenedOn:uuuu-MM-dd} 及以后。", $"{before.OpenedOn:uuuu-MM-dd} and later.")),
        (OutreachTargeted targeted, _) => Decide(targeted, targeted.Businesses, businesses => targeted with { Businesses = businesses }),
        (OutreachDelivered delivered, _) when before.PlaceOf(delivered.Material) is null => new Refusal(
            "unknown-material", ($"宣传送达 {act.Id} 没有材料“{delivered.Material}”。", $"Campaign {act.Id} has no material '{delivered.Material}'."),
            [new GuardValue("material", delivered.Material)],
            Allowed: (string.Join('、', before.Materials.Select(known => known.Code)), string.Join(", ", before.Materials.Select(known => known.Code)))),
        (OutreachDelivered delivered, _) => Decide(delivered, delivered.Businesses, businesses => delivered with { Businesses = businesses }),
        _ => throw Unknown(act),
    };

    private protected override OutreachCampaign After(OutreachCampaign? before, OutreachAct act, Moment moment) => (act, before) switch
    {
        (OutreachOpened opened, _) => new OutreachCampaign(opened, moment.By, moment.On),
        (OutreachTargeted targeted, not null) => before.After(targeted, moment.On),
        (OutreachDelivered delivered, not null) => before.After(delivered, moment.On),
        _ => throw Unknown(act),
    };

    /// <summary>Keeps the businesses in the order of their ids, each once, so that later looks find them.</summary>
    private Decision Decide(OutreachAct act, ItemList<BusinessId> businesses, Func<ItemList<BusinessId>, OutreachAct> sorted)
    {
        if (businesses.IsEmpty)
        {
            return new Refusal(
                "names-no-business", ($"宣传送达 {act.Id}：没有列明主体。", $"Campaign {act.Id}: the act names no business."), [new GuardValue("id", $"{act.Id}")], Allowed: ("至少一家。", "One or more."));
        }

        ImmutableArray<Refusal> unknown = [.. businesses.Where(id => !_businesses.Register.Contains(id)).Select(RegisterBook.Unregistered)];
        return unknown.IsEmpty ? sorted(BusinessOrder.Sort(businesses, nameof(businesses))) : Decision.Refuse(unknown);
    }
}
