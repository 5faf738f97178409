using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Formats;

/// <summary>How what was done in campaigns stands in a file.</summary>
internal static class OutreachShapes
{
    private static readonly Shape<OutreachMaterial> Material = Shape.Object<OutreachMaterial>(f => new OutreachMaterial(
        f.Get("code", static material => material.Code, Shape.Text),
        f.Get("name", static material => material.Name, Shape.Bilingual)));

    public static readonly UnionShape<OutreachAct> Act = new(
        new UnionShape<OutreachAct>.Case<OutreachOpened>("outreach-opened", f => new OutreachOpened(
            Id(f),
            f.Get("name", static done => done.Name, Shape.Bilingual),
            f.List("materials", static done => done.Materials, Material))),
        new UnionShape<OutreachAct>.Case<OutreachTargeted>("outreach-targeted", f => new OutreachTargeted(
            Id(f),
            f.List("businesses", static done => done.Businesses, SnapshotShapes.BusinessId))),
        new UnionShape<OutreachAct>.Case<OutreachDelivered>("outreach-delivered", f => new OutreachDelivered(
            Id(f),
            f.Get("material", static done => done.Material, Shape.Text),
            f.List("businesses", static done => done.Businesses, SnapshotShapes.BusinessId),
            f.Get("receipt", static done => done.Receipt, Shape.Text, usual: ""))));

    private static CampaignId Id<T>(Fields<T> f) where T : OutreachAct => new(f.Get("id", static done => done.Id.Number, Shape.IdNumber));
}
