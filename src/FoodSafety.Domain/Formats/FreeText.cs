namespace FoodSafety.Domain.Formats;

/// <summary>What somebody wrote in own words in an act (自由文本). It may say anything, a person's name among it.</summary>
/// <param name="Path">Where it stands in its entry: <c>$.acts[0].reason</c>.</param>
/// <param name="Text">The words.</param>
public sealed record FreeText(string Path, string Text)
{
    /// <summary>What may stand in the place of any: that there were words, and that they were taken out.</summary>
    public const string Blank = "（已隐去 removed）";
}
