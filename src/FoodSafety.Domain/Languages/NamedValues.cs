using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Languages;

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
