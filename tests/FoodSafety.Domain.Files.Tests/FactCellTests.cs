using CsCheck;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Import;

namespace FoodSafety.Domain.Files.Tests;

public sealed class FactCellTests
{
    private static readonly NumberFact Temperature = new("temperature", ("温度", "temperature"), ("度", "degrees"), decimals: 1, minimum: -40, maximum: 60);

    private static readonly Gen<string> AnyNumber = Gen.OneOf(
        Gen.OneOf("", " ", "0", "-0", "-0.0", "00", "1.", ".5", "-", "+1", "1e3", "1,000", "3 000", "１２", "1.0", "1.00", "1.001", "1.000", "-1", "0.005",
            "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "10000000", "10000001", "10000000000000", "10000000000000.01", "十"),
        Gen.Char["0123456789.-"].Array[1, 9].Select(signs => new string(signs)));

    [Fact]
    public void TryRead_Number_ReadsWhatAnImportAcceptsAndTheSameValue()
    {
        foreach (var fact in (NumberFact[])[BusinessFacts.Employees, BusinessFacts.AnnualRevenue, BusinessFacts.FloorArea, BusinessFacts.ViolationsInLastYear])
        {
            Agrees(fact, AnyNumber);
        }
    }

    [Fact]
    public void TryRead_Flag_ReadsWhatAnImportAcceptsAndTheSameValue() =>
        Agrees(BusinessFacts.OnlineSales, Gen.OneOf("", "yes", "YES", "True", "1", "是", "no", "FALSE", "0", "否", "2", "y", "有", "yes "));

    [Fact]
    public void TryRead_Status_ReadsWhatAnImportAcceptsAndTheSameValue() =>
        Agrees(BusinessFacts.Status, Gen.OneOf("", " ", "operating", "suspended", "停业", "吊销", "licence-revoked", "关门", "not-stated", "未填报"));

    [Theory]
    [InlineData("-40", -400)]
    [InlineData("60.0", 600)]
    [InlineData("-0.5", -5)]
    public void TryRead_NumberThatMayBeNegative_IsCountedInSmallestUnits(string text, long stored)
    {
        Assert.True(FactCell.Of(Temperature).TryRead(text, out var found));
        Assert.Equal(stored, found);
    }

    [Theory]
    [InlineData("-40.1", FileRules.TooSmall)]
    [InlineData("60.1", ImportRules.TooLarge)]
    [InlineData("1.25", ImportRules.TooFine)]
    [InlineData("warm", ImportRules.NotANumber)]
    [InlineData("\uFFFD", ImportRules.BrokenEncoding)]
    public void FindFault_Number_NamesTheRule(string text, string rule) => Assert.Equal(rule, FactCell.Of(Temperature).FindFault(text)!.Rule);

    [Fact]
    public void TryRead_NumberWithAStepOrAList_TakesTheAllowedValuesAlone()
    {
        var (steps, listed) = (new NumberFact("points", ("分", "points"), ("分", "points"), maximum: 25, step: 5), new NumberFact("score", ("分", "score"), ("分", "points"), [0, 2.5m, 10]));

        Assert.Equal(["0", "5", "25"], new[] { "0", "1", "5", "24", "25" }.Where(text => FactCell.Of(steps).TryRead(text, out _)));
        Assert.Equal(["0", "2.5", "10.0"], new[] { "0", "2", "2.5", "5", "10.0" }.Where(text => FactCell.Of(listed).TryRead(text, out _)));
        Assert.Equal("points '7' is not one of the allowed values; allowed: 0 to 25, in steps of 5, written without thousands separators; blank where it is not stated.", FactCell.Of(steps).FindFault("7")!.Text.English);
        Assert.Equal("分“7”不在可选值内；允许：0、2.5、10；空白为未填报。", FactCell.Of(listed).FindFault("7")!.Text.Chinese);
    }

    [Fact]
    public void FindFault_Number_TellsValueAndWhatIsAllowed()
    {
        var fault = FactCell.Of(BusinessFacts.DinersPerMeal).FindFault("3,000")!;

        Assert.Equal("diners per meal '3,000' is not a number in plain digits; allowed: 0 to 10,000,000, a whole number, written without thousands separators; blank where it is not stated.", fault.Text.English);
        Assert.Equal("每餐用餐人数“3,000”不是数字；允许：0 至 10,000,000，整数，不写千位分隔符；空白为未填报。", fault.Text.Chinese);
        Assert.Equal(("diners-per-meal", "3,000"), (fault.Field, fault.Value));
    }

    [Theory]
    [InlineData("school-canteen")]
    [InlineData("学校食堂")]
    [InlineData("School canteen")]
    public void TryRead_Choice_TakesCodeAndNames(string text)
    {
        Assert.True(FactCell.Of(BusinessFacts.Type).TryRead(text, out var stored));
        Assert.Equal((long)BusinessType.SchoolCanteen, stored);
    }

    [Theory]
    [InlineData("", ImportRules.Blank)]
    [InlineData("not-stated", ImportRules.NotAllowed)]
    [InlineData("学校", ImportRules.NotAllowed)]
    public void FindFault_Choice_IsNeverNotStated(string text, string rule) => Assert.Equal(rule, FactCell.Of(BusinessFacts.Type).FindFault(text)!.Rule);

    [Fact]
    public void TryRead_EveryValueOfEveryFact_ReadsWhatItIsWrittenAs()
    {
        foreach (var fact in FoodSellerFacts.Schema.Facts)
        {
            var cell = FactCell.Of(fact);
            FactValue[] values = fact switch
            {
                NumberFact number => [number.Of(number.Minimum), number.Of(number.Maximum)],
                FlagFact flag => [flag.Of(true), flag.Of(false)],
                IChoiceFact choice => [.. choice.Values.Where(value => value != 0).Select(value => FoodSellerFacts.Schema.ParseValue(choice.Id, choice.CodeOf(value)))],
                _ => throw new InvalidOperationException(),
            };
            Assert.All(values, value => Assert.True(cell.TryRead(value.ValueText, out var stored) && stored == value.Stored, value.ToString()));
        }
    }

    [Fact]
    public void Of_NoKnownKind_IsRefused() => Assert.Throws<ArgumentNullException>(() => FactCell.Of(null!));

    /// <summary>A cell is read when an import of the same text accepts the field, and as the value that the business has then.</summary>
    private static void Agrees(IFact fact, Gen<string> texts) => texts.Sample(text =>
    {
        var row = BusinessRow.FromColumns(2, column => column == fact.Id ? text : column switch { "id" => "1", "name" => "店", "area" => "510115", "business-type" => "restaurant", _ => null });
        var result = new BusinessImport(Businesses.Areas).Read([row], ImportMode.KeepAccepted);
        var cell = FactCell.Of(fact);
        if (cell.TryRead(text, out var stored))
        {
            Assert.Equal(stored, Assert.Single(result.Accepted).Read(fact));
            Assert.Null(cell.FindFault(text));
        }
        else
        {
            Assert.Equal(Assert.Single(Assert.Single(result.Rejected).Faults).Rule, cell.FindFault(text)!.Rule);
        }
    });
}
