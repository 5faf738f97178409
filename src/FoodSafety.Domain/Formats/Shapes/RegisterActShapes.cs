using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Formats;

/// <summary>How what is told to the register stands in a journal.</summary>
internal static class RegisterActShapes
{
    public static UnionShape<RegisterAct> Act(FactSchema schema)
    {
        var (business, facts) = (RegisterShapes.Business(schema), new FactsShape(schema));
        return new(
            new UnionShape<RegisterAct>.Case<BusinessesOpened>("businesses-opened", f => new BusinessesOpened(
                f.List("businesses", static act => act.Businesses, business))),
            new UnionShape<RegisterAct>.Case<FactsStated>("facts-stated", f => new FactsStated(
                f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
                f.Get("facts", static act => act.Facts, facts))),
            new UnionShape<RegisterAct>.Case<FactsCorrected>("facts-corrected", f => new FactsCorrected(
                f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
                f.Get("facts", static act => act.Facts, facts),
                f.Get("mistake", static act => act.Mistake, SnapshotShapes.Place),
                f.Get("reason", static act => act.Reason, Shape.Text))),
            new UnionShape<RegisterAct>.Case<BusinessMoved>("business-moved", f => new BusinessMoved(
                f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
                f.Get("area", static act => act.Area, SnapshotShapes.AreaCode))),
            new UnionShape<RegisterAct>.Case<BusinessRenamed>("business-renamed", f => new BusinessRenamed(
                f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
                f.Get("name", static act => act.Name, Shape.Text))),
            new UnionShape<RegisterAct>.Case<FactsDerived>("facts-derived", f => new FactsDerived(
                f.List("values", static act => act.Values, Shape.Object<DerivedValues>(v => new DerivedValues(
                    v.Get("facts", static values => values.Facts, facts),
                    v.List("businesses", static values => values.Businesses, SnapshotShapes.BusinessId)))))
            {
                Mistakes = f.List("mistakes", static act => act.Mistakes, Shape.IdNumber),
            }));
    }
}
