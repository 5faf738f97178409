using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>
/// The number of a food production licence (食品生产许可证编号) or of a food trade licence (食品经营许可证编号): <c>SC</c> or
/// <c>JY</c> and 14 digits, the last of which checks the others.
/// </summary>
/// <remarks>
/// <para>
/// <c>SC</c>: 3 digits product category, 6 division, 4 serial, 1 check. <c>JY</c>: 1 digit main form of trade (主体业态), 6 division, 6
/// serial, 1 check. The layouts are those of the two measures on licensing of 2015 (食品生产许可管理办法, 食品经营许可管理办法);
/// the first digit, 1 or 2 for <c>SC</c> and 1 to 3 for <c>JY</c>, and the check digit, by MOD 11,10 of GB/T 17710-2008, are those of the
/// notices that brought in the forms. Numbers of record-filed sellers (备案, <c>YB</c>) are no licence numbers.
/// </para>
/// <para>
/// Lower-case prefixes are read as capitals; spaces and full-width characters are faults. The default value is no number:
/// <see cref="IsNone"/>, written as an empty text.
/// </para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<FoodLicenceNumber>))]
public readonly record struct FoodLicenceNumber : ITextValue<FoodLicenceNumber>
{
    /// <summary>Characters of a number, prefix and digits together (位数): 16.</summary>
    public const int Length = 16;

    private const int BodyLength = Length - 1;
    private const ulong KindUnit = 100_000_000_000_000;

    // The kind, then the 14 digits, in decimal: a number cannot be zero, which is left to the default.
    private readonly ulong _value;

    private FoodLicenceNumber(ulong value) => _value = value;

    /// <summary>True for the default value, which is no number (无编号).</summary>
    public bool IsNone => _value == 0;

    /// <summary>The licence it is the number of (许可证类别); the default value, no licence, of no number.</summary>
    public LicenceKind Kind => (LicenceKind)(_value / KindUnit);

    /// <summary>
    /// The sector that was licensed: production, or what the main form of trade (主体业态) says: 1 sales, 2 catering, 3 canteen.
    /// Not stated of no number.
    /// </summary>
    public BusinessSector Sector => Kind switch
    {
        LicenceKind.Trade => SectorOfTrade(Digits / 10_000_000_000_000),
        LicenceKind.Production => BusinessSector.Production,
        0 => default,
    };

    /// <summary>
    /// The category of the main product (食品类别编码), three digits that begin with 1 for food and 2 for food additives; empty
    /// of a trade licence and of no number.
    /// </summary>
    public string ProductCategory => Kind == LicenceKind.Production ? Part(2, 3) : "";

    /// <summary>The division of the licensing authority (行政区划代码): six digits, at times of a local list; empty of no number.</summary>
    public string Division => Kind switch { LicenceKind.Production => Part(5, 6), LicenceKind.Trade => Part(3, 6), 0 => "" };

    /// <summary>The serial number (顺序码): four digits of a production licence, six of a trade licence; empty of no number.</summary>
    public string Serial => Kind switch { LicenceKind.Production => Part(11, 4), LicenceKind.Trade => Part(9, 6), 0 => "" };

    /// <summary>The check digit (校验码), 0 to 9; 0 of no number.</summary>
    public int CheckDigit => (int)(_value % 10);

    private ulong Digits => _value % KindUnit;

    /// <summary>Reads a number.</summary>
    /// <param name="text">The 16 characters; a null string is read as an empty one.</param>
    /// <exception cref="CodeFormatException">The text is not a number; the exception says which rule it breaks, and where.</exception>
    public static FoodLicenceNumber Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var number, out var fault) ? number : throw new CodeFormatException(fault);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    /// <param name="s">The characters.</param>
    /// <param name="provider">Not used: the characters are the same everywhere.</param>
    public static FoodLicenceNumber Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out FoodLicenceNumber)"/>
    /// <param name="s">The characters.</param>
    /// <param name="provider">Not used: the characters are the same everywhere.</param>
    /// <param name="result">What was read; none when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FoodLicenceNumber result) => TryParse(s.AsSpan(), out result);

    static BilingualText ITextValue<FoodLicenceNumber>.Allowed => Subject;

    static FoodLicenceNumber ISpanParsable<FoodLicenceNumber>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<FoodLicenceNumber>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out FoodLicenceNumber result) => TryParse(s, out result);

    /// <summary>Reads a number; false when the text is not one.</summary>
    /// <param name="text">The 16 characters; a null string is read as an empty one.</param>
    /// <param name="number">The number; none when the text is not a number.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out FoodLicenceNumber number) => TryParse(text, out number, out _);

    /// <summary>Reads a number, or says why the text is not one.</summary>
    /// <param name="text">The 16 characters; a null string is read as an empty one.</param>
    /// <param name="number">The number; none when the text is not a number.</param>
    /// <param name="fault">The first rule that the text breaks; null when it is a number.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out FoodLicenceNumber number, [NotNullWhen(false)] out CodeFault? fault)
    {
        number = default;
        if (!TryRead(text, Length, out var value, out var check, out fault))
        {
            return false;
        }

        if (value % 10 != check)
        {
            fault = CodeFault.WrongCheck(Subject, BodyLength, text, (char)('0' + check));
            return false;
        }

        fault = FaultOfDivision(text);
        if (fault is not null)
        {
            return false;
        }

        number = new(value);
        return true;
    }

    /// <summary>Completes a number: calculates the check digit of the first 13 digits, by MOD 11,10.</summary>
    /// <param name="body">The prefix and the first 13 digits: 15 characters.</param>
    /// <exception cref="CodeFormatException">The text is not the first 15 characters of a number.</exception>
    public static FoodLicenceNumber WithCheckDigit(ReadOnlySpan<char> body) =>
        TryRead(body, BodyLength, out var value, out var check, out var fault) && (fault = FaultOfDivision(body)) is null
            ? new((value * 10) + check)
            : throw new CodeFormatException(fault);

    /// <summary>The prefix and the 14 digits; empty of no number.</summary>
    public override string ToString() => IsNone ? "" : Kind.Prefix() + Digits.ToString("D14", CultureInfo.InvariantCulture);

    private static BilingualText Subject => ("食品许可证编号", "Food licence number");

    private static CodeFault? FaultOfDivision(ReadOnlySpan<char> text)
    {
        var place = Ascii.EqualsIgnoreCase(text[..2], LicenceKind.Production.Prefix()) ? 5 : 3;
        return Provinces.Knows(text.Slice(place, 2)) ? null : CodeFault.NoProvince(Subject, place, text);
    }

    private static bool TryRead(
        ReadOnlySpan<char> text, int length, out ulong value, out uint check, [NotNullWhen(false)] out CodeFault? fault)
    {
        value = 0;
        check = 0;
        fault = CodeFault.OfLength(Subject, text, length);
        if (fault is not null)
        {
            return false;
        }

        var kind = Ascii.EqualsIgnoreCase(text[..2], LicenceKind.Production.Prefix()) ? LicenceKind.Production
            : Ascii.EqualsIgnoreCase(text[..2], LicenceKind.Trade.Prefix()) ? LicenceKind.Trade
            : default;
        if (kind == default)
        {
            fault = CodeFault.WrongPrefix(Subject, text[..2], "SC, JY");
            return false;
        }

        value = (ulong)kind;
        var product = 10u;
        for (var i = 2; i < length; i++)
        {
            // The assigned first digits are known from second-hand accounts of the 2015 notices; the layouts stand in the measures.
            var (least, most, allowed) = i > 2 ? ('0', '9', "0-9")
                : kind == LicenceKind.Production ? ('1', '2', "1-2")
                : ('1', '3', "1-3");
            if (text[i] < least || text[i] > most)
            {
                fault = CodeFault.WrongCharacter(Subject, i, text, allowed);
                return false;
            }

            var digit = (uint)(text[i] - '0');
            value = (value * 10) + digit;
            if (i < BodyLength)
            {
                // The hybrid system MOD 11,10: a sum modulo 10 in which 10 stands for 0, doubled modulo 11.
                var sum = (product + digit) % 10;
                product = (sum == 0 ? 10 : sum) * 2 % 11;
            }
        }

        check = (11 - product) % 10;
        return true;
    }

    private static BusinessSector SectorOfTrade(ulong form) => form switch
    {
        1 => BusinessSector.Sales,
        2 => BusinessSector.Catering,
        _ => BusinessSector.Canteen,
    };

    private string Part(int start, int length) => IsNone ? "" : ToString().Substring(start, length);
}

/// <summary>The two licences that a food business may hold (许可证类别).</summary>
/// <remarks>Zero, the default, is no licence. Prefixes are in <see cref="LicenceKinds"/>.</remarks>
[BilingualNameOfNone("无许可证", "No licence")]
public enum LicenceKind : byte
{
    /// <summary>Food production licence (食品生产许可证), numbered <c>SC</c>.</summary>
    [BilingualName("食品生产许可证", "Food production licence")]
    Production = 1,

    /// <summary>Food trade licence (食品经营许可证), numbered <c>JY</c>: sales, catering and canteens.</summary>
    [BilingualName("食品经营许可证", "Food trade licence")]
    Trade = 2,
}

/// <summary>Prefixes of <see cref="LicenceKind"/>.</summary>
public static class LicenceKinds
{
    /// <summary>The two letters with which the number of a licence begins (字头); empty of the default value.</summary>
    /// <param name="kind">The kind of licence.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is neither a named value nor the default.</exception>
    public static string Prefix(this LicenceKind kind) => kind.NamedOrNone() switch
    {
        0 => "",
        LicenceKind.Production => "SC",
        LicenceKind.Trade => "JY",
    };
}
