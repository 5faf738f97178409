namespace FoodSafety.Domain.SelfControl;

/// <summary>A key food-safety post of a business (食品安全关键岗位).</summary>
/// <remarks>
/// The main person in charge answers overall, director and officer by level. Zero, the default, is no post. Names are in
/// <see cref="SafetyPosts"/>.
/// </remarks>
public enum SafetyPost : byte
{
    /// <summary>The main person in charge (主要负责人): legal representative, manager, headmaster.</summary>
    MainPerson = 1,

    /// <summary>The food-safety director (食品安全总监), in Wenjiang the "blue vest" (蓝马甲).</summary>
    Director = 2,

    /// <summary>The food-safety officer (食品安全员), in Wenjiang the "red armband" (红袖标).</summary>
    Officer = 3,
}
