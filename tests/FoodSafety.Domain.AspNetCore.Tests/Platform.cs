using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace FoodSafety.Domain.AspNetCore.Tests;

/// <summary>A platform in this process, on a data base of its own, with a clock that stands still and headers that say who is signed in: a cadre, or somebody of an office.</summary>
internal sealed class Platform : IAsyncDisposable
{
    public const string Code = "510115";

    public static readonly AreaCode Wenjiang = AreaCode.Parse(Code);
    public static readonly AreaCode Liucheng = AreaCode.Parse("510115001");
    public static readonly AreaCode Gongping = AreaCode.Parse("510115002");
    public static readonly BusinessId Canteen = new("510115-0001");
    public static readonly BusinessId Elsewhere = new("510115-0002");
    public static readonly LocalDate Today = new(2026, 9, 7);

    private readonly TestDatabase _database;
    private readonly bool _isOwned;

    private Platform(WebApplication app, FakeClock clock, TestDatabase database, bool isOwned) => (App, Clock, _database, _isOwned) = (app, clock, database, isOwned);

    public WebApplication App { get; }

    public FakeClock Clock { get; }

    /// <summary>What went wrong last, for a test that has to say so.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>What the application is told of its data base.</summary>
    public string ConnectionString => _database.ConnectionString;

    public DistrictStore Store => App.Services.GetRequiredService<DistrictStore>();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Builds a platform and does not start it.</summary>
    public static Platform Build(
        Action<FoodSafetyOptions>? configure = null, Action<WebApplicationBuilder>? services = null, Action<WebApplication>? map = null, DatabaseKind on = DatabaseKind.Sqlite, TestDatabase? database = null)
    {
        var isOwned = database is null;
        database ??= new TestDatabase(on);
        var clock = new FakeClock(Today.At(new LocalTime(9, 0)).InZoneStrictly(ChinaTime.Zone).ToInstant());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IClock>(clock);
        builder.Services.AddAuthentication(HeaderAuthentication.Scheme).AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>(HeaderAuthentication.Scheme, null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("office", policy => policy.AddRequirements(new OfficeRequirement()));
        builder.Services.AddSingleton<IAuthorizationHandler, OfficeHandler>();
        builder.Services.AddFoodSafety(options =>
        {
            options.UseDatabase(db => Use(db, database));
            options.MigratesAtStart = true;
            options.OfficePolicy = "office";
            options.Store = new DistrictStoreOptions { MostClockDifference = null };
            configure?.Invoke(options);
        });
        services?.Invoke(builder);
        var app = builder.Build();
        Platform platform = new(app, clock, database, isOwned);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception e)
            {
                platform.Failure = e;
                throw;
            }
        });
        map?.Invoke(app);
        return platform;
    }

    public static async Task<Platform> StartAsync(
        Action<FoodSafetyOptions>? configure = null, Action<WebApplicationBuilder>? services = null, Action<WebApplication>? map = null, DatabaseKind on = DatabaseKind.Sqlite, TestDatabase? database = null)
    {
        var platform = Build(configure, services, map, on, database);
        try
        {
            await platform.App.StartAsync(Ct);
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Names the provider of a data base, and leaves it to the library which migrations it has.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder builder, TestDatabase database) => database.Kind switch
    {
        DatabaseKind.Sqlite => builder.UseSqlite(database.ConnectionString),
        DatabaseKind.PostgreSql => builder.UseNpgsql(database.ConnectionString),
    };

    /// <summary>Somebody of the office of a district, who is no cadre.</summary>
    public HttpClient Office(string district = Code, string? language = null)
    {
        var client = Client(null, language);
        client.DefaultRequestHeaders.Add(HeaderAuthentication.OfficeHeader, district);
        return client;
    }

    /// <summary>A clerk of a market station, who is no cadre.</summary>
    public HttpClient Station(string station)
    {
        var client = Client(null, "en");
        client.DefaultRequestHeaders.Add(HeaderAuthentication.StationHeader, station);
        return client;
    }

    /// <summary>Who a request is of, and in which language.</summary>
    public HttpClient Client(string? cadre = null, string? language = null)
    {
        var client = App.GetTestClient();
        if (cadre is not null)
        {
            client.DefaultRequestHeaders.Add(HeaderAuthentication.Header, cadre);
        }

        if (language is not null)
        {
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        }

        return client;
    }

    /// <summary>The district of the README: a town with a canteen, another with a shop, and who answers for them.</summary>
    public Task<ActResult> FoundAsync() => Store.ActAsync(Code, new Request("found"), (_, now) => new UnitOfActs(new Stamp("office", Today, now), Founding), Ct);

    /// <summary>The acts with which it begins.</summary>
    public static Act[] Founding =>
    [
        new AreasLaidDown([new(Wenjiang, "温江区"), new(Liucheng, "柳城街道"), new(Gongping, "公平街道")], Citation.Illustrative(("统计用区划代码", "the statistical division list"))),
        new PolicyLaidDown<Tier>(TierPolicies.SizeAndDiners2022),
        new LevelsLaidDown(LevelCorrespondence.Default),
        new BusinessesOpened(
        [
            new Business(Canteen, "柳城小学食堂", Liucheng, BusinessType.SchoolCanteen) { Profile = new() { DinersPerMeal = 487, IsChainHeadquarters = false } },
            new Business(Elsewhere, "公平小学食堂", Gongping, BusinessType.SchoolCanteen) { Profile = new() { DinersPerMeal = 300, IsChainHeadquarters = false } },
        ]),
        new CadreJoined(new("zhang")), new PostGiven(new("zhang"), "街道主任", Liucheng, new Term(new LocalDate(2026, 1, 1))),
        new CadreJoined(new("zhao")), new PostGiven(new("zhao"), "街道主任", Gongping, new Term(new LocalDate(2026, 1, 1))),
        new CadreJoined(new("li")), new PostGiven(new("li"), "副区长", Wenjiang, new Term(new LocalDate(2026, 1, 1))),
    ];

    public Task<ActResult> ActAsync(string id, params Act[] acts) => Store.ActAsync(Code, new Request(id), (_, now) => new UnitOfActs(
        new Stamp("office", now.InZone(ChinaTime.Zone).Date, now), acts), Ct);

    /// <summary>Records a finding, and reports it to be rectified.</summary>
    public async Task FindAsync(FindingId finding, RectificationId rectification, InspectionSubject subject)
    {
        await ActAsync($"finding-{finding}", new FindingRecorded(finding, subject, FindingSource.Complaint, FindingSeverity.General, "地面积水"));
        var found = await Store.ReadAsync(Code, district => district.Findings[finding], Ct);
        await ActAsync($"report-{rectification}", RectificationAct.Report(rectification, found, subject.Business.IsNone ? null : subject.Business));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (_isOwned)
        {
            await _database.DisposeAsync();
        }
    }

    private sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public new const string Scheme = "header";
        public const string Header = "X-Cadre", OfficeHeader = "X-Office", StationHeader = "X-Station";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            Claim[] claims =
            [
                .. Request.Headers[Header].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).Select(cadre => new Claim("cadre", cadre)),
                .. Request.Headers[OfficeHeader].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).SelectMany(office => new[] { new Claim("office", office), new Claim("sub", $"clerk-{office}") }),
                .. Request.Headers[StationHeader].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).SelectMany(station => new[] { new Claim("station", station), new Claim("sub", "clerk-of-station") }),
            ];
            return Task.FromResult(claims.Length == 0 ? AuthenticateResult.NoResult() : AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme)));
        }

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.Headers.WWWAuthenticate = Scheme;
            return base.HandleChallengeAsync(properties);
        }
    }

    private sealed class OfficeRequirement : IAuthorizationRequirement;

    /// <summary>An office is that of its own district alone.</summary>
    private sealed class OfficeHandler : AuthorizationHandler<OfficeRequirement, JurisdictionResource>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OfficeRequirement requirement, JurisdictionResource resource)
        {
            if (context.User.HasClaim("office", resource.District))
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}

internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Platform.Ct));
        return document.RootElement.Clone();
    }

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string address, string? body = null, string? key = null, string? accept = null)
    {
        var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return client.SendAsync(request, Platform.Ct);
    }
}
