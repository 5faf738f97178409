using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Grading.Files;

public class BuiltInPolicyFileTests
{
    private const string Tiers = "Grading.Policies.guarantee-tier.2022.1.json";
    private const string Risk = "Grading.Policies.food-seller-risk.2016.1.json";

    [Fact]
    public void Read_EmbeddedFile_EqualsTheDefinitionInCode()
    {
        PolicyAssert.Same(TierPolicies.SizeAndDiners2022, TierPolicies.File.Read(EmbeddedText.Read(Tiers)));
        PolicyAssert.Same(RiskPolicies.FoodSellers2016, RiskPolicies.File.Read(EmbeddedText.Read(Risk)));
    }

    [Fact]
    public void Write_BuiltInPolicy_GivesTheEmbeddedFile()
    {
        Assert.Equal(EmbeddedText.Read(Tiers), TierPolicies.File.Write(TierPolicies.SizeAndDiners2022));
        Assert.Equal(EmbeddedText.Read(Risk), RiskPolicies.File.Write(RiskPolicies.FoodSellers2016));
    }
}
