using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Acts;

/// <summary>Why a step of a lifecycle is not taken, in every room: by its number, by the state, by its data, by what the step asks.</summary>
internal static class LifecycleRefusals
{
    /// <param name="rows">The lifecycle.</param>
    /// <param name="nameSubject">What takes the step, for the text, which is made only of what is refused: of a million steps few are.</param>
    /// <param name="from">The state before; null before anything has begun.</param>
    /// <param name="step">The step.</param>
    /// <param name="act">The act, whose thing is numbered.</param>
    /// <param name="asks">What the step asks and is not met; looked at only where the state allows it and the act says what it should.</param>
    /// <returns>Empty when the step is taken.</returns>
    public static ImmutableArray<Refusal> Refusals<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TState, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TStep,
        TAct, TStateRow, TStepRow>(
        this LifecycleRows<TState, TStep, TAct, TStateRow, TStepRow> rows, Func<BilingualText> nameSubject, TState? from, TStep step, TAct act, Func<IEnumerable<UnmetGuard>> asks)
        where TState : struct, Enum
        where TStep : struct, Enum
        where TAct : Act
        where TStateRow : StateRow<TState>
        where TStepRow : StepRow<TState, TStep, TAct>
    {
        var (row, isPossible) = (rows[step], rows.Table.FindNext(from, step) is not null);
        if (row.Begins)
        {
            var id = act.Thing!.Value.Id;
            if (!IdNumber.TryParse(id, out _))
            {
                return [Refusal.NoId];
            }

            if (!isPossible)
            {
                return [Refusal.IdTaken(id)];
            }
        }

        if (!isPossible)
        {
            return [NotPossible(rows.Table, nameSubject(), from, step)];
        }

        ImmutableArray<UnmetGuard> data = [.. rows.UnmetData(step, act)];
        ImmutableArray<UnmetGuard> unmet = data.IsEmpty ? [.. asks()] : data;
        if (unmet.IsEmpty)
        {
            return [];
        }

        var (subject, at, taken) = (nameSubject(), rows.Table.NameOf(from), rows.Table.NameOf(step));
        return
        [
            .. unmet.Select(guard => new Refusal(
                guard.Code,
                ($"{subject.Chinese}（{at.Chinese}）不能“{taken.Chinese}”：{guard.Text.Chinese}。", $"{subject.English} ({at.English}): the step '{taken.English}' is refused: {guard.Text.English}."),
                guard.Values,
                guard.Basis,
                data.IsEmpty ? default : rows.DataOf(step))),
        ];
    }

    private static Refusal NotPossible<TState, TStep>(Lifecycle<TState, TStep> table, BilingualText subject, TState? from, TStep step)
        where TState : struct, Enum
        where TStep : struct, Enum
    {
        var (at, taken) = (table.NameOf(from), table.NameOf(step));
        var allowed = table.StepsFrom(from).Select(table.NameOf).ToList();
        return new Refusal(
            "step-not-possible",
            ($"{subject.Chinese}（{at.Chinese}）不能“{taken.Chinese}”。", $"{subject.English} ({at.English}): the step '{taken.English}' is not possible."),
            [new("state", from?.Code() ?? "none"), new("step", step.Code())],
            Allowed: allowed.Count == 0 ? ("无。", "nothing.")
                : (string.Join('、', allowed.Select(name => name.Chinese)) + "。", string.Join(", ", allowed.Select(name => name.English)) + "."));
    }
}
