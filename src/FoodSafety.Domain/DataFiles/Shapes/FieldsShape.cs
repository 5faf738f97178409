namespace FoodSafety.Domain.DataFiles;

/// <summary>A value that stands as an object, read in order while its file is in order, and otherwise by the names of its fields.</summary>
internal abstract class FieldsShape<T> : Shape<T>
{
    public sealed override T Read(JsonPart part)
    {
        var attempts = part.Faults.Attempts;
        return attempts.IsUnderWay ? ReadInOrder(part)
            : attempts.ArePaying && Attempt(part, attempts) is (true, var value) ? value
            : ReadByName(part);
    }

    /// <summary>Reads properties that stand in the order in which they are written, each once and no other; throws whatever it likes where they do not.</summary>
    /// <param name="part">A moving part, which goes on to the properties.</param>
    protected abstract T ReadInOrder(JsonPart part);

    /// <summary>Reads properties in any order.</summary>
    /// <exception cref="UnreadablePartException">The value cannot be read; the faults of the part say why.</exception>
    protected abstract T ReadByName(JsonPart part);

    // An object within one that is being attempted belongs to that attempt: its faults count only once those before it in the outer one were told.
    private (bool IsRead, T Value) Attempt(JsonPart part, InOrderAttempts attempts)
    {
        var moving = attempts.Begin(part);
        try
        {
            var value = ReadInOrder(moving);
            attempts.End(isRead: true);
            return (true, value);
        }
        catch (Exception)
        {
            // A field that stands elsewhere was taken for one that is absent, so that anything may have come of it; what is truly wrong is met again by name.
            attempts.End(isRead: false);
            return default;
        }
    }
}
