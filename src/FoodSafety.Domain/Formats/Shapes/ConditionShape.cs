using System.Text.Json;
using System.Text.Json.Nodes;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Formats;

/// <summary>How a condition stands outside of a policy: in the language of policy files, with a table of its named numbers where it has any.</summary>
internal static class ConditionShape
{
    private const string Numbers = "numbers";
    private const string When = "when";

    public static Shape<Condition> Of(PolicyVocabulary vocabulary) => new SimpleShape<Condition>(
        (writer, condition) => Write(writer, condition, vocabulary),
        part => Read(part, vocabulary) is { } condition ? (true, condition) : default);

    private static void Write(Utf8JsonWriter writer, Condition condition, PolicyVocabulary vocabulary)
    {
        var words = new ConditionWriter(vocabulary, NamedNumbers.In([condition]));
        var written = words.Condition(condition);
        (words.Table.Count == 0 ? written : new JsonObject { [Numbers] = words.Table, [When] = written }).WriteTo(writer);
    }

    private static Condition? Read(JsonPart part, PolicyVocabulary vocabulary)
    {
        var reader = new ConditionReader(vocabulary, part.Faults);
        if (part.Kind != JsonValueKind.Object || !part.Element.TryGetProperty(Numbers, out _))
        {
            return reader.Condition(part);
        }

        if (JsonFields.Of(part) is not { } fields || fields.Required(Numbers) is not { } table || fields.Required(When) is not { } content)
        {
            return null;
        }

        fields.Allow(Numbers, When);
        reader.ReadTable(table);
        var condition = reader.Condition(content);
        reader.ReportUnused();
        return condition;
    }
}
