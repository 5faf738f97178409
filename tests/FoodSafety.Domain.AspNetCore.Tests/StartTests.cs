using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace FoodSafety.Domain.AspNetCore.Tests;

/// <summary>What the platform brings along is checked at its start, all of it at once; policies of a folder are offered and decide nothing.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fs-policies-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task EverythingWrong_IsToldAtOnce()
    {
        var twice = Condition.Custom("same", ("同", "same"), _ => true);
        var apart = new NumberFact("apart", ("另", "apart"), ("个", "pieces"), maximum: 9) { IsFixed = true };
        var stopped = await Assert.ThrowsAsync<FoodSafetyStartException>(() => Platform.StartAsync(options =>
        {
            options.Settings = new DistrictSettings(WorkingCalendar.China)
            {
                Conditions = [twice, Condition.Custom("same", ("同", "same"), _ => false)],
                Derived = [DerivedFact.OfBusiness(apart, (_, _, _) => null)],
            };
            options.CadreClaim = " ";
            options.OfficePolicy = "nobody-registered";
            options.UseDatabase(static _ => { });
        }));
        Assert.Equal(5, stopped.Faults.Length);
        Assert.All(stopped.Faults, fault => Assert.NotEqual(fault.Chinese, fault.English));
        Assert.Contains("The authorization policy 'nobody-registered' (OfficePolicy) is not registered", stopped.Text.English, StringComparison.Ordinal);
        Assert.Contains("Two conditions have the key 'same'.", stopped.Text.English, StringComparison.Ordinal);
        Assert.Contains("The derived fact 'apart' is not in the schema.", stopped.Text.English, StringComparison.Ordinal);
        Assert.Contains("The type of the claim", stopped.Text.English, StringComparison.Ordinal);
        Assert.Contains("The data base cannot be used: No database provider has been configured", stopped.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EverythingWrongWithEndpoints_IsToldAtOnce_InBothLanguages()
    {
        var stopped = await Assert.ThrowsAsync<FoodSafetyStartException>(() => Platform.StartAsync(map: app =>
        {
            app.MapGet("/live", (DistrictStore store) => store.ReadAsync(Platform.Code, district => district, Platform.Ct));
            app.MapGet("/{district}/policy", () => "").RequireAuthorization("nobody-registered");
            app.MapGet("/{district}/again", () => "").RequireAuthorization("nobody-registered");
            app.MapGet("/{district}/shop/{id}", () => "").RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Business);
            app.MapGet("/other/{business}", () => "").RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Business);
        }));
        Assert.Equal(
        [
            "GET /live answers District: District has no JSON form: put what you need of it into a type of your own; a whole district is kept by its entries, which EntryFormat writes.",
            "GET /{district}/shop/{id} asks for jurisdiction by 'business', and its address has no {business}: put it there, or name another value to RequireJurisdiction.",
            "GET /other/{business} asks for jurisdiction by 'district', and its address has no {district}: put it there, or name another value to RequireJurisdiction.",
            "GET /{district}/policy, GET /{district}/again ask for the authorization policy 'nobody-registered', which is not registered: register it by AddAuthorizationBuilder().AddPolicy(...).",
        ], stopped.Faults.Select(fault => fault.English));
        Assert.All(stopped.Faults, fault => Assert.Matches(@"^GET .*\p{IsCJKUnifiedIdeographs}{4}", fault.Chinese));
        Assert.StartsWith("程序不能启动，有 4 处设置有误：\n- GET /live 答复 District：", stopped.Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_WithoutAPlatform_SayWhatToCall()
    {
        await using var app = WebApplication.CreateBuilder().Build();
        Assert.Equal("No platform is registered: call services.AddFoodSafety(...) before MapFoodSafety.", Assert.Single(Assert.Throws<FoodSafetyStartException>(() => app.MapFoodSafety()).Faults).English);
    }

    [Fact]
    public async Task UnreadablePolicies_AreToldWithFileAndLine()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "tier"));
        Directory.CreateDirectory(Path.Combine(_folder, "tiers"));
        var good = TierPolicies.File.Write(TierPolicies.SizeAndDiners2022);
        await File.WriteAllTextAsync(Path.Combine(_folder, "tier", "a.json"), good, Platform.Ct);
        await File.WriteAllTextAsync(Path.Combine(_folder, "tier", "b.json"), good, Platform.Ct);
        await File.WriteAllTextAsync(Path.Combine(_folder, "tier", "c.json"), "{\n\"format\": 1,\n\"id\": 7\n}", Platform.Ct);
        await File.WriteAllTextAsync(Path.Combine(_folder, "tiers", "d.json"), good, Platform.Ct);
        var stopped = await Assert.ThrowsAsync<FoodSafetyStartException>(() => Platform.StartAsync(options => options.PolicyFolder = _folder));
        Assert.Contains(stopped.Faults, fault => fault.English.StartsWith($"{Path.Combine(_folder, "tier", "c.json")}: line 3, column ", StringComparison.Ordinal));
        Assert.Contains(stopped.Faults, fault => fault.English.StartsWith($"{Path.Combine(_folder, "tier", "b.json")}: ", StringComparison.Ordinal) && fault.English.Contains("already", StringComparison.Ordinal));
        Assert.Contains(stopped.Faults, fault => fault.English.EndsWith("A file stands in a folder called by its grading: tier, risk-grade.", StringComparison.Ordinal));
        Assert.Contains(await Missing(), fault => fault.English.Contains("There is no folder", StringComparison.Ordinal));

        async Task<ItemList<BilingualText>> Missing() =>
            (await Assert.ThrowsAsync<FoodSafetyStartException>(() => Platform.StartAsync(options => options.PolicyFolder = Path.Combine(_folder, "none")))).Faults;
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Policy_OfTheFolder_DecidesFromItsAdoptionOn_AndNotFromItsFile(DatabaseKind on)
    {
        var file = Path.Combine(_folder, "tier", "own.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var policy = TierPolicies.SizeAndDiners2022.Draft("2026.1").InForce(new(2026, 9, 7)).Build();
        await File.WriteAllTextAsync(file, TierPolicies.File.Write(policy), Platform.Ct);
        await using var platform = await Platform.StartAsync(options => options.PolicyFolder = _folder, on: on);
        await platform.FoundAsync();
        var offered = platform.App.Services.GetRequiredService<OfferedPolicies>();
        Assert.Equal("2022.1", await InForceAsync());
        var offer = Assert.Single(offered.Read().Policies);
        Assert.Equal(("tier", policy.Id, "2026.1", policy.From), (offer.Grading, offer.Id, offer.Version, offer.From));
        await platform.ActAsync("adopt", offered.Read()["tier", policy.Id, "2026.1"].Adopt());
        Assert.Equal("2026.1", await InForceAsync());

        // The file changes, and is gone: what is offered follows, what decides does not.
        await File.WriteAllTextAsync(file, TierPolicies.File.Write(TierPolicies.SizeAndDiners2022.Draft("2026.2").InForce(new(2026, 9, 8)).Build()), Platform.Ct);
        Assert.Equal("2026.2", Assert.Single(offered.Read().Policies).Version);
        await File.WriteAllTextAsync(file, "{", Platform.Ct);
        Assert.Empty(offered.Read().Policies);
        Assert.Single(offered.Read().Faults);
        File.Delete(file);
        Assert.Empty(offered.Read().Faults);
        Assert.Equal("2026.1", await InForceAsync());
        Assert.Throws<KeyNotFoundException>(() => offered.Read()["tier", policy.Id, "2026.1"]);

        Task<string> InForceAsync() => platform.Store.ReadAsync(Platform.Code, district => district.AsOf(district.Today).GradingOf<Tier>().Policy!.Version, Platform.Ct);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Database_ThatWasNotMade_IsToldAtTheStart(DatabaseKind on)
    {
        var stopped = await Assert.ThrowsAsync<FoodSafetyStartException>(() => Platform.StartAsync(options => options.MigratesAtStart = false, on: on));
        Assert.Contains("The data base cannot be reached, or was not made yet", Assert.Single(stopped.Faults).English, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Database_OfALaterVersion_IsToldAtTheStart(DatabaseKind on)
    {
        await using var database = new TestDatabase(on);
        await using (var first = await Platform.StartAsync(database: database))
        {
            await using var context = await first.App.Services.GetRequiredService<IDbContextFactory<FoodSafetyContext>>().CreateDbContextAsync(Platform.Ct);
            Assert.NotEmpty(await context.Database.GetAppliedMigrationsAsync(Platform.Ct));
            await context.Database.ExecuteSqlRawAsync("""insert into "__EFMigrationsHistory" values ('99990101000000_Later', '99.0.0')""", Platform.Ct);
        }

        foreach (var migrates in new[] { true, false })
        {
            var stopped = await Assert.ThrowsAsync<FoodSafetyStartException>(() => Platform.StartAsync(options => options.MigratesAtStart = migrates, database: database));
            Assert.StartsWith("The data base is newer: it has 99990101000000_Later", Assert.Single(stopped.Faults).English, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task OwnContext_HoldsTheDistrictsBesideItsOwnRows(DatabaseKind on)
    {
        await using var database = new TestDatabase(on);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddDbContextFactory<OwnContext>(db => Platform.Use(db, database));
        builder.Services.AddFoodSafety<OwnContext>(options => (options.MigratesAtStart, options.Store) = (true, new() { MostClockDifference = null }));
        await using var app = builder.Build();
        await app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<FoodSafetyStart>().Single().StartingAsync(Platform.Ct);
        var result = await app.Services.GetRequiredService<DistrictStore>().ActAsync(Platform.Code, new Request("r"), (_, now) => new UnitOfActs(
            new("office", now.InZone(ChinaTime.Zone).Date, now), new LevelsLaidDown(LevelCorrespondence.Default))
        {
            Beside = (context, _, _) =>
            {
                context.Add(new Photo { Id = 7 });
                return Task.CompletedTask;
            },
        }, Platform.Ct);
        Assert.Equal(1, result.Entry!.Number);
        await using var context = await app.Services.GetRequiredService<IDbContextFactory<OwnContext>>().CreateDbContextAsync(Platform.Ct);
        Assert.Equal(7, Assert.Single(await context.Set<Photo>().ToListAsync(Platform.Ct)).Id);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Health_IsGood_UntilTheDataBaseIsGone_OrTheLastEntryCannotBeRead(DatabaseKind on)
    {
        List<string> asked = [];
        await using var database = new TestDatabase(on);
        await using var platform = await Platform.StartAsync(
            options => options.UseDatabase(db => Platform.Use(db, database).LogTo(asked.Add, [RelationalEventId.CommandExecuted])),
            services: builder => builder.Services.AddHealthChecks().AddFoodSafety(), map: app => app.MapHealthChecks("/healthz"), database: database);
        await platform.FoundAsync();
        asked.Clear();
        Assert.Equal("Healthy", await platform.Client().GetStringAsync("/healthz", Platform.Ct));
        // A probe comes every few seconds: the version is asked once, and the last entry.
        Assert.Single(asked, command => command.Replace("\"", "", StringComparison.Ordinal).Contains("FROM __EFMigrationsHistory", StringComparison.Ordinal));
        Assert.Single(asked, command => command.Replace("\"", "", StringComparison.Ordinal).Contains("FROM fs_entries", StringComparison.Ordinal));
        await using var context = await platform.App.Services.GetRequiredService<IDbContextFactory<FoodSafetyContext>>().CreateDbContextAsync(Platform.Ct);
        await context.Entries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Json, "{}"), Platform.Ct);
        Assert.Equal(HealthStatus.Unhealthy, await CheckAsync());
        await context.Database.EnsureDeletedAsync(Platform.Ct);
        Assert.Equal(HealthStatus.Unhealthy, await CheckAsync());

        async Task<HealthStatus> CheckAsync() => (await platform.App.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Platform.Ct)).Status;
    }

    internal sealed class OwnContext(DbContextOptions<OwnContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.AddFoodSafety();
            modelBuilder.Entity<Photo>().Property(photo => photo.Id).ValueGeneratedNever();
        }
    }

    internal sealed class Photo
    {
        public int Id { get; set; }
    }
}
