using System.Net;
using System.Text;
using System.Text.Json;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore.Tests;

/// <summary>Every act is asked for what it touches, whoever sends it; what is refused is told by its place, and nothing is done.</summary>
public class ActJurisdictionTests
{
    private const string Address = "/districts/510115/acts";

    private static readonly Type[] Kinds = [.. typeof(Act).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Act)))];

    /// <summary>What the lines of journals name that is not the library's.</summary>
    private static readonly DistrictSettings Settings = new(WorkingCalendar.China)
    {
        Schema = BusinessFacts.Schema.With(
            new ChoiceFact<Tier>("stated-tier", ("给定等级", "stated tier")), new NumberFact("seats", ("座位数", "seats"), ("个", "seats"), maximum: 5000),
            new NumberFact("happened", ("近期事项数", "happened lately"), ("件", "acts"), maximum: 100_000) { IsFixed = true },
            new NumberFact("place-in-town", ("镇内位次", "place in town"), ("位", "place"), maximum: 100_000) { IsFixed = true }),
        Conditions = [Condition.Custom("by-the-wharf", ("临近码头", "by the wharf"), _ => false)],
    };

    [Fact]
    public void Acts_OfEverySort_SayOverWhatTheyAsk() =>
        Assert.Empty(Kinds.Where(kind => !ActSubjects.Knows(kind)).Select(kind => $"Nobody said over what {kind.Name} asks for jurisdiction: see {nameof(ActSubjects)}."));

    [Fact]
    public void Things_OfWhichActsCanBeVoided_SayOverWhatIsAsked()
    {
        var stamp = new Stamp("p", Platform.Today, Instant.FromUtc(2026, 9, 7, 1, 0));
        var refused = Assert.Throws<ActsRefusedException>(() => new District(Settings).Apply(stamp, new ActVoided(new Thing("unheard-of", "1"), new ActPlace(1, 0), "mistaken")));
        var kinds = refused.Refusals.Single().Allowed.English.Split(", ");
        Assert.Contains("rectification", kinds);
        Assert.Empty(kinds.Where(kind => !ActSubjects.Knows(kind)).Select(kind => $"Nobody said over what is asked when an act on '{kind}' is voided."));
    }

    [Fact]
    public void Acts_OfEveryKindOfAJournal_AreDeniedToWhoHasNoPartInThem()
    {
        var district = new District(Settings);
        var now = Platform.Today.At(new LocalTime(9, 0)).InZoneStrictly(ChinaTime.Zone).ToInstant();
        district.Apply(new Stamp("office", Platform.Today, now), Platform.Founding);
        var format = new EntryFormat(Settings);
        Act[] acts = [.. Lines().Select(line => format.ReadAct(Encoding.UTF8.GetBytes(line)))];
        Assert.Empty(Kinds.Except(acts.Select(act => act.GetType()).Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)).Select(kind => $"No line of '{kind.Name}'."));

        // Who holds no post, whoever has one elsewhere, and whoever is unknown.
        foreach (var cadre in new CadreId[] { new("zhao"), new("nobody") })
        {
            Assert.All(acts, act =>
            {
                var refusal = JurisdictionResource.OfAct(Platform.Code, act).FindRefusal(district, cadre, JurisdictionAccess.Act, Platform.Today);
                Assert.True(refusal is not null, $"{cadre} may do {act}");
                Assert.Contains(act.Kind, refusal.Text.English, StringComparison.Ordinal);
                Assert.Contains(act.Kind, refusal.Text.Chinese, StringComparison.Ordinal);
            });
        }

        // A post in all of the district allows what is an affair of the whole, and nothing that is a business's.
        string[] whole = [.. acts.Where(act => JurisdictionResource.OfAct(Platform.Code, act).FindRefusal(district, new("li"), JurisdictionAccess.Act, Platform.Today) is null).Select(act => act.Kind).Distinct()];
        Assert.Superset(new HashSet<string> { "tier-policy-laid-down", "post-given", "areas-changed", "tier-appeal-decided", "commitment-signed", "day-began" }, whole.ToHashSet());
        Assert.Empty(whole.Intersect(["facts-stated", "inspection-planned", "rectification", "finding-recorded", "stop", "record-made", "businesses-opened"]));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Unit_IsRefusedAsAWhole_WithEveryActByItsPlace_AndTellsNothingOfWhatIsAnothers(DatabaseKind on)
    {
        await using var platform = await StartAsync(on);
        await platform.FindAsync(new(20260000009), new(20260000001), InspectionSubject.OfBusiness(Platform.Elsewhere));
        var before = await VersionAsync(platform);
        var refused = await PostAsync(platform.Client("zhang", "en"), "r-1",
            """{"kind":"business-renamed","business":"510115-0001","name":"柳城实验小学食堂"}""",
            """{"kind":"business-renamed","business":"510115-0002","name":"公平"}""",
            """{"kind":"rectification","id":20260000001,"step":"claim"}""",
            """{"kind":"post-given","cadre":"zhang","title":"区长","area":"510115","term":{"from":"2026-09-07"}}""");
        var problem = await ProblemTests.AssertProblem(refused, 403, "acts-forbidden");
        var refusals = problem.GetProperty("refusals").EnumerateArray().ToArray();
        Assert.Equal([1, 2, 3], refusals.Select(refusal => refusal.GetProperty("place").GetInt32()));
        Assert.Equal("Cadre zhang may not do act 'business-renamed' (business 510115-0002) on 2026-09-07: it concerns business 510115-0002.", refusals[0].GetProperty("text").GetString());
        Assert.Equal("Cadre zhang may not do act 'rectification' (rectification 20260000001) on 2026-09-07.", refusals[1].GetProperty("text").GetString());
        Assert.Contains("the affairs of the whole district", refusals[2].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("Seeing area 510115001 and all in it, acting on its own affairs and on the businesses for which zhang answers.", refusals[0].GetProperty("allowed").GetString());
        Assert.StartsWith("Act 2: ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        // In the other language, also where the district itself would refuse another of the acts.
        problem = await ProblemTests.AssertProblem(
            await PostAsync(platform.Client("zhang"), "r-2", """{"kind":"facts-corrected","business":"510115-0001","facts":{"diners-per-meal":9},"mistake":{"entry":99,"number":0},"reason":"x"}""",
                """{"kind":"business-renamed","business":"510115-0404","name":"公平"}"""), 403, "acts-forbidden");
        Assert.StartsWith("第 2 项：干部 zhang 在 2026-09-07 无权办理事项“business-renamed”（business 510115-0404）：涉及主体 510115-0404。", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, problem.GetProperty("refusals").GetArrayLength());
        Assert.Equal(before, await VersionAsync(platform));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_IsAskedForOnTheDistrictAfterThoseBeforeIt(DatabaseKind on)
    {
        await using var platform = await StartAsync(on);
        const string Found = """{"kind":"finding-recorded","finding":"20260000009","subject":{"business":"510115-0001"},"source":"complaint","severity":"general","description":"地面积水"}""";
        const string Report = """{"kind":"rectification","id":20260000001,"step":"report","finding":"20260000009","severity":"general","business":"510115-0001"}""";
        await ProblemTests.AssertProblem(await PostAsync(platform.Client("zhang"), "r-1", Report), 403, "acts-forbidden");
        await AssertOk(await PostAsync(platform.Client("zhang"), "r-2", Found, Report, """{"kind":"rectification","id":20260000001,"step":"claim"}"""));
        await ProblemTests.AssertProblem(await PostAsync(platform.Client("zhao"), "r-3", """{"kind":"act-voided","about":{"kind":"rectification","id":"20260000001"},"place":{"entry":2,"number":2},"reason":"x"}"""), 403, "acts-forbidden");

        // What is a cadre's own, he does himself; what is the district's, whoever has a post in all of it.
        const string Delegated = """{"kind":"delegation-made","id":1,"cadre":"zhang","substitute":"zhao","term":{"from":"2026-09-07","until":"2026-09-09"},"reason":"休假"}""";
        await ProblemTests.AssertProblem(await PostAsync(platform.Client("zhao"), "r-4", Delegated), 403, "acts-forbidden");
        await AssertOk(await PostAsync(platform.Client("zhang"), "r-5", Delegated));
        await AssertOk(await PostAsync(platform.Client("zhao"), "r-6", """{"kind":"business-renamed","business":"510115-0001","name":"柳城实验小学食堂"}"""));
        await AssertOk(await PostAsync(platform.Client("li"), "r-7", """{"kind":"cadre-joined","cadre":"qian"}"""));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task District_IsBegunByItsOfficeAlone_WhichActsAndSeesWithoutAPost(DatabaseKind on)
    {
        await using var platform = await StartAsync(on);
        const string Elsewhere = "/districts/510116/acts";
        const string Areas = """{"kind":"areas-laid-down","areas":[{"code":"510116","name":"双流区"}],"source":{"title":{"zh":"统计用区划代码","en":"division list"},"standing":"unconfirmed"}}""";
        foreach (var stranger in new[] { platform.Client("zhang"), platform.Client("li") })
        {
            await ProblemTests.AssertProblem(await PostAsync(stranger, "s-1", Areas, Elsewhere), 403, "acts-forbidden");
            await ProblemTests.AssertProblem(await stranger.SendAsync(HttpMethod.Post, Elsewhere, """{"acts":[]}""", "s-2"), 403, "acts-forbidden");
        }

        await ProblemTests.AssertProblem(await PostAsync(platform.Office(), "s-1", Areas, Elsewhere), 403, "not-a-cadre");
        await ProblemTests.AssertProblem(await PostAsync(platform.Client("li,zhang"), "s-1", Areas, Elsewhere), 403, "not-a-cadre");
        await using (var context = await platform.App.Services.GetRequiredService<IDbContextFactory<FoodSafetyContext>>().CreateDbContextAsync(Platform.Ct))
        {
            Assert.Equal([Platform.Code], await context.Districts.Select(row => row.Code).ToListAsync(Platform.Ct));
        }

        var begun = await AssertOk(await PostAsync(platform.Office("510116"), "s-1", Areas, Elsewhere));
        Assert.Equal("clerk-510116", begun.GetProperty("entry").GetProperty("by").GetString());
        await AssertOk(await PostAsync(platform.Office("510116"), "s-2", """{"kind":"cadre-joined","cadre":"sun"}""", Elsewhere));
        await AssertOk(await platform.Office("510116").GetAsync("/districts/510116/due", Platform.Ct));
        await ProblemTests.AssertProblem(await platform.Office("510116").GetAsync("/districts/510116/businesses/none", Platform.Ct), 404, "business-not-found");
        await ProblemTests.AssertProblem(await platform.Office("510116").GetAsync("/districts/510115/due", Platform.Ct), 403, "not-a-cadre");
        // Who has a part elsewhere is told the same of a district as of one that there is not.
        var there = await ProblemTests.AssertProblem(await platform.Client("zhang").GetAsync("/districts/510116/due", Platform.Ct), 403, "no-jurisdiction");
        var nowhere = await ProblemTests.AssertProblem(await platform.Client("zhang").GetAsync("/districts/510199/due", Platform.Ct), 403, "no-jurisdiction");
        Assert.Equal(there.GetProperty("detail").GetString()!.Replace("510116", "510199", StringComparison.Ordinal), nowhere.GetProperty("detail").GetString());
        Assert.Equal(there.GetProperty("refusals")[0].GetProperty("allowed").GetString(), nowhere.GetProperty("refusals")[0].GetProperty("allowed").GetString());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Request_OfAnother_IsNotAnsweredWithHisResult(DatabaseKind on)
    {
        await using var platform = await StartAsync(on);
        const string Renamed = """{"kind":"business-renamed","business":"510115-0001","name":"柳城实验小学食堂"}""";
        await AssertOk(await PostAsync(platform.Client("zhang"), "r-1", Renamed));
        await AssertOk(await PostAsync(platform.Client("zhang"), "r-1", Renamed));
        await ProblemTests.AssertProblem(await PostAsync(platform.Client("zhao"), "r-1", Renamed), 409, "request-reused");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Day_OnWhichNothingTurned_IsAnsweredAlikeHoweverOftenItIsSent_AndKeepsNoRequest(DatabaseKind on)
    {
        await using var platform = await StartAsync(on);
        var before = await VersionAsync(platform);
        for (var time = 0; time < 3; time++)
        {
            var idle = await AssertOk(await PostAsync(platform.Office(), "day-2026-09-07", """{"kind":"day-began"}"""));
            Assert.Equal(JsonValueKind.Null, idle.GetProperty("entry").ValueKind);
            Assert.Equal(0, idle.GetProperty("consequences").GetProperty("moves").GetArrayLength());
        }

        Assert.Equal(before, await VersionAsync(platform));
        // Where the clock went on so far that somebody has to say that it is right, the day is kept, once.
        platform.Clock.Advance(Duration.FromDays(41));
        var kept = await AssertOk(await PostAsync(platform.Office(), "day-2026-10-18", """{"kind":"day-began"}"""));
        Assert.Equal(before + 1, kept.GetProperty("entry").GetProperty("number").GetInt64());
        Assert.Equal(before + 1, (await AssertOk(await PostAsync(platform.Office(), "day-2026-10-18", """{"kind":"day-began"}"""))).GetProperty("entry").GetProperty("number").GetInt64());
        Assert.Equal(before + 1, await VersionAsync(platform));
        await ProblemTests.AssertProblem(await platform.Office().SendAsync(HttpMethod.Post, Address, """{"acts":[]}""", "none"), 409, "acts-refused");
    }

    private static IEnumerable<string> Lines()
    {
        using var lines = new StreamReader(typeof(ActJurisdictionTests).Assembly.GetManifestResourceStream("kinds.jsonl")!);
        while (lines.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string key, params string[] acts) => acts is [var act, ['/', ..] address]
        ? client.SendAsync(HttpMethod.Post, address, $$"""{"acts":[{{act}}]}""", key)
        : client.SendAsync(HttpMethod.Post, Address, $$"""{"acts":[{{string.Join(',', acts)}}]}""", key);

    private static async Task<JsonElement> AssertOk(HttpResponseMessage response)
    {
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Platform.Ct)}");
        return await response.JsonAsync();
    }

    private static Task<long> VersionAsync(Platform platform) => platform.Store.ReadAsync(Platform.Code, district => district.Version, Platform.Ct);

    private static async Task<Platform> StartAsync(DatabaseKind on)
    {
        var platform = await Platform.StartAsync(on: on, map: app => app.MapFoodSafety());
        await platform.FoundAsync();
        return platform;
    }
}
