namespace FoodSafety.Domain.Languages;

/// <summary>The two languages in which the library speaks to people.</summary>
/// <remarks>The default value is <see cref="Chinese"/>, the language of the law that is modelled.</remarks>
public enum Language
{
    /// <summary>Simplified Chinese, <c>zh-CN</c> (简体中文).</summary>
    [BilingualName("简体中文", "Simplified Chinese")]
    Chinese,

    /// <summary>English, <c>en</c> (英文).</summary>
    [BilingualName("英文", "English")]
    English,
}
