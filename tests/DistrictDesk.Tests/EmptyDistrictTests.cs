using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Register;
using GeneratedDistrict.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DistrictDesk.Tests;

/// <summary>A district that begins with its areas alone: cadres and a station by the office, businesses by a file, a visit, a problem and its steps. The same day on each data base ends with the same scorecard.</summary>
public class EmptyDistrictTests
{
    private const string Town = "510115001", Station = "510115001-station", Clerk = $"{Station}-1", Second = $"{Station}-2";

    private static readonly LocalDate Today = new(2026, 12, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Day_OnSqliteAndOnPostgreSql_EndsWithTheSameScorecard()
    {
        var first = await LiveAsync();
        Assert.Contains("\"rectified\"", first, StringComparison.Ordinal);
        var server = Environment.GetEnvironmentVariable("FOODSAFETY_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "FOODSAFETY_POSTGRES names no server of PostgreSQL.");
        Assert.Equal(first, await LiveAsync(("ConnectionStrings:District", $"{server};Database=desk_{Environment.ProcessId};Pooling=false")));
    }

    private static async Task<string> LiveAsync(params (string, string)[] settings)
    {
        await using var desk = await RunningDesk.StartAsync([("Desk:Empty", "true"), .. settings]);
        using var office = await desk.SignInAsync(DeskPeople.Office);
        var areas = DistrictAreas.Load();
        var village = areas.Tree[AreaCode.Parse(Town)].Children.First().Code;
        Term term = new(new LocalDate(2026, 1, 1));
        await PostAsync(office, desk, new CadreJoined(new("v-1")), new PostGiven(new("v-1"), "社区书记", village, term), new CadreJoined(new("t-1")), new PostGiven(new("t-1"), "街道主任", AreaCode.Parse(Town), term),
            new CadreJoined(new("d-1")), new PostGiven(new("d-1"), "副区长", AreaCode.Parse("510115"), term), new StationsLinked(AreaCode.Parse("510115"), [new StationLink(Station, AreaCode.Parse(Town))]));

        // The register comes from a file; what it brings is looked at first.
        using var file = new StringWriter();
        RegisterFile.Write(file, GeneratedBusinesses.In(areas).Take(2000).Where(business => business.Area == village));
        var preview = (await office.UploadAsync("/510115/import", "upload", "register.csv", Encoding.UTF8.GetBytes(file.ToString()))).Location!;
        var merged = await office.PostAsync(preview, [.. DeskClient.HiddenOf((await office.GetAsync(preview)).Html, "merge"), ("kind", "new")]);
        Assert.Contains("id=\"result\"", merged.Html, StringComparison.Ordinal);

        var (business, list) = await desk.Store.ReadAsync("510115", district =>
        {
            var mine = district.Chains.Plan!.RowsOf(new Seat(new("v-1"), village), ResponsibleStep.Main);
            Assert.NotEmpty(mine);
            var one = district.Businesses.Register.At(mine[0]);
            return (one.Id, district.Checklists.On(Today).For(InspectionKind.CadreVisit, one.Type, Today));
        }, Ct);
        using (var cadre = await desk.SignInAsync("v-1"))
        {
            var general = list.Items.First(item => item.Severity == FindingSeverity.General).Code;
            var sent = await cadre.SendFormAsync($"/510115/businesses/{business}/visit", "visit",
            [
                ("signed", "owner"), ($"{general}.found", "地面积水"), ($"{general}.effect", ItemEffect.Minor.Code()), .. list.Items.Select(item => (item.Code, item.Code == general ? "not-met" : "met")),
            ]);
            Assert.Equal(HttpStatusCode.Found, sent.Status);
            Assert.Equal(HttpStatusCode.Found, (await cadre.SendFormAsync("/510115/cadres/v-1", "sign", ("authority", "街道办"))).Status);
        }

        var problem = await desk.Store.ReadAsync("510115", district => district.Rectifications.All.Single().Id, Ct);
        foreach (var (person, step, fields) in new (string, string, (string, string)[])[]
        {
            (Clerk, "claim", []), (Clerk, "order", [("days", "7"), ("document", "ZG-1")]), (Clerk, "submit", [("document", "ZGBG-1")]), (Second, "close", []),
        })
        {
            using var clerk = await desk.SignInAsync(person);
            Assert.Equal((step, HttpStatusCode.Found), (step, (await clerk.SendFormAsync($"/510115/problems/{problem}", $"step-{step}", fields)).Status));
        }

        Assert.Equal(RectificationState.Closed, await desk.Store.ReadAsync("510115", district => district.Rectifications[problem].State, Ct));
        var card = ScorecardReport.Of(await desk.Store.DayAsync("510115", Today, Ct), AreaCode.Parse("510115")).ToJson();
        await using var context = await desk.Services.GetRequiredService<IDbContextFactory<FoodSafetyContext>>().CreateDbContextAsync(Ct);
        await context.Database.EnsureDeletedAsync(Ct);
        return card;
    }

    private static async Task PostAsync(DeskClient client, RunningDesk desk, params Act[] acts)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/districts/510115/acts")
        {
            Content = new StringContent($"{{\"acts\":[{string.Join(',', acts.Select(act => Encoding.UTF8.GetString(desk.Store.Format.WriteAct(act))))}]}}", MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.Add("Idempotency-Key", "beginning");
        using var answer = await client.Http.SendAsync(request, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }
}
