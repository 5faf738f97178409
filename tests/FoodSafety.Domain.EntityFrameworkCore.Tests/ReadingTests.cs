using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using Microsoft.EntityFrameworkCore;
using static FoodSafety.Domain.EntityFrameworkCore.Tests.StoreWorld;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

public class ReadingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Day_AskedAgain_IsTheSameValueUntilSomethingIsKept(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await using var other = world.NewStore();
        var first = await world.Store.DayAsync(Code, Day, Token);

        Assert.Same(first, await world.Store.DayAsync(Code, Day, Token));
        Assert.Same(first, await world.Store.DayAsync(Code, Day, 1, Token));
        // What another process keeps is seen by the next who asks.
        await other.ActAsync(Code, new Request("form-1"), (_, at) => new UnitOfActs(new Stamp("wang", Day, at), Diners(Canteen, 512)), Token);
        var second = await world.Store.DayAsync(Code, Day, Token);
        Assert.Equal((1L, 2L), (first.Version, second.Version));
        Assert.Same(first, await world.Store.DayAsync(Code, Day, 1, Token));
        Assert.Same(second, await world.Store.DayAsync(Code, Day, 2, Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Day_BeyondWhatStaysInMemory_IsMadeAnew(int kept)
    {
        await using var world = await FoundedAsync(DatabaseKind.Sqlite);
        await using var store = world.NewStore(new DistrictStoreOptions { MostClockDifference = null, DaysInMemory = kept });
        var first = await store.DayAsync(Code, Day, Token);
        await store.DayAsync(Code, Day.PlusDays(1), Token);

        Assert.Equal(kept == 2, ReferenceEquals(first, await store.DayAsync(Code, Day, Token)));
        // The one that was not asked for goes first.
        await store.DayAsync(Code, Day.PlusDays(2), Token);
        Assert.Equal(kept == 2, ReferenceEquals(first, await store.DayAsync(Code, Day, Token)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Read_QuestionThatWrites_IsRefusedAndTakenBack(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        var shown = await ShownAsync(world.Store);

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Store.ReadAsync(Code, district => district.Apply(new Stamp("wang", Day, At(Day)), Diners(Canteen, 512)), Token));

        Assert.Equal(shown, await ShownAsync(world.Store));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Read_DistrictOfWhichNobodyToldAnything_IsEmptyAndMakesNoRow(DatabaseKind kind)
    {
        await using var world = await NewAsync(kind);

        Assert.Equal(0, await world.Store.ReadAsync("510199", district => district.Version, Token));
        Assert.Equal(0, (await world.Store.DayAsync("510199", Day, Token)).Register.Count);
        Assert.Equal("", await world.RowsAsync());
        Assert.True((await world.Store.CheckAsync("510199", Token)).IsWhole);
        await Assert.ThrowsAsync<ArgumentException>(() => world.Store.ReadAsync(" ", district => district.Version, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => world.Store.ReadAsync(new string('d', 65), district => district.Version, Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Districts_WithoutEntriesOrThatCannotBeOpened_DoNotStayInMemory(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        for (var n = 0; n < 20; n++)
        {
            Assert.Equal(0, await world.Store.ReadAsync($"unknown-{n}", district => district.Version, Token));
            await world.Store.DayAsync($"unknown-{n}", Day, Token);
            await world.Store.CheckAsync($"unknown-{n}", Token);
            Assert.Equal(0, await world.Store.ExportAsync($"unknown-{n}", Stream.Null, Token));
        }

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => world.Store.ReadAsync<int>("unknown", _ => throw new TimeZoneNotFoundException(), Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Store.ReadAsync("unknown", district => district.Version, new CancellationToken(canceled: true)));
        await Assert.ThrowsAsync<ActsRefusedException>(() => world.Store.ActAsync("unknown", new Request("form-1"), (_, at) => new UnitOfActs(new Stamp("wang", Day, at), Diners(Canteen, 1)), Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => world.Store.DayAsync("unknown", Day, 7, Token));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => world.Store.ReadAsync(n % 2 == 0 ? "unknown" : Code, district => district.Version, Token)));
        Assert.Equal([Code], world.Store.InMemory);

        // It stays from its first entry on, whoever waits for it meanwhile.
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => n == 10
            ? BeginAsync() : world.Store.ReadAsync("510116", district => district.Version, Token)));
        Assert.All(results, version => Assert.InRange(version, 0, 1));
        Assert.Equal([Code, "510116"], world.Store.InMemory.Order());
        Assert.Equal(1, await world.Store.ReadAsync("510116", district => district.Version, Token));

        await using var context = world.Database.Open();
        await context.Entries.Where(entry => entry.District == "510116").ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Json, "{}"), Token);
        await using var other = world.NewStore();
        await Assert.ThrowsAsync<DataFiles.DataFileException>(() => other.ReadAsync("510116", district => district.Version, Token));
        Assert.Empty(other.InMemory);

        async Task<long> BeginAsync() =>
            (await world.Store.ActAsync("510116", new Request("founding"), (_, at) => new UnitOfActs(new Stamp("bureau", Day, at), Founding), Token)).Entry!.Number;
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Entries_AfterOne_AreThoseBehindItInTheirOrder(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        for (var n = 0; n < 5; n++)
        {
            await world.ActAsync($"form-{n}", Diners(Shop, n));
        }

        Assert.Equal([1, 2, 3, 4, 5, 6], await AfterAsync(0));
        Assert.Equal([5, 6], await AfterAsync(4));
        Assert.Empty(await AfterAsync(6));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AfterAsync(-1));

        async Task<List<long>> AfterAsync(long after)
        {
            List<long> numbers = [];
            await foreach (var entry in world.Store.EntriesAsync(Code, after, Token))
            {
                numbers.Add(entry.Number);
            }

            return numbers;
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Queries_OfAThingABusinessAPerson_FindWhatWasDone(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        var id = new RectificationId(1);
        await world.ActAsync(
            "form-1",
            new FindingRecorded(new(1), InspectionSubject.OfBusiness(Canteen), FindingSource.Complaint, FindingSeverity.General, "张三说地面有积水"),
            new RectificationAct(id, RectificationStep.Report) { Finding = new(1), Severity = FindingSeverity.General, Business = Canteen });
        await world.ActAsync("form-2", RectificationAct.Claim(id));
        await world.Store.ActAsync(
            Code, new Request("form-3"), (_, at) => new UnitOfActs(new Stamp("li", Day, at) { EnteredBy = "clerk" }, RectificationAct.Order(id, TimeLimit.Days(5, Made))), Token);
        await world.ActAsync("form-4", Diners(Shop, 30));
        // A mistake that does not count concerns whom it concerned.
        await world.ActAsync("form-5", new ActVoided(new Thing("rectification", "1"), new ActPlace(4, 0), "wrong form"));
        await using var context = world.Database.Open();

        Assert.Equal([(2, 1), (3, 0), (4, 0), (6, 0)], await PlacesAsync(context.ActsOn(Code, new Thing("rectification", "1"))));
        Assert.Equal([(1, 3), (2, 0), (2, 1), (3, 0), (4, 0), (6, 0)], await PlacesAsync(context.ActsConcerning(Code, Canteen)));
        Assert.Equal([(1, 3), (5, 0)], await PlacesAsync(context.ActsConcerning(Code, Shop)));
        Assert.Equal([4L], await context.EntriesBy(Code, "li").Select(entry => entry.Number).ToListAsync(Token));
        Assert.Equal([4L], await context.EntriesBy(Code, "clerk").Select(entry => entry.Number).ToListAsync(Token));
        Assert.Equal(4, await context.EntriesBy(Code, "wang").Where(entry => entry.On == Day && entry.RecordedAt >= At(Day)).CountAsync(Token));
        Assert.Equal(0, await context.EntriesBy(Code, "wang").Where(entry => entry.On < Day || entry.RecordedAt > At(Day)).CountAsync(Token));
        Assert.Equal(2, await context.ActsOf(Code).CountAsync(act => act.Kind == "cadre-joined", Token));
        Assert.True((await world.Store.CheckAsync(Code, Token)).IsWhole);

        static async Task<List<(int Entry, int Place)>> PlacesAsync(IQueryable<ActRow> acts) =>
            [.. (await acts.OrderBy(act => act.Entry).ThenBy(act => act.Place).ToListAsync(Token)).Select(act => ((int)act.Entry, act.Place))];
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Businesses_OfRecordsThatAllMade_AreLeftOut(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await world.ActAsync("form-1", new RecordsBegun(Day));

        await world.ActAsync("form-2", new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(Canteen, Shop)));

        await using var context = world.Database.Open();
        Assert.Equal(0, await context.ActBusinesses.CountAsync(about => about.Entry == 3, Token));
        Assert.Equal(1, await context.ActsOf(Code).CountAsync(act => act.Kind == "records-kept", Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task ReportPublished_WithAMeasureOfThePlacesOwn_IsReadWhereNobodyCountsIt(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        var canteens = new ScorecardMeasure("canteens", ("食堂", "canteens"), static tally =>
        {
            foreach (var row in tally.Rows)
            {
                tally.Add(row);
            }
        });
        await using (var counting = new DistrictStore(
            _ => Task.FromResult<DbContext>(world.Database.Open()), Settings with { Measures = [canteens] }, world.Clock, new() { MostClockDifference = null }))
        {
            await counting.ActAsync(
                Code, new Request("report"), (district, at) => new UnitOfActs(new Stamp("wang", Day, at), [Scorecard.Of(district.AsOf(Day))[Area].Publish(new(1))]), TestContext.Current.CancellationToken);
        }

        var figures = await world.Store.ReadAsync<ReportFigure[]>(Code, district => [.. district.Publications[new PublicationId(1)].Report.Figures], TestContext.Current.CancellationToken);
        Assert.Equal(("canteens", 2L), (Assert.Single(figures, figure => figure.Measure == "canteens").Name.English, Assert.Single(figures, figure => figure.Measure == "canteens").Count));
    }
}
