using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Rectifications;

namespace FoodSafety.Domain.Formats;

/// <summary>How the steps of referrals to the police stand in a file.</summary>
internal static class ReferralShapes
{
    private static readonly Shape<ReferralId> Id = SnapshotShapes.Id(static id => id.Number, static number => new ReferralId(number));

    private static readonly Shape<ReferralPenalty> Penalty = Shape.Object<ReferralPenalty>(f => new ReferralPenalty(
        f.Get("kind", static penalty => penalty.Kind, Shape.Enum<ReferralPenaltyKind>()),
        f.Get("on", static penalty => penalty.On, Shape.Date),
        f.Get("fine", static penalty => penalty.Fine, Shape.Number, usual: 0)));

    public static readonly Shape<ReferralAct> Act = Shape.Object<ReferralAct>(f => new ReferralAct(
        f.Get("id", static act => act.Id, Id),
        f.Get("step", static act => act.Step, Shape.Enum<ReferralStep>()),
        f.Get("body", static act => act.Body, Shape.Enum<ReferralBody>()),
        f.Get("reason", static act => act.Reason, Shape.FreeText, usual: ""),
        f.FindValue("business", static act => act.Business, SnapshotShapes.BusinessId),
        f.Find("source", static act => act.Source, Shape.Text),
        f.Find("to", static act => act.To, Shape.Text),
        f.Get("copiedToProcuratorate", static act => act.IsCopiedToProcuratorate, Shape.Flag, usual: false),
        f.List("items", static act => act.Items, Shape.FreeText),
        f.List("penalties", static act => act.Penalties, Penalty)));
}
