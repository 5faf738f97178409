namespace FoodSafety.Domain.DataFiles;

/// <summary>How files write the names of enums: "SchoolCanteen" as "school-canteen".</summary>
internal static class EnumWords
{
    public static string Of(string name) =>
        string.Concat(name.Select((letter, place) => char.IsAsciiLetterUpper(letter) ? $"{(place > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
