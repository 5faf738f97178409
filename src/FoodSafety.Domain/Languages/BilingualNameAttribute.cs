namespace FoodSafety.Domain.Languages;

/// <summary>What people call a value of an enum, in Chinese and in English (枚举值名称): it stands beside the value, and <see cref="EnumNames.Name"/> reads it.</summary>
/// <remarks>
/// Enums of one's own are named in the same way:
/// <code>
/// public enum Complaint
/// {
///     [BilingualName("已受理", "accepted")]
///     Accepted = 1,
/// }
/// </code>
/// </remarks>
/// <param name="chinese">The name in simplified Chinese, as <see cref="TextRule.Name"/> allows it.</param>
/// <param name="english">The name in English, likewise.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class BilingualNameAttribute(string chinese, string english) : Attribute
{
    /// <summary>The name in simplified Chinese.</summary>
    public string Chinese { get; } = chinese;

    /// <summary>The name in English.</summary>
    public string English { get; } = english;
}

/// <summary>What people call the value 0 of an enum that gives it no name of its own, where it means something, as "not stated" (未填写).</summary>
/// <param name="chinese">The name in simplified Chinese, as <see cref="TextRule.Name"/> allows it.</param>
/// <param name="english">The name in English, likewise.</param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class BilingualNameOfNoneAttribute(string chinese, string english) : Attribute
{
    /// <summary>The name in simplified Chinese.</summary>
    public string Chinese { get; } = chinese;

    /// <summary>The name in English.</summary>
    public string English { get; } = english;
}
