using System.Globalization;
using System.Text;
using CsCheck;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Languages;

public class TextRuleTests
{
    private static readonly TextRule[] All = [TextRule.Key, TextRule.Name, TextRule.Note];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.Char.Array[0, 12].Select(letters => new string(letters)),
        Gen.Int[0, 0x10FFFF].Array[0, 8].Select(points => string.Concat(points.Select(point => Rune.IsValid(point) ? new Rune(point).ToString() : ((char)point).ToString()))),
        Gen.OneOf("A", "1", " ", "甲", "𠮷", "\uDB40\uDD00", "\u200B", "\uFEFF", "１", "e\u0301", "\u3000", "\n", "·", "\uD83C").Array[0, 8].Select(string.Concat));

    [Fact]
    public void Rules_OfAnyText_AdmitWhatCanBeEncodedAndIsSeen_AndEachTheMore() => AnyText.Sample(text =>
    {
        foreach (var rule in All.Where(rule => rule.Admits(text)))
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(text);
            Assert.False(string.IsNullOrWhiteSpace(text));
            Assert.True(text.Length <= rule.MaxLength);
            Assert.DoesNotContain(text, letter => letter is '\0' or '\uFFFD' or '\u200B' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
        }

        // What is a key is a name, and what is a name is a text.
        Assert.True(!TextRule.Key.Admits(text) || TextRule.Name.Admits(text));
        Assert.True(!TextRule.Name.Admits(text) || TextRule.Note.Admits(text));
    });

    [Fact]
    public void Key_OfAnyText_IsTheSameInEveryNormalForm() => AnyText.Where(TextRule.Key.Admits).Sample(text =>
        Assert.All((NormalizationForm[])[NormalizationForm.FormC, NormalizationForm.FormD, NormalizationForm.FormKC, NormalizationForm.FormKD], form => Assert.Equal(text, text.Normalize(form))));

    [Fact]
    public void Key_OfEveryCharacter_IsVisibleAsciiAHanIdeographOrTheMiddleDot()
    {
        for (var point = 0; point <= 0x10FFFF; point++)
        {
            if (!Rune.TryCreate(point, out var letter))
            {
                Assert.False(TextRule.Key.Admits(((char)point).ToString()));
                continue;
            }

            var admitted = TextRule.Key.Admits(letter.ToString());
            if (letter.IsAscii)
            {
                Assert.Equal(point is > 0x20 and < 0x7F, admitted);
            }
            else if (admitted)
            {
                Assert.True(point == 0xB7 || Rune.GetUnicodeCategory(letter) is UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNotAssigned, $"U+{point:X4}");
                Assert.Equal(letter.ToString(), letter.ToString().Normalize(NormalizationForm.FormKC));
            }
        }
    }

    [Fact]
    public void Fault_OfAnyText_CanBeShown() => AnyText.Sample(text =>
    {
        foreach (var rule in All)
        {
            if (rule.FindFault(text) is { } fault)
            {
                _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(fault.ToString());
                Assert.DoesNotContain(fault.ToString(), letter => letter is '\0' or '\u200B' or '\u202E' or '\uFEFF' or '\n');
                Assert.Equal(fault.Place > 0, fault.ToString().Contains($"U+{fault.CodePoint:X4}", StringComparison.Ordinal));
            }
        }
    });

    [Theory]
    [InlineData("A-1\u200B", TextFaultKind.Invisible, 4, 0x200B)]
    [InlineData("\u200B", TextFaultKind.Invisible, 1, 0x200B)]
    [InlineData("A\u202E1", TextFaultKind.Invisible, 2, 0x202E)]
    [InlineData("A\u00AD1", TextFaultKind.Invisible, 2, 0xAD)]
    [InlineData("A\uFEFF", TextFaultKind.Invisible, 2, 0xFEFF)]
    [InlineData("A\u3164", TextFaultKind.Invisible, 2, 0x3164)]
    [InlineData("葛\uDB40\uDD00", TextFaultKind.Invisible, 2, 0xE0100)]
    [InlineData("A\\uD842", TextFaultKind.BrokenEncoding, 2, 0xD842)]
    [InlineData("\\uDFB7A", TextFaultKind.BrokenEncoding, 1, 0xDFB7)]
    [InlineData("A\uFFFD", TextFaultKind.BrokenEncoding, 2, 0xFFFD)]
    [InlineData("A\0", TextFaultKind.Control, 2, 0)]
    [InlineData("A\n1", TextFaultKind.Control, 2, 0xA)]
    [InlineData("A\u2028", TextFaultKind.Control, 2, 0x2028)]
    [InlineData("A 1", TextFaultKind.OtherBlank, 2, 0x20)]
    [InlineData("A\u00A01", TextFaultKind.OtherBlank, 2, 0xA0)]
    [InlineData(" shop-9", TextFaultKind.OuterBlank, 1, 0x20)]
    [InlineData("shop-9 ", TextFaultKind.OuterBlank, 7, 0x20)]
    [InlineData("shop-9\u3000", TextFaultKind.OuterBlank, 7, 0x3000)]
    [InlineData("A１", TextFaultKind.NotAllowed, 2, 0xFF11)]
    [InlineData("（一）", TextFaultKind.NotAllowed, 1, 0xFF08)]
    [InlineData("А-1", TextFaultKind.NotAllowed, 1, 0x410)]
    [InlineData("e\u0301", TextFaultKind.NotAllowed, 2, 0x301)]
    [InlineData("\uF9DC", TextFaultKind.NotAllowed, 1, 0xF9DC)]
    [InlineData("\uE863", TextFaultKind.NotAllowed, 1, 0xE863)]
    public void Key_ThatMayLookLikeAnother_IsRefusedWithTheCodePoint(string text, TextFaultKind kind, int place, int codePoint)
    {
        // Half of a pair cannot stand in the arguments of an attribute, which are kept in UTF-8.
        text = text.Replace("\\uD842", "\uD842", StringComparison.Ordinal).Replace("\\uDFB7", "\uDFB7", StringComparison.Ordinal);
        var fault = TextRule.Key.FindFault(text)!;

        Assert.Equal((kind, place, codePoint), (fault.Kind, fault.Place, fault.CodePoint));
        Assert.Contains($"第 {place} 个字符是 U+{codePoint:X4}", fault.Text.Chinese, StringComparison.Ordinal);
        Assert.Contains($"U+{codePoint:X4} as character {place}", fault.Text.English, StringComparison.Ordinal);
        Assert.Throws<TextRefusedException>(() => new BusinessId(text));
    }

    [Theory]
    [InlineData("A-1")]
    [InlineData("91510115MA6CAT0X0E")]
    [InlineData("川市监[2022]15号")]
    [InlineData("买买提·阿不都")]
    [InlineData("𠮷野家-3")]
    [InlineData("\uFA0E")]
    [InlineData("〇七")]
    [InlineData("~!@#$%^&*()'\"\\|")]
    public void Key_OfAsciiHanAndMiddleDot_IsTaken(string text) => Assert.Equal(text, new BusinessId(text).Value);

    [Theory]
    [InlineData("𠮷野家（温江）有限公司")]
    [InlineData("买买提·阿不都")]
    [InlineData("葛\uDB40\uDD00飾店")]
    [InlineData("神\uFE00社")]
    [InlineData("ᠠ\u180Bᠰ")]
    [InlineData("ＡＢＣ１２３")]
    [InlineData("ART GALLERY OF ONTARIO  MAIN KITCHEN")]
    [InlineData("高\uE170村委会")]
    [InlineData("Café e\u0301")]
    [InlineData("📖咖啡")]
    [InlineData("=1+1")]
    [InlineData("<b>")]
    public void Name_AsPeopleWriteIt_IsTaken(string text) => Assert.Null(TextRule.Name.FindFault(text));

    [Theory]
    [InlineData("张\u3000三", TextFaultKind.OtherBlank)]
    [InlineData("张\u00A0三", TextFaultKind.OtherBlank)]
    [InlineData("\u3000张三", TextFaultKind.OuterBlank)]
    [InlineData("张三 ", TextFaultKind.OuterBlank)]
    [InlineData("张\r\n三", TextFaultKind.Control)]
    [InlineData("张\t三", TextFaultKind.Control)]
    [InlineData("\0", TextFaultKind.Control)]
    [InlineData("张\u202E三", TextFaultKind.Invisible)]
    [InlineData("张\u2067三", TextFaultKind.Invisible)]
    [InlineData("张\u200B", TextFaultKind.Invisible)]
    [InlineData("A\uDB40\uDD00", TextFaultKind.Invisible)]
    [InlineData("葛\uDB40\uDD00\uDB40\uDD01", TextFaultKind.Invisible)]
    [InlineData("\uDB40\uDC41", TextFaultKind.Invisible)]
    [InlineData("\u2800", TextFaultKind.Invisible)]
    [InlineData("\u0301a", TextFaultKind.NotAllowed)]
    [InlineData("a\uFFFE", TextFaultKind.NotAllowed)]
    [InlineData("a\uDBFF\uDFFD", TextFaultKind.NotAllowed)]
    [InlineData("甲\uFFFD", TextFaultKind.BrokenEncoding)]
    [InlineData(" ", TextFaultKind.Missing)]
    [InlineData("\u3000\t", TextFaultKind.Missing)]
    [InlineData("", TextFaultKind.Missing)]
    public void Name_ThatHidesSomething_IsRefused(string text, TextFaultKind kind) => Assert.Equal(kind, TextRule.Name.FindFault(text)?.Kind);

    [Theory]
    [InlineData("一、灭蝇灯未开启。\r\n二、标签不清。\n")]
    [InlineData(" 两格开头")]
    [InlineData("a\tb")]
    [InlineData("很好❤\uFE0F，厨师👨\u200D🍳")]
    public void Note_AsPeopleWriteIt_IsTaken(string text) => Assert.Null(TextRule.Note.FindFault(text));

    [Theory]
    [InlineData("a\0", TextFaultKind.Control)]
    [InlineData("a\u001B[31m", TextFaultKind.Control)]
    [InlineData("a\u202Eb", TextFaultKind.Invisible)]
    [InlineData("a\u200Bb", TextFaultKind.Invisible)]
    [InlineData("\n \t", TextFaultKind.Missing)]
    [InlineData("\u200D", TextFaultKind.Invisible)]
    public void Note_ThatHidesSomething_IsRefused(string text, TextFaultKind kind) => Assert.Equal(kind, TextRule.Note.FindFault(text)?.Kind);

    [Fact]
    public void Rules_OfHalfAPair_RefuseItWhereverItStands()
    {
        foreach (var text in (string[])["甲\uD842", "\uDFB7甲", "甲\uD842乙", "\uDFB7\uD842", "\uD842"])
        {
            Assert.All(All, rule => Assert.Equal(TextFaultKind.BrokenEncoding, rule.FindFault(text)?.Kind));
        }
    }

    [Fact]
    public void Rules_HaveALimitAtTheEdge_AndDoNotReadOn()
    {
        foreach (var rule in All)
        {
            Assert.True(rule.Admits(new string('x', rule.MaxLength)));
            Assert.Equal((TextFaultKind.TooLong, rule.MaxLength + 1), (rule.FindFault(new string('x', rule.MaxLength + 1))!.Kind, rule.FindFault(new string('x', rule.MaxLength + 1))!.Length));

            // 𠮷 counts as two.
            Assert.True(rule.Admits(string.Concat(Enumerable.Repeat("𠮷", rule.MaxLength / 2))));
            Assert.False(rule.Admits(string.Concat(Enumerable.Repeat("𠮷", rule.MaxLength / 2)) + "x"));
        }

        var huge = new string('x', 10_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = TextRule.Name.FindFault(huge)!;
        Assert.Equal("名称“" + huge[..40] + "…”过长，有 10000000 个字符；允许：" + TextRule.Name.Allowed.Chinese + "。", fault.Text.Chinese);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000);
    }

    [Fact]
    public void Fault_SaysWhatWhereAndWhatIsAllowed_InBothLanguages()
    {
        var refused = Assert.Throws<TextRefusedException>("value", () => new BusinessId("A-1\u200B"));

        Assert.Equal("编号“A-1‹U+200B›”的第 4 个字符是 U+200B（不可见字符）；允许：1 至 64 个字符，可用半角的字母、数字和符号，汉字及间隔号“·”，不含空格。", refused.Text.Chinese);
        Assert.Equal(
            "The key 'A-1‹U+200B›' has U+200B as character 4, an invisible character; allowed: 1 to 64 characters without blanks: visible ASCII, Chinese characters and the middle dot.",
            refused.Text.English);
        Assert.Equal("编号未填报；允许：" + TextRule.Key.Allowed.Chinese + "。", TextRule.Key.FindFault(null)!.Text.Chinese);

        // A character beyond U+FFFF is one place.
        Assert.Equal(2, TextRule.Name.FindFault("𠮷\u200B")!.Place);
    }
}
