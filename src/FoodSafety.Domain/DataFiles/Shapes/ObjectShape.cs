using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>A value of several fields: the function asks for each, in the order in which they are written, and makes the value of them.</summary>
internal sealed class ObjectShape<T>(Func<Fields<T>, T> make) : FieldsShape<T>
{
    // What the fields of the last object were read through waits for the next. Whoever comes while it is away, an object within
    // another or a second thread, makes one of its own.
    private Fields<T>? _waiting;

    public override void Write(Utf8JsonWriter writer, T value)
    {
        writer.WriteStartObject();
        WriteFields(writer, value);
        writer.WriteEndObject();
    }

    public override T Copy(T value, TextPass texts) => make(new Fields<T>(texts, value));

    protected override T ReadInOrder(JsonCursor part) => ReadFields(new OrderedFields(part));

    internal protected override T ReadByName(JsonPart part)
    {
        if (JsonFields.Of(part) is not { } fields)
        {
            throw new UnreadablePartException();
        }

        return ReadFields(part, fields);
    }

    internal void WriteFields(Utf8JsonWriter writer, T value) => make(new Fields<T>(writer, value));

    /// <summary>Reads the fields that are left, in order.</summary>
    internal T ReadFields(OrderedFields fields)
    {
        var asked = Interlocked.Exchange(ref _waiting, null) ?? new Fields<T>();
        asked.MoveTo(fields);
        var value = make(asked);
        var tookAll = asked.TookAll;
        asked.MoveTo(default);
        _waiting = asked;
        return tookAll ? value : throw new UnreadablePartException();
    }

    internal T ReadFields(JsonPart part, JsonFields fields, params ReadOnlySpan<string> others)
    {
        var asked = new Fields<T>(part, fields);
        try
        {
            var value = make(asked);
            return asked.AllowNoOther(others) ? value : throw new UnreadablePartException();
        }
        catch (Exception refused) when (refused is IBilingualError or ArgumentException or OverflowException)
        {
            part.Faults.Add(part.Path, Reason(refused));
            throw new UnreadablePartException();
        }
    }

    private static BilingualText Reason(Exception refused)
    {
        var text = refused is IBilingualError error ? error.Text : (refused.Message, refused.Message);
        return ($"无法使用：{text.Chinese.TrimEnd('。')}", $"this cannot be used: {text.English.TrimEnd('.')}");
    }
}
