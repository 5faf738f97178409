using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>The data bases on which every test of the store runs.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>A data base of a test's own, which goes with the test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "FOODSAFETY_POSTGRES";

    private static int _made;

    private readonly string _connection;
    private readonly bool _isOwned = true;

    public TestDatabase(DatabaseKind kind)
    {
        Kind = kind;
        var server = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(kind == DatabaseKind.PostgreSql && server is null, $"{Variable} names no server of PostgreSQL.");
        var name = $"fs_{Environment.ProcessId}_{Stopwatch.GetTimestamp()}_{Interlocked.Increment(ref _made)}";
        _connection = kind == DatabaseKind.Sqlite ? $"Data Source={Path.Combine(Path.GetTempPath(), $"{name}.db")}" : $"{server};Database={name}";
    }

    private TestDatabase(DatabaseKind kind, string connection) => (Kind, _connection, _isOwned) = (kind, connection, false);

    /// <summary>The data base of another process's test, which stays when this one is done.</summary>
    public static TestDatabase Of(DatabaseKind kind, string connection) => new(kind, connection);

    public static TheoryData<DatabaseKind> Kinds => [.. Enum.GetValues<DatabaseKind>()];

    public DatabaseKind Kind { get; }

    public string ConnectionString => _connection;

    public DbContextOptions<TContext> OptionsOf<TContext>() where TContext : DbContext => Configure(new DbContextOptionsBuilder<TContext>()).Options;

    public DbContextOptionsBuilder<TContext> Configure<TContext>(DbContextOptionsBuilder<TContext> builder) where TContext : DbContext => Kind switch
    {
        DatabaseKind.Sqlite => builder.UseSqlite(_connection, o => o.MigrationsAssembly("FoodSafety.Domain.EntityFrameworkCore.Sqlite")),
        DatabaseKind.PostgreSql => builder.UseNpgsql(_connection, o => o.MigrationsAssembly("FoodSafety.Domain.EntityFrameworkCore.PostgreSQL")),
    };

    public FoodSafetyContext Open() => new(OptionsOf<FoodSafetyContext>());

    public async ValueTask DisposeAsync()
    {
        if (_isOwned)
        {
            await using var context = Open();
            await context.Database.EnsureDeletedAsync();
        }
    }
}
