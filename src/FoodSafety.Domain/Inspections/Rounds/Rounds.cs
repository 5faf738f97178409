using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>Rounds that were published (各地首轮全覆盖安排).</summary>
public static class Rounds
{
    /// <summary>Yiyang (Hunan): the businesses verified to 80 % by 9 November 2022, 90 % by the 15th, all by the 20th. It begins on the day of the report.</summary>
    public static Round Yiyang2022 { get; } = new(
        ("益阳市包保主体核实（2022年）", "Verification of the businesses of Yiyang, 2022"),
        new LocalDate(2022, 11, 1),
        [RoundTask.Verification],
        [new(new LocalDate(2022, 11, 9), 0.80m), new(new LocalDate(2022, 11, 15), 0.90m), new(new LocalDate(2022, 11, 20), 1m)],
        new Citation(
            ("益阳市推进“两个责任”工作（公开报道）", "Yiyang's work on the two responsibilities (press report)"),
            SourceStanding.PressReport, url: new Uri("https://shijieshipin.com/news/show-172713.html")));

    /// <summary>Sichuan: all commitments signed, all cadres trained and one full round of visits by 15 December 2022. It begins on the day of the report.</summary>
    public static Round Sichuan2022 { get; } = new(
        ("四川省首轮全覆盖（2022年）", "First full round of Sichuan, 2022"),
        new LocalDate(2022, 11, 24),
        [RoundTask.Commitment, RoundTask.Training, RoundTask.Visit],
        [new(new LocalDate(2022, 12, 15), 1m)],
        new Citation(
            ("四川省落实食品安全“两个责任”（公开报道）", "Sichuan's work on the two responsibilities (press report)"),
            SourceStanding.PressReport, url: new Uri("http://aqsczx.org.cn/show-31686.html")));
}
