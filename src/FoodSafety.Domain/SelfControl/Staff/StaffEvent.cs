using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Something that was done in a <see cref="StaffBook"/> (人员管理事项): what, by whom and when.</summary>
/// <remarks>
/// <see cref="AppointmentMade"/>, <see cref="AppointmentEnded"/>, <see cref="WentOffDuty"/>, <see cref="CameBackOnDuty"/>,
/// <see cref="PersonBarred"/>, <see cref="PersonAssessed"/> or <see cref="PersonTrained"/>; there is no other.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record StaffEvent
{
    private protected StaffEvent(string by, LocalDate on) => (By, On) = (TextRule.Key.Check(by), on.Iso());

    /// <summary>Who did it: the key of the person or body in the user's platform.</summary>
    public string By { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate On { get; }
}
