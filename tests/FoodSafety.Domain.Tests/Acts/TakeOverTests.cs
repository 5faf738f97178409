using System.Globalization;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Acts.DistrictShown;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>A district that had two years in another system, as a table tells them, goes on here under a policy of its own.</summary>
public class TakeOverTests
{
    private const string System = "county-platform-2";

    // Day, business, its tier then, and who was its main responsible in which area.
    private const string Table = """
        2024-03-01 canteen   A city     5101
        2024-03-01 grocer    C town     510115001
        2024-03-01 bakery    D village  510115001001
        2024-03-01 noodles   D village  510115001001
        2024-09-10 bakery    C town     510115001
        2025-02-20 grocer    D deputy   510115001001
        2025-11-05 bakery    D village  510115001001
        """;

    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly LocalDate LastDay = new(2026, 2, 28);
    private static readonly AreaCode Village = AreaCode.Parse("510115001001");
    private static readonly (string Cadre, string Area)[] Heads = [("city", "5101"), ("district", "510115"), ("town", "510115001"), ("village", "510115001001"), ("deputy", "510115001001")];
    private static readonly DistrictSettings Settings = new(WorkingCalendar.China);

    [Fact]
    public void TwoYears_OfTiersAndChains_StandOnEveryDayAsTheTableTellsThem()
    {
        var entries = District.TakeOver(Settings, System, Units());
        var district = District.Open(Settings, entries);

        Assert.All(entries, entry => Assert.Equal(System, entry.Stamp.TakenOverFrom));
        Assert.Equal(Rows().Select(row => row.Day).Distinct().Count() + 1, entries.Length);
        foreach (var day in Rows().Select(row => row.Day).Distinct().SelectMany(day => (LocalDate[])[day, day.PlusDays(30)]))
        {
            var seen = district.AsOf(day);
            foreach (var row in Rows().Where(row => row.Day <= day).GroupBy(row => row.Business).Select(rows => rows.Last()))
            {
                var at = seen.Register.RowOf(row.Business);
                Assert.Equal((row.Tier, row.Main), (seen.Standing[at].Grade, seen.Plan!.ChainOf(at).Main.Seat));
            }
        }

        Assert.Equal(
            [("canteen", 1), ("grocer", 2), ("bakery", 3), ("noodles", 1)],
            district.Businesses.Register.Businesses.Select(business => (business.Id.Value, district.Tiers.HistoryOf(business.Id).Length)));
        Assert.All(Enumerable.Range(0, 4), row => Assert.All(district.Chains.History.HistoryOf(row), turn => Assert.Equal(ChainChangeReason.TakenOver, turn.Change.Reason)));
    }

    [Fact]
    public void Entries_ThatWereTakenOver_TellWhoseTiersAndSeatsTheyMadeOthers()
    {
        // One business goes from no grade to none: the other system gives no reason for either.
        TakenOverUnit[] units = [.. Units(), new TakenOverUnit(On(LastDay.PlusDays(-2)), []) { Tiers = [new(new("bakery"), null)] }, new TakenOverUnit(On(LastDay.PlusDays(-1)), [new BusinessRenamed(new("bakery"), "面包房")])];
        var district = new District(Settings);
        var (told, stood) = (new List<Consequences>(), new Dictionary<BusinessId, Tier?>());

        foreach (var entry in District.TakeOver(Settings, System, units))
        {
            told.Add(district.RedoWithConsequences(entry));
            Assert.Same(entry, told[^1].Entry);
            Assert.All(told[^1].MovesOf<Tier>(), move =>
            {
                Assert.Equal(stood.GetValueOrDefault(move.Business), move.From.FindGrade());
                stood[move.Business] = move.To.FindGrade();
            });
        }

        Assert.Equal(Rows().Select(row => (row.Business, (Tier?)row.Tier)), told[1..^2].SelectMany(one => one.MovesOf<Tier>()).Select(move => (move.Business, move.To.FindGrade())));
        Assert.Equal(Rows().Select(row => (row.Business, row.Main)), told.SelectMany(one => one.Chains).Select(move => (move.Business, move.To)));
        Assert.Equal([new Seat(new("village"), Village), new Seat(new("town"), AreaCode.Parse("510115001"))], told.SelectMany(one => one.Chains).Where(move => move.Business.Value == "bakery").Select(move => move.From).Skip(1));
        Assert.Empty(told[^1].Moves);
        Assert.All(told, one => Assert.Empty(one.Reasons));
    }

    [Fact]
    public void District_ThatWasTakenOver_GoesOnUnderItsOwnPolicy_AndOnlyWhoseTierIsAnotherMoves()
    {
        using var file = new MemoryStream();
        using var journal = Journal.Open(file, new EntryFormat(Settings));
        journal.Append(District.TakeOver(Settings, System, Units()));
        using var kept = JournaledDistrict.Open(journal);
        var before = Chains(kept.District);
        Assert.Null(kept.District.Tiers.HistoryOf(new("canteen"))[0].Clause);
        Assert.Throws<InvalidOperationException>(() => kept.District.Tiers.Explain(new("canteen")));

        // Nothing turns by having been taken over, the night after it or a month later.
        var night = kept.Apply(On(LastDay.PlusDays(1)), new DayBegan());
        Assert.Equal((0, 0, 0, 0), (night.Moves.Length, night.Chains.Length, night.Renewals.Length, night.FollowUps.Length));
        Assert.Null(kept.Apply(On(LastDay.PlusDays(30)), new DayBegan()).Entry);
        Assert.Equal([(null, 1L)], kept.District.Tiers.ImpactOf(Own()).CountByClause().Select(step => (step.From?.Id, step.Count)));
        var own = kept.Apply(On(LastDay.PlusDays(31)), new PolicyLaidDown<Tier>(Own()));

        Assert.Equal([new BusinessId("noodles")], own.Moves.Select(move => move.Business));
        Assert.All(own.Chains, move => Assert.Equal(new BusinessId("noodles"), move.Business));
        Assert.Equal("a", own.Entry!.Outcome.Find<GradesDecided<Tier>>()!.Computed.First(decided => decided.Businesses.Contains(new BusinessId("canteen"))).Clause);
        Assert.Equal(before.Where(row => row.Business != "noodles"), Chains(kept.District).Where(row => row.Business != "noodles"));
        Assert.Equal("own", kept.District.Tiers.Policy!.Id);
        // A fact told the next day is graded by the new policy, and moves its own business alone.
        var told = kept.Apply(On(LastDay.PlusDays(32)), new FactsStated(new("bakery"), new FactRecord(BusinessFacts.DinersPerMeal.Of(400))));
        Assert.Equal([(new BusinessId("bakery"), Tier.B)], told.MovesOf<Tier>().Select(move => (move.Business, move.To.Grade)));
        // Opened from its journal it is the same, and two years ago is what the table says.
        Assert.Equal(Show(kept.District), Show(journal.OpenDistrict()));
        Assert.Equal(Tier.C, journal.OpenDistrict().AsOf(new(2024, 10, 1)).Standing[kept.District.Businesses.Register.RowOf(new("bakery"))].Grade);
    }

    [Fact]
    public void Policy_OfTheOtherSystem_DecidesNothingAndBindsNobodyToItsKey()
    {
        var units = Units(until: null);
        var district = District.Open(Settings, District.TakeOver(Settings, System, units));
        // It has no end, and still nobody is graded by what stands in for its rules.
        var told = district.Apply(On(LastDay), new DayBegan(), new FactsStated(new("canteen"), new FactRecord(BusinessFacts.DinersPerMeal.Of(5))));
        Assert.Empty(told.Moves);
        Assert.Equal(Tier.A, district.Tiers.Standing[district.Businesses.Register.RowOf(new("canteen"))].Grade);

        // The first policy of its own sets the key, and those that follow keep it; that of the other system is no way back.
        district.Apply(On(LastDay.PlusDays(31)), new PolicyLaidDown<Tier>(Own()));
        Assert.Equal(Tier.D, district.Tiers.Standing[district.Businesses.Register.RowOf(new("canteen"))].Grade);
        foreach (var key in (string[])["old", "third"])
        {
            var refusal = Refused(new PolicyLaidDown<Tier>(Other(key, "2027")));
            Assert.Equal(("other-policy", "Versions of 'own'."), (refusal.Code, refusal.Allowed.English));
        }

        Assert.Equal("is-the-first", Refused(new PolicyWithdrawn<Tier>("2026", "a slip")).Code);
        Assert.Equal("is-the-first", Refused(new PolicyWithdrawn<Tier>("2022", "a slip")).Code);
        district.Apply(On(LastDay.PlusDays(33)), new PolicyLaidDown<Tier>(Other("own", "2027")));
        Assert.Equal("2027", district.Tiers.Policy!.Version);

        // Nor do two keys come from one system.
        var mixed = units[0] with { Acts = [.. units[0].Acts, new PolicyLaidDown<Tier>(Other("older", "2021"))] };
        Assert.Equal("other-policy", Assert.Single(Assert.Throws<TakeOverException>(() => District.TakeOver(Settings, System, [mixed])).Refusals).Code);

        Refusal Refused(Act act) => Assert.Single(Assert.Throws<ActsRefusedException>(() => district.Apply(On(LastDay.PlusDays(32)), act)).Refusals);

        static GradingPolicy<Tier> Other(string key, string version) =>
            GradingPolicy.Define(key, version, ("另一标准", "another"), Tiers.Scale).InForce(LastDay.PlusDays(33)).Otherwise(Tier.C, ("C", "C"), Made).Build();
    }

    [Fact]
    public void Unit_ThatCannotBe_IsToldWithItsPlaceAndItsValue()
    {
        var units = Units();
        Assert.Equal(
            (2, "no-policy", "day", "2024-03-01"), Fault([units[0] with { Acts = [.. units[0].Acts.Where(act => act is not PolicyLaidDown<Tier>)] }, units[1]]));
        Assert.Equal((2, "no-levels", "day", "2024-03-01"), Fault([units[0] with { Acts = [.. units[0].Acts.Where(act => act is not LevelsLaidDown)] }, units[1]]));
        Assert.Equal((2, "unknown-business", "business", "nobody's"), Fault([units[0], units[1] with { Tiers = [new(new("nobody's"), Tier.A)] }]));
        Assert.Equal((2, "unknown-business", "business", "nobody's"), Fault([units[0], units[1] with { Seats = [new(new("nobody's"), ResponsibleStep.Main, default)] }]));
        Assert.Equal((2, "stated-twice", "business", "bakery"), Fault([units[0], units[1] with { Tiers = [new(new("bakery"), Tier.A), new(new("bakery"), null)] }]));
        Assert.Equal((2, "not-in-service", "cadre", "ghost"), Fault([units[0], units[1] with { Seats = [MainOf("bakery", "ghost", Village)] }]));
        Assert.Equal((2, "holds-no-post", "business", "bakery"), Fault([units[0], units[1] with { Seats = [MainOf("bakery", "town", Village)] }]));
        Assert.Equal((3, "recorded-before-the-last", "recorded", "2023-01-01T00:00:00Z"), Fault([units[0], units[1], units[2] with { Stamp = new("office", new(2023, 1, 1), Instant.FromUtc(2023, 1, 1, 0, 0)) }]));
        Assert.Equal((2, "overridden", "B"), Overridden());
        var both = Assert.Throws<TakeOverException>(() => District.TakeOver(Settings, System, [units[0], units[1] with { Acts = [new BusinessRenamed(new("ghost"), "x"), new CadreLeft(new("ghost"))] }]));
        Assert.Equal([0, 1], both.Refusals.Select(refusal => refusal.Place));
        Assert.StartsWith("第 2 条：", both.Text.Chinese, StringComparison.Ordinal);
        Assert.StartsWith("Unit 2: ", both.Text.English, StringComparison.Ordinal);

        // An act of today cannot pretend to come from elsewhere.
        var live = District.Open(Settings, District.TakeOver(Settings, System, units));
        Assert.Equal("taken-over", Assert.Single(Assert.Throws<ActsRefusedException>(() => live.Apply(On(LastDay) with { TakenOverFrom = System }, new DayBegan())).Refusals).Code);

        (long, string, string) Overridden()
        {
            var set = new GradeAssigned<Tier>(new(1), AssignmentKind.Override, new("bakery"), Tier.B, new(2024, 5, 1), "many complaints");
            var refused = Assert.Throws<TakeOverException>(() => District.TakeOver(Settings, System, [units[0], units[1] with { Acts = [set] }]));
            var refusal = Assert.Single(refused.Refusals);
            Assert.Equal("does-not-stand", refusal.Code);
            return (refused.Unit, "overridden", refusal.Allowed.English.TrimEnd('.'));
        }

        static (long, string, string, string?) Fault(TakenOverUnit[] units)
        {
            var refused = Assert.Throws<TakeOverException>(() => District.TakeOver(Settings, System, units));
            var refusal = Assert.Single(refused.Refusals);
            return (refused.Unit, refusal.Code, refusal.Values[0].Name, refusal.Values[0].Value);
        }
    }

    // The first unit brings who and what there is; each later one what became another on a day.
    private static TakenOverUnit[] Units() => Units(LastDay.PlusDays(1));

    private static TakenOverUnit[] Units(LocalDate? until)
    {
        var rows = Rows();
        return
        [
            new TakenOverUnit(On(rows[0].Day),
            [
                AreasLaidDown.Of(PlanWorld.SmallTree, Made),
                new LevelsLaidDown(LevelCorrespondence.Default),
                new PolicyLaidDown<Tier>(GradingPolicy.Define("old", "2022", ("原系统标准", "as the other system had it"), Tiers.Scale)
                    .InForce(new LocalDate(2022, 1, 1), until).Otherwise(Tier.D, ("D", "D"), Made).Build()),
                new BusinessesOpened([NewShop("canteen", 2000), NewShop("grocer", 20), NewShop("bakery", 10), NewShop("noodles", 700)]),
                .. Heads.Select(head => new CadreJoined(new CadreId(head.Cadre))),
                .. Heads.Select(head => new PostGiven(new CadreId(head.Cadre), "head", AreaCode.Parse(head.Area), new Term(new LocalDate(2020, 1, 1)))),
            ]),
            .. rows.GroupBy(row => row.Day).Select(day => new TakenOverUnit(On(day.Key), [])
            {
                Tiers = [.. day.Select(row => new TakenOverGrade<Tier>(row.Business, row.Tier))],
                Seats = [.. day.Select(row => new TakenOverSeat(row.Business, ResponsibleStep.Main, row.Main))],
            }),
        ];
    }

    private static (LocalDate Day, BusinessId Business, Tier Tier, Seat Main)[] Rows() =>
    [
        .. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(cells => (
            LocalDate.FromDateTime(DateTime.Parse(cells[0], CultureInfo.InvariantCulture)), new BusinessId(cells[1]), Enum.Parse<Tier>(cells[2]), new Seat(new CadreId(cells[3]), AreaCode.Parse(cells[4])))),
    ];

    private static GradingPolicy<Tier> Own() => GradingPolicy.Define("own", "2026", ("本区标准", "the district's own"), Tiers.Scale).InForce(LastDay.PlusDays(31))
        .Rule("a", Tier.A, BusinessFacts.DinersPerMeal >= 1000, ("A", "A"), Made)
        .Rule("b", Tier.B, BusinessFacts.DinersPerMeal >= 300, ("B", "B"), Made)
        .Otherwise(Tier.D, ("D", "D"), Made).Build();

    private static (string Business, Seat Main, Seat Second, Seat Third)[] Chains(District district) =>
        [.. Enumerable.Range(0, district.Businesses.Register.Count).Select(row => (district.Businesses.Register.IdAt(row).Value, district.Chains.Plan!.SeatAt(row, ResponsibleStep.Main), district.Chains.Plan.SeatAt(row, ResponsibleStep.Second), district.Chains.Plan.SeatAt(row, ResponsibleStep.Third)))];

    private static TakenOverSeat MainOf(string business, string cadre, AreaCode area) => new(new(business), ResponsibleStep.Main, new Seat(new CadreId(cadre), area));

    private static Stamp On(LocalDate day) => new("office", day, ChinaTime.Zone.AtStartOfDay(day).ToInstant() + Duration.FromHours(8));

    private static Business NewShop(string id, int diners) => new(new BusinessId(id), id, Village, BusinessType.Restaurant) { Profile = new() { DinersPerMeal = diners } };
}
