namespace FoodSafety.Domain.DataFiles;

/// <summary>
/// When the objects of one file are read in order, each field where the one before it ends: as long as that pays. What was written by this
/// library stands in that order; somebody else may have written the same in another one.
/// </summary>
/// <remarks>
/// An attempt names no fault. Whatever keeps it from its end, a field in another place, a wrong value, a refusal of what is built of them,
/// the object is read again by the names of its fields, and that way alone says what is wrong.
/// </remarks>
internal sealed class InOrderAttempts
{
    // A failed attempt costs an exception and what was read in vain, less than what three attempts save that succeed. Asking for more of
    // them than that keeps a file in any other order, or in part of it, from being slower than if all of it were read by name.
    private const int Price = 8;

    // A few entries changed by hand at the beginning of a file do not speak for the rest of it.
    private long _saved = 16 * Price;

    /// <summary>Whether the next object is worth an attempt.</summary>
    public bool ArePaying => _saved >= Price;

    /// <summary>What goes through the objects.</summary>
    public JsonCursor Cursor => field ??= new JsonCursor();

    /// <summary>No attempts: every object is read by the names of its fields.</summary>
    public static InOrderAttempts None() => new() { _saved = long.MinValue };

    public void End(bool isRead) => _saved += isRead ? 1 : -Price;
}
