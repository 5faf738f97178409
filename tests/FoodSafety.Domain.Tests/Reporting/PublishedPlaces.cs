using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Reporting;

/// <summary>Figures that places published, each with its press item. Only what was stated is here; sums and loads are left to the audit.</summary>
public static class PublishedPlaces
{
    public static PublishedFigures Wenjiang { get; } = new()
    {
        Place = ("成都市温江区", "Wenjiang, Chengdu"), Day = new LocalDate(2022, 12, 22), Source = Press(("中国质量新闻网 2022-12-22", "China Quality News, 22 December 2022")),
        Businesses = 9_709, Cadres = 1_050, Visited = 9_709, VisitedShare = 100m, Found = 1_457, Rectified = 1_457, Directors = 144, Officers = 9_709, OfficerShare = 100m,
    };

    public static PublishedFigures Yibin { get; } = new()
    {
        Place = ("宜宾市", "Yibin"), Source = Press(("宜宾市 2022年10月", "Yibin, October 2022"), "http://fhse.net/index/news/detail.html?id=9646"),
        Businesses = 45_794, TierA = 56, TierB = 627, TierC = 5_226, TierD = 39_885,
    };

    public static PublishedFigures Xianyang { get; } = new()
    {
        Place = ("咸阳市", "Xianyang"), Day = new LocalDate(2023, 3, 29),
        Source = Press(("央广网 2023-03-29", "China National Radio, 29 March 2023"), "https://www.cnr.cn/sazg/sacs/20230329/t20230329_526199222.shtml"),
        Businesses = 39_534, TierA = 56, TierB = 457, TierC = 5_480, TierD = 33_541, Visited = 15_435,
    };

    /// <summary>55,401 surveyed; the tiers are those of the businesses tied so far.</summary>
    public static PublishedFigures Huaihua { get; } = new()
    {
        Place = ("怀化市", "Huaihua"), Source = Press(("怀化市市场监管局 2022年12月", "Huaihua market bureau, December 2022"), "http://yuntuisou.com/news/show-17447.html"),
        Businesses = 55_401, TierA = 78, TierB = 448, TierC = 1_776, TierD = 37_740, Directors = 413,
    };

    /// <summary>Makers and caterers record in different channels.</summary>
    public static PublishedFigures Xiaogan { get; } = new()
    {
        Place = ("孝感市", "Xiaogan"), Day = new LocalDate(2023, 3, 31), Source = Press(("孝感日报 2023年4月", "Xiaogan Daily, April 2023"), "http://m.zhiwu.yzbytv.com/hyxw/2023/0414/11111.html"),
        Businesses = 25_293, Cadres = 4_060, Directors = 1_023, Officers = 2_077, VisitedShare = 99.7m,
        Channels = [new(("食品生产企业", "makers"), 92.03m), new(("餐饮服务单位", "caterers"), 32.10m)],
    };

    public static PublishedFigures Hantai { get; } = new()
    {
        Place = ("汉中市汉台区", "Hantai, Hanzhong"), Source = Press(("汉台区包保报道", "Report of Hantai district")),
        Businesses = 12_944, TierA = 0, TierB = 51, TierC = 1_362, TierD = 11_531, Commitments = 1_357, Visits = StatedCount.MoreThan(3_306),
    };

    public static PublishedFigures Dangtu { get; } = new()
    {
        Place = ("当涂县", "Dangtu"), Source = Press(("中国食品安全报：当涂县", "China Food Safety News: Dangtu"), "http://www.kuoxiong.cn/news/detail/357/27708.html"),
        Businesses = 3_223, TierA = 0, TierB = 48, TierC = 974, TierD = 2_201, CommitmentShare = 100m,
    };

    public static PublishedFigures Jianyang { get; } = new()
    {
        Place = ("成都市简阳市", "Jianyang, Chengdu"), Day = new LocalDate(2025, 3, 13), Source = Press(("简阳市 2025年3月", "Jianyang, March 2025"), "http://www.chinafood365.com/ShowNews/Newsdetail/80952.html"),
        Visited = 2_771, Cadres = 436, Found = 534, Rectified = 534, RectifiedShare = 100m,
    };

    public static PublishedFigures Longjiang { get; } = new()
    {
        Place = ("龙陵县龙江乡", "Longjiang township, Longling"), Source = Press(("龙陵县龙江乡包保报道", "Report of Longjiang township"), "https://www.longling.gov.cn/info/5675/3134599.htm"),
        Businesses = 196, TierA = 0, TierB = 0, TierC = 119, TierD = 77, Cadres = 68, Commitments = 68,
    };

    public static PublishedFigures Baolun { get; } = new()
    {
        Place = ("广元市宝轮镇", "Baolun town, Guangyuan"), Day = new LocalDate(2024, 7, 18), Source = Press(("利州区 2024-07-22", "Lizhou district, 22 July 2024"), "https://lzq.gov.cn/gongkai/show/20240722100752406.html"),
        Businesses = 568, TierA = 0, TierB = 0, TierC = 78, TierD = 490, VisitedShare = 100m, RectifiedShare = 100m,
    };

    /// <summary>119 problems, 153 businesses, and a finding rate of 3.8 %: these cannot all be true.</summary>
    public static PublishedFigures Xinxing { get; } = new()
    {
        Place = ("新兴街道", "Xinxing street"), Day = new LocalDate(2024, 3, 22), Source = Press(("新兴街道2024年第一季度", "Xinxing street, first quarter of 2024"), "https://jianpian.cn/a/12l53869"),
        Visited = 153, Found = 119, FindingShare = 3.8m, RectifiedShare = 100m,
    };

    public static PublishedFigures UnnamedCity { get; } = new()
    {
        Place = ("某市", "a city that is not named"), Source = Press(("食品协调处：季度督导", "Food coordination office: quarterly visits"), "http://haozs.cc/news/zhongguoshipin/370046.html"),
        Businesses = StatedCount.MoreThan(30_000), Cadres = StatedCount.MoreThan(3_500), Directors = StatedCount.About(32_000, 1_000),
    };

    /// <summary>28,248 of 55,000 verified, with three stages to come.</summary>
    public static PublishedFigures Yiyang { get; } = new()
    {
        Place = ("益阳市", "Yiyang"), Day = new LocalDate(2022, 11, 1), Source = Press(("益阳市 2022年11月", "Yiyang, November 2022"), "https://shijieshipin.com/news/show-172713.html"),
        Businesses = 55_000, Tied = 28_248, TiedShare = 51.3m,
        Stages = [new(new(2022, 11, 9), 80), new(new(2022, 11, 15), 90), new(new(2022, 11, 20), 100)],
    };

    public static PublishedFigures Sichuan { get; } = new()
    {
        Place = ("四川省", "Sichuan"), Day = new LocalDate(2022, 11, 24), Source = Press(("四川省市场监管局 2022年11月", "Sichuan market bureau, November 2022"), "http://aqsczx.org.cn/show-31686.html"),
        Businesses = StatedCount.About(785_000, 1_000), Cadres = StatedCount.About(148_000, 1_000),
    };

    public static PublishedFigures Hunan { get; } = new()
    {
        Place = ("湖南省", "Hunan"), Day = new LocalDate(2025, 12, 15), Source = Press(("湖南省 2025年12月", "Hunan, December 2025"), "http://m.2lemai.com/shipinaqcs/843.html"),
        Businesses = StatedCount.About(800_000, 100_000), Cadres = StatedCount.About(80_000, 10_000), Visits = StatedCount.About(3_748_000, 1_000), Found = StatedCount.About(219_000, 1_000),
    };

    /// <summary>Those whose figures agree, as far as they can be checked.</summary>
    public static TheoryData<PublishedFigures, int> Consistent => new()
    {
        { Wenjiang, 7 }, { Yibin, 1 }, { Xianyang, 2 }, { Xiaogan, 4 }, { Hantai, 1 }, { Dangtu, 2 }, { Jianyang, 3 }, { Longjiang, 2 }, { Baolun, 3 }, { Yiyang, 5 },
    };

    private static Citation Press(BilingualText title, string? url = null) => new(title, SourceStanding.PressReport, url: url is null ? null : new Uri(url));
}
