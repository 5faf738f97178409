using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A rule that says which businesses must fill a post, and since when (配备规则).</summary>
/// <param name="Id">The stable key: lower-case words joined by hyphens.</param>
/// <param name="Required">The post.</param>
/// <param name="When">The condition on the facts of the business.</param>
/// <param name="InForce">The days on which the rule is in force.</param>
/// <param name="Reason">Which businesses these are, as people read it: "school canteens of 500 diners and more".</param>
/// <param name="Basis">Where the rule comes from.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StaffingRule(
    string Id, RequiredPost Required, Condition When, Term InForce, BilingualText Reason, Citation Basis)
{
    /// <summary>Which businesses these are, as people read it: "school canteens of 500 diners and more".</summary>
    public BilingualText Reason { get; init => field = TextRule.Note.CheckAny(value, nameof(Reason)); } = TextRule.Note.CheckAny(Reason, nameof(Reason));

    /// <summary>The stable key: lower-case words joined by hyphens.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>Where the limits come from that the rule itself leaves to another text, as what "large" is; null when it has its own.</summary>
    public Citation? LimitBasis { get; init; }

    /// <summary>The tiers in which the rule applies, beside its condition; empty when the tier does not matter.</summary>
    public ItemList<Tier> Tiers { get; init; }

    /// <summary>True when the rule or its limits rest on no official text or government notice (示意).</summary>
    public bool IsIllustrative => Basis.IsIllustrative || LimitBasis is { IsIllustrative: true };

    /// <summary>Whether the rule applies to a business, on the days on which it is in force.</summary>
    /// <param name="business">The facts of the business.</param>
    /// <param name="tier">Its tier; null when it has none or none is known.</param>
    public bool AppliesTo(IFactSource business, Tier? tier = null) => (Tiers.IsEmpty || (tier is { } known && Tiers.Contains(known))) && When.Holds(business);

    /// <summary>Key, post and reason, for logs and the debugger.</summary>
    public override string ToString() => $"{Id}: {Required.Text.English}, {Reason.English}";
}

/// <summary>What a large or medium food business is (大中型企业), by the statistical size standard of 2017.</summary>
/// <remarks>Staff and revenue must both reach the limit of a medium business; one that fails either is of the class below.</remarks>
public static class SizeStandard
{
    /// <summary>Where the limits come from.</summary>
    public static Citation Basis { get; } = new(
        ("统计上大中小微型企业划分办法（2017）（国统字〔2017〕213号）", "Statistical size standard of enterprises (2017), document 213 of the National Bureau of Statistics"),
        SourceStanding.OfficialText, url: new Uri("https://www.stats.gov.cn/sj/tjbz/gjtjbz/202302/t20230213_1902763.html"));

    /// <summary>Makers of food and of additives (食品生产): 300 staff and 20 million yuan.</summary>
    public static Condition LargeOrMediumMaker { get; } = Reaches(300, 20_000_000)
        & BusinessFacts.Type.Is(BusinessType.FoodManufacturer, BusinessType.SpecialFoodManufacturer, BusinessType.FoodAdditiveManufacturer);

    /// <summary>Wholesalers with 20 staff and 50 million yuan; retailers with 50 staff and 5 million yuan (食品销售).</summary>
    public static Condition LargeOrMediumSeller { get; } =
        (Reaches(20, 50_000_000) & BusinessFacts.Type.Is(BusinessType.Wholesaler))
        | (Reaches(50, 5_000_000) & BusinessFacts.Type.Is(BusinessType.Retailer, BusinessType.Supermarket, BusinessType.SpecialFoodSeller));

    /// <summary>Restaurants, central kitchens and collective meal delivery units (餐饮服务): 100 staff and 20 million yuan.</summary>
    public static Condition LargeOrMediumCaterer { get; } = Reaches(100, 20_000_000)
        & BusinessFacts.Type.Is(BusinessType.Restaurant, BusinessType.CentralKitchen, BusinessType.CollectiveMealDelivery);

    private static Condition Reaches(decimal staff, decimal yuan) => BusinessFacts.Employees >= staff & BusinessFacts.AnnualRevenue >= yuan;
}

/// <summary>A post that one business must fill on a day, with every rule that requires it (配备要求).</summary>
/// <param name="Required">The post.</param>
/// <param name="Rules">The rules, in the order of the timeline; at least one.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StaffingRequirement(RequiredPost Required, ItemList<StaffingRule> Rules)
{
    /// <summary>The post and the reasons, as people read them.</summary>
    public BilingualText Text => (
        $"须配备{Required.Text.Chinese}：{string.Join("；", Rules.Select(rule => $"{rule.Reason.Chinese}（{rule.Basis.Text.Chinese}）"))}",
        $"needs a {Required.Text.English}: {string.Join("; ", Rules.Select(rule => $"{rule.Reason.English} ({rule.Basis.Text.English})"))}");

    /// <summary>The requirement in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>A post that must be filled at a business, and by whose person (应配备岗位).</summary>
/// <remarks>The default value is no post.</remarks>
/// <param name="Post">The post.</param>
/// <param name="Employer">Whose person must hold it; that of the business itself unless stated.</param>
public readonly record struct RequiredPost(SafetyPost Post, PostEmployer Employer = PostEmployer.Business)
{
    /// <summary>A director of the business itself (食品安全总监).</summary>
    public static RequiredPost Director { get; } = new(SafetyPost.Director);

    /// <summary>An officer of the business itself (食品安全员).</summary>
    public static RequiredPost Officer { get; } = new(SafetyPost.Officer);

    /// <summary>The second of two directors: that of the school or kindergarten that contracted its canteen out (发包学校、幼儿园的总监).</summary>
    public static RequiredPost SecondDirector { get; } = new(SafetyPost.Director, PostEmployer.ContractingUnit);

    /// <summary>The post as people read it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no post.</exception>
    public BilingualText Text => Employer.Named() switch
    {
        PostEmployer.Business => Post.Name(),
        PostEmployer.ContractingUnit => ($"{Employer.Name().Chinese}{Post.Name().Chinese}", $"{Post.Name().English} of {Employer.Name().English}"),
    };
}
