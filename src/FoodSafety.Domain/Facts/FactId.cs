using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>The shape of the keys that stand in files: facts, policies, rules.</summary>
internal static class FactId
{
    public static string Check(string id, string parameter)
    {
        TextRule.Key.Check(id, parameter);
        return IsValid(id)
            ? id
            : throw new ArgumentException($"'{id}' is not a key. Allowed: a lower-case letter, then lower-case letters, digits, dots and hyphens, 64 at most.", parameter);
    }

    public static bool IsValid(string id) =>
        id.Length is > 0 and <= 64 && char.IsAsciiLetterLower(id[0]) &&
        id.AsSpan().IndexOfAnyExcept(Allowed) < 0;

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
}
