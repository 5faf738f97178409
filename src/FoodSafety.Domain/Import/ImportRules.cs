using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>The stable keys of the rules that a row can break (校验规则), as they stand in <see cref="RowFault.Rule"/>.</summary>
/// <remarks>The rules of a field are tested in this order; the first broken one is reported.</remarks>
public static class ImportRules
{
    /// <summary>A required field is not in the row at all: it has too few columns (缺列).</summary>
    public const string Missing = "missing";

    /// <summary>A required field is empty or white space (未填报).</summary>
    public const string Blank = "blank";

    /// <summary>
    /// A character shows that the text was read in the wrong encoding or cut (乱码): U+FFFD, which stands for bytes that were
    /// not UTF-8, half a surrogate pair, or a control character, tab and line break included.
    /// </summary>
    public const string BrokenEncoding = "broken-encoding";

    /// <summary>The id has a character that no key has, or is longer than 64 (主体编号格式): it breaks <see cref="TextRule.Key"/>.</summary>
    public const string NotAnId = "not-an-id";

    /// <summary>The name has a character that no name has, or is longer than 200 (名称格式): it breaks <see cref="TextRule.Name"/>.</summary>
    public const string NotAName = "not-a-name";

    /// <summary>The register has a business with the id already (名录中已有).</summary>
    public const string RegisteredId = "registered-id";

    /// <summary>An earlier row has the same id (编号重复).</summary>
    public const string DuplicateId = "duplicate-id";

    /// <summary>The text is no area code: 2, 4, 6, 9 or 12 digits that leave no level out (区划代码格式).</summary>
    public const string NotAnAreaCode = "not-an-area-code";

    /// <summary>The area is not in the tree (区划不存在).</summary>
    public const string UnknownArea = "unknown-area";

    /// <summary>The text is not one of the words that the field allows (不在可选值内).</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>A code has too few or too many characters (位数).</summary>
    public const string Length = "length";

    /// <summary>A licence number begins with other letters than <c>SC</c> or <c>JY</c> (字头).</summary>
    public const string Prefix = "prefix";

    /// <summary>A code has a character that its place does not admit (字符).</summary>
    public const string Character = "character";

    /// <summary>The check character of a code does not follow from the others (校验码).</summary>
    public const string CheckCharacter = "check-character";

    /// <summary>The division in a code is in no province (行政区划代码).</summary>
    public const string Division = "division";

    /// <summary>The identity number of a person stands where a code belongs (误填公民身份号码).</summary>
    public const string IdentityNumber = "identity-number";

    /// <summary>The licence is for another sector than that of the business type (许可类别不符).</summary>
    public const string LicenceKind = "licence-kind";

    /// <summary>The text is not a number in plain digits (不是数字).</summary>
    public const string NotANumber = "not-a-number";

    /// <summary>The number is negative (负数).</summary>
    public const string Negative = "negative";

    /// <summary>The number is above the largest that the field allows (超出上限).</summary>
    public const string TooLarge = "too-large";

    /// <summary>The number has more decimals than the field allows (小数位过多).</summary>
    public const string TooFine = "too-fine";

    /// <summary>A rule of the user's own failed in place of saying what is wrong (自定义规则出错): it threw, and the text says what.</summary>
    public const string RuleFailed = "rule-failed";

    /// <summary>A rule of the user's own that has no error code (自定义规则).</summary>
    public const string OwnRule = "own-rule";
}
