using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>Something that was done in an <see cref="InspectionBook"/> (检查事项): what, when, by whom.</summary>
/// <remarks>The eight that derive from it are all there are; together and in order they are the book.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record InspectionEvent
{
    private protected InspectionEvent(string by, LocalDate on) => (By, On) = (TextRule.Key.Check(by), on.Iso());

    /// <summary>Who did it: the key of the person or body in the user's platform.</summary>
    public string By { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate On { get; }
}
