using System.Collections.Immutable;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.DataFiles;
using NodaTime;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How campaigns stand in a snapshot.</summary>
internal static class OutreachShapes
{
    private static readonly Shape<OutreachMaterial> Material = Shape.Object<OutreachMaterial>(f => new OutreachMaterial(
        f.Get("code", static material => material.Code, Shape.Text),
        f.Get("name", static material => material.Name, Shape.Bilingual)));

    /// <summary>A campaign as what was done in it.</summary>
    public static Shape<ImmutableArray<OutreachEvent>> Campaign(Shape<int> row) => Shape.List<OutreachEvent>(new UnionShape<OutreachEvent>(
        new UnionShape<OutreachEvent>.Case<OutreachOpened>("opened", f => new OutreachOpened(
            f.Get("code", static done => done.Code, Shape.Text),
            f.Get("name", static done => done.Name, Shape.Bilingual),
            f.List("materials", static done => done.Materials, Material), By(f), On(f))),
        new UnionShape<OutreachEvent>.Case<OutreachTargeted>("targeted", f => new OutreachTargeted(
            f.List("rows", static done => done.Rows, row), By(f), On(f))),
        new UnionShape<OutreachEvent>.Case<OutreachDelivered>("delivered", f => new OutreachDelivered(
            f.Get("material", static done => done.Material, Shape.Text),
            f.List("rows", static done => done.Rows, row),
            f.Get("receipt", static done => done.Receipt, Shape.Text, usual: ""), By(f), On(f)))));

    private static string By<T>(Fields<T> f) where T : OutreachEvent => f.Get("by", static done => done.By, Shape.Text);

    private static LocalDate On<T>(Fields<T> f) where T : OutreachEvent => f.Get("on", static done => done.On, Shape.Date);
}
