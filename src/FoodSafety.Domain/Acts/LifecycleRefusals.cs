using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Acts;

/// <summary>Why a step of a lifecycle is not taken: the state does not allow it, or a requirement is not met.</summary>
internal static class LifecycleRefusals
{
    /// <param name="table">The lifecycle.</param>
    /// <param name="subject">What takes the step, for the text.</param>
    /// <param name="from">The state before; null before anything has begun.</param>
    /// <param name="step">The step.</param>
    /// <param name="unmet">What is required and not met, looked at only where the state allows the step; null when nothing is required.</param>
    /// <returns>Empty when the step is taken.</returns>
    public static ImmutableArray<Refusal> Refusals<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TState, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TStep>(
        this Lifecycle<TState, TStep> table, BilingualText subject, TState? from, TStep step, IEnumerable<UnmetGuard>? unmet = null)
        where TState : struct, Enum
        where TStep : struct, Enum => table.Refusals(() => subject, from, step, unmet);

    /// <inheritdoc cref="Refusals{TState, TStep}(Lifecycle{TState, TStep}, BilingualText, TState?, TStep, IEnumerable{UnmetGuard}?)"/>
    /// <remarks>The text is made only of what is refused, which of a million steps few are.</remarks>
    public static ImmutableArray<Refusal> Refusals<TState, TStep>(
        this Lifecycle<TState, TStep> table, Func<BilingualText> nameSubject, TState? from, TStep step, IEnumerable<UnmetGuard>? unmet = null)
        where TState : struct, Enum
        where TStep : struct, Enum
    {
        var isPossible = table.FindNext(from, step) is not null;
        ImmutableArray<UnmetGuard> guards = isPossible ? [.. unmet ?? []] : [];
        if (isPossible && guards.IsEmpty)
        {
            return [];
        }

        var (subject, at, taken) = (nameSubject(), table.NameOf(from), table.NameOf(step));
        if (!isPossible)
        {
            var allowed = table.StepsFrom(from).Select(table.NameOf).ToList();
            return
            [
                new Refusal(
                    "step-not-possible",
                    ($"{subject.Chinese}（{at.Chinese}）不能“{taken.Chinese}”。", $"{subject.English} ({at.English}): the step '{taken.English}' is not possible."),
                    [new("state", from is { } state ? $"{state}" : "none"), new("step", $"{step}")],
                    Allowed: allowed.Count == 0 ? ("无。", "nothing.")
                        : (string.Join('、', allowed.Select(name => name.Chinese)) + "。", string.Join(", ", allowed.Select(name => name.English)) + ".")),
            ];
        }

        return
        [
            .. guards.Select(guard => new Refusal(
                guard.Code,
                ($"{subject.Chinese}（{at.Chinese}）不能“{taken.Chinese}”：{guard.Text.Chinese}。", $"{subject.English} ({at.English}): the step '{taken.English}' is refused: {guard.Text.English}."),
                guard.Values,
                guard.Basis)),
        ];
    }
}
