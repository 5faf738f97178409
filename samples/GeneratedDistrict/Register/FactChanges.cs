using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace GeneratedDistrict.Register;

/// <summary>Some months later: some businesses have grown, some have shrunk, some have closed.</summary>
public sealed class FactChanges
{
    private const int Count = 300;
    private const int Seed = 2023_03_31;

    private readonly Random _random = new(Seed);

    private FactChanges()
    {
    }

    /// <summary>Draws businesses, up to half of them from the tiers above D, and what became of each.</summary>
    public static IReadOnlyList<FactChange> Of(BusinessRegister register, GradeSheet<Tier> grades) => new FactChanges().Draw(register, grades, Count);

    private IReadOnlyList<FactChange> Draw(BusinessRegister register, GradeSheet<Tier> grades, int count)
    {
        var rows = Enumerable.Range(0, register.Count).ToArray();
        _random.Shuffle(rows);
        int[] above = [.. rows.Where(row => grades[row].FindGrade() is Tier.A or Tier.B or Tier.C).Take(count / 2)];
        return [.. above.Concat(rows.Except(above)).Take(count).Order().Select(row => Change(register.At(row)))];
    }

    private FactChange Change(Business business)
    {
        var what = _random.Next(100);
        return what switch
        {
            < 60 => Resize(business, 1.05 + 0.6 * _random.NextDouble()),
            < 96 => Resize(business, 0.95 - 0.45 * _random.NextDouble()),
            _ => Of(business, BusinessFacts.Status.Of(OperatingStatus.Closed)),
        };
    }

    private static FactChange Resize(Business business, double factor)
    {
        var isCanteen = business.Type.Sector() == BusinessSector.Canteen;
        return isCanteen
            ? Of(business, Scaled(BusinessFacts.DinersPerMeal, business.Profile.DinersPerMeal, factor, 1))
            : Of(business,
                Scaled(BusinessFacts.Employees, business.Profile.Employees, factor, 1),
                Scaled(BusinessFacts.AnnualRevenue, business.Profile.AnnualRevenue, factor, 1_000));
    }

    /// <summary>The number grown or shrunk, by at least one step; what is not stated stays so.</summary>
    private static FactValue Scaled(NumberFact fact, decimal? now, double factor, decimal step)
    {
        if (now is not { } value)
        {
            return fact.Of(null);
        }

        var scaled = Math.Round(value * (decimal)factor / step) * step;
        var moved = scaled != value ? scaled : value + (factor > 1 ? step : -step);
        return fact.Of(Math.Clamp(moved, fact.Minimum, fact.Maximum));
    }

    private static FactChange Of(Business business, params ReadOnlySpan<FactValue> after)
    {
        FactValue[] all = [.. after];
        FactValue[] changed = [.. all.Where(value => value.Stored != business.Read(value.Fact!))];
        return new FactChange(business.Id, [.. changed.Select(value => Now(business, value.Fact!))], [.. changed]);
    }

    private static FactValue Now(Business business, IFact fact) => fact switch
    {
        NumberFact number => number.Of(number.In(business)),
        _ => BusinessFacts.Status.Of(business.Status),
    };
}
