using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using static FoodSafety.Domain.Inspections.InspectionState;
using static FoodSafety.Domain.Inspections.InspectionStep;
using static FoodSafety.Domain.Lifecycles.Ways;

namespace FoodSafety.Domain.Inspections;

/// <summary>The states of an inspection and the steps between them (检查流程), with their names.</summary>
public static class InspectionLifecycle
{
    /// <summary>All that there is to say of each state and each step. Which data a step needs, its type of act says.</summary>
    /// <remarks>A record begins when it is planned, or finished at once when it takes the place of one that was wrong.</remarks>
    internal static LifecycleRows<
        InspectionState, InspectionStep, InspectionAct, InspectionStateRow,
        StepRow<InspectionState, InspectionStep, InspectionAct, Inspection, Done<InspectionAct>, InspectionGuards.Question>> Rows { get; } = new(
        ("检查", "inspection"), [], [],
        [
            new(Planned),
            new(UnderWay),
            new(Finished, IsDone: true, IsToBePublished: true),
            new(Published, IsDone: true),
            new(Cancelled),
            new(Replaced, Stands: false),
        ],
        [
            new(Plan, [], [], Beginning(Planned), (now, _) => now, _ => []),
            new(
                Begin, [], [], Into(UnderWay, Planned),
                Does<InspectionBegun>((now, begun, moment) => now with { Team = begun.Team, BegunOn = moment.On }), InspectionGuards.OfBegin),
            new(Finish, [], [], Into(Finished, UnderWay), Does<InspectionFinished>((now, finished, moment) => now.With(finished.Result, moment)), InspectionGuards.OfFinish),
            new(Publish, [], [], Into(Published, Finished), Does<InspectionPublished>((now, _, moment) => now with { PublishedOn = moment.On }), InspectionGuards.OfPublish),
            new(Cancel, [], [], Into(Cancelled, Planned, UnderWay), (now, _) => now, _ => []),
            new(CorrectClerically, [], [], Staying(Finished, Published), (now, _) => now with { ClericalCorrections = now.ClericalCorrections + 1 }, _ => []),
            new(
                CorrectSubstantively, [], [], [.. Into(Replaced, Finished, Published), .. Beginning(Finished)],
                Does<InspectionReplaced>((now, replaced, _) => now with { ReplacedBy = replaced.Replacement }), InspectionGuards.OfFinish),
        ]);

    /// <summary>The table. Besides what it says, each step has requirements: see <see cref="InspectionBook"/>.</summary>
    public static Lifecycle<InspectionState, InspectionStep> Table => Rows.Table;

    private static Func<Inspection, Done<InspectionAct>, Inspection> Does<TAct>(Func<Inspection, TAct, Moment, Inspection> does) where TAct : InspectionAct =>
        (now, done) => does(now, (TAct)done.Act, done.Moment);
}

/// <summary>What a state of an inspection means.</summary>
/// <param name="State">The state.</param>
/// <param name="IsDone">Whether it has a result that stands.</param>
/// <param name="IsToBePublished">Whether a result is still to be made public, where its kind is.</param>
/// <param name="Stands">Whether the record stands; false where another took its place.</param>
internal sealed record InspectionStateRow(InspectionState State, bool IsDone = false, bool IsToBePublished = false, bool Stands = true) : StateRow<InspectionState>(State);

/// <summary>How far an inspection has come (检查状态).</summary>
/// <remarks>Zero, the default, is no state.</remarks>
public enum InspectionState : byte
{
    /// <summary>It is to take place (已计划).</summary>
    [BilingualName("已计划", "planned")]
    Planned = 1,

    /// <summary>The inspectors are at work (进行中).</summary>
    [BilingualName("进行中", "under way")]
    UnderWay = 2,

    /// <summary>The result was told and signed on the spot (已完成).</summary>
    [BilingualName("已完成", "finished")]
    Finished = 3,

    /// <summary>The result was made public (已公示).</summary>
    [BilingualName("已公示", "published")]
    Published = 4,

    /// <summary>It did not take place, or was broken off (已取消).</summary>
    [BilingualName("已取消", "cancelled")]
    Cancelled = 5,

    /// <summary>Another record stands in its place (已更正替换).</summary>
    [BilingualName("已更正替换", "replaced")]
    Replaced = 6,
}

/// <summary>What can be done with an inspection (检查操作).</summary>
/// <remarks>Zero, the default, is no step.</remarks>
public enum InspectionStep : byte
{
    /// <summary>Planned: task, list and day (计划).</summary>
    [BilingualName("计划", "plan")]
    Plan = 1,

    /// <summary>Begun by a team (开始).</summary>
    [BilingualName("开始", "begin")]
    Begin = 2,

    /// <summary>Finished with a result that is told and signed (完成).</summary>
    [BilingualName("完成", "finish")]
    Finish = 3,

    /// <summary>Made public (公示).</summary>
    [BilingualName("公示", "publish")]
    Publish = 4,

    /// <summary>Cancelled, with a reason (取消).</summary>
    [BilingualName("取消", "cancel")]
    Cancel = 5,

    /// <summary>Corrected in its wording, with a note; the record stays (文字更正).</summary>
    [BilingualName("文字更正", "correct clerically")]
    CorrectClerically = 6,

    /// <summary>Corrected in substance; a new record takes its place (实质更正).</summary>
    [BilingualName("实质更正", "correct substantively")]
    CorrectSubstantively = 7,
}
