using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>An enum by the words of its values.</summary>
internal sealed class EnumShape<T> : Shape<T> where T : struct, Enum
{
    private EnumShape()
    {
    }

    public static EnumShape<T> Instance { get; } = new();

    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(EnumWords.Of(value));

    public override T Read(JsonPart part)
    {
        // No text is made of a word that is known.
        if (part.TryPlain(out var plain) && EnumWords.Find<T>(plain) is { } known)
        {
            return known;
        }

        if (part.Text() is { } word)
        {
            if (EnumWords.Find<T>(word) is { } escaped)
            {
                return escaped;
            }

            part.Unknown<T>(EnumWords.All<T>());
        }

        throw new UnreadablePartException();
    }
}
