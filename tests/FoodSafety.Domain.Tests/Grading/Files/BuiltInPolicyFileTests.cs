using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Grading.Files;

public class BuiltInPolicyFileTests
{
    private const string Tiers = "Grading.Policies.guarantee-tier.2022.1.json";
    private const string Risk = "Grading.Policies.food-seller-risk.2016.2.json";
    private const string FirstRisk = "Grading.Policies.food-seller-risk.2016.1.json";

    [Fact]
    public void StaticScore_OfTheFile_HasItsNineLines()
    {
        var score = Assert.IsType<NamedNumber>(RiskPolicies.FoodSellerStaticScore);
        Assert.Equal(("静态风险分", "static score"), score.Name);
        Assert.Equal(9, Assert.IsType<SumOf>(score.Inner).Parts.Length);
        Assert.All(((SumOf)score.Inner).Parts, line => Assert.IsType<NamedNumber>(line));
    }

    [Fact]
    public void Write_BuiltInPolicy_GivesTheEmbeddedFile()
    {
        Assert.Equal(EmbeddedText.Read(Tiers), TierPolicies.File.Write(TierPolicies.SizeAndDiners2022));
        Assert.Equal(EmbeddedText.Read(Risk), RiskPolicies.File.Write(RiskPolicies.FoodSellers2016));
        Assert.Equal(EmbeddedText.Read(FirstRisk), RiskPolicies.File.Write(RiskPolicies.FoodSellers2016Version1));
    }
}
