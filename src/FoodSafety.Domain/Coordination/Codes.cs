using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>What holds of every code and name of this folder.</summary>
internal static class Codes
{
    public static (string Code, BilingualText Name) Check(string code, BilingualText name)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (!BusinessId.IsValid(code))
        {
            throw new ArgumentException($"'{code}' is not a code. Allowed: 1 to {BusinessId.MaxLength} characters without white space.", nameof(code));
        }

        return name.IsEmpty ? throw new ArgumentException($"'{code}' has no name.", nameof(name)) : (code, name);
    }
}
