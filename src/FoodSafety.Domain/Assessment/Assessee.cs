using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Assessment;

/// <summary>Who is assessed (考核对象类别).</summary>
/// <remarks>The default value 0 is nobody.</remarks>
public enum AssesseeKind
{
    /// <summary>A county or district, by its city (区县).</summary>
    [BilingualName("区县", "county")]
    County = 1,

    /// <summary>A town or street, by its district (镇街).</summary>
    [BilingualName("镇街", "town")]
    Town = 2,

    /// <summary>A station of the market bureau (市场监管所).</summary>
    [BilingualName("市场监管所", "station")]
    Station = 3,

    /// <summary>A cadre who answers for businesses (包保干部).</summary>
    [BilingualName("包保干部", "cadre")]
    Cadre = 4,
}

/// <summary>One who is assessed (考核对象): a county, a town, a station or a cadre.</summary>
/// <remarks>The default value is nobody. Sorted by kind, then by key, character by character.</remarks>
[JsonConverter(typeof(TextJsonConverter<Assessee>))]
public readonly record struct Assessee : IComparable<Assessee>, ITextValue<Assessee>
{
    private readonly string? _key;

    /// <summary>Names one by kind and key, as files do.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="key">Its key: the code of an area, the id of a cadre, or what the platform calls a station.</param>
    /// <exception cref="ArgumentException">The key is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public Assessee(AssesseeKind kind, string key)
    {
        TextRule.Key.Check(key);
        _ = kind.Name();
        (Kind, _key) = (kind, key);
    }

    /// <summary>What it is; 0 by default.</summary>
    public AssesseeKind Kind { get; }

    /// <summary>Its key among those of its kind; empty by default.</summary>
    public string Key => _key ?? "";

    /// <summary>True when there is nobody.</summary>
    public bool IsNone => _key is null;

    /// <summary>A county or district.</summary>
    /// <param name="area">Its code; the key is the short form, as "510115".</param>
    /// <exception cref="ArgumentException">The code is not of that level.</exception>
    public static Assessee County(AreaCode area) => OfArea(AssesseeKind.County, area, AreaLevel.District);

    /// <summary>A town or street.</summary>
    /// <param name="area">Its code; the key is the short form, as "510115001".</param>
    /// <exception cref="ArgumentException">The code is not of that level.</exception>
    public static Assessee Town(AreaCode area) => OfArea(AssesseeKind.Town, area, AreaLevel.Town);

    /// <summary>A station of the market bureau.</summary>
    /// <param name="key">What the platform calls it.</param>
    /// <exception cref="ArgumentException">The key is blank.</exception>
    public static Assessee Station(string key) => new(AssesseeKind.Station, key);

    /// <summary>A cadre.</summary>
    /// <param name="cadre">The cadre.</param>
    /// <exception cref="ArgumentException">The cadre is none.</exception>
    public static Assessee Cadre(CadreId cadre) => new(AssesseeKind.Cadre, cadre.Value);

    /// <summary>By kind, then by key.</summary>
    /// <param name="other">The one to compare with.</param>
    public int CompareTo(Assessee other) => Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Key, other.Key);

    /// <summary>True when the left one sorts first.</summary>
    /// <param name="left">The left one.</param>
    /// <param name="right">The right one.</param>
    public static bool operator <(Assessee left, Assessee right) => left.CompareTo(right) < 0;

    /// <summary>True when the left one sorts first, or both are the same.</summary>
    /// <param name="left">The left one.</param>
    /// <param name="right">The right one.</param>
    public static bool operator <=(Assessee left, Assessee right) => left.CompareTo(right) <= 0;

    /// <summary>True when the right one sorts first.</summary>
    /// <param name="left">The left one.</param>
    /// <param name="right">The right one.</param>
    public static bool operator >(Assessee left, Assessee right) => left.CompareTo(right) > 0;

    /// <summary>True when the right one sorts first, or both are the same.</summary>
    /// <param name="left">The left one.</param>
    /// <param name="right">The right one.</param>
    public static bool operator >=(Assessee left, Assessee right) => left.CompareTo(right) >= 0;

    static BilingualText ITextValue<Assessee>.Allowed
    {
        get
        {
            var kinds = string.Join(", ", Enum.GetValues<AssesseeKind>().Select(kind => kind.Name().English));
            return ($"对象类型、空格和编号，如 town 510115001；类型：{kinds}", $"a kind, a blank, and the key, as town 510115001; the kinds are {kinds}");
        }
    }

    /// <summary>Reads who is assessed.</summary>
    /// <param name="s">Kind and key in English, as <c>town 510115001</c>.</param>
    /// <param name="provider">Not used: the text is the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is none.</exception>
    public static Assessee Parse(string s, IFormatProvider? provider = null) => ITextValue<Assessee>.Read(s);

    /// <summary>Reads who is assessed; false when the text is none.</summary>
    /// <param name="s">Kind and key in English, as <c>town 510115001</c>.</param>
    /// <param name="provider">Not used: the text is the same everywhere.</param>
    /// <param name="result">What was read; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Assessee result)
    {
        foreach (var kind in Enum.GetValues<AssesseeKind>())
        {
            var prefix = $"{kind.Name().English} ";
            if (s?.StartsWith(prefix, StringComparison.Ordinal) == true && !string.IsNullOrWhiteSpace(s[prefix.Length..]))
            {
                result = new(kind, s[prefix.Length..]);
                return true;
            }
        }

        result = default;
        return false;
    }

    /// <summary>Kind and key in both languages: "镇街 510115001", "town 510115001".</summary>
    public BilingualText Text => IsNone ? default : ($"{Kind.Name().Chinese} {Key}", $"{Kind.Name().English} {Key}");

    /// <summary>Kind and key in English; empty by default.</summary>
    public override string ToString() => Text.English;

    private static Assessee OfArea(AssesseeKind kind, AreaCode area, AreaLevel level) => area.Level == level
        ? new(kind, area.ToShortString())
        : throw new ArgumentException($"Area {area.ToShortString()} is of level {area.Level}. Allowed: {level}.", nameof(area));
}
