using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Writes one section after the other, every entry of a list on a line of its own: a text that can be compared line by line.</summary>
internal sealed class SectionWriter : IDisposable
{
    // Chinese stands as it is; what would matter inside HTML is of no concern in a file.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly Utf8JsonWriter _json;
    private bool _isOpen;

    public SectionWriter() => _json = new Utf8JsonWriter(_text, Options);

    /// <summary>A section that is one value.</summary>
    public void One<T>(string name, Shape<T> shape, T value)
    {
        Begin(name);
        Write(shape, value);
    }

    /// <summary>A section of something that may not be kept; null then.</summary>
    public void Find<T>(string name, Shape<T> shape, T? value) where T : class
    {
        if (value is null)
        {
            Raw(name, "null");
        }
        else
        {
            One(name, shape, value);
        }
    }

    /// <summary>A section of a value that may not be kept; null then.</summary>
    public void FindValue<T>(string name, Shape<T> shape, T? value) where T : struct
    {
        if (value is { } known)
        {
            One(name, shape, known);
        }
        else
        {
            Raw(name, "null");
        }
    }

    /// <summary>A section that is a text of JSON already.</summary>
    public void Raw(string name, string json)
    {
        Begin(name);
        Add(json.TrimEnd('\n'));
    }

    /// <summary>A section that is a list.</summary>
    public void Lines<T>(string name, Shape<T> shape, IEnumerable<T> values) => Lines(name, values, value => Write(shape, value));

    /// <summary>A section that is a list of texts of JSON.</summary>
    public void RawLines(string name, IEnumerable<string> values) => Lines(name, values, value => Add(value.TrimEnd('\n')));

    public byte[] Close()
    {
        Add(_isOpen ? "\n}\n" : "{}\n");
        return _text.WrittenSpan.ToArray();
    }

    public void Dispose() => _json.Dispose();

    private void Lines<T>(string name, IEnumerable<T> values, Action<T> write)
    {
        Begin(name);
        var isFirst = true;
        foreach (var value in values)
        {
            Add(isFirst ? "[\n" : ",\n");
            write(value);
            isFirst = false;
        }

        Add(isFirst ? "[]" : "\n]");
    }

    private void Begin(string name)
    {
        Add(_isOpen ? ",\n\"" : "{\n\"");
        Add(name);
        Add("\": ");
        _isOpen = true;
    }

    private void Write<T>(Shape<T> shape, T value)
    {
        shape.Write(_json, value);
        _json.Flush();
        _json.Reset();
    }

    private void Add(string text)
    {
        var bytes = _text.GetSpan(JsonSource.Strict.GetMaxByteCount(text.Length));
        _text.Advance(JsonSource.Strict.GetBytes(text, bytes));
    }
}
