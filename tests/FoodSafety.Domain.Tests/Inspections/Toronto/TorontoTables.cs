using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using static FoodSafety.Domain.Businesses.BusinessType;
using static FoodSafety.Domain.Inspections.ItemEffect;
using static FoodSafety.Domain.Tests.Inspections.Toronto.Handling;

namespace FoodSafety.Domain.Tests.Inspections.Toronto;

/// <summary>The words of the file and what they are here. A word that stands in no table fails the test that meets it.</summary>
internal static class TorontoTables
{
    /// <summary>The severities of the file, which are those of the place: <see cref="TorontoRules"/>. "Not applicable" marks infractions of paper (certificates, notices, records).</summary>
    public static readonly Dictionary<string, FindingSeverity> Severities = new()
    {
        ["C - Crucial"] = TorontoRules.Crucial,
        ["S - Significant"] = TorontoRules.Significant,
        ["M - Minor"] = TorontoRules.Minor,
        ["NA - Not Applicable"] = TorontoRules.OfPaper,
    };

    /// <summary>The effect is read from what the inspectors did: who goes to court saw safety affected, who closes the premises saw an accident coming.</summary>
    public static readonly Dictionary<string, (Handling Handling, ItemEffect Effect, bool Stops)> Actions = new()
    {
        ["Corrected During Inspection"] = (OnTheSpot, Minor, false),
        ["Notice to Comply"] = (Order, Minor, false),
        ["Not in Compliance"] = (Order, Minor, false),
        ["Order"] = (Order, Minor, false),
        // Teaching mends nothing: the next inspection looks at it as after a notice.
        ["Education Provided"] = (Order, Minor, false),
        ["Closure Order"] = (Order, AccidentRisk, true),
        ["Ticket"] = (Case, AffectsSafety, false),
        ["Summons"] = (Case, AffectsSafety, false),
        ["Summons and Health Hazard Order"] = (Case, AccidentRisk, true),
    };

    /// <summary>Whether a case has ended.</summary>
    public static readonly Dictionary<string, bool> Outcomes = new()
    {
        [""] = false,
        ["Pending"] = false,
        ["Conviction - Fined"] = true,
        ["Conviction - Suspended Sentence"] = true,
        ["Charges Withdrawn"] = true,
        ["Charges Quashed"] = true,
    };

    public static readonly Dictionary<string, BusinessType> Types = new()
    {
        ["Bake Shop"] = SmallWorkshop,
        ["Bakery"] = SmallWorkshop,
        ["Banquet Facility"] = Restaurant,
        ["Boarding / Lodging Home - Kitchen"] = WorkUnitCanteen,
        ["Butcher Shop"] = Retailer,
        ["Cafeteria - Private Access"] = WorkUnitCanteen,
        ["Cafeteria - Public Access"] = Restaurant,
        ["Chartered Cruise Boats"] = Restaurant,
        ["Child Care - Catered"] = KindergartenCanteen,
        ["Child Care - Food Preparation"] = KindergartenCanteen,
        ["Church Banquet Facility"] = Restaurant,
        ["Cocktail Bar / Beverage Room"] = Restaurant,
        ["College / University Food Services"] = SchoolCanteen,
        ["Commissary"] = CentralKitchen,
        ["Community Kitchen (Meal Program)"] = WorkUnitCanteen,
        ["Elementary School Food Services"] = SchoolCanteen,
        ["Fish Shop"] = Retailer,
        ["Flea Market"] = MarketOrganiser,
        ["Food Bank"] = Retailer,
        ["Food Caterer"] = CollectiveMealDelivery,
        ["Food Court Vendor"] = SmallCaterer,
        ["Food Depot"] = Wholesaler,
        ["Food Processing Plant"] = FoodManufacturer,
        ["Food Store (Convenience/Variety)"] = Retailer,
        ["Food Take Out"] = SmallCaterer,
        ["Food Vending Facility"] = Retailer,
        ["Hospitals & Health Facilities"] = HospitalCanteen,
        ["Hot Dog Cart"] = FoodStall,
        ["Ice Cream / Yogurt Vendors"] = SmallCaterer,
        ["Institutional Food Services"] = WorkUnitCanteen,
        ["Meat Processing Plant"] = FoodManufacturer,
        ["Mobile Food Preparation Premises"] = FoodStall,
        ["Nursing Home / Home for the Aged"] = ElderlyCareCanteen,
        ["Other Educational Facility Food Services"] = SchoolCanteen,
        ["Private Club"] = Restaurant,
        ["Refreshment Stand (Stationary)"] = FoodStall,
        ["Restaurant"] = Restaurant,
        ["Retirement Homes(Licensed)"] = ElderlyCareCanteen,
        ["Retirement Homes(Un-licensed)"] = ElderlyCareCanteen,
        ["Secondary School Food Services"] = SchoolCanteen,
        ["Serving Kitchen"] = WorkUnitCanteen,
        ["Student Nutrition Site"] = SchoolCanteen,
        ["Supermarket"] = Supermarket,
    };
}
