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

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public void Model_NamesAndTypes_AreInLowerCaseAndTheRecordKeepsItsBytes(DatabaseKind kind)
    {
        using var context = new TestDatabase(kind).Open();

        Assert.All(context.Model.GetEntityTypes(), table =>
        {
            Assert.Matches("^fs_[a-z_]+$", table.GetTableName());
            Assert.All(table.GetProperties(), property => Assert.Matches("^[a-z_]+$", property.GetColumnName()));
        });
        Assert.Equal(kind == DatabaseKind.PostgreSql ? "json" : "TEXT", context.Model.FindEntityType(typeof(EntryRow))!.FindProperty(nameof(EntryRow.Json))!.GetColumnType());
    }
}
