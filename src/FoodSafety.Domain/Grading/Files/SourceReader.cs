using System.Collections.Immutable;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>Reads the table of sources, and finds them by their keys for the clauses that rest on them.</summary>
internal sealed class SourceReader(DataFileFaults faults)
{
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);

    /// <summary>The sources by their keys, in the order of the table.</summary>
    public ImmutableArray<(string Key, Citation Source)> Named =>
        [.. _sources.Where(entry => entry.Value.Citation is not null).Select(entry => (entry.Key, entry.Value.Citation!))];

    public void ReadTable(JsonPart table)
    {
        foreach (var part in JsonFields.Of(table)?.All ?? [])
        {
            part.RequireKey();
            _sources.Add(part.Name, new Source(Read(part), part));
        }
    }

    /// <summary>The source that a clause names, or null where the name or the source has a fault.</summary>
    public Citation? Find(JsonPart part)
    {
        if (part.Text() is not { } key)
        {
            return null;
        }

        if (!_sources.TryGetValue(key, out var source))
        {
            return part.Unknown<Citation>(_sources.Keys);
        }

        source.IsUsed = true;
        return source.Citation;
    }

    public void ReportUnused()
    {
        foreach (var (key, source) in _sources)
        {
            if (!source.IsUsed)
            {
                faults.Add(DataFileFaultKind.UnusedName, source.Part, key);
            }
        }
    }

    /// <summary>How sure a source can be, by code and name.</summary>
    public static IEnumerable<Allowed> Standings => EnumCodes.All<SourceStanding>().Select(standing => new Allowed(standing.Code(), Name: standing.Name()));

    private static Citation? Read(JsonPart part)
    {
        if (JsonFields.Of(part) is not { } fields)
        {
            return null;
        }

        fields.Allow("title", "standing", "article", "url");
        var titlePart = fields.Required("title");
        var title = titlePart?.Bilingual(TextRule.Note);
        var standing = fields.Required("standing") is { } word ? Standing(word) : default;
        var (article, url) = (fields.Optional("article")?.TextIfAny(TextRule.Name), fields.Optional("url")?.Url());
        return title is null ? null
            : title.Value.IsEmpty ? titlePart!.Malformed<Citation>(("文字", "text"))
            : standing == 0 ? null
            : new Citation(title.Value, standing, article, url);
    }

    private static SourceStanding Standing(JsonPart part)
    {
        if (part.Text() is not { } word)
        {
            return default;
        }

        return EnumCodes.Find<SourceStanding>(word) ?? part.Unknown<SourceStanding>(Standings);
    }

    private sealed class Source(Citation? citation, JsonPart part)
    {
        public Citation? Citation => citation;

        public JsonPart Part => part;

        public bool IsUsed { get; set; }
    }
}
