using System.Globalization;

namespace FoodSafety.Domain.Languages;

/// <summary>Numbers as people read them beside the limits by which they are judged (数值与界限的显示): the text never contradicts the judgement.</summary>
/// <remarks>
/// Rounded as usual, 89.996 % would read 90.00 % beside a band that begins at 90 %, and a mean of 84.995 would read 85. So a number is rounded
/// to the decimals asked for, or to as many more as it takes until what is shown lies on the same side of every limit as the number itself.
/// Whoever reads the text back and compares it with a limit comes to the same decision. The point is a point in every culture.
/// </remarks>
public static class NumberText
{
    private const int MostDecimals = 28;

    /// <summary>All digits of a number, without zeros at the end: "84.995", "100".</summary>
    /// <param name="value">The number.</param>
    public static string Exact(decimal value) => value == 0 ? "0" : value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A number beside limits, without zeros at the end: "85", "84.995" where green begins at 85.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">To how many decimals it is rounded where that contradicts no limit, 0 to 28.</param>
    /// <param name="limits">The limits that are shown or decide; none for a number that stands alone.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside its range.</exception>
    public static string Beside(decimal value, int decimals, params ReadOnlySpan<decimal> limits)
    {
        var (text, shown) = Render(Ratio.Of(value), decimals, Ratios(limits));
        return shown == 0 ? text : text.TrimEnd('0').TrimEnd('.');
    }

    /// <summary>A share in percent beside limits: "90.00%", "89.996%" where a band begins at 0.9. None and all are limits by themselves.</summary>
    /// <param name="part">How many, 0 or more.</param>
    /// <param name="whole">Of how many, 0 or more; of none there is no share, and a dash is shown.</param>
    /// <param name="decimals">The decimals of the percentage, which has more where it would contradict a limit, 0 to 28.</param>
    /// <param name="limits">The limits as shares, 1 for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static string Percent(long part, long whole, int decimals, params ReadOnlySpan<decimal> limits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfNegative(whole);
        var hundred = Ratio.Of(100, 1);
        return whole == 0
            ? "—"
            : Render(Ratio.Of(part, whole) * hundred, decimals, [.. Ratios([0, 1, .. limits]).Select(limit => limit * hundred)]).Text + "%";
    }

    /// <summary>A share of 1 as a percentage with all its digits: a limit, as it was set.</summary>
    internal static string Percent(decimal share)
    {
        // A hundredfold has no more digits than the share, so that every share has its percentage.
        var percent = Ratio.Of(share) * Ratio.Of(100, 1);
        var text = percent.Rounded(MostDecimals).Digits(MostDecimals).TrimEnd('0').TrimEnd('.');
        return text + "%";
    }

    private static Ratio[] Ratios(ReadOnlySpan<decimal> limits)
    {
        var ratios = new Ratio[limits.Length];
        for (var i = 0; i < limits.Length; i++)
        {
            ratios[i] = Ratio.Of(limits[i]);
        }

        return ratios;
    }

    private static (string Text, int Decimals) Render(Ratio value, int decimals, Ratio[] limits)
    {
        if (decimals is < 0 or > MostDecimals)
        {
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, $"Allowed: 0 to {MostDecimals}.");
        }

        // It ends: a number apart from a limit is so by some distance, and one that is the limit has no more digits than it.
        for (var more = decimals; ; more++)
        {
            var rounded = value.Rounded(more);
            if (Array.TrueForAll(limits, limit => Math.Sign(rounded.CompareTo(limit)) == Math.Sign(value.CompareTo(limit))))
            {
                return (rounded.Digits(more), more);
            }
        }
    }
}
