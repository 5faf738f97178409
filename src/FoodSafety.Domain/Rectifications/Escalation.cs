using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Something overdue, and to whom it is passed upward (逾期督办).</summary>
/// <remarks>The default value is nothing that is overdue.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct Escalation
{
    // Turned into a date when it is asked for: a list of a million needs few of them.
    private readonly int _dueDay;

    internal Escalation(RectificationId id, int row, int dueDay, EscalationLevel level, Seat main, AreaCode office, Citation? provisionalBy) =>
        (Id, Row, _dueDay, Level, Main, Office, ProvisionalBy) = (id, row, dueDay, level, main, office, provisionalBy);

    /// <summary>The rectification.</summary>
    public RectificationId Id { get; }

    /// <summary>The row of the business in the register.</summary>
    public int Row { get; }

    /// <summary>The last day that was in time.</summary>
    public LocalDate DueDay => Days.Date(_dueDay);

    /// <summary>How far it has come. At the top of the area tree it stays with the main responsible cadre.</summary>
    public EscalationLevel Level { get; }

    /// <summary>The main responsible cadre of the business by the plan, and in which area; where the level above takes it, perhaps out of post by now.</summary>
    public Seat Main { get; }

    /// <summary>The area whose office takes it: that above the main cadre's once the grace is over, the main cadre's own before.</summary>
    public AreaCode Office { get; }

    /// <summary>The law by which the deadline, or the end of the grace, was computed while no notice confirms it (暂定依据); null when both are sure.</summary>
    public Citation? ProvisionalBy { get; }

    /// <summary>True while the deadline or the end of the grace rests on days that no notice has confirmed (暂定).</summary>
    public bool IsProvisional => ProvisionalBy is not null;
}
