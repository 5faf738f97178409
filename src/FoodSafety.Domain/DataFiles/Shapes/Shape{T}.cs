using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>How a value stands in a file: one description, by which it is written and read.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal abstract class Shape<T>
{
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Reads a value.</summary>
    /// <exception cref="UnreadablePartException">It cannot be read; the faults of the part say why.</exception>
    public abstract T Read(JsonPart part);
}
