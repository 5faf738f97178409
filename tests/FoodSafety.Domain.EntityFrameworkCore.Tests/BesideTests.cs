using FoodSafety.Domain.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static FoodSafety.Domain.EntityFrameworkCore.Tests.StoreWorld;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>A context of a platform's own, with a table of its own and the tables of districts in a schema.</summary>
public sealed class PlatformContext(DbContextOptions<PlatformContext> options) : DbContext(options)
{
    public DbSet<Photo> Photos => Set<Photo>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.AddFoodSafety("supervision");
        modelBuilder.Entity<Photo>();
    }
}

public sealed class Photo
{
    public long Id { get; set; }

    public required string File { get; set; }

    public long Entry { get; set; }
}

public class BesideTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_WithRowsBesideIt_KeepsBothOrNeither(DatabaseKind kind)
    {
        await using var database = new TestDatabase(kind);
        await using var services = new ServiceCollection()
            .AddDbContextFactory<PlatformContext>(options => database.Configure((DbContextOptionsBuilder<PlatformContext>)options))
            .AddSingleton<IClock>(new NodaTime.Testing.FakeClock(At(Day)))
            .AddDistrictStore<PlatformContext>(Settings, new DistrictStoreOptions { MostClockDifference = null })
            .BuildServiceProvider();
        var store = services.GetRequiredService<DistrictStore>();
        await using (var created = await services.GetRequiredService<IDbContextFactory<PlatformContext>>().CreateDbContextAsync(Token))
        {
            await created.Database.EnsureCreatedAsync(Token);
        }

        await store.ActAsync(Code, new Request("founding"), (_, at) => new UnitOfActs(new Stamp("bureau", Day, at), Founding), Token);
        await store.ActAsync(Code, new Request("form-1"), With("one.jpg", (_, _) => { }), Token);
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => store.ActAsync(Code, new Request("form-2"), With("two.jpg", (_, _) => throw new TimeZoneNotFoundException()), Token));
        // What cannot be saved takes the acts with it.
        await Assert.ThrowsAsync<DbUpdateException>(() => store.ActAsync(Code, new Request("form-3"), With("three.jpg", (context, _) => context.Add(new Photo { Id = 1, File = "twice", Entry = 0 })), Token));
        // Nothing is kept, and nothing beside it.
        Assert.Null((await store.ActAsync(Code, new Request("day"), (_, at) => new UnitOfActs(new Stamp("night", Day, at), new DayBegan()) { Beside = (_, _, _) => throw new TimeZoneNotFoundException() }, Token)).Entry);

        await using var context = await services.GetRequiredService<IDbContextFactory<PlatformContext>>().CreateDbContextAsync(Token);
        Assert.Equal([("one.jpg", 2L)], (await context.Photos.ToListAsync(Token)).Select(photo => (photo.File, photo.Entry)));
        Assert.Equal(2, await context.EntriesOf(Code).CountAsync(Token));
        Assert.Equal(2, await store.ReadAsync(Code, district => district.Version, Token));
        Assert.Equal(512, await store.ReadAsync(Code, district => district.Businesses.Register[Canteen].Profile.DinersPerMeal, Token));
        Assert.Equal("supervision", context.Model.FindEntityType(typeof(EntryRow))!.GetSchema());
        Assert.True((await store.CheckAsync(Code, Token)).IsWhole);

        static Func<District, Instant, UnitOfActs> With(string file, Action<DbContext, Consequences> more) => (_, at) => new UnitOfActs(new Stamp("wang", Day, at), Diners(Canteen, 512))
        {
            Beside = (context, consequences, _) =>
            {
                context.Add(new Photo { File = file, Entry = consequences.Entry!.Number });
                more(context, consequences);
                return Task.CompletedTask;
            },
        };
    }
}
