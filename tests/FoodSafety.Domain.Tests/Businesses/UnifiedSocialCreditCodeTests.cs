using CsCheck;
using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Tests.Businesses;

public class UnifiedSocialCreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Gen<UnifiedSocialCreditCode> AnyCode =
        Gen.Select(
            Gen.Char[Alphabet[1..]].Array[1], Gen.Char[Alphabet].Array[1], Gen.Select(Gen.OneOf("10", "51", "66", "82"), Gen.String[Gen.Char['0', '9'], 4, 4], (province, rest) => province + rest), Gen.Char[Alphabet].Array[9],
            (department, category, division, organisation) => UnifiedSocialCreditCode.WithCheckCharacter(
                [.. department, .. category, .. division, .. organisation]));

    [Fact]
    public void Parse_ExampleOfTheStandard_HasItsParts()
    {
        var code = UnifiedSocialCreditCode.Parse("91350100M000100Y43");

        Assert.Equal('9', code.Department);
        Assert.Equal('1', code.Category);
        Assert.Equal("350100", code.Division);
        Assert.Equal("M000100Y4", code.Organisation);
        Assert.Equal('3', code.CheckCharacter);
        Assert.Equal("91350100M000100Y43", code.ToString());
        Assert.False(code.IsNone);
    }

    [Theory]
    [InlineData("91110000802100433B")]
    [InlineData("91440300708461136T")]
    [InlineData("112302070019030687")]
    [InlineData("12440600MB2C07549J")]
    [InlineData("51610700305332460K")]
    public void TryParse_IssuedCode_IsRead(string text) => Assert.True(UnifiedSocialCreditCode.TryParse(text, out _));

    [Fact]
    public void WithCheckCharacter_WorkedByHand_IsTheCalculatedCharacter()
    {
        // Of the division only the 1 of province 10 counts: 1 × 1 + 2 × 3 + 1 × 9 = 16, and 31 - 16 = 15, which is F.
        Assert.Equal("12100000000000000F", UnifiedSocialCreditCode.WithCheckCharacter("12100000000000000").ToString());

        // 1 × 1 + 7 × 3 + 1 × 9 = 31: the remainder is 0, and so is the check character.
        Assert.Equal("171000000000000000", UnifiedSocialCreditCode.WithCheckCharacter("17100000000000000").ToString());
    }

    [Fact]
    public void Parse_LowerCase_IsReadAsCapitals() =>
        Assert.Equal(
            UnifiedSocialCreditCode.Parse("91350100M000100Y43"), UnifiedSocialCreditCode.Parse("91350100m000100y43"));

    [Fact]
    public void Default_IsNoCode()
    {
        var none = default(UnifiedSocialCreditCode);

        Assert.True(none.IsNone);
        Assert.Equal("", none.ToString());
        Assert.Equal("", none.Division);
        Assert.Equal("", none.Organisation);
        Assert.Equal('\0', none.Department);
        Assert.Equal('\0', none.Category);
        Assert.Equal('\0', none.CheckCharacter);
    }

    [Fact]
    public void TryParse_AnyCode_RoundTrips() => AnyCode.Sample(code =>
        UnifiedSocialCreditCode.Parse(code.ToString()) == code
        && UnifiedSocialCreditCode.WithCheckCharacter(code.ToString().AsSpan(0, 17)) == code);

    [Fact]
    public void TryParse_OneCharacterReplaced_IsRefused() =>
        Gen.Select(AnyCode, Gen.Int[0, 17], Gen.Char[Alphabet]).Sample((code, place, character) =>
        {
            var text = code.ToString().ToCharArray();
            var same = text[place] == character;
            text[place] = character;
            return UnifiedSocialCreditCode.TryParse(text, out _) == same;
        });

    [Fact]
    public void TryParse_AnyText_IsRefusedOrWrittenBackInCapitals() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char, 18, 18], Gen.String[Gen.Char[Alphabet + "iosvzabc０"], 18, 18]).Sample(text =>
        {
            var read = UnifiedSocialCreditCode.TryParse(text, out var code, out var fault);
            return read == fault is null && code.ToString() == (read ? text.ToUpperInvariant() : "");
        });

    [Theory]
    [InlineData("", CodeRule.Missing, 0, "", "18")]
    [InlineData(null, CodeRule.Missing, 0, "", "18")]
    [InlineData("                  ", CodeRule.Missing, 0, "", "18")]
    [InlineData("91350100M000100Y4", CodeRule.Length, 0, "17", "18")]
    [InlineData("91350100M000100Y430", CodeRule.Length, 0, "19", "18")]
    [InlineData("000000000000000000", CodeRule.Character, 1, "0", "1-9 A-H J-N P-R T U W X Y")]
    [InlineData("9I350100M000100Y43", CodeRule.Character, 2, "I", "0-9 A-H J-N P-R T U W X Y")]
    [InlineData("91A50100M000100Y43", CodeRule.Character, 3, "A", "0-9")]
    [InlineData("9135010OM000100Y43", CodeRule.Character, 8, "O", "0-9")]
    [InlineData("91350100o000100Y43", CodeRule.Character, 9, "o", "0-9 A-H J-N P-R T U W X Y")]
    [InlineData("91350100M000100Y4３", CodeRule.Character, 18, "３ (U+FF13)", "0-9 A-H J-N P-R T U W X Y")]
    [InlineData("91350100M000100Y4\u200B", CodeRule.Character, 18, "U+200B", "0-9 A-H J-N P-R T U W X Y")]
    [InlineData(" 91350100M000100Y4", CodeRule.Character, 1, "U+0020", "1-9 A-H J-N P-R T U W X Y")]
    [InlineData("91350100M000100Y44", CodeRule.CheckCharacter, 18, "4", "3")]
    public void TryParse_BrokenRule_SaysWhichAndWhere(string? text, CodeRule rule, int position, string found, string expected)
    {
        Assert.False(UnifiedSocialCreditCode.TryParse(text, out var code, out var fault));

        Assert.True(code.IsNone);
        Assert.Equal((rule, position, found, expected), (fault.Rule, fault.Position, fault.Found, fault.Expected));
    }

    [Fact]
    public void WithCheckCharacter_WholeCode_IsRefused()
    {
        var error = Assert.Throws<CodeFormatException>(() => UnifiedSocialCreditCode.WithCheckCharacter("91350100M000100Y43"));

        Assert.Equal((CodeRule.Length, "18", "17"), (error.Fault.Rule, error.Fault.Found, error.Fault.Expected));
    }

    // All made up: the right check of this code and of an identity number, in that order.
    [Theory]
    [InlineData("51011519900307", CodeRule.Division)]
    [InlineData("51010419850612", CodeRule.Division)]
    [InlineData("51111219701231", CodeRule.IdentityNumber)]
    [InlineData("51340120000229", CodeRule.IdentityNumber)]
    public void TryParse_IdentityNumberOfAPerson_IsRefused(string start, CodeRule rule)
    {
        var found = 0;
        for (var serial = 0; serial < 1000; serial++)
        {
            var body = $"{start}{serial:D3}";
            var weights = (int[])[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
            var number = body + "10X98765432"[body.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11];
            var power = 1;
            var sum = 0;
            foreach (var digit in body)
            {
                sum += (digit - '0') * power;
                power = power * 3 % 31;
            }

            if (Alphabet[(31 - (sum % 31)) % 31] != number[^1])
            {
                continue;
            }

            found++;
            Assert.False(UnifiedSocialCreditCode.TryParse(number, out var code, out var fault));
            Assert.Equal((true, rule), (code.IsNone, fault!.Rule));
            Assert.DoesNotContain(number[6..14], fault.ToString(), StringComparison.Ordinal);
        }

        Assert.True(found > 10);
    }

    [Theory]
    [InlineData("01")]
    [InlineData("16")]
    [InlineData("38")]
    [InlineData("99")]
    public void WithCheckCharacter_OfNoProvince_IsRefused(string province)
    {
        var fault = Assert.Throws<CodeFormatException>(() => UnifiedSocialCreditCode.WithCheckCharacter($"91{province}0100M000100Y4")).Fault;

        Assert.Equal((CodeRule.Division, 3, province), (fault.Rule, fault.Position, fault.Found));
        Assert.Equal($"Unified social credit code: the division from character 3 on begins with '{province}', which is no province; allowed: {fault.Expected}.", fault.Text.English);
        Assert.Equal(CodeRule.Division, Assert.Throws<CodeFormatException>(() => FoodLicenceNumber.WithCheckDigit($"JY1{province}0115000001")).Fault.Rule);
        Assert.Equal(CodeRule.Division, Assert.Throws<CodeFormatException>(() => FoodLicenceNumber.WithCheckDigit($"SC101{province}01150001")).Fault.Rule);
    }
}
