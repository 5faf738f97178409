using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A step that was taken with a proposal to stop (停止活动事项).</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Step">The step.</param>
/// <param name="Business">The business.</param>
/// <param name="By">Who took it: of a proposal the director or officer, else a key in the user's platform.</param>
/// <param name="Note">Of a proposal the activity and its risk; of a stop the bureau that was told; else why.</param>
/// <param name="On">The day.</param>
public sealed record StopEvent(StopId Id, StopStep Step, BusinessId Business, string By, string Note, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On)
{
    /// <summary>Who took it: of a proposal the director or officer, else a key in the user's platform.</summary>
    public string By { get; init => field = TextRule.Key.Check(value, nameof(By)); } = TextRule.Key.Check(By, nameof(By));

    /// <summary>Of a proposal the activity and its risk; of a stop the bureau that was told; else why.</summary>
    public string Note { get; init => field = TextRule.Note.Check(value, nameof(Note)); } = TextRule.Note.Check(Note, nameof(Note));
}
