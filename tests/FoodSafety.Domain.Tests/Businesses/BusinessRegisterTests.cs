using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Tests.Areas;

namespace FoodSafety.Domain.Tests.Businesses;

public class BusinessRegisterTests
{
    private static readonly AreaTree Areas = NationalAreas.Wenjiang();
    private static readonly AreaCode Village = Areas.At(Areas.Count - 1).Code;
    private static readonly AreaCode OtherVillage = Areas.At(Areas.Count - 2).Code;
    private static readonly NumberFact Seats = new("seats", ("座位", "seats"), ("个座位", "seats"), maximum: 1_000);
    private static readonly FlagFact Terrace = new("terrace", ("露台", "terrace"));

    [Fact]
    public void Add_OneByOne_AllocatesInProportion()
    {
        BytesOf(100);
        var (few, many) = (BytesOf(2_000), BytesOf(16_000));
        Assert.True(many < 8 * few * 3 / 2, $"2,000 adds allocate {few} bytes, 16,000 allocate {many}.");

        static long BytesOf(int count)
        {
            var register = new BusinessRegister(Areas);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < count; i++)
            {
                register.Add(new Business(new BusinessId($"B-{i}"), "店", Village, i % 3 == 0 ? BusinessType.Retailer : BusinessType.Restaurant));
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Add_Businesses_AreReadBackWhole()
    {
        var register = new BusinessRegister(Areas, BusinessFacts.Schema.With(Seats, Terrace));
        Business[] businesses =
        [
            Canteen("a") with { Profile = new OperatingProfile { DinersPerMeal = 520, Employees = 7, AnnualRevenue = 0.01m, FloorArea = 99.99m, SellsOnline = true } },
            new(new BusinessId("b"), "老面馆", OtherVillage, BusinessType.Restaurant)
            {
                Status = OperatingStatus.Suspended,
                CreditCode = UnifiedSocialCreditCode.Parse("91350100M000100Y43"),
                OwnFacts = new FactRecord(Seats.Of(40), Terrace.Of(true)),
            },
        ];

        Assert.Equal([0, 1], businesses.Select(register.Add));

        Assert.Equal(businesses, register.Businesses);
        Assert.Equal(businesses[1], register[new BusinessId("b")]);
        Assert.Equal(businesses[0], register.Find(new BusinessId("a")));
        Assert.Equal((2, 1, new BusinessId("b")), (register.Count, register.RowOf(new BusinessId("b")), register.IdAt(1)));
        Assert.Equal(Areas[OtherVillage].Ordinal, register.Facts.GroupOf(1));
        Assert.True(register.Contains(new BusinessId("a")));
    }

    [Fact]
    public void Add_IdTakenOrAreaUnknown_IsRefusedAndNothingIsAdded()
    {
        var register = With(Canteen("a"));

        Assert.Equal(
            "The register has 'a' already, in row 0. (Parameter 'businesses')",
            Assert.Throws<ArgumentException>(() => register.Add(Canteen("a"))).Message);
        var elsewhere = new Business(new BusinessId("b"), "店", AreaCode.Parse("110101001001"), BusinessType.Retailer);
        Assert.Equal(elsewhere.Area, Assert.Throws<AreaNotFoundException>(() => register.Add(elsewhere)).Code);
        Assert.Equal((1, 1), (register.Count, register.Facts.Count));
        Assert.False(register.Contains(new BusinessId("b")));
    }

    [Fact]
    public void Add_OwnFactWithoutAColumn_IsRefused()
    {
        var register = new BusinessRegister(Areas, BusinessFacts.Schema.With(Terrace));

        Assert.Equal(
            "'a' states 'seats' as an own fact, which is no own column of this register. Own columns: terrace. (Parameter 'business')",
            Assert.Throws<ArgumentException>(() => register.Add(Canteen("a") with { OwnFacts = new FactRecord(Seats.Of(1)) })).Message);
        Assert.Throws<ArgumentException>(() => register.Add(Canteen("a") with { OwnFacts = new FactRecord(BusinessFacts.Employees.Of(1)) }));
        Assert.Equal((0, 0), (register.Count, register.Facts.Count));
    }

    [Fact]
    public void Change_SomeFacts_LeavesTheRest()
    {
        var register = With(Canteen("a") with { Profile = new OperatingProfile { DinersPerMeal = 520, Employees = 7 } }, Canteen("b"));
        var id = new BusinessId("a");

        Assert.True(register.Change(id, BusinessFacts.DinersPerMeal.Of(600), BusinessFacts.Type.Of(BusinessType.WorkUnitCanteen), BusinessFacts.Status.Of(OperatingStatus.Closed)));
        Assert.False(register.Change(id, BusinessFacts.DinersPerMeal.Of(600)));
        Assert.False(register.Change(id));

        var changed = register[id];
        Assert.Equal((600, 7), (changed.Profile.DinersPerMeal, changed.Profile.Employees));
        Assert.Equal((BusinessType.WorkUnitCanteen, OperatingStatus.Closed, 0), (changed.Type, changed.Status, register.RowOf(id)));
        Assert.Equal(Canteen("b"), register.At(1));
        Assert.Equal([0], register.Facts.FindChangedSince(0));
    }

    [Fact]
    public void Change_OneValueRefused_WritesNone()
    {
        var register = With(Canteen("a"));
        var id = new BusinessId("a");

        Assert.Equal(
            "There is no column for 'seats'. (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => register.Change(id, BusinessFacts.Employees.Of(9), Seats.Of(1))).Message);
        Assert.Equal(
            "The 'business-type' of a business cannot become \"not stated\". (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => register.Change(id, BusinessFacts.Employees.Of(9), BusinessFacts.Type.Of(default))).Message);
        Assert.Throws<ArgumentException>(() => register.Change(id, BusinessFacts.Employees.Of(9), BusinessFacts.Status.Of(default)));
        Assert.Throws<ArgumentException>(() => register.Change(id, BusinessFacts.Employees.Of(9), default));
        Assert.Equal(Canteen("a"), register[id]);
        Assert.Equal(0, register.Facts.Revision);
    }

    [Fact]
    public void Replace_Business_TakesTheWholeAndKeepsTheRow()
    {
        var register = With(Canteen("a") with { Profile = new OperatingProfile { DinersPerMeal = 520 } }, Canteen("b"));
        var moved = new Business(new BusinessId("a"), "新食堂", OtherVillage, BusinessType.CentralKitchen) { Profile = new OperatingProfile { Employees = 3 } };

        Assert.True(register.Replace(moved));
        Assert.False(register.Replace(moved));

        Assert.Equal([moved, Canteen("b")], register.Businesses);
        Assert.Equal(Areas[OtherVillage].Ordinal, register.Facts.GroupOf(0));
    }

    [Fact]
    public void Replace_Refused_WritesNothing()
    {
        var register = With(Canteen("a"));

        Assert.Throws<BusinessNotFoundException>(() => register.Replace(Canteen("b")));
        Assert.Throws<AreaNotFoundException>(() => register.Replace(Canteen("a") with { Area = AreaCode.Parse("11"), Status = OperatingStatus.Closed }));
        Assert.Throws<ArgumentException>(() => register.Replace(Canteen("a") with { OwnFacts = new FactRecord(Seats.Of(1)), Status = OperatingStatus.Closed }));
        Assert.Equal(Canteen("a"), register.At(0));
    }

    [Fact]
    public void UnknownBusiness_IsNamedInTheError()
    {
        var register = With(Canteen("a"));
        var error = Assert.Throws<BusinessNotFoundException>(() => register[new BusinessId("z")]);

        Assert.Equal(("The register has no business 'z'.", new BusinessId("z")), (error.Message, error.Id));
        Assert.Equal("No id was given.", Assert.Throws<BusinessNotFoundException>(() => register.RowOf(default)).Message);
        Assert.Null(register.Find(new BusinessId("z")));
        Assert.False(register.Contains(default));
        Assert.Throws<BusinessNotFoundException>(() => register.Change(new BusinessId("z")));
    }

    [Fact]
    public void At_RowOutsideTheRegister_IsRefused()
    {
        var register = With(Canteen("a"));

        Assert.Equal(
            "The register has 1 rows, numbered from 0. (Parameter 'row')\nActual value was 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => register.At(1)).Message.ReplaceLineEndings("\n"));
        Assert.Throws<ArgumentOutOfRangeException>(() => register.IdAt(-1));
    }

    [Fact]
    public void Constructor_SchemaWithoutAStandardFact_IsRefused() => Assert.Equal(
        "A register needs every standard fact; 'operating-status' is missing. Start from BusinessFacts.Schema. (Parameter 'schema')",
        Assert.Throws<ArgumentException>(() => new BusinessRegister(Areas, new FactSchema([BusinessFacts.Type, Seats]))).Message);

    private static Business Canteen(string id) => new(new BusinessId(id), "食堂", Village, BusinessType.SchoolCanteen);

    private static BusinessRegister With(params ReadOnlySpan<Business> businesses)
    {
        var register = new BusinessRegister(Areas);
        foreach (var business in businesses)
        {
            register.Add(business);
        }

        return register;
    }
}
