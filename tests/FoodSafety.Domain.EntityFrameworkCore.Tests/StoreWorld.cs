using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>A small district in a store on a data base of a test's own: one town with a village, two cadres, two canteens.</summary>
public sealed class StoreWorld : IAsyncDisposable
{
    public const string Code = "510115";

    public static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    public static readonly AreaCode Area = AreaCode.Parse("510115"), Town = AreaCode.Parse("510115001");
    public static readonly BusinessId Canteen = new("canteen"), Shop = new("shop");
    public static readonly LocalDate Day = new(2026, 3, 2);
    public static readonly DistrictSettings Settings = new(WorkingCalendar.China);

    private StoreWorld(DatabaseKind kind)
    {
        Database = new TestDatabase(kind);
        Store = NewStore();
    }

    public TestDatabase Database { get; }

    /// <summary>Nine in the morning of <see cref="Day"/>.</summary>
    public FakeClock Clock { get; } = new(At(Day));

    public DistrictStore Store { get; }

    public static async Task<StoreWorld> NewAsync(DatabaseKind kind)
    {
        var world = new StoreWorld(kind);
        await using var context = world.Database.Open();
        await context.Database.EnsureCreatedAsync();
        return world;
    }

    public static async Task<StoreWorld> FoundedAsync(DatabaseKind kind)
    {
        var world = await NewAsync(kind);
        await world.Store.ActAsync(Code, new Request("founding"), (_, at) => new UnitOfActs(new Stamp("bureau", Day, at), Founding), TestContext.Current.CancellationToken);
        return world;
    }

    public static Instant At(LocalDate day, int hour = 9) => day.At(new LocalTime(hour, 0)).InZoneStrictly(Settings.Calendar.Zone).ToInstant();

    public static ItemList<Act> Founding =>
    [
        new AreasLaidDown([new(Area, "温江区"), new(Town, "柳城街道")], Made),
        new PolicyLaidDown<Tier>(TierPolicies.SizeAndDiners2022),
        new LevelsLaidDown(LevelCorrespondence.Default),
        new BusinessesOpened([NewCanteen(Canteen, 487), NewCanteen(Shop, 20)]),
        new CadreJoined(new("zhang")), new PostGiven(new("zhang"), "街道主任", Town, new Term(new LocalDate(2026, 1, 1))),
        new CadreJoined(new("li")), new PostGiven(new("li"), "副区长", Area, new Term(new LocalDate(2026, 1, 1))),
    ];

    public static Business NewCanteen(BusinessId id, int diners) =>
        new(id, $"{id}食堂", Town, BusinessType.SchoolCanteen) { Profile = new() { DinersPerMeal = diners, IsChainHeadquarters = false } };

    public static FactsStated Diners(BusinessId business, int diners) => new(business, new FactRecord(BusinessFacts.DinersPerMeal.Of(diners)));

    /// <summary>Another store on the same data base, as another process has one.</summary>
    public DistrictStore NewStore(DistrictStoreOptions? options = null, Func<FoodSafetyContext>? open = null) =>
        new(_ => Task.FromResult<DbContext>((open ?? Database.Open)()), Settings, Clock, options ?? new DistrictStoreOptions { MostClockDifference = null });

    public Task<ActResult> ActAsync(string request, params Act[] acts) => ActAsync(request, Day, acts);

    public Task<ActResult> ActAsync(string request, LocalDate on, params Act[] acts) =>
        Store.ActAsync(Code, new Request(request), (_, at) => new UnitOfActs(new Stamp("wang", on, at), acts), TestContext.Current.CancellationToken);

    /// <summary>All that can be seen of the district in a store.</summary>
    public static Task<string> ShownAsync(DistrictStore store) => store.ReadAsync(Code, Domain.Tests.Acts.DistrictShown.Show, TestContext.Current.CancellationToken);

    /// <summary>All rows of the journal, as text.</summary>
    public async Task<string> RowsAsync()
    {
        await using var context = Database.Open();
        var token = TestContext.Current.CancellationToken;
        return string.Join('\n', (IEnumerable<string>)
        [
            .. (await context.Districts.OrderBy(row => row.Code).ToListAsync(token)).Select(row => $"{row.Code} {row.Version} {row.Revision}"),
            .. (await context.Entries.OrderBy(row => row.District).ThenBy(row => row.Number).ToListAsync(token))
                .Select(row => $"{row.District} {row.Number} {row.By} {row.EnteredBy} {row.On} {row.RecordedAt} {row.Request} {row.Content} {row.Json}"),
            .. (await context.Acts.OrderBy(row => row.District).ThenBy(row => row.Entry).ThenBy(row => row.Place).ToListAsync(token))
                .Select(row => $"{row.District} {row.Entry}.{row.Place} {row.Kind} {row.ThingKind} {row.ThingId}"),
            .. (await context.ActBusinesses.OrderBy(row => row.District).ThenBy(row => row.Entry).ThenBy(row => row.Place).ThenBy(row => row.Business).ToListAsync(token))
                .Select(row => $"{row.District} {row.Entry}.{row.Place} {row.Business}"),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Database.DisposeAsync();
    }
}
