using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Lifecycles;

/// <summary>The states that something goes through, and the steps that lead from one to the next (生命周期): one table.</summary>
/// <remarks>
/// What a step further requires, of people, dates and data, is not in the table: it is asked when the step is taken, and what is not
/// met is said (<see cref="UnmetGuard"/>). Immutable and safe to share between threads.
/// </remarks>
/// <typeparam name="TState">The enum of states.</typeparam>
/// <typeparam name="TStep">The enum of steps.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("Lifecycle.ToMarkdown")]
public sealed class Lifecycle<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TState, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TStep>
    where TState : struct, Enum
    where TStep : struct, Enum
{
    private static readonly BilingualText NotBegun = ("尚未开始", "not begun");

    /// <summary>Takes the table.</summary>
    /// <param name="title">What people call the lifecycle: "问题整改", "rectification".</param>
    /// <param name="transitions">The lines of the table, in the order in which they are shown; those from null begin it.</param>
    /// <exception cref="ArgumentException">Two lines have the same state and step, or a state or step of the enums is never reached or used.</exception>
    public Lifecycle(BilingualText title, params ReadOnlySpan<Transition<TState, TStep>> transitions)
    {
        Title = TextRule.Name.Check(title);
        Transitions = [.. transitions];
        States = [.. Enum.GetValues<TState>()];
        Steps = [.. Enum.GetValues<TStep>()];
        Check();
    }

    /// <summary>What people call the lifecycle.</summary>
    public BilingualText Title { get; }

    /// <summary>The lines of the table.</summary>
    public ImmutableArray<Transition<TState, TStep>> Transitions { get; }

    /// <summary>All states.</summary>
    public ImmutableArray<TState> States { get; }

    /// <summary>All steps.</summary>
    public ImmutableArray<TStep> Steps { get; }

    /// <summary>The state to which a step leads; null when the state does not allow it.</summary>
    /// <param name="from">The state before; null before anything has begun.</param>
    /// <param name="step">The step.</param>
    public TState? FindNext(TState? from, TStep step)
    {
        foreach (var transition in Transitions)
        {
            if (EqualityComparer<TStep>.Default.Equals(transition.Step, step) && Nullable.Equals(transition.From, from))
            {
                return transition.To;
            }
        }

        return null;
    }

    /// <summary>The steps that a state allows, in the order of the table; empty where it is the end.</summary>
    /// <param name="state">The state; null before anything has begun.</param>
    public ImmutableArray<TStep> StepsFrom(TState? state) =>
        [.. Transitions.Where(transition => Nullable.Equals(transition.From, state)).Select(transition => transition.Step)];

    /// <summary>The steps that a state allows, each with what stands in its way.</summary>
    /// <param name="state">The state.</param>
    /// <param name="unmet">What a step asks and is not met.</param>
    internal ImmutableArray<StepOption<TStep>> Options(TState state, Func<TStep, IEnumerable<UnmetGuard>> unmet) =>
        [.. StepsFrom(state).Select(step => new StepOption<TStep>(step, [.. unmet(step)]))];

    /// <summary>True when no step leads out of a state.</summary>
    /// <param name="state">The state.</param>
    public bool IsFinal(TState state) => StepsFrom(state).IsEmpty;

    /// <summary>What people call a state.</summary>
    /// <param name="state">The state; null before anything has begun.</param>
    public BilingualText NameOf(TState? state) => state is { } known ? known.Name() : NotBegun;

    /// <summary>What people call a step.</summary>
    /// <param name="step">The step.</param>
    public BilingualText NameOf(TStep step) => step.Name();

    /// <summary>The lifecycle as a Mermaid state diagram (状态图), for documents.</summary>
    /// <param name="language">The language of the names.</param>
    public string ToMermaid(Language language)
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in States)
        {
            text.Append("    state \"").Append(NameOf(state).In(language)).Append("\" as ").Append(state).Append('\n');
        }

        foreach (var (from, step, to) in Transitions)
        {
            text.Append("    ").Append(from is { } state ? state.ToString() : "[*]").Append(" --> ").Append(to)
                .Append(": ").Append(NameOf(step).In(language)).Append('\n');
        }

        foreach (var state in States.Where(IsFinal))
        {
            text.Append("    ").Append(state).Append(" --> [*]\n");
        }

        return text.ToString();
    }

    /// <summary>The lifecycle as a Markdown table of every state and step: where the step leads, or nothing.</summary>
    /// <param name="language">The language of the names.</param>
    public string ToMarkdown(Language language)
    {
        var page = new MarkdownPage(language);
        page.Table([("状态", "State"), .. Steps.Select(NameOf)]);
        foreach (var state in States.Select(state => (TState?)state).Prepend(null).Where(state => !StepsFrom(state).IsEmpty))
        {
            page.Row([NameOf(state), .. Steps.Select(step => FindNext(state, step) is { } to ? NameOf(to) : default)]);
        }

        return page.ToString();
    }

    private void Check()
    {
        if (Transitions.GroupBy(transition => (transition.From, transition.Step)).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"From {NameOf(twice.Key.From).English} the step {twice.Key.Step} stands twice. Allowed: once.");
        }

        // Outward from what begins it: a state that a table forgot would be a state that nothing ever comes to.
        HashSet<TState> reached = [];
        var waiting = new Queue<TState>(Transitions.Where(transition => transition.From is null).Select(transition => transition.To));
        while (waiting.TryDequeue(out var state))
        {
            if (reached.Add(state))
            {
                foreach (var step in StepsFrom(state))
                {
                    waiting.Enqueue(FindNext(state, step)!.Value);
                }
            }
        }

        var unreached = States.Where(state => !reached.Contains(state)).Select(state => $"{state}").ToList();
        var unused = Steps.Except(Transitions.Select(transition => transition.Step)).Select(step => $"{step}").ToList();
        if (unreached.Count + unused.Count > 0)
        {
            throw new ArgumentException($"States that are never reached: {Listed(unreached)}; steps that are never used: {Listed(unused)}. Allowed: none of either.");
        }
    }

    private static string Listed(List<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}

/// <summary>One line of a lifecycle's table (状态流转): from this state, by this step, into that state.</summary>
/// <typeparam name="TState">The enum of states.</typeparam>
/// <typeparam name="TStep">The enum of steps.</typeparam>
/// <param name="From">The state before; null before anything has begun.</param>
/// <param name="Step">The step.</param>
/// <param name="To">The state after.</param>
public readonly record struct Transition<TState, TStep>(TState? From, TStep Step, TState To)
    where TState : struct, Enum
    where TStep : struct, Enum;

/// <summary>The steps of one thing are taken in the order of time, so that what it was at a past instant never changes.</summary>
internal static class StepOrder
{
    /// <summary>That a step is not before the last one, and what else it asks.</summary>
    /// <param name="last">When the last step was taken; null before the first.</param>
    /// <param name="at">When this one is.</param>
    /// <param name="asks">What else is asked and not met.</param>
    public static IEnumerable<UnmetGuard> Unmet(Instant? last, Instant at, IEnumerable<UnmetGuard> asks) => last is not { } before || at >= before ? asks : asks.Prepend(new UnmetGuard(
        "time-order", ($"时间 {Show(at)} 早于上一步 {Show(before)}", $"{Show(at)} is before the last step at {Show(before)}"),
        [new("at", Show(at)), new("at-least", Show(before))]));

    /// <summary>An instant to its last digit: two within a second must not read alike.</summary>
    public static string Show(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
