namespace FoodSafety.Domain.Time;

/// <summary>A deadline that was provisional, and what it is now that its year is announced (期限落定).</summary>
/// <typeparam name="TOf">What names the thing that has the deadline.</typeparam>
/// <param name="Of">Which thing it is of.</param>
/// <param name="Was">The provisional deadline as it was told.</param>
/// <param name="Is">The deadline that stands: never earlier than was told, and no longer provisional.</param>
public readonly record struct SettledDeadline<TOf>(TOf Of, Deadline Was, Deadline Is);
