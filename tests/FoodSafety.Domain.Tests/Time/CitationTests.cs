using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Time;

public class CitationTests
{
    private static readonly BilingualText Title = ("食品安全法", "Food Safety Law");

    [Theory]
    [InlineData(SourceStanding.OfficialText, false)]
    [InlineData(SourceStanding.GovernmentNotice, false)]
    [InlineData(SourceStanding.PressReport, true)]
    [InlineData(SourceStanding.SecondHand, true)]
    [InlineData(SourceStanding.Unconfirmed, true)]
    public void IsIllustrative_EachStanding_IsTrueBelowGovernmentNotice(SourceStanding standing, bool expected)
    {
        Assert.Equal(expected, new Citation(Title, standing).IsIllustrative);
    }

    [Fact]
    public void Text_WithArticle_NamesDocumentAndArticle()
    {
        var citation = new Citation(Title, SourceStanding.OfficialText, "22", new Uri("https://example.org/law"));

        Assert.Equal("食品安全法 第22条", citation.Text.Chinese);
        Assert.Equal("Food Safety Law, Art. 22", citation.Text.English);
        Assert.Equal("食品安全法 第22条 / Food Safety Law, Art. 22", citation.ToString());
        Assert.Equal(new Uri("https://example.org/law"), citation.Url);
    }

    [Fact]
    public void Text_Unconfirmed_SaysIllustrative()
    {
        var citation = Citation.Illustrative(("示例", "Example"));

        Assert.Equal(SourceStanding.Unconfirmed, citation.Standing);
        Assert.Equal(("示例（示意）", "Example (illustrative)"), citation.Text);
    }

    [Fact]
    public void Constructor_WithoutTitle_IsRefused()
    {
        var refusal = Assert.Throws<TextRefusedException>("document", () => new Citation(default, SourceStanding.OfficialText));

        Assert.Equal("The text is not written; allowed: 1 to 4000 characters, line breaks among them, not all blank or invisible.", refusal.Text.English);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Constructor_WithoutStanding_IsRefused(int standing)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new Citation(Title, (SourceStanding)standing));

        Assert.StartsWith("Allowed: 1 (OfficialText) to 5 (Unconfirmed).", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((SourceStanding)standing, refusal.ActualValue);
    }

    [Fact]
    public void Equals_SameContent_IsEqual()
    {
        Assert.Equal(new Citation(Title, SourceStanding.OfficialText, "22"), new Citation(Title, SourceStanding.OfficialText, "22"));
        Assert.NotEqual(new Citation(Title, SourceStanding.OfficialText, "22"), new Citation(Title, SourceStanding.OfficialText, "23"));
    }
}
