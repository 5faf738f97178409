namespace FoodSafety.Domain.Coordination;

/// <summary>Why an act in a <see cref="CoordinationBook"/> was refused (协调事项驳回原因).</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum CoordinationRefusal
{
    /// <summary>No mechanism was adopted yet (尚未建立机制).</summary>
    NoMechanism = 1,

    /// <summary>The mechanism has no such routine, line or milestone (不存在).</summary>
    Unknown = 2,

    /// <summary>The routine is not due on that day: outside its terms, or not a working day (当日无此工作).</summary>
    NotDue = 3,

    /// <summary>The period has not begun, and nothing is done ahead of it (未到周期).</summary>
    NotBegun = 4,

    /// <summary>The milestone was reached before (节点已完成).</summary>
    AlreadyReached = 5,

    /// <summary>The mechanism has no place for something that was recorded (已有记录).</summary>
    RecordLost = 6,
}
