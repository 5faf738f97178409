using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>Businesses became targets of a campaign (纳入送达对象).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OutreachTargeted : OutreachEvent
{
    /// <summary>Records it.</summary>
    /// <param name="rows">The rows of the businesses.</param>
    /// <param name="by">Who decided it: a key in the user's platform, not blank.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentException">Nobody acts.</exception>
    public OutreachTargeted(ImmutableArray<int> rows, string by, LocalDate on)
        : base(by, on) => Rows = rows.IsDefault ? [] : rows;

    /// <summary>The rows of the businesses, as given.</summary>
    public ItemList<int> Rows { get; }
}
