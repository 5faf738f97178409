using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Responsibility;

public class LevelMoveTests
{
    private static readonly Grader<Tier> Grader = new(TierPolicies.SizeAndDiners2022);

    [Fact]
    public void MovesOf_Regrading_CountsWhoLeavesWhichLevelForWhich()
    {
        var register = Canteens(90, 90, 300, 4_000);
        var book = new GradeBook<Tier>(register.Facts, Tiers.Scale);
        book.Regrade(Grader);
        Set(0, 100);
        Set(1, 120);
        Set(2, 600);
        register.Change(register.IdAt(3), BusinessFacts.Status.Of(OperatingStatus.Closed));

        var moves = LevelCorrespondence.Default.MovesOf(book.Regrade(Grader).Matrix);

        Assert.Equal(
            [
                new LevelMove(AreaLevel.City, null, 1),
                new LevelMove(AreaLevel.Town, AreaLevel.District, 1),
                new LevelMove(AreaLevel.Village, AreaLevel.Town, 2),
            ],
            moves);

        void Set(int row, int diners) => register.Change(register.IdAt(row), BusinessFacts.DinersPerMeal.Of(diners));
    }

    [Fact]
    public void MovesOf_TiersThatOneLevelTakes_IsNoMove()
    {
        var register = Canteens(90);
        var book = new GradeBook<Tier>(register.Facts, Tiers.Scale);
        book.Regrade(Grader);
        register.Change(register.IdAt(0), BusinessFacts.DinersPerMeal.Of(100));
        var levels = new LevelCorrespondence(
            "towns-take-C-and-D", new Term(new LocalDate(2022, 1, 1)), Citation.Illustrative(("测试", "a test")),
            AreaLevel.City, AreaLevel.District, AreaLevel.Town, AreaLevel.Town);

        Assert.Empty(levels.MovesOf(book.Regrade(Grader).Matrix));
    }

    private static BusinessRegister Canteens(params int[] diners)
    {
        var register = new BusinessRegister(PlanWorld.SmallTree);
        register.AddRange([.. diners.Select((count, i) =>
            new Business(new BusinessId($"b-{i}"), $"b-{i}", AreaCode.Parse("510115001001"), BusinessType.SchoolCanteen) { Profile = new() { DinersPerMeal = count } })]);
        return register;
    }
}
