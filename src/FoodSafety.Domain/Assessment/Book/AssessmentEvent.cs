using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Assessment;

/// <summary>Something that was done in an <see cref="AssessmentBook"/> (考核台账事项): what, when, by whom.</summary>
/// <remarks><see cref="PointsGiven"/> or <see cref="PointsWithdrawn"/>; there is no other.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record AssessmentEvent
{
    private protected AssessmentEvent(string by, LocalDate on)
    {
        TextRule.Key.Check(by);
        (By, On) = (by, on.Iso());
    }

    /// <summary>Who recorded it: a key in the user's platform.</summary>
    public string By { get; }

    /// <summary>The day on which it was recorded.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate On { get; }
}
