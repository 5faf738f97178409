using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>How a value stands in a file: one description, by which it is written, read, and copied with other free texts.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal abstract class Shape<T>
{
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Reads a value.</summary>
    /// <exception cref="UnreadablePartException">It cannot be read; the faults of the part say why.</exception>
    public abstract T Read(JsonPart part);

    /// <summary>The same value with other free texts (自由文本); itself where nobody writes words into it.</summary>
    public virtual T Copy(T value, TextPass texts) => value;
}

/// <summary>A part of a file could not be read; its faults are recorded. Caught by the list around it, which goes on with the next.</summary>
internal sealed class UnreadablePartException : Exception;

/// <summary>A text that somebody wrote in own words, so that it may say anything, a person's name among it: it can be taken out of what is kept.</summary>
internal sealed class FreeTextShape(Shape<string> text) : Shape<string>
{
    public override void Write(Utf8JsonWriter writer, string value) => text.Write(writer, value);

    public override string Read(JsonPart part) => text.Read(part);

    // What nobody wrote cannot be taken out.
    public override string Copy(string value, TextPass texts) => value.Length == 0 ? value : texts.Replace(value);
}

/// <summary>A value that stands in a file as one text, number or flag.</summary>
internal sealed class SimpleShape<T>(Action<Utf8JsonWriter, T> write, Func<JsonPart, (bool IsRead, T Value)> read) : Shape<T>
{
    public override void Write(Utf8JsonWriter writer, T value) => write(writer, value);

    public override T Read(JsonPart part) => read(part) is (true, var value) ? value : throw new UnreadablePartException();
}
