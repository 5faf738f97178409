using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>How a stage of a round stands on a day (阶段目标状态). Zero, the default, is no state.</summary>
public enum RoundTargetState : byte
{
    /// <summary>The share was reached, on its last day or before (已达标).</summary>
    [BilingualName("已达标", "met")]
    Met = 1,

    /// <summary>Not reached yet, and at least on the straight line from the beginning to the last day (按进度).</summary>
    [BilingualName("按进度", "on track")]
    OnTrack = 2,

    /// <summary>Not reached yet, and below that line (进度滞后).</summary>
    [BilingualName("进度滞后", "behind")]
    Behind = 3,

    /// <summary>The last day is over and the share was not reached by then (未达标).</summary>
    [BilingualName("未达标", "missed")]
    Missed = 4,
}

/// <summary>A stage of a round (阶段目标): the share of the businesses to be covered by a day.</summary>
/// <param name="By">The last day, inclusive.</param>
/// <param name="Share">The share, above 0 and up to 1.</param>
public readonly record struct RoundTarget([property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate By, decimal Share);

/// <summary>How a stage of a round stands on a day.</summary>
/// <param name="Target">The stage.</param>
/// <param name="State">How it stands.</param>
/// <param name="Coverage">What was covered by then: by the last day of the stage once that is over.</param>
/// <param name="Lacking">How many more businesses would have reached the share; 0 when it is met.</param>
public readonly record struct RoundTargetResult(RoundTarget Target, RoundTargetState State, Coverage Coverage, int Lacking);

/// <summary>A business that a round has to reach, as it was when the list was fixed (首轮名单).</summary>
/// <param name="Business">The business.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Area">Its area.</param>
public readonly record struct RoundBusiness(BusinessId Business, Tier Tier, AreaCode Area);
