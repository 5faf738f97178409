using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>A percentage or a load as somebody stated it (公布比率): 3.8 stands for what rounds or is cut to 3.8.</summary>
/// <remarks>
/// <para>
/// Whoever publishes 28,248 of 55,000, which is 51.36 %, as 51.3 % cut the decimals; as 51.4 % rounded them. Both are honest, so a rate
/// of 51.3 stands for 51.25 (inclusive) to 51.4 (exclusive). The decimals written decide: 92.0 says more than 92, and is not equal to it.
/// </para>
/// <para>A decimal number converts to it, 0 to 10^9 with at most 12 decimals. The default value is 0, without decimals.</para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<StatedRate>))]
public readonly record struct StatedRate : ITextValue<StatedRate>, IJsonText
{
    // More than any rate, and coarse enough that its range is exact.
    private const decimal Largest = 1_000_000_000;
    private const int MostDecimals = 12;
    private const string Open = "≥ ";

    private StatedRate(decimal stated, bool isOpen) => (Stated, IsOpen) = (stated, isOpen);

    /// <summary>The number as written, with its decimals: percent for a share, businesses per cadre for a load.</summary>
    public decimal Stated { get; }

    /// <summary>True for "so much or more" (以上).</summary>
    public bool IsOpen { get; }

    /// <summary>The least it can stand for, inclusive.</summary>
    public decimal Least => IsOpen ? Stated : Stated - Unit / 2;

    /// <summary>What it must stay below; null for "so much or more".</summary>
    public decimal? Below => IsOpen ? null : Stated + Unit;

    private decimal Unit => new(1, 0, 0, isNegative: false, Stated.Scale);

    /// <summary>So much, rounded or cut to the decimals written.</summary>
    /// <param name="rate">The number, 0 to 10^9 with at most 12 decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range, or finer.</exception>
    public static StatedRate Written(decimal rate)
    {
        return new(Check(rate), isOpen: false);
    }

    /// <summary>So much or more (以上).</summary>
    /// <param name="rate">The number, 0 to 10^9 with at most 12 decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range, or finer.</exception>
    public static StatedRate AtLeast(decimal rate)
    {
        return new(Check(rate), isOpen: true);
    }

    /// <summary>Lets a number stand for a rate as written.</summary>
    /// <param name="rate">The number, 0 to 10^9 with at most 12 decimals.</param>
    public static implicit operator StatedRate(decimal rate) => Written(rate);

    /// <summary>A rate as written; the named form of the conversion from a number.</summary>
    /// <param name="rate">The number, 0 to 10^9 with at most 12 decimals.</param>
    public static StatedRate FromDecimal(decimal rate) => Written(rate);

    /// <summary>Whether what was computed can have been stated so.</summary>
    /// <param name="rate">The computed number, in the same unit, not rounded.</param>
    public bool Fits(decimal rate) => Meets(rate, rate);

    /// <summary>The same number, written with as many decimals, and as open: 92 is not 92.0, which stands for another range.</summary>
    /// <param name="other">The rate to compare with.</param>
    public bool Equals(StatedRate other) => Stated == other.Stated && Stated.Scale == other.Stated.Scale && IsOpen == other.IsOpen;

    /// <summary>A hash of number, decimals and openness.</summary>
    public override int GetHashCode() => HashCode.Combine(Stated, Stated.Scale, IsOpen);

    /// <summary>Reads a rate as it was stated.</summary>
    /// <param name="s">A number of 0 or more with its decimals, as <c>3.8</c>; <c>≥ 90</c> for "so much or more".</param>
    /// <param name="provider">Not used: the text is the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is none.</exception>
    public static StatedRate Parse(string s, IFormatProvider? provider = null) => ITextValue<StatedRate>.Read(s);

    /// <summary>Reads a rate as it was stated; false when the text is none.</summary>
    /// <param name="s">A number of 0 or more with its decimals, as <c>3.8</c>; <c>≥ 90</c> for "so much or more".</param>
    /// <param name="provider">Not used: the text is the same everywhere.</param>
    /// <param name="result">What was read; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StatedRate result)
    {
        result = default;
        if (s is null)
        {
            return false;
        }

        var isOpen = s.StartsWith(Open, StringComparison.Ordinal);
        var isRead = decimal.TryParse(isOpen ? s.AsSpan(Open.Length) : s, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate);
        result = isRead ? new(rate, isOpen) : default;
        return isRead;
    }

    static BilingualText ITextValue<StatedRate>.Allowed => ($"不小于 0 的数，如 3.8 或 {Open}90", $"a number of 0 or more, as 3.8 or {Open}90");

    string IJsonText.JsonText => ToString();

    /// <summary>The rate as stated: "3.8", "≥ 90".</summary>
    public override string ToString() => (IsOpen ? Open : "") + Stated.ToString(CultureInfo.InvariantCulture);

    private static decimal Check(decimal rate) => rate is >= 0 and <= Largest && rate.Scale <= MostDecimals
        // A zero with a sign is zero.
        ? Math.Abs(rate)
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, $"Allowed: 0 to {Largest}, with at most {MostDecimals} decimals.");

    /// <summary>Whether some number of a range, both ends inclusive, can have been stated so.</summary>
    internal bool Meets(decimal least, decimal? most) => (Below is not { } below || least < below) && (most is not { } top || top >= Least);
}
