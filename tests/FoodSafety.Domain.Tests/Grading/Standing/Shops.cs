using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Grading.Standing;

/// <summary>Small shops whose size decides their tier, under two versions of a policy.</summary>
internal static class Shops
{
    public static readonly NumberFact Size = new("size", ("规模", "size"), ("", ""), maximum: 100);
    public static readonly FlagFact Closed = new("closed", ("停业", "closed"));
    public static readonly FactSchema Schema = new([Size, Closed]);
    public static readonly Citation Basis = Citation.Illustrative(("测试", "test"));

    public static readonly GradingPolicy<Tier> First = Define("1", step: 10).Build();
    public static readonly GradingPolicy<Tier> Second = Define("2", step: 20).Build();

    public static GradingPolicyBuilder<Tier> Define(string version, int step = 10, string id = "shops") =>
        GradingPolicy.Define(id, version, ("店铺分级", "shops"), Tiers.Scale)
            .NotGraded("closed", Closed, ("停业", "closed"), Basis)
            .Rule("large", Tier.A, Size >= 3 * step, ("大", "large"), Basis)
            .Rule("medium", Tier.B, Size >= 2 * step, ("中", "medium"), Basis)
            .Rule("small", Tier.C, Size >= step, ("小", "small"), Basis)
            .Otherwise(Tier.D, ("微", "micro"), Basis);

    public static FactTable Table(params ReadOnlySpan<int> sizes)
    {
        var table = new FactTable(Schema);
        foreach (var size in sizes)
        {
            table.Add(new FactRecord(Size.Of(size)));
        }

        return table;
    }

    public static GradeLedger<Tier> Ledger(FactTable table, int observation = 0) =>
        new(new GradeBook<Tier>(table, Tiers.Scale), new StandingTerms { Calendar = WorkingCalendar.China, Observation = new ObservationPeriod(observation, Basis) });

    public static LocalDate Day(int number) => new LocalDate(2023, 3, 1).PlusDays(number - 1);
}
