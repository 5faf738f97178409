using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>What holds of every code and name of this folder.</summary>
internal static class Codes
{
    public static (string Code, BilingualText Name) Check(string code, BilingualText name) =>
        (TextRule.Key.Check(code), TextRule.Name.Check(name));
}
