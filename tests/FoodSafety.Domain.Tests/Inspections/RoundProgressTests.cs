using CsCheck;
using FoodSafety.Domain.Areas;
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
        (row, task, day) => new RoundMark(row, task, Day(day), "k")).Array[0, 60];

    [Fact]
    public void Yiyang_OnTheFirstOfNovember_LacksWhatTheStagesAskFor()
    {
        var progress = new RoundProgress(Rounds.Yiyang2022, Tree, [.. Enumerable.Range(0, 55_000).Select(row => new RoundBusiness(row, Tier.D, VillageOne))]);
        for (var row = 0; row < 28_248; row++)
        {
            progress.Mark(row, RoundTask.Verification, Day(1), "platform");
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
    public void Progress_OfTheHighestRowThereIs_TakesNoMoreThanAnyOther()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var progress = new RoundProgress(Full, Tree, [new(int.MaxValue, Tier.D, VillageOne), new(3, Tier.A, VillageOne)]);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        MarkAll(progress, int.MaxValue, 5);
        Assert.Equal([3], progress.RemainingOn(Day(9)));
        Assert.Equal(Day(5), progress.FindDay(int.MaxValue, RoundTask.Visit));
        Assert.Throws<ArgumentOutOfRangeException>(() => progress.FindDay(4, RoundTask.Visit));
        Assert.Throws<ArgumentException>(() => new RoundProgress(Full, Tree, [new(3, Tier.D, VillageOne), new(3, Tier.A, VillageOne)]));
    }

    [Fact]
    public void Round_AtTheEndsOfTheCalendar_IsOneOrIsRefusedAsAnArgument()
    {
        var first = new Round(("首轮", "first"), LocalDate.MinIsoValue, [RoundTask.Visit], [new(LocalDate.MinIsoValue, 0.8m)], Made);
        var last = new Round(("末轮", "last"), LocalDate.MaxIsoValue, [RoundTask.Visit], [], Made);

        Assert.Equal(RoundTargetState.Met, new RoundProgress(first, Tree, []).TargetsOn(LocalDate.MaxIsoValue)[0].State);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RoundProgress(last, Tree, [new(3, Tier.D, VillageOne)]).Mark(3, RoundTask.Visit, Day(1), "k"));
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
        Assert.Equal(11, new RoundProgress(round, Tree, [.. Enumerable.Range(0, 30).Select(row => new RoundBusiness(row, Tier.D, VillageOne))]).TargetsOn(Day(1))[0].Lacking);
    }

    [Fact]
    public void Target_ReachedOnItsLastDay_IsMet_AndADayLaterIsMissed()
    {
        RoundTargetResult After(int lastDay)
        {
            var progress = Progress(5);
            for (var row = 0; row < 4; row++)
            {
                MarkAll(progress, row, lastDay);
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
        progress.Mark(1, RoundTask.Publicity, Day(2), "k");
        progress.Mark(1, RoundTask.Visit, Day(2), "k");
        var coverage = progress.CoverageOn(Day(3));

        Assert.Equal(new Coverage(1, 4), coverage.Overall);
        Assert.Equal(new Coverage(2, 4), coverage.Of(RoundTask.Visit));
        Assert.Equal(new Coverage(1, 4), coverage.Of(RoundTask.Training));
        Assert.Equal(new Coverage(1, 2), coverage.In(VillageOne));
        Assert.Equal(new Coverage(0, 2), coverage.In(VillageThree));
        Assert.Equal(new Coverage(1, 4), coverage.In(AreaCode.Parse("510115")));
        Assert.Null(coverage.In(AreaCode.Parse("510116")).Share);
        Assert.Equal(new Coverage(0, 4), progress.CoverageOn(Day(2)).Overall);
        Assert.Equal([1, 2, 3], progress.RemainingOn(Day(3)));
        Assert.Equal([2], progress.RemainingOn(Day(3), VillageOne));
        Assert.Equal(Day(2), progress.FindDay(1, RoundTask.Visit));
        Assert.Null(progress.FindDay(1, RoundTask.Training));
    }

    [Fact]
    public void Mark_OfALaterDay_ChangesNothing_AndOfAnEarlierDayReplaces()
    {
        var progress = Progress(1);

        Assert.True(progress.Mark(0, RoundTask.Visit, Day(5), "k"));
        Assert.False(progress.Mark(0, RoundTask.Visit, Day(5), "k"));
        Assert.True(progress.Mark(0, RoundTask.Visit, Day(4), "k"));
        Assert.Equal(Day(4), progress.FindDay(0, RoundTask.Visit));
        Assert.Equal(2, progress.Events.Count);
    }

    [Fact]
    public void Coverage_EqualsAPlainLoop_AndReplayInAnyOrderEquals() => Gen.Select(AnyMarks, Gen.Int[0, 30]).Sample((marks, after) =>
    {
        var day = Day(1).PlusDays(after - 1);
        var progress = RoundProgress.Replay(Full, Tree, Businesses(6), marks);
        bool Covered(int row) => Full.Tasks.All(task => marks.Any(mark => mark.Row == row && mark.Task == task && mark.On <= day));
        var covered = Enumerable.Range(0, 6).Where(Covered).ToList();
        var coverage = progress.CoverageOn(day);

        Assert.Equal(covered.Count, coverage.Overall.Done);
        Assert.Equal(Enumerable.Range(0, 6).Except(covered), progress.RemainingOn(day));
        Assert.Equal(covered.Count, Enum.GetValues<Tier>().Sum(tier => coverage.Of(tier).Done));
        Assert.Equal(coverage.Overall, coverage.In(AreaCode.Parse("51")));
        foreach (var other in new[] { RoundProgress.Replay(Full, Tree, Businesses(6), marks.Reverse()), RoundProgress.Replay(Full, Tree, Businesses(6), progress.Events) })
        {
            Assert.All(Full.Tasks, task => Assert.All(Enumerable.Range(0, 6), row => Assert.Equal(progress.FindDay(row, task), other.FindDay(row, task))));
        }
    }, iter: 200);

    [Fact]
    public void BusinessesOf_TakesThoseWithATier()
    {
        var world = new PlanWorld(Tree);
        world.Add("a", "510115001001", Tier.B);
        world.Close(world.Add("b", "510115001001", Tier.D));
        world.Grade();

        Assert.Equal([new RoundBusiness(0, Tier.B, VillageOne)], RoundProgress.BusinessesOf(world.Plan(world.Roster())));
    }

    [Fact]
    public void WrongRoundsAndMarks_AreRefused()
    {
        var progress = Progress(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => progress.Mark(1, RoundTask.Visit, Day(1), "k"));
        Assert.Throws<ArgumentOutOfRangeException>(() => progress.Mark(0, RoundTask.Commitment, Day(1), "k"));
        Assert.Throws<ArgumentOutOfRangeException>(() => progress.Mark(0, RoundTask.Visit, Day(1).PlusDays(-1), "k"));
        Assert.ThrowsAny<ArgumentException>(() => progress.Mark(0, RoundTask.Visit, Day(1), " "));
        Assert.Empty(progress.Events);
        Assert.ThrowsAny<ArgumentException>(() => new RoundProgress(Full, Tree, [.. Businesses(1), .. Businesses(1)]));
        Assert.ThrowsAny<ArgumentException>(() => new Round(Full.Name, Day(1), [RoundTask.Visit, RoundTask.Visit], [], Made));
        var order = Assert.ThrowsAny<ArgumentException>(() => new Round(Full.Name, Day(1), Full.Tasks, [new(Day(9), 0.8m), new(Day(9), 0.9m)], Made));
        Assert.Contains("by 2022-11-09", order.Message, StringComparison.Ordinal);
    }

    private static LocalDate Day(int day) => new(2022, 11, day);

    private static System.Collections.Immutable.ImmutableArray<RoundBusiness> Businesses(int count) =>
        [.. Enumerable.Range(0, count).Select(row => new RoundBusiness(row, (Tier)(row % 4 + 1), row % 2 == 0 ? VillageOne : VillageThree))];

    private static RoundProgress Progress(int count) => new(Full, Tree, Businesses(count));

    private static void MarkAll(RoundProgress progress, int row, int day)
    {
        foreach (var task in Full.Tasks)
        {
            progress.Mark(row, task, Day(day), "k");
        }
    }
}
