using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Languages;

/// <summary>What people call the values of enums, as <see cref="BilingualNameAttribute"/> says it beside each value (枚举值名称).</summary>
public static class EnumNames
{
    /// <summary>The name of a value. It is read once for each enum; a call allocates nothing.</summary>
    /// <param name="value">The value; 0 too, where the enum carries a <see cref="BilingualNameOfNoneAttribute"/>.</param>
    /// <typeparam name="TEnum">The enum, of the library or of one's own.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not one of the values of the enum.</exception>
    /// <exception cref="InvalidOperationException">A value of the enum has no <see cref="BilingualNameAttribute"/>, or one that <see cref="TextRule.Name"/> does not allow.</exception>
    public static BilingualText Name<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TEnum>(this TEnum value)
        where TEnum : struct, Enum
    {
        var table = Table<TEnum>.Instance;
        if (table.Missing is { } missing)
        {
            throw new InvalidOperationException($"{typeof(TEnum).Name}.{missing} has no name in both languages. Needed beside each value: [BilingualName(\"名称\", \"name\")].");
        }

        return table.Names.TryGetValue(value, out var name) ? name : throw NamedValues.Refusal(value, nameof(value), table.HasNone);
    }

    private sealed class Table<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TEnum>
        where TEnum : struct, Enum
    {
        private Table()
        {
            foreach (var field in typeof(TEnum).GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                if (field.GetCustomAttribute<BilingualNameAttribute>() is not { } name || !TryAdd((TEnum)field.GetValue(null)!, name.Chinese, name.English))
                {
                    Missing ??= field.Name;
                }
            }

            if (typeof(TEnum).GetCustomAttribute<BilingualNameOfNoneAttribute>() is { } none)
            {
                HasNone = true;
                if (!TryAdd(default, none.Chinese, none.English))
                {
                    Missing ??= "0";
                }
            }
        }

        public static Table<TEnum> Instance { get; } = new();

        public Dictionary<TEnum, BilingualText> Names { get; } = [];

        public string? Missing { get; }

        public bool HasNone { get; }

        private bool TryAdd(TEnum value, string chinese, string english)
        {
            if (!TextRule.Name.Admits(chinese) || !TextRule.Name.Admits(english))
            {
                return false;
            }

            Names.TryAdd(value, new(chinese, english));
            return true;
        }
    }
}

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

/// <summary>What people call the value 0 of an enum that gives it no name of its own, where it means something, as "not stated" (未填报).</summary>
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

/// <summary>Refuses numbers to which an enum gives no name, in one way for the whole library.</summary>
/// <remarks>
/// A switch over an enum has no arm for the rest, so that the compiler reports a value that was added and forgotten.
/// What is left is a number cast to the enum, and that is refused before the switch.
/// </remarks>
internal static class NamedValues
{
    /// <summary>The value, when the enum names it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public static T Named<T>(this T value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
        where T : struct, Enum => Enum.IsDefined(value) ? value : throw Refusal(value, parameter?.TrimStart('@'), orNone: false);

    /// <summary>The value, when the enum names it or it is the default, which stands for "not stated".</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is neither.</exception>
    public static T NamedOrNone<T>(this T value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
        where T : struct, Enum => Enum.IsDefined(value) || EqualityComparer<T>.Default.Equals(value, default)
            ? value
            : throw Refusal(value, parameter?.TrimStart('@'), orNone: true);

    /// <summary>The error of a number to which an enum gives no name.</summary>
    public static ArgumentOutOfRangeException Refusal<T>(T value, string? parameter, bool orNone)
        where T : struct, Enum => new(parameter, value, $"Allowed: {Range<T>()}{(orNone ? ", or 0 for not stated" : "")}.");

    private static string Range<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values.Length > 2 && Number(values[^1]) - Number(values[0]) == values.Length - 1
            ? $"{Show(values[0])} to {Show(values[^1])}"
            : string.Join(", ", values.Select(Show));

        static long Number(T value) => Convert.ToInt64(value, null);
        static string Show(T value) => $"{value:D} ({value})";
    }
}
