using FoodSafety.Domain.Languages;
using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>The data base in which districts are kept, as to its version (数据库版本).</summary>
public static class FoodSafetyDatabase
{
    /// <summary>Applies the migrations of a context that the data base does not have yet, on any provider; the data base is made where there is none.</summary>
    /// <remarks>
    /// <see cref="DistrictStore.MigrateAsync"/> fills the read tables besides. The migrations are those that the options name: of the package for the provider,
    /// <c>MigrationsAssembly("FoodSafety.Domain.EntityFrameworkCore.Sqlite")</c> or <c>...PostgreSQL</c>, or the user's own for a context of his own.
    /// </remarks>
    /// <param name="context">A context with the tables.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DatabaseNewerException">The data base has migrations that the context does not know; nothing was done.</exception>
    public static async Task MigrateAsync(DbContext context, CancellationToken cancellationToken = default)
    {
        await RequireKnownAsync(context, cancellationToken).ConfigureAwait(false);
        await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Requires that the data base has no migration that the context does not know: a newer version of the program wrote it, which an older one could misread.</summary>
    /// <remarks>The store asks it before it reads anything. A data base that was made without migrations is not asked.</remarks>
    /// <param name="context">A context with the tables.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The migrations of the context that the data base lacks, in their order; none where it is as the context has it, or the context has no migrations.</returns>
    /// <exception cref="DatabaseNewerException">It has.</exception>
    public static async Task<ItemList<string>> RequireKnownAsync(DbContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        string[] known = [.. context.Database.GetMigrations()];
        if (known.Length == 0)
        {
            // Whoever brings none along makes his tables in another way, and who made the migrations that there are is not known.
            return [];
        }

        string[] applied = [.. await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)];
        return applied.Except(known).ToArray() is { Length: > 0 } unknown ? throw new DatabaseNewerException([.. unknown], known[^1]) : [.. known.Except(applied)];
    }
}

/// <summary>The data base is of a newer version than the program (数据库版本较新); nothing was read or done.</summary>
public sealed class DatabaseNewerException : Exception, IBilingualError
{
    internal DatabaseNewerException(ItemList<string> unknown, string last)
        : base(TextOf(unknown, last).English) => (Unknown, Last) = (unknown, last);

    /// <summary>The migrations that the data base has and the program does not know.</summary>
    public ItemList<string> Unknown { get; }

    /// <summary>The last migration that the program knows.</summary>
    public string Last { get; }

    /// <inheritdoc/>
    public BilingualText Text => TextOf(Unknown, Last);

    private static BilingualText TextOf(ItemList<string> unknown, string last) => (
        $"数据库版本较新：已应用本程序不认识的迁移 {string.Join('、', unknown)}；本程序的最后一项为 {last}。可以：使用包含这些迁移的版本。",
        $"The data base is newer: it has {string.Join(", ", unknown)}, which this program does not know; its last is {last}. Allowed: a version of the program that knows them.");
}
