using System.Globalization;
using System.Text;
using CsCheck;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Languages;

public class OutputTextTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.Char["'=+-@\t\r\n 1.5aＡ＝＋－＠"].Array[0, 8].Select(letters => new string(letters)),
        Gen.OneOf("甲", "𠮷", "e\u0301\u0302", "\uD83C", "\uDF5C", "👨\u200D🍳", "\u202E", "\0").Array[0, 12].Select(string.Concat));

    [Fact]
    public void Shorten_OfAnyText_CutsBetweenCharactersAndShowsTheCut() => Gen.Select(AnyText, Gen.Int[1, 12]).Sample((text, most) =>
    {
        var shown = OutputText.Shorten(text, most);

        _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(shown);
        Assert.Equal(text.Length > most, shown.EndsWith('…') && !text.EndsWith('…'));
        var kept = Excerpt.Kept(text, most).Length;
        Assert.True(kept <= most);
        Assert.False(kept > 0 && kept < text.Length && char.IsHighSurrogate(text[kept - 1]) && char.IsLowSurrogate(text[kept]));
    });

    [Theory]
    [InlineData(39)]
    [InlineData(40)]
    public void Shorten_Of39HanAndOneBeyondTheBasicPlane_CanBeEncoded(int most)
    {
        var text = new string('甲', 39) + "𠮷野家";

        Assert.Equal(new string('甲', 39) + "…", OutputText.Shorten(text, most));
        Assert.Equal(new string('甲', 39) + "𠮷…", OutputText.Shorten(text, 41));
    }

    [Fact]
    public void Shorten_KeepsMarksWithTheirCharacter_UnlessThereIsNoEnd()
    {
        Assert.Equal("a…", OutputText.Shorten("ae\u0301x", 2));
        Assert.Equal("👨\u200D🍳".Length, Excerpt.Kept("👨\u200D🍳x", 5).Length);
        Assert.Equal(10, Excerpt.Kept("e" + new string('\u0301', 1_000_000), 10).Length);
        Assert.Throws<ArgumentOutOfRangeException>("most", () => OutputText.Shorten("x", 0));
        Assert.Equal("", OutputText.Shorten(null, 1));
    }

    [Theory]
    [InlineData("a\u202Eb", "a‹U+202E›b")]
    [InlineData("a\0b", "a‹U+0000›b")]
    [InlineData("a\u001B[31m", "a‹U+001B›[31m")]
    [InlineData("a\u2066b\uFEFF", "a‹U+2066›b‹U+FEFF›")]
    [InlineData("葛\uDB40\uDD00 高\uE170\u3000\n", "葛\uDB40\uDD00 高\uE170\u3000\n")]
    [InlineData("👨\u200D🍳", "👨\u200D🍳")]
    public void Visible_ShowsWhatSteersThePage(string text, string shown) => Assert.Equal(shown, OutputText.Visible(text));

    [Fact]
    public void Visible_OfHalfAPair_ShowsIt() => Assert.Equal("‹U+DF5C›a‹U+D83C›", OutputText.Visible("\uDF5Ca\uD83C"));

    [Fact]
    public void Visible_OfAnyText_SteersNothing() => AnyText.Sample(text => Assert.DoesNotContain(
        OutputText.Visible(text).EnumerateRunes(),
        letter => letter.Value != 0x200D && Rune.GetUnicodeCategory(letter) == UnicodeCategory.Format || (Rune.IsControl(letter) && letter.Value is not ('\t' or '\n' or '\r'))));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData(" =1", "' =1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("'=1", "''=1")]
    [InlineData("-5", "-5")]
    [InlineData("+86.5", "+86.5")]
    [InlineData("-5e3", "'-5e3")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("甲=乙", "甲=乙")]
    [InlineData("", "")]
    public void ToSpreadsheet_MakesNoFormula_AndLeavesNumbers(string text, string cell)
    {
        Assert.Equal(cell, OutputText.ToSpreadsheet(text));
        Assert.Equal(text, OutputText.FromSpreadsheet(cell));
    }

    [Fact]
    public void FromSpreadsheet_OfWhatWasWritten_IsTheText() => AnyText.Sample(text =>
    {
        var cell = OutputText.ToSpreadsheet(text);

        Assert.Equal(text, OutputText.FromSpreadsheet(cell));
        Assert.True(cell is not ['=' or '+' or '-' or '@' or '\t' or '\r', ..] || decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
    });

    [Theory]
    [InlineData(null, "")]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("say \"a\"", "\"say \"\"a\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void ToCsvCell_WhatPartsCells_IsInQuotes(string? text, string cell) => Assert.Equal(cell, OutputText.ToCsvCell(text));
}
