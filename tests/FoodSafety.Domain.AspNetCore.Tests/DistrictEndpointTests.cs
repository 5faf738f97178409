using System.Net;
using System.Text.Json;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FoodSafety.Domain.AspNetCore.Tests;

/// <summary>The endpoints that are ready to be mapped, over the wire: what is answered is what the district says.</summary>
public class DistrictEndpointTests
{
    private const string Renamed = """{"acts":[{"kind":"business-renamed","business":"510115-0001","name":"柳城实验小学食堂"}]}""";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Acts_AreTaken_OfWhoMay_OnceForEachKey_AndSayWhatFollows(DatabaseKind on)
    {
        await using var database = new TestDatabase(on);
        await using var platform = await StartAsync(database: database);
        var facts = """{"on":"2026-09-07","acts":[{"kind":"facts-stated","business":"510115-0001","facts":{"diners-per-meal":512}}]}""";
        var anonymous = await platform.Client().SendAsync(HttpMethod.Post, "/districts/510115/acts", facts, "r-1");
        await ProblemTests.AssertProblem(anonymous, 401, "not-signed-in");
        Assert.Equal("header", anonymous.Headers.WwwAuthenticate.ToString());
        await ProblemTests.AssertProblem(await platform.Client("zhao").SendAsync(HttpMethod.Post, "/districts/510115/acts", facts, "r-1"), 403, "acts-forbidden");
        var response = await platform.Client("zhang").SendAsync(HttpMethod.Post, "/districts/510115/acts", facts, "r-1");
        var text = await response.Content.ReadAsStringAsync(Platform.Ct);
        Assert.True(response.IsSuccessStatusCode, text);
        var result = await response.JsonAsync();
        var consequences = result.GetProperty("consequences");
        var move = consequences.GetProperty("moves")[0];
        Assert.Equal(("tier", "510115-0001", "c", "b"), (
            move.GetProperty("grading").GetString(), move.GetProperty("business").GetString(), move.GetProperty("from").GetProperty("grade").GetString(), move.GetProperty("to").GetProperty("grade").GetString()));
        Assert.NotEqual(0, consequences.GetProperty("followUps").GetArrayLength());
        Assert.Contains("重", text, StringComparison.Ordinal);

        // The entry over the wire is the entry of the journal.
        var format = platform.App.Services.GetRequiredService<EntryFormat>();
        var kept = await platform.Store.EntriesAsync(Platform.Code, 1, Platform.Ct).SingleAsync(Platform.Ct);
        Assert.Equal(kept, format.Read(System.Text.Encoding.UTF8.GetBytes(result.GetProperty("entry").GetRawText())));
        Assert.Equal(("zhang", null, "facts-stated"), (kept.Stamp.By, kept.Stamp.EnteredBy, Assert.Single(kept.Acts).Kind is { } kind && kind.StartsWith("facts", StringComparison.Ordinal) ? "facts-stated" : ""));

        // Asked again it answers the same to the letter, also after what came later, and of a platform that was started again and has read past it.
        Assert.False(response.Headers.Contains("Idempotent-Replayed"));
        await AssertSame(platform);
        await using (var again = await Platform.StartAsync(database: database, map: app => app.MapFoodSafety()))
        {
            await AssertSame(again);
        }

        await platform.ActAsync("later", new BusinessRenamed(Platform.Canteen, "小学食堂"));
        await AssertSame(platform);
        await using (var again = await Platform.StartAsync(database: database, map: app => app.MapFoodSafety()))
        {
            Assert.Equal(3, await again.Store.ReadAsync(Platform.Code, district => district.Version, Platform.Ct));
            await AssertSame(again);
        }

        await ProblemTests.AssertProblem(await platform.Client("zhang").SendAsync(HttpMethod.Post, "/districts/510115/acts", Renamed, "r-1"), 409, "request-reused");
        await ProblemTests.AssertProblem(await platform.Client("zhang").SendAsync(HttpMethod.Post, "/districts/510115/acts", Renamed), 422, "request-not-valid");
        await ProblemTests.AssertProblem(await platform.Client("zhang").SendAsync(HttpMethod.Post, "/districts/510115/acts", """{"acts":[]}""", "r-2"), 409, "acts-refused");

        // Who types what another did is kept beside him.
        var typed = await platform.Client("zhang").SendAsync(HttpMethod.Post, "/districts/510115/acts", Renamed.Replace("{\"acts\"", "{\"by\":\"wang\",\"acts\"", StringComparison.Ordinal), "r-3");
        var stamp = (await typed.JsonAsync()).GetProperty("entry");
        Assert.Contains("\"zhang\"", stamp.GetRawText(), StringComparison.Ordinal);

        async Task AssertSame(Platform asked)
        {
            var answer = await asked.Client("zhang").SendAsync(HttpMethod.Post, "/districts/510115/acts", facts, "r-1");
            Assert.Equal(text, await answer.Content.ReadAsStringAsync(Platform.Ct));
            Assert.Equal((response.StatusCode, response.Content.Headers.ContentType), (answer.StatusCode, answer.Content.Headers.ContentType));
            Assert.Equal(["true"], answer.Headers.GetValues("Idempotent-Replayed"));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Business_AndWhy_AreAnswered(DatabaseKind on)
    {
        await using var platform = await StartAsync(on: on);
        var business = await (await platform.Client("zhang").SendAsync(HttpMethod.Get, "/districts/510115/businesses/510115-0001")).JsonAsync();
        Assert.Equal(("柳城小学食堂", "school-canteen", "c"), (
            business.GetProperty("business").GetProperty("name").GetString(), business.GetProperty("business").GetProperty("type").GetString(), business.GetProperty("tier").GetProperty("grade").GetString()));
        var why = await (await platform.Client("zhang").SendAsync(HttpMethod.Get, "/districts/510115/businesses/510115-0001/why")).JsonAsync();
        Assert.Equal(TierPolicies.SizeAndDiners2022.Id, why.GetProperty("policy").GetProperty("id").GetString());
        Assert.NotEqual(0, why.GetProperty("matched").GetArrayLength());
        await ProblemTests.AssertProblem(await platform.Client("li").SendAsync(HttpMethod.Get, "/districts/510115/businesses/510115-0001?on=2026-09-06"), 404, "business-not-found");
        var due = await (await platform.Client("li").SendAsync(HttpMethod.Get, "/districts/510115/due")).JsonAsync();
        Assert.Equal(JsonValueKind.Array, due.ValueKind);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Scorecard_ComesAsAskedFor(DatabaseKind on)
    {
        await using var platform = await StartAsync(on: on);
        var day = await platform.Store.DayAsync(Platform.Code, Platform.Today, Platform.Ct);
        var report = ScorecardReport.Of(day, Platform.Wenjiang);
        const string Address = "/districts/510115/scorecards/510115";
        await AssertForm(null, null, "application/json", report.ToJson());
        await AssertForm("*/*", null, "application/json", report.ToJson());
        await AssertForm("text/html,application/xhtml+xml,*/*;q=0.8", "en", "text/html", report.ToHtml(Language.English));
        await AssertForm("text/*", null, "text/html", report.ToHtml(Language.Chinese));
        await AssertForm("text/csv", null, "text/csv", report.ToCsv());
        await AssertForm("text/markdown, text/html;q=0.5", "en", "text/markdown", report.ToMarkdown(Language.English));
        await AssertForm("application/json;q=0.1, text/csv;q=0.2", null, "text/csv", report.ToCsv());
        await ProblemTests.AssertProblem(await platform.Client("li").SendAsync(HttpMethod.Get, Address, accept: "image/png"), 406, "not-acceptable");
        // An area that there is not is no affair of anybody.
        Assert.Equal(HttpStatusCode.Forbidden, (await platform.Client("li").SendAsync(HttpMethod.Get, "/districts/510115/scorecards/110101")).StatusCode);

        async Task AssertForm(string? accept, string? language, string type, string content)
        {
            var response = await platform.Client("li", language).SendAsync(HttpMethod.Get, Address, accept: accept);
            Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
            Assert.Equal([language ?? "zh-CN"], response.Content.Headers.ContentLanguage);
            Assert.Equal(["Accept", "Accept-Language"], response.Headers.Vary);
            Assert.Equal(content, await response.Content.ReadAsStringAsync(Platform.Ct));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Table_ComesAsAskedFor_OfThePeriodAndLevelAskedFor(DatabaseKind on)
    {
        await using var platform = await StartAsync(on: on);
        var day = await platform.Store.DayAsync(Platform.Code, Platform.Today, Platform.Ct);
        const string Address = "/districts/510115/tables/510115";
        var month = StatisticalTable.Of(day, Platform.Wenjiang, Cadence.Month);
        await AssertForm("", null, null, "application/json", month.ToJson());
        await AssertForm("?cadence=month", "text/html", "en", "text/html", month.ToHtml(Language.English));
        await AssertForm("", "text/csv", null, "text/csv", month.ToCsv());
        await AssertForm("", "text/markdown", null, "text/markdown", month.ToMarkdown(Language.Chinese));
        await AssertForm("?cadence=half-year", "text/csv", null, "text/csv", StatisticalTable.Of(day, Platform.Wenjiang, Cadence.HalfYear).ToCsv());
        await AssertForm("?level=village", "text/csv", null, "text/csv", StatisticalTable.Of(day, Platform.Wenjiang, Cadence.Month, level: AreaLevel.Village).ToCsv());
        await ProblemTests.AssertProblem(await platform.Client("li").SendAsync(HttpMethod.Get, Address, accept: "image/png"), 406, "not-acceptable");
        await ProblemTests.AssertProblem(await platform.Client("li").SendAsync(HttpMethod.Get, $"{Address}?cadence=working-day"), 422, "value-not-valid");
        await ProblemTests.AssertProblem(await platform.Client("li").SendAsync(HttpMethod.Get, $"{Address}?level=district"), 422, "value-not-valid");
        Assert.Equal(HttpStatusCode.Forbidden, (await platform.Client("li").SendAsync(HttpMethod.Get, "/districts/510115/tables/110101")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await platform.Client("nobody").SendAsync(HttpMethod.Get, Address)).StatusCode);

        async Task AssertForm(string query, string? accept, string? language, string type, string content)
        {
            var response = await platform.Client("li", language).SendAsync(HttpMethod.Get, Address + query, accept: accept);
            Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(["Accept", "Accept-Language"], response.Headers.Vary);
            Assert.Equal(content, await response.Content.ReadAsStringAsync(Platform.Ct));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Opened_AnybodyMay_AndMustSayWhoActed(DatabaseKind on)
    {
        await using var platform = await Platform.StartAsync(on: on, map: app => app.MapFoodSafety().AllowAnonymous());
        await ProblemTests.AssertProblem(await platform.Client().SendAsync(HttpMethod.Get, "/districts/510115/businesses/510115-0001"), 404, "district-not-found");
        await ProblemTests.AssertProblem(await platform.Client().SendAsync(HttpMethod.Get, "/districts/510115/due"), 404, "district-not-found");
        await platform.FoundAsync();
        await ProblemTests.AssertProblem(await platform.Client().SendAsync(HttpMethod.Post, "/districts/510115/acts", Renamed, "r-1"), 422, "value-not-valid");
        Assert.Equal(HttpStatusCode.OK, (await platform.Client().SendAsync(HttpMethod.Post, "/districts/510115/acts", Renamed.Replace("{\"acts\"", "{\"by\":\"office\",\"acts\"", StringComparison.Ordinal), "r-1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await platform.Client().SendAsync(HttpMethod.Get, "/districts/510115/businesses/510115-0001")).StatusCode);
    }

    [Fact]
    public async Task Texts_StandInBothLanguages_OrInThatOfTheRequest()
    {
        await using var both = await StartAsync();
        Assert.Equal(JsonValueKind.Object, (await WhyAsync(both, null)).ValueKind);
        await using var one = await StartAsync(options => options.HasTextsInOneLanguage = true);
        Assert.Equal("C 级", (await WhyAsync(one, null)).GetString());
        Assert.Equal("tier C", (await WhyAsync(one, "en")).GetString()?.ToLowerInvariant().Replace("tier c", "tier C", StringComparison.Ordinal));

        static async Task<JsonElement> WhyAsync(Platform platform, string? language) =>
            (await (await platform.Client("li", language).SendAsync(HttpMethod.Get, "/districts/510115/businesses/510115-0001/why")).JsonAsync()).GetProperty("outcome");
    }

    [Fact]
    public async Task Document_NamesIdsCodesAndTexts()
    {
        await using var platform = await Platform.StartAsync(
            services: builder => builder.Services.AddOpenApi(options => options.AddFoodSafety()),
            map: app =>
            {
                app.MapOpenApi();
                app.MapFoodSafety().AllowAnonymous();
                app.MapGet("/own", (EnumCode<BusinessType>? type, IsoInstant since) => new Own(new(7), BusinessType.SchoolCanteen, new("C-1"), ("文", "text"), default, default));
            });
        var document = await (await platform.Client().SendAsync(HttpMethod.Get, "/openapi/v1.json")).JsonAsync();
        var parameters = document.GetProperty("paths").GetProperty("/own").GetProperty("get").GetProperty("parameters").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => Schema(document, p.GetProperty("schema")));
        Assert.Contains(parameters["type"].GetProperty("enum").EnumerateArray(), value => value.GetString() == "school-canteen");
        Assert.Equal("date-time", parameters["since"].GetProperty("format").GetString());
        var own = document.GetProperty("components").GetProperty("schemas").GetProperty("Own").GetProperty("properties");
        Assert.Equal("int64", Schema(document, own.GetProperty("inspection")).GetProperty("format").GetString());
        Assert.Contains(Schema(document, own.GetProperty("type")).GetProperty("enum").EnumerateArray(), value => value.GetString() == "school-canteen");
        Assert.Contains("school-canteen: 学校食堂", Schema(document, own.GetProperty("type")).GetProperty("description").GetString(), StringComparison.Ordinal);
        var cadre = Schema(document, own.GetProperty("cadre"));
        Assert.Equal("string", cadre.GetProperty("type").GetString());
        Assert.NotEqual("", cadre.GetProperty("description").GetString());
        Assert.Equal(["chinese", "english"], Schema(document, own.GetProperty("text")).GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal("^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})$", Schema(document, own.GetProperty("area")).GetProperty("pattern").GetString());
        Assert.Equal("array", Schema(document, own.GetProperty("businesses")).GetProperty("type").GetString());
        var posted = document.GetProperty("components").GetProperty("schemas").GetProperty("PostedActs").GetProperty("properties").GetProperty("acts");
        var act = Schema(document, Schema(document, posted).GetProperty("items"));
        Assert.Contains(act.GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray(), kind => kind.GetString() == "facts-stated");
        Assert.True(document.GetProperty("components").GetProperty("schemas").GetProperty("Consequences").GetProperty("properties").TryGetProperty("followUps", out _));
    }

    internal sealed record Own(Inspections.InspectionId Inspection, BusinessType Type, Responsibility.CadreId Cadre, BilingualText Text, Areas.AreaCode Area, ItemList<BusinessId> Businesses);

    private static JsonElement Schema(JsonElement document, JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
        : schema.TryGetProperty("oneOf", out var either) ? Schema(document, either.EnumerateArray().First(one => one.TryGetProperty("$ref", out _))) : schema;

    [Fact]
    public async Task Scorecard_WithAMeasureOfThePlacesOwn_HasItInEveryForm()
    {
        var graded = new ScorecardMeasure("own-graded", ("自定指标", "own measure"), static tally =>
        {
            foreach (var row in tally.Rows)
            {
                tally.Add(row);
            }
        });
        await using var platform = await StartAsync(options => options.Settings = new DistrictSettings(WorkingCalendar.China) { Measures = [graded] });
        var businesses = Scorecard.Of(await platform.Store.DayAsync(Platform.Code, Platform.Today, Platform.Ct))[Platform.Wenjiang][ScorecardMeasure.Businesses];
        const string Address = "/districts/510115/scorecards/510115";

        var counts = (await (await platform.Client("li").SendAsync(HttpMethod.Get, Address)).JsonAsync()).GetProperty("counts");
        Assert.Equal((businesses, businesses), (counts.GetProperty("businesses").GetInt64(), counts.GetProperty("own-graded").GetInt64()));
        foreach (var (type, words) in new[] { ("text/csv", ",own-graded,"), ("text/markdown", "| 自定指标 |"), ("text/html", "<td>自定指标</td>") })
        {
            var response = await platform.Client("li").SendAsync(HttpMethod.Get, Address, accept: type);
            Assert.Contains(words, await response.Content.ReadAsStringAsync(Platform.Ct), StringComparison.Ordinal);
        }
    }

    private static async Task<Platform> StartAsync(Action<FoodSafetyOptions>? configure = null, DatabaseKind on = DatabaseKind.Sqlite, TestDatabase? database = null)
    {
        var platform = await Platform.StartAsync(configure, map: app => app.MapFoodSafety(), on: on, database: database);
        await platform.FoundAsync();
        return platform;
    }
}
