using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Formats;

/// <summary>Stated facts by their keys: numbers as they are, flags as true or false, choices by their codes, or null where it is told that a fact is not stated.</summary>
internal sealed class FactsShape(FactSchema schema) : FieldsShape<FactRecord>
{
    // In the order of their keys, in which a record has them.
    private readonly ImmutableArray<IFact> _facts = [.. schema.Facts.OrderBy(fact => fact.Id, StringComparer.Ordinal)];

    // The codes of the values of each choice that can be stated.
    private readonly Dictionary<IChoiceFact, (string Code, int Value)[]> _codes = schema.Facts.OfType<IChoiceFact>().ToDictionary(
        fact => fact, fact => fact.Values.Where(value => value != 0).Select(value => (fact.CodeOf(value), value)).ToArray());

    // Room for the values of one record waits here for the next; a second thread makes room of its own.
    private FactValue[]? _room;

    public override void Write(Utf8JsonWriter writer, FactRecord value)
    {
        writer.WriteStartObject();
        foreach (var stated in value.Values)
        {
            var fact = stated.Fact!;
            if (schema.Find(fact.Id) is not { } known || !FactDeclaration.RequireSame(known, fact))
            {
                throw new ArgumentException($"The fact '{fact.Id}' is none of the schema of these snapshots.", nameof(value));
            }

            writer.WritePropertyName(fact.Id);
            if (stated.IsStated)
            {
                FactValueJsonConverter.WriteValue(writer, fact, stated.Stored);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndObject();
    }

    protected override FactRecord ReadInOrder(JsonCursor part)
    {
        var fields = new OrderedFields(part);
        var values = Interlocked.Exchange(ref _room, null) ?? new FactValue[_facts.Length];
        var count = 0;
        foreach (var fact in _facts)
        {
            if (fields.IsAtEnd)
            {
                break;
            }

            if (fields.Take(fact.Id) is { } field)
            {
                values[count++] = Find(fact, field) ?? throw new UnreadablePartException();
            }
        }

        var record = fields.IsAtEnd ? new FactRecord(values.AsSpan(0, count)) : throw new UnreadablePartException();
        _room = values;
        return record;
    }

    internal protected override FactRecord ReadByName(JsonPart part)
    {
        if (JsonFields.Of(part) is not { } fields)
        {
            throw new UnreadablePartException();
        }

        fields.Allow([.. schema.Facts.Select(fact => fact.Id)]);
        var values = fields.All.Select(field => schema.Find(field.Name) is { } fact ? Find(fact, field) : null).ToList();
        return values.Contains(null) ? throw new UnreadablePartException() : new FactRecord([.. values.Select(value => value!.Value)]);
    }

    private FactValue? Find(IFact fact, JsonPart part) => part.Kind == JsonValueKind.Null ? new FactValue(fact, fact.Unstated) : fact switch
    {
        NumberFact number => FindNumber(number, part),
        IChoiceFact choice => FindChoice(choice, part),
        _ => part.Flag() is { } flag ? new FactValue(fact, flag ? 1 : 0) : null,
    };

    private static FactValue? FindNumber(NumberFact fact, JsonPart part) => part.Number() is not { } amount ? null
        : fact.FindStored(amount) is { } stored ? new FactValue(fact, stored)
        : part.OutOfRange<FactValue?>(fact.AllowsWholeRange
            ? ($"{fact.Minimum}..{fact.Maximum}，至多 {fact.Decimals} 位小数", $"{fact.Minimum}..{fact.Maximum}, {fact.Decimals} decimals")
            : fact.Allowed);

    private FactValue? FindChoice(IChoiceFact fact, JsonPart part)
    {
        var codes = _codes[fact];
        if (part.TryPlain(out var plain))
        {
            foreach (var (code, value) in codes)
            {
                if (Ascii.Equals(plain, code))
                {
                    return new FactValue(fact, value);
                }
            }
        }

        return part.Text() is not { } text ? null
            : Array.Find(codes, known => known.Code == text) is { Code: not null } found ? new FactValue(fact, found.Value)
            : part.Unknown<FactValue?>(codes.Select(known => known.Code));
    }
}
