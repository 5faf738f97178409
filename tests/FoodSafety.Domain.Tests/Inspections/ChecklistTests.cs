using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;

namespace FoodSafety.Domain.Tests.Inspections;

public class ChecklistTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    /// <summary>By hand: the list of each of the 21 types, and how many topics it has by the articles of Order 49.</summary>
    public static TheoryData<BusinessType, string, int> ListOfEachType => new()
    {
        { BusinessType.FoodManufacturer, "order-49-production", 12 },
        { BusinessType.SpecialFoodManufacturer, "order-49-special-food-production", 15 },
        { BusinessType.FoodAdditiveManufacturer, "order-49-production", 12 },
        { BusinessType.SmallWorkshop, "order-49-production", 12 },
        { BusinessType.Wholesaler, "order-49-sales", 17 },
        { BusinessType.Retailer, "order-49-sales", 17 },
        { BusinessType.Supermarket, "order-49-sales", 17 },
        { BusinessType.SpecialFoodSeller, "order-49-special-food-sales", 19 },
        { BusinessType.MarketOrganiser, "order-49-markets", 4 },
        { BusinessType.OnlinePlatform, "order-49-sales", 17 },
        { BusinessType.Restaurant, "order-49-catering", 8 },
        { BusinessType.SmallCaterer, "order-49-catering", 8 },
        { BusinessType.FoodStall, "order-49-catering", 8 },
        { BusinessType.CentralKitchen, "order-49-catering", 8 },
        { BusinessType.CollectiveMealDelivery, "order-49-catering", 8 },
        { BusinessType.SchoolCanteen, "order-49-catering", 8 },
        { BusinessType.KindergartenCanteen, "order-49-catering", 8 },
        { BusinessType.ElderlyCareCanteen, "order-49-catering", 8 },
        { BusinessType.HospitalCanteen, "order-49-catering", 8 },
        { BusinessType.ConstructionSiteCanteen, "order-49-catering", 8 },
        { BusinessType.WorkUnitCanteen, "order-49-catering", 8 },
    };

    [Theory]
    [MemberData(nameof(ListOfEachType))]
    public void For_EachType_IsItsList(BusinessType type, string id, int items)
    {
        var list = Checklists.BuiltIn.For(type, Today);
        Assert.Equal((id, items), (list.Id, list.Items.Length));
        Assert.Same(list, Checklists.BuiltIn.For(InspectionKind.System, type, Today));
        Assert.Equal("cadre-tasks", Checklists.BuiltIn.For(InspectionKind.CadreVisit, type, Today).Id);
    }

    [Fact]
    public void BuiltIn_HasEveryFileOfTheAssembly() => Assert.Equal(
        typeof(Checklists).Assembly.GetManifestResourceNames().Where(name => name.Contains(".Inspections.Checklists.", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        Checklists.BuiltIn.Timelines.SelectMany(timeline => timeline.Versions).Select(list => $"FoodSafety.Domain.Inspections.Checklists.{list.Id}.{list.Version}.json").Order(StringComparer.Ordinal));

    [Fact]
    public void For_AllTypes_AreListedByHand() => Assert.Equal(EnumCodes.All<BusinessType>(), ListOfEachType.Select(row => row.Data.Item1).Order());

    [Fact]
    public void For_BeforeOrder49_IsNone()
    {
        Assert.Null(Checklists.BuiltIn.FindFor(InspectionKind.Routine, BusinessType.Restaurant, new LocalDate(2022, 3, 14)));
        Assert.NotNull(Checklists.BuiltIn.FindFor(InspectionKind.Routine, BusinessType.Restaurant, new LocalDate(2022, 3, 15)));
        var none = Assert.Throws<ArgumentException>(() => Checklists.BuiltIn.For(BusinessType.Restaurant, new LocalDate(2022, 3, 14)));
        Assert.StartsWith("No list serves this kind, routine inspection, of this type, Restaurant, on 2022-03-14.", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BuiltIn_TopicsOfOrder49_AreOfficial_AndWhichAreKeyIsNot()
    {
        foreach (var list in Checklists.BuiltIn.Timelines.SelectMany(timeline => timeline.Versions).Where(list => list.Id.StartsWith("order-49", StringComparison.Ordinal)))
        {
            Assert.All(list.Items, item => Assert.Equal((false, true), (item.IsIllustrative, item.IsSeverityIllustrative)));
            Assert.True(list.IsIllustrative);
        }

        Assert.All(Checklists.BuiltIn.Timeline("cadre-tasks").At(Today).Items, item => Assert.True(item.IsIllustrative));
    }

    [Fact]
    public void BuiltIn_TaskList_HasItsFourHeads() => Assert.Equal(
        ["完善食品安全管理体系", "抓好常态化防控", "强化应急处置", "加强宣传和培训"],
        Checklists.BuiltIn.Timeline("cadre-tasks").At(Today).Items.Select(item => item.Head!.Title.Chinese).Distinct());

    [Fact]
    public void BuiltIn_Oversight_HasAListOfItsOwn() =>
        Assert.Equal("oversight-of-cadres", Checklists.BuiltIn.For(InspectionKind.Oversight, default, Today).Id);

    [Fact]
    public void Extends_TakesOverTheItems_UnderTheirOwnNames()
    {
        var health = Checklists.BuiltIn.Timeline("order-49-health-food-production").At(Today);
        Assert.Equal(16, health.Items.Length);
        Assert.Equal("order-49-production@2022.1/qualification", health.Item("qualification").Id.ToString());
        Assert.Equal("order-49-special-food-production@2022.1/registration", health.Item("registration").Id.ToString());
        Assert.Equal("order-49-health-food-production@2022.1/raw-material-pretreatment", Assert.Single(health.OwnItems).Id.ToString());
        Assert.Equal(["15", "18", "18"], new[] { "qualification", "registration", "raw-material-pretreatment" }.Select(code => health.Item(code).Basis.Article));
        Assert.Same(Checklists.BuiltIn.Find("order-49-special-food-production", "2022.1"), health.Extends);
    }

    [Fact]
    public void Checklist_ThatCannotBe_IsRefused()
    {
        var basis = Citation.Illustrative(("示意", "illustrative"));
        Checklist New(string id, Checklist? extends, params ChecklistItem[] items) => new(id, "1", ("清单", "List"), new Term(Today), basis, items, extends);
        var labels = Item("labels", FindingSeverity.General);
        Assert.ThrowsAny<ArgumentException>(() => New("own list", null, labels));
        Assert.ThrowsAny<ArgumentException>(() => New("own", null));
        Assert.ThrowsAny<ArgumentException>(() => New("own", null, labels with { Title = default }));
        Assert.ThrowsAny<ArgumentException>(() => New("own", null, labels with { Code = "two words" }));
        Assert.ThrowsAny<ArgumentException>(() => New("own", null, labels with { Severity = default }));
        Assert.ThrowsAny<ArgumentException>(() => NewList("1", Today, Today));
        var twice = Assert.ThrowsAny<ArgumentException>(() => New("more", List, labels));
        Assert.Equal("'more@1': the code 'labels' stands twice, in own@1/labels and more@1/labels. Allowed: once.", twice.Message);
    }

    [Fact]
    public void Timeline_OnEachDay_HasAtMostOneVersion()
    {
        var change = new LocalDate(2026, 1, 1);
        var timeline = Checklist.TimelineOf(NewList("2", change), NewList("1", until: change));
        Assert.Equal(["1", "2"], timeline.Versions.Select(list => list.Version));
        Assert.Equal(("1", "2"), (timeline.At(change.PlusDays(-1)).Version, timeline.At(change).Version));
        Assert.Null(timeline.FindAt(new LocalDate(2021, 12, 31)));
        Assert.Throws<ArgumentOutOfRangeException>(() => timeline.At(new LocalDate(2021, 12, 31)));
    }

    [Fact]
    public void Timeline_OfVersionsThatAreNotOnesOfOneList_TellsEveryFault()
    {
        var change = new LocalDate(2026, 1, 1);
        Assert.Equal([TimelineFaultKind.Overlap], Faults(NewList("1", until: change.PlusDays(1)), NewList("2", change)));
        Assert.Equal([TimelineFaultKind.SameVersion], Faults(NewList("1", until: change), NewList("1", change)));
        Assert.Equal([TimelineFaultKind.NoVersion], Faults());
        Assert.Equal([TimelineFaultKind.OtherKey, TimelineFaultKind.Overlap], Faults(NewList("1", until: change), Checklists.BuiltIn.Timeline("cadre-tasks").Versions[0]));
        // A place may have days without a list.
        Assert.Null(Checklist.TimelineOf(NewList("1", until: change), NewList("2", change.PlusDays(9))).FindAt(change));

        static IEnumerable<TimelineFaultKind> Faults(params Checklist[] lists) => Assert.Throws<TimelineException>(() => Checklist.TimelineOf(lists)).Faults.Select(fault => fault.Kind);
    }

    [Fact]
    public void Checklist_CodesAsAgenciesPrintThem_AreKeysOfListAndItem()
    {
        var list = new Checklist("3-301.11", "1", List.Title, List.InForce, List.SeverityBasis, [List.OwnItems[0] with { Code = "04L" }]);
        Assert.Equal(("3-301.11", "04L"), (list.Item("04L").Id.Checklist, list.Item("04L").Code));
        Assert.Equal("3-301.11@1/04L", list.Item("04L").Id.ToString());
        Assert.Throws<ArgumentException>(() => new Checklist("own", "1", List.Title, List.InForce, List.SeverityBasis, [List.OwnItems[0] with { Code = "04/L" }]));
    }

    [Fact]
    public void With_OwnListForAType_GoesBeforeTheBuiltInOne()
    {
        var own = new Checklist("own", "1", List.Title, List.InForce, List.SeverityBasis, List.OwnItems) { Kinds = [InspectionKind.Routine], Types = [BusinessType.Restaurant] };
        var lists = Checklists.BuiltIn.With(own);
        Assert.Same(own, lists.For(BusinessType.Restaurant, Today));
        Assert.Equal("order-49-catering", lists.For(BusinessType.SmallCaterer, Today).Id);
        Assert.Equal("order-49-catering", lists.For(InspectionKind.System, BusinessType.Restaurant, Today).Id);
        Assert.Throws<TimelineException>(() => lists.With(own));
        Assert.Null(Checklists.BuiltIn.FindTimeline("own"));
    }

    [Fact]
    public void For_OversightThatNoListServes_SaysSo()
    {
        var none = Assert.Throws<ArgumentException>(() => Checklists.None.For(InspectionKind.Oversight, default, Today));
        Assert.StartsWith("No list serves this kind, oversight of cadres, of this type, none, on ", none.Message, StringComparison.Ordinal);
    }
}
