using System.Diagnostics.CodeAnalysis;
using System.Reflection;

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
