using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>The ranges of shares and points.</summary>
internal static class Shares
{
    public static void Check(decimal share, string parameter)
    {
        if (share is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(parameter, share, "Allowed: 0 to 1.");
        }
    }

    /// <summary>The most points that anything can have, so that no sum or product of points can overflow.</summary>
    public const decimal MostPoints = 1_000_000_000;

    /// <summary>Refuses points that are negative or beyond reason; a zero may bear a sign.</summary>
    public static void CheckPoints(decimal points, string parameter)
    {
        if (points is < 0 or > MostPoints)
        {
            throw new ArgumentOutOfRangeException(parameter, points, $"Allowed: 0 to {MostPoints:#,0}.");
        }
    }

    public static string Show(decimal share) => NumberText.Percent(share);
}
