using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>What holds of every code, name, receipt and note of this folder.</summary>
internal static class Codes
{
    public static (string Code, BilingualText Name) Check(string code, BilingualText name) =>
        (TextRule.Key.Check(code), TextRule.Name.Check(name));

    /// <summary>A receipt in one line, which may be empty and is never null.</summary>
    public static string CheckReceipt(string receipt, string parameter)
    {
        ArgumentNullException.ThrowIfNull(receipt, parameter);
        return TextRule.Name.CheckAny(receipt, parameter);
    }

    /// <summary>A note, which may be empty and is never null.</summary>
    public static string CheckNote(string note, string parameter)
    {
        ArgumentNullException.ThrowIfNull(note, parameter);
        return TextRule.Note.CheckAny(note, parameter);
    }
}
