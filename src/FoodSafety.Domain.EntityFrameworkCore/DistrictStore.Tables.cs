using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.EntityFrameworkCore;

// The tables around the journal: brought to the newest shape, made anew from it, and compared with it.
public sealed partial class DistrictStore
{
    private volatile bool _isKnown;

    /// <summary>Brings the data base to the shape of this library, and makes the read tables of every district of which they are older anew (升级数据库).</summary>
    /// <remarks>
    /// Called at start. The tables come by the migrations of the context: those of a package of this library, or the user's own. What it does not come to, because the process ends, is done by the
    /// next call, or with the next entry of a district.
    /// </remarks>
    /// <param name="cancellationToken">Ends it, between two districts without harm.</param>
    /// <exception cref="DatabaseNewerException">The data base is of a newer version of the library.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        var context = await _open(cancellationToken).ConfigureAwait(false);
        await using var closing = context.ConfigureAwait(false);
        await FoodSafetyDatabase.MigrateAsync(context, cancellationToken).ConfigureAwait(false);
        var begun = await context.Set<DistrictRow>().AsNoTracking().Where(row => row.Version > 0).OrderBy(row => row.Code).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var district in begun)
        {
            if (!await ReadTables.StandAtAsync(context, district.Code, district.Version, cancellationToken).ConfigureAwait(false))
            {
                await RebuildAsync(district.Code, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Makes the read tables of a district anew from its journal; nobody writes it meanwhile (重建读表).</summary>
    /// <param name="district">The district.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    public Task RebuildAsync(string district, CancellationToken cancellationToken = default) => WithTablesAsync(
        district,
        async (context, live, token) =>
        {
            await ReadTables.RebuildAsync(context, district, live, token).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>Compares the read tables of a district with its journal; nobody writes it meanwhile (核对读表).</summary>
    /// <param name="district">The district.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What is otherwise than the journal says, at most one for each column of each row; nothing when all is as it should be.</returns>
    public Task<ItemList<ReadTableDifference>> VerifyAsync(string district, CancellationToken cancellationToken = default) =>
        WithTablesAsync(district, (context, live, token) => ReadTables.VerifyAsync(context, district, live, token), cancellationToken);

    /// <summary>Does something with the tables of a district that nobody writes meanwhile, all or nothing.</summary>
    private async Task<T> WithTablesAsync<T>(string district, Func<DbContext, District, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await EnterAsync(district, cancellationToken).ConfigureAwait(false);
        var live = turn.Live;
        // To open it may take seconds; no other process waits for it.
        if ((await CatchUpAsync(live, cancellationToken).ConfigureAwait(false)).Version == 0)
        {
            await EnsureRowAsync(district, cancellationToken).ConfigureAwait(false);
        }

        return await LockedAsync(
            live.Code,
            async (context, head, token) => await work(context, await CatchUpAsync(live, context, head, token).ConfigureAwait(false), token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a context, the first time only where the data base is of no newer version.</summary>
    private async Task<DbContext> OpenKnownAsync(Func<CancellationToken, Task<DbContext>> open, CancellationToken cancellationToken)
    {
        var context = await open(cancellationToken).ConfigureAwait(false);
        if (!_isKnown)
        {
            try
            {
                await FoodSafetyDatabase.RequireKnownAsync(context, cancellationToken).ConfigureAwait(false);
                _isKnown = true;
            }
            catch
            {
                await context.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }

        return context;
    }
}
