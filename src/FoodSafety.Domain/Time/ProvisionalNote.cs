using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Time;

/// <summary>What stands behind everything that rests on days no notice has confirmed (暂定说明).</summary>
internal static class ProvisionalNote
{
    /// <summary>The note in brackets, to be put behind what it is about; empty where nothing is provisional.</summary>
    public static BilingualText Of(Citation? by) => by is null
        ? default(BilingualText)
        : new BilingualText($"（{Sentence(by).Chinese}）", $" ({Sentence(by).English})");

    /// <summary>The note by itself.</summary>
    public static BilingualText Sentence(Citation by) => (
        $"暂定：放假安排尚未公布，依{by.Text.Chinese}推算",
        $"provisional: no holiday notice is known yet; computed by {by.Text.English}");
}
