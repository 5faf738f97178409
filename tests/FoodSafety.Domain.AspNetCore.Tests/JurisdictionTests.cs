using System.Net;
using System.Security.Claims;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore.Tests;

/// <summary>Who may see what, and act on it, today: denied unless the district says otherwise.</summary>
public class JurisdictionTests
{
    private static readonly FindingId Finding = new(20260000009);
    private static readonly FindingId OfTown = new(20260000010);
    private static readonly FindingId OfCadre = new(20260000011);
    private static readonly RectificationId Rectification = new(20260000001);

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Route_IsAskedOfTheDistrict(DatabaseKind on)
    {
        (string? Cadre, string Address, int Status)[] asked =
        [
            // Li answers for the canteen as a leader of the district, Zhang as one of the town, Zhao in the next town.
            ("li", "see/businesses/510115-0001", 200),
            ("zhang", "see/businesses/510115-0001", 200),
            ("zhao", "see/businesses/510115-0001", 403),
            ("zhao", "act/businesses/510115-0001", 403),
            ("zhao", "see/businesses/510115-0002", 200),
            // A post lets see what lies inside, and act in its very area.
            ("li", "see/areas/510115001", 200),
            ("li", "act/areas/510115001", 403),
            ("li", "act/areas/510115", 200),
            ("zhang", "act/areas/510115001", 200),
            ("zhang", "see/areas/510115", 403),
            // Findings and rectifications are the affair of whoever answers for what they are about.
            ("zhang", "see/findings/20260000009", 200),
            ("zhao", "see/findings/20260000009", 403),
            ("zhang", "see/findings/20260000010", 200),
            ("zhao", "see/findings/20260000010", 403),
            ("li", "see/findings/20260000011", 403),
            ("zhang", "act/findings/20260000010", 200),
            ("zhang", "see/rectifications/20260000001", 200),
            ("zhao", "act/rectifications/20260000001", 403),
            // Nobody, an unknown one, two at once, and what there is not.
            (null, "see/businesses/510115-0001", 401),
            ("wang", "see/businesses/510115-0001", 403),
            ("li,zhang", "see/businesses/510115-0001", 403),
            ("li", "see/businesses/none", 403),
            ("li", "see/areas/110101", 403),
            ("li", "see/areas/5", 422),
            ("li", "see/findings/1", 403),
            ("li", "see/findings/x", 422),
            ("li", "see/rectifications/1", 403),
            // Inspections are the affair of whoever answers for what they are about; what is a cadre's own, his; the district, of who has a post in all of it.
            ("zhang", "see/inspections/20260000021", 200),
            ("zhao", "see/inspections/20260000021", 403),
            ("zhang", "act/cadres/zhang", 200),
            ("zhao", "act/cadres/zhang", 403),
            ("li", "act/cadres/zhang", 200),
            ("li", "act", 200),
            ("zhang", "see", 403),
        ];
        await using var platform = await FoundedAsync(on);
        List<string> failed = [];
        foreach (var (cadre, address, status) in asked)
        {
            var response = await platform.Client(cadre).GetAsync($"/510115/{address}", Platform.Ct);
            if ((int)response.StatusCode != status || (status != 200 && response.Content.Headers.ContentType?.MediaType != "application/problem+json"))
            {
                failed.Add($"{cadre} {address}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Platform.Ct)}");
            }
        }

        Assert.True(failed.Count == 0, string.Join('\n', failed));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task UnknownDistrict_IsDenied(DatabaseKind on)
    {
        await using var platform = await FoundedAsync(on);
        Assert.Equal(HttpStatusCode.Forbidden, (await platform.Client("li").GetAsync("/510116/see/businesses/510115-0001", Platform.Ct)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task YesterdaysCadre_IsDenied_FromTheDayAfterThePost(DatabaseKind on)
    {
        await using var platform = await FoundedAsync(on);
        await platform.ActAsync("wang", new CadreJoined(new("wang")), new PostGiven(new("wang"), "街道副主任", Platform.Liucheng, new Term(Platform.Today, Platform.Today.PlusDays(1))));
        Assert.Equal(HttpStatusCode.OK, await AskAsync());
        platform.Clock.Advance(Duration.FromHours(24));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync());

        async Task<HttpStatusCode> AskAsync() => (await platform.Client("wang").GetAsync("/510115/see/businesses/510115-0001", Platform.Ct)).StatusCode;
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task WhoStandsIn_IsLetIn_ForSoLong(DatabaseKind on)
    {
        await using var platform = await FoundedAsync(on);
        await platform.ActAsync("delegate", new DelegationMade(new(1), new("zhang"), new("zhao"), new Term(Platform.Today, Platform.Today.PlusDays(2)), "休假"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync());
        platform.Clock.Advance(Duration.FromHours(24));
        Assert.Equal(HttpStatusCode.OK, await AskAsync());
        platform.Clock.Advance(Duration.FromHours(24));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync());

        async Task<HttpStatusCode> AskAsync() => (await platform.Client("zhao").GetAsync("/510115/see/areas/510115001", Platform.Ct)).StatusCode;
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Resource_IsAskedInCode_AndAnUnauthenticatedClaimSaysNothing(DatabaseKind on)
    {
        await using var platform = await FoundedAsync(on);
        var authorization = platform.App.Services.GetRequiredService<IAuthorizationService>();
        var resource = JurisdictionResource.OfBusiness(Platform.Code, Platform.Canteen);
        Assert.True((await authorization.AuthorizeAsync(User("zhang", "test"), resource, new JurisdictionRequirement(JurisdictionAccess.See))).Succeeded);
        Assert.False((await authorization.AuthorizeAsync(User("zhang", null), resource, new JurisdictionRequirement(JurisdictionAccess.See))).Succeeded);
        Assert.False((await authorization.AuthorizeAsync(User("zhang", "test"), null, new JurisdictionRequirement(JurisdictionAccess.See))).Succeeded);
        Assert.Throws<ArgumentOutOfRangeException>(() => new JurisdictionRequirement(0));
    }

    [Fact]
    public async Task EndpointThatAsks_WithoutAWayToSignIn_StopsTheStart()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddFoodSafety(options => options.UseDatabase(static _ => { }));
        await using var app = builder.Build();
        app.MapGet("/{district}/{business}", () => "").RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Business);
        app.MapGet("/open/{district}/{business}", () => "").RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Business).AllowAnonymous();
        var forms = app.Services.GetServices<Microsoft.AspNetCore.Hosting.IStartupFilter>().OfType<EndpointForms>().Single();
        var stopped = Assert.Throws<FoodSafetyStartException>(() => forms.Configure(_ => app.UseRouting().UseEndpoints(_ => { }))(app));
        Assert.StartsWith("GET /{district}/{business} ask for jurisdiction", Assert.Single(stopped.Faults).English, StringComparison.Ordinal);
    }

    private static ClaimsPrincipal User(string cadre, string? type) => new(new ClaimsIdentity([new Claim("cadre", cadre)], type));

    private static async Task<Platform> FoundedAsync(DatabaseKind on)
    {
        var platform = await Platform.StartAsync(on: on, map: app =>
        {
            foreach (var access in new[] { JurisdictionAccess.See, JurisdictionAccess.Act })
            {
                var name = access == JurisdictionAccess.See ? "see" : "act";
                app.MapGet($"/{{district}}/{name}/businesses/{{business}}", () => "yes").RequireJurisdiction(access, JurisdictionOver.Business);
                app.MapGet($"/{{district}}/{name}/areas/{{area}}", () => "yes").RequireJurisdiction(access, JurisdictionOver.Area);
                app.MapGet($"/{{district}}/{name}/findings/{{id}}", () => "yes").RequireJurisdiction(access, JurisdictionOver.Finding, "id");
                app.MapGet($"/{{district}}/{name}/rectifications/{{rectification}}", () => "yes").RequireJurisdiction(access, JurisdictionOver.Rectification);
                app.MapGet($"/{{district}}/{name}/inspections/{{inspection}}", () => "yes").RequireJurisdiction(access, JurisdictionOver.Inspection);
                app.MapGet($"/{{district}}/{name}/cadres/{{cadre}}", () => "yes").RequireJurisdiction(access, JurisdictionOver.Cadre);
                app.MapGet($"/{{district}}/{name}", () => "yes").RequireJurisdiction(access, JurisdictionOver.District);
            }
        });
        await platform.FoundAsync();
        await platform.FindAsync(Finding, Rectification, InspectionSubject.OfBusiness(Platform.Canteen));
        await platform.ActAsync("town", new FindingRecorded(OfTown, InspectionSubject.OfArea(Platform.Liucheng), FindingSource.HandedOver, FindingSeverity.General, "台账不全"));
        await platform.ActAsync("visit", new ChecklistAdopted(Checklists.BuiltIn.Find("cadre-tasks", "2022.1")!), new InspectionPlanned(
            new(20260000021), new InspectionTask(InspectionKind.CadreVisit, InspectionSubject.OfBusiness(Platform.Canteen), new ChecklistName("cadre-tasks", "2022.1"), Platform.Today)));
        await platform.ActAsync("cadre", new FindingRecorded(OfCadre, InspectionSubject.OfCadre(new("zhang")), FindingSource.HandedOver, FindingSeverity.General, "未督导"));
        return platform;
    }
}
