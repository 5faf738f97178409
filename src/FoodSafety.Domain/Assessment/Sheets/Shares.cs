using System.Globalization;

namespace FoodSafety.Domain.Assessment;

/// <summary>Shares between 0 and 1.</summary>
internal static class Shares
{
    public static void Check(decimal share, string parameter)
    {
        if (share is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(parameter, share, "Allowed: 0 to 1.");
        }
    }

    public static string Show(decimal share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.####}%");
}
