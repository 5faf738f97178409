using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Inspections;

public class RoundProgressTests
{
    private static readonly AreaTree Tree = PlanWorld.SmallTree;
    private static readonly AreaCode VillageOne = AreaCode.Parse("510115001001");
    private static readonly AreaCode VillageThree = AreaCode.Parse("510115002001");
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));

    private static readonly Round Full = new(
        ("首轮", "first round"), Day(1), [RoundTask.Publicity, RoundTask.Training, RoundTask.Visit],
        [new(Day(9), 0.8m), new(Day(20), 1m)], Made);

    private static readonly Gen<RoundMark[]> AnyMarks = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 2].Select(i => Full!.Tasks[i]), Gen.Int[1, 28],
        (number, task, day) => new RoundMark(Shop(number), task, Day(day))).Array[0, 60];

    [Fact]
    public void Yiyang_OnTheFirstOfNovember_LacksWhatTheStagesAskFor()
    {
        var progress = Of(Rounds.Yiyang2022, [.. Enumerable.Range(0, 55_000).Select(number => new RoundBusiness(Shop(number), Tier.D, VillageOne))]);
        for (var number = 0; number < 28_248; number++)
        {
            Mark(progress, number, RoundTask.Verification, Day(1));
        }

        var coverage = progress.CoverageOn(Day(1)).Overall;
        Assert.Equal((28_248, 55_000, 26_752), (coverage.Done, coverage.Total, coverage.Remaining));
        Assert.Equal(513m, decimal.Truncate(coverage.Share!.Value * 1_000));
        Assert.Equal([15_752, 21_252, 26_752], progress.TargetsOn(Day(1)).Select(result => result.Lacking));
        Assert.All(progress.TargetsOn(Day(1)), result => Assert.Equal(RoundTargetState.OnTrack, result.State));
        Assert.Equal(RoundTargetState.Behind, progress.TargetsOn(Day(9))[0].State);
        Assert.Equal(
            [RoundTargetState.Missed, RoundTargetState.Behind, RoundTargetState.OnTrack],
            progress.TargetsOn(Day(10)).Select(result => result.State));
    }

    [Fact]
    public void Round_AtTheEndsOfTheCalendar_IsOneOrIsRefusedAsAnArgument()
    {
        var first = new Round(("首轮", "first"), LocalDate.MinIsoValue, [RoundTask.Visit], [new(LocalDate.MinIsoValue, 0.8m)], Made);
        var last = new Round(("末轮", "last"), LocalDate.MaxIsoValue, [RoundTask.Visit], [], Made);

        Assert.Equal(RoundTargetState.Met, Of(first, []).TargetsOn(LocalDate.MaxIsoValue)[0].State);
        var late = Of(last, [new(Shop(3), Tier.D, VillageOne)]);
        Assert.Equal(LocalDate.MaxIsoValue, late.LastDay);
        Assert.Equal([Shop(3)], late.On(Day(1)).RemainingOn(LocalDate.MaxIsoValue));
        Assert.StartsWith(
            "The stage 79.9999999% by 9999-12-31 comes after 80% by 2022-11-09; allowed: a later day and no smaller share.",
            Assert.Throws<ArgumentException>(() => new Round(("轮", "r"), Day(1), [RoundTask.Visit], [new(Day(9), 0.8m), new(LocalDate.MaxIsoValue, 0.799999999m)], Made)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Target_OfAFineShare_LacksWholeBusinesses()
    {
        var target = new RoundTarget(Day(9), 0.3333333333333333333333333334m);
        var round = new Round(("轮", "r"), Day(1), [RoundTask.Visit], [target], Made);

        // A third and a little more of thirty is more than ten.
        Assert.Equal(11, Of(round, [.. Enumerable.Range(0, 30).Select(number => new RoundBusiness(Shop(number), Tier.D, VillageOne))]).TargetsOn(Day(1))[0].Lacking);
    }

    [Fact]
    public void Target_ReachedOnItsLastDay_IsMet_AndADayLaterIsMissed()
    {
        RoundTargetResult After(int lastDay)
        {
            var progress = Progress(5);
            for (var number = 0; number < 4; number++)
            {
                MarkAll(progress, number, lastDay);
            }

            return progress.TargetsOn(Day(12))[0];
        }

        Assert.Equal((RoundTargetState.Met, 0), (After(9).State, After(9).Lacking));
        Assert.Equal((RoundTargetState.Missed, 4), (After(10).State, After(10).Lacking));
    }

    [Fact]
    public void Business_IsCovered_WhenAllTasksAreDone()
    {
        var progress = Progress(4);
        MarkAll(progress, 0, 3);
        Mark(progress, 1, RoundTask.Publicity, Day(2));
        Mark(progress, 1, RoundTask.Visit, Day(2));
        var coverage = progress.CoverageOn(Day(3));

        Assert.Equal(new Coverage(1, 4), coverage.Overall);
        Assert.Equal(new Coverage(2, 4), coverage.Of(RoundTask.Visit));
        Assert.Equal(new Coverage(1, 4), coverage.Of(RoundTask.Training));
        Assert.Equal(new Coverage(1, 2), coverage.In(VillageOne));
        Assert.Equal(new Coverage(0, 2), coverage.In(VillageThree));
        Assert.Equal(new Coverage(1, 4), coverage.In(AreaCode.Parse("510115")));
        Assert.Null(coverage.In(AreaCode.Parse("510116")).Share);
        Assert.Equal(new Coverage(0, 4), progress.CoverageOn(Day(2)).Overall);
        Assert.Equal([Shop(1), Shop(2), Shop(3)], progress.RemainingOn(Day(3)));
        Assert.Equal([Shop(2)], progress.RemainingOn(Day(3), VillageOne));
        Assert.Equal(Day(2), progress.FindDay(Shop(1), RoundTask.Visit));
        Assert.Null(progress.FindDay(Shop(1), RoundTask.Training));
        Assert.Throws<ArgumentOutOfRangeException>(() => progress.FindDay(Shop(4), RoundTask.Visit));
        Assert.Throws<ArgumentOutOfRangeException>(() => progress.FindDay(Shop(1), RoundTask.Commitment));
        Assert.Equal((true, false), (progress.Reaches(Shop(1)), progress.Reaches(Shop(4))));
    }

    [Fact]
    public void Coverage_EqualsAPlainLoop_AndMarksInAnyOrderEqual() => Gen.Select(AnyMarks, Gen.Int[0, 30]).Sample((marks, after) =>
    {
        var day = Day(1).PlusDays(after - 1);
        var progress = Marked(marks);
        bool Covered(BusinessId id) => Full.Tasks.All(task => marks.Any(mark => mark.Business == id && mark.Task == task && mark.On <= day));
        BusinessId[] shops = [.. Enumerable.Range(0, 6).Select(Shop)];
        var covered = shops.Where(Covered).ToList();
        var coverage = progress.CoverageOn(day);

        Assert.Equal(covered.Count, coverage.Overall.Done);
        Assert.Equal(shops.Except(covered), progress.RemainingOn(day));
        Assert.Equal(covered.Count, Enum.GetValues<Tier>().Sum(tier => coverage.Of(tier).Done));
        Assert.Equal(coverage.Overall, coverage.In(AreaCode.Parse("51")));
        var (other, then) = (Marked(marks.Reverse()), progress.On(day));
        Assert.All(Full.Tasks, task => Assert.All(shops, id => Assert.Equal(progress.FindDay(id, task), other.FindDay(id, task))));
        Assert.All(Full.Tasks, task => Assert.All(shops, id => Assert.Equal(progress.FindDay(id, task) is { } done && done <= day ? done : null, then.FindDay(id, task))));
    }, iter: 200);

    [Fact]
    public void WrongRounds_AreRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new Round(Full.Name, Day(1), [RoundTask.Visit, RoundTask.Visit], [], Made));
        var order = Assert.ThrowsAny<ArgumentException>(() => new Round(Full.Name, Day(1), Full.Tasks, [new(Day(9), 0.8m), new(Day(9), 0.9m)], Made));
        Assert.Contains("by 2022-11-09", order.Message, StringComparison.Ordinal);
    }

    private static LocalDate Day(int day) => new(2022, 11, day);

    private static BusinessId Shop(int number) => new($"b{number:D5}");

    private static RoundProgress Of(Round round, System.Collections.Immutable.ImmutableArray<RoundBusiness> businesses) => new(new(1), round, Tree, businesses);

    private static RoundProgress Progress(int count) =>
        Of(Full, [.. Enumerable.Range(0, count).Select(number => new RoundBusiness(Shop(number), (Tier)(number % 4 + 1), number % 2 == 0 ? VillageOne : VillageThree))]);

    private static RoundProgress Marked(IEnumerable<RoundMark> marks)
    {
        var progress = Progress(6);
        foreach (var (business, task, on) in marks)
        {
            progress.Mark(business, task, on!.Value, new UndoLog());
        }

        return progress;
    }

    private static void Mark(RoundProgress progress, int number, RoundTask task, LocalDate on) => progress.Mark(Shop(number), task, on, new UndoLog());

    private static void MarkAll(RoundProgress progress, int number, int day)
    {
        foreach (var task in Full.Tasks)
        {
            Mark(progress, number, task, Day(day));
        }
    }
}
