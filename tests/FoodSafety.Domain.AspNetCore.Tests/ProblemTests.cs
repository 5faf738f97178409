using System.Net;
using System.Text.Json;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using Microsoft.AspNetCore.Builder;

namespace FoodSafety.Domain.AspNetCore.Tests;

/// <summary>What is refused is answered with problem details; nothing of the library is an empty 500.</summary>
public class ProblemTests
{
    [Fact]
    public void EveryBilingualError_IsMappedOnPurpose()
    {
        Type[] errors = [.. new[] { typeof(District).Assembly, typeof(DistrictStore).Assembly, typeof(FoodSafetyOptions).Assembly }
            .SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsAssignableTo(typeof(IBilingualError)) && type.IsAssignableTo(typeof(Exception)) && !type.IsAbstract)];
        Assert.True(errors.Length > 20, $"{errors.Length}");
        // One never leaves what reads files.
        Assert.Empty(errors.Except(Problem.Known).Select(type => type.Name).Except(["UnreadablePartException"]));
        Assert.Empty(Problem.Known.Except(errors).Select(type => type.Name));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task RefusedActs_Are409_WithEveryReason(DatabaseKind on)
    {
        await using var platform = await Platform.StartAsync(on: on, map: app => app.MapPost("/rename", (DistrictStore store) => store.ActAsync(Platform.Code, new Request("r"), (_, now) => new UnitOfActs(
            new Stamp("office", Platform.Today, now), new BusinessRenamed(new("B-404"), "店"), new CadreLeft(new("nobody"))), Platform.Ct)));
        await platform.FoundAsync();
        var response = await platform.Client(language: "en").SendAsync(HttpMethod.Post, "/rename");
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var problem = await response.JsonAsync();
        Assert.Equal("acts-refused", problem.GetProperty("code").GetString());
        Assert.Equal("urn:food-safety:acts-refused", problem.GetProperty("type").GetString());
        Assert.Equal("Refused", problem.GetProperty("title").GetString());
        var refusals = problem.GetProperty("refusals").EnumerateArray().ToArray();
        Assert.Equal([0, 1], refusals.Select(refusal => refusal.GetProperty("place").GetInt32()));
        Assert.All(refusals, refusal => Assert.NotEqual("", refusal.GetProperty("code").GetString()));
        Assert.Contains("B-404", refusals[0].GetProperty("text").GetString(), StringComparison.Ordinal);

        var chinese = await (await platform.Client().SendAsync(HttpMethod.Post, "/rename")).JsonAsync();
        Assert.Equal("不予受理", chinese.GetProperty("title").GetString());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task RefusedStep_SaysTheState_TheStep_AndWhatIsAllowed(DatabaseKind on)
    {
        await using var platform = await Platform.StartAsync(on: on, map: app => app.MapPost("/close", (DistrictStore store) => store.ActAsync(Platform.Code, new Request("r"), (_, now) => new UnitOfActs(
            new Stamp("office", Platform.Today, now), new RectificationAct(new RectificationId(20260000001), RectificationStep.Close)), Platform.Ct)));
        await platform.FoundAsync();
        await platform.FindAsync(new(20260000009), new(20260000001), InspectionSubject.OfBusiness(Platform.Canteen));
        var problem = await (await platform.Client(language: "en").SendAsync(HttpMethod.Post, "/close")).JsonAsync();
        var refusal = Assert.Single(problem.GetProperty("refusals").EnumerateArray().ToArray());
        Assert.Equal("step-not-possible", refusal.GetProperty("code").GetString());
        Assert.Equal("reported", refusal.GetProperty("values").GetProperty("state")[0].GetString());
        Assert.Equal("close", refusal.GetProperty("values").GetProperty("step")[0].GetString());
        Assert.NotEqual("", refusal.GetProperty("allowed").GetString());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task UnknownThings_Are404_AndAReusedRequest_Is409(DatabaseKind on)
    {
        await using var platform = await Platform.StartAsync(on: on, map: app =>
        {
            app.MapGet("/business", (DistrictStore store) => store.ReadAsync(Platform.Code, district => district.Businesses.Register[new BusinessId("none")], Platform.Ct));
            app.MapGet("/area", (DistrictStore store) => store.ReadAsync(Platform.Code, district => district.Businesses.Register.Areas[AreaCode.Parse("110101")].Code, Platform.Ct));
            app.MapPost("/act/{name}", (IdempotencyKey key, string name, DistrictStore store) => store.ActAsync(Platform.Code, key, (_, now) => new UnitOfActs(
                new Stamp("office", Platform.Today, now), new BusinessRenamed(Platform.Canteen, name)), Platform.Ct));
        });
        await platform.FoundAsync();
        var client = platform.Client(language: "en");
        await AssertProblem(await client.SendAsync(HttpMethod.Get, "/business"), 404, "business-not-found");
        await AssertProblem(await client.SendAsync(HttpMethod.Get, "/area"), 404, "area-not-found");
        var first = await client.SendAsync(HttpMethod.Post, "/act/a", key: "r-1");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var again = await client.SendAsync(HttpMethod.Post, "/act/a", key: "r-1");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(Platform.Ct), await again.Content.ReadAsStringAsync(Platform.Ct));
        Assert.Equal(2, (await again.JsonAsync()).GetProperty("entry").GetProperty("number").GetInt64());
        await AssertProblem(await client.SendAsync(HttpMethod.Post, "/act/b", key: "r-1"), 409, "request-reused");
    }

    [Fact]
    public async Task FaultsOfTexts_AreToldByField_AndWhatHasNoForm_SaysSo()
    {
        await using var platform = await Platform.StartAsync(map: app =>
        {
            app.MapGet("/text", () => new BusinessId("a b").ToString());
            app.MapGet("/object", (DistrictStore store) => store.ReadAsync<object>(Platform.Code, district => district, Platform.Ct));
            app.MapGet("/own", string () => throw new InvalidOperationException("mine"));
            app.MapPost("/business", (Business business) => business.Name);
            app.MapPost("/acts", (ItemList<Act> acts) => acts.Length);
        });
        var client = platform.Client(language: "en");
        await AssertProblem(await client.SendAsync(HttpMethod.Get, "/text"), 422, "text-not-valid");
        var formless = await AssertProblem(await client.SendAsync(HttpMethod.Get, "/object"), 500, "no-json-form");
        Assert.Contains("District", formless.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, (await client.SendAsync(HttpMethod.Get, "/own")).StatusCode);

        var business = await AssertProblem(await client.SendAsync(HttpMethod.Post, "/business", """{"id":"a b","name":"店","area":"510115001","type":"school-canteen"}"""), 422, "value-not-valid");
        Assert.True(business.GetProperty("errors").TryGetProperty("$.id", out _), business.ToString());
        var acts = await AssertProblem(await client.SendAsync(HttpMethod.Post, "/acts", """[{"kind":"day-began"},{"kind":"business-renamed","busines":"B-1"}]"""), 422, "data-not-valid");
        Assert.Contains(acts.GetProperty("errors").EnumerateObject(), error => error.Name == "$[1]");
        Assert.Equal("2", await (await client.SendAsync(HttpMethod.Post, "/acts", """[{"kind":"day-began"},{"kind":"day-began"}]""")).Content.ReadAsStringAsync(Platform.Ct));
        await AssertProblem(await client.SendAsync(HttpMethod.Post, "/acts", "[{"), 400, "not-json");
        await AssertProblem(await client.SendAsync(HttpMethod.Post, "/acts", "[{", accept: "text/html"), 400, "not-json");
    }

    internal static async Task<JsonElement> AssertProblem(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(Platform.Ct);
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.JsonAsync();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(response.Content.Headers.ContentLanguage);
        return problem;
    }
}
