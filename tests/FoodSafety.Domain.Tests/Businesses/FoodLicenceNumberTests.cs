using CsCheck;
using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Tests.Businesses;

public class FoodLicenceNumberTests
{
    private static readonly Gen<FoodLicenceNumber> AnyNumber =
        Gen.Select(Gen.OneOf("SC1", "SC2", "JY1", "JY2", "JY3"), Gen.OneOf("11", "51", "66", "82"), Gen.String[Gen.Char['0', '9'], 10, 10])
            .Select((start, province, rest) => FoodLicenceNumber.WithCheckDigit(
                start.StartsWith("JY", StringComparison.Ordinal) ? start + province + rest : start + rest[..2] + province + rest[2..]));

    [Fact]
    public void Parse_ProductionLicence_HasItsParts()
    {
        var number = FoodLicenceNumber.Parse("SC10744030704994");

        Assert.Equal(LicenceKind.Production, number.Kind);
        Assert.Equal(BusinessSector.Production, number.Sector);
        Assert.Equal("107", number.ProductCategory);
        Assert.Equal("440307", number.Division);
        Assert.Equal("0499", number.Serial);
        Assert.Equal(4, number.CheckDigit);
        Assert.Equal("SC10744030704994", number.ToString());
    }

    [Fact]
    public void Parse_TradeLicence_HasItsParts()
    {
        var number = FoodLicenceNumber.Parse("JY25101040047197");

        Assert.Equal(LicenceKind.Trade, number.Kind);
        Assert.Equal(BusinessSector.Catering, number.Sector);
        Assert.Equal("", number.ProductCategory);
        Assert.Equal("510104", number.Division);
        Assert.Equal("004719", number.Serial);
        Assert.Equal(7, number.CheckDigit);
        Assert.Equal("JY25101040047197", number.ToString());
    }

    [Theory]
    [InlineData("SC112345678901", BusinessSector.Production)]
    [InlineData("SC212345678901", BusinessSector.Production)]
    [InlineData("JY112345678901", BusinessSector.Sales)]
    [InlineData("JY212345678901", BusinessSector.Catering)]
    [InlineData("JY312345678901", BusinessSector.Canteen)]
    public void Sector_EachFirstDigit_IsTheLicensedSector(string start, BusinessSector sector) =>
        Assert.Equal(sector, FoodLicenceNumber.WithCheckDigit(start + "0").Sector);

    [Theory]
    [InlineData("SC10811310111839")]
    [InlineData("SC11464010500015")]
    [InlineData("SC11834020305037")]
    [InlineData("JY11105050876919")]
    [InlineData("JY14403030012013")]
    [InlineData("JY25101050026159")]
    public void TryParse_IssuedNumber_IsRead(string text) => Assert.True(FoodLicenceNumber.TryParse(text, out _));

    [Fact]
    public void WithCheckDigit_WorkedByHand_IsTheCalculatedDigit()
    {
        // MOD 11,10 step by step: S = (P + digit) mod 10, with 10 for 0; P = 2 S mod 11; P begins at 10.
        // digit  1  5  1  0  1  1  5  0  0  0  0  0  1
        // S      1  7  4  8  6  2  9  7  3  6  1  2  5
        // P      2  3  8  5  1  4  7  3  6  1  2  4 10
        // The check digit makes P + digit = 1 modulo 10: 1.
        Assert.Equal("JY15101150000011", FoodLicenceNumber.WithCheckDigit("JY1510115000001").ToString());
    }

    [Fact]
    public void WithCheckDigit_LastProductOne_IsZero()
    {
        // As above up to the last digit, where P is 4; S = 4 + 2 = 6 makes P = 12 mod 11 = 1, and 1 + 0 = 1.
        Assert.Equal("JY15101150000020", FoodLicenceNumber.WithCheckDigit("JY1510115000002").ToString());
    }

    [Fact]
    public void Parse_LowerCasePrefix_IsReadAsCapitals() =>
        Assert.Equal(FoodLicenceNumber.Parse("JY25101040047197"), FoodLicenceNumber.Parse("jy25101040047197"));

    [Fact]
    public void Default_IsNoNumber()
    {
        var none = default(FoodLicenceNumber);

        Assert.True(none.IsNone);
        Assert.Equal("", none.ToString());
        Assert.Equal(default, none.Kind);
        Assert.Equal(default, none.Sector);
        Assert.Equal("", none.ProductCategory + none.Division + none.Serial);
        Assert.Equal(0, none.CheckDigit);
    }

    [Fact]
    public void TryParse_AnyNumber_RoundTrips() => AnyNumber.Sample(number =>
        FoodLicenceNumber.Parse(number.ToString()) == number
        && FoodLicenceNumber.WithCheckDigit(number.ToString().AsSpan(0, 15)) == number);

    [Fact]
    public void TryParse_OneDigitReplaced_IsRefused() =>
        Gen.Select(AnyNumber, Gen.Int[2, 15], Gen.Char['0', '9']).Sample((number, place, digit) =>
        {
            var text = number.ToString().ToCharArray();
            var same = text[place] == digit;
            text[place] = digit;
            return FoodLicenceNumber.TryParse(text, out _) == same;
        });

    [Fact]
    public void TryParse_AnyText_IsRefusedOrWrittenBackInCapitals() =>
        Gen.OneOf(
            Gen.String,
            Gen.String[Gen.Char, 16, 16],
            Gen.Select(Gen.OneOf("SC", "sC", "JY", "YB", "ＳＣ"), Gen.String[Gen.Char["0123456789x１"], 14, 14]).Select((a, b) => a + b))
        .Sample(text =>
        {
            var read = FoodLicenceNumber.TryParse(text, out var number, out var fault);
            return read == fault is null && number.ToString() == (read ? text.ToUpperInvariant() : "");
        });

    [Theory]
    [InlineData("", CodeRule.Missing, 0, "", "16")]
    [InlineData(null, CodeRule.Missing, 0, "", "16")]
    [InlineData("JY2510104004719", CodeRule.Length, 0, "15", "16")]
    [InlineData("JY251010400471970", CodeRule.Length, 0, "17", "16")]
    [InlineData("YB25101040047197", CodeRule.Prefix, 1, "YB", "SC, JY")]
    [InlineData("ſC10744030704994", CodeRule.Prefix, 1, "ſ (U+017F)C", "SC, JY")]
    [InlineData("SC00744030704994", CodeRule.Character, 3, "0", "1-2")]
    [InlineData("SC30744030704994", CodeRule.Character, 3, "3", "1-2")]
    [InlineData("JY05101040047197", CodeRule.Character, 3, "0", "1-3")]
    [InlineData("JY45101040047197", CodeRule.Character, 3, "4", "1-3")]
    [InlineData("JY2510104004719X", CodeRule.Character, 16, "X", "0-9")]
    [InlineData("JY25101040047198", CodeRule.CheckCharacter, 16, "8", "7")]
    public void TryParse_BrokenRule_SaysWhichAndWhere(string? text, CodeRule rule, int position, string found, string expected)
    {
        Assert.False(FoodLicenceNumber.TryParse(text, out var number, out var fault));

        Assert.True(number.IsNone);
        Assert.Equal((rule, position, found, expected), (fault.Rule, fault.Position, fault.Found, fault.Expected));
    }

    [Fact]
    public void WithCheckDigit_WholeNumber_IsRefused()
    {
        var error = Assert.Throws<CodeFormatException>(() => FoodLicenceNumber.WithCheckDigit("JY25101040047197"));

        Assert.Equal((CodeRule.Length, "16", "15"), (error.Fault.Rule, error.Fault.Found, error.Fault.Expected));
    }
}
