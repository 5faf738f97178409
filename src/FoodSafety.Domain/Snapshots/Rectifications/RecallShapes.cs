using System.Collections.Immutable;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Rectifications;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How recalls stand in a snapshot.</summary>
internal static class RecallShapes
{
    private static readonly Shape<RecalledGoods> Goods = Shape.Object<RecalledGoods>(f => new RecalledGoods(
        f.Get("recall", static goods => goods.Recall, Shape.Text),
        f.Get("business", static goods => goods.Business, SnapshotShapes.BusinessId),
        f.Get("product", static goods => goods.Product, Shape.Text),
        f.Get("class", static goods => goods.Class, Shape.Enum<RecallClass>()),
        f.Get("total", static goods => goods.Total, Shape.Number),
        f.Get("unit", static goods => goods.Unit, Shape.Text)));

    private static readonly Shape<RecallEvent> Event = Shape.Object<RecallEvent>(f => new RecallEvent
    {
        Step = f.Get("step", static done => done.Step, Shape.Enum<RecallStep>()),
        Party = f.Get("party", static done => done.Party, Shape.Enum<RecallParty>()),
        By = f.Get("by", static done => done.By, Shape.Text),
        At = f.Get("at", static done => done.At, Shape.Moment),
        Reason = f.Get("reason", static done => done.Reason, Shape.Text, usual: ""),
        Goods = f.Find("goods", static done => done.Goods, Goods),
        Amount = f.Get("amount", static done => done.Amount, Shape.Number, usual: 0),
        Disposal = f.FindValue("disposal", static done => done.Disposal, Shape.Enum<GoodsDisposal>()),
        Until = f.FindValue("until", static done => done.Until, Shape.Date),
    });

    /// <summary>A recall as what was done in it.</summary>
    public static readonly Shape<ImmutableArray<RecallEvent>> Recall = Shape.List(Event);
}
