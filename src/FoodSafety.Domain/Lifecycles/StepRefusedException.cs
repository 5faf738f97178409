using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Lifecycles;

/// <summary>A step was refused (操作被驳回), because the state does not allow it or a requirement is not met; nothing was changed.</summary>
/// <remarks>The derived <see cref="StepRefusedException{TState, TStep}"/> gives state, step and allowed steps as their enums.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract class StepRefusedException : Exception, IBilingualError
{
    private protected StepRefusedException(BilingualText text, BilingualText subject, ImmutableArray<UnmetGuard> unmet)
        : base(text.English) => (Text, Subject, Unmet) = (text, subject, unmet);

    /// <summary>What it is about: "整改 17", "rectification 17".</summary>
    public BilingualText Subject { get; }

    /// <summary>What is required and not met; empty when the state itself does not allow the step.</summary>
    public ImmutableArray<UnmetGuard> Unmet { get; }

    /// <summary>What was refused and why, in both languages.</summary>
    public BilingualText Text { get; }
}

/// <summary>A step of one lifecycle was refused (操作被驳回); nothing was changed.</summary>
/// <typeparam name="TState">The enum of states.</typeparam>
/// <typeparam name="TStep">The enum of steps.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class StepRefusedException<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TState, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TStep> : StepRefusedException
    where TState : struct, Enum
    where TStep : struct, Enum
{
    internal StepRefusedException(Lifecycle<TState, TStep> lifecycle, BilingualText subject, TState? state, TStep step, ImmutableArray<UnmetGuard> unmet)
        : base(Describe(lifecycle, subject, state, step, unmet), subject, unmet)
    {
        State = state;
        Step = step;
        Allowed = lifecycle.StepsFrom(state);
    }

    /// <summary>The state; null before anything has begun.</summary>
    public TState? State { get; }

    /// <summary>The step that was refused.</summary>
    public TStep Step { get; }

    /// <summary>The steps that the state allows; empty where it is the end.</summary>
    public ImmutableArray<TStep> Allowed { get; }

    private static BilingualText Describe(
        Lifecycle<TState, TStep> lifecycle, BilingualText subject, TState? state, TStep step, ImmutableArray<UnmetGuard> unmet)
    {
        var (at, taken) = (lifecycle.NameOf(state), lifecycle.NameOf(step));
        if (!unmet.IsEmpty)
        {
            return (
                $"{subject.Chinese}（{at.Chinese}）不能“{taken.Chinese}”：{string.Join("；", unmet.Select(guard => guard.Text.Chinese))}。",
                $"{subject.English} ({at.English}): the step '{taken.English}' is refused: {string.Join("; ", unmet.Select(guard => guard.Text.English))}.");
        }

        var allowed = lifecycle.StepsFrom(state).Select(lifecycle.NameOf).ToList();
        return (
            $"{subject.Chinese}（{at.Chinese}）不能“{taken.Chinese}”。可以：{(allowed.Count == 0 ? "无" : string.Join("、", allowed.Select(name => name.Chinese)))}。",
            $"{subject.English} ({at.English}): the step '{taken.English}' is not possible. Allowed: {(allowed.Count == 0 ? "nothing" : string.Join(", ", allowed.Select(name => name.English)))}.");
    }
}
