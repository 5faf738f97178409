using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Lifecycles;

/// <summary>Data that an act may bring to a step: one property of the act, or several of which one is enough.</summary>
/// <typeparam name="TAct">The acts.</typeparam>
internal sealed class StepData<TAct>
{
    private readonly ItemList<(string Property, Func<TAct, bool> IsGiven)> _parts;

    private StepData(ItemList<(string Property, Func<TAct, bool> IsGiven)> parts, BilingualText title) =>
        (_parts, Title, Properties) = (parts, title, [.. parts.Select(part => part.Property)]);

    /// <param name="property">The property of the act.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="isGiven">Whether an act has it.</param>
    public StepData(string property, BilingualText title, Func<TAct, bool> isGiven)
        : this([(property, isGiven)], title)
    {
    }

    /// <summary>What people call it: "a limit or a deadline".</summary>
    public BilingualText Title { get; }

    /// <summary>The properties of the act.</summary>
    public ItemList<string> Properties { get; }

    /// <summary>One or the other of two, or both.</summary>
    public static StepData<TAct> operator |(StepData<TAct> left, StepData<TAct> right) =>
        new([.. left._parts, .. right._parts], ($"{left.Title.Chinese}或{right.Title.Chinese}", $"{left.Title.English} or {right.Title.English}"));

    /// <summary>Whether an act has it.</summary>
    public bool IsGiven(TAct act)
    {
        foreach (var (_, isGiven) in _parts)
        {
            if (isGiven(act))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What a state means; a room adds columns of its own.</summary>
internal record StateRow<TState>(TState State) where TState : struct, Enum
{
    /// <summary>The rows of a room of whose states there is nothing to say.</summary>
    public static ItemList<StateRow<TState>> OfEach { get; } = [.. Enum.GetValues<TState>().Select(state => new StateRow<TState>(state))];
}

/// <summary>What a step needs and may have, and where it leads.</summary>
/// <param name="Step">The step.</param>
/// <param name="Needs">The data that it needs.</param>
/// <param name="May">The data that it may have beside them.</param>
/// <param name="Ways">From which state it leads to which; from null it begins.</param>
internal abstract record StepRow<TState, TStep, TAct>(
    TStep Step, ItemList<StepData<TAct>> Needs, ItemList<StepData<TAct>> May, ItemList<(TState? From, TState To)> Ways)
    where TState : struct, Enum
    where TStep : struct, Enum
{
    private readonly HashSet<string> _takes = [.. Needs.Concat(May).SelectMany(data => data.Properties)];

    /// <summary>Whether all it does is begin what nothing was before.</summary>
    public bool Begins { get; } = Ways.All(way => way.From is null);

    /// <summary>Whether an act of it may have some data, by themselves or as one of several of which one is enough.</summary>
    public bool Takes(StepData<TAct> data)
    {
        foreach (var property in data.Properties)
        {
            if (_takes.Contains(property))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>All that there is to say of a step; a room adds columns of its own.</summary>
/// <typeparam name="TState">The enum of states.</typeparam>
/// <typeparam name="TStep">The enum of steps.</typeparam>
/// <typeparam name="TAct">The acts.</typeparam>
/// <typeparam name="T">What goes through the states.</typeparam>
/// <typeparam name="TDone">An act that was done, and when.</typeparam>
/// <typeparam name="TAsked">A step that somebody takes, or would take.</typeparam>
/// <param name="Step">The step.</param>
/// <param name="Needs">The data that it needs.</param>
/// <param name="May">The data that it may have beside them.</param>
/// <param name="Ways">From which state it leads to which; from null it begins.</param>
/// <param name="Does">What it makes of the thing, beside its state.</param>
/// <param name="Asks">What it asks of people, dates and amounts, beside what every step of the room asks.</param>
internal record StepRow<TState, TStep, TAct, T, TDone, TAsked>(
    TStep Step, ItemList<StepData<TAct>> Needs, ItemList<StepData<TAct>> May, ItemList<(TState? From, TState To)> Ways,
    Func<T, TDone, T> Does, Func<TAsked, IEnumerable<UnmetGuard>> Asks)
    : StepRow<TState, TStep, TAct>(Step, Needs, May, Ways)
    where TState : struct, Enum
    where TStep : struct, Enum;

/// <summary>Where a step leads, from several states at once.</summary>
internal static class Ways
{
    /// <summary>It begins in a state.</summary>
    public static ItemList<(TState? From, TState To)> Beginning<TState>(TState to) where TState : struct, Enum => [(null, to)];

    /// <summary>It leads into one state from any of some.</summary>
    public static ItemList<(TState? From, TState To)> Into<TState>(TState to, params ReadOnlySpan<TState> from) where TState : struct, Enum
    {
        var ways = ImmutableArray.CreateBuilder<(TState? From, TState To)>(from.Length);
        foreach (var state in from)
        {
            ways.Add((state, to));
        }

        return ways.MoveToImmutable();
    }

    /// <summary>It leaves any of some states as it is.</summary>
    public static ItemList<(TState? From, TState To)> Staying<TState>(params ReadOnlySpan<TState> states) where TState : struct, Enum
    {
        var ways = ImmutableArray.CreateBuilder<(TState? From, TState To)>(states.Length);
        foreach (var state in states)
        {
            ways.Add((state, state));
        }

        return ways.MoveToImmutable();
    }
}

/// <summary>A lifecycle as rows: one for each state, which says what the state means, and one for each step, which says everything about the step.</summary>
/// <remarks>Nothing about a state or step is said anywhere else, so a new one is its value, its name and its row.</remarks>
/// <typeparam name="TState">The enum of states.</typeparam>
/// <typeparam name="TStep">The enum of steps.</typeparam>
/// <typeparam name="TAct">The acts.</typeparam>
/// <typeparam name="TStateRow">The rows of states.</typeparam>
/// <typeparam name="TStepRow">The rows of steps.</typeparam>
internal sealed class LifecycleRows<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TState, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TStep,
    TAct, TStateRow, TStepRow>
    where TState : struct, Enum
    where TStep : struct, Enum
    where TStateRow : StateRow<TState>
    where TStepRow : StepRow<TState, TStep, TAct>
{
    private readonly TStateRow[] _states;
    private readonly TStepRow[] _steps;
    private readonly TState?[,] _next;
    private readonly ItemList<StepData<TAct>> _always;

    /// <param name="title">What people call the lifecycle.</param>
    /// <param name="data">All data that an act can have, each of one property.</param>
    /// <param name="always">Those that every step may have.</param>
    /// <param name="states">The rows of states, in the order in which the table is shown.</param>
    /// <param name="steps">The rows of steps, in the order in which a state offers them.</param>
    /// <exception cref="ArgumentException">A state or step has no row or two, or is never reached or used.</exception>
    public LifecycleRows(
        BilingualText title, ItemList<StepData<TAct>> data, ItemList<StepData<TAct>> always, ItemList<TStateRow> states, ItemList<TStepRow> steps)
    {
        (Data, _always) = (data, always);
        _states = ByValue(states, row => row.State);
        _steps = ByValue(steps, row => row.Step);
        _next = new TState?[_states.Length, _steps.Length];
        var transitions = new List<Transition<TState, TStep>>();
        foreach (var from in states.Select(row => (TState?)row.State).Prepend(null))
        {
            foreach (var row in steps)
            {
                foreach (var (_, to) in row.Ways.Where(way => Nullable.Equals(way.From, from)))
                {
                    transitions.Add(new(from, row.Step, to));
                    _next[from is { } known ? Number(known) : 0, Number(row.Step)] = to;
                }
            }
        }

        Table = new(title, transitions.ToArray());
    }

    /// <summary>The states and the steps between them.</summary>
    public Lifecycle<TState, TStep> Table { get; }

    /// <summary>All data that an act can have, each of one property.</summary>
    public ItemList<StepData<TAct>> Data { get; }

    /// <summary>What a state means.</summary>
    public TStateRow this[TState state] => _states[Number(state)];

    /// <summary>What there is to say of a step.</summary>
    public TStepRow this[TStep step] => _steps[Number(step)];

    /// <summary>The state after a step that was decided; null before anything has begun.</summary>
    /// <exception cref="InvalidOperationException">The table has no such way: nobody could have decided it.</exception>
    public TState After(TState? from, TStep step) => _next[from is { } known ? Number(known) : 0, Number(step)]
        ?? throw new InvalidOperationException($"{Table.Title.English}: no step {step} leads on from {(from is { } state ? $"{state}" : "nothing")}.");

    /// <summary>Which data an act lacks for its step, or has though its step cannot have them.</summary>
    public IEnumerable<UnmetGuard> UnmetData(TStep step, TAct act)
    {
        var row = this[step];
        foreach (var needed in row.Needs)
        {
            if (!needed.IsGiven(act))
            {
                yield return new UnmetGuard("data-missing", ($"缺少{needed.Title.Chinese}", $"it needs {needed.Title.English}"), [new("needs", Words(needed))]);
            }
        }

        foreach (var given in Data)
        {
            if (given.IsGiven(act) && !row.Takes(given) && !_always.Contains(given))
            {
                yield return new UnmetGuard("data-not-asked", ($"不能带有{given.Title.Chinese}", $"it cannot have {given.Title.English}"), [new("has", Words(given))]);
            }
        }
    }

    /// <summary>Which data a step needs and may have, as people read it.</summary>
    public BilingualText DataOf(TStep step)
    {
        var row = this[step];
        var may = row.May.Concat(_always.Except(row.Needs)).ToItemList();
        var (needs, beside) = (Listed(row.Needs), Listed(may));
        return ($"必填：{needs.Chinese}；可填：{beside.Chinese}。", $"Needed: {needs.English}; possible besides: {beside.English}.");
    }

    private static BilingualText Listed(ItemList<StepData<TAct>> data) => data.IsEmpty ? ("无", "nothing")
        : (string.Join('、', data.Select(one => one.Title.Chinese)), string.Join(", ", data.Select(one => one.Title.English)));

    private static string Words(StepData<TAct> data) => string.Join('|', data.Properties);

    private static int Number<TEnum>(TEnum value) where TEnum : struct, Enum =>
        Unsafe.SizeOf<TEnum>() == sizeof(byte) ? Unsafe.BitCast<TEnum, byte>(value) : Unsafe.BitCast<TEnum, int>(value);

    private static TRow[] ByValue<TEnum, TRow>(ItemList<TRow> rows, Func<TRow, TEnum> valueOf) where TEnum : struct, Enum where TRow : class
    {
        var values = Enum.GetValues<TEnum>();
        var byValue = new TRow[values.Max(Number) + 1];
        foreach (var value in values)
        {
            byValue[Number(value)] = rows.Where(row => EqualityComparer<TEnum>.Default.Equals(valueOf(row), value)).ToList() is [var row]
                ? row
                : throw new ArgumentException($"{typeof(TEnum).Name}.{value} has no row or several. Allowed: one.");
        }

        return byValue;
    }
}
