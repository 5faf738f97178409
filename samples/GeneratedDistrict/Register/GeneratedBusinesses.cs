using FoodSafety.Domain.Businesses;
using GeneratedDistrict.Sources;

namespace GeneratedDistrict.Register;

/// <summary>The generated district: the same 9,709 businesses in every run.</summary>
public sealed class GeneratedBusinesses
{
    // The day on which the district published its figures.
    private const int Seed = 2022_12_22;

    private readonly Random _random = new(Seed);
    private readonly BusinessNames _names;
    private readonly BusinessCodes _codes;
    private readonly VillageSpread _spread;

    private GeneratedBusinesses(DistrictAreas areas)
    {
        _names = new BusinessNames(_random, Seed);
        _codes = new BusinessCodes(_random);
        _spread = new VillageSpread(areas, _random);
    }

    public static IEnumerable<Business> In(DistrictAreas areas)
    {
        var generated = new GeneratedBusinesses(areas);
        return generated.MakeAll();
    }

    /// <summary>A new business in the premises of each one that closed: of the same type and size, with a name and codes of its own.</summary>
    public static IEnumerable<Business> SuccessorsOf(IEnumerable<Business> closed, DistrictAreas areas)
    {
        // Names and codes go on where those of the district ended, so that none is given twice.
        var generated = new GeneratedBusinesses(areas);
        var known = generated.MakeAll().Length;
        return [.. closed.Select((business, i) => new Business(
            IdOf(known + i + 1), generated._names.Next(business.Type, areas.Tree[business.Area]), business.Area, business.Type)
        {
            CreditCode = generated._codes.CreditCodeFor(business.Type),
            Licence = generated._codes.LicenceFor(business.Type),
            Profile = business.Profile,
        })];
    }

    private static BusinessId IdOf(int number) => new($"WJ-{number:D5}");

    private Business[] MakeAll()
    {
        Recipe[] each = [.. Recipes.All.SelectMany(recipe => Enumerable.Repeat(recipe, recipe.Count))];
        _random.Shuffle(each);
        return [.. each.Select((recipe, i) => Make(recipe, i + 1))];
    }

    private Business Make(Recipe recipe, int number)
    {
        var village = _spread.Draw(_random);
        return new Business(IdOf(number), _names.Next(recipe.Type, village), village.Code, recipe.Type)
        {
            Status = Chance(0.015) ? OperatingStatus.Suspended : OperatingStatus.Operating,
            CreditCode = _codes.CreditCodeFor(recipe.Type),
            Licence = _codes.LicenceFor(recipe.Type),
            Profile = new OperatingProfile
            {
                Employees = (int)recipe.Staff.Draw(_random),
                AnnualRevenue = recipe.Revenue.Draw(_random) * 10_000m,
                DinersPerMeal = (int)recipe.Diners.Draw(_random),
                FloorArea = recipe.Floor.Draw(_random),
                ViolationsInLastYear = Chance(0.06) ? _random.Next(1, 4) : 0,
                HandlesSpecialFood = recipe.Type is BusinessType.SpecialFoodManufacturer or BusinessType.SpecialFoodSeller
                    || recipe.Type is BusinessType.Supermarket && Chance(0.5),
                HandlesHighRiskFood = recipe.Type.Sector() == BusinessSector.Catering && Chance(0.12),
                IsChainHeadquarters = recipe.IsChainHeadquarters,
                SellsOnline = recipe.Type.Sector() is BusinessSector.Catering or BusinessSector.Sales && Chance(0.35),
            },
        };
    }

    private bool Chance(double probability) => _random.NextDouble() < probability;
}
