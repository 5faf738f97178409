using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>
/// The unified social credit code of a legal person or other organisation (统一社会信用代码): 18 characters by GB 32100-2015,
/// the last of which checks the others.
/// </summary>
/// <remarks>
/// <para>
/// The alphabet is <c>0-9</c> and <c>A-Z</c> without <c>I O S V Z</c>. Lower-case letters are read as their capitals, for they
/// can mean nothing else; spaces, hyphens and full-width characters are faults. The default value is no code:
/// <see cref="IsNone"/>, written as an empty text.
/// </para>
/// <para>
/// The organisation code inside has a check character of its own, by GB 11714-1997. It is not tested: codes are issued whose last
/// character is right by GB 32100, and no text read for this library promises that the inner one is right in all of them.
/// Of the division only the province is looked up, for registrars also use local numbers. What is the identity number of a person
/// (公民身份号码), which also has 18 characters, is refused even where it keeps the check of this code. A few codes issued in Fujian before 2016 are
/// known to break the standard itself in their last character; they are refused.
/// </para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<UnifiedSocialCreditCode>))]
public readonly record struct UnifiedSocialCreditCode : ITextValue<UnifiedSocialCreditCode>
{
    /// <summary>Characters of a code (位数): 18.</summary>
    public const int Length = 18;

    private const int BodyLength = Length - 1;
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string AllowedAnywhere = "0-9 A-H J-N P-R T U W X Y";
    private const string AllowedFirst = "1-9 A-H J-N P-R T U W X Y";
    private const string AllowedInDivision = "0-9";

    // Five bits hold a place of base 31. No department is 0, so no code is all zero bits, which are left to the default.
    private const int BitsPerCharacter = 5;
    private readonly UInt128 _bits;

    private UnifiedSocialCreditCode(UInt128 bits) => _bits = bits;

    /// <summary>True for the default value, which is no code (无代码).</summary>
    public bool IsNone => _bits == default;

    /// <summary>The department that registers, place 1 (登记管理部门代码), as <c>9</c> for market regulation; never 0, and NUL of no code.</summary>
    public char Department => IsNone ? '\0' : this[0];

    /// <summary>The category of organisation, place 2 (机构类别代码), as 1 enterprise and 2 sole trader under department 9; NUL of no code.</summary>
    public char Category => IsNone ? '\0' : this[1];

    /// <summary>The division of the registrar, places 3 to 8 (登记管理机关行政区划码): six digits; empty of no code.</summary>
    /// <remarks>It is where the organisation was first registered, not where it does business.</remarks>
    public string Division => Part(2, 6);

    /// <summary>The organisation itself, places 9 to 17 (主体标识码, 组织机构代码); empty of no code.</summary>
    public string Organisation => Part(8, 9);

    /// <summary>The check character, place 18 (校验码); NUL of no code.</summary>
    public char CheckCharacter => IsNone ? '\0' : this[BodyLength];

    private char this[int index] => Alphabet[(int)((_bits >> (BitsPerCharacter * (BodyLength - index))) & 31)];

    /// <summary>Reads a code.</summary>
    /// <param name="text">The 18 characters; a null string is read as an empty one.</param>
    /// <exception cref="CodeFormatException">The text is not a code; the exception says which rule it breaks, and where.</exception>
    public static UnifiedSocialCreditCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code, out var fault) ? code : throw new CodeFormatException(fault);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    /// <param name="s">The characters.</param>
    /// <param name="provider">Not used: the characters are the same everywhere.</param>
    public static UnifiedSocialCreditCode Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out UnifiedSocialCreditCode)"/>
    /// <param name="s">The characters.</param>
    /// <param name="provider">Not used: the characters are the same everywhere.</param>
    /// <param name="result">What was read; none when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UnifiedSocialCreditCode result) => TryParse(s.AsSpan(), out result);

    static BilingualText ITextValue<UnifiedSocialCreditCode>.Allowed => Subject;

    static UnifiedSocialCreditCode ISpanParsable<UnifiedSocialCreditCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<UnifiedSocialCreditCode>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out UnifiedSocialCreditCode result) => TryParse(s, out result);

    /// <summary>Reads a code; false when the text is not one.</summary>
    /// <param name="text">The 18 characters; a null string is read as an empty one.</param>
    /// <param name="code">The code; none when the text is not a code.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out UnifiedSocialCreditCode code) => TryParse(text, out code, out _);

    /// <summary>Reads a code, or says why the text is not one.</summary>
    /// <param name="text">The 18 characters; a null string is read as an empty one.</param>
    /// <param name="code">The code; none when the text is not a code.</param>
    /// <param name="fault">The first rule that the text breaks; null when it is a code.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out UnifiedSocialCreditCode code, [NotNullWhen(false)] out CodeFault? fault)
    {
        code = default;
        if (!TryRead(text, Length, out var bits, out var check, out fault))
        {
            return false;
        }

        var read = new UnifiedSocialCreditCode(bits);
        if (read.CheckCharacter != check)
        {
            fault = CodeFault.WrongCheck(Subject, BodyLength, text, check);
            return false;
        }

        // One in some thirty identity numbers keeps the check of this code too, and some the division.
        fault = FaultOfDivision(text) ?? (IdentityNumber.Is(text) ? CodeFault.IsIdentityNumber(Subject) : null);
        if (fault is not null)
        {
            return false;
        }

        code = read;
        return true;
    }

    /// <summary>Completes a code: calculates the check character of its first 17, by MOD 31 with the weights 3⁰, 3¹ ... 3¹⁶.</summary>
    /// <param name="body">Places 1 to 17.</param>
    /// <exception cref="CodeFormatException">The text is not the first 17 characters of a code.</exception>
    public static UnifiedSocialCreditCode WithCheckCharacter(ReadOnlySpan<char> body) =>
        TryRead(body, BodyLength, out var bits, out var check, out var fault) && (fault = FaultOfDivision(body)) is null
            ? new((bits << BitsPerCharacter) | (uint)Alphabet.IndexOf(check))
            : throw new CodeFormatException(fault);

    /// <summary>The 18 characters, capitals; empty of no code.</summary>
    public override string ToString() => Part(0, Length);

    private static BilingualText Subject => ("统一社会信用代码", "Unified social credit code");

    private static CodeFault? FaultOfDivision(ReadOnlySpan<char> text) => Provinces.Knows(text[2..4]) ? null : CodeFault.NoProvince(Subject, 2, text);

    private static bool TryRead(
        ReadOnlySpan<char> text, int length, out UInt128 bits, out char check, [NotNullWhen(false)] out CodeFault? fault)
    {
        bits = default;
        check = default;
        fault = CodeFault.OfLength(Subject, text, length);
        if (fault is not null)
        {
            return false;
        }

        var sum = 0;
        var weight = 1;
        for (var i = 0; i < length; i++)
        {
            var value = Alphabet.IndexOf(char.IsAsciiLetterLower(text[i]) ? char.ToUpperInvariant(text[i]) : text[i]);
            var (least, most, allowed) = i switch
            {
                0 => (1, 30, AllowedFirst),
                >= 2 and < 8 => (0, 9, AllowedInDivision),
                _ => (0, 30, AllowedAnywhere),
            };
            if (value < least || value > most)
            {
                fault = CodeFault.WrongCharacter(Subject, i, text, allowed);
                return false;
            }

            bits = (bits << BitsPerCharacter) | (uint)value;
            if (i < BodyLength)
            {
                sum += value * weight;
                weight = weight * 3 % 31;
            }
        }

        check = Alphabet[(31 - (sum % 31)) % 31];
        return true;
    }

    private string Part(int start, int length) => IsNone ? "" : string.Create(length, (Code: this, start), static (span, state) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = state.Code[state.start + i];
        }
    });
}

/// <summary>The first two digits that a division in a code may begin with (省级代码), by GB/T 2260 and the registrars' own use.</summary>
internal static class Provinces
{
    /// <summary>
    /// The provinces of GB/T 2260, 10 of the registrars of the State, and 66 under which the Xinjiang Production and Construction Corps registers.
    /// </summary>
    public const string Known = "10 11-15 21-23 31-37 41-46 50-54 61-66 71 81 82";

    /// <summary>Whether a division may begin so; false for any characters that are no digits.</summary>
    public static bool Knows(ReadOnlySpan<char> two) =>
        two is [>= '0' and <= '9' and var tens, >= '0' and <= '9' and var ones] && ((tens - '0') * 10) + ones - '0' is
            (>= 10 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 66) or 71 or 81 or 82;
}
