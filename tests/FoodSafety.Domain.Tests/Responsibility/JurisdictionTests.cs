using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Responsibility.PlanWorld;

namespace FoodSafety.Domain.Tests.Responsibility;

public class JurisdictionTests
{
    private const string DistrictArea = "510115";
    private const string Town = "510115001";
    private const string Village = "510115001001";
    private const string Neighbour = "510116";

    private static readonly BusinessId Shop = new("shop");
    private static readonly CadreId DistrictCadre = new("district");
    private static readonly CadreId TownCadre = new("town");
    private static readonly CadreId VillageCadre = new("village");
    private static readonly CadreId NeighbourCadre = new("neighbour");

    private readonly District _district = ActTrial.NewDistrict(cadres: ["district", "town", "village", "neighbour"]);
    private readonly Jurisdiction _jurisdiction;

    public JurisdictionTests()
    {
        var world = new PlanWorld(SmallTree);
        world.Add(Shop.Value, Village, Tier.C);
        world.Grade();
        var roster = world.Roster(
        [
            NewPost("district", DistrictArea), NewPost("town", Town, title: "镇长"), NewPost("village", Village), NewPost("neighbour", Neighbour),
            NewPost("former", DistrictArea, term: new Term(Day.PlusDays(-30), Day)),
        ]);
        var history = new ResponsibilityHistory();
        history.Append(world.Plan(roster), "office");
        _jurisdiction = new Jurisdiction(world.Register, roster, _district.Delegations, history);
    }

    [Fact]
    public void OverBusiness_MainResponsible_SeesAndActs()
    {
        var answer = _jurisdiction.OverBusiness(TownCadre, Shop, Day);

        Assert.True(answer.MaySee);
        Assert.True(answer.MayAct);
        Assert.Equal(AreaCode.Parse(Village), answer.Area);
        var step = Assert.IsType<ChainGround>(answer.Grounds[0]);
        Assert.Equal((ResponsibleStep.Main, TownCadre), (step.Step, step.Seat.Cadre));
        Assert.Equal("镇长", Assert.IsType<PostGround>(answer.Grounds[1]).Post.Title);
        Assert.Equal("干部 town 在 2024-03-01 可以查看并处理主体 shop：为主体责任人；任 510115001 的“镇长”。", answer.Text.Chinese);
        Assert.Equal("Cadre town may see and act on business shop on 2024-03-01: Main responsible; '镇长' of 510115001.", answer.Text.English);
        Assert.True(_jurisdiction.OverBusiness(VillageCadre, Shop, Day).MayAct);
    }

    [Fact]
    public void OverBusiness_BeforeThePlan_NobodyActs()
    {
        var answer = _jurisdiction.OverBusiness(TownCadre, Shop, Day.PlusDays(-1));

        Assert.False(answer.MayAct);
        Assert.True(answer.MaySee);
    }

    [Fact]
    public void OverBusiness_DistrictOfTheBusiness_SeesAndDoesNotAct_AndTheNeighbourDoesNotSee()
    {
        var own = _jurisdiction.OverBusiness(DistrictCadre, Shop, Day);
        var neighbour = _jurisdiction.OverBusiness(NeighbourCadre, Shop, Day);

        Assert.Equal((true, false), (own.MaySee, own.MayAct));
        Assert.Equal(AreaCode.Parse(DistrictArea), Assert.IsType<PostGround>(Assert.Single(own.Grounds)).Post.Area);
        Assert.Equal((false, false), (neighbour.MaySee, neighbour.MayAct));
        Assert.Equal("Cadre neighbour may not see business shop on 2024-03-01.", neighbour.Text.English);
    }

    [Fact]
    public void OverArea_DistrictCadre_SeesTheDistrictAndNotTheNeighbour()
    {
        Assert.Equal((true, true), Area(DistrictCadre, DistrictArea));
        Assert.Equal((true, false), Area(DistrictCadre, Town));
        Assert.Equal((true, false), Area(DistrictCadre, Village));
        Assert.Equal((false, false), Area(DistrictCadre, Neighbour));
        Assert.Equal((false, false), Area(DistrictCadre, "510116001"));
        Assert.Equal((false, false), Area(DistrictCadre, "5101"));
        Assert.Equal((false, false), Area(TownCadre, DistrictArea));
        Assert.Equal(
            "干部 district 在 2024-03-01 可以查看区划 510115001：任 510115 的“post”。",
            _jurisdiction.OverArea(DistrictCadre, AreaCode.Parse(Town), Day).Text.Chinese);
    }

    [Fact]
    public void OverArea_PostThatEnded_CountsUpToTheDayBefore()
    {
        var former = new CadreId("former");

        Assert.True(_jurisdiction.OverArea(former, AreaCode.Parse(Town), Day.PlusDays(-1)).MaySee);
        Assert.False(_jurisdiction.OverArea(former, AreaCode.Parse(Town), Day).MaySee);
    }

    [Fact]
    public void OverBusiness_Substitute_ActsInTheTermAndSaysForWhom()
    {
        _district.Take(new DelegationMade(new(1), TownCadre, NeighbourCadre, new Term(Day.PlusDays(2), Day.PlusDays(4)), "leave"), Day);
        var made = _district.Delegations[new(1)];

        Assert.False(_jurisdiction.OverBusiness(NeighbourCadre, Shop, Day.PlusDays(1)).MaySee);
        var answer = _jurisdiction.OverBusiness(NeighbourCadre, Shop, Day.PlusDays(2));
        Assert.True(answer.MayAct);
        Assert.All(answer.Grounds, ground => Assert.Equal([made], ground.StandsInFor!.Path));
        Assert.Equal(
            "Cadre neighbour may see and act on business shop on 2024-03-03: standing in for town, Main responsible; standing in for town, '镇长' of 510115001.",
            answer.Text.English);
        Assert.True(_jurisdiction.OverBusiness(TownCadre, Shop, Day.PlusDays(2)).MayAct);
        Assert.False(_jurisdiction.OverBusiness(NeighbourCadre, Shop, Day.PlusDays(4)).MaySee);
    }

    [Fact]
    public void OverBusiness_SubstituteOfSubstitute_ActsInTheirPlace()
    {
        _district.Take(new DelegationMade(new(1), TownCadre, VillageCadre, new Term(Day), "leave"), Day);
        _district.Take(new DelegationMade(new(2), VillageCadre, NeighbourCadre, new Term(Day), "training"), Day);

        var answer = _jurisdiction.OverBusiness(NeighbourCadre, Shop, Day);

        Assert.Equal([TownCadre, TownCadre, VillageCadre, VillageCadre], answer.Grounds.Select(ground => ground.StandsInFor!.Cadre));
        Assert.Equal([1, 2], answer.Grounds[0].StandsInFor!.Path.Select(delegation => delegation.Id.Number));
        // Who is absent too stands in for nobody, and keeps what is their own.
        Assert.All(_jurisdiction.OverBusiness(VillageCadre, Shop, Day).Grounds, ground => Assert.Null(ground.StandsInFor));
    }

    /// <summary>A cadre of the chain from one day to another, planned once, with a substitute and one for the substitute; the terms are those of the post asked about.</summary>
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void OverBusiness_OnTheDaysAroundAPost_ActsOnlyInIt(int days, bool mayAct)
    {
        var term = new Term(Day, Day.PlusDays(10));
        var on = Day.PlusDays(days);

        Assert.Equal(mayAct, MayAct("town", on, NewPost("town", Town, term: term), NewPost("first", Neighbour), NewPost("second", Neighbour)));
        // Who stands in for a cadre out of post has nobody to stand in for, and one out of post stands in for nobody.
        Assert.Equal(mayAct, MayAct("first", on, NewPost("town", Town, term: term), NewPost("first", Neighbour), NewPost("second", Neighbour)));
        Assert.Equal(mayAct, MayAct("first", on, NewPost("town", Town), NewPost("first", Neighbour, term: term), NewPost("second", Neighbour)));
        // Nor does one through him.
        Assert.Equal(mayAct, MayAct("second", on, NewPost("town", Town, term: term), NewPost("first", Neighbour), NewPost("second", Neighbour)));
        Assert.Equal(mayAct, MayAct("second", on, NewPost("town", Town), NewPost("first", Neighbour, term: term), NewPost("second", Neighbour)));
        Assert.Equal(mayAct, MayAct("second", on, NewPost("town", Town), NewPost("first", Neighbour), NewPost("second", Neighbour, term: term)));
    }

    [Fact]
    public void OverBusiness_CadreInPostElsewhereOnly_DoesNotActForTheSeatThatWasLeft() => Assert.False(
        MayAct("town", Day.PlusDays(10), NewPost("town", Town, term: new Term(default, Day.PlusDays(10))), NewPost("town", Neighbour)));

    private static bool MayAct(string cadre, LocalDate on, params Post[] posts)
    {
        var world = new PlanWorld(SmallTree);
        world.Add(Shop.Value, Village, Tier.C);
        world.Grade();
        var history = new ResponsibilityHistory();
        // On a day before the others, with the town cadre in post, so that the history names him on every day asked about.
        var before = Day.PlusDays(-20);
        history.Append(new ChainPlanner().Plan(world.Register, world.Grades, world.Roster([NewPost("town", Town)]), before), "office");
        var district = ActTrial.NewDistrict(cadres: ["town", "first", "second"]);
        if (cadre != "town")
        {
            district.Take(new DelegationMade(new(1), TownCadre, new CadreId("first"), new Term(before), "leave"), before);
        }

        if (cadre == "second")
        {
            district.Take(new DelegationMade(new(2), new CadreId("first"), new CadreId("second"), new Term(before), "leave"), before);
        }

        return new Jurisdiction(world.Register, world.Roster(posts), district.Delegations, history).OverBusiness(new CadreId(cadre), Shop, on).MayAct;
    }

    [Fact]
    public void Questions_AboutWhatIsNotThere_AreRefused()
    {
        Assert.Throws<CadreNotFoundException>(() => _jurisdiction.OverArea(new CadreId("nobody"), AreaCode.Parse(Town), Day));
        Assert.Throws<BusinessNotFoundException>(() => _jurisdiction.OverBusiness(TownCadre, new BusinessId("none"), Day));
        Assert.Throws<AreaNotFoundException>(() => _jurisdiction.OverArea(TownCadre, AreaCode.Parse("33"), Day));
        var world = new PlanWorld(SmallTree);
        var foreign = CadreRoster.Build(AreaTree.Build([new("51", "province")]), [], []);
        Assert.Throws<ArgumentException>(() => new Jurisdiction(world.Register, foreign, _district.Delegations, new ResponsibilityHistory()));
    }

    private (bool MaySee, bool MayAct) Area(CadreId cadre, string area)
    {
        var answer = _jurisdiction.OverArea(cadre, AreaCode.Parse(area), Day);
        return (answer.MaySee, answer.MayAct);
    }
}
