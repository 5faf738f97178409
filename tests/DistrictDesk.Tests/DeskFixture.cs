using System.Net;
using System.Text.RegularExpressions;
using DistrictDesk.Founding;
using FoodSafety.Domain;
using FoodSafety.Domain.EntityFrameworkCore;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DistrictDesk.Tests.DeskFixture))]

namespace DistrictDesk.Tests;

/// <summary>The desk as it runs, on a port of its own and with the generated district, founded once for all tests; each test takes businesses that no other touches.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    public const string District = "510115";

    private RunningDesk _desk = null!;

    public Uri Address => _desk.Address;

    public IServiceProvider Services => _desk.Services;

    public DistrictStore Store => _desk.Store;

    public async ValueTask InitializeAsync() => _desk = await RunningDesk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    public Task<T> AskAsync<T>(Func<District, T> question) => Store.ReadAsync(District, question, TestContext.Current.CancellationToken);

    /// <summary>Somebody at the desk, who is signed in; null for nobody.</summary>
    public Task<DeskClient> SignInAsync(string? person) => _desk.SignInAsync(person);
}

/// <summary>A desk on a port and in a folder of its own.</summary>
public sealed class RunningDesk : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("desk-").FullName;
    private readonly DeskFactory _factory;

    private RunningDesk(params (string Name, string Value)[] settings)
    {
        _factory = new DeskFactory([("Desk:DataFolder", _folder), .. settings]);
        _factory.UseKestrel(0);
        _factory.StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public IServiceProvider Services => _factory.Services;

    public DistrictStore Store => Services.GetRequiredService<DistrictStore>();

    public static async Task<RunningDesk> StartAsync(params (string Name, string Value)[] settings)
    {
        var desk = new RunningDesk(settings);
        var founding = desk.Services.GetRequiredService<DistrictFounding>();
        while (!founding.Progress.IsReady)
        {
            Assert.Null(founding.Progress.Failure?.English);
            await Task.Delay(100);
        }

        return desk;
    }

    public async Task<DeskClient> SignInAsync(string? person)
    {
        var client = new DeskClient(Address);
        if (person is not null)
        {
            await client.PickAsync(person);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class DeskFactory((string Name, string Value)[] settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            foreach (var (name, value) in ((string, string)[])[("Desk:Day", "2026-12-01"), ("Logging:LogLevel:Default", "Warning"), .. settings])
            {
                builder.UseSetting(name, value);
            }
        }
    }
}

/// <summary>A browser without scripts, as far as forms need one: cookies, hidden fields, and the name of the form that is sent.</summary>
public sealed partial class DeskClient(Uri address) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public HttpClient Http => _http ??= new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = address };

    public IEnumerable<Cookie> Cookies => _cookies.GetCookies(address);

    public void Dispose() => _http?.Dispose();

    /// <summary>Asks for a page as browsers do, and follows where it leads.</summary>
    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string address, bool follow = true)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("text/html");
            using var answer = await Http.SendAsync(request, Ct);
            if (follow && answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther && answer.Headers.Location is { } next)
            {
                address = next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString;
                continue;
            }

            return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
        }
    }

    public async Task PickAsync(string person)
    {
        var (status, _, _) = await SendFormAsync("/signin", "pick", [("person", person)]);
        Assert.Equal(HttpStatusCode.Found, status);
    }

    /// <summary>Opens a page and sends one of its forms with a file.</summary>
    public async Task<(HttpStatusCode Status, string? Location)> UploadAsync(string page, string form, string name, byte[] content, string file = "file", params (string Name, string Value)[] fields)
    {
        using var sent = new MultipartFormDataContent();
        foreach (var (field, value) in (IEnumerable<(string, string)>)[.. HiddenOf((await GetAsync(page)).Html, form), .. fields])
        {
            sent.Add(new StringContent(value), field);
        }

        sent.Add(new ByteArrayContent(content), file, name);
        using var answer = await Http.PostAsync(new Uri(page, UriKind.Relative), sent, Ct);
        return (answer.StatusCode, answer.Headers.Location?.ToString());
    }

    /// <summary>Opens a page and sends one of its forms with some fields filled in.</summary>
    public async Task<(HttpStatusCode Status, string Html, string? Location)> SendFormAsync(string page, string form, params (string Name, string Value)[] fields)
    {
        var (status, html) = await GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, status);
        return await PostAsync(page, [.. HiddenOf(html, form), .. fields]);
    }

    public async Task<(HttpStatusCode Status, string Html, string? Location)> PostAsync(string page, (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await Http.SendAsync(request, Ct);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), answer.Headers.Location?.ToString());
    }

    /// <summary>The hidden fields of a form: its name, the token, the id of the request, what was seen.</summary>
    public static (string Name, string Value)[] HiddenOf(string html, string form)
    {
        var found = Forms().Matches(html).Select(match => match.Value).FirstOrDefault(text => Inputs().Matches(text).Any(input => Value(input.Value, "name") == "_handler" && Value(input.Value, "value") == form));
        Assert.True(found is not null, $"There is no form '{form}'.");
        return [.. Inputs().Matches(found).Select(input => input.Value).Where(input => Value(input, "type") == "hidden").Select(input => (Value(input, "name")!, Value(input, "value") ?? ""))];
    }

    private static string? Value(string tag, string attribute) => Regex.Match(tag, $"\\b{attribute}=\"([^\"]*)\"") is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Inputs();
}
