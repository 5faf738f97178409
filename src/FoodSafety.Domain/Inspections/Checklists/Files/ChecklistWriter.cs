using System.Text.Json.Nodes;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Inspections;

/// <summary>Writes one list, every citation and every head once, in a table.</summary>
internal static class ChecklistWriter
{
    public static JsonObject Write(Checklist list)
    {
        var sources = new SourceWriter();
        var severityBasis = sources.KeyOf(list.SeverityBasis);
        var items = list.OwnItems.Select(item => Item(item, sources)).ToArray<JsonNode>();
        var heads = list.OwnItems.Select(item => item.Head).OfType<ChecklistHead>().Distinct()
            .Select(JsonNode (head) => new JsonObject { ["code"] = head.Code, ["title"] = ConditionWriter.Text(head.Title) }).ToArray();

        var file = new JsonObject
        {
            ["format"] = ChecklistFile.Format,
            ["id"] = list.Id,
            ["version"] = list.Version,
            ["title"] = ConditionWriter.Text(list.Title),
        };
        AddIf(list.InForce.From != LocalDate.MinIsoValue, "from", LocalDatePattern.Iso.Format(list.InForce.From));
        AddIf(list.InForce.Until is not null, "until", list.InForce.Until is { } until ? LocalDatePattern.Iso.Format(until) : null);
        AddIf(list.Extends is not null, "extends", new JsonObject { ["id"] = list.Extends?.Id, ["version"] = list.Extends?.Version });
        AddIf(!list.Kinds.IsEmpty, "kinds", Words(list.Kinds.Select(EnumCodes.Code)));
        AddIf(!list.Types.IsEmpty, "types", Words(list.Types.Select(type => type.Code())));
        file["sources"] = sources.Table;
        file["severityBasis"] = severityBasis;
        AddIf(heads.Length > 0, "heads", new JsonArray(heads));
        file["items"] = new JsonArray(items);
        return file;

        void AddIf(bool stands, string name, JsonNode? value)
        {
            if (stands)
            {
                file[name] = value;
            }
        }
    }

    private static JsonObject Item(ChecklistItem item, SourceWriter sources)
    {
        var written = new JsonObject { ["code"] = item.Code, ["severity"] = item.Severity.Code };
        if (item.Since is { } since)
        {
            written["since"] = since;
        }

        if (item.Head is { } head)
        {
            written["head"] = head.Code;
        }

        written["title"] = ConditionWriter.Text(item.Title);
        written["basis"] = sources.KeyOf(item.Basis);
        return written;
    }

    private static JsonArray Words(IEnumerable<string> words) => [.. words.Select(JsonNode (word) => JsonValue.Create(word))];
}
