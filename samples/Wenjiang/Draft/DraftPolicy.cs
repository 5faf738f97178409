using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;
using NodaTime;

namespace Wenjiang.Draft;

/// <summary>A draft that a district might discuss: smaller canteens of kindergartens and schools become tier B.</summary>
internal static class DraftPolicy
{
    private static readonly Citation Basis = Citation.Illustrative(("本示例拟定的修订草案", "a draft made up for this sample"));

    /// <summary>The draft of a policy; null when the policy has not the rules that the draft changes.</summary>
    public static GradingPolicy<Tier>? FindFor(GradingPolicy<Tier> policy)
    {
        if (!policy.Rules.Any(rule => rule.Id == "kindergarten-300") || !policy.Rules.Any(rule => rule.Id == "school-500"))
        {
            return null;
        }

        return policy.Draft($"{policy.Version}-draft")
            .InForce(new LocalDate(2027, 1, 1))
            .BasedOn(Basis)
            .Without("kindergarten-300")
            .Rule("kindergarten-200", Tier.B, BusinessFacts.Type.Is(BusinessType.KindergartenCanteen) & BusinessFacts.DinersPerMeal >= 200,
                ("托幼食堂用餐200人以上", "kindergarten canteens of 200 diners and more"))
            .Without("school-500")
            .Rule("school-400", Tier.B, BusinessFacts.Type.Is(BusinessType.SchoolCanteen) & BusinessFacts.DinersPerMeal >= 400,
                ("学校食堂用餐400人以上", "school canteens of 400 diners and more"))
            .Build();
    }
}
