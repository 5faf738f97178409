using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>The properties of an object one after the other. Names are compared as the bytes that stand in the file; no text is made of them.</summary>
/// <remarks>A struct that goes on: pass it by reference, or hand it over.</remarks>
internal struct OrderedFields
{
    private readonly JsonPart _part;
    private JsonElement.ObjectEnumerator _rest;

    /// <param name="whole">A moving part that shows the object; it goes on to the properties.</param>
    /// <exception cref="UnreadablePartException">The value is no object.</exception>
    public OrderedFields(JsonPart whole)
    {
        if (whole.Element.ValueKind != JsonValueKind.Object)
        {
            throw new UnreadablePartException();
        }

        _part = whole;
        _rest = whole.Element.EnumerateObject();
        IsAtEnd = !_rest.MoveNext();
    }

    /// <summary>Whether every property was taken.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>
    /// The next property if it has this name, which is one of ASCII; null, and it stays the next, if it has any other. The part is valid until the
    /// next one is taken.
    /// </summary>
    public JsonPart? Take(string name)
    {
        // A name written with an escape is not found here, and so is left to who reads by name.
        if (IsAtEnd || !Ascii.Equals(JsonMarshal.GetRawUtf8PropertyName(_rest.Current), name))
        {
            return null;
        }

        _part.MoveTo(_rest.Current.Value, name);
        IsAtEnd = !_rest.MoveNext();
        return _part;
    }
}
