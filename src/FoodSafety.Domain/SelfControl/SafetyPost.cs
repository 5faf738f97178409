using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A key food-safety post of a business (食品安全关键岗位).</summary>
/// <remarks>
/// The main person in charge answers overall, director and officer by level. Zero, the default, is no post.
/// </remarks>
public enum SafetyPost : byte
{
    /// <summary>The main person in charge (主要负责人): legal representative, manager, headmaster.</summary>
    [BilingualName("主要负责人", "main person in charge")]
    MainPerson = 1,

    /// <summary>The food-safety director (食品安全总监), in Wenjiang the "blue vest" (蓝马甲).</summary>
    [BilingualName("食品安全总监", "food-safety director")]
    Director = 2,

    /// <summary>The food-safety officer (食品安全员), in Wenjiang the "red armband" (红袖标).</summary>
    [BilingualName("食品安全员", "food-safety officer")]
    Officer = 3,
}

/// <summary>Which posts manage food safety day by day.</summary>
internal static class SafetyPosts
{
    /// <summary>True for those who manage food safety day by day (食品安全管理人员), false for the main person in charge, who answers for them.</summary>
    internal static bool IsManager(this SafetyPost post) => post switch
    {
        SafetyPost.Director or SafetyPost.Officer => true,
        SafetyPost.MainPerson => false,
    };
}

/// <summary>Whose person holds a post at a business (任职单位): that of the business, or that of the unit whose canteen it runs.</summary>
/// <remarks>
/// A contractor's canteen may need two directors, one of the contractor and one of the school: the "double director" (双总监).
/// Zero, the default, is neither.
/// </remarks>
public enum PostEmployer : byte
{
    /// <summary>The business itself, which holds the licence (经营者).</summary>
    [BilingualName("经营者", "the business")]
    Business = 1,

    /// <summary>The school or kindergarten that contracted its canteen out (发包的学校、幼儿园).</summary>
    [BilingualName("发包单位", "the contracting unit")]
    ContractingUnit = 2,
}

/// <summary>What the rules ask of whoever holds a post (任职要求): numbers and days beside their sources.</summary>
public static class PostDuties
{
    /// <summary>The hours of training that a director or officer needs in a calendar year (每年培训学时).</summary>
    public const decimal TrainingHoursPerYear = 40;

    /// <summary>Where the hours come from: both rules of 2025; whether the text of 2022 had them is not certain.</summary>
    public static Citation TrainingBasis { get; } = SelfControlSources.Order97();

    /// <summary>The first day on which a director who is appointed must be of the management (企业管理层).</summary>
    public static LocalDate DirectorFromManagementSince { get; } = StaffingRules.Rules2025From;

    /// <summary>Where it comes from that a director is of the management.</summary>
    public static Citation ManagementBasis { get; } = SelfControlSources.Management2025;
}
