using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

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
