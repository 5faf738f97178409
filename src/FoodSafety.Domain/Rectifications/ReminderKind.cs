using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Why somebody is reminded of a rectification (提醒种类).</summary>
/// <remarks>Zero, the default, is no kind.</remarks>
public enum ReminderKind : byte
{
    /// <summary>The last day is near (即将到期); goes to whoever claimed it.</summary>
    [BilingualName("即将到期", "due soon")]
    DueSoon = 1,

    /// <summary>The last day has passed (已逾期); goes to the main responsible cadre, or to whoever claimed it where there is none.</summary>
    [BilingualName("已逾期", "overdue")]
    Overdue = 2,

    /// <summary>The grace is over too (升级督办); goes to the office of the area above.</summary>
    [BilingualName("升级督办", "escalated")]
    Escalated = 3,
}
