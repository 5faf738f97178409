using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Standing;
using Microsoft.EntityFrameworkCore;
using static FoodSafety.Domain.EntityFrameworkCore.Tests.StoreWorld;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

public class PersonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Erase_Person_LeavesNoNameAnywhereAndEveryDistrictOpens(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await world.Store.ActAsync("510116", new Request("founding"), (_, at) => new UnitOfActs(new Stamp("bureau", Day, at), Founding), Token);
        await using (var context = world.Database.Open())
        {
            context.Persons.AddRange(new PersonRow { Key = "zhang", Name = "张三𠮷", Telephone = "13800000000" }, new PersonRow { Key = "li", Name = "李四" });
            await context.SaveChangesAsync(Token);
        }

        await world.ActAsync("form-1", Found(1, "张三𠮷说地面有积水"), Found(2, "李四说门窗破损"));
        await world.ActAsync("form-2", new GradeAssigned<Tier>(new(1), AssignmentKind.Override, Canteen, Tier.A, Day.PlusDays(9), "张三𠮷投诉多次"));
        await using var other = world.NewStore();
        var told = await other.ReadAsync(Code, district => district.Findings.Find(new(1))!.Description, Token);
        var found = await other.ActAsync(Code, new Request("form-1"), (_, _) => throw new TimeZoneNotFoundException(), Token);
        Assert.Equal("张三𠮷说地面有积水", Assert.IsType<FindingRecorded>(found.Consequences.Entry!.Acts[0]).Description);
        var (standing, published) = ((await world.Store.DayAsync(Code, Day, Token)).Standing[0], await world.Store.DayAsync(Code, Day, 2, Token));
        Assert.Equal("张三𠮷说地面有积水", told);

        Assert.Equal(2, await world.Store.ErasePersonAsync("zhang", "officer", cancellationToken: Token));

        var rows = await world.RowsAsync();
        Assert.DoesNotContain("张三", rows, StringComparison.Ordinal);
        Assert.Contains("李四", rows, StringComparison.Ordinal);
        Assert.Empty(await world.Store.VerifyAsync(Code, Token));
        await using (var context = world.Database.Open())
        {
            Assert.Equal(["li"], await context.Persons.Select(person => person.Key).ToListAsync(Token));
            Assert.Equal(
                [("", 2, "officer", At(Day)), (Code, 2, "officer", At(Day))],
                (await context.Erasures.OrderBy(erasure => erasure.District).ToListAsync(Token)).Select(erasure => (erasure.District, erasure.Texts, erasure.By, erasure.At)));
            Assert.Equal([(Code, 1L), ("510116", 0L)], (await context.Districts.OrderBy(row => row.Code).ToListAsync(Token)).Select(row => (row.Code, row.Revision)));
        }

        // Here, in another process that had it in memory, and opened anew.
        foreach (var store in new[] { world.Store, other, world.NewStore() })
        {
            Assert.Equal((FreeText.Blank, "李四说门窗破损"), await store.ReadAsync(Code, district => (district.Findings.Find(new(1))!.Description, district.Findings.Find(new(2))!.Description), Token));
            Assert.Equal(standing, (await store.DayAsync(Code, Day, Token)).Standing[0]);
            Assert.NotSame(published, await store.DayAsync(Code, Day, 2, Token));
        }

        // Nor is a name in what stayed in memory as it was answered before, where nothing else has told yet that the journal was written anew.
        await using var third = world.NewStore();
        Assert.NotEqual(FreeText.Blank, Assert.IsType<FindingRecorded>((await other.ActAsync(Code, new Request("form-1"), (_, _) => throw new TimeZoneNotFoundException(), Token)).Entry!.Acts[1]).Description);
        Assert.Equal(1, await world.Store.ErasePersonAsync("li", "officer", cancellationToken: Token));
        foreach (var store in new[] { other, world.Store, third })
        {
            var again = await store.ActAsync(Code, new Request("form-1"), (_, _) => throw new TimeZoneNotFoundException(), Token);
            Assert.Equal([FreeText.Blank, FreeText.Blank], again.Consequences.Entry!.Acts.Select(act => Assert.IsType<FindingRecorded>(act).Description));
            Assert.Equal(again.Entry, again.Consequences.Entry);
            Assert.Equal(found.Consequences.FollowUps, again.Consequences.FollowUps);
        }

        Assert.Equal(await ShownAsync(world.NewStore()), await ShownAsync(world.Store));
        Assert.True((await world.Store.CheckAsync(Code, Token)).IsWhole);
        Assert.Equal(4, (await world.ActAsync("form-3", Diners(Canteen, 512))).Entry!.Number);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Erase_ByWhatTheCallerSays_BlanksThatAndNoMore(DatabaseKind kind)
    {
        await using var world = await FoundedAsync(kind);
        await world.ActAsync("form-1", Found(1, "老张说地面有积水"), Found(2, "李四说门窗破损"));
        var rows = await world.RowsAsync();

        await Assert.ThrowsAsync<KeyNotFoundException>(() => world.Store.ErasePersonAsync("zhang", "officer", cancellationToken: Token));
        Assert.Equal(rows, await world.RowsAsync());
        Assert.Equal(1, await world.Store.ErasePersonAsync("zhang", "officer", text => text.Text.Contains("老张", StringComparison.Ordinal), Token));
        // Made again, nothing is left to do.
        world.Clock.AdvanceMinutes(1);
        Assert.Equal(0, await world.Store.ErasePersonAsync("zhang", "officer", text => text.Text.Contains("老张", StringComparison.Ordinal), Token));

        Assert.Equal((FreeText.Blank, "李四说门窗破损"), await world.Store.ReadAsync(Code, district => (district.Findings.Find(new(1))!.Description, district.Findings.Find(new(2))!.Description), Token));
    }

    private static FindingRecorded Found(long id, string description) => new(new(id), InspectionSubject.OfBusiness(Canteen), FindingSource.Complaint, FindingSeverity.General, description);
}
