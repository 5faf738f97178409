using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Responsibility.PlanWorld;

namespace FoodSafety.Domain.Tests.Responsibility;

public class CadreRosterTests
{
    private const string Town = "510115001";

    private static readonly LocalDate May = new(2024, 5, 1);
    private static readonly Cadre Li = new(new CadreId("li"), "Li");
    private static readonly Cadre Wang = new(new CadreId("wang"), "Wang") { Expertise = Expertise.Of(BusinessSector.Catering) };

    [Fact]
    public void Build_Faults_TellsAll()
    {
        Post[] posts =
        [
            NewPost("li", Town, title: "head"),
            NewPost("li", Town, capacity: -1, title: "deputy", term: new Term(May)),
            NewPost("nobody", "99", term: new Term(May, May)),
        ];

        var thrown = Assert.Throws<CadreRosterException>(() => CadreRoster.Build(SmallTree, [Li, Wang, Li], posts));

        Assert.Equal(
        [
            CadreRosterFaultKind.DuplicateCadre, CadreRosterFaultKind.NegativeCapacity, CadreRosterFaultKind.OverlappingPosts,
            CadreRosterFaultKind.UnknownCadre, CadreRosterFaultKind.UnknownArea, CadreRosterFaultKind.EmptyTerm,
        ], thrown.Faults.Select(fault => fault.Kind));
        Assert.Equal(
            "Faults in the roster: 6. Cadre li: another cadre has the same id. " +
            "Post 'deputy' of cadre li in 510115001000: its capacity is -1; allowed: 0 or more. " +
            "Post 'deputy' of cadre li in 510115001000: it overlaps 'head' in the same area (from 0001-01-01). And 3 more.", thrown.Message);
        Assert.StartsWith("干部名册有 6 处差错。干部 li：编号重复。", thrown.Text.Chinese, StringComparison.Ordinal);
        Assert.All(thrown.Faults, fault => Assert.False(fault.Text.IsEmpty));
    }

    [Fact]
    public void Build_TwoPostsInOneArea_AreRefusedOnlyWhereTheyOverlap()
    {
        var before = NewPost("li", Town, term: new Term(default, May));

        Assert.Equal(2, CadreRoster.Build(SmallTree, [Li], [before, NewPost("li", Town, term: new Term(May))]).Posts.Length);
        Assert.Throws<CadreRosterException>(() => CadreRoster.Build(SmallTree, [Li], [before, NewPost("li", Town, term: new Term(May.PlusDays(-1)))]));
        Assert.Equal(2, CadreRoster.Build(SmallTree, [Li], [before, NewPost("li", "510115002")]).PostsOf(Li.Id).Length);
    }

    [Fact]
    public void PostsIn_Day_ListsWhoIsInPostThen()
    {
        var roster = CadreRoster.Build(SmallTree, [Wang, Li],
            [NewPost("li", Town, term: new Term(default, May)), NewPost("wang", Town, term: new Term(May)), NewPost("li", "510115")]);
        var town = AreaCode.Parse(Town);

        Assert.Equal([Li, Wang], roster.Cadres);
        Assert.Equal("li", Assert.Single(roster.PostsIn(town, May.PlusDays(-1))).Cadre.Value);
        Assert.Equal("wang", Assert.Single(roster.PostsIn(town, May)).Cadre.Value);
        Assert.Empty(roster.PostsIn(AreaCode.Parse("510116"), May));
        Assert.Null(roster.FindPost(Li.Id, town, May));
        Assert.NotNull(roster.FindPost(Li.Id, AreaCode.Parse("510115"), May));
        Assert.Empty(roster.PostsOf(new CadreId("zhao")));
    }

    [Fact]
    public void With_AndWithout_LeaveTheRosterAsItWas()
    {
        var roster = CadreRoster.Build(SmallTree, [Li], []);
        var post = NewPost("wang", Town);

        var wider = roster.With(Wang).With(post).With(NewPost("wang", "510115"));
        var renamed = wider.With(new Cadre(Li.Id, "Li Si"));

        Assert.Empty(roster.Posts);
        Assert.Equal(["510115", Town], wider.Posts.Select(p => p.Area.ToShortString()));
        Assert.Equal(("Li", "Li Si"), (wider[Li.Id].Name, renamed[Li.Id].Name));
        Assert.Equal(["510115"], wider.Without(post).PostsOf(Wang.Id).Select(p => p.Area.ToShortString()));
        Assert.Empty(wider.Without(Wang.Id).Posts);
        Assert.Null(wider.Without(Wang.Id).Find(Wang.Id));
        Assert.Throws<ArgumentException>("post", () => roster.Without(post));
    }

    [Fact]
    public void With_FaultyPost_IsRefused()
    {
        var roster = CadreRoster.Build(SmallTree, [Li], [NewPost("li", Town)]);

        Assert.Equal(
            [CadreRosterFaultKind.NegativeCapacity, CadreRosterFaultKind.OverlappingPosts],
            Assert.Throws<CadreRosterException>(() => roster.With(NewPost("li", Town, capacity: -1, term: new Term(May)))).Faults.Select(fault => fault.Kind));
        Assert.Equal(
            CadreRosterFaultKind.UnknownCadre,
            Assert.Single(Assert.Throws<CadreRosterException>(() => roster.With(NewPost("zhao", Town))).Faults).Kind);
    }

    [Fact]
    public void Find_Unknown_ThrowsOrGivesNull()
    {
        var roster = CadreRoster.Build(SmallTree, [Li], []);

        Assert.Null(roster.Find(new CadreId("zhao")));
        Assert.Equal("The roster has no cadre 'zhao'.", Assert.Throws<CadreNotFoundException>(() => roster[new CadreId("zhao")]).Message);
        Assert.Equal("No id was given.", Assert.Throws<CadreNotFoundException>(() => roster.Without(default(CadreId))).Message);
    }
}
