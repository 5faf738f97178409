using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FoodSafety.Tool;

/// <summary>A line and a column of a file, both from 1; columns are counted as editors count them, in characters and not in bytes.</summary>
internal readonly record struct Place(int Line, int Column);

/// <summary>Finds where in a file of JSON a path leads.</summary>
/// <param name="utf8">The file, with a byte order mark or without.</param>
internal sealed class JsonPlaces(byte[] utf8)
{
    private static readonly string[] ClauseLists = ["notGraded", "rules", "adjustments"];

    private readonly ReadOnlyMemory<byte> _json = WithoutMark(utf8);

    /// <summary>The bytes behind the byte order mark, if there is one.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(byte[] utf8) => utf8.AsMemory(utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);

    /// <summary>The place of a value, or of the nearest one around it that is there.</summary>
    /// <param name="path">A path as faults tell it: <c>$.rules[3].when</c>.</param>
    /// <param name="isName">Whether the name of the property is meant and not its value.</param>
    /// <returns>Null where the file is no JSON.</returns>
    public Place? Find(string path, bool isName = false)
    {
        try
        {
            var reader = new Utf8JsonReader(_json.Span, new JsonReaderOptions { MaxDepth = 1000 });
            reader.Read();
            var (name, value) = Walk(ref reader, Split(path));
            return At(isName ? name : value);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The place of a clause by its key.</summary>
    public Place? FindClause(string id)
    {
        try
        {
            using var document = JsonDocument.Parse(_json, new JsonDocumentOptions { MaxDepth = 1000 });
            var root = document.RootElement;
            if (IsClause(root, "otherwise", id))
            {
                return Find("$.otherwise");
            }

            foreach (var list in ClauseLists)
            {
                if (root.TryGetProperty(list, out var clauses))
                {
                    foreach (var (i, clause) in clauses.EnumerateArray().Index())
                    {
                        if (HasId(clause, id))
                        {
                            return Find($"$.{list}[{i}]");
                        }
                    }
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A file that is none has told what is wrong with it already.
        }

        return null;
    }

    private Place At(long index)
    {
        var before = _json.Span[..(int)index];
        var line = before.Count((byte)'\n') + 1;
        return new Place(line, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }

    private static (long Name, long Value) Walk(ref Utf8JsonReader reader, List<string> way)
    {
        var (name, value) = (reader.TokenStartIndex, reader.TokenStartIndex);
        foreach (var step in way)
        {
            if (reader.TokenType == JsonTokenType.StartObject && FindProperty(ref reader, step) is { } at)
            {
                (name, value) = (at, reader.TokenStartIndex);
            }
            else if (reader.TokenType == JsonTokenType.StartArray && FindItem(ref reader, step))
            {
                (name, value) = (reader.TokenStartIndex, reader.TokenStartIndex);
            }
            else
            {
                break;
            }
        }

        return (name, value);
    }

    private static long? FindProperty(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = reader.TokenStartIndex;
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return at;
            }

            reader.Skip();
        }

        return null;
    }

    private static bool FindItem(ref Utf8JsonReader reader, string number)
    {
        for (var left = int.Parse(number, CultureInfo.InvariantCulture); reader.Read() && reader.TokenType != JsonTokenType.EndArray; left--)
        {
            if (left == 0)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>The names and numbers of a path: after a dot up to the next dot or bracket, or between brackets, in quotes there.</summary>
    private static List<string> Split(string path)
    {
        var steps = new List<string>();
        for (var i = 1; i < path.Length;)
        {
            if (path[i] == '.')
            {
                var end = path.AsSpan(i + 1).IndexOfAny('.', '[') is >= 0 and var length ? i + 1 + length : path.Length;
                steps.Add(path[(i + 1)..end]);
                i = end;
            }
            else if (path.AsSpan(i).StartsWith("['"))
            {
                var name = new StringBuilder();
                for (i += 2; i < path.Length && path[i] != '\''; i++)
                {
                    name.Append(path[i] == '\\' ? path[++i] : path[i]);
                }

                steps.Add(name.ToString());
                i += 2;
            }
            else
            {
                var end = path.IndexOf(']', i);
                steps.Add(path[(i + 1)..end]);
                i = end + 1;
            }
        }

        return steps;
    }

    private static bool IsClause(JsonElement root, string name, string id) => root.TryGetProperty(name, out var clause) && HasId(clause, id);

    private static bool HasId(JsonElement clause, string id) => clause.TryGetProperty("id", out var found) && found.ValueEquals(id);
}
