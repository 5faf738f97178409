using System.Net;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace DistrictDesk.Tests;

/// <summary>What is done at the desk without a script: forms and where they lead.</summary>
public class WorkTests(DeskFixture desk)
{
    private const string Town = "510115001";

    [Fact]
    public async Task Visit_ThatFindsSomething_GoesToTheStation_WhichSeesItThroughToItsClosing()
    {
        var (cadre, business) = (await desk.VillageCadreAsync(Town), await desk.BusinessOfAsync(Town, 1));
        using var village = await desk.SignInAsync(cadre.Value);
        Assert.Contains($"/businesses/{business}/visit", (await village.GetAsync("/")).Html, StringComparison.Ordinal);
        var sent = await village.SendFormAsync($"/510115/businesses/{business}/visit", "visit", await AnswersAsync(business, found: "地面有积水"));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.Contains("?done=", sent.Location, StringComparison.Ordinal);
        Assert.Contains("记入台账第", (await village.GetAsync(sent.Location!)).Html, StringComparison.Ordinal);
        var problem = await LastProblemAsync(business);
        Assert.Equal((RectificationState.Reported, cadre.Value), (problem.State, problem.ReportedBy));

        // Who found it does not verify it; whoever mends does not either: buttons are grey and say why.
        var page = $"/510115/problems/{problem.Id}";
        using (var clerk = await desk.SignInAsync(DeskPeople.Clerk))
        {
            Assert.Contains("地面有积水", (await clerk.GetAsync("/")).Html, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Found, (await clerk.SendFormAsync(page, "step-claim")).Status);
            Assert.Equal(HttpStatusCode.Found, (await clerk.SendFormAsync(page, "step-order", ("days", "7"), ("document", "ZG-1"))).Status);
            var ordered = await clerk.GetAsync(page);
            Assert.Contains("整改报告未提交", ordered.Html, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Found, (await clerk.SendFormAsync(page, "step-submit", ("document", "ZGBG-1"))).Status);
        }

        using var second = await desk.SignInAsync(DeskPeople.OtherClerk);
        Assert.Equal(HttpStatusCode.Found, (await second.SendFormAsync(page, "step-close")).Status);
        Assert.Equal((RectificationState.Closed, DeskPeople.OtherClerk), (await desk.AskAsync(district => (district.Rectifications[problem.Id].State, district.Rectifications[problem.Id].VerifiedBy!))));
        Assert.Contains("食安办", (await second.GetAsync("/signin")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThatActsTwice_IsAnsweredOnce_AndOneThatIsOutOfDateIsRefused()
    {
        var business = await desk.BusinessOfAsync(Town, 2);
        using (var village = await desk.SignInAsync((await desk.VillageCadreAsync(Town)).Value))
        {
            await village.SendFormAsync($"/510115/businesses/{business}/visit", "visit", await AnswersAsync(business, found: "操作间不洁"));
        }

        var problem = await LastProblemAsync(business);
        var page = $"/510115/problems/{problem.Id}";
        using var clerk = await desk.SignInAsync(DeskPeople.Clerk);
        using var other = await desk.SignInAsync(DeskPeople.OtherClerk);
        var (mine, theirs) = (DeskClient.HiddenOf((await clerk.GetAsync(page)).Html, "step-claim"), DeskClient.HiddenOf((await other.GetAsync(page)).Html, "step-claim"));
        var (first, again) = (await clerk.PostAsync(page, mine), await clerk.PostAsync(page, mine));
        Assert.Equal((HttpStatusCode.Found, first.Location), (again.Status, again.Location));
        Assert.Single(await desk.AskAsync(district => district.Rectifications.HistoryOf(problem.Id).Where(done => done.Act.Step == RectificationStep.Claim).ToArray()));

        // The page of the other clerk was made before; the id of a request stands for nothing else.
        var late = await other.PostAsync(page, theirs);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Matches("未办理：.*(已作变更|已认领)", late.Html.ReplaceLineEndings(""));
        var reused = await clerk.PostAsync(page, [.. mine.Where(field => field.Name != "_handler"), ("_handler", "step-dismiss"), ("reason", "误报")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reused.Status);
        Assert.Equal(RectificationState.Claimed, (await desk.AskAsync(district => district.Rectifications[problem.Id])).State);
    }

    [Fact]
    public async Task Form_WithoutItsToken_OrOfSomebodyElse_DoesNothing()
    {
        var business = await desk.BusinessOfAsync(Town, 3);
        using var village = await desk.SignInAsync((await desk.VillageCadreAsync(Town)).Value);
        var page = $"/510115/businesses/{business}/visit";
        var hidden = DeskClient.HiddenOf((await village.GetAsync(page)).Html, "visit");
        var before = await desk.AskAsync(district => district.Inspections.InspectionsOf(business).Length);
        Assert.Equal(HttpStatusCode.BadRequest, (await village.PostAsync(page, [.. hidden.Where(field => field.Name != "__RequestVerificationToken"), .. await AnswersAsync(business, null)])).Status);

        // An answer that is missing is told, and what was filled in stands there still.
        var lacking = await village.PostAsync(page, [.. hidden, .. (await AnswersAsync(business, "无证")).Skip(1)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lacking.Status);
        Assert.Contains("value=\"无证\"", lacking.Html, StringComparison.Ordinal);
        Assert.Contains("未填或无法识别", lacking.Html, StringComparison.Ordinal);
        Assert.Equal(before, await desk.AskAsync(district => district.Inspections.InspectionsOf(business).Length));
    }

    [Fact]
    public async Task Fact_IsTriedOutFirst_WithAllThatFollows_AndThenChanged()
    {
        // A small canteen that grows: its tier, its chain and its duties follow.
        var canteen = await desk.AskAsync(district => district.Businesses.Register.Businesses.First(business =>
            business.Type == BusinessType.SchoolCanteen && business.Area.ToShortString().StartsWith("510115003", StringComparison.Ordinal) && business.Profile.DinersPerMeal is > 100 and < 400).Id);
        using var office = await desk.SignInAsync(DeskPeople.Office);
        var page = $"/510115/businesses/{canteen}/facts";
        var tried = await office.SendFormAsync(page, "facts", ("diners-per-meal", "1200"), ("do", "preview"));
        Assert.Equal(HttpStatusCode.OK, tried.Status);
        Assert.Contains("C → <strong>B</strong>", tried.Html, StringComparison.Ordinal);
        Assert.Contains("主体责任人", tried.Html, StringComparison.Ordinal);
        Assert.Equal(Tier.C, await TierOfAsync(canteen));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendFormAsync(page, "facts", ("diners-per-meal", "many"), ("do", "preview"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await office.SendFormAsync(page, "facts", ("diners-per-meal", "1200"), ("do", "send"))).Status);
        Assert.Equal(Tier.B, await TierOfAsync(canteen));
        Assert.Contains("1,200", (await office.GetAsync($"/510115/businesses/{canteen}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figure_LeadsToTheListBehindIt_AsItWasKnownAndAsItIs()
    {
        using var leader = await desk.SignInAsync((await desk.LeaderAsync()).Value);
        var card = await leader.GetAsync("/510115/areas/510115/scorecard?on=2026-11-30&since=2026-11-06");
        Assert.Equal(HttpStatusCode.OK, card.Status);
        Assert.Contains(">1,457<", card.Html, StringComparison.Ordinal);
        Assert.Contains("+331", card.Html, StringComparison.Ordinal);
        Assert.Contains(">1,126<", (await leader.GetAsync("/510115/areas/510115/scorecard?on=2026-11-06")).Html, StringComparison.Ordinal);

        // The generated steps of problems were recorded after the round: on that day nobody knew of them.
        var then = await leader.GetAsync("/510115/areas/510115/scorecard?on=2026-11-06&known=then");
        Assert.DoesNotContain(">1,126<", then.Html, StringComparison.Ordinal);
        Assert.Contains("已督导主体", then.Html, StringComparison.Ordinal);
        var list = await leader.GetAsync("/510115/areas/510115/scorecard/overdue?on=2026-11-06");
        Assert.Contains("合计 7", list.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync("/510115/areas/510115001/scorecard")).Status);
    }

    [Fact]
    public async Task Draft_IsAdoptedByASecondPersonAlone()
    {
        var now = await desk.AskAsync(district => district.Tiers.Policy!);
        var draft = now.Draft("2026.9").InForce(new LocalDate(2027, 1, 1)).Build();
        using var office = await desk.SignInAsync(DeskPeople.Office);
        using var second = await desk.SignInAsync(DeskPeople.SecondOffice);
        var refused = await UploadAsync(office, "/510115/policies", "upload", "draft.json", "{\"format\": 1}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var page = (await UploadAsync(office, "/510115/policies", "upload", "draft.json", TierPolicies.File.Write(draft))).Location!;
        Assert.Contains("共 0 家变动", (await office.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await office.SendFormAsync(page, "propose")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendFormAsync(page, "adopt")).Status);
        Assert.DoesNotContain("2026.9", await desk.AskAsync(district => district.Tiers.Policies.Select(policy => policy.Version).ToArray()));
        Assert.Equal(HttpStatusCode.Found, (await second.SendFormAsync(page, "adopt")).Status);
        Assert.Contains("2026.9", await desk.AskAsync(district => district.Tiers.Policies.Select(policy => policy.Version).ToArray()));
    }

    [Fact]
    public async Task Ledger_OfThePlatform_IsComparedFirst_AndWhatIsTickedIsDone()
    {
        using var office = await desk.SignInAsync(DeskPeople.Office);
        var example = await office.Http.GetStringAsync(new Uri("/510115/import-example", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = (await UploadAsync(office, "/510115/import", "upload", "export.csv", example, ("layout", "ledger"))).Location!;
        var preview = await office.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("（新）", preview.Html, StringComparison.Ordinal);
        var version = await desk.AskAsync(district => district.Version);
        var done = await office.PostAsync(page, [.. DeskClient.HiddenOf(preview.Html, "merge"), ("kind", "changed")]);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("id=\"result\"", done.Html, StringComparison.Ordinal);
        Assert.True(await desk.AskAsync(district => district.Version) > version);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync(office, "/510115/import", "upload", "export.exe", example)).Status);
    }

    [Fact]
    public async Task Cadre_WhoLeaves_HandsOverInOneAct_AfterTheListWasShown()
    {
        var leaves = await desk.VillageCadreAsync("510115105");
        var (area, businesses, full) = await desk.AskAsync(district =>
        {
            var load = district.Chains.Plan!.LoadsOf(leaves).Single();
            return (load.Seat.Area.ToShortString(), load.Main, district.Chains.Roster.PostsIn(load.Seat.Area, district.Today).First(post => post.Cadre != leaves).Cadre);
        });
        CadreId follows = new("GB-2001");
        using var office = await desk.SignInAsync(DeskPeople.Office);
        var page = $"/510115/cadres/{leaves}/hand-over";
        var refused = await office.SendFormAsync(page, "hand-over", ("reason", "调离"), ($"follows.{area}", full.Value), ("do", "preview"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("包保已满", refused.Html, StringComparison.Ordinal);
        var shown = await office.SendFormAsync(page, "hand-over", ("reason", "调离"), ($"new.{area}", follows.Value), ("do", "preview"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("id=\"matters\"", shown.Html, StringComparison.Ordinal);
        Assert.True(await desk.AskAsync(district => district.Chains.IsInService(leaves)));
        Assert.Equal(HttpStatusCode.Found, (await office.SendFormAsync(page, "hand-over", ("reason", "调离"), ($"new.{area}", follows.Value), ("do", "send"))).Status);
        Assert.False(await desk.AskAsync(district => district.Chains.IsInService(leaves)));
        Assert.Equal(businesses, await desk.AskAsync(district => district.Chains.Plan!.LoadsOf(follows).Sum(load => load.Main)));
    }

    [Fact]
    public async Task Tier_IsSetByHand_AppealedAgainst_AndPutBack()
    {
        var business = await desk.BusinessOfAsync(Town, 5);
        var page = $"/510115/businesses/{business}/grade";
        var computed = await TierOfAsync(business);
        using var office = await desk.SignInAsync(DeskPeople.Office);
        Assert.Equal(HttpStatusCode.Found, (await office.SendFormAsync(page, "assign", ("tier", "B"), ("until", ""), ("reason", "周边学校集中"))).Status);
        Assert.Equal(Tier.B, await TierOfAsync(business));
        Assert.Equal(HttpStatusCode.Found, (await office.SendFormAsync(page, "appeal", ("ground", "规模较小"))).Status);
        var (appeal, assignment) = await desk.AskAsync(district => (district.Tiers.AppealsOf(business).Single().Id, district.Tiers.AssignmentsOf(business).Single().Id));

        // Whoever set it does not review it.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendFormAsync(page, $"decide-{appeal}", ("tier", ""), ("reason", "维持"))).Status);
        using var second = await desk.SignInAsync(DeskPeople.SecondOffice);
        Assert.Equal(HttpStatusCode.Found, (await second.SendFormAsync(page, $"decide-{appeal}", ("tier", ""), ("reason", "维持"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await office.SendFormAsync(page, $"end-{assignment}", ("reason", "学校搬迁"))).Status);
        Assert.Equal(computed, await TierOfAsync(business));

        // A clerk of the station files an appeal for the business, and sets no grade.
        using var clerk = await desk.SignInAsync(DeskPeople.Clerk);
        Assert.DoesNotContain("value=\"assign\"", (await clerk.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsync(page, [.. DeskClient.HiddenOf((await clerk.GetAsync(page)).Html, "appeal").Where(field => field.Name != "_handler"), ("_handler", "assign"), ("tier", "A"), ("reason", "x")])).Status);
    }

    [Fact]
    public async Task Today_TellsWhoHasToDoWhat_AndWhatIsDoneIsGone()
    {
        using var office = await desk.SignInAsync(DeskPeople.Office);
        var canteen = await desk.AskAsync(district => district.Businesses.Register.Businesses.First(business =>
            business.Type == BusinessType.SchoolCanteen && $"{business.Area}".StartsWith("510115106", StringComparison.Ordinal) && business.Profile.DinersPerMeal is > 100 and < 400).Id);
        await office.SendFormAsync($"/510115/businesses/{canteen}/facts", "facts", ("diners-per-meal", "1500"), ("do", "send"));
        var task = await desk.AskAsync(district => district.FollowUps.Open.First(open => open.Businesses.Contains(canteen)));
        var before = await office.GetAsync("/510115/today");
        Assert.Contains(task.Text.Chinese, before.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await office.SendFormAsync("/510115/today", $"close-{task.Id}", ("reason", "已办"))).Status);
        Assert.DoesNotContain(task.Id, await desk.AskAsync(district => district.FollowUps.Open.Select(open => open.Id).ToArray()));
    }

    [Fact]
    public async Task Papers_ArePrintedFromWhatTheDistrictKnows()
    {
        var cadre = await desk.VillageCadreAsync(Town);
        var (ordered, business, visit) = await desk.AskAsync(district =>
        {
            var problem = district.Rectifications.All.First(one => one.OrderedBy is not null && one.Business is not null);
            return (problem.Id, problem.Business!.Value, district.Inspections.InspectionsOf(problem.Business.Value)[0].Id);
        });
        using var office = await desk.SignInAsync(DeskPeople.Office);
        foreach (var (address, text) in new[]
        {
            ($"/510115/cadres/{cadre}/commitment", "食品安全包保责任承诺书"), ($"/510115/problems/{ordered}/order", $"ZG-{ordered}"), ($"/510115/inspections/{visit}/record", "检查（督导）记录"),
            ($"/510115/businesses/{business}/letter", "级"), ($"/510115/persons/{cadre}", "inspection-finished"),
        })
        {
            var (status, html) = await office.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, status));
            Assert.Contains(text, html[html.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Photo_OfAFinding_IsKeptByWhatIsInIt_AndShownToWhoMaySeeTheVisit()
    {
        var (cadre, business) = (await desk.VillageCadreAsync("510115106"), await desk.BusinessOfAsync("510115106", 0));
        var page = $"/510115/businesses/{business}/visit";
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4, 5];
        var answers = await AnswersAsync(business, "地面积水");
        var photo = $"{answers.First(answer => answer.Value == "not-met").Name}.photo";
        using var village = await desk.SignInAsync(cadre.Value);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await village.UploadAsync(page, "visit", "a.png", "no picture at all"u8.ToArray(), photo, answers)).Status);
        Assert.Equal(HttpStatusCode.Found, (await village.UploadAsync(page, "visit", "a.png", picture, photo, answers)).Status);
        var (visit, key) = await desk.AskAsync(district =>
        {
            var last = district.Inspections.InspectionsOf(business)[^1];
            return (last.Id, Assert.Single(last.Result!.NotMet[0].Evidence).Key);
        });
        Assert.Equal($"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(picture))}.png", key);
        Assert.Equal(picture, await village.Http.GetByteArrayAsync(new Uri($"/510115/inspections/{visit}/photos/{key}", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains($"photos/{key}", (await village.GetAsync($"/510115/inspections/{visit}/record")).Html, StringComparison.Ordinal);
        using var stranger = await desk.SignInAsync((await desk.VillageCadreAsync("510115002")).Value);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync($"/510115/inspections/{visit}/photos/{key}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await village.GetAsync($"/510115/inspections/{visit}/photos/{new string('b', 64)}.png")).Status);
    }

    [Fact]
    public async Task Answers_RunNothingOfOthers_AndCookiesAreNotForScripts()
    {
        using var client = await desk.SignInAsync(DeskPeople.Office);
        foreach (var page in (string[])["/510115/areas/510115/register", "/510115/areas/510115/scorecard", "/signin"])
        {
            using var answer = await client.Http.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=\"", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("<script(?![^>]*src=)", html);
            Assert.All(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Language_ThatIsChosen_IsKept_AndLeadsNowhereElse()
    {
        using var client = await desk.SignInAsync(DeskPeople.Office);
        var (_, html) = await client.GetAsync("/510115/areas/510115/register");
        Assert.Contains("主体名录", html, StringComparison.Ordinal);
        var token = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        var away = await client.PostAsync("/language", [("__RequestVerificationToken", token), ("to", "en"), ("back", "//elsewhere.example")]);
        Assert.Equal("/", away.Location);
        Assert.Contains("Register of businesses", (await client.GetAsync("/510115/areas/510115/register")).Html, StringComparison.Ordinal);
    }

    private Task<Tier?> TierOfAsync(BusinessId business) => desk.AskAsync(district => district.Tiers.Standing[district.Businesses.Register.RowOf(business)].FindGrade());

    private Task<Rectification> LastProblemAsync(BusinessId business) => desk.AskAsync(district => district.Rectifications.All.Where(problem => problem.Business == business).MaxBy(problem => problem.Id.Number)!);

    /// <summary>Every item is met but one, where something is stated; signed by the business.</summary>
    private Task<(string Name, string Value)[]> AnswersAsync(BusinessId business, string? found) => desk.AskAsync(district =>
    {
        var today = new LocalDate(2026, 12, 1);
        var list = district.Checklists.On(today).For(InspectionKind.CadreVisit, district.Businesses.Register[business].Type, today);
        var general = list.Items.First(item => item.Severity == FindingSeverity.General).Code;
        return (((string, string)[])
        [
            .. list.Items.Select(item => (item.Code, found is not null && item.Code == general ? "not-met" : "met")),
            .. found is null ? [] : ((string, string)[])[($"{general}.found", found), ($"{general}.effect", ItemEffect.Minor.Code())],
            ("signed", $"{business}-manager"),
        ]);
    });

    private static Task<(HttpStatusCode Status, string? Location)> UploadAsync(DeskClient client, string page, string form, string name, string content, params (string Name, string Value)[] fields) =>
        client.UploadAsync(page, form, name, System.Text.Encoding.UTF8.GetBytes(content), "file", fields);
}
