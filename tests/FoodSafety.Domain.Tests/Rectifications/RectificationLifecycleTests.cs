using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Time;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Rectifications;

public class RectificationLifecycleTests
{
    // Written again by hand: one line a state, one column a step, in the order of their numbers; a dot where the step is not possible.
    // Columns: report claim on-spot order extend submit return close dismiss file conclude reopen link carry-over settle.
    private static readonly string[] ByHand =
    [
        "none  1 . . . . . . . . . . . . . .",
        "1     . 2 6 . . . . . 7 8 . . 1 10 .",
        "2     . . 6 3 . . . . 7 8 . . 2 10 .",
        "3     . . . . 3 4 . . 7 8 . . 3 10 3",
        "4     . . . . . . 3 5 . 8 . . 4 10 4",
        "5     . . . . . . . . . . . 1 . . .",
        "6     . . . . . . . . . . . 1 . . .",
        "7     . . . . . . . . . . . 1 . . .",
        "8     . . . . . . . . . . 9 . 8 . .",
        "9     . . . . . . . . . . . 1 . . .",
        "10    . . . . . . . . . . . . . . .",
    ];

    public static TheoryData<RectificationState?, RectificationStep, RectificationState?> EveryStateAndStep
    {
        get
        {
            var data = new TheoryData<RectificationState?, RectificationStep, RectificationState?>();
            foreach (var line in ByHand.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                for (var step = 1; step < line.Length; step++)
                {
                    data.Add(StateOf(line[0]), (RectificationStep)step, StateOf(line[step]));
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryStateAndStep))]
    public void FindNext_OfEveryStateAndStep_IsTheTableByHand(RectificationState? from, RectificationStep step, RectificationState? to) =>
        Assert.Equal(to, RectificationLifecycle.Table.FindNext(from, step));

    [Fact]
    public void EveryStateAndStep_IsAllOfThem() =>
        Assert.Equal((Enum.GetValues<RectificationState>().Length + 1) * Enum.GetValues<RectificationStep>().Length, EveryStateAndStep.Count);

    [Theory]
    [MemberData(nameof(EveryStateAndStep))]
    public void Take_OfEveryStateAndStep_LeadsThereOrIsRefusedAndChangesNothing(RectificationState? from, RectificationStep step, RectificationState? to)
    {
        if (from is not { } state)
        {
            return;
        }

        // Of a year that was not announced yet, so that there is a deadline to settle.
        var book = new RectificationDesk(calendar: Calendars.AnnouncedTo(2024));
        var id = Bring(book, state);
        var (before, count) = (book[id], book.Taken.Count);
        var act = Complete(new RectificationAct(id, step), before.Finding);

        if (to is { } after)
        {
            book.Take(act, Verifier, At(2025, 9, 2));
            Assert.Equal(after, book[id].State);
            Assert.Equal(count + 1, book.Taken.Count);
        }
        else
        {
            var refused = Assert.Single(Assert.Throws<ActsRefusedException>(() => book.Take(act, Verifier, At(2025, 9, 2))).Refusals);
            if (step == RectificationStep.Report)
            {
                Assert.Equal("id-taken", refused.Code);
            }
            else
            {
                Assert.Equal(("step-not-possible", from?.Code() ?? "none", step.Code()), (refused.Code, refused.Values[0].Value, refused.Values[1].Value));
                var allowed = RectificationLifecycle.Table.StepsFrom(state).Select(possible => possible.Name().English).ToList();
                Assert.Equal(allowed.Count == 0 ? "nothing." : $"{string.Join(", ", allowed)}.", refused.Allowed.English);
            }

            Assert.Equal((before, count), (book[id], book.Taken.Count));
        }
    }

    [Fact]
    public void Take_OfWhatTheStateDoesNotAllow_SaysStateStepAndWhatIs()
    {
        var book = new RectificationDesk();
        var id = book.Report(At(2025, 9, 1));

        var refused = Assert.Throws<ActsRefusedException>(() => book.Close(id, Verifier, At(2025, 9, 1)));

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal("rectification 1 (reported): the step 'close' is not possible.", refusal.Text.English);
        Assert.Equal("claim, correct on the spot, dismiss, carry over, file a case, link a measure.", refusal.Allowed.English);
        Assert.Equal("整改 1（待认领）不能“复查销号”。", refusal.Text.Chinese);
        Assert.Equal("认领、立行立改、撤销、结转、立案、关联措施。", refusal.Allowed.Chinese);
    }

    [Fact]
    public void Table_PrintsItself()
    {
        var diagram = RectificationLifecycle.Table.ToMermaid(Language.English);
        Assert.StartsWith("stateDiagram-v2\n    state \"reported\" as Reported\n", diagram, StringComparison.Ordinal);
        Assert.Contains("    [*] --> Reported: report\n", diagram, StringComparison.Ordinal);
        Assert.Contains("    Submitted --> Closed: close\n", diagram, StringComparison.Ordinal);
        Assert.Equal(RectificationLifecycle.Table.Transitions.Length, diagram.Split(" --> ").Length - 2);
        Assert.EndsWith("    CarriedOver --> [*]\n", diagram, StringComparison.Ordinal);

        var table = RectificationLifecycle.Table.ToMarkdown(Language.Chinese).Split('\n');
        Assert.Equal("| 状态 | 发现上报 | 认领 | 立行立改 | 责令限期整改 | 延期 | 提交整改报告 | 退回 | 复查销号 | 撤销 | 立案 | 结案 | 重新打开 | 关联措施 | 结转 | 期限落定 |", table[0]);
        Assert.Contains("| 待复查 |  |  |  |  |  |  | 限期整改中 | 已销号 |  | 已立案 |  |  | 待复查 | 已结转 | 待复查 |", table);
    }

    [Fact]
    public void IsOpen_IsWhatCanGoOnWithoutBeingReopened() => Assert.All(
        Enum.GetValues<RectificationState>(),
        state => Assert.Equal(RectificationLifecycle.Table.StepsFrom(state).Any(step => step != RectificationStep.Reopen), state.IsOpen()));

    [Fact]
    public void CarriedOver_AloneIsFinal() =>
        Assert.Equal([RectificationState.CarriedOver], RectificationLifecycle.Table.States.Where(RectificationLifecycle.Table.IsFinal));

    [Fact]
    public void IsRectified_IsClosedOrCorrectedOnTheSpot() => Assert.Equal(
        [RectificationState.Closed, RectificationState.CorrectedOnTheSpot],
        Enum.GetValues<RectificationState>().Where(state => state.IsRectified()));

    public static TheoryData<RectificationStep> Steps => [.. Enum.GetValues<RectificationStep>()];

    public static TheoryData<RectificationState> States => [.. Enum.GetValues<RectificationState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void Row_OfEveryState_StandsOnce_AndADeadlineRunsOnlyWhileItIsOpen(RectificationState state)
    {
        var row = RectificationLifecycle.Rows[state];
        Assert.Equal(state, row.State);
        Assert.True(row.IsOpen || !row.DeadlineRuns);
        Assert.NotEqual(state.Name().Chinese, state.Name().English);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Row_OfEveryStep_SaysAllThatItsWaysAskFor(RectificationStep step)
    {
        var row = RectificationLifecycle.Rows[step];
        Assert.Equal(step, row.Step);
        Assert.NotEmpty(row.Ways);

        // Whoever gives time says from where it is counted; an order that runs, since when it asks for a check.
        Assert.Equal(row.Takes(RectificationData.Limit), row.Counts is not null);
        var orderRuns = row.Ways.Any(way => RectificationLifecycle.Rows[way.To].DeadlineRuns);
        Assert.Equal(orderRuns, row.OrderAsked != AskedSince.NoOrder);
        Assert.True(row.OrderAsked != AskedSince.Before || row.Ways.All(way => way.From == way.To), "What leaves an order as it was stays where it is.");

        // What is open has an age: it begins with a report, or anew with what opens something settled.
        Assert.All(row.Ways, way => Assert.Equal(
            RectificationLifecycle.Rows[way.To].IsOpen && (way.From is not { } from || !RectificationLifecycle.Rows[from].IsOpen), row.BeginsRound));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Data_OfEveryStep_AreAskedOneByOne(RectificationStep step)
    {
        var row = RectificationLifecycle.Rows[step];
        var complete = Complete(new RectificationAct(new(1), step), new(1));
        Assert.Empty(RectificationLifecycle.Rows.UnmetData(step, complete));
        Assert.Equal(row.Needs.Length, RectificationLifecycle.Rows.UnmetData(step, new RectificationAct(new(1), step)).Count(unmet => unmet.Code == "data-missing"));
    }

    [Fact]
    public void Data_AreThePropertiesOfTheAct() => Assert.Equal(
        typeof(RectificationAct).GetProperties().Where(property => property.CanWrite).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]).Order(StringComparer.Ordinal),
        RectificationData.All.SelectMany(data => data.Properties).Order(StringComparer.Ordinal));

    /// <summary>The same act with whatever its step needs.</summary>
    internal static RectificationAct Complete(RectificationAct act, FindingId finding) => act.Step switch
    {
        RectificationStep.Report => act with { Finding = Finding(1).Id, Severity = Finding(1).Severity },
        RectificationStep.CorrectOnTheSpot => act with { MendedBy = Owner },
        RectificationStep.Order => act with { Limit = TimeLimit.WorkingDays(5) },
        RectificationStep.Extend => act with { Limit = TimeLimit.Days(3), AppliedBy = Owner, Reason = "parts are late" },
        RectificationStep.Submit or RectificationStep.FileCase => act with { Document = "document-1" },
        RectificationStep.Return or RectificationStep.Dismiss or RectificationStep.Reopen => act with { Reason = "because" },
        RectificationStep.LinkMeasure => act with { Measure = new LinkedMeasure(MeasureKind.FormalTalk, "talk-1") },
        RectificationStep.CarryOver => act with { Finding = new(1_000_000), CarriedFrom = finding },
        RectificationStep.SettleDeadline => act with { Deadline = Deadline.AtEndOf(new LocalDate(2100, 1, 1), ChinaTime.Zone) },
        _ => act,
    };

    private static RectificationState? StateOf(string text) => text is "." or "none" ? null : (RectificationState)int.Parse(text, null);

    private static RectificationId Bring(RectificationDesk book, RectificationState state)
    {
        var at = At(2025, 9, 1);
        var id = state switch
        {
            RectificationState.Ordered => book.Ordered(TimeLimit.WorkingDays(5), at),
            RectificationState.Submitted or RectificationState.Closed => book.Submitted(at),
            _ => book.Report(at),
        };
        RectificationStep[] steps = state switch
        {
            RectificationState.Claimed => [RectificationStep.Claim],
            RectificationState.Closed => [RectificationStep.Close],
            RectificationState.CorrectedOnTheSpot => [RectificationStep.CorrectOnTheSpot],
            RectificationState.Dismissed => [RectificationStep.Dismiss],
            RectificationState.CarriedOver => [RectificationStep.CarryOver],
            RectificationState.CaseFiled => [RectificationStep.FileCase],
            RectificationState.CaseConcluded => [RectificationStep.FileCase, RectificationStep.ConcludeCase],
            _ => [],
        };
        foreach (var step in steps)
        {
            book.Take(Complete(new RectificationAct(id, step), book[id].Finding), Verifier, at);
        }

        Assert.Equal(state, book[id].State);
        return id;
    }
}
