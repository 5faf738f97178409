using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FoodSafety.Domain.DataFiles;

/// <summary>Prints JSON as a person would: on one line what fits there, the rest one part a line; no letter escaped without need.</summary>
/// <remarks>The same value always gives the same text, on every system. Numbers lose the zeros at their end.</remarks>
internal static class JsonLayout
{
    private const int Width = 120;
    private const int Step = 2;

    public static string Print(JsonNode? node)
    {
        var text = new StringBuilder();
        Print(text, node, indent: 0, room: 0);
        return text.Append('\n').ToString();
    }

    /// <summary>Prints a value whose line has some room left.</summary>
    private static void Print(StringBuilder text, JsonNode? node, int indent, int room)
    {
        if (node is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }) || Fits(node, room))
        {
            PrintFlat(text, node);
            return;
        }

        var (open, close) = node is JsonObject ? ('{', '}') : ('[', ']');
        text.Append(open);
        var first = true;
        foreach (var (name, value) in Parts(node))
        {
            text.Append(first ? "\n" : ",\n").Append(' ', indent + Step);
            first = false;
            var start = text.Length;
            PrintName(text, name);
            Print(text, value, indent + Step, Width - indent - Step - (text.Length - start));
        }

        text.Append('\n').Append(' ', indent).Append(close);
    }

    private static bool Fits(JsonNode node, int room)
    {
        var flat = new StringBuilder();
        return room > 0 && PrintFlat(flat, node, room) && flat.Length <= room;
    }

    /// <summary>Prints on one line; gives up, with false, once that is longer than the room.</summary>
    private static bool PrintFlat(StringBuilder text, JsonNode? node, int room = int.MaxValue)
    {
        if (node is null)
        {
            text.Append("null");
            return true;
        }

        if (node is JsonValue value)
        {
            PrintValue(text, value);
            return true;
        }

        text.Append(node is JsonObject ? '{' : '[');
        var first = true;
        foreach (var (name, part) in Parts(node))
        {
            text.Append(first ? "" : ", ");
            first = false;
            PrintName(text, name);
            if (!PrintFlat(text, part, room) || text.Length > room)
            {
                return false;
            }
        }

        text.Append(node is JsonObject ? '}' : ']');
        return true;
    }

    private static IEnumerable<(string? Name, JsonNode? Value)> Parts(JsonNode node) => node is JsonObject fields
        ? fields.Select(field => ((string?)field.Key, field.Value))
        : node.AsArray().Select(item => ((string?)null, item));

    private static void PrintName(StringBuilder text, string? name)
    {
        if (name is not null)
        {
            PrintText(text, name);
            text.Append(": ");
        }
    }

    private static void PrintValue(StringBuilder text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                PrintText(text, value.GetValue<string>());
                break;
            case JsonValueKind.Number:
                PrintNumber(text, value);
                break;
            default:
                text.Append(value.GetValue<bool>() ? "true" : "false");
                break;
        }
    }

    // A decimal can be minus zero, and keeps zeros at its end; equal numbers must look the same.
    private static void PrintNumber(StringBuilder text, JsonValue value)
    {
        // One that a decimal cannot hold to its last digit stays as it was written.
        var raw = value.TryGetValue(out JsonElement element) ? element.GetRawText() : null;
        if (raw is not null && !JsonPart.TryExact(raw, out _))
        {
            text.Append(raw);
            return;
        }

        var number = value.TryGetValue(out int whole) ? whole : value.GetValue<decimal>();
        text.Append(number == 0 ? "0" : number.ToString("0.############################", CultureInfo.InvariantCulture));
    }

    private static void PrintText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            switch (letter)
            {
                case '"' or '\\':
                    text.Append('\\').Append(letter);
                    break;
                // Controls must be escaped, and what breaks lines or cannot be seen had better be.
                case < ' ' or '\u007f' or '\u2028' or '\u2029' or '\ufeff':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
                    break;
                default:
                    text.Append(letter);
                    break;
            }
        }

        text.Append('"');
    }
}
