using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>What holds of every plan, whatever was done and whatever the day.</summary>
public class InspectionPlanLaws
{
    private static readonly LocalDate First = new(2024, 1, 1);

    private static readonly InspectionKind[] Kinds = [InspectionKind.CadreVisit, InspectionKind.Routine, InspectionKind.Unannounced];

    private static readonly Gen<DoneInspection[]> AnyDone = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, Kinds.Length - 1].Select(i => Kinds[i]), Gen.Int[0, 400], Gen.Bool, Gen.Bool,
        (row, kind, day, full, higher) => new DoneInspection(new BusinessId($"b{row}"), kind, First.PlusDays(day), IsFull: full, BodyLevel: higher ? AreaLevel.City : null)).Array[0, 30];

    [Fact]
    public void EveryTask_HasOneStatus_AndCountsAgreeWithLists() => Sample((plan, _) =>
    {
        var tasks = plan.Tasks().ToList();
        Assert.Equal(tasks.Count, plan.Count().Total);
        Assert.All(Enum.GetValues<PlanTaskStatus>(), status => Assert.Equal(plan.Count()[status], plan.Tasks(status).Count()));
        Assert.Equal(plan.Count(), plan.CountByArea()[AreaCode.Parse("51")]);
        Assert.Equal(plan.Count(InspectionKind.CadreVisit).Total, plan.CountBySeat().Sum(seat => seat.Counts.Total));
        Assert.Equal(tasks.Count, Enumerable.Range(0, 6).Sum(row => plan.TasksOf(new BusinessId($"b{row}")).Length));
    });

    [Fact]
    public void EveryTask_StandsAsAPlainReadingOfWhatWasDoneSays() => Sample((plan, done) => Assert.All(plan.Tasks(), task =>
    {
        var times = done.Count(one => one.Business == task.Business && one.Kind == task.Kind && one.On >= task.First && one.On <= task.Last && one.On <= plan.On && (one.IsFull || !task.Frequency!.FullOnly));
        var deciding = LocalDate.Min(plan.On, task.DueBy);
        var rests = task.Kind != InspectionKind.CadreVisit && done.Any(one => one.Business == task.Business && one.Kind != InspectionKind.CadreVisit
            && one.IsFull && one.BodyLevel == AreaLevel.City && one.On <= deciding && deciding <= one.On.PlusMonths(3));
        var expected = plan.On < task.First ? PlanTaskStatus.Upcoming
            : times >= task.Times ? PlanTaskStatus.Done
            : rests ? PlanTaskStatus.Excused
            : plan.On <= task.DueBy ? PlanTaskStatus.Due
            : plan.On <= task.Last ? PlanTaskStatus.Overdue
            : PlanTaskStatus.Missed;
        Assert.Equal((expected, times, rests && expected == PlanTaskStatus.Excused), (task.Status, task.TimesDone, task.ExcusedThrough is not null));
    }));

    private static void Sample(Action<InspectionPlan, DoneInspection[]> law)
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        for (var row = 0; row < 6; row++)
        {
            world.Add($"b{row}", row < 3 ? "510115001001" : "510116001001", (Tier)(row % 4 + 1));
        }

        world.Grade();
        var chains = world.Plan(world.Roster(("c1", "5101"), ("t1", "510115001"), ("v1", "510115001001")));
        Gen.Select(AnyDone, Gen.Int[0, 420], Gen.Int[0, 300]).Sample(
            (done, day, from) =>
            {
                var over = new DateInterval(First.PlusDays(from), First.PlusDays(from + 90));
                var plan = new InspectionPlanner(WorkingCalendar.China).Plan(new PlanInput(chains) { Done = [.. done] }, over, First.PlusDays(day));
                law(plan, done);
            },
            iter: 200);
    }
}
