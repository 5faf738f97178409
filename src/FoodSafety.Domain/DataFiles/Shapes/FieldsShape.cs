using System.Runtime.InteropServices;

namespace FoodSafety.Domain.DataFiles;

/// <summary>A value that stands as an object, read in order while its file is in order, and otherwise by the names of its fields.</summary>
internal abstract class FieldsShape<T> : Shape<T>
{
    public sealed override T Read(JsonPart part)
    {
        // An object within one that is being attempted belongs to that attempt: its faults count only once those before it in the outer one were told.
        if (part is JsonCursor cursor)
        {
            return ReadInOrder(cursor);
        }

        var attempts = part.Faults.Attempts;
        if (attempts.ArePaying)
        {
            var (isRead, value) = Attempt(JsonMarshal.GetRawUtf8Value(part.Element), attempts.Cursor);
            attempts.End(isRead);
            if (isRead)
            {
                return value;
            }
        }

        return ReadByName(part);
    }

    /// <summary>Attempts to read a document in order.</summary>
    /// <param name="utf8">Its bytes, which are UTF-8.</param>
    /// <param name="cursor">What goes through them.</param>
    public (bool IsRead, T Value) Attempt(ReadOnlySpan<byte> utf8, JsonCursor cursor)
    {
        try
        {
            cursor.MoveTo(utf8);
            var value = ReadInOrder(cursor);
            cursor.RequireEnd();
            return (true, value);
        }
        catch (Exception)
        {
            // A field that stands elsewhere was taken for one that is absent, so that anything may have come of it; what is truly wrong is met again by name.
            return default;
        }
    }

    /// <summary>Reads properties that stand in the order in which they are written, each once and no other; throws whatever it likes where they do not.</summary>
    /// <param name="part">A cursor, which goes on to the properties and to the end of the object.</param>
    protected abstract T ReadInOrder(JsonCursor part);

    /// <summary>Reads properties in any order.</summary>
    /// <exception cref="UnreadablePartException">The value cannot be read; the faults of the part say why.</exception>
    internal protected abstract T ReadByName(JsonPart part);
}
