using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

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

/// <summary>The press report in which Wenjiang District tells how it works.</summary>
internal static class WenjiangPractice
{
    public static Citation Of(BilingualText practice) => new(
        ($"成都市温江区做法：{practice.Chinese}（中国质量新闻网 2022-12-22）", $"practice of Wenjiang: {practice.English} (China Quality News, 2022-12-22)"),
        SourceStanding.PressReport);
}
