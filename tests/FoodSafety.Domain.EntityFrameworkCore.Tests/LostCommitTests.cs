using System.Data.Common;
using FoodSafety.Domain.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using static FoodSafety.Domain.EntityFrameworkCore.Tests.StoreWorld;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>A connection that goes away in the middle of a commit, before or after the data base did it.</summary>
public class LostCommitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_ConnectionLostAfterTheCommit_IsFoundOutAsKept(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        var line = new Line();
        await using var store = world.NewStore(open: () => line.Open(world.Database));
        line.Lose = Lost.AfterTheCommit;

        var result = await ActAsync(store, "form-1", 512);

        Assert.Equal((2, false, 1), (result.Entry!.Number, result.IsRepeated, line.Times));
        Assert.True((await ActAsync(store, "form-1", 512)).IsRepeated);
        Assert.Equal(3, (await ActAsync(store, "form-2", 513)).Entry!.Number);
        Assert.Equal(await ShownAsync(world.NewStore()), await ShownAsync(store));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_ConnectionLostBeforeTheCommit_IsFoundOutAsNotKept(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        var line = new Line();
        await using var store = world.NewStore(open: () => line.Open(world.Database));
        var (shown, rows) = (await ShownAsync(store), await world.RowsAsync());
        line.Lose = Lost.BeforeTheCommit;

        await Assert.ThrowsAsync<LostException>(() => ActAsync(store, "form-1", 512));

        Assert.Equal(shown, await ShownAsync(store));
        Assert.Equal(rows, await world.RowsAsync());
        Assert.Equal((2, false), await ActAsync(store, "form-1", 512) is var again ? (again.Entry!.Number, again.IsRepeated) : default);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_ConnectionLostAndNobodyToAsk_SaysSoAndIsSafeToRepeat(DatabaseKind kind)
    {
        foreach (var lost in new[] { Lost.AfterTheCommit, Lost.BeforeTheCommit })
        {
            await using var world = await FoundedAsync(kind);
            var line = new Line();
            await using var store = world.NewStore(open: () => line.Open(world.Database));
            (line.Lose, line.StaysAway) = (lost, true);

            var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => ActAsync(store, "form-1", 512));

            Assert.Equal((Code, "form-1"), (unknown.District, unknown.Request.Id));
            Assert.IsType<LostException>(unknown.InnerException);
            line.StaysAway = false;
            var again = await ActAsync(store, "form-1", 512);
            Assert.Equal((2, lost == Lost.AfterTheCommit), (again.Entry!.Number, again.IsRepeated));
            Assert.Equal(2, await store.ReadAsync(Code, district => district.Version, Token));
            Assert.Equal(await ShownAsync(world.NewStore()), await ShownAsync(store));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Act_ProviderThatRetries_TakesBackAndDecidesAgain(DatabaseKind kind)
    {
        foreach (var lost in Enum.GetValues<Lost>().Where(lost => lost != Lost.Never))
        {
            await using var world = await FoundedAsync(kind);
            var line = new Line { Retries = true };
            await using var store = world.NewStore(open: () => line.Open(world.Database));
            var asked = 0;
            await store.ReadAsync(Code, district => district.Version, Token);
            line.Lose = lost;

            var result = await store.ActAsync(
                Code,
                new Request("form-1"),
                (district, at) =>
                {
                    asked++;
                    Assert.Equal((1, 487), (district.Version, district.Businesses.Register[Canteen].Profile.DinersPerMeal));
                    return new UnitOfActs(new Stamp("wang", Day, at), Diners(Canteen, 512));
                },
                Token);

            Assert.Equal(2, result.Entry!.Number);
            Assert.Equal(lost == Lost.AfterTheCommit ? 1 : 2, asked);
            Assert.Equal(await ShownAsync(world.NewStore()), await ShownAsync(store));
            Assert.True((await store.CheckAsync(Code, Token)).IsWhole);
        }
    }

    private static Task<ActResult> ActAsync(DistrictStore store, string request, int diners) =>
        store.ActAsync(Code, new Request(request), (_, at) => new UnitOfActs(new Stamp("wang", Day, at), Diners(Canteen, diners)), Token);

    private enum Lost
    {
        Never,
        WhileWriting,
        BeforeTheCommit,
        AfterTheCommit,
    }

    private sealed class LostException() : DbException("the connection is lost");

    /// <summary>The connections of a process, which are lost once when it is said, and cannot be opened as long as they stay away.</summary>
    private sealed class Line
    {
        public Lost Lose { get; set; }

        public bool StaysAway { get; set; }

        public bool Retries { get; init; }

        public int Times { get; private set; }

        private bool IsAway { get; set; }

        public FoodSafetyContext Open(TestDatabase database)
        {
            if (IsAway && StaysAway)
            {
                throw new LostException();
            }

            IsAway = false;
            var builder = database.Configure(new DbContextOptionsBuilder<FoodSafetyContext>()).AddInterceptors(new Commits(this), new Writes(this));
            if (Retries)
            {
                builder.ReplaceService<IExecutionStrategyFactory, Retrying>();
            }

            return new FoodSafetyContext(builder.Options);
        }

        private void Break(Lost when)
        {
            if (Lose == when)
            {
                (Lose, IsAway) = (Lost.Never, true);
                Times++;
                throw new LostException();
            }
        }

        private sealed class Commits(Line line) : DbTransactionInterceptor
        {
            public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
            {
                line.Break(Lost.BeforeTheCommit);
                return new(result);
            }

            public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
            {
                line.Break(Lost.AfterTheCommit);
                return Task.CompletedTask;
            }
        }

        private sealed class Writes(Line line) : DbCommandInterceptor
        {
            public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
            {
                // The read tables are written once the entry stands; before that the district is locked.
                if (command.CommandText.Contains("fs_read_tables", StringComparison.Ordinal))
                {
                    line.Break(Lost.WhileWriting);
                }

                return new(result);
            }
        }
    }

    /// <summary>A strategy as the providers of real networks have it.</summary>
    private sealed class Retrying(ExecutionStrategyDependencies dependencies) : IExecutionStrategyFactory
    {
        public IExecutionStrategy Create() => new Strategy(dependencies);

        private sealed class Strategy(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, 3, TimeSpan.FromMilliseconds(1))
        {
            protected override bool ShouldRetryOn(Exception exception) => exception is LostException;
        }
    }
}
