using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Formats;

/// <summary>How businesses stand in an entry.</summary>
internal static class RegisterShapes
{
    public static readonly Shape<UnifiedSocialCreditCode> CreditCode = Shape.Parsed<UnifiedSocialCreditCode>(
        code => code.ToString(), text => UnifiedSocialCreditCode.TryParse(text, out var code) ? code : null, ("统一社会信用代码", "unified social credit code"));

    public static readonly Shape<FoodLicenceNumber> Licence = Shape.Parsed<FoodLicenceNumber>(
        number => number.ToString(), text => FoodLicenceNumber.TryParse(text, out var number) ? number : null, ("食品许可证编号", "food licence number"));

    /// <summary>A business with the facts of a schema; what is not stated does not stand.</summary>
    public static Shape<Business> Business(FactSchema schema)
    {
        var facts = new FactsShape(schema);
        IFact[] standard = [.. schema.Facts.Where(BusinessFacts.IsStandard)];
        return Shape.Object<Business>(f =>
        {
            var id = f.Get("id", static business => business.Id, SnapshotShapes.BusinessId);
            var name = f.Get("name", static business => business.Name, Shape.Text);
            var area = f.Get("area", static business => business.Area, SnapshotShapes.AreaCode);
            var creditCode = f.Get("creditCode", static business => business.CreditCode, CreditCode, usual: default);
            var licence = f.Get("licence", static business => business.Licence, Licence, usual: default);
            var stated = f.Get("facts", business => StatedBy(business, standard), facts);
            return new Business(id, name, area, BusinessFacts.Type.In(stated))
            {
                Status = BusinessFacts.Status.In(stated),
                CreditCode = creditCode,
                Licence = licence,
                Profile = BusinessFacts.ProfileOf(stated),
                OwnFacts = OwnOf(stated),
            };
        });
    }

    private static FactRecord OwnOf(FactRecord stated)
    {
        foreach (ref readonly var value in stated.Stated)
        {
            if (!BusinessFacts.IsStandard(value.Fact!))
            {
                return new FactRecord([.. stated.Values.Where(own => !BusinessFacts.IsStandard(own.Fact!))]);
            }
        }

        // Most businesses state none of their own, and there are many businesses.
        return FactRecord.Empty;
    }

    // Of its own facts a business says which it states, if only as nothing.
    private static FactRecord StatedBy(Business business, IFact[] standard) =>
        new([.. standard.Select(fact => new FactValue(fact, business.Read(fact))).Where(value => value.IsStated), .. business.OwnFacts.Values]);
}

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
                f.Get("reason", static act => act.Reason, Shape.FreeText))),
            new UnionShape<RegisterAct>.Case<BusinessMoved>("business-moved", f => new BusinessMoved(
                f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
                f.Get("area", static act => act.Area, SnapshotShapes.AreaCode))),
            new UnionShape<RegisterAct>.Case<BusinessRenamed>("business-renamed", f => new BusinessRenamed(
                f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
                f.Get("name", static act => act.Name, Shape.Text))),
            new UnionShape<RegisterAct>.Case<CreditCodeChanged>("credit-code-changed", f => new CreditCodeChanged(
                f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
                f.Get("creditCode", static act => act.CreditCode, RegisterShapes.CreditCode, usual: default))),
            new UnionShape<RegisterAct>.Case<LicenceChanged>("licence-changed", f => new LicenceChanged(
                f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
                f.Get("licence", static act => act.Licence, RegisterShapes.Licence, usual: default))),
            new UnionShape<RegisterAct>.Case<FactsDerived>("facts-derived", f => new FactsDerived(
                f.List("values", static act => act.Values, Shape.Object<DerivedValues>(v => new DerivedValues(
                    v.Get("facts", static values => values.Facts, facts),
                    v.List("businesses", static values => values.Businesses, SnapshotShapes.BusinessId)))))
            {
                Mistakes = f.List("mistakes", static act => act.Mistakes, Shape.IdNumber),
            }));
    }
}
