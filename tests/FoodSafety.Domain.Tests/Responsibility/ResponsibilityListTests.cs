using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using static FoodSafety.Domain.Tests.Responsibility.PlanWorld;

namespace FoodSafety.Domain.Tests.Responsibility;

public class ResponsibilityListTests
{
    private const string Town = "510115001";
    private const string Village = "510115001001";

    private static readonly CadreId TownCadre = new("town");

    private readonly PlanWorld _world = new(SmallTree);

    [Fact]
    public void Of_ACadre_ListsTheMainStepFirst()
    {
        var list = ResponsibilityList.Of(Plan(), TownCadre);

        Assert.Equal(
            [("c", ResponsibleStep.Main, Tier.C), ("c-2", ResponsibleStep.Main, Tier.C), ("b", ResponsibleStep.Second, Tier.B)],
            list.Entries.Select(entry => (entry.Business.Value, entry.Step, entry.Tier)));
        Assert.All(list.Entries, entry => Assert.Equal(SpecialistRole.DutyExecutive, entry.Role));
        Assert.Equal((2, 1, 0), (list.Count(ResponsibleStep.Main), list.Count(ResponsibleStep.Second), list.Count(ResponsibleStep.Third)));
        Assert.Equal(Day, list.On);
    }

    [Fact]
    public void ToMarkdown_English_IsAPage() => Assert.Equal(
        """
        # Responsibility list: name of town

        | about | this list |
        |---|---|
        | cadre | town |
        | posts | post (510115001) |
        | day | 2024-03-01 |
        | Main responsible | 2 |
        | Second responsible | 1 |
        | Third responsible | 0 |

        | business | name | area | tier | step | role |
        |---|---|---|---|---|---|
        | c | c | village one 510115001001 | tier C | Main responsible | Duty executing specialist |
        | c-2 | c-2 | village two 510115001002 | tier C | Main responsible | Duty executing specialist |
        | b | b | village one 510115001001 | tier B | Second responsible | Duty executing specialist |

        """,
        ResponsibilityList.Of(Plan(), TownCadre).ToMarkdown(Language.English),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void ToMarkdown_Chinese_HasTheSameLines()
    {
        var page = ResponsibilityList.Of(Plan(), TownCadre).ToMarkdown(Language.Chinese);

        Assert.StartsWith("# 食品安全责任清单：name of town\n", page, StringComparison.Ordinal);
        Assert.Contains("| 职务 | post（510115001） |\n", page, StringComparison.Ordinal);
        Assert.Contains("| b | b | village one 510115001001 | B 级 | 二级责任人 | 责任执行专员 |\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CadreNotInPost_IsEmptyAndOneUnknownIsRefused()
    {
        var plan = Plan();
        var gone = plan.Roster.Without(plan.Roster.PostsOf(TownCadre)[0]);

        Assert.Empty(ResponsibilityList.Of(_world.Plan(gone), TownCadre).Entries);
        Assert.Throws<CadreNotFoundException>(() => ResponsibilityList.Of(plan, new CadreId("nobody")));
    }

    [Fact]
    public void MainAssignments_OfAPlan_JoinTheSeatsOfACadre()
    {
        _world.Add("d", Village, Tier.D);
        _world.Add("c", Village, Tier.C);
        _world.Add("b", Village, Tier.B);
        _world.Grade();

        var assignments = MainAssignments.Of(_world.Plan(_world.Roster(("two", Town), ("two", Village))));

        Assert.Equal([new CadreId("two")], assignments.Cadres);
        Assert.Equal([new BusinessId("c"), new BusinessId("d")], assignments[new CadreId("two")]);
        Assert.Equal(2, assignments.BusinessCount);
    }

    private ChainPlan Plan()
    {
        _world.Add("c-2", "510115001002", Tier.C);
        _world.Add("c", Village, Tier.C);
        _world.Add("b", Village, Tier.B);
        _world.Add("d", Village, Tier.D);
        _world.Grade();
        return _world.Plan(_world.Roster(("district", "510115"), ("town", Town), ("village", Village)));
    }
}
