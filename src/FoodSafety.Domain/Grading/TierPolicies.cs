using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Grading;

/// <summary>Built-in policies of the tiers (内置包保分级标准).</summary>
public static class TierPolicies
{
    /// <summary>Reads and writes files of tier policies (包保分级标准文件) over the standard facts; with other facts, make a <see cref="PolicyFile{TGrade}"/>.</summary>
    public static PolicyFile<Tier> File { get; } = new(Tiers.Scale, BusinessFacts.Schema.Facts);

    /// <summary>
    /// The tiers of guaranteed businesses by enterprise size and diners (包保分级，按企业规模与用餐人数). Illustrative throughout: the
    /// national text of the thresholds was not found.
    /// </summary>
    /// <remarks>
    /// Makers, wholesalers, retailers and restaurants by the national size standard (large A, medium B, small C, micro D);
    /// canteens by diners; central kitchens, collective delivery, special-food makers and chain headquarters at least B;
    /// workshops, small caterers and stalls D. More staff, revenue, diners or floor area never gives a milder tier. Whoever
    /// states neither gets D as well, for a tier is no judgement of a business but says who answers for it, and nobody may be
    /// without: the cadre who is nearest finds out the rest.
    /// </remarks>
    public static GradingPolicy<Tier> SizeAndDiners2022 { get; } = File.Read(EmbeddedText.Read("Grading.Policies.guarantee-tier.2022.1.json"));
}
