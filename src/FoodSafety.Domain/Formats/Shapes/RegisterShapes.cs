using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Formats;

/// <summary>How businesses stand in an entry.</summary>
internal static class RegisterShapes
{
    private static readonly Shape<UnifiedSocialCreditCode> CreditCode = Shape.Parsed<UnifiedSocialCreditCode>(
        code => code.ToString(), text => UnifiedSocialCreditCode.TryParse(text, out var code) ? code : null, "unified social credit code");

    private static readonly Shape<FoodLicenceNumber> Licence = Shape.Parsed<FoodLicenceNumber>(
        number => number.ToString(), text => FoodLicenceNumber.TryParse(text, out var number) ? number : null, "food licence number");

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
        new([.. standard.Select(fact => new FactValue(fact, business.Read(fact))).Where(value => value.Stored != value.Fact!.Unstated), .. business.OwnFacts.Values]);
}
