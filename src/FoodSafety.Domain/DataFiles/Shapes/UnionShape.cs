using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>A value that is one of several kinds; the field <c>kind</c> says which.</summary>
internal sealed class UnionShape<T>(params UnionShape<T>.Case[] cases) : FieldsShape<T> where T : class
{
    private const string Kind = "kind";

    // Among a hundred kinds only a few are of one length.
    private readonly Case[][] _byLength =
        [.. Enumerable.Range(0, cases.Max(known => known.Name.Length) + 1).Select(length => cases.Where(known => known.Name.Length == length).ToArray())];

    /// <summary>The kinds.</summary>
    public ImmutableArray<Case> Cases => [.. cases];

    public override void Write(Utf8JsonWriter writer, T value)
    {
        var own = Own(value);
        writer.WriteStartObject();
        writer.WriteString(Kind, own.Name);
        own.WriteFields(writer, value);
        writer.WriteEndObject();
    }

    public override T Copy(T value, TextPass texts) => Own(value).Copy(value, texts);

    protected override T ReadInOrder(JsonCursor part)
    {
        var fields = new OrderedFields(part);
        if (fields.Take(Kind)?.TryPlain(out var name) == true && name.Length < _byLength.Length)
        {
            foreach (var known in _byLength[name.Length])
            {
                if (Ascii.Equals(name, known.Name))
                {
                    return known.ReadFields(fields);
                }
            }
        }

        throw new UnreadablePartException();
    }

    internal protected override T ReadByName(JsonPart part)
    {
        if (JsonFields.Of(part) is not { } fields || fields.Required(Kind) is not { } kind || kind.Text() is not { } name)
        {
            throw new UnreadablePartException();
        }

        if (Array.Find(cases, known => known.Name == name) is { } own)
        {
            return own.ReadFields(part, fields);
        }

        kind.Unknown<object>(cases.Select(known => known.Name));
        throw new UnreadablePartException();
    }

    private Case Own(T value) => Array.Find(cases, known => known.IsOf(value)) ?? throw new ArgumentException($"No file can hold a {value.GetType().Name}.", nameof(value));

    /// <summary>One kind.</summary>
    internal abstract class Case(string name)
    {
        public string Name => name;

        public abstract bool IsOf(T value);

        public abstract void WriteFields(Utf8JsonWriter writer, T value);

        public abstract T Copy(T value, TextPass texts);

        /// <summary>Reads the fields after the kind, in order.</summary>
        public abstract T ReadFields(OrderedFields fields);

        public abstract T ReadFields(JsonPart part, JsonFields fields);
    }

    /// <summary>The kind of one type.</summary>
    internal sealed class Case<TOwn> : Case where TOwn : class, T
    {
        private readonly ObjectShape<TOwn> _shape;

        public Case(string name, Func<Fields<TOwn>, TOwn> make) : this(name, new ObjectShape<TOwn>(make))
        {
        }

        public Case(string name, ObjectShape<TOwn> shape) : base(name) => _shape = shape;

        public override bool IsOf(T value) => value is TOwn;

        public override void WriteFields(Utf8JsonWriter writer, T value) => _shape.WriteFields(writer, (TOwn)value);

        public override T Copy(T value, TextPass texts) => _shape.Copy((TOwn)value, texts);

        public override T ReadFields(OrderedFields fields) => _shape.ReadFields(fields);

        public override T ReadFields(JsonPart part, JsonFields fields) => _shape.ReadFields(part, fields, Kind);
    }

    /// <summary>A kind of a narrower union.</summary>
    internal sealed class CaseOf<TFamily>(UnionShape<TFamily>.Case inner) : Case(inner.Name) where TFamily : class, T
    {
        public override bool IsOf(T value) => value is TFamily own && inner.IsOf(own);

        public override void WriteFields(Utf8JsonWriter writer, T value) => inner.WriteFields(writer, (TFamily)value);

        public override T Copy(T value, TextPass texts) => inner.Copy((TFamily)value, texts);

        public override T ReadFields(OrderedFields fields) => inner.ReadFields(fields);

        public override T ReadFields(JsonPart part, JsonFields fields) => inner.ReadFields(part, fields);
    }
}
