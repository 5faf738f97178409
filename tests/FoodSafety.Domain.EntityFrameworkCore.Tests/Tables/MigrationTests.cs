using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Tests.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Testing;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>The versions of the data base: one after the other with data in it, and one that is too new.</summary>
public class MigrationTests(ITestOutputHelper output)
{
    private static readonly ActGen Acts = new();

    private static readonly DistrictSettings Settings = DistrictHistory.Settings with { Conditions = [Acts.Fuse] };

    private static readonly DistrictStoreOptions Options = new() { MostClockDifference = null };

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Migrations_OfEachProvider_AreThoseOfTheModel(DatabaseKind kind)
    {
        await using var database = new TestDatabase(kind);
        await using var context = database.Open();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal(["Journal", "ReadTables"], context.Database.GetMigrations().Select(id => id.Split('_')[1]));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Database_OfTheJournalAlone_GetsItsReadTablesFilled(DatabaseKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(kind);
        var (last, entries) = await WriteJournalAsync(database, 3);
        await using var store = StoreOn(database);

        await store.MigrateAsync(cancellation);

        Assert.Equal(last.Version, await store.ReadAsync("d3", district => district.Version, cancellation));
        Assert.Empty(await store.VerifyAsync("d3", cancellation));
        await using var context = database.Open();
        Assert.Equal(last.Businesses.Register.Count, await context.Set<BusinessRow>().CountAsync(row => row.District == "d3", cancellation));
        await store.ActAsync("d3", new Request("later"), (district, at) => new UnitOfActs(
            new Stamp("li", at.InZone(ChinaTime.Zone).Date, at), new DayBegan(), new BusinessRenamed(district.Businesses.Register.IdAt(0), "川味小馆")), cancellation);
        Assert.Empty(await store.VerifyAsync("d3", cancellation));
        Assert.True(await context.Set<BusinessRow>().AnyAsync(row => row.Name == "川味小馆", cancellation));
        await store.MigrateAsync(cancellation);
        output.WriteLine($"{entries} entries of the first version were read by the second.");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Database_OfANewerVersion_IsRefusedBeforeAnythingIsRead(DatabaseKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(kind);
        await using var context = database.Open();
        await FoodSafetyDatabase.MigrateAsync(context, cancellation);
        await context.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_Later', '10.0.15')""", cancellation);
        await using var store = StoreOn(database);

        var refused = await Assert.ThrowsAsync<DatabaseNewerException>(() => store.ReadAsync("510115", district => district.Version, cancellation));

        Assert.Equal(["99990101000000_Later"], refused.Unknown);
        Assert.Contains("99990101000000_Later", refused.Text.Chinese, StringComparison.Ordinal);
        Assert.Equal(refused.Message, refused.Text.English);
        await Assert.ThrowsAsync<DatabaseNewerException>(() => store.MigrateAsync(cancellation));
        await Assert.ThrowsAsync<DatabaseNewerException>(() => store.ActAsync("510115", new Request("1"), (_, at) => new UnitOfActs(new Stamp("li", new LocalDate(2024, 3, 1), at), new DayBegan()), cancellation));
        await Assert.ThrowsAsync<DatabaseNewerException>(() => FoodSafetyDatabase.RequireKnownAsync(context, cancellation));
        Assert.Equal(0, await context.Set<DistrictRow>().CountAsync(cancellation));
    }

    [Fact]
    public async Task Migrations_WithASearchPath_GoIntoTheSchemaOfTheUsersChoice()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(DatabaseKind.PostgreSql);
        await using (var plain = database.Open())
        {
            await plain.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>().CreateAsync(cancellation);
            await plain.Database.ExecuteSqlRawAsync("CREATE SCHEMA food", cancellation);
        }

        var options = new DbContextOptionsBuilder<FoodSafetyContext>().UseNpgsql(
            $"{database.ConnectionString};Search Path=food",
            o => o.MigrationsAssembly("FoodSafety.Domain.EntityFrameworkCore.PostgreSQL").MigrationsHistoryTable("__EFMigrationsHistory", "food")).Options;
        await using var store = new DistrictStore(_ => Task.FromResult<DbContext>(new FoodSafetyContext(options)), Settings, ClockOn(new LocalDate(2024, 3, 1)), Options);

        await store.MigrateAsync(cancellation);

        await ActAsync(store);
        Assert.Empty(await store.VerifyAsync("510115", cancellation));
        await using var context = new FoodSafetyContext(options);
        var tables = await context.Database.SqlQuery<string>($"SELECT table_schema || '.' || table_name AS \"Value\" FROM information_schema.tables WHERE table_schema IN ('food', 'public')").ToListAsync(cancellation);
        Assert.Contains("food.fs_entries", tables);
        Assert.Contains("food.__EFMigrationsHistory", tables);
        Assert.All(tables, table => Assert.StartsWith("food.", table, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Context_OfTheUsersOwn_KeepsDistrictsInASchemaOfHisChoice(DatabaseKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(kind);
        var options = database.OptionsOf<OwnContext>();
        await using (var context = new OwnContext(options))
        {
            await context.Database.EnsureCreatedAsync(cancellation);
            context.Add(new Photo { Id = 1, Name = "门头" });
            await context.SaveChangesAsync(cancellation);
        }

        await using var store = new DistrictStore(_ => Task.FromResult<DbContext>(new OwnContext(options)), Settings, ClockOn(new LocalDate(2024, 3, 1)), Options);
        await ActAsync(store);

        Assert.Empty(await store.VerifyAsync("510115", cancellation));
        await using var own = new OwnContext(options);
        Assert.Equal(9, await own.Set<BusinessRow>().CountAsync(cancellation));
        Assert.Equal("门头", (await own.Set<Photo>().SingleAsync(cancellation)).Name);
        if (kind == DatabaseKind.PostgreSql)
        {
            Assert.Equal(17, await own.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM information_schema.tables WHERE table_schema = 'food'").SingleAsync(cancellation));
        }
    }

    /// <summary>A data base as the first version left it: the journal, and no read tables.</summary>
    private static async Task<(District Last, int Entries)> WriteJournalAsync(TestDatabase database, int seed)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var context = database.Open();
        await context.GetService<IMigrator>().MigrateAsync("Journal", cancellation);
        var (format, last, lines) = (new EntryFormat(Settings), (District?)null, new List<EntryRow>());
        foreach (var (district, entry) in LivedHistory.Live(seed, acts: Acts))
        {
            lines.Add(new EntryRow
            {
                District = LivedHistory.CodeOf(seed), Number = entry.Number, By = entry.Stamp.By, On = entry.Stamp.On, RecordedAt = entry.Stamp.RecordedAt,
                Json = Encoding.UTF8.GetString(format.Write(entry)),
            });
            last = district;
        }

        context.Add(new DistrictRow { Code = LivedHistory.CodeOf(seed), Version = lines.Count });
        context.AddRange(lines);
        await context.SaveChangesAsync(cancellation);
        return (last!, lines.Count);
    }

    private static DistrictStore StoreOn(TestDatabase database) => new(_ => Task.FromResult<DbContext>(database.Open()), Settings, ClockOn(new LocalDate(2024, 12, 1)), Options);

    private static FakeClock ClockOn(LocalDate day) => new(day.AtMidnight().InUtc().ToInstant());

    private static Task<ActResult> ActAsync(DistrictStore store) => store.ActAsync(
        "510115", new Request("first"), (_, at) => new UnitOfActs(new Stamp("li", new LocalDate(2024, 3, 1), at), Acts.Founding(new Random(1), new LocalDate(2024, 3, 1))), TestContext.Current.CancellationToken);

    private sealed class Photo
    {
        public int Id { get; init; }

        public required string Name { get; init; }
    }

    private sealed class OwnContext(DbContextOptions<OwnContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.AddFoodSafety("food");
            modelBuilder.Entity<Photo>();
        }
    }
}
