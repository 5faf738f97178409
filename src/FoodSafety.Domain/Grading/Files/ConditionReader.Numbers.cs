using System.Collections.Immutable;
using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <content>The numbers: those of the table, and those that conditions compare.</content>
internal sealed partial class ConditionReader
{
    private readonly Dictionary<string, Shared> _shared = new(StringComparer.Ordinal);

    /// <summary>Reads the table of named numbers. Each may use those above it, so none can use itself.</summary>
    public void ReadTable(JsonPart table)
    {
        foreach (var part in JsonFields.Of(table)?.All ?? [])
        {
            part.RequireKey();
            var before = _nodesBefore = _nodes;
            _deepest = 0;
            var number = NamedNumber(part);
            _shared.Add(part.Name, new Shared(number, part, _nodes - before, _deepest));
        }
    }

    /// <summary>The numbers by their keys, in the order of the table.</summary>
    public ImmutableArray<(string Key, NamedNumber Number)> Named =>
        [.. _shared.Where(entry => entry.Value.Number is not null).Select(entry => (entry.Key, entry.Value.Number!))];

    public void ReportUnused()
    {
        foreach (var (key, shared) in _shared)
        {
            if (!shared.IsUsed)
            {
                faults.Add(DataFileFaultKind.UnusedName, shared.Part, key);
            }
        }
    }

    private NumberExpression? Number(JsonPart part, int depth) => Number(part, depth, isAsked: false);

    /// <param name="part">The number.</param>
    /// <param name="depth">How deep it stands.</param>
    /// <param name="isAsked">Whether it is asked for being stated: then a number of the table stands in an object of its own, for a string is a fact there.</param>
    private NumberExpression? Number(JsonPart part, int depth, bool isAsked)
    {
        if (part.Element.ValueKind == JsonValueKind.String)
        {
            return FromTable(part, depth);
        }

        if (part.Element.ValueKind == JsonValueKind.Number)
        {
            return Enter(part, depth, nodes: 1) && part.Amount() is { } constant ? Build(part, () => NumberExpression.Constant(constant)) : null;
        }

        if (!Enter(part, depth, nodes: 1) || JsonFields.Of(part, Allowed.Text, Allowed.Number) is not { } fields ||
            OneForm(fields, PolicyWords.Numbers) is not { } content)
        {
            return null;
        }

        var form = content.Name;
        fields.Allow(form == "multiply" ? [form, "by", PolicyWords.OrElse] : [form, PolicyWords.OrElse]);
        if (fields.Optional(PolicyWords.OrElse) is not { } standIn)
        {
            return form == "number" && !isAsked ? Missing(fields) : Form(part, fields, content, depth);
        }

        // It stands around the number, although in a file it stands beside it.
        var (number, otherwise) = (Form(part, fields, content, depth + 1), standIn.Amount());
        return number is null || otherwise is null || !Enter(part, depth + 1, nodes: 1) ? null : Build(part, () => number.OrElse(otherwise.Value));

        static NumberExpression? Missing(JsonFields fields)
        {
            fields.Required(PolicyWords.OrElse);
            return null;
        }
    }

    private NumberExpression? Form(JsonPart part, JsonFields fields, JsonPart content, int depth)
    {
        switch (content.Name)
        {
            case "fact":
                return Fact<NumberFact>(content);
            case "number":
                return Number(content, depth);
            case "multiply":
                var (inner, factor) = (Number(content, depth + 1), fields.Required("by")?.Amount());
                return inner is null || factor is null ? null : Build(part, () => inner * factor.Value);
            case "sum":
                return Some(content, depth, Number) is { } sum ? Build(part, () => new SumOf(sum)) : null;
            case "difference":
                return Some(content, depth + 1, Number) is not { } difference ? null
                    : difference.Length < 2 ? content.OutOfRange<NumberExpression>(("至少两项", "2 or more"))
                    : Build(content, () => new SumOf([difference[0], .. difference.Skip(1).Select(Signs.Turned)]));
            case "largest":
                return Some(content, depth, Number) is { } largest ? Build(part, () => new LargestOf(largest)) : null;
            case "smallest":
                return Some(content, depth, Number) is { } smallest ? Build(part, () => new SmallestOf(smallest)) : null;
            default:
                return Some(content, depth, Case) is { } cases ? Build(part, () => new Score(cases)) : null;
        }
    }

    private NamedNumber? NamedNumber(JsonPart part)
    {
        if (!Enter(part, 1, nodes: 1) || JsonFields.Of(part) is not { } fields)
        {
            return null;
        }

        fields.Allow("name", "is");
        var (name, inner) = (fields.Required("name")?.Bilingual(TextRule.Name), fields.Required("is") is { } content ? Number(content, 2) : null);
        return name is null ? null : inner?.Named(name.Value);
    }

    private NamedNumber? FromTable(JsonPart part, int depth)
    {
        var key = part.Element.GetString()!;
        if (!_shared.TryGetValue(key, out var shared))
        {
            return part.Unknown<NamedNumber>(_shared.Select(entry => new Allowed(entry.Key, Name: entry.Value.Number?.Name ?? default)), RemedyOfNumber(key));
        }

        shared.IsUsed = true;
        return Enter(part, depth + shared.Depth - 1, shared.Nodes) ? shared.Number : null;
    }

    /// <summary>A text alone is a number of the table; that of a fact stands in an object.</summary>
    private BilingualText RemedyOfNumber(string key) => vocabulary.FindFact(key) is NumberFact
        ? new BilingualText($"数值事实写成 {{\"fact\": \"{key}\"}}", $"Write a fact as {{\"fact\": \"{key}\"}}")
        : default;

    /// <summary>One line of a score; the default, which has no condition, where it had a fault.</summary>
    private ScoreCase Case(JsonPart part, int depth)
    {
        if (JsonFields.Of(part) is not { } fields)
        {
            return default;
        }

        fields.Allow("when", "points");
        var when = fields.Required("when") is { } content ? Condition(content, depth) : null;
        var points = fields.Required("points")?.Amount();
        return when is null || points is null ? default : new ScoreCase(when, points.Value);
    }

    /// <summary>All items of a list that has one at least, or null when it has none or one of them has a fault.</summary>
    private static T[]? Some<T>(JsonPart part, int depth, Func<JsonPart, int, T?> read) =>
        Several(part, depth, read) is { } items
            ? items.Length > 0 ? items : part.OutOfRange<T[]>(Allowed.OneOrMore)
            : null;

    private static T? Build<T>(JsonPart part, Func<T> build) where T : NumberExpression
    {
        try
        {
            return build();
        }
        catch (ArgumentException)
        {
            return part.OutOfRange<T>(Allowed.Stored, Allowed.Decimals(Exact.MostDecimals));
        }
    }

    private sealed class Shared(NamedNumber? number, JsonPart part, long nodes, int depth)
    {
        public NamedNumber? Number => number;

        public JsonPart Part => part;

        /// <summary>How many conditions and numbers it is made of, spelled out.</summary>
        public long Nodes => nodes;

        public int Depth => depth;

        public bool IsUsed { get; set; }
    }
}
