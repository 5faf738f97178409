namespace FoodSafety.Domain.DataFiles;

/// <summary>A walk through a value by its shape that puts other words in the place of those that somebody wrote, and knows where it stands.</summary>
/// <param name="replace">Is given the place of a text, as <c>$.acts[0].reason</c>, and the text; says what stands there instead.</param>
internal sealed class TextPass(Func<string, string, string> replace)
{
    private readonly Stack<string> _places = new(["$"]);

    public string Replace(string text) => replace(_places.Peek(), text);

    /// <summary>Goes into a field.</summary>
    public TField Into<TField>(string name, TField value, Shape<TField> shape) => Within($"{_places.Peek()}.{name}", value, shape);

    /// <summary>Goes into an item of a list.</summary>
    public TItem Into<TItem>(int place, TItem value, Shape<TItem> shape) => Within($"{_places.Peek()}[{place}]", value, shape);

    private T Within<T>(string place, T value, Shape<T> shape)
    {
        _places.Push(place);
        try
        {
            return shape.Copy(value, this);
        }
        finally
        {
            _places.Pop();
        }
    }
}
