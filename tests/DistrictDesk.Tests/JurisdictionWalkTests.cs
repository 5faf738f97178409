using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictDesk.Tests;

/// <summary>Every address of the desk is asked by who may not: by nobody, and by a cadre of another town.</summary>
public partial class JurisdictionWalkTests(DeskFixture desk)
{
    // What is open to who is not signed in, and what leads each to his own ground.
    private static readonly string[] Open = ["/founding", "/founding/progress", "/healthz", "/language", "/problem/{Status:int}", "/signin"];
    private static readonly string[] OfEverybody = ["/", "/districts/{district}/acts", "/signout", "/token", "/{District}/chains", "/{District}/go/{To}", "/{District}/problems", "/{District}/register", "/{District}/scorecard"];

    [Fact]
    public async Task Addresses_AreOpenToWhoeverIsNotSignedIn_OnlyWhereThisListSaysSo()
    {
        using var nobody = await desk.SignInAsync(null);
        var open = new List<string>();
        foreach (var endpoint in Endpoints())
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                open.Add(Name(endpoint));
                continue;
            }

            foreach (var method in Methods(endpoint))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), await FillAsync(endpoint));
                using var answer = await nobody.Http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized || answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains("/signin", StringComparison.Ordinal),
                    $"{method} {Name(endpoint)}: {answer.StatusCode}");
            }
        }

        Assert.Equal(Open, open.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Addresses_OfOneTown_AreRefusedToACadreOfAnother()
    {
        using var stranger = await desk.SignInAsync((await desk.VillageCadreAsync("510115002")).Value);
        List<string> let = [];
        var asked = 0;
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            if (OfEverybody.Contains(Name(endpoint)))
            {
                let.Add(Name(endpoint));
                continue;
            }

            foreach (var method in Methods(endpoint))
            {
                asked++;
                using var request = new HttpRequestMessage(new HttpMethod(method), await FillAsync(endpoint));
                using var answer = await stranger.Http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {Name(endpoint)} as {request.RequestUri}: {answer.StatusCode}");
            }
        }

        Assert.Equal(OfEverybody, let.Distinct().Order(StringComparer.Ordinal));
        Assert.True(asked >= 20, $"{asked} were asked.");
    }

    [Fact]
    public async Task Page_OfAnotherTown_SaysWhyInBothLanguages_AndWhatMayBeSeen()
    {
        using var stranger = await desk.SignInAsync((await desk.VillageCadreAsync("510115002")).Value);
        var business = await desk.BusinessOfAsync("510115001", 0);
        stranger.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var (status, html) = await stranger.GetAsync($"/510115/businesses/{business}");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains($"may not see business {business}", html, StringComparison.Ordinal);
        Assert.Contains("Seeing area 510115002", html, StringComparison.Ordinal);
        stranger.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        Assert.Contains($"无权查看主体 {business}", (await stranger.GetAsync($"/510115/businesses/{business}")).Html, StringComparison.Ordinal);
    }

    private IEnumerable<RouteEndpoint> Endpoints() => desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !Name(endpoint).StartsWith("/_framework/", StringComparison.Ordinal))
        .Where(endpoint => !endpoint.RoutePattern.RawText!.Contains("**", StringComparison.Ordinal));

    private static string Name(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    /// <summary>The address with what there is in the first town.</summary>
    private async Task<string> FillAsync(RouteEndpoint endpoint)
    {
        var business = await desk.BusinessOfAsync("510115001", 0);
        var (problem, cadre, inspection) = await desk.AskAsync(district => (
            district.Rectifications.All.First(one => one.Business is { } of && district.Businesses.Register[of].Area.ToShortString().StartsWith("510115001", StringComparison.Ordinal)).Id,
            district.Chains.Plan!.FindChain(district.Businesses.Register.RowOf(business))!.Main.Cadre, district.Inspections.InspectionsOf(business)[0].Id));
        return Parameters().Replace(Name(endpoint), match => match.Groups[1].Value.ToUpperInvariant() switch
        {
            "DISTRICT" => "510115",
            "BUSINESS" => business.Value,
            "AREA" => "510115001",
            "CADRE" => cadre.Value,
            "RECTIFICATION" => $"{problem}",
            "MEASURE" => "found",
            "FILE" => $"{new string('a', 64)}.json",
            "STATUS" => "404",
            "INSPECTION" => $"{inspection}",
            "PERSON" => cadre.Value,
            "TO" => "register",
            var unknown => throw new InvalidOperationException($"Nobody said what stands for {unknown}."),
        });
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameters();
}
