using FoodSafety.Domain.Languages;
using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>The data base of the districts, by whichever context.</summary>
internal sealed class DistrictDatabase(Func<CancellationToken, Task<DbContext>> open)
{
    public Task<DbContext> OpenAsync(CancellationToken cancellation) => open(cancellation);

    /// <summary>Makes the tables, and brings them up to what this version knows; of a context without migrations they are made where there is no data base.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var context = await open(cancellation);
        if (context.Database.GetMigrations().Any())
        {
            await context.Database.MigrateAsync(cancellation);
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

            string[] known = [.. context.Database.GetMigrations()];
            string[] applied = [.. await context.Database.GetAppliedMigrationsAsync(cancellation)];
            if (applied.Except(known).ToArray() is { Length: > 0 } later && known.Length > 0)
            {
                return ($"数据库由更新的版本建立：{string.Join('、', later)}。", $"The data base was made by a later version: {string.Join(", ", later)}. Run that version, or a later one.");
            }

            return known.Except(applied).ToArray() is { Length: > 0 } missing
                ? ($"数据库缺少：{string.Join('、', missing)}。", $"The data base lacks {string.Join(", ", missing)}: let the application migrate at its start, or call MigrateAsync.")
                : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ($"数据库不能使用：{e.Message}", $"The data base cannot be used: {e.Message}");
        }
    }
}
