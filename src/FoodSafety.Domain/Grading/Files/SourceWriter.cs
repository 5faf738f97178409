using System.Text.Json.Nodes;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>Writes the table of sources, every citation once: those that were read under the keys that they had and in their order, then the others.</summary>
internal sealed class SourceWriter
{
    private readonly FileKeys _keys;
    private readonly List<string> _order;
    private readonly Dictionary<string, JsonObject> _written = new(StringComparer.Ordinal);

    // Two urls that differ after the # are equal, and would share an entry; their texts tell them apart.
    private readonly Dictionary<(Citation Citation, string? Url), string> _keyOf = [];

    /// <param name="names">The keys that sources had in the file that they were read from, in the order of its table.</param>
    public SourceWriter(FileNames? names = null)
    {
        var known = (names ?? FileNames.None).Sources;
        _keys = new FileKeys("source", known.Select(named => named.Key));
        _order = [.. known.Select(named => named.Key)];
        foreach (var (key, source) in known)
        {
            _keyOf.TryAdd((source, source.Url?.OriginalString), key);
        }
    }

    /// <summary>The table of those that were asked for.</summary>
    public JsonObject Table => new(_order.Where(_written.ContainsKey).Select(key => KeyValuePair.Create(key, (JsonNode?)_written[key])));

    /// <summary>The key of a citation, which is added to the table when it is new.</summary>
    public string KeyOf(Citation citation)
    {
        if (!_keyOf.TryGetValue((citation, citation.Url?.OriginalString), out var key))
        {
            key = _keys.Next(citation.Document.English);
            _order.Add(key);
            _keyOf.Add((citation, citation.Url?.OriginalString), key);
        }

        if (_written.ContainsKey(key))
        {
            return key;
        }

        var source = new JsonObject
        {
            ["title"] = ConditionWriter.Text(citation.Document),
            ["standing"] = citation.Standing.Code(),
        };
        if (citation.Article is { } article)
        {
            source["article"] = article;
        }

        if (citation.Url is { } url)
        {
            source["url"] = url.OriginalString;
        }

        _written.Add(key, source);
        return key;
    }
}
