using System.Collections.Immutable;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Rectifications;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How referrals to the police stand in a snapshot.</summary>
internal static class ReferralShapes
{
    private static readonly Shape<ReferralPenalty> Penalty = Shape.Object<ReferralPenalty>(f => new ReferralPenalty(
        f.Get("kind", static penalty => penalty.Kind, Shape.Enum<ReferralPenaltyKind>()),
        f.Get("on", static penalty => penalty.On, Shape.Date),
        f.Get("fine", static penalty => penalty.Fine, Shape.Number, usual: 0)));

    private static readonly Shape<ReferralEvent> Event = Shape.Object<ReferralEvent>(f => new ReferralEvent
    {
        Step = f.Get("step", static done => done.Step, Shape.Enum<ReferralStep>()),
        Body = f.Get("body", static done => done.Body, Shape.Enum<ReferralBody>()),
        By = f.Get("by", static done => done.By, Shape.Text),
        At = f.Get("at", static done => done.At, Shape.Moment),
        Reason = f.Get("reason", static done => done.Reason, Shape.Text, usual: ""),
        Referral = f.Find("referral", static done => done.Referral, Shape.Text),
        Business = f.Get("business", static done => done.Business, SnapshotShapes.BusinessId, usual: default),
        Source = f.Find("source", static done => done.Source, Shape.Text),
        To = f.Find("to", static done => done.To, Shape.Text),
        IsCopiedToProcuratorate = f.Get("copiedToProcuratorate", static done => done.IsCopiedToProcuratorate, Shape.Flag, usual: false),
        Items = f.List("items", static done => done.Items, Shape.Text),
        Penalties = f.List("penalties", static done => done.Penalties, Penalty),
    });

    /// <summary>A referral as what was done in it.</summary>
    public static readonly Shape<ImmutableArray<ReferralEvent>> Referral = Shape.List(Event);
}
