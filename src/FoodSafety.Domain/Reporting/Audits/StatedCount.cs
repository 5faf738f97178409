using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>A count as somebody stated it (公布数): exactly 9,709, more than 600, or about 785,000. It stands for a range.</summary>
/// <remarks>
/// A number converts to an exact count, 0 to 10^15. The default value is exactly 0. In JSON it is <c>9709</c>, <c>&gt; 600</c>, or with its unit
/// <c>≈ 785000 / 1000</c>, always as a string.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<StatedCount>))]
public readonly record struct StatedCount : ITextValue<StatedCount>, IJsonText
{
    private const string Beyond = "> ";
    private const string Roughly = "≈ ";
    private const string Per = " / ";

    // The distance from the number as written, so that the default value ends at 0 and not nowhere.
    private readonly long _beyond;
    private readonly bool _isOpen;

    // More than there are things to count, and few enough that no sum or product of an audit overflows.
    internal const long Largest = 1_000_000_000_000_000;

    private StatedCount(long stated, long least, long? most, bool isAbout = false) => (Stated, Least, _beyond, _isOpen, IsAbout) = (stated, least, (most ?? stated) - stated, most is null, isAbout);

    /// <summary>The number as written.</summary>
    public long Stated { get; }

    /// <summary>The least count that it can stand for.</summary>
    public long Least { get; }

    /// <summary>The greatest count that it can stand for, inclusive; null when there is none.</summary>
    public long? Most => _isOpen ? null : Stated + _beyond;

    /// <summary>True for a count that was rounded or cut.</summary>
    public bool IsAbout { get; }

    /// <summary>True for a count that stands for itself alone.</summary>
    public bool IsExact => Least == Most;

    /// <summary>Exactly so many.</summary>
    /// <param name="count">The count, 0 to 10^15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside its range.</exception>
    public static StatedCount Exactly(long count)
    {
        Check(count, 0, nameof(count));
        return new(count, count, count);
    }

    /// <summary>More than so many, without saying how many more (超过).</summary>
    /// <param name="count">The count that is exceeded, 0 to 10^15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside its range.</exception>
    public static StatedCount MoreThan(long count)
    {
        Check(count, 0, nameof(count));
        return new(count, count + 1, null);
    }

    /// <summary>About so many (约), rounded or cut to a unit: 785,000 in thousands can be 784,500 to 785,999.</summary>
    /// <param name="count">The count as written, 0 to 10^15.</param>
    /// <param name="unit">The unit to which it was rounded or cut, 1 to 10^15: 1,000 or 10,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static StatedCount About(long count, long unit)
    {
        Check(count, 0, nameof(count));
        Check(unit, 1, nameof(unit));
        return new(count, Math.Max(0, count - unit / 2), count + unit - 1, isAbout: true);
    }

    /// <summary>Lets a number stand for an exact count.</summary>
    /// <param name="count">The count, 0 to 10^15.</param>
    public static implicit operator StatedCount(long count) => Exactly(count);

    /// <summary>An exact count; the named form of the conversion from a number.</summary>
    /// <param name="count">The count, 0 to 10^15.</param>
    public static StatedCount FromInt64(long count) => Exactly(count);

    static BilingualText ITextValue<StatedCount>.Allowed => (
        $"9709、{Beyond}600 或 {Roughly}785000{Per}1000", $"9709, {Beyond}600 or {Roughly}785000{Per}1000");

    string IJsonText.JsonText => string.Create(
        CultureInfo.InvariantCulture, $"{(_isOpen ? Beyond : IsAbout ? Roughly : "")}{Stated}{(IsAbout ? Per : "")}{(IsAbout ? $"{_beyond + 1}" : "")}");

    static StatedCount IParsable<StatedCount>.Parse(string s, IFormatProvider? provider) => ITextValue<StatedCount>.Read(s);

    static bool IParsable<StatedCount>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StatedCount result)
    {
        result = default;
        if (s is null)
        {
            return false;
        }

        if (s.StartsWith(Roughly, StringComparison.Ordinal))
        {
            if (s[Roughly.Length..].Split(Per) is not [var count, var unit] || !TryCount(count, out var about) || !TryCount(unit, out var step) || step < 1 || about > long.MaxValue - step)
            {
                return false;
            }

            result = About(about, step);
            return true;
        }

        var isOpen = s.StartsWith(Beyond, StringComparison.Ordinal);
        if (!TryCount(isOpen ? s[Beyond.Length..] : s, out var stated) || (isOpen && stated == long.MaxValue))
        {
            return false;
        }

        result = isOpen ? MoreThan(stated) : Exactly(stated);
        return true;
    }

    private static bool TryCount(string text, out long count) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    /// <summary>The count as stated: "9,709", "&gt; 600", "≈ 785,000".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(_isOpen ? "> " : IsAbout ? "≈ " : "")}{Stated:#,0}");

    private static void Check(long number, long least, string parameter)
    {
        if (number < least || number > Largest)
        {
            throw new ArgumentOutOfRangeException(parameter, number, $"Allowed: {least} to {Largest}.");
        }
    }
}

/// <summary>A stated count with its name, for the checks of an audit.</summary>
internal readonly record struct Figure(BilingualText Name, StatedCount? Count)
{
    public AuditNumber Number => new(Name, Count.ToString()!);

    public static Figure Businesses(PublishedFigures of) => new(("主体数", "businesses"), of.Businesses);

    public static Figure Tied(PublishedFigures of) => new(("已包保数", "tied businesses"), of.Tied);

    public static Figure Cadres(PublishedFigures of) => new(("包保干部", "cadres"), of.Cadres);

    public static Figure Commitments(PublishedFigures of) => new(("承诺书", "commitments"), of.Commitments);

    public static Figure Visited(PublishedFigures of) => new(("已督导主体", "visited businesses"), of.Visited);

    public static Figure Visits(PublishedFigures of) => new(("督导次数", "visits"), of.Visits);

    public static Figure Found(PublishedFigures of) => new(("发现问题", "problems found"), of.Found);

    public static Figure WithProblems(PublishedFigures of) => new(("有问题的主体", "those with a problem"), of.WithProblems);

    public static Figure Rectified(PublishedFigures of) => new(("已整改问题", "problems rectified"), of.Rectified);

    public static Figure Directors(PublishedFigures of) => new(("食品安全总监", "directors"), of.Directors);

    public static Figure DirectorsRequired(PublishedFigures of) => new(("应配备总监的主体", "directors required"), of.DirectorsRequired);

    public static Figure Officers(PublishedFigures of) => new(("食品安全员", "officers"), of.Officers);
}
