using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Lifecycles;

/// <summary>The steps of one thing are taken in the order of time, so that what it was at a past instant never changes.</summary>
internal static class StepOrder
{
    public static UnmetGuard? FindUnmet(Instant last, Instant at) => at >= last ? null : new UnmetGuard(
        "time-order", ($"时间 {Show(at)} 早于上一步 {Show(last)}", $"{Show(at)} is before the last step at {Show(last)}"),
        [new("at", Show(at)), new("at-least", Show(last))]);

    /// <summary>An instant to its last digit: two within a second must not read alike.</summary>
    public static string Show(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
