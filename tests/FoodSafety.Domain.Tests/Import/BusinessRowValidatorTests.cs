using FluentValidation;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Import;

public class BusinessRowValidatorTests
{
    private static readonly BusinessRowValidator Validator = new(Rows.Areas);

    [Theory]
    [InlineData("employees", "0")]
    [InlineData("employees", "-0")]
    [InlineData("annual-revenue", "-0.00")]
    [InlineData("employees", "007")]
    [InlineData("employees", "10000000")]
    [InlineData("employees", "5.000")]
    [InlineData("annual-revenue", "10000000000000.00")]
    [InlineData("annual-revenue", "0.01")]
    [InlineData("violations-in-last-year", "60000")]
    [InlineData("floor-area", null)]
    [InlineData("area", "51")]
    [InlineData("area", "510115004")]
    [InlineData("business-type", "餐馆")]
    [InlineData("operating-status", "停业")]
    [InlineData("operating-status", "licence-revoked")]
    [InlineData("credit-code", "91350100m000100y43")]
    [InlineData("credit-code", " ")]
    [InlineData("licence", null)]
    [InlineData("special-food", "Yes")]
    [InlineData("name", "😋小馆")]
    public void Validate_AllowedText_Passes(string column, string? value) => Assert.Null(RuleBroken(column, value));

    [Theory]
    [InlineData("employees", "10000001", "too-large")]
    [InlineData("annual-revenue", "-0.01", "negative")]
    [InlineData("employees", "-1", "negative")]
    [InlineData("employees", "5.5", "too-fine")]
    [InlineData("employees", "+5", "not-a-number")]
    [InlineData("employees", "1,250", "not-a-number")]
    [InlineData("employees", "１２", "not-a-number")]
    [InlineData("employees", "1e3", "not-a-number")]
    [InlineData("employees", " 12", "not-a-number")]
    [InlineData("employees", "5.", "not-a-number")]
    [InlineData("employees", "NaN", "not-a-number")]
    [InlineData("employees", "-99999999999999999999999999999999", "negative")]
    [InlineData("employees", "99999999999999999999999999999999", "too-large")]
    [InlineData("annual-revenue", "10000000000000.01", "too-large")]
    [InlineData("annual-revenue", "0.001", "too-fine")]
    [InlineData("annual-revenue", "0.00000000000000000000000000000000000001", "too-fine")]
    [InlineData("area", "000000", "not-an-area-code")]
    [InlineData("operating-status", "not-stated", "not-allowed")]
    [InlineData("special-food", "y", "not-allowed")]
    [InlineData("name", "小馆\0", "broken-encoding")]
    [InlineData("id", "WJ\uFFFD1", "broken-encoding")]
    [InlineData("business-type", null, "missing")]
    [InlineData("business-type", "", "blank")]
    public void Validate_OtherText_Fails(string column, string? value, string rule) => Assert.Equal(rule, RuleBroken(column, value));

    [Fact]
    public void Validate_HalfASurrogatePair_IsBrokenEncoding() => Assert.Equal("broken-encoding", RuleBroken("name", "小\uD83D馆"));

    [Fact]
    public void Validate_IdOf64CharactersAndOneMore_PassesAndFails()
    {
        Assert.Null(RuleBroken("id", new string('A', 64)));
        Assert.Equal("not-an-id", RuleBroken("id", new string('A', 65)));
    }

    [Fact]
    public void Validate_EveryTypeAndLicence_FitWhenTheSectorsDo()
    {
        foreach (var body in (string[])["SC1015101150001", "JY1510115000100", "JY2510115000100", "JY3510115000100"])
        {
            var licence = FoodLicenceNumber.WithCheckDigit(body.PadRight(15, '0'));
            foreach (var type in EnumCodes.All<BusinessType>())
            {
                var row = Rows.Good(1) with { Type = type.Code(), Licence = licence.ToString() };
                Assert.Equal(licence.Sector == type.Sector(), Validator.Validate(row).IsValid);
            }
        }
    }

    [Fact]
    public void Validate_LicenceOfUnknownType_ReportsTheTypeOnly()
    {
        var result = Validator.Validate(Rows.Good(1) with { Type = "bar", Licence = "SC10744030704994" });

        Assert.Equal(nameof(BusinessRow.Type), Assert.Single(result.Errors).PropertyName);
    }

    [Fact]
    public void Validate_IncludedInAnotherValidator_KeepsKeysStatesAndProperties()
    {
        var own = new InlineValidator<BusinessRow>();
        own.Include(Validator);

        var failure = Assert.Single(own.Validate(Rows.Good(1) with { DinersPerMeal = "-3" }).Errors);

        Assert.Equal(nameof(BusinessRow.DinersPerMeal), failure.PropertyName);
        Assert.Equal("-3", failure.AttemptedValue);
        Assert.Equal(ImportRules.Negative, failure.ErrorCode);
        Assert.Equal(Assert.IsType<BilingualText>(failure.CustomState).ToString(), failure.ErrorMessage);
    }

    private static string? RuleBroken(string column, string? value)
    {
        var result = Validator.Validate(Rows.With(1, column, value));
        return result.IsValid ? null : Assert.Single(result.Errors).ErrorCode;
    }
}
