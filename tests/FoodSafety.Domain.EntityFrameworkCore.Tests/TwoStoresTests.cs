using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using static FoodSafety.Domain.EntityFrameworkCore.Tests.StoreWorld;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>Two stores on one data base, as two processes have them: they share nothing in memory.</summary>
public class TwoStoresTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_200TimesByEachOfTwoAtOnce_KeepsAllInOneOrderThatBothSee(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await using DistrictStore one = world.NewStore(), other = world.NewStore();

        await Task.WhenAll(WriteAsync(one, "one"), WriteAsync(other, "other"));

        Assert.Equal(401, await one.ReadAsync(Code, district => district.Version, Token));
        var shown = await ShownAsync(one);
        Assert.Equal(shown, await ShownAsync(other));
        Assert.Equal(shown, await ShownAsync(world.NewStore()));
        List<Entry> entries = [];
        await foreach (var entry in one.EntriesAsync(Code, 1, Token))
        {
            entries.Add(entry);
        }

        Assert.Equal(Enumerable.Range(2, 400).Select(number => (long)number), entries.Select(entry => entry.Number));
        // Each saw what was there when he wrote, so the names count without a gap; and what one wrote stands in the order in which he wrote it.
        Assert.Equal(Enumerable.Range(2, 400).Select(number => $"name {number - 1}"), entries.Select(entry => Assert.IsType<BusinessRenamed>(Assert.Single(entry.Acts)).Name));
        Assert.Equal([200, 200], entries.CountBy(entry => entry.Stamp.By).OrderBy(by => by.Key).Select(by => by.Value));
        Assert.True((await one.CheckAsync(Code, Token)).IsWhole);
        Assert.Empty(await one.VerifyAsync(Code, Token));

        static async Task WriteAsync(DistrictStore store, string by)
        {
            await Task.Yield();
            for (var time = 0; time < 200; time++)
            {
                await store.ActAsync(Code, new Request($"{by}-{time}"), (district, at) => new UnitOfActs(new Stamp(by, Day, at), new BusinessRenamed(Shop, $"name {district.Version}")), Token);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_SameRequestByManyAtOnce_IsDoneOnce(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await using DistrictStore one = world.NewStore(), other = world.NewStore();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? one : other).ActAsync(
            Code, new Request("form-1"), (_, at) => new UnitOfActs(new Stamp("wang", Day, at), Diners(Canteen, 512)), Token)));

        Assert.Single(results, result => !result.IsRepeated);
        Assert.All(results, result => Assert.Equal(2, result.Entry!.Number));
        Assert.Equal(2, await one.ReadAsync(Code, district => district.Version, Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_FirstOfADistrictByManyAtOnce_BeginsItOnce(DatabaseKind kind)
    {
        await using var world = await NewAsync(kind);
        await using DistrictStore one = world.NewStore(), other = world.NewStore();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? one : other).ActAsync(
            Code, new Request($"form-{n}"), (_, at) => new UnitOfActs(new Stamp("wang", Day, at), new CadreNumber(n).Joined), Token)));

        Assert.Equal(Enumerable.Range(1, 8).Select(number => (long)number), results.Select(result => result.Entry!.Number).Order());
    }

    private readonly record struct CadreNumber(int Number)
    {
        public Act Joined => new Responsibility.CadreJoined(new($"k{Number}"));
    }
}
