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

/// <summary>A part of a file could not be read; its faults are recorded. Caught by the list around it, which goes on with the next.</summary>
internal sealed class UnreadablePartException : Exception;

/// <summary>A value that stands in a file as one text, number or flag.</summary>
internal sealed class SimpleShape<T>(Action<Utf8JsonWriter, T> write, Func<JsonPart, (bool IsRead, T Value)> read) : Shape<T>
{
    public override void Write(Utf8JsonWriter writer, T value) => write(writer, value);

    public override T Read(JsonPart part) => read(part) is (true, var value) ? value : throw new UnreadablePartException();
}
