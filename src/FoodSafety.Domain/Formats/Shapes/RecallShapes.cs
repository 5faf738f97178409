using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Rectifications;

namespace FoodSafety.Domain.Formats;

/// <summary>How the steps of recalls stand in a file.</summary>
internal static class RecallShapes
{
    private static readonly Shape<RecallId> Id = SnapshotShapes.Id(static id => id.Number, static number => new RecallId(number));

    private static readonly Shape<RecalledGoods> Goods = Shape.Object<RecalledGoods>(f => new RecalledGoods(
        f.Get("business", static goods => goods.Business, SnapshotShapes.BusinessId),
        f.Get("product", static goods => goods.Product, Shape.Text),
        f.Get("class", static goods => goods.Class, Shape.Enum<RecallClass>()),
        f.Get("total", static goods => goods.Total, Shape.Number),
        f.Get("unit", static goods => goods.Unit, Shape.Text)));

    public static readonly Shape<RecallAct> Act = Shape.Object<RecallAct>(f => new RecallAct(
        f.Get("id", static act => act.Id, Id),
        f.Get("step", static act => act.Step, Shape.Enum<RecallStep>()),
        f.Get("party", static act => act.Party, Shape.Enum<RecallParty>()),
        f.Get("reason", static act => act.Reason, Shape.Text, usual: ""),
        f.Find("goods", static act => act.Goods, Goods),
        f.Get("amount", static act => act.Amount, Shape.Number, usual: 0),
        f.FindValue("disposal", static act => act.Disposal, Shape.Enum<GoodsDisposal>()),
        f.FindValue("until", static act => act.Until, Shape.Date)));
}
