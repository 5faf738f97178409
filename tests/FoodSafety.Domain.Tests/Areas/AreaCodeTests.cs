using System.Text;
using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Tests.Areas;

public class AreaCodeTests
{
    // Every valid shape: the district may be zero where the town is not.
    private static readonly Gen<AreaCode> Codes =
        from level in Gen.Int[1, 5]
        from direct in Gen.Bool
        from province in Gen.Long[1, 99]
        from city in Gen.Long[1, 99]
        from district in Gen.Long[1, 99]
        from town in Gen.Long[1, 999]
        from village in Gen.Long[1, 999]
        select new AreaCode(
            (province * 10_000_000_000)
            + (level > 1 ? city * 100_000_000 : 0)
            + (level > 2 && !(direct && level > 3) ? district * 1_000_000 : 0)
            + (level > 3 ? town * 1_000 : 0)
            + (level > 4 ? village : 0));

    [Theory]
    [InlineData("51", 510000000000, AreaLevel.Province)]
    [InlineData("5101", 510100000000, AreaLevel.City)]
    [InlineData("510115", 510115000000, AreaLevel.District)]
    [InlineData("510115001", 510115001000, AreaLevel.Town)]
    [InlineData("510115001001", 510115001001, AreaLevel.Village)]
    [InlineData("510000", 510000000000, AreaLevel.Province)]
    [InlineData("510115000000", 510115000000, AreaLevel.District)]
    [InlineData("441900", 441900000000, AreaLevel.City)]
    [InlineData("441900003", 441900003000, AreaLevel.Town)]
    [InlineData("441900003001", 441900003001, AreaLevel.Village)]
    [InlineData("01", 10000000000, AreaLevel.Province)]
    [InlineData("999999999999", 999999999999, AreaLevel.Village)]
    public void Parse_EachLength_GivesValueAndLevel(string text, long value, AreaLevel level)
    {
        var code = AreaCode.Parse(text);

        Assert.Equal(value, code.Value);
        Assert.Equal(level, code.Level);
        Assert.Equal(new AreaCode(value), code);
    }

    [Theory]
    [InlineData("", "Area code '' has 0 characters; allowed: 2, 4, 6, 9 or 12 digits.")]
    [InlineData("51011", "Area code '51011' has 5 characters; allowed: 2, 4, 6, 9 or 12 digits.")]
    [InlineData("5101150010011", "Area code '5101150010011' has 13 characters; allowed: 2, 4, 6, 9 or 12 digits.")]
    [InlineData("510115001001510115001001x", "Area code '510115001001510115001001…' has 25 characters; allowed: 2, 4, 6, 9 or 12 digits.")]
    [InlineData("51O115", "Area code '51O115' has 'O' as character 3; allowed: digits 0 to 9.")]
    [InlineData(" 510115 1", "Area code ' 510115 1' has 'U+0020' as character 1; allowed: digits 0 to 9.")]
    [InlineData("5１", "Area code '5１' has '１ (U+FF11)' as character 2; allowed: digits 0 to 9.")]
    [InlineData("温江", "Area code '温江' has '温 (U+6E29)' as character 1; allowed: digits 0 to 9.")]
    [InlineData("\uFEFF5", "Area code '‹U+FEFF›5' has 'U+FEFF' as character 1; allowed: digits 0 to 9.")]
    [InlineData("5𠮷1", "Area code '5𠮷1' has '𠮷 (U+20BB7)' as character 2; allowed: digits 0 to 9.")]
    [InlineData("00", "Area code '00' has only zeros for its province (digits 1-2); only a district may be left out, by a town directly under its city.")]
    [InlineData("000000000001", "Area code '000000000001' has only zeros for its province (digits 1-2); only a district may be left out, by a town directly under its city.")]
    [InlineData("510015", "Area code '510015' has only zeros for its city (digits 3-4); only a district may be left out, by a town directly under its city.")]
    [InlineData("510000001", "Area code '510000001' has only zeros for its city (digits 3-4); only a district may be left out, by a town directly under its city.")]
    [InlineData("510115000001", "Area code '510115000001' has only zeros for its town (digits 7-9); only a district may be left out, by a town directly under its city.")]
    [InlineData("441900000001", "Area code '441900000001' has only zeros for its town (digits 7-9); only a district may be left out, by a town directly under its city.")]
    public void Parse_BrokenRule_IsNamed(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<ValueFormatException>(() => AreaCode.Parse(text)).Message);
        Assert.Equal(message, Assert.Throws<ValueFormatException>(() => AreaCode.Parse(text.AsSpan())).Message);
        Assert.Equal(message, Assert.Throws<ValueFormatException>(() => AreaCode.ParseUtf8(Encoding.UTF8.GetBytes(text))).Message);
        Assert.False(AreaCode.TryParse(text, out var code));
        Assert.True(code.IsNone);
        Assert.False(AreaCode.TryParseUtf8(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void Parse_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => AreaCode.Parse(null!));
        Assert.False(AreaCode.TryParse(null, out _));
    }

    [Theory]
    [InlineData(-1, "Allowed: a number of at most twelve digits.")]
    [InlineData(1_000_000_000_000, "Allowed: a number of at most twelve digits.")]
    [InlineData(0, "Area code '000000000000' has only zeros for its province (digits 1-2)")]
    [InlineData(9_999_999_999, "Area code '009999999999' has only zeros for its province (digits 1-2)")]
    public void Constructor_NoCode_IsRefused(long value, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => new AreaCode(value)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_StringSpanAndUtf8_AgreeOnAnyText() =>
        Gen.OneOf(Gen.String[Gen.Char['0', '2'], 0, 13], Gen.String[Gen.Char["05/:温é"], 0, 13]).Sample(text =>
        {
            var isCode = AreaCode.TryParse(text, out var code);
            Assert.Equal(isCode, AreaCode.TryParse(text.AsSpan(), out var fromSpan));
            Assert.Equal(isCode, AreaCode.TryParseUtf8(Encoding.UTF8.GetBytes(text), out var fromUtf8));
            Assert.Equal((code, code), (fromSpan, fromUtf8));
            Assert.Equal(isCode, !code.IsNone);
        });

    [Fact]
    public void Parse_ThroughTheGenericInterfaces_GivesTheSame()
    {
        var expected = new AreaCode(510115000000);

        Assert.Equal(expected, Read<AreaCode>("510115"));
        Assert.True(Try<AreaCode>("510115", out var code));
        Assert.Equal(expected, code);
        Assert.Equal(expected, ReadUtf8<AreaCode>("510115"u8));

        static T Read<T>(string text) where T : ISpanParsable<T> =>
            T.Parse(text, null).Equals(T.Parse(text.AsSpan(), null)) ? T.Parse(text, null) : throw new InvalidOperationException(text);

        static bool Try<T>(string text, out T? value) where T : ISpanParsable<T> =>
            T.TryParse(text, null, out value) && T.TryParse(text.AsSpan(), null, out value);

        static T ReadUtf8<T>(ReadOnlySpan<byte> text) where T : IUtf8SpanParsable<T> =>
            T.TryParse(text, null, out _) ? T.Parse(text, null) : throw new InvalidOperationException();
    }

    [Fact]
    public void ToString_LongAndShort_AreReadBack() =>
        Codes.Sample(code =>
        {
            Assert.Equal(12, code.ToString().Length);
            Assert.Equal(code, AreaCode.Parse(code.ToString()));
            Assert.Equal(code, AreaCode.Parse(code.ToShortString()));
            Assert.Equal(code.ToShortString(), $"{code:S}");
            Assert.Equal(code.ToString(), $"{code:G}");
            Assert.StartsWith(code.ToShortString(), code.ToString(), StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("01", "01")]
    [InlineData("510100000000", "5101")]
    [InlineData("510115000000", "510115")]
    [InlineData("441900003000", "441900003")]
    [InlineData("510115001001", "510115001001")]
    public void ToShortString_EachLevel_CutsTheZerosBelow(string text, string expected) =>
        Assert.Equal(expected, AreaCode.Parse(text).ToShortString());

    [Fact]
    public void ToString_UnknownFormat_IsRefused() =>
        Assert.Equal(
            "Format 'X' is not one of an area code; allowed: G (twelve digits), S (short).",
            Assert.Throws<FormatException>(() => new AreaCode(510115000000).ToString("X", null)).Message);

    [Fact]
    public void TryFormat_SpanOneTooShort_WritesNothing()
    {
        ISpanFormattable code = new AreaCode(510115000000);

        Assert.False(code.TryFormat(new char[11], out var written, "G", null));
        Assert.Equal(0, written);
        Assert.True(code.TryFormat(new char[12], out written, "G", null));
        Assert.Equal(12, written);
        Assert.False(code.TryFormat(new char[5], out _, "S", null));
    }

    [Fact]
    public void Default_IsNoArea()
    {
        var none = default(AreaCode);

        Assert.True(none.IsNone);
        Assert.Equal(default, none.Level);
        Assert.Equal(none, none.Parent);
        Assert.Equal(none, none.Ancestor(AreaLevel.Province));
        Assert.False(none.Contains(none));
        Assert.False(none.Contains(new AreaCode(510000000000)));
        Assert.False(new AreaCode(510000000000).Contains(none));
        Assert.Equal("000000000000", none.ToString());
        Assert.Equal("", none.ToShortString());
        Assert.Equal("", $"{none:S}");
    }

    [Theory]
    [InlineData("510115001001", "510115001")]
    [InlineData("510115001", "510115")]
    [InlineData("510115", "5101")]
    [InlineData("5101", "51")]
    [InlineData("441900003001", "441900003")]
    [InlineData("441900003", "4419")]
    public void Parent_OneStep_IsTheAreaAbove(string code, string parent) =>
        Assert.Equal(AreaCode.Parse(parent), AreaCode.Parse(code).Parent);

    [Fact]
    public void Parent_OfProvince_IsNone() => Assert.True(AreaCode.Parse("51").Parent.IsNone);

    [Theory]
    [InlineData("510115001001", AreaLevel.Village, "510115001001")]
    [InlineData("510115001001", AreaLevel.Town, "510115001")]
    [InlineData("510115001001", AreaLevel.District, "510115")]
    [InlineData("510115001001", AreaLevel.City, "5101")]
    [InlineData("510115001001", AreaLevel.Province, "51")]
    [InlineData("510115", AreaLevel.Town, null)]
    [InlineData("441900003001", AreaLevel.District, null)]
    [InlineData("441900003001", AreaLevel.City, "4419")]
    [InlineData("4419", AreaLevel.District, null)]
    public void Ancestor_EachLevel_IsThePrefixOrNone(string code, AreaLevel level, string? expected) =>
        Assert.Equal(expected is null ? default : AreaCode.Parse(expected), AreaCode.Parse(code).Ancestor(level));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Ancestor_NoLevel_IsRefused(int level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AreaCode(510000000000).Ancestor((AreaLevel)level));

    [Theory]
    [InlineData("5101", "510115001001", true)]
    [InlineData("510115", "510115", true)]
    [InlineData("510115", "510116", false)]
    [InlineData("510115", "5101", false)]
    [InlineData("4419", "441900003", true)]
    [InlineData("441900003", "441900004001", false)]
    public void Contains_Prefix_Decides(string outer, string inner, bool expected) =>
        Assert.Equal(expected, AreaCode.Parse(outer).Contains(AreaCode.Parse(inner)));

    [Fact]
    public void Contains_Other_WhenItIsAnAncestorOfIt() =>
        Gen.Select(Codes, Codes).Sample((a, b) =>
        {
            Assert.Equal(b.Ancestor(a.Level) == a, a.Contains(b));
            Assert.True(b.Level == AreaLevel.Province || b.Parent.Contains(b));
            Assert.False(b.Contains(b.Parent));
        });

    [Fact]
    public void CompareTo_Parent_StandsBefore() =>
        Gen.Select(Codes, Codes).Sample((a, b) =>
        {
            Assert.True(a.Parent < a);
            Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString())));
            Assert.Equal(a < b, b > a);
            Assert.Equal(a <= b, !(a > b));
            Assert.Equal(a >= b, !(a < b));
        });
}
