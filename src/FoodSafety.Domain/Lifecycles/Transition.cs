namespace FoodSafety.Domain.Lifecycles;

/// <summary>One line of a lifecycle's table (状态流转): from this state, by this step, into that state.</summary>
/// <typeparam name="TState">The enum of states.</typeparam>
/// <typeparam name="TStep">The enum of steps.</typeparam>
/// <param name="From">The state before; null before anything has begun.</param>
/// <param name="Step">The step.</param>
/// <param name="To">The state after.</param>
public readonly record struct Transition<TState, TStep>(TState? From, TStep Step, TState To)
    where TState : struct, Enum
    where TStep : struct, Enum;
