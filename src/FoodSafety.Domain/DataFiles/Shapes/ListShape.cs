using System.Collections.Immutable;
using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>Values of one shape, in their order.</summary>
internal sealed class ListShape<T>(Shape<T> item) : Shape<ImmutableArray<T>>
{
    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value)
    {
        writer.WriteStartArray();
        foreach (var part in value)
        {
            item.Write(writer, part);
        }

        writer.WriteEndArray();
    }

    public override ImmutableArray<T> Read(JsonPart part)
    {
        if (part.Element.ValueKind != JsonValueKind.Array)
        {
            part.WrongType<object>("array");
            throw new UnreadablePartException();
        }

        var values = ImmutableArray.CreateBuilder<T>(part.Element.GetArrayLength());
        return part.Faults.Attempts.IsUnderWay ? ReadInOrder(part, values) : ReadAll(part, values);
    }

    private ImmutableArray<T> ReadInOrder(JsonPart part, ImmutableArray<T>.Builder values)
    {
        foreach (var element in part.Element.EnumerateArray())
        {
            part.MoveTo(element);
            values.Add(item.Read(part));
        }

        return values.MoveToImmutable();
    }

    private ImmutableArray<T> ReadAll(JsonPart part, ImmutableArray<T>.Builder values)
    {
        var place = 0;
        foreach (var element in part.Element.EnumerateArray())
        {
            try
            {
                values.Add(item.Read(new JsonPart(element, part, place)));
            }
            catch (UnreadablePartException)
            {
                // Its faults are told; those of the next are wanted as well.
            }

            place++;
        }

        return values.Count == place ? values.DrainToImmutable() : throw new UnreadablePartException();
    }
}
