using System.Net;
using System.Security.Claims;
using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore.Tests;

/// <summary>A market station sees its town and acts on the businesses there, by the link that the district laid down; acts that a page makes are asked for as those that are sent.</summary>
public class StationTests
{
    private const string Liucheng = "station-1", Unlinked = "station-9";

    private static readonly StationsLinked Link = new(Platform.Wenjiang, [new StationLink(Liucheng, Platform.Liucheng)]);

    [Fact]
    public async Task Station_SeesAndActsOnWhatLiesInItsTown_AndOnNothingElse()
    {
        await using var platform = await StartAsync();
        foreach (var (address, expected) in new[]
        {
            ($"/see/{Platform.Canteen}", HttpStatusCode.OK), ($"/act/{Platform.Canteen}", HttpStatusCode.OK), ($"/area/{Platform.Liucheng}", HttpStatusCode.OK),
            ($"/see/{Platform.Elsewhere}", HttpStatusCode.Forbidden), ($"/act/{Platform.Elsewhere}", HttpStatusCode.Forbidden), ("/see/nothing", HttpStatusCode.Forbidden),
            ($"/area/{Platform.Gongping}", HttpStatusCode.Forbidden), ($"/area/{Platform.Wenjiang}", HttpStatusCode.Forbidden), ("/whole", HttpStatusCode.Forbidden), ("/cadre/zhang", HttpStatusCode.Forbidden),
        })
        {
            Assert.Equal((address, expected), (address, (await platform.Station(Liucheng).GetAsync(new Uri($"/510115{address}", UriKind.Relative), Platform.Ct)).StatusCode));
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, (await platform.Station(Unlinked).GetAsync(new Uri($"/510115{address}", UriKind.Relative), Platform.Ct)).StatusCode));
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, (await platform.Station($"{Liucheng},{Unlinked}").GetAsync(new Uri($"/510115{address}", UriKind.Relative), Platform.Ct)).StatusCode));
        }

        var refused = await (await platform.Station(Liucheng).GetAsync(new Uri($"/510115/act/{Platform.Elsewhere}", UriKind.Relative), Platform.Ct)).JsonAsync();
        Assert.Contains("Station station-1 may not act on business 510115-0002", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("510115001", refused.GetProperty("refusals")[0].GetProperty("allowed").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Station_TakesTheStepsOfAProblemInItsTown_AndNotOfAnother()
    {
        await using var platform = await StartAsync();
        await platform.FindAsync(new(1), new(1), InspectionSubject.OfBusiness(Platform.Canteen));
        await platform.FindAsync(new(2), new(2), InspectionSubject.OfBusiness(Platform.Elsewhere));
        var format = new EntryFormat(new DistrictSettings(WorkingCalendar.China));
        string Body(params Act[] acts) => $"{{\"acts\":[{string.Join(',', acts.Select(act => Encoding.UTF8.GetString(format.WriteAct(act))))}]}}";

        var station = platform.Station(Liucheng);
        Assert.Equal(HttpStatusCode.OK, (await station.SendAsync(HttpMethod.Post, "/districts/510115/acts", Body(RectificationAct.Claim(new(1))), "claim-1")).StatusCode);
        var refused = await station.SendAsync(HttpMethod.Post, "/districts/510115/acts", Body(RectificationAct.Order(new(1), TimeLimit.Days(7)), RectificationAct.Claim(new(2))), "claim-2");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(1, (await refused.JsonAsync()).GetProperty("refusals")[0].GetProperty("place").GetInt32());
        Assert.Equal(HttpStatusCode.Forbidden, (await platform.Station(Unlinked).SendAsync(HttpMethod.Post, "/districts/510115/acts", Body(RectificationAct.Claim(new(1))), "claim-3")).StatusCode);
        var (one, other) = await platform.Store.ReadAsync("510115", district => (district.Rectifications[new(1)], district.Rectifications[new(2)]), Platform.Ct);
        Assert.Equal((RectificationState.Claimed, "clerk-of-station", RectificationState.Reported), (one.State, one.ClaimedBy, other.State));
    }

    [Fact]
    public async Task Acts_ThatAPageMakes_AreAskedForOnTheDistrictAfterThoseBefore()
    {
        await using var platform = await StartAsync();
        var acts = platform.App.Services.GetRequiredService<JurisdictionActs>();
        var zhang = Signed("cadre", "zhang");
        UnitOfActs Visit(BusinessId business, InspectionId id, Instant now) => new(
            new Stamp("zhang", Platform.Today, now),
            new InspectionPlanned(id, new InspectionTask(InspectionKind.CadreVisit, InspectionSubject.OfBusiness(business), Checklists.BuiltIn.For(InspectionKind.CadreVisit, BusinessType.SchoolCanteen, Platform.Today).Name, Platform.Today)),
            new InspectionCancelled(id, "改期"));

        await platform.ActAsync("list", [.. Checklists.BuiltIn.Timelines.SelectMany(timeline => timeline.Versions).Select(list => new ChecklistAdopted(list))]);
        var kept = await acts.ActAsync(zhang, "510115", new Request("visit-1"), (_, now) => Visit(Platform.Canteen, new(1), now), Platform.Ct);
        Assert.Equal(2, kept.Entry!.Acts.Length);
        Assert.True((await acts.ActAsync(zhang, "510115", new Request("visit-1"), (_, now) => Visit(Platform.Canteen, new(1), now), Platform.Ct)).IsRepeated);
        var refused = await Assert.ThrowsAsync<ActsForbiddenException>(() => acts.ActAsync(zhang, "510115", new Request("visit-2"), (_, now) => Visit(Platform.Elsewhere, new(2), now), Platform.Ct));
        Assert.Equal([0, 1], refused.Refusals.Select(refusal => refusal.Place!.Value));
        await Assert.ThrowsAsync<ActsForbiddenException>(() => acts.ActAsync(Signed("cadre", "nobody"), "510115", new Request("visit-3"), (_, now) => Visit(Platform.Canteen, new(3), now), Platform.Ct));
        await Assert.ThrowsAsync<NotACadreException>(() => acts.ActAsync(new ClaimsPrincipal(new ClaimsIdentity()), "510115", new Request("visit-4"), (_, now) => Visit(Platform.Canteen, new(4), now), Platform.Ct));
        Assert.Equal(1, await platform.Store.ReadAsync("510115", district => district.Inspections.All.Count(), Platform.Ct));
    }

    private static ClaimsPrincipal Signed(string claim, string value) => new(new ClaimsIdentity([new Claim(claim, value)], "test"));

    private static async Task<Platform> StartAsync()
    {
        var platform = await Platform.StartAsync(map: app =>
        {
            app.MapFoodSafety("/districts");
            app.MapGet("/{district}/see/{business}", [RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Business)] () => Results.Ok());
            app.MapGet("/{district}/act/{business}", () => Results.Ok()).RequireJurisdiction(JurisdictionAccess.Act, JurisdictionOver.Business);
            app.MapGet("/{district}/area/{ground}", [RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Area, Value = "ground")] () => Results.Ok());
            app.MapGet("/{district}/whole", [RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.District)] () => Results.Ok());
            app.MapGet("/{district}/cadre/{cadre}", [RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Cadre)] () => Results.Ok());
        });
        await platform.FoundAsync();
        await platform.ActAsync("link", Link);
        return platform;
    }
}
