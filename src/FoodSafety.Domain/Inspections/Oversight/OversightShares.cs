using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>How large a share of each tier is drawn for the oversight of cadres (督查抽查比例). Each share from 0, none, to 1, all.</summary>
public sealed record OversightShares
{
    /// <summary>Makes shares.</summary>
    /// <param name="a">Of the businesses of tier A.</param>
    /// <param name="b">Of tier B.</param>
    /// <param name="c">Of tier C.</param>
    /// <param name="d">Of tier D.</param>
    /// <param name="basis">Where the shares come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is below 0 or above 1.</exception>
    public OversightShares(decimal a, decimal b, decimal c, decimal d, Citation basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        A = Check(a, nameof(a));
        B = Check(b, nameof(b));
        C = Check(c, nameof(c));
        D = Check(d, nameof(d));
        Basis = basis;
    }

    /// <summary>All of A, 10 % of B, 5 % of C and of D, as the city of Xiaogan (Hubei) does.</summary>
    public static OversightShares Xiaogan { get; } = new(1m, 0.10m, 0.05m, 0.05m, new Citation(
        ("孝感市包保责任督查（2023年公开报道）", "Oversight of cadres in Xiaogan, press report of April 2023"),
        SourceStanding.PressReport,
        url: new Uri("http://m.zhiwu.yzbytv.com/hyxw/2023/0414/11111.html")));

    /// <summary>Of tier A.</summary>
    public decimal A { get; }

    /// <summary>Of tier B.</summary>
    public decimal B { get; }

    /// <summary>Of tier C.</summary>
    public decimal C { get; }

    /// <summary>Of tier D.</summary>
    public decimal D { get; }

    /// <summary>Where the shares come from.</summary>
    public Citation Basis { get; }

    /// <summary>The share of a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tier"/> is not one of the named values.</exception>
    public decimal this[Tier tier] => tier.Named() switch
    {
        Tier.A => A,
        Tier.B => B,
        Tier.C => C,
        Tier.D => D,
    };

    private static decimal Check(decimal share, string parameter) => share is >= 0 and <= 1
        ? share
        : throw new ArgumentOutOfRangeException(parameter, share, "Allowed: 0 to 1.");
}
