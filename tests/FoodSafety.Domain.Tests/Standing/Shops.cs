using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Standing;

/// <summary>A district of small shops, s0 and on, whose size decides their grades; nothing is graded until somebody lays down a policy.</summary>
internal sealed class Shops
{
    public static readonly NumberFact Size = new("size", ("规模", "size"), ("", ""), maximum: 100);
    public static readonly FlagFact Closed = new("closed", ("停业", "closed"));
    public static readonly Citation Basis = Citation.Illustrative(("测试", "test"));

    public static readonly DistrictSettings Settings = new(WorkingCalendar.China) { Schema = BusinessFacts.Schema.With(Size, Closed) };

    public static readonly GradingPolicy<Tier> First = Define(Tiers.Scale, "1", step: 10).Build();
    public static readonly GradingPolicy<Tier> Second = Define(Tiers.Scale, "2", step: 20).InForce(Day(1)).Build();

    // Takes over what the district decides.
    private readonly District _again;
    private int _seconds;

    public Shops(int observation, params int[] sizes) : this(Settings, observation, sizes)
    {
    }

    public Shops(DistrictSettings settings, int observation, params int[] sizes)
    {
        (District, _again) = (new District(settings), new District(settings));
        Do(
            0,
            [
                AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed),
                .. observation == 0 ? (Act[])[] : [new ObservationLaidDown<Tier>(new(observation, Basis)), new ObservationLaidDown<RiskGrade>(new(observation, Basis))],
                new BusinessesOpened(
                [
                    .. sizes.Select((size, n) => new Business(Shop(n), $"shop {n}", AreaCode.Parse("510115001001"), BusinessType.Restaurant) { OwnFacts = new FactRecord(Size.Of(size), Closed.Of(false)) }),
                ]),
            ]);
    }

    /// <summary>Shops that are graded by a policy on the first day.</summary>
    public static Shops Graded(int observation, params int[] sizes)
    {
        var shops = new Shops(observation, sizes);
        shops.Do(1, new PolicyLaidDown<Tier>(First));
        return shops;
    }

    public District District { get; }

    public GradingBook<Tier> Book => District.Tiers;

    public List<Entry> Entries { get; } = [];

    public static BusinessId Shop(int number) => new($"s{number}");

    public static LocalDate Day(int number) => new LocalDate(2023, 3, 1).PlusDays(number - 1);

    public static GradingPolicyBuilder<Tier> Define(string version, int step = 10, string id = "shops") => Define(Tiers.Scale, version, step, id);

    public static GradingPolicyBuilder<TGrade> Define<TGrade>(GradeScale<TGrade> scale, string version, int step = 10, string id = "shops") where TGrade : struct, Enum =>
        GradingPolicy.Define(id, version, ("店铺分级", "shops"), scale)
            .NotGraded("closed", Closed, ("停业", "closed"), Basis)
            .Rule("large", scale.MildestFirst[3], Size >= 3 * step, ("大", "large"), Basis)
            .Rule("medium", scale.MildestFirst[2], Size >= 2 * step, ("中", "medium"), Basis)
            .Rule("small", scale.MildestFirst[1], Size >= step, ("小", "small"), Basis)
            .Otherwise(scale.MildestFirst[0], ("微", "micro"), Basis);

    public static FactTable Table(params ReadOnlySpan<int> sizes)
    {
        var table = new FactTable(Settings.Schema);
        foreach (var size in sizes)
        {
            table.Add(new FactRecord(Size.Of(size)));
        }

        return table;
    }

    public static FactsStated Stated(int shop, params ReadOnlySpan<FactValue> facts) => new(Shop(shop), new FactRecord(facts));

    public static GradeAssigned<Tier> Override(int id, int shop, Tier tier, int until, int? from = null) =>
        new(new(id), AssignmentKind.Override, Shop(shop), tier, Day(until), "repeated complaints", from is { } first ? Day(first) : null);

    public Consequences Do(int day, params Act[] acts) => By("bureau", day, acts);

    public Consequences By(string who, int day, params Act[] acts)
    {
        var at = ChinaTime.Zone.AtStartOfDay(Day(day)).ToInstant() + Duration.FromSeconds(++_seconds);
        return Apply(new Stamp(who, Day(day), at), [new DayBegan(), .. acts]);
    }

    /// <summary>Takes acts; whoever takes over the entry is told the same.</summary>
    public Consequences Apply(Stamp stamp, params Act[] acts)
    {
        var done = District.Apply(stamp, acts);
        if (done.Entry is { } entry)
        {
            Entries.Add(entry);
            Assert.Equal(done, _again.RedoWithConsequences(entry));
        }

        return done;
    }

    /// <summary>The one refusal of acts that are not taken and leave nothing.</summary>
    public Refusal Refused(string who, int day, params Act[] acts)
    {
        var before = Acts.DistrictShown.Show(District);
        var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => By(who, day, acts)).Refusals);
        Assert.Equal(before, Acts.DistrictShown.Show(District));
        return refusal;
    }

    public Tier? On(int day, int shop = 0) => Book.DecisionOn(Shop(shop), Day(day)).FindGrade();

    public GradeStanding<Tier> StandingOn(int day, int shop = 0) => Book.StandingOn(Shop(shop), Day(day));
}
