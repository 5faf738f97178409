using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>A value that stands in a file as one text, number or flag.</summary>
internal sealed class SimpleShape<T>(Action<Utf8JsonWriter, T> write, Func<JsonPart, (bool IsRead, T Value)> read) : Shape<T>
{
    public override void Write(Utf8JsonWriter writer, T value) => write(writer, value);

    public override T Read(JsonPart part) => read(part) is (true, var value) ? value : throw new UnreadablePartException();
}
