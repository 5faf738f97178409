using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>Everything that a batch of changes led to (动态管理结果): tiers, chains, commitments, duties, and who must do what by when.</summary>
/// <remarks>Immutable.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Consequences
{
    internal Consequences(
        ImmutableArray<Change> changes, string by, LocalDate on, Regrading<Tier> regrading, ChainPlan plan,
        ImmutableArray<RenewalDue> renewals, ImmutableArray<DirectorDuty> duties, ImmutableArray<FollowUp> followUps)
    {
        Changes = changes;
        By = by;
        On = on;
        Regrading = regrading;
        Plan = plan;
        Renewals = renewals;
        Duties = duties;
        FollowUps = followUps;
    }

    /// <summary>The changes, in the order in which they were made.</summary>
    public ImmutableArray<Change> Changes { get; }

    /// <summary>Who made them.</summary>
    public string By { get; }

    /// <summary>The day on which they took effect.</summary>
    public LocalDate On { get; }

    /// <summary>The tiers that became others.</summary>
    public Regrading<Tier> Regrading { get; }

    /// <summary>The chains as they are now; <see cref="ChainPlan.Changes"/> says which steps are with another cadre than before.</summary>
    public ChainPlan Plan { get; }

    /// <summary>The cadres whose commitment no longer names what they answer for, or who have none.</summary>
    public ImmutableArray<RenewalDue> Renewals { get; }

    /// <summary>The businesses that need a food-safety director from now on, or no longer.</summary>
    public ImmutableArray<DirectorDuty> Duties { get; }

    /// <summary>What is to be done, by whom and until when.</summary>
    public ImmutableArray<FollowUp> FollowUps { get; }

    /// <summary>The clocks of the follow-ups that were provisional and are settled by a calendar that knows more (期限落定), in their order.</summary>
    /// <remarks>The consequences stay as they were told; a clock is never settled earlier.</remarks>
    /// <param name="calendar">The calendar.</param>
    public ImmutableArray<SettledDeadline<FollowUp>> Settle(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return [.. FollowUps
            .Where(task => task.Due is { IsProvisional: true } due && !due.Settle(calendar).IsProvisional)
            .Select(task => new SettledDeadline<FollowUp>(task, task.Due!.Value, task.Due.Value.Settle(calendar)))];
    }
}
