using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>A material was handed to businesses (已送达).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OutreachDelivered : OutreachEvent
{
    /// <summary>Records it.</summary>
    /// <param name="material">The code of the material.</param>
    /// <param name="rows">The rows of the businesses.</param>
    /// <param name="receipt">How it is proved: a number, a photo, a signature; may be empty.</param>
    /// <param name="by">Who handed it over: a key in the user's platform, not blank.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentException">There is no material, or nobody who acts.</exception>
    public OutreachDelivered(string material, ImmutableArray<int> rows, string receipt, string by, LocalDate on)
        : base(by, on)
    {
        TextRule.Key.Check(material);
        ArgumentNullException.ThrowIfNull(receipt);
        TextRule.Name.CheckAny(receipt);
        (Material, Rows, Receipt) = (material, rows.IsDefault ? [] : rows, receipt);
    }

    /// <summary>The code of the material (宣传材料).</summary>
    public string Material { get; }

    /// <summary>The rows of the businesses, as given.</summary>
    public ItemList<int> Rows { get; }

    /// <summary>How it is proved (送达回执).</summary>
    public string Receipt { get; }
}
