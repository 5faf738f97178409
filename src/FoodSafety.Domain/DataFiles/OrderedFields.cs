using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>The properties of an object one after the other. Names are compared as the bytes that stand in the file; no text is made of them.</summary>
/// <remarks>A struct that goes on: pass it by reference, or hand it over. The value of a property was read when the next is asked for.</remarks>
internal struct OrderedFields
{
    private readonly JsonCursor _cursor;
    private bool _isAtEnd;
    private bool _isTaken;

    /// <param name="whole">A cursor at the object; it goes on to the properties.</param>
    /// <exception cref="UnreadablePartException">The value is no object.</exception>
    public OrderedFields(JsonCursor whole)
    {
        _cursor = whole;
        _isAtEnd = !whole.TryEnter(JsonValueKind.Object);
    }

    /// <summary>Whether every property was taken; the cursor is at the end of the object then.</summary>
    public bool IsAtEnd
    {
        get
        {
            if (_isTaken)
            {
                (_isTaken, _isAtEnd) = (false, !_cursor.TryGoOn(JsonValueKind.Object));
            }

            return _isAtEnd;
        }
    }

    /// <summary>
    /// The next property if it has this name, which is one of ASCII; null, and it stays the next, if it has any other. The part is valid until the
    /// next one is taken.
    /// </summary>
    public JsonCursor? Take(string name)
    {
        // A name written with an escape is not found here, and so is left to who reads by name.
        _isTaken = !IsAtEnd && _cursor.TryTake(name);
        return _isTaken ? _cursor : null;
    }
}
