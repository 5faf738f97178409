using System.Net;
using System.Text;
using System.Text.Json;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FoodSafety.Domain.AspNetCore.Tests;

/// <summary>Whatever goes wrong with a request is told in the language of who asks: what the framework refuses, what the data base does, and what a user's own code throws.</summary>
public class WrongRequestTests
{
    private const string Address = "/districts/510115/acts";

    [Fact]
    public async Task WhatTheFrameworkRefuses_IsToldInTheLanguageOfTheRequest()
    {
        await using var platform = await StartAsync();
        (HttpMethod Method, string Address, string? Body, string Type, int Status, string Code)[] asked =
        [
            (HttpMethod.Post, Address, "acts=1", "application/x-www-form-urlencoded", 415, "unsupported-media-type"),
            (HttpMethod.Post, Address, "<acts/>", "text/xml", 415, "unsupported-media-type"),
            (HttpMethod.Get, "/districts", null, "", 404, "not-found"),
            (HttpMethod.Put, Address, "{}", "application/json", 405, "method-not-allowed"),
            (HttpMethod.Post, Address, "{", "application/json", 400, "not-json"),
            (HttpMethod.Post, Address, "", "application/json", 400, "bad-request"),
            (HttpMethod.Get, "/own", null, "", 500, "internal-server-error"),
            (HttpMethod.Get, "/districts/51/businesses/a%20b", null, "", 422, "request-not-valid"),
            (HttpMethod.Get, "/query", null, "", 422, "request-not-valid"),
        ];
        List<string> failed = [];
        foreach (var (method, address, body, type, status, code) in asked)
        {
            foreach (var (language, isChinese) in new[] { ("zh", true), ("en", false) })
            {
                using var request = new HttpRequestMessage(method, address);
                request.Headers.Add("Idempotency-Key", "r");
                if (body is not null)
                {
                    request.Content = new StringContent(body, Encoding.UTF8, type);
                }

                var response = await platform.Client("zhang", language).SendAsync(request, Platform.Ct);
                var text = await response.Content.ReadAsStringAsync(Platform.Ct);
                if ((int)response.StatusCode != status || response.Content.Headers.ContentType?.MediaType != "application/problem+json" || !text.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal)
                    || IsChinese(JsonDocument.Parse(text).RootElement.GetProperty("title").GetString()!) != isChinese
                    || IsChinese(JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString()!) != isChinese)
                {
                    failed.Add($"{method} {address} {type} {language}: {(int)response.StatusCode} {text}");
                }
            }
        }

        Assert.True(failed.Count == 0, string.Join('\n', failed));
    }

    [Fact]
    public async Task WordsOfTheUsersOwn_AreLeftAlone()
    {
        await using var platform = await StartAsync();
        var problem = await (await platform.Client().GetAsync("/mine", Platform.Ct)).JsonAsync();
        Assert.Equal(("Gone fishing", false), (problem.GetProperty("title").GetString(), problem.TryGetProperty("code", out _)));
    }

    [Fact]
    public async Task UnknownKindOfAct_IsToldByItsPlace_WithTheKindsThatThereAre()
    {
        await using var platform = await StartAsync();
        var problem = await ProblemTests.AssertProblem(
            await platform.Client("zhang", "en").SendAsync(HttpMethod.Post, Address, """{"acts":[{"kind":"day-began"},{"kind":"day-begun"}]}""", "r"), 422, "data-not-valid");
        var error = Assert.Single(problem.GetProperty("errors").EnumerateObject().ToArray());
        Assert.Equal("$.acts[1].kind", error.Name);
        Assert.Contains("day-began", error.Value[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BodyThatIsTooLarge_Is413_AndSaysHowLargeItMayBe()
    {
        await using var platform = await Platform.StartAsync(
            services: builder => builder.WebHost.UseKestrel(options => options.Limits.MaxRequestBodySize = 1000).UseUrls("http://127.0.0.1:0"), map: app => app.MapFoodSafety().AllowAnonymous());
        var address = platform.App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var problem = await ProblemTests.AssertProblem(await client.SendAsync(HttpMethod.Post, Address, $$"""{"by":"{{new string('a', 2000)}}","acts":[]}""", "r"), 413, "too-large");
        Assert.Equal("The body is too large. Allowed: 1,000 bytes; send the acts in several requests.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task RequestThatIsCancelled_LeavesNothing_AndIsDoneWhenItComesAgain(DatabaseKind on)
    {
        var begun = new TaskCompletionSource();
        var (isSlow, isEnded) = (true, new TaskCompletionSource());
        await using var platform = await Platform.StartAsync(on: on, map: app => app.MapPost("/slow", async (IdempotencyKey key, DistrictStore store, CancellationToken ct) =>
        {
            try
            {
                return await store.ActAsync(Platform.Code, key, (_, now) => new UnitOfActs(new Acts.Stamp("office", Platform.Today, now), new BusinessRenamed(Platform.Canteen, "柳城"))
                {
                    Beside = async (_, _, token) =>
                    {
                        if (isSlow)
                        {
                            begun.SetResult();
                            await Task.Delay(Timeout.Infinite, token);
                        }
                    },
                }, ct);
            }
            finally
            {
                isEnded.TrySetResult();
            }
        }));
        await platform.FoundAsync();
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Platform.Ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slow");
        request.Headers.Add("Idempotency-Key", "r-1");
        var asking = platform.Client().SendAsync(request, cancelled.Token);
        await begun.Task;
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await isEnded.Task;
        isSlow = false;
        Assert.Equal(1, await platform.Store.ReadAsync(Platform.Code, district => district.Version, Platform.Ct));
        var again = await (await platform.Client().SendAsync(HttpMethod.Post, "/slow", key: "r-1")).JsonAsync();
        Assert.Equal(2, again.GetProperty("entry").GetProperty("number").GetInt64());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task RequestsAtOnce_AreAllKept_AndOneThatIsSentTwiceOnce(DatabaseKind on)
    {
        await using var platform = await Platform.StartAsync(on: on, map: app => app.MapFoodSafety());
        await platform.FoundAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async number => await (await platform.Client("zhang").SendAsync(
            HttpMethod.Post, Address, $$"""{"acts":[{"kind":"business-renamed","business":"510115-0001","name":"食堂{{number / 2}}"}]}""", $"r-{number / 2}")).JsonAsync()));
        Assert.Equal(Enumerable.Range(2, 6).SelectMany(number => new[] { number, number }), answers.Select(answer => answer.GetProperty("entry").GetProperty("number").GetInt32()).Order());
        Assert.Equal(7, await platform.Store.ReadAsync(Platform.Code, district => district.Version, Platform.Ct));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task DataBaseThatIsGone_Is503_WithWhenToAskAgain(DatabaseKind on)
    {
        var outage = new Outage();
        await using var database = new TestDatabase(on);
        await using var platform = await Platform.StartAsync(
            options => options.UseDatabase(db => Platform.Use(db, database).AddInterceptors(outage)), map: app => app.MapFoodSafety(), database: database);
        await platform.FoundAsync();
        const string Renamed = """{"acts":[{"kind":"business-renamed","business":"510115-0001","name":"柳城"}]}""";
        foreach (var language in new[] { "zh", "en" })
        {
            outage.Is = true;
            foreach (var response in new[]
            {
                await platform.Client("zhang", language).SendAsync(HttpMethod.Post, Address, Renamed, "r-1"),
                await platform.Client("zhang", language).SendAsync(HttpMethod.Get, "/districts/510115/businesses/510115-0001"),
                await platform.Office(language: language).SendAsync(HttpMethod.Get, "/districts/510115/due"),
            })
            {
                var problem = await ProblemTests.AssertProblem(response, 503, "database-unavailable");
                Assert.Equal(TimeSpan.FromSeconds(10), response.Headers.RetryAfter?.Delta);
                Assert.Equal(language == "zh", IsChinese(problem.GetProperty("detail").GetString()!));
                Assert.DoesNotContain("127.0.0.1", problem.ToString(), StringComparison.Ordinal);
            }

            outage.Is = false;
        }

        Assert.Equal(HttpStatusCode.OK, (await platform.Client("zhang").SendAsync(HttpMethod.Post, Address, Renamed, "r-1")).StatusCode);
    }

    [Fact]
    public async Task OwnExceptions_ThatCarryATextInBothLanguages_AreToldAsTheUserSays()
    {
        await using var platform = await Platform.StartAsync(
            options => options.AnswerProblem<StockExhaustedException>(409, "out-of-stock").AnswerProblem<PaymentException>(402, "to-be-paid"),
            map: app =>
            {
                app.MapGet("/stock", string () => throw new StockExhaustedException());
                app.MapGet("/derived", string () => throw new StockForeverExhaustedException());
                app.MapGet("/pay", string () => throw new PaymentException());
                app.MapGet("/other", string () => throw new OtherRefusalException());
            });
        await AssertTold("/stock", 409, "out-of-stock", "库存不足。");
        await AssertTold("/derived", 409, "out-of-stock", "库存不足。");
        await AssertTold("/pay", 402, "to-be-paid", "请缴费。");
        await AssertTold("/other", 422, "other-refusal", "不行。");
        Assert.Equal("There is no stock.", (await (await platform.Client(language: "en").GetAsync("/stock", Platform.Ct)).JsonAsync()).GetProperty("detail").GetString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new FoodSafetyOptions().AnswerProblem<PaymentException>(200, "paid"));
        Assert.Throws<ArgumentException>(() => new FoodSafetyOptions().AnswerProblem<PaymentException>(402, "to be paid"));

        async Task AssertTold(string address, int status, string code, string detail) =>
            Assert.Equal(detail, (await ProblemTests.AssertProblem(await platform.Client().GetAsync(address, Platform.Ct), status, code)).GetProperty("detail").GetString());
    }

    private static bool IsChinese(string text) => text.Any(letter => letter is >= '一' and <= '龥');

    private static Task<Platform> StartAsync() => Platform.StartAsync(map: app =>
    {
        app.MapFoodSafety();
        app.MapGet("/own", string () => throw new InvalidOperationException("secret"));
        app.MapGet("/query", (string what) => what);
        app.MapGet("/mine", () => Microsoft.AspNetCore.Http.TypedResults.Problem(title: "Gone fishing", statusCode: 503));
    });

    private class StockExhaustedException() : Exception("There is no stock."), IBilingualError
    {
        public BilingualText Text => ("库存不足。", "There is no stock.");
    }

    private sealed class StockForeverExhaustedException : StockExhaustedException;

    private sealed class PaymentException() : Exception("Pay."), IBilingualError
    {
        public BilingualText Text => ("请缴费。", "Pay.");
    }

    private sealed class OtherRefusalException() : Exception("No."), IBilingualError
    {
        public BilingualText Text => ("不行。", "No.");
    }

    /// <summary>While it is, connections go where nothing listens and no file can be: what is thrown the provider throws itself.</summary>
    private sealed class Outage : DbConnectionInterceptor
    {
        public bool Is { get; set; }

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            System.Data.Common.DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (Is)
            {
                connection.ConnectionString = eventData.Context!.Database.IsSqlite() ? "Data Source=/nowhere/at/all.db" : "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2";
            }

            return new(result);
        }
    }
}
