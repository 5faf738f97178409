using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Something that was done in a <see cref="CommitmentBook"/> (承诺书事项): what, when, by whom.</summary>
/// <remarks><see cref="CommitmentSigned"/> or <see cref="CommitmentEnded"/>; there is no other.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record CommitmentEvent
{
    private protected CommitmentEvent(LocalDate on, string by) => (On, By) = (on.Iso(), TextRule.Key.Check(by));

    /// <summary>The day.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate On { get; }

    /// <summary>Who did it: the key of the person or body in the user's platform.</summary>
    public string By { get; }
}
