using System.Text;
using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>An enum by the names of its values.</summary>
internal sealed class EnumShape<T> : Shape<T> where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();
    private static readonly string[] Words = Array.ConvertAll(Values, value => EnumWords.Of(value.ToString()));

    private EnumShape()
    {
    }

    public static EnumShape<T> Instance { get; } = new();

    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(
        Array.IndexOf(Values, value) is >= 0 and var place ? Words[place] : throw new ArgumentException($"No {typeof(T).Name} has the value {value}.", nameof(value)));

    public override T Read(JsonPart part)
    {
        // No text is made of a word that is known.
        if (part.TryPlain(out var plain))
        {
            for (var place = 0; place < Words.Length; place++)
            {
                if (Ascii.Equals(plain, Words[place]))
                {
                    return Values[place];
                }
            }
        }

        if (part.Text() is { } word)
        {
            if (Array.IndexOf(Words, word) is >= 0 and var escaped)
            {
                return Values[escaped];
            }

            part.Unknown<T>(Words);
        }

        throw new UnreadablePartException();
    }
}
