using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>Something that was done in an <see cref="OutreachCampaign"/> (宣传送达事项): by whom and on which day.</summary>
/// <remarks><see cref="OutreachOpened"/>, <see cref="OutreachTargeted"/> or <see cref="OutreachDelivered"/>; there is no other.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record OutreachEvent
{
    private protected OutreachEvent(string by, LocalDate on)
    {
        TextRule.Key.Check(by);
        (By, On) = (by, on.Iso());
    }

    /// <summary>Who did it: the key of the person or body in the user's platform.</summary>
    public string By { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate On { get; }
}
