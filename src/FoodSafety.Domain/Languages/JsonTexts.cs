using System.Text.Json;

namespace FoodSafety.Domain.Languages;

/// <summary>Reads texts that somebody else wrote into JSON.</summary>
internal static class JsonTexts
{
    /// <summary>The string or the name of a property at which the reader stands.</summary>
    public static string Read(ref Utf8JsonReader reader, string type)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException broken)
        {
            // Half of a surrogate pair can be written as an escape, and only shows here.
            throw new JsonValueException("\\u…", type, ("文本中有半个代理对", "half of a surrogate pair stands in the text"), broken);
        }
    }
}
