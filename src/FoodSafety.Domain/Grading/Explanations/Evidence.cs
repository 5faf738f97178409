using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>One piece of what made a condition hold (判定依据): what was asked, what was found.</summary>
/// <param name="Asked">The simplest condition that was asked: a comparison, a flag, a choice or a custom one.</param>
/// <param name="Holds">Whether it holds. It need not: under "not", what fails is what counts.</param>
/// <param name="Found">The value found, of the fact or of the whole expression; empty for a custom condition.</param>
/// <param name="Parts">The named lines of a score that was compared, with their points.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Evidence(Condition Asked, bool Holds, BilingualText Found, ItemList<EvidencePart> Parts)
{
    /// <summary>The evidence as people read it: <c>每餐用餐人数 800（≥ 500）</c>.</summary>
    public BilingualText Text
    {
        get
        {
            var (mark, not) = Holds ? ("", "") : ("不满足：", "not so: ");
            var text = Asked switch
            {
                Comparison c => new BilingualText(
                    $"{c.Left.Text.Chinese} {Found.Chinese}（{c.Sign} {Exact.Show(c.Limit)}）",
                    $"{c.Left.Text.English} {Found.English} ({c.Sign} {Exact.Show(c.Limit)})"),
                ChoiceIn choice => ($"{choice.Fact.Name.Chinese}：{Found.Chinese}", $"{choice.Fact.Name.English}: {Found.English}"),
                FlagFact flag => ($"{flag.Name.Chinese}：{Found.Chinese}", $"{flag.Name.English}: {Found.English}"),
                _ => Asked.Text,
            };
            return (mark + text.Chinese, not + text.English);
        }
    }
}
