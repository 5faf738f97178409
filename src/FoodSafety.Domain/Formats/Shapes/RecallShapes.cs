using System.Collections.Immutable;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;

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

    // Each list is of the three classes, I first.
    private static readonly Shape<RecallTerms> Terms = Shape.Object<RecallTerms>(f =>
    {
        var (version, basis) = (f.Get("version", static terms => terms.Version, Shape.Text), f.Get("basis", static terms => terms.Basis, SnapshotShapes.Citation));
        var start = f.List("startHours", static terms => [.. RecallTerms.Classes.Select(one => terms.StartLimit(one).Amount)], Shape.Whole);
        var finish = f.List("finishWorkingDays", static terms => [.. RecallTerms.Classes.Select(one => terms.FinishLimit(one).Amount)], Shape.Whole);
        var finishBasis = f.Find("finishBasis", static terms => terms.FinishBasis == terms.Basis ? null : terms.FinishBasis, SnapshotShapes.Citation);
        var progress = f.List("progress", static terms => [.. RecallTerms.Classes.Select(terms.FindProgressLimit).OfType<TimeLimit>()], TimeShapes.Limit);
        var read = new RecallTerms(version, basis, Three(start), Three(finish), finishBasis);
        return progress.IsEmpty ? read : Three(progress) is var (one, two, three) ? read.WithProgress(one, two, three) : read;
    });

    public static readonly Shape<RecallTermsLaidDown> LaidDown = Shape.Object<RecallTermsLaidDown>(f => new RecallTermsLaidDown(f.Get("terms", static laid => laid.Rules, Terms)));

    public static readonly Shape<RecallAct> Act = Shape.Object<RecallAct>(f => new RecallAct(
        f.Get("id", static act => act.Id, Id),
        f.Get("step", static act => act.Step, Shape.Enum<RecallStep>()),
        f.Get("party", static act => act.Party, Shape.Enum<RecallParty>()),
        f.Get("reason", static act => act.Reason, Shape.FreeText, usual: ""),
        f.Find("goods", static act => act.Goods, Goods),
        f.Get("amount", static act => act.Amount, Shape.Number, usual: 0),
        f.FindValue("disposal", static act => act.Disposal, Shape.Enum<GoodsDisposal>()),
        f.FindValue("until", static act => act.Until, Shape.Date))
    {
        Terms = f.Find("terms", static act => act.Terms, Terms),
    });

    private static (T I, T II, T III) Three<T>(ImmutableArray<T> limits) => limits is [var one, var two, var three] ? (one, two, three)
        : throw new ArgumentException($"There are {limits.Length} limits. Allowed: three, for the classes I, II and III.", nameof(limits));
}
