using System.Globalization;
using FoodSafety.Domain.Languages;

namespace Wenjiang.Screen;

/// <summary>How numbers are written, on the screen and in the report, the same for everyone.</summary>
internal static class Figures
{
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share in percent, with two decimals or as many as it takes not to contradict a limit that it stands beside.</summary>
    public static string Percent(long part, long whole, params ReadOnlySpan<decimal> limits) =>
        whole == 0 ? "–" : $"{NumberText.Percent(part, whole, 2, limits)[..^1]} %";

    /// <summary>A share that was set, as it was set.</summary>
    public static string Percent(decimal share) => $"{NumberText.Exact(100 * share)} %";
}
