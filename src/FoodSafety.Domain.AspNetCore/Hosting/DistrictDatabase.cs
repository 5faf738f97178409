using System.Reflection;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>The data base of the districts, by whichever context.</summary>
internal sealed class DistrictDatabase(Func<CancellationToken, Task<DbContext>> open)
{
    public Task<DbContext> OpenAsync(CancellationToken cancellation) => open(cancellation);

    /// <summary>The packages with the migrations of <see cref="FoodSafetyContext"/>, by the assembly of the provider that they are for.</summary>
    private static readonly Dictionary<string, string> Migrations = new()
    {
        ["Microsoft.EntityFrameworkCore.Sqlite"] = "FoodSafety.Domain.EntityFrameworkCore.Sqlite",
        ["Npgsql.EntityFrameworkCore.PostgreSQL"] = "FoodSafety.Domain.EntityFrameworkCore.PostgreSQL",
    };

    /// <summary>Names the migrations of the library for the provider, where nobody named any.</summary>
    public static void UseMigrations(DbContextOptionsBuilder builder)
    {
        if (builder.Options.Extensions.OfType<RelationalOptionsExtension>().FirstOrDefault() is { MigrationsAssembly: null } provider
            && Migrations.TryGetValue(provider.GetType().Assembly.GetName().Name!, out var package))
        {
            ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(provider.WithMigrationsAssembly(package));
        }
    }

    /// <summary>Makes the tables, and brings them up to what this version knows; of a user's context without migrations they are made where there is no data base.</summary>
    public async Task MigrateAsync(DistrictStore store, CancellationToken cancellation)
    {
        await using var context = await open(cancellation);
        if (context.Database.GetMigrations().Any())
        {
            await store.MigrateAsync(cancellation);
        }
        else
        {
            await context.Database.EnsureCreatedAsync(cancellation);
        }
    }

    /// <summary>Why districts cannot be kept in it; null when they can.</summary>
    public async Task<BilingualText?> FindFaultAsync(CancellationToken cancellation)
    {
        try
        {
            await using var context = await open(cancellation);
            if (!await context.Database.CanConnectAsync(cancellation))
            {
                return ("数据库连接不上，或尚未建立。", "The data base cannot be reached, or was not made yet: let the application migrate at its start, or call MigrateAsync.");
            }

            return await FoodSafetyDatabase.RequireKnownAsync(context, cancellation) is { IsEmpty: false } missing
                ? ($"数据库缺少：{string.Join('、', missing)}。", $"The data base lacks {string.Join(", ", missing)}: let the application migrate at its start, or call MigrateAsync.")
                : null;
        }
        catch (FileNotFoundException e) when (Migrations.ContainsValue(new AssemblyName(e.FileName ?? "").Name ?? ""))
        {
            var package = new AssemblyName(e.FileName!).Name;
            return ($"缺少程序包 {package}：其中有该数据库的迁移。", $"The package {package} is missing; it has the migrations for the data base.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e is IBilingualError { Text: var text } ? text : ($"数据库不能使用：{e.Message}", $"The data base cannot be used: {e.Message}");
        }
    }
}
