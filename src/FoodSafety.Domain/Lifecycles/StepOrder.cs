using NodaTime;

namespace FoodSafety.Domain.Lifecycles;

/// <summary>The steps of one thing are taken in the order of time, so that what it was at a past instant never changes.</summary>
internal static class StepOrder
{
    public static UnmetGuard? FindUnmet(Instant last, Instant at) => at >= last ? null : new UnmetGuard(
        "time-order", ($"时间 {at} 早于上一步 {last}", $"{at} is before the last step at {last}"), [new("at", $"{at}"), new("at-least", $"{last}")]);
}
