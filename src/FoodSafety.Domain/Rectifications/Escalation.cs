using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
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

/// <summary>How far something overdue has come up the chain of responsibility (督办层级).</summary>
/// <remarks>Zero, the default, is no level.</remarks>
public enum EscalationLevel : byte
{
    /// <summary>To the main responsible cadre of the business (主体责任人).</summary>
    [BilingualName("主体责任人", "main responsible cadre")]
    MainCadre = 1,

    /// <summary>To the area above that of the main responsible cadre, for the grace is over (上一级).</summary>
    [BilingualName("上一级", "level above")]
    LevelAbove = 2,
}

/// <summary>Something overdue that has nobody to go to, with the reason (无法督办).</summary>
/// <param name="Id">The rectification.</param>
/// <param name="Row">The row of the business in the register; null when it is in none.</param>
/// <param name="DueDay">The last day that was in time.</param>
/// <param name="Reason">Why.</param>
public readonly record struct EscalationGap(RectificationId Id, int? Row, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate DueDay, EscalationGapReason Reason)
{
    /// <summary>The law by which the deadline was computed while no notice confirms it (暂定依据); null when it is sure.</summary>
    public Citation? ProvisionalBy { get; init; }
}

/// <summary>Why something overdue has nobody to go to (无法督办原因).</summary>
/// <remarks>Zero, the default, is no reason.</remarks>
public enum EscalationGapReason : byte
{
    /// <summary>Its business is in no register (主体未在名录).</summary>
    [BilingualName("主体未在名录", "business in no register")]
    NoBusiness = 1,

    /// <summary>The business is newer than the plan (方案未含该主体).</summary>
    [BilingualName("包保方案未含该主体", "business newer than the plan")]
    NotPlanned = 2,

    /// <summary>The business has no tier, and so no chain (未纳入包保).</summary>
    [BilingualName("未纳入包保", "business outside the plan")]
    OutsidePlan = 3,

    /// <summary>The business has a tier, and nobody is main responsible (未包保).</summary>
    [BilingualName("未包保", "nobody main responsible")]
    Uncovered = 4,

    /// <summary>The main responsible cadre is not in post any more, and the chains were not planned again (责任人已离任).</summary>
    [BilingualName("责任人已离任", "main responsible no longer in post")]
    CadreLeft = 5,
}

/// <summary>All that is overdue on a day, with whom it goes to (逾期督办清单): everything overdue is among the escalations or among the gaps.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class EscalationList
{
    internal EscalationList(LocalDate day, int aboveCount, ImmutableArray<Escalation> escalations, ImmutableArray<EscalationGap> gaps) =>
        (Day, AboveCount, Escalations, Gaps) = (day, aboveCount, escalations, gaps);

    /// <summary>The day.</summary>
    public LocalDate Day { get; }

    /// <summary>How many are with the main responsible cadres.</summary>
    public int MainCount => Escalations.Length - AboveCount;

    /// <summary>How many are with the level above.</summary>
    public int AboveCount { get; }

    /// <summary>What goes to somebody, by number.</summary>
    public ImmutableArray<Escalation> Escalations { get; }

    /// <summary>What has nobody to go to, by number.</summary>
    public ImmutableArray<EscalationGap> Gaps { get; }
}
