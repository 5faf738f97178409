using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The names of <see cref="ReminderKind"/>.</summary>
public static class ReminderKinds
{
    /// <summary>The kind as people read it.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static BilingualText Name(this ReminderKind kind) => kind.Named() switch
    {
        ReminderKind.DueSoon => ("即将到期", "due soon"),
        ReminderKind.Overdue => ("已逾期", "overdue"),
        ReminderKind.Escalated => ("升级督办", "escalated"),
    };
}
