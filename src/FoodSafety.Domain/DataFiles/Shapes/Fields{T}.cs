using System.Collections.Immutable;
using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>The fields of one value while it is written, read or copied: asking for a field writes that of the value, reads it, or copies it with other free texts.</summary>
/// <remarks>
/// They are asked for in one order, so that they can be read in it: what stands next is the field asked for, or that field is absent.
/// Whether it was truly absent is known at the end, for what stands in another place is then left over.
/// </remarks>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class Fields<T>
{
    private readonly Utf8JsonWriter? _writer;
    private readonly TextPass? _texts;
    private readonly T _value = default!;
    private readonly JsonPart? _part;
    private readonly JsonFields? _fields;
    private readonly List<string>? _asked;
    private OrderedFields _ordered;

    /// <summary>Writes the fields of a value.</summary>
    public Fields(Utf8JsonWriter writer, T value) => (_writer, _value) = (writer, value);

    /// <summary>Copies the fields of a value.</summary>
    public Fields(TextPass texts, T value) => (_texts, _value) = (texts, value);

    /// <summary>Reads fields in the order in which they stand, those of one object after the other.</summary>
    public Fields()
    {
    }

    /// <summary>Reads fields by their names.</summary>
    public Fields(JsonPart part, JsonFields fields) => (_part, _fields, _asked) = (part, fields, []);

    /// <summary>Of fields that are read in order, whether all that stand were asked for.</summary>
    public bool TookAll => _ordered.IsAtEnd;

    /// <summary>Goes to the fields of an object, to read them in order; to none, so that nothing of a file is held.</summary>
    public void MoveTo(OrderedFields ordered) => _ordered = ordered;

    /// <summary>A field that always stands.</summary>
    public TField Get<TField>(string name, Func<T, TField> of, Shape<TField> shape)
    {
        if (_writer is not null)
        {
            var value = of(_value);
            _writer.WritePropertyName(name);
            shape.Write(_writer, value);
            return value;
        }

        return _texts is not null ? _texts.Into(name, of(_value), shape) : shape.Read(Require(name));
    }

    /// <summary>A field that stands only when it is not what is usual.</summary>
    public TField Get<TField>(string name, Func<T, TField> of, Shape<TField> shape, TField usual)
    {
        if (_writer is not null)
        {
            var value = of(_value);
            if (!EqualityComparer<TField>.Default.Equals(value, usual))
            {
                _writer.WritePropertyName(name);
                shape.Write(_writer, value);
            }

            return value;
        }

        if (_texts is not null)
        {
            return of(_value) is var some && EqualityComparer<TField>.Default.Equals(some, usual) ? some : _texts.Into(name, some, shape);
        }

        return Find(name) is { } found ? shape.Read(found) : usual;
    }

    /// <summary>A list that stands only when something is in it.</summary>
    public ImmutableArray<TItem> List<TItem>(string name, Func<T, ImmutableArray<TItem>> of, Shape<TItem> item)
    {
        if (_writer is not null)
        {
            var value = of(_value);
            if (!value.IsDefaultOrEmpty)
            {
                _writer.WritePropertyName(name);
                new ListShape<TItem>(item).Write(_writer, value);
            }

            return value;
        }

        if (_texts is not null)
        {
            return of(_value) is { IsDefaultOrEmpty: false } some ? _texts.Into(name, some, new ListShape<TItem>(item)) : [];
        }

        return Find(name) is { } found ? new ListShape<TItem>(item).Read(found) : [];
    }

    /// <summary>A reference that stands only when there is one.</summary>
    public TField? Find<TField>(string name, Func<T, TField?> of, Shape<TField> shape) where TField : class
    {
        if (_writer is not null)
        {
            var value = of(_value);
            if (value is not null)
            {
                _writer.WritePropertyName(name);
                shape.Write(_writer, value);
            }

            return value;
        }

        if (_texts is not null)
        {
            return of(_value) is { } some ? _texts.Into(name, some, shape) : null;
        }

        return Find(name) is { } found ? shape.Read(found) : null;
    }

    /// <summary>A value that stands only when there is one.</summary>
    public TField? FindValue<TField>(string name, Func<T, TField?> of, Shape<TField> shape) where TField : struct
    {
        if (_writer is not null)
        {
            var value = of(_value);
            if (value is { } known)
            {
                _writer.WritePropertyName(name);
                shape.Write(_writer, known);
            }

            return value;
        }

        if (_texts is not null)
        {
            return of(_value) is { } some ? _texts.Into(name, some, shape) : null;
        }

        return Find(name) is { } found ? shape.Read(found) : null;
    }

    /// <summary>Reports every field that was not asked for; false when there is one.</summary>
    public bool AllowNoOther(ReadOnlySpan<string> others)
    {
        string[] allowed = [.. others, .. _asked!];
        var unknown = _fields!.All.Where(field => !allowed.Contains(field.Name)).ToList();
        foreach (var field in unknown)
        {
            _part!.Faults.AddUnknown(DataFileFaultKind.UnknownProperty, field, field.ShownName, Allowed.Codes(allowed));
        }

        return unknown.Count == 0;
    }

    private JsonPart? Find(string name)
    {
        if (_fields is null)
        {
            return _ordered.Take(name);
        }

        _asked!.Add(name);
        return _fields.Optional(name);
    }

    private JsonPart Require(string name)
    {
        if (_fields is null)
        {
            return _ordered.Take(name) ?? throw new UnreadablePartException();
        }

        _asked!.Add(name);
        return _fields.Required(name) ?? throw new UnreadablePartException();
    }
}
