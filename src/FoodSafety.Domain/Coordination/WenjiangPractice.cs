using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Coordination;

/// <summary>The press report in which Wenjiang District tells how it works.</summary>
internal static class WenjiangPractice
{
    public static Citation Of(BilingualText practice) => new(
        ($"成都市温江区做法：{practice.Chinese}（中国质量新闻网 2022-12-22）", $"practice of Wenjiang: {practice.English} (China Quality News, 2022-12-22)"),
        SourceStanding.PressReport);
}
