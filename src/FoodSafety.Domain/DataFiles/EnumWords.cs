namespace FoodSafety.Domain.DataFiles;

/// <summary>How files write the names of enums: "SchoolCanteen" as "school-canteen", and "II" as "ii".</summary>
internal static class EnumWords
{
    // A capital after a capital begins no word: it is a numeral.
    public static string Of(string name) => string.Concat(name.Select((letter, place) =>
        !char.IsAsciiLetterUpper(letter) ? $"{letter}" : $"{(place > 0 && !char.IsAsciiLetterUpper(name[place - 1]) ? "-" : "")}{char.ToLowerInvariant(letter)}"));
}
