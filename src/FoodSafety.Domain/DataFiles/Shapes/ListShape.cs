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
        if (part.Kind != JsonValueKind.Array)
        {
            part.WrongType<object>(Allowed.List);
            throw new UnreadablePartException();
        }

        return part is JsonCursor cursor ? ReadInOrder(cursor) : ReadAll(part);
    }

    private ImmutableArray<T> ReadInOrder(JsonCursor cursor)
    {
        if (!cursor.TryEnter(JsonValueKind.Array))
        {
            return [];
        }

        var first = ReadNext(cursor);
        if (!cursor.TryGoOn(JsonValueKind.Array))
        {
            // As most lists of entries.
            return [first];
        }

        var values = ImmutableArray.CreateBuilder<T>();
        values.Add(first);
        do
        {
            values.Add(ReadNext(cursor));
        }
        while (cursor.TryGoOn(JsonValueKind.Array));
        return values.DrainToImmutable();
    }

    private T ReadNext(JsonCursor cursor)
    {
        cursor.Take();
        return item.Read(cursor);
    }

    private ImmutableArray<T> ReadAll(JsonPart part)
    {
        var values = ImmutableArray.CreateBuilder<T>(part.Element.GetArrayLength());
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
