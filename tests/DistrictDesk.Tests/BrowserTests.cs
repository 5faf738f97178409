using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FoodSafety.Domain.Rectifications;
using Microsoft.Playwright;

namespace DistrictDesk.Tests;

/// <summary>The desk in a browser: scripts and their errors, the width of a phone, what an engine finds for people who cannot see, and the pictures of the sample's page.</summary>
public sealed class BrowserTests(DeskFixture desk) : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly AxeRunOptions Wcag = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } };

    private readonly List<string> _errors = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Chromium))
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    [Fact]
    public async Task Day_InTheDistrict_GoesThroughAllRoles()
    {
        var (cadre, business) = (await desk.VillageCadreAsync("510115004"), await desk.BusinessOfAsync("510115004", 0));

        // The cadre, on a phone: the visit, with one thing found.
        var page = await OpenAsync(390, cadre.Value);
        await page.GotoAsync($"/510115/businesses/{business}/visit");
        foreach (var item in await page.Locator("fieldset.item").AllAsync())
        {
            await item.GetByLabel("符合", new() { Exact = true }).CheckAsync();
        }

        var general = page.Locator("fieldset.item", new() { Has = page.GetByText("已当场整改") }).First;
        await general.GetByLabel("不符合", new() { Exact = true }).CheckAsync();
        await general.GetByLabel("发现的问题").FillAsync("操作间地面有积水");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await page.GetByText("记入台账第").WaitForAsync();
        await page.GotoAsync($"/510115/cadres/{cadre}");
        await page.GetByText("操作间地面有积水").First.WaitForAsync();

        // The station: claimed, ordered, mended; closed by another clerk.
        var problem = await desk.AskAsync(district => district.Rectifications.All.Where(one => one.Business == business).MaxBy(one => one.Id.Number)!.Id);
        page = await OpenAsync(1280, "510115004-station-1");
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = $"{problem}", Exact = true }).ClickAsync();
        await StepAsync(page, "认领");
        await StepAsync(page, "责令限期整改");
        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "复查销号" }).IsDisabledAsync());
        await StepAsync(page, "提交整改报告");
        page = await OpenAsync(1280, "510115004-station-2");
        await page.GotoAsync($"/510115/problems/{problem}");
        await StepAsync(page, "复查销号");

        // The office: a fact is tried out, and the register is searched; the leader: a figure and its list.
        page = await OpenAsync(1280, DeskPeople.Office);
        await page.GotoAsync($"/510115/businesses/{business}/facts");
        await page.GetByLabel("从业人员").FillAsync("400");
        await page.GetByRole(AriaRole.Button, new() { Name = "预览后果" }).ClickAsync();
        await page.Locator("#consequences").WaitForAsync();
        await page.GotoAsync("/510115/areas/510115/register");
        await page.GetByLabel("名称、编号或证照").FillAsync(business.Value);
        await page.GetByRole(AriaRole.Button, new() { Name = "查询" }).ClickAsync();
        await page.GetByText("共 1 家").WaitForAsync();
        page = await OpenAsync(1280, (await desk.LeaderAsync()).Value);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "1,458" }).Or(page.Locator("a[href*='scorecard/found']")).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "发现问题" }).WaitForAsync();
        Assert.Equal(RectificationState.Closed, (await desk.AskAsync(district => district.Rectifications[problem])).State);
        Assert.Empty(_errors);
    }

    [Fact]
    public async Task Pages_FitPhones_AndAnEngineForAccessibilityFindsNothing_InBothLanguages()
    {
        var (cadre, business, leader) = (await desk.VillageCadreAsync("510115005"), await desk.BusinessOfAsync("510115005", 0), await desk.LeaderAsync());
        var problem = await desk.AskAsync(district => district.Rectifications.All.First(one => one.Business is { } of && $"{district.Businesses.Register[of].Area}".StartsWith("510115005", StringComparison.Ordinal)).Id);
        var ordered = await desk.AskAsync(district => district.Rectifications.All.First(one => one.OrderedBy is not null).Id);
        (string Person, string Address, string Picture)[] pages =
        [
            (cadre.Value, $"/510115/cadres/{cadre}", "cadre"), (cadre.Value, $"/510115/businesses/{business}/visit", "visit"), (cadre.Value, $"/510115/businesses/{business}", "business"),
            ("510115005-station-1", "/510115/areas/510115005/problems?show=settled", "inbox"), ("510115005-station-1", $"/510115/problems/{problem}", "problem"),
            (DeskPeople.Office, "/510115/areas/510115/register", "register"), (DeskPeople.Office, $"/510115/businesses/{business}/facts", "facts"), (DeskPeople.Office, "/510115/areas/510115/chains", "chains"),
            (DeskPeople.Office, "/510115/import", "import"), (DeskPeople.Office, "/510115/policies", "policies"),
            (leader.Value, "/510115/areas/510115/scorecard?on=2026-11-30&since=2026-11-06", "scorecard"), (leader.Value, "/510115/areas/510115/scorecard/overdue?on=2026-11-06", "list"), (DeskPeople.Office, $"/510115/problems/{ordered}/order", "order"), (leader.Value, "/signin", "signin"),
        ];
        List<string> found = [];
        foreach (var (width, language) in ((int, string)[])[(390, "zh"), (1280, "en")])
        {
            foreach (var of in pages.GroupBy(page => page.Person))
            {
                var page = await OpenAsync(width, of.Key, language);
                foreach (var (_, address, picture) in of)
                {
                    await page.GotoAsync(address);
                    var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                    if (wide > width)
                    {
                        found.Add($"{address} at {width}: {wide} wide");
                    }

                    // Once of each page, on a phone; and of one that has all that is wide.
                    if (width < 1000 || picture == "scorecard")
                    {
                        var result = await page.RunAxe(Wcag);
                        Assert.NotEmpty(result.Passes);
                        found.AddRange(result.Violations.Select(violation => $"{address} at {width}: {violation.Impact} {violation.Id} {violation.Nodes.FirstOrDefault()?.Html}"));
                    }

                    await PictureAsync(page, $"{picture}-{language}-{width}");
                }
            }
        }

        Assert.Empty(found);
        Assert.Empty(_errors);
    }

    [Fact]
    public async Task Visit_WithoutANetwork_IsKeptOnThePhone_AndSentOnceWhenItIsBack()
    {
        var (cadre, business) = (await desk.VillageCadreAsync("510115006"), await desk.BusinessOfAsync("510115006", 0));
        var page = await OpenAsync(390, cadre.Value);
        await page.GotoAsync($"/510115/cadres/{cadre}");
        for (var tries = 0; !await page.EvaluateAsync<bool>("navigator.serviceWorker.controller !== null"); tries++)
        {
            Assert.True(tries < 100, "No worker took the page.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        await page.GotoAsync($"/510115/businesses/{business}/visit");
        var before = await VisitsAsync();

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        foreach (var item in await page.Locator("fieldset.item").AllAsync())
        {
            await item.GetByLabel("符合", new() { Exact = true }).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await page.GetByText("待发送的督导记录 1").WaitForAsync();
        await page.ReloadAsync();
        await page.GetByText("待发送的督导记录 1").WaitForAsync();
        await page.GotoAsync("/510115/areas/510115006/problems");
        await page.GetByText("此页须联网查看").WaitForAsync();
        Assert.Equal(before, await VisitsAsync());

        // The answer of the first sending is lost: it is sent again, and counts once.
        var lost = 0;
        await page.RouteAsync("**/visit", async route =>
        {
            if (route.Request.Method == "POST" && lost++ == 0)
            {
                await route.FetchAsync();
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        _errors.Clear();
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync($"/510115/cadres/{cadre}");
        await page.WaitForTimeoutAsync(500);
        await page.ReloadAsync();
        await page.Locator("#outbox").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.Equal(before + 1, await VisitsAsync());
        Assert.True(lost >= 2, $"It was sent {lost} times.");

        Task<int> VisitsAsync() => desk.AskAsync(district => district.Inspections.InspectionsOf(business).Length);
    }

    [Fact]
    public async Task Desk_WithoutScripts_IsWorkedAtAllTheSame()
    {
        var (cadre, business) = (await desk.VillageCadreAsync("510115101"), await desk.BusinessOfAsync("510115101", 0));
        var page = await OpenAsync(390, cadre.Value, scripts: false);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = $"督导 {business}" }).ClickAsync();
        foreach (var item in await page.Locator("fieldset.item").AllAsync())
        {
            await item.GetByLabel("符合", new() { Exact = true }).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await page.GetByText("记入台账第").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "My work" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "My businesses" }).WaitForAsync();
        Assert.Empty(_errors);
    }

    private static async Task StepAsync(IPage page, string step)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
        await page.Locator("ol.plain").GetByText(step).First.WaitForAsync();
    }

    /// <summary>A page of somebody who is signed in, whose errors are kept.</summary>
    private async Task<IPage> OpenAsync(int width, string person, string language = "zh", bool scripts = true)
    {
        Assert.SkipWhen(_browser is null, $"{Chromium} is not installed");
        var context = await _browser.NewContextAsync(new() { BaseURL = desk.Address.ToString(), JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = 844 }, Locale = language == "zh" ? "zh-CN" : "en-GB" });
        using (var client = await desk.SignInAsync(person))
        {
            await context.AddCookiesAsync(client.Cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = desk.Address.ToString(), HttpOnly = true }));
        }

        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _errors.Add($"{page.Url}: {error}");
        return page;
    }

    // The pictures of the sample's page are made where somebody asks for them.
    private static Task PictureAsync(IPage page, string name) => Environment.GetEnvironmentVariable("FOODSAFETY_WRITE_PICTURES") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") })
        : Task.CompletedTask;
}
