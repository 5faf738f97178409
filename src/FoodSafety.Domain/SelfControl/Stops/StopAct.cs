using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A step of a proposal to stop an activity (停止活动事项).</summary>
/// <remarks>Which data a step needs stands at each property; an act that lacks some or has others is refused when it is to be taken.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StopAct : Act<StopBook>
{
    internal const string ThingKind = "stop";

    /// <summary>States a step.</summary>
    /// <param name="id">The number of the proposal, given by the platform.</param>
    /// <param name="step">The step.</param>
    /// <param name="note">Of a proposal the activity and its risk; of a stop the bureau that was told; else why.</param>
    /// <param name="business">The business; on <see cref="StopStep.Propose"/> only.</param>
    /// <param name="person">Who proposes: its director or officer on duty; on <see cref="StopStep.Propose"/> only.</param>
    /// <exception cref="TextRefusedException">There is no note.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is none of the named values.</exception>
    public StopAct(StopId id, StopStep step, string note, BusinessId? business = null, StaffId? person = null)
    {
        (Id, Step, Note) = (id, step.Named(), TextRule.Note.Check(note));
        (Business, Person) = (business is { IsNone: true } ? null : business, person is { IsNone: true } ? null : person);
    }

    /// <inheritdoc/>
    public override string Kind => "stop";

    /// <inheritdoc/>
    public override Thing? Thing => new(ThingKind, Id.ToString());

    /// <summary>The number of the proposal, given by the platform.</summary>
    public StopId Id { get; }

    /// <summary>The step.</summary>
    public StopStep Step { get; }

    /// <summary>Of a proposal the activity and its risk; of a stop the bureau that was told; else why.</summary>
    public string Note { get; }

    /// <summary>The business; null but on <see cref="StopStep.Propose"/>.</summary>
    public BusinessId? Business { get; }

    /// <summary>Who proposes: its director or officer on duty; null but on <see cref="StopStep.Propose"/>.</summary>
    public StaffId? Person { get; }

    /// <summary>A director or officer proposes to stop (提出否决建议).</summary>
    /// <param name="id">The number of the proposal, given by the platform.</param>
    /// <param name="business">The business.</param>
    /// <param name="person">Who proposes: its director or officer on duty.</param>
    /// <param name="risk">The activity, and the risk that was found.</param>
    public static StopAct Propose(StopId id, BusinessId business, StaffId person, string risk) => new(id, StopStep.Propose, risk, business, person);

    /// <summary>The enterprise stops the activity and reports it to the bureau (停止并报告).</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="bureau">The bureau that was told.</param>
    public static StopAct Stop(StopId id, string bureau) => new(id, StopStep.Stop, bureau);

    /// <summary>The enterprise does not follow the proposal (不予采纳).</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="reason">Why there is no risk of an accident.</param>
    public static StopAct Decline(StopId id, string reason) => new(id, StopStep.Decline, reason);

    /// <summary>Lifts a stop (恢复): from the day of the act on the activity goes on.</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="reason">How the risk was removed.</param>
    public static StopAct Lift(StopId id, string reason) => new(id, StopStep.Lift, reason);
}
