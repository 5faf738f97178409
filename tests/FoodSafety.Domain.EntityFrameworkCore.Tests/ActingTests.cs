using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;
using static FoodSafety.Domain.EntityFrameworkCore.Tests.StoreWorld;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

public class ActingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_Taken_KeepsTheEntryByteForByteWithItsActsAndBusinesses(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        world.Clock.AdvanceHours(1);

        var result = await world.Store.ActAsync(
            Code, new Request("form-7", "c0ffee"), (_, at) => new UnitOfActs(new Stamp("wang", Day, at) { EnteredBy = "clerk" }, Diners(Canteen, 512), new BusinessRenamed(Shop, "川味小馆")), Token);

        Assert.False(result.IsRepeated);
        Assert.Equal(2, result.Entry!.Number);
        var move = Assert.Single(result.Consequences.MovesOf<Tier>());
        Assert.Equal((Canteen, Tier.C, Tier.B), (move.Business, move.From.Grade, move.To.Grade));
        await using var context = world.Database.Open();
        var row = await context.Entries.SingleAsync(entry => entry.Number == 2, Token);
        Assert.Equal(world.Store.Format.Write(result.Entry), Encoding.UTF8.GetBytes(row.Json));
        Assert.Equal(("wang", "clerk", Day, At(Day, 10), "form-7", "c0ffee"), (row.By, row.EnteredBy, row.On, row.RecordedAt, row.Request, row.Content));
        Assert.Equal(
            [(0, "facts-stated", "business", "canteen"), (1, "business-renamed", "business", "shop")],
            (await context.ActsOf(Code).Where(act => act.Entry == 2).OrderBy(act => act.Place).ToListAsync(Token)).Select(act => (act.Place, act.Kind, act.ThingKind!, act.ThingId!)));
        Assert.Equal(
            [(0, "canteen"), (1, "shop")],
            (await context.ActBusinesses.Where(about => about.Entry == 2).OrderBy(about => about.Place).ToListAsync(Token)).Select(about => (about.Place, about.Business)));
        Assert.Equal(2, (await context.Districts.SingleAsync(Token)).Version);
        Assert.Equal(await ShownAsync(world.NewStore()), await ShownAsync(world.Store));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_ThirdStepRefused_LeavesNoTraceInMemoryAndDatabase(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        var (shown, rows) = (await ShownAsync(world.Store), await world.RowsAsync());

        var refused = await Assert.ThrowsAsync<ActsRefusedException>(() => world.ActAsync("form-1", Diners(Canteen, 600), new BusinessesOpened([NewCanteen(new("new"), 5)]), Diners(new("nobody"), 1)));

        Assert.Equal([(2, "unknown-business")], refused.Refusals.Select(refusal => (refusal.Place!.Value, refusal.Code)));
        Assert.Equal(shown, await ShownAsync(world.Store));
        Assert.Equal(rows, await world.RowsAsync());
        // The id of a refused request is free: the form is put right and sent again.
        Assert.Equal(2, (await world.ActAsync("form-1", Diners(Canteen, 600))).Entry!.Number);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_WorkThatThrows_LeavesNoTrace(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        var (shown, rows) = (await ShownAsync(world.Store), await world.RowsAsync());

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => world.Store.ActAsync(Code, new Request("1"), (_, at) => new UnitOfActs(new Stamp("wang", Day, at), Half()), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => world.Store.ActAsync(
            Code, new Request("2"), (_, at) => new UnitOfActs(new Stamp("wang", Day, at + Duration.FromMilliseconds(1)), Diners(Canteen, 600)), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Store.ActAsync(
            Code,
            new Request("3"),
            (district, at) =>
            {
                district.Apply(new Stamp("wang", Day, at), Diners(Canteen, 600));
                return new UnitOfActs(new Stamp("wang", Day, at), Diners(Shop, 600));
            },
            Token));

        Assert.Equal(shown, await ShownAsync(world.Store));
        Assert.Equal(rows, await world.RowsAsync());

        static IEnumerable<Act> Half()
        {
            yield return Diners(Canteen, 600);
            throw new TimeZoneNotFoundException();
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_IteratorThatLooksHalfWay_SeesWhatItsActsDid(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        List<int> seen = [];

        await world.Store.ActAsync(Code, new Request("1"), (district, at) => new UnitOfActs(new Stamp("wang", Day, at), Steps(district)), Token);

        Assert.Equal([2, 3], seen);

        IEnumerable<Act> Steps(District district)
        {
            seen.Add(district.Businesses.Register.Count);
            yield return new BusinessesOpened([NewCanteen(new("new"), 5)]);
            seen.Add(district.Businesses.Register.Count);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_RequestThatIsKept_IsAnsweredWithItsFirstResultWholeAndNothingIsDone(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await world.ActAsync("form-0", new CommitmentSigned(new(1), new("zhang"), [Canteen, Shop], "office"));
        var first = await world.ActAsync("form-1", Diners(Canteen, 512));
        await world.ActAsync("form-2", Diners(Canteen, 20));
        var rows = await world.RowsAsync();
        Assert.NotEqual(0, first.Consequences.Moves.Length);
        Assert.NotEqual(0, first.Consequences.Chains.Length);
        Assert.NotEqual(0, first.Consequences.Renewals.Length);
        Assert.NotEqual(0, first.Consequences.FollowUps.Length);

        // Here it is in memory; another process meets it on the way to the last entry, opening the district or catching up; one that has read past it, or keeps no results, goes there again.
        Assert.Same(first.Consequences, await AgainAsync(world.Store));
        await using DistrictStore opening = world.NewStore(), past = world.NewStore(), forgetful = world.NewStore(new() { MostClockDifference = null, ResultsInMemory = 0 });
        await past.ReadAsync(Code, district => district.Version, Token);
        var (met, made) = (await AgainAsync(opening), await AgainAsync(past));
        Assert.Same(met, await AgainAsync(opening));
        Assert.Same(made, await AgainAsync(past));
        Assert.NotSame(await AgainAsync(forgetful), await AgainAsync(forgetful));
        Assert.Equal(rows, await world.RowsAsync());
        Assert.Equal(5, (await past.ActAsync(Code, new Request("form-3"), (_, at) => new UnitOfActs(new Stamp("wang", Day, at), Diners(Canteen, 512)), Token)).Entry!.Number);
        Assert.Equal(5, (await world.ActAsync("form-3", Diners(Canteen, 1))).Consequences.Entry!.Number);

        async Task<Consequences> AgainAsync(DistrictStore store)
        {
            // What would be refused now is not asked.
            var again = await store.ActAsync(Code, new Request("form-1"), (_, _) => throw new TimeZoneNotFoundException(), Token);
            Assert.True(again.IsRepeated);
            Assert.Equal(first.Entry, again.Entry);
            Assert.Equal(first.Consequences, again.Consequences);
            return again.Consequences;
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_RequestThatIsKept_IsLookedUpOnTheWayAndReadAgainOnlyWhereItLiesBehind(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await world.ActAsync("form-1", Diners(Canteen, 512));
        List<string> asked = [];
        var options = world.Database.Configure(new DbContextOptionsBuilder<FoodSafetyContext>()).LogTo(asked.Add, [RelationalEventId.CommandExecuted]).Options;
        await using var store = world.NewStore(open: () => new FoodSafetyContext(options));

        Assert.Equal(1, await PagesAsync("form-1"));
        Assert.Equal(0, await PagesAsync("form-1"));
        // What another process keeps is met when this one catches up.
        await world.ActAsync("form-2", Diners(Canteen, 20));
        Assert.Equal(1, await PagesAsync("form-2"));
        // This one has read past the next before anybody asks for it.
        await world.ActAsync("form-3", Diners(Canteen, 512));
        await store.ReadAsync(Code, district => district.Version, Token);
        Assert.Equal(1, await PagesAsync("form-3"));
        Assert.Equal(0, await PagesAsync("form-3"));

        async Task<int> PagesAsync(string request)
        {
            asked.Clear();
            Assert.True((await store.ActAsync(Code, new Request(request), (_, _) => throw new TimeZoneNotFoundException(), Token)).IsRepeated);
            return asked.Count(command => command.Contains("ORDER BY", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_ManyRepeatedAtOnceWhileOthersWrite_AreAllAnsweredWithTheirFirstResults(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        List<ActResult> first = [];
        for (var n = 0; n < 12; n++)
        {
            first.Add(await world.ActAsync($"form-{n}", Diners(Canteen, n % 2 == 0 ? 512 : 20)));
        }

        await using var other = world.NewStore(new() { MostClockDifference = null, ResultsInMemory = 3 });
        await other.ReadAsync(Code, district => district.Version, Token);
        var again = await Task.WhenAll(Enumerable.Range(0, 36).Select(n => other.ActAsync(
            Code, new Request(n % 3 == 2 ? $"new-{n}" : $"form-{n % 12}"), (_, at) => new UnitOfActs(new Stamp("wang", Day, at), Diners(Shop, n)), Token)));

        Assert.All(again.Index(), one => Assert.Equal(one.Index % 3 != 2, one.Item.IsRepeated));
        Assert.All(again.Index().Where(one => one.Item.IsRepeated), one => Assert.Equal(first[one.Index % 12].Consequences, one.Item.Consequences));
        Assert.Equal(25, await world.Store.ReadAsync(Code, district => district.Version, Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_SameRequestOtherContent_IsRefused(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await world.Store.ActAsync(Code, "form-1", Stamped("wang"), [Diners(Canteen, 512)], Token);
        var rows = await world.RowsAsync();
        world.Clock.AdvanceMinutes(1);

        // When it was recorded is no part of what was asked.
        Assert.True((await world.Store.ActAsync(Code, "form-1", Stamped("wang"), [Diners(Canteen, 512)], Token)).IsRepeated);
        var refused = await Assert.ThrowsAsync<RequestRefusedException>(() => world.Store.ActAsync(Code, "form-1", Stamped("wang"), [Diners(Canteen, 513)], Token));
        Assert.Equal((Code, "form-1", 2), (refused.District, refused.Request.Id, refused.Entry));
        Assert.Contains("form-1", refused.Text.Chinese, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RequestRefusedException>(() => world.Store.ActAsync(Code, "form-1", Stamped("li"), [Diners(Canteen, 512)], Token));
        await Assert.ThrowsAsync<RequestRefusedException>(() => world.Store.ActAsync(Code, "form-1", Stamped("wang"), [Diners(Canteen, 512), Diners(Shop, 1)], Token));
        // Who says no content asks for the answer alone.
        Assert.True((await world.ActAsync("form-1", Diners(Canteen, 513))).IsRepeated);
        Assert.Equal(rows, await world.RowsAsync());
        // In another district the id is another one.
        Assert.Equal(1, (await world.Store.ActAsync("510116", "form-1", Stamped("wang"), Founding, Token)).Entry!.Number);

        static Func<Instant, Stamp> Stamped(string by) => at => new Stamp(by, Day, at);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_DayOnWhichNothingTurns_KeepsNothing(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        world.Clock.AdvanceDays(1);
        var rows = await world.RowsAsync();

        for (var time = 0; time < 2; time++)
        {
            var idle = await world.ActAsync("day-2026-03-03", Day.PlusDays(1), new DayBegan());

            Assert.Null(idle.Entry);
            Assert.Empty(idle.Consequences.Moves);
            Assert.False(idle.IsRepeated);
        }

        Assert.Equal(rows, await world.RowsAsync());
        Assert.Equal(2, (await world.ActAsync("form-1", Day.PlusDays(1), Diners(Canteen, 512))).Entry!.Number);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_ClockThatGoesBack_IsRecordedAtTheLastInstant(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        world.Clock.Reset(At(Day) - Duration.FromSeconds(5));

        Assert.Equal(At(Day), (await world.ActAsync("form-1", Diners(Canteen, 512))).Entry!.Stamp.RecordedAt);

        world.Clock.Reset(At(Day) + Duration.FromNanoseconds(1_234_567));
        Assert.Equal(At(Day) + Duration.FromNanoseconds(1_234_000), (await world.ActAsync("form-2", Diners(Canteen, 513))).Entry!.Stamp.RecordedAt);
        Assert.True((await world.Store.CheckAsync(Code, Token)).IsWhole);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_ClockFarFromThatOfTheDatabase_IsRefused(DatabaseKind kind)
    {
        await using var world = await NewAsync(kind);
#pragma warning disable RS0030 // What the machine of the data base says, which is this one.
        var now = SystemClock.Instance.GetCurrentInstant();
#pragma warning restore RS0030
        List<string> asked = [];
        var options = world.Database.Configure(new DbContextOptionsBuilder<FoodSafetyContext>()).LogTo(asked.Add, [RelationalEventId.CommandExecuted]).Options;
        await using var store = world.NewStore(new DistrictStoreOptions(), () => new FoodSafetyContext(options));

        foreach (var (minutes, isRefused) in new[] { (11, true), (-11, true), (9, false) })
        {
            world.Clock.Reset(now + Duration.FromMinutes(minutes));
            var today = world.Clock.GetCurrentInstant().InZone(Settings.Calendar.Zone).Date;
            var acting = store.ActAsync(Code, new Request("founding"), (_, at) => new UnitOfActs(new Stamp("bureau", today, at), Founding), Token);
            if (isRefused)
            {
                Assert.Equal(Duration.FromMinutes(10), (await Assert.ThrowsAsync<ClocksDifferException>(() => acting)).Most);
                Assert.Equal($"{Code} 0 0", await world.RowsAsync());
            }
            else
            {
                Assert.Equal(1, (await acting).Entry!.Number);
            }
        }

        Assert.Contains(asked, command => command.Contains(kind == DatabaseKind.PostgreSql ? "now()" : "'now'", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_Late_CountsByItsDayAndAReportAsPublishedSaysWhatItSaid(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await world.ActAsync("form-1", new OutreachOpened(new(1), ("一封信", "a letter"), [OutreachMaterial.Letter]), new OutreachTargeted(new(1), [Canteen, Shop]));
        world.Clock.AdvanceDays(1);
        var published = await world.ActAsync("form-2", Day.PlusDays(1), Diners(Canteen, 512));
        var (told, version) = (await world.Store.DayAsync(Code, Day, Token), published.Entry!.Number);
        Assert.Equal((version, [0], Tier.C), (told.Version, DeliveredOn(told), told.Standing[0].Grade));

        // On the third day a station brings what it handed over on the first.
        world.Clock.AdvanceDays(1);
        await world.ActAsync("form-3", Day, new OutreachDelivered(new(1), "letter", [Canteen]));

        await using var other = world.NewStore();
        foreach (var store in new[] { world.Store, other })
        {
            Assert.Equal([1], DeliveredOn(await store.DayAsync(Code, Day, Token)));
            Assert.Equal([0], DeliveredOn(await store.DayAsync(Code, Day, version, Token)));
            Assert.Equal(Tier.C, (await store.DayAsync(Code, Day, version, Token)).Standing[0].Grade);
            Assert.Equal(Tier.B, (await store.DayAsync(Code, Day.PlusDays(1), version, Token)).Standing[0].Grade);
            Assert.Equal(0, (await store.DayAsync(Code, Day, 0, Token)).Register.Count);
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => store.DayAsync(Code, Day, 5, Token));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => store.DayAsync(Code, Day, -1, Token));
        }

        static ItemList<int> DeliveredOn(DistrictDay day) => Assert.Single(day.Campaigns).CoverageOn(day.Day).Delivered;
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_OfSeveralDistricts_KeepsEachToItself(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await world.Store.ActAsync("510116", new Request("founding"), (_, at) => new UnitOfActs(new Stamp("bureau", Day, at), Founding), Token);

        await world.ActAsync("form-1", Diners(Canteen, 512));

        Assert.Equal((2, 1), (await world.Store.ReadAsync(Code, district => district.Version, Token), await world.Store.ReadAsync("510116", district => district.Version, Token)));
        await using var context = world.Database.Open();
        Assert.Equal(2, await context.EntriesOf(Code).CountAsync(Token));
        Assert.Equal(1, await context.EntriesOf("510116").CountAsync(Token));
        Assert.Equal(1, await context.ActsConcerning("510116", Canteen).CountAsync(Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_EntryThatWouldNotReadBack_IsNotKept(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        var (shown, rows) = (await ShownAsync(world.Store), await world.RowsAsync());

        // A condition in code that the settings do not have cannot be read again by its key.
        var policy = GradingPolicy.Define(TierPolicies.SizeAndDiners2022.Id, "2026.1", ("另一版", "another version"), Tiers.Scale).InForce(Day)
            .Rule("odd", Tier.A, Condition.Custom("odd", ("奇数", "odd"), _ => false), ("奇数", "odd"), Made).Otherwise(Tier.D, ("其他", "others"), Made).Build();
        await Assert.ThrowsAsync<ArgumentException>(() => world.ActAsync("form-1", Diners(Canteen, 512), new PolicyLaidDown<Tier>(policy)));

        Assert.Equal(shown, await ShownAsync(world.Store));
        Assert.Equal(rows, await world.RowsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Request_WithoutId_IsRefused(string id) => Assert.Throws<ArgumentException>(() => new Request(id));

    [Fact]
    public void Request_IdOrContentBeyond128_IsRefused()
    {
        Assert.Equal(128, new Request(new string('r', 128), new string('c', 128)).Id.Length);
        Assert.Throws<ArgumentException>(() => new Request(new string('r', 129)));
        Assert.Throws<ArgumentException>(() => new Request("r", new string('c', 129)));
    }
}
