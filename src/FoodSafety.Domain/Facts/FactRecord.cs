using System.Collections.Immutable;
using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>The stated facts of one entity, made by hand (事实记录): for tests, for "what if", for own facts of a business.</summary>
/// <remarks>
/// Immutable; equal to another that states the same facts with the same values. A fact that it does not name is not stated; it may also say so, as an act
/// that takes back what was told.
/// </remarks>
[JsonConverter(typeof(FactRecordJsonConverter))]
[InsteadOfJson("new FactRecordJsonConverter(schema)")]
public sealed class FactRecord : IFactSource, IEquatable<FactRecord>
{
    // In the order of the keys. A handful mostly, so that looking through them is faster than any table, and reading a file of them
    // makes nothing but this.
    private readonly ImmutableArray<FactValue> _values;

    /// <summary>States facts; of a fact stated twice the last value counts.</summary>
    /// <param name="values">The facts with their values, made with <c>fact.Of(value)</c>.</param>
    /// <exception cref="ArgumentException">A value names no fact, or two facts of one key are declared differently.</exception>
    public FactRecord(params ReadOnlySpan<FactValue> values) =>
        // Those of a file stand in order, and are taken as they are.
        _values = AreInOrder(values) ? ImmutableArray.Create(values) : new FactRecord([], values)._values;

    private FactRecord(ImmutableArray<FactValue> start, ReadOnlySpan<FactValue> values)
    {
        var all = ImmutableArray.CreateBuilder<FactValue>(start.Length + values.Length);
        all.AddRange(start);
        foreach (var value in values)
        {
            Put(all, value);
        }

        _values = all.DrainToImmutable();
    }

    /// <summary>The record that states nothing.</summary>
    public static FactRecord Empty { get; } = new();

    /// <summary>The facts that are stated, ordered by their keys.</summary>
    public IEnumerable<FactValue> Values => _values;

    /// <summary>The same, to go through without making anything.</summary>
    internal ReadOnlySpan<FactValue> Stated => _values.AsSpan();

    /// <summary>True when nothing is stated.</summary>
    public bool IsEmpty => _values.IsEmpty;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">It has a value of a fact that is declared differently under the same key.</exception>
    public long Read(IFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        foreach (var value in _values)
        {
            if (FactDeclaration.RequireSame(value.Fact!, fact))
            {
                return value.Stored;
            }
        }

        return fact.Unstated;
    }

    /// <summary>The record with some facts stated anew.</summary>
    /// <param name="values">The facts with their values.</param>
    public FactRecord With(params ReadOnlySpan<FactValue> values) => new(_values, values);

    /// <inheritdoc/>
    public bool Equals(FactRecord? other) => other is not null && _values.AsSpan().SequenceEqual(other._values.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactRecord);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(0, static (hash, value) => hash ^ HashCode.Combine(value.Fact, value.Stored));

    private static bool AreInOrder(ReadOnlySpan<FactValue> values)
    {
        for (var place = 0; place < values.Length; place++)
        {
            if (values[place].Fact is not { } fact || (place > 0 && string.CompareOrdinal(values[place - 1].Fact!.Id, fact.Id) >= 0))
            {
                return false;
            }
        }

        return true;
    }

    private static void Put(ImmutableArray<FactValue>.Builder all, FactValue value)
    {
        var fact = value.RequireFact();
        var place = all.Count;
        // Those of a file, and of another record, come in order.
        if (place > 0 && string.CompareOrdinal(all[place - 1].Fact!.Id, fact.Id) >= 0)
        {
            place = PlaceAfter(all, fact.Id);
            if (place > 0 && FactDeclaration.RequireSame(all[place - 1].Fact!, fact))
            {
                all[place - 1] = value;
                return;
            }
        }

        all.Insert(place, value);
    }

    /// <summary>The place after all facts whose key is this one or comes before it.</summary>
    private static int PlaceAfter(ImmutableArray<FactValue>.Builder all, string id)
    {
        var (first, end) = (0, all.Count);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = string.CompareOrdinal(all[middle].Fact!.Id, id) <= 0 ? (middle + 1, end) : (first, middle);
        }

        return first;
    }
}

/// <summary>Writes stated facts as a JSON object, a property for each by its key, and reads them back by a schema. Safe for trimming and native compilation.</summary>
/// <remarks>
/// <see cref="FactRecord"/> names this converter, so writing needs nothing. Keys are found only in a schema: to read, add
/// <c>new FactRecordJsonConverter(schema)</c> to the options. A value is a number, true or false, the code of a choice, or null where it is told that the fact is not stated.
/// </remarks>
public sealed class FactRecordJsonConverter : JsonConverter<FactRecord>
{
    private readonly FactSchema? _schema;

    /// <summary>A converter that writes; reading is refused, for want of a schema.</summary>
    public FactRecordJsonConverter()
    {
    }

    /// <summary>A converter that writes and reads.</summary>
    /// <param name="schema">The facts that may stand.</param>
    public FactRecordJsonConverter(FactSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
    }

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">A fact is none of the schema, or a value none of its fact.</exception>
    /// <exception cref="JsonRefusedException">There is no schema.</exception>
    public override FactRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var schema = _schema ?? throw new JsonRefusedException(typeof(FactRecord));
        return JsonValueFields.Read(ref reader, options, fields => new FactRecord([.. fields.Names.Select(key => schema.ParseValue(key, fields.Plain(key, FactDeclaration.NotStatedCode, isKey: true)))]));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FactRecord value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        foreach (var stated in value.Values)
        {
            writer.WritePropertyName(stated.Fact!.Id);
            FactValueJsonConverter.WriteValue(writer, stated.Fact, stated.Stored);
        }

        writer.WriteEndObject();
    }
}
