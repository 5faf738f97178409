using System.Collections.Immutable;
using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>Values of one shape, in their order.</summary>
internal sealed class ListShape<T>(Shape<T> item) : Shape<ImmutableArray<T>>
{
    // Of a longer list the room is not kept.
    private const int MostRoom = 1024;

    // Room for the values of one list waits here for the next, for how many there are is known at the end; a list within a list makes room of its own.
    [ThreadStatic]
    private static T[]? _room;

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

    public override ImmutableArray<T> Copy(ImmutableArray<T> value, TextPass texts) => [.. value.Select((part, place) => texts.Into(place, part, item))];

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

        var (room, count) = (_room ?? new T[16], 1);
        _room = null;
        room[0] = first;
        do
        {
            if (count == room.Length)
            {
                Array.Resize(ref room, count * 2);
            }

            room[count++] = ReadNext(cursor);
        }
        while (cursor.TryGoOn(JsonValueKind.Array));
        var values = ImmutableArray.Create(room, 0, count);
        if (room.Length <= MostRoom)
        {
            Array.Clear(room, 0, count);
            _room = room;
        }

        return values;
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
