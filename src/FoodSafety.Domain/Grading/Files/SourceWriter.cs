using System.Text.Json.Nodes;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>Writes the table of sources, every citation once.</summary>
internal sealed class SourceWriter
{
    private readonly FileKeys _keys = new("source");

    // Two urls that differ after the # are equal, and would share an entry; their texts tell them apart.
    private readonly Dictionary<(Citation Citation, string? Url), string> _keyOf = [];

    public JsonObject Table { get; } = [];

    /// <summary>The key of a citation, which is added to the table when it is new.</summary>
    public string KeyOf(Citation citation)
    {
        if (_keyOf.TryGetValue((citation, citation.Url?.OriginalString), out var known))
        {
            return known;
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

        var key = _keys.Next(citation.Document.English);
        Table.Add(key, source);
        _keyOf.Add((citation, citation.Url?.OriginalString), key);
        return key;
    }
}
