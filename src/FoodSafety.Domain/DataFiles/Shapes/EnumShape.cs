using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>An enum by the words of its values.</summary>
internal sealed class EnumShape<T> : Shape<T> where T : struct, Enum
{
    private EnumShape()
    {
    }

    public static EnumShape<T> Instance { get; } = new();

    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(value.Code());

    public override T Read(JsonPart part)
    {
        // No text is made of a word that is known.
        if (part.TryPlain(out var plain) && EnumCodes.Find<T>(plain) is { } known)
        {
            return known;
        }

        if (part.Text() is { } word)
        {
            if (EnumCodes.Find<T>(word) is { } escaped)
            {
                return escaped;
            }

            part.Unknown<T>(EnumCodes.All<T>().Select(EnumCodes.Code));
        }

        throw new UnreadablePartException();
    }
}
