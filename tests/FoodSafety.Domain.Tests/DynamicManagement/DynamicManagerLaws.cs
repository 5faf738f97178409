using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DynamicManagement;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.DynamicManagement;

/// <summary>Following changes one batch after the other comes to the same as looking at everything.</summary>
public class DynamicManagerLaws
{
    private static readonly LocalDate Day = new(2024, 3, 1);
    private static readonly Grader<Tier> Grader = new(TierPolicies.SizeAndDiners2022);

    private static readonly AreaCode[] Villages =
        [.. PlanWorld.SmallTree.Areas.Where(area => area.Level == AreaLevel.Village).Select(area => area.Code)];

    private static readonly Gen<Func<int, Change>> AnyChange = Gen.OneOf<Func<int, Change>>(
        Gen.Select(Gen.Int[0, 29], Gen.Int[0, 4_000]).Select((business, diners) =>
            (Func<int, Change>)(_ => new FactsChanged(Id(business), BusinessFacts.DinersPerMeal.Of(diners)))),
        Gen.Select(Gen.Int[0, 29], Gen.Int[1, 4]).Select((business, status) =>
            (Func<int, Change>)(_ => new FactsChanged(Id(business), BusinessFacts.Status.Of((OperatingStatus)status)))),
        Gen.Select(Gen.Int[0, 29], Gen.Int[0, Villages.Length - 1].Select(i => Villages[i])).Select((business, village) =>
            (Func<int, Change>)(_ => new BusinessMoved(Id(business), village))),
        Gen.Select(Gen.Int[0, Villages.Length - 1].Select(i => Villages[i]), Gen.Int[0, 4_000]).Select((village, diners) =>
            (Func<int, Change>)(number => new BusinessOpened(Canteen($"opened-{number}", village, diners)))),
        Gen.Int[0, 6].Select(staff => (Func<int, Change>)(_ => new CadresChanged(Staff(staff)))));

    [Fact]
    public void Apply_BatchAfterBatch_GradesAndPlansAsLookingAtEverythingDoes() => AnyChange.Array[1, 6].Array[1, 4].Sample(
        batches =>
        {
            var register = new BusinessRegister(PlanWorld.SmallTree);
            register.AddRange([.. Enumerable.Range(0, 30).Select(i => Canteen($"b-{i}", Villages[i % Villages.Length], i * 37))]);
            var planner = new ChainPlanner();
            var manager = new DynamicManager(register, Grader, Staff(0), planner, new CommitmentBook(), WorkingCalendar.China, Day);
            var opened = 0;
            foreach (var batch in batches)
            {
                var previous = manager.Plan;
                var result = manager.Apply(batch.Select(make => make(opened++)), "test", Day);

                var fresh = Grader.Grade(register.Facts);
                var whole = planner.Plan(register, manager.Grades.Grades, result.Plan.Roster, Day, previous);
                for (var row = 0; row < register.Count; row++)
                {
                    Assert.Equal(fresh[row], manager.Grades.Grades[row]);
                    Assert.Equal(Show(whole, row), Show(result.Plan, row));
                }

                Assert.Equal(whole.Changes, result.Plan.Changes);
                Assert.All(result.Renewals, due => Assert.False(due.Added.IsEmpty && due.Gone.IsEmpty));
                var tied = result.FollowUps.Where(f => f.Kind == FollowUpKind.Retie).SelectMany(f => f.Businesses);
                Assert.Equal(result.Plan.Changes.Select(c => register.IdAt(c.Row)).ToHashSet(), tied.ToHashSet());
            }
        },
        iter: 300);

    private static string Show(ChainPlan plan, int row) => plan.FindChain(row) is { } chain ? PlanWorld.Show(chain) : $"{plan.FindUncovered(row)}";

    private static BusinessId Id(int number) => new($"b-{number}");

    private static Business Canteen(string id, AreaCode village, int diners) =>
        new(new BusinessId(id), id, village, BusinessType.SchoolCanteen) { Profile = new() { DinersPerMeal = diners } };

    /// <summary>Staff of which some posts are empty or taken by others, by number.</summary>
    private static CadreRoster Staff(int number)
    {
        (string Id, string Area)[] posts =
        [
            ("city", "5101"), ("district", "510115"), ("district-2", "510116"), ("town", "510115001"), ("town-2", "510116001"),
            ("village", "510115001001"), ("village-2", "510115001002"),
        ];
        return new PlanWorld(PlanWorld.SmallTree).Roster([.. posts
            .Where((_, i) => i != number)
            .Select(post => number % 2 == 1 && post.Id.StartsWith("town", StringComparison.Ordinal) ? ($"{post.Id}-successor", post.Area) : post)]);
    }
}
