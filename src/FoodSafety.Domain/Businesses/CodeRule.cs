using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>The rule that a written code or number breaks (编码规则); see <see cref="CodeFault"/>.</summary>
/// <remarks>The rules are tested in this order, and the first broken one is reported. Zero is no rule.</remarks>
public enum CodeRule
{
    /// <summary>Something must be written: the text is empty or white space (未填写).</summary>
    [BilingualName("未填写", "missing")]
    Missing = 1,

    /// <summary>The number of characters is fixed (位数).</summary>
    [BilingualName("位数", "length")]
    Length = 2,

    /// <summary>The code begins with one of a few letter pairs, as <c>SC</c> or <c>JY</c> (字头).</summary>
    [BilingualName("字头", "prefix")]
    Prefix = 3,

    /// <summary>Each place admits certain characters only (字符).</summary>
    [BilingualName("字符", "characters")]
    Character = 4,

    /// <summary>The last character follows from all others by calculation (校验码).</summary>
    [BilingualName("校验码", "check character")]
    CheckCharacter = 5,

    /// <summary>The division begins with two digits that no province has (行政区划代码).</summary>
    [BilingualName("行政区划代码", "division code")]
    Division = 6,

    /// <summary>The text is the identity number of a person, which has as many characters (误填公民身份号码).</summary>
    [BilingualName("误填公民身份号码", "identity number of a person")]
    IdentityNumber = 7,
}
