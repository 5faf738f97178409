using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Inspections;

/// <summary>Reads one list. Where a part had a fault it goes on with a stand-in, and throws once all is read.</summary>
/// <param name="known">The lists that it may extend.</param>
/// <param name="scale">The severities that its items may have; null for any.</param>
/// <param name="faults">Where faults go.</param>
internal sealed class ChecklistReader(Checklists known, InspectionRules? scale, DataFileFaults faults)
{
    private static readonly Citation Unread = Citation.Illustrative(("未读", "unread"));

    private readonly SourceReader _sources = new(faults);
    private readonly Dictionary<string, ChecklistHead> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _headsUsed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    public Checklist Read(JsonPart root)
    {
        var fields = JsonFields.Of(root);
        // Of a format that is not known nothing else can be judged.
        if (fields?.Required("format") is { } format && format.Whole("1") is { } version && version != ChecklistFile.Format)
        {
            faults.Add(DataFileFaultKind.UnknownFormat, format, format.Shown, $"{ChecklistFile.Format}");
            fields = null;
        }

        if (fields is null)
        {
            faults.ThrowIfAny();
        }

        return Read(fields!);
    }

    private Checklist Read(JsonFields fields)
    {
        fields.Allow("$schema", "format", "id", "version", "title", "from", "until", "extends", "kinds", "types", "sources", "severityBasis", "heads", "items");
        fields.Optional("$schema")?.Text();
        var id = fields.Required("id")?.PrintedCode();
        var version = fields.Required("version")?.Text(TextRule.Key);
        var title = Title(fields, TextRule.Name);
        var inForce = InForce(fields);
        var extends = fields.Optional("extends") is { } extended ? FindExtended(extended) : null;
        foreach (var item in extends?.Items ?? [])
        {
            _codes.Add(item.Code);
        }

        var kinds = Words(fields.Optional("kinds"), word => EnumCodes.Find<InspectionKind>(word) ?? 0, EnumCodes.All<InspectionKind>().Select(EnumCodes.Code));
        var types = Words(fields.Optional("types"), word => EnumCodes.Find<BusinessType>(word) ?? 0, EnumCodes.All<BusinessType>().Select(type => type.Code()));
        if (fields.Required("sources") is { } sources)
        {
            _sources.ReadTable(sources);
        }

        var severityBasis = fields.Required("severityBasis") is { } basis ? _sources.Find(basis) : null;
        ReadHeads(fields.Optional("heads"));
        var items = ReadItems(fields.Required("items"));
        _sources.ReportUnused();
        faults.ThrowIfAny();
        return new Checklist(id!, version!, title, inForce, severityBasis!, items, extends) { Kinds = kinds, Types = types };
    }

    private static BilingualText Title(JsonFields fields, TextRule rule)
    {
        if (fields.Required("title") is not { } part || part.Bilingual(rule) is not { } title)
        {
            return default;
        }

        return title.IsEmpty ? part.Malformed<BilingualText>(("文字", "text")) : title;
    }

    private static Term InForce(JsonFields fields)
    {
        var from = fields.Optional("from")?.Date() ?? LocalDate.MinIsoValue;
        var until = fields.Optional("until")?.Date();
        if (until <= from)
        {
            fields.Optional("until")?.OutOfRange<LocalDate?>(($"晚于 {LocalDatePattern.Iso.Format(from)}", $"after {LocalDatePattern.Iso.Format(from)}"));
        }

        return new Term(from, until);
    }

    private Checklist? FindExtended(JsonPart part)
    {
        if (JsonFields.Of(part) is not { } fields)
        {
            return null;
        }

        fields.Allow("id", "version");
        if (fields.Required("id") is not { } idPart || fields.Required("version") is not { } versionPart ||
            idPart.Text() is not { } id || versionPart.Text() is not { } version)
        {
            return null;
        }

        return known.FindTimeline(id) is not { } timeline
            ? idPart.Unknown<Checklist>(known.Timelines.Select(list => list.Versions[0].Id))
            : known.Find(id, version) ?? versionPart.Unknown<Checklist>(timeline.Versions.Select(list => list.Version));
    }

    private ImmutableArray<T> Words<T>(JsonPart? list, Func<string, T> valueOf, IEnumerable<string> allowed)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var part in list?.Items() ?? [])
        {
            if (part.Text() is not { } word)
            {
                continue;
            }

            var value = valueOf(word);
            if (EqualityComparer<T>.Default.Equals(value, default))
            {
                part.Unknown<T>(allowed);
            }
            else if (values.Contains(value))
            {
                faults.Add(DataFileFaultKind.DuplicateName, part, word);
            }
            else
            {
                values.Add(value);
            }
        }

        return [.. values];
    }

    private void ReadHeads(JsonPart? list)
    {
        foreach (var part in list?.Items() ?? [])
        {
            if (JsonFields.Of(part) is not { } fields)
            {
                continue;
            }

            fields.Allow("code", "title");
            var title = Title(fields, TextRule.Name);
            if (fields.Required("code") is { } code && code.PrintedCode() is { } key && !_heads.TryAdd(key, new ChecklistHead(key, title)))
            {
                faults.Add(DataFileFaultKind.DuplicateName, code, key);
            }
        }
    }

    private List<ChecklistItem> ReadItems(JsonPart? list)
    {
        var items = new List<ChecklistItem>();
        var parts = list?.Items();
        if (parts is [])
        {
            list!.OutOfRange<int?>(Allowed.OneOrMore);
        }

        foreach (var part in parts ?? [])
        {
            if (JsonFields.Of(part) is not { } fields)
            {
                continue;
            }

            fields.Allow("code", "severity", "since", "head", "title", "basis");
            items.Add(new ChecklistItem
            {
                Code = fields.Required("code") is { } code ? Code(code) : "",
                Severity = fields.Required("severity") is { } severity ? Severity(severity) : default,
                Since = fields.Optional("since")?.Text(TextRule.Key),
                Head = fields.Optional("head") is { } head ? Head(head) : null,
                Title = Title(fields, TextRule.Note),
                Basis = (fields.Required("basis") is { } basis ? _sources.Find(basis) : null) ?? Unread,
            });
        }

        ReportUnusedHeads(list);
        return items;
    }

    private string Code(JsonPart part)
    {
        var code = part.PrintedCode() ?? "";
        if (code.Length > 0 && !_codes.Add(code))
        {
            faults.Add(DataFileFaultKind.DuplicateName, part, code);
        }

        return code;
    }

    private FindingSeverity Severity(JsonPart part)
    {
        if (part.Text(TextRule.Key) is not { } word)
        {
            return default;
        }

        FindingSeverity severity = new(word);
        return scale is null || scale.FindName(severity) is not null ? severity : part.Unknown<FindingSeverity>(scale.Severities.Select(level => level.Severity.Code));
    }

    private ChecklistHead? Head(JsonPart part)
    {
        if (part.Text() is not { } code)
        {
            return null;
        }

        _headsUsed.Add(code);
        return _heads.GetValueOrDefault(code) ?? part.Unknown<ChecklistHead>(_heads.Keys);
    }

    private void ReportUnusedHeads(JsonPart? list)
    {
        // A head that no item stands under would be lost when the list is written.
        foreach (var head in _heads.Keys.Where(head => !_headsUsed.Contains(head)))
        {
            if (list is null)
            {
                faults.Add(new DataFileFault(DataFileFaultKind.UnusedName, "$", head, []));
            }
            else
            {
                faults.Add(DataFileFaultKind.UnusedName, list, head);
            }
        }
    }
}
