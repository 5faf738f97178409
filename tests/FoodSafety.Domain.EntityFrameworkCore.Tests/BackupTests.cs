using System.Text;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Formats;
using Microsoft.EntityFrameworkCore;
using static FoodSafety.Domain.EntityFrameworkCore.Tests.StoreWorld;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

public class BackupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Restore_WhatWasExported_IsTheSameDistrictAndTheSameBytes(DatabaseKind kind)
    {
        await using var world = await FilledAsync(kind);
        using var file = new MemoryStream();

        Assert.Equal(1101, await world.Store.ExportAsync(Code, file, Token));

        // The file is a journal of the core.
        using (var journal = Journal.Open(new MemoryStream(file.ToArray(), writable: false), world.Store.Format))
        {
            Assert.Equal(1101, journal.Count);
            Assert.Equal(await ShownAsync(world.Store), Domain.Tests.Acts.DistrictShown.Show(journal.OpenDistrict()));
        }

        await using var other = await NewAsync(kind);
        file.Position = 0;
        Assert.Equal(1101, await other.Store.RestoreAsync(Code, file, Token));
        using var again = new MemoryStream();
        await other.Store.ExportAsync(Code, again, Token);
        Assert.Equal(file.ToArray(), again.ToArray());
        Assert.Equal(await ShownAsync(world.Store), await ShownAsync(other.Store));
        Assert.Equal(await ShownAsync(world.Store), await ShownAsync(other.NewStore()));
        Assert.True((await other.Store.CheckAsync(Code, Token)).IsWhole);
        Assert.Empty(await other.Store.VerifyAsync(Code, Token));
        Assert.Equal(1102, (await other.ActAsync("form-new", Diners(Canteen, 600))).Entry!.Number);
        file.Position = 0;
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.Store.RestoreAsync(Code, file, Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Restore_FileWithAFault_KeepsNothing(DatabaseKind kind)
    {
        await using var world = await FilledAsync(kind);
        using var file = new MemoryStream();
        await world.Store.ExportAsync(Code, file, Token);
        var lines = Encoding.UTF8.GetString(file.ToArray()).Split('\n');
        await using var other = await NewAsync(kind);

        foreach (var (wrong, line) in new[]
        {
            (string.Join('\n', lines.Take(700).Append("{\"number\":701").Concat(lines.Skip(701))), "701"),
            (string.Join('\n', lines.Take(700).Concat(lines.Skip(701))), "701"),
            (string.Join('\n', lines)[..^30], "1101"),
        })
        {
            var refused = await Assert.ThrowsAsync<DataFileException>(() => other.Store.RestoreAsync(Code, new MemoryStream(Encoding.UTF8.GetBytes(wrong)), Token));
            Assert.Contains(line, refused.Text.English, StringComparison.Ordinal);
            Assert.Equal($"{Code} 0 0", await other.RowsAsync());
            Assert.Equal(0, await other.Store.ReadAsync(Code, district => district.Version, Token));
        }

        // The last line may lack its end.
        Assert.Equal(1101, await other.Store.RestoreAsync(Code, new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines).TrimEnd('\n'))), Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Check_WholeJournal_CountsByDay(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await world.ActAsync("form-1", Diners(Canteen, 512));
        world.Clock.AdvanceDays(3);
        await world.ActAsync("form-2", Diners(Canteen, 513), Diners(Shop, 5));

        var check = await world.Store.CheckAsync(Code, Token);

        Assert.True(check.IsWhole);
        Assert.Equal((Code, 3L), (check.District, check.Version));
        Assert.Equal([new(Day, 2, Founding.Length + 1), new(Day.PlusDays(3), 1, 2)], check.Days);
        Assert.Contains("1 to 3", check.Text.English, StringComparison.Ordinal);
    }

    public static MatrixTheoryData<DatabaseKind, string> Damages => new(Enum.GetValues<DatabaseKind>(), Damaged.Keys);

    private static readonly Dictionary<string, (Func<FoodSafetyContext, Task<int>> Do, (string Code, long Entry)[] Faults)> Damaged = new()
    {
        ["missing in the middle"] = (
            async context => await DeleteAsync(context, 3), [("missing", 3)]),
        ["missing at the end"] = (
            async context => await DeleteAsync(context, 4), [("missing", 4)]),
        ["head too low"] = (
            context => context.Districts.ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, 3)), [("beyond-the-head", 4)]),
        ["head too high"] = (
            context => context.Districts.ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, 6)), [("missing", 5), ("missing", 6)]),
        ["unreadable"] = (
            context => context.Entries.Where(row => row.Number == 3).ExecuteUpdateAsync(set => set.SetProperty(row => row.Json, "{\"number\":3}")), [("unreadable", 3)]),
        ["columns"] = (
            context => context.Entries.Where(row => row.Number == 3).ExecuteUpdateAsync(set => set.SetProperty(row => row.By, "somebody").SetProperty(row => row.On, Day.PlusDays(-1))), [("columns-differ", 3)]),
        ["instant"] = (
            context => context.Entries.Where(row => row.Number == 3).ExecuteUpdateAsync(set => set.SetProperty(row => row.RecordedAt, At(Day, 23))), [("columns-differ", 3)]),
        ["act of another kind"] = (
            context => context.Acts.Where(row => row.Entry == 3).ExecuteUpdateAsync(set => set.SetProperty(row => row.Kind, "business-moved")), [("acts-differ", 3)]),
        ["business of an act"] = (
            context => context.ActBusinesses.Where(row => row.Entry == 3).ExecuteDeleteAsync(), [("businesses-differ", 3)]),
        ["text of another entry"] = (
            async context =>
            {
                var other = await context.Entries.Where(row => row.Number == 2).Select(row => row.Json).SingleAsync(Token);
                return await context.Entries.Where(row => row.Number == 3).ExecuteUpdateAsync(set => set.SetProperty(row => row.Json, other), Token);
            },
            [("columns-differ", 3), ("not-redone", 3)]),
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Check_DamagedJournal_SaysWhatIsWrongAndWhere(DatabaseKind kind, string damage)
    {
        await using var world = await FoundedAsync(kind);
        for (var n = 2; n <= 4; n++)
        {
            world.Clock.AdvanceMinutes(1);
            await world.ActAsync($"form-{n}", Diners(Canteen, 500 + n));
        }

        Assert.True((await world.Store.CheckAsync(Code, Token)).IsWhole);
        await using (var context = world.Database.Open())
        {
            await Damaged[damage].Do(context);
        }

        var check = await world.Store.CheckAsync(Code, Token);

        Assert.False(check.IsWhole);
        Assert.Equal(Damaged[damage].Faults, check.Faults.Select(fault => (fault.Code, fault.Entry)));
        Assert.All(check.Faults, fault => Assert.Contains($"{fault.Entry}", check.Text.Chinese, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restore_OnPostgreSql_ReadsTheDistrictOnceAndNotForEachRow()
    {
        // The plan of a check of a reference is made once for a connection, and made of an empty table it read all rows of the district for each.
        const int Entries = 4000;
        await using var world = await FilledAsync(DatabaseKind.PostgreSql, Entries, [.. Enumerable.Range(0, 1500).Select(n => NewCanteen(new BusinessId($"more-{n}"), 20))]);
        await using var context = world.Database.Open();
        long read;
        do
        {
            // What a connection has done is told with a delay.
            await Task.Delay(200, Token);
            read = await context.Database.SqlQuery<long>($"SELECT coalesce(sum(idx_tup_read), 0)::bigint AS \"Value\" FROM pg_stat_user_indexes WHERE relname IN ('fs_entries', 'fs_acts')").SingleAsync(Token);
        }
        while (read < Entries);

        Assert.InRange(read, Entries, 100 * Entries);
    }

    private static async Task<int> DeleteAsync(FoodSafetyContext context, long number)
    {
        await context.ActBusinesses.Where(row => row.Entry == number).ExecuteDeleteAsync(Token);
        await context.Acts.Where(row => row.Entry == number).ExecuteDeleteAsync(Token);
        return await context.Entries.Where(row => row.Number == number).ExecuteDeleteAsync(Token);
    }

    /// <summary>More entries than are read at once: by the data base, and by a thread.</summary>
    private static async Task<StoreWorld> FilledAsync(DatabaseKind kind, int entries = 1100, params Business[] more)
    {
        var world = await NewAsync(kind);
        using var file = new MemoryStream();
        using var journal = JournaledDistrict.Open(Journal.Open(file, world.Store.Format));
        journal.Apply(new("bureau", Day, At(Day)), more.Length == 0 ? Founding : [.. Founding, new BusinessesOpened([.. more])]);
        for (var n = 0; n < entries; n++)
        {
            journal.Apply(new("wang", Day, At(Day)), Diners(n % 2 == 0 ? Canteen : Shop, 400 + n));
        }

        await world.Store.RestoreAsync(Code, new MemoryStream(file.ToArray()), Token);
        return world;
    }
}
