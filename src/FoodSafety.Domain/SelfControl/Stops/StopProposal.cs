using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Lifecycles.Ways;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A director or officer proposed to stop an activity (停止活动建议), and what became of it.</summary>
/// <remarks>Immutable.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StopProposal
{
    private StopProposal(StopAct proposed) => (Id, Business, Person, Risk) = (proposed.Id, proposed.Business!.Value, proposed.Person!.Value, proposed.Note);

    /// <summary>Its number.</summary>
    public StopId Id { get; }

    /// <summary>The business.</summary>
    public BusinessId Business { get; }

    /// <summary>Who proposed: its director or officer.</summary>
    public StaffId Person { get; }

    /// <summary>The activity, and the risk that was found.</summary>
    public string Risk { get; }

    /// <summary>Where it stands.</summary>
    public StopState State { get; private init; }

    /// <summary>The days for which the activity is stopped: from the day of the stop to the day before that on which it was lifted; null when it was not stopped.</summary>
    public Term? Stopped { get; internal init; }

    /// <summary>What people call it.</summary>
    public BilingualText Name => NameOf(Id);

    /// <summary>Whether the activity is stopped on a day.</summary>
    /// <param name="on">The day.</param>
    public bool IsStoppedOn(LocalDate on) => Stopped?.Contains(on) == true;

    internal static BilingualText NameOf(StopId id) => ($"停止活动建议 {id}", $"proposal to stop {id}");

    /// <summary>The proposal after a step that was decided: what was taken once is taken again.</summary>
    internal static StopProposal After(StopProposal? before, Done<StopAct> done) => Stops.Rows[done.Act.Step].Does(before ?? new StopProposal(done.Act), done) with
    {
        State = Stops.Rows.After(before?.State, done.Act.Step),
    };
}

/// <summary>The number of a proposal to stop (停止建议编号), given by the platform; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<StopId>))]
public readonly record struct StopId(long Number) : ITextValue<StopId>
{
    static BilingualText ITextValue<StopId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static StopId Parse(string s, IFormatProvider? provider = null) => ITextValue<StopId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StopId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}

/// <summary>The lifecycle of a proposal to stop (否决权): director and officer propose, the enterprise stops and reports.</summary>
public static class Stops
{
    private static readonly StepData<StopAct> Business = new("business", ("主体", "a business"), act => act.Business is not null);
    private static readonly StepData<StopAct> Person = new("person", ("提出人", "who proposes"), act => act.Person is not null);

    /// <summary>All that there is to say of each step.</summary>
    internal static LifecycleRows<StopState, StopStep, StopAct, StateRow<StopState>, StepRow<StopState, StopStep, StopAct, StopProposal, Done<StopAct>, Question>> Rows { get; } = new(
        ("停止活动建议", "proposal to stop"), [Business, Person], [], StateRow<StopState>.OfEach,
        [
            new(StopStep.Propose, [Business, Person], [], Beginning(StopState.Proposed), (now, _) => now, ByDirectorOrOfficer),
            new(StopStep.Stop, [], [], Into(StopState.Stopped, StopState.Proposed), (now, done) => now with { Stopped = new Term(done.On) }, _ => []),
            new(StopStep.Decline, [], [], Into(StopState.Declined, StopState.Proposed), (now, _) => now, _ => []),
            new(StopStep.Lift, [], [], Into(StopState.Lifted, StopState.Stopped), (now, done) => now with { Stopped = now.Stopped!.Value.EndingBefore(done.On) }, _ => []),
        ]);

    /// <summary>The table of states and steps.</summary>
    public static Lifecycle<StopState, StopStep> Lifecycle => Rows.Table;

    private static IEnumerable<UnmetGuard> ByDirectorOrOfficer(Question asked)
    {
        var (business, person) = (asked.Act.Business!.Value, asked.Act.Person!.Value);
        if (!asked.Staff.OnDutyAt(business, asked.On).Any(held => held.Person == person && held.Post.IsManager()))
        {
            yield return new UnmetGuard(
                "director-or-officer", ($"{person} 不是 {business} 在岗的食品安全总监或食品安全员", $"{person} is neither director nor officer on duty at {business}"),
                [new GuardValue("person", person.Value), new GuardValue("business", business.Value)], StopBook.VetoBasis);
        }
    }

    /// <summary>A step that is taken on a day.</summary>
    internal readonly record struct Question(StopAct Act, LocalDate On, StaffBook Staff);
}

/// <summary>Where a proposal to stop stands (停止活动建议状态).</summary>
/// <remarks>Zero, the default, is no state.</remarks>
public enum StopState
{
    /// <summary>Proposed by the director or an officer, not decided (已提出).</summary>
    [BilingualName("已提出", "proposed")]
    Proposed = 1,

    /// <summary>The activity is stopped and the bureau told (已停止).</summary>
    [BilingualName("已停止", "stopped")]
    Stopped = 2,

    /// <summary>The enterprise looked into it and found no risk of an accident (未采纳).</summary>
    [BilingualName("未采纳", "declined")]
    Declined = 3,

    /// <summary>The risk is gone and the activity goes on (已恢复).</summary>
    [BilingualName("已恢复", "lifted")]
    Lifted = 4,
}

/// <summary>What is done with a proposal to stop (停止活动建议操作).</summary>
/// <remarks>Zero, the default, is no step.</remarks>
public enum StopStep
{
    /// <summary>Director or officer propose to stop (提出否决建议).</summary>
    [BilingualName("提出停止建议", "propose")]
    Propose = 1,

    /// <summary>The enterprise stops and reports to the bureau (停止并报告).</summary>
    [BilingualName("停止并报告", "stop and report")]
    Stop = 2,

    /// <summary>The enterprise does not follow the proposal, and says why (不予采纳).</summary>
    [BilingualName("不予采纳", "decline")]
    Decline = 3,

    /// <summary>The stop is lifted, the risk being gone (恢复).</summary>
    [BilingualName("恢复", "lift")]
    Lift = 4,
}
