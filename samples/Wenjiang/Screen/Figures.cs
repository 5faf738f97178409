using System.Globalization;

namespace Wenjiang.Screen;

/// <summary>How numbers are written, on the screen and in the report, the same for everyone.</summary>
internal static class Figures
{
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
