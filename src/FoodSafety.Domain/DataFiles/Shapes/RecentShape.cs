using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>A value that often stands in the same words, as the few sources of which a file quotes one again and again: what was read last is known by its bytes.</summary>
internal sealed class RecentShape<T>(Shape<T> shape) : Shape<T> where T : class
{
    private const int Most = 16;

    // Replaced as a whole, so that many threads may read.
    private (byte[] Json, T Value)[] _recent = [];

    public override void Write(Utf8JsonWriter writer, T value) => shape.Write(writer, value);

    public override T Copy(T value, TextPass texts) => shape.Copy(value, texts);

    public override T Read(JsonPart part)
    {
        foreach (var (known, value) in _recent)
        {
            if (part.TryPass(known))
            {
                return value;
            }
        }

        var json = part.Raw.ToArray();
        var read = shape.Read(part);
        _recent = [(json, read), .. _recent.Take(Most - 1)];
        return read;
    }
}
