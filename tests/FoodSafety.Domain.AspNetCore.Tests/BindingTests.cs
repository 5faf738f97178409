using System.Net;
using System.Reflection;
using FoodSafety.Domain.Businesses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FoodSafety.Domain.AspNetCore.Tests;

/// <summary>Ids, codes, dates and instants are read from routes and queries, and what cannot be read is told by field.</summary>
public class BindingTests
{
    /// <summary>Every public type of the library that is written as a text or a number, and so is one word in an address.</summary>
    public static Type[] Words { get; } = [.. EndpointTypeTests.All.Where(type =>
        type.GetCustomAttribute<System.Text.Json.Serialization.JsonConverterAttribute>()?.ConverterType is { IsGenericType: true } converter
        && (converter.GetGenericTypeDefinition() == typeof(TextJsonConverter<>) || converter.GetGenericTypeDefinition() == typeof(NumberJsonConverter<>)))];

    [Fact]
    public async Task EveryIdAndCode_IsReadFromRouteAndQuery_AsItIsWritten()
    {
        Assert.True(Words.Length > 30, $"{Words.Length}");
        await using var platform = await Platform.StartAsync(map: app =>
        {
            foreach (var type in Words.Append(typeof(IsoDate)).Append(typeof(IsoInstant)).Append(typeof(EnumCode<BusinessType>)))
            {
                app.MapGet($"/{EndpointTypeTests.Address(type)}/{{value}}", EchoOf(type));
                app.MapGet($"/query/{EndpointTypeTests.Address(type)}", EchoOf(type));
            }
        });
        List<string> failed = [];
        foreach (var type in Words)
        {
            if (Values.Find(type) is not { } value)
            {
                failed.Add($"{type.Name}: no value could be made");
                continue;
            }

            // What JSON has is what an address has.
            var text = System.Text.Json.JsonSerializer.Serialize(value, type).Trim('"');
            var word = Uri.EscapeDataString(System.Text.RegularExpressions.Regex.Unescape(text));
            // A route gives no value with a slash in it; a query does.
            var address = word.Contains("%2F", StringComparison.Ordinal) ? $"/query/{EndpointTypeTests.Address(type)}?value={word}&other={word}" : $"/{EndpointTypeTests.Address(type)}/{word}?other={word}";
            var response = await platform.Client().GetAsync(address, Platform.Ct);
            var read = await response.Content.ReadAsStringAsync(Platform.Ct);
            if (response.StatusCode != HttpStatusCode.OK || read != $"{value}|{value}")
            {
                failed.Add($"{type.Name}: {address} was answered {(int)response.StatusCode} {read}");
            }

            // An empty word is none of any.
            var refused = await platform.Client().GetAsync($"/{EndpointTypeTests.Address(type)}/%20", Platform.Ct);
            if (refused.StatusCode != HttpStatusCode.UnprocessableEntity || !(await refused.JsonAsync()).GetProperty("errors").TryGetProperty("value", out _))
            {
                failed.Add($"{type.Name}: a blank was answered {(int)refused.StatusCode} {await refused.Content.ReadAsStringAsync(Platform.Ct)}");
            }
        }

        Assert.Empty(failed);
    }

    [Fact]
    public async Task Unreadable_IsToldByField_WithWhatIsAllowed_InTheLanguageOfTheRequest()
    {
        await using var platform = await Platform.StartAsync(map: app => app.MapGet("/businesses/{business}", (BusinessId business, IsoDate on, EnumCode<BusinessType>? type, IsoInstant? since) =>
            $"{business} {on} {type} {since}"));
        var ok = await platform.Client().GetStringAsync("/businesses/B-1?on=2026-09-07&type=school-canteen&since=2026-09-07T01:30:00Z", Platform.Ct);
        Assert.Equal("B-1 2026-09-07 school-canteen 2026-09-07T01:30:00Z", ok);

        var chinese = await platform.Client().GetAsync("/businesses/a%20b?on=2026-02-30&type=kindergarten", Platform.Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chinese.StatusCode);
        Assert.Equal("application/problem+json", chinese.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["zh-CN"], chinese.Content.Headers.ContentLanguage);
        var errors = (await chinese.JsonAsync()).GetProperty("errors");
        Assert.Equal(["business", "on", "type"], errors.EnumerateObject().Select(error => error.Name));
        Assert.Equal("“2026-02-30”不是日期；允许：2026-09-07 的形式。", errors.GetProperty("on")[0].GetString());

        var english = await platform.Client(language: "fr, en;q=0.5").GetAsync("/businesses/B-1?type=kindergarten", Platform.Ct);
        Assert.Equal(["en"], english.Content.Headers.ContentLanguage);
        errors = (await english.JsonAsync()).GetProperty("errors");
        Assert.Equal("It must be given.", errors.GetProperty("on")[0].GetString());
        Assert.Matches("^'kindergarten' is no BusinessType. Allowed: .*school-canteen", errors.GetProperty("type")[0].GetString());
    }

    [Fact]
    public async Task BareEnum_WhoseCodesAreOtherWords_StopsTheStart()
    {
        var stopped = await Assert.ThrowsAsync<FoodSafetyStartException>(() => Platform.StartAsync(map: app => app.MapGet("/b", (BusinessType type) => $"{type}")));
        Assert.Equal("GET /b takes 'type' as BusinessType, which is read by the names of its members and written by its codes: take EnumCode<BusinessType>.", Assert.Single(stopped.Faults).English);
    }

    [Fact]
    public async Task Key_IsReadWithAFingerprint_AndTheBodyIsStillThere()
    {
        await using var platform = await Platform.StartAsync(map: app =>
        {
            app.MapPost("/k", (IdempotencyKey key, Thing thing) => $"{key.Id} {key.Content.Length} {thing.Name}");
            app.MapPost("/content", (IdempotencyKey key) => key.Content);
            app.MapPost("/may", (IdempotencyKey? key) => $"{key is null}");
        });
        var client = platform.Client(language: "en");
        Assert.Equal("r-1 64 a", await (await client.SendAsync(HttpMethod.Post, "/k", """{"name":"a"}""", "r-1")).Content.ReadAsStringAsync(Platform.Ct));
        var contents = await Task.WhenAll(new[] { "{}", "{}", "{ }" }.Select(async body => await (await client.SendAsync(HttpMethod.Post, "/content", body, "r")).Content.ReadAsStringAsync(Platform.Ct)));
        Assert.Equal(contents[0], contents[1]);
        Assert.NotEqual(contents[0], contents[2]);
        Assert.Equal("True", await (await client.SendAsync(HttpMethod.Post, "/may")).Content.ReadAsStringAsync(Platform.Ct));

        var missing = await client.SendAsync(HttpMethod.Post, "/k", """{"name":"a"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        Assert.Equal("A request that acts has an id.", (await missing.JsonAsync()).GetProperty("errors").GetProperty("Idempotency-Key")[0].GetString());
        var malformed = await client.SendAsync(HttpMethod.Post, "/k", """{"name":"a"}""", "a b");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, malformed.StatusCode);
    }

    private static Delegate EchoOf(Type type) => (Delegate)typeof(BindingTests).GetMethod(nameof(Echo), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null)!;

    private static Func<T, T, IResult> Echo<T>() => (value, other) => Results.Text($"{value}|{other}");

    private sealed record Thing(string Name);
}
