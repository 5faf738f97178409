using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Languages;

public class MarkdownPageTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", @"\<script>alert(1)\</script>")]
    [InlineData("<img src=x onerror=y>", @"\<img src=x onerror=y>")]
    [InlineData("<!-- x -->", @"\<!-- x -->")]
    [InlineData("[here](https://evil.example)", @"\[here\](https\://evil.example)")]
    [InlineData("![x](y)", @"!\[x\](y)")]
    [InlineData("www.evil.example", @"www\.evil.example")]
    [InlineData("*bold* _it_ `code` ~~x~~", @"\*bold\* \_it\_ \`code\` \~\~x\~\~")]
    [InlineData("R&D &lt;b&gt; a_b a < 5", @"R\&D \&lt;b\&gt; a_b a < 5")]
    [InlineData("a\\*b*", @"a\\\*b\*")]
    [InlineData("a\r\nb\nc", "a b c")]
    [InlineData("a\u202Eb\0", "a‹U+202E›b‹U+0000›")]
    public void Texts_CarryNoMarkupAndNoLinks(string text, string written)
    {
        foreach (var level in (int[])[1, 2])
        {
            var page = new MarkdownPage(Language.English);
            page.Heading(level, (text, text));
            page.Paragraph(($"甲{text}", $"x{text}"));
            page.Table((text, text));
            page.Row((text, text));

            Assert.Equal($"{new string('#', level)} {written}\n\nx{written}\n\n| {written} |\n|---|\n| {written} |\n", page.ToString());
        }
    }

    [Theory]
    [InlineData("# x", @"\# x")]
    [InlineData("> x", @"\> x")]
    [InlineData("- x", @"\- x")]
    [InlineData("+ x", @"\+ x")]
    [InlineData("=== x", @"\=== x")]
    [InlineData("12. x", @"12\. x")]
    [InlineData("1) x", @"1\) x")]
    [InlineData("12", "12")]
    [InlineData(" # x", @"\# x")]
    public void Paragraph_ThatBeginsAsAnotherBlock_StaysAParagraph(string text, string written)
    {
        var page = new MarkdownPage(Language.English);
        page.Paragraph((text, text));

        Assert.Equal(written + "\n", page.ToString());
    }

    [Fact]
    public void Cell_OfABar_StaysOneCell()
    {
        var page = new MarkdownPage(Language.English);
        page.Row(("a|b", "a|b\\"));

        Assert.Equal("| a\\|b\\\\ |\n", page.ToString());
    }
}
