using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

public class ModelTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Created_ByModel_CanConnect(DatabaseKind kind)
    {
        await using var database = new TestDatabase(kind);
        await using var context = database.Open();

        await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        Assert.True(await context.Database.CanConnectAsync(TestContext.Current.CancellationToken));
    }
}
