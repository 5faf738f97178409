using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Reads conditions and numbers. Every method gives null where it, or a part of it, had a fault.</summary>
internal sealed partial class ConditionReader(PolicyVocabulary vocabulary, DataFileFaults faults)
{
    private const decimal MostLimit = 1_000_000_000_000_000m;

    // A number of the table may be used many times, so a small file could spell out to a policy that never ends.
    private long _nodes;
    private long _nodesBefore;
    private bool _isTooLarge;
    private int _deepest;

    /// <summary>Reads the condition of a clause.</summary>
    public Condition? Condition(JsonPart part)
    {
        _nodesBefore = _nodes;
        return Condition(part, 1);
    }

    private Condition? Condition(JsonPart part, int depth)
    {
        if (!Enter(part, depth, nodes: 1))
        {
            return null;
        }

        if (part.Element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return part.Element.GetBoolean() ? Facts.Condition.Always : Facts.Condition.Never;
        }

        if (JsonFields.Of(part, "true", "false") is not { } fields || OneForm(fields, PolicyWords.Conditions) is not { } content)
        {
            return null;
        }

        var form = content.Name;
        switch (form)
        {
            case "fact":
                return FactCondition(fields, content, depth);
            case "number":
                return Compare(fields, form, Number(content, depth + 1), depth, PolicyWords.Operators);
            case "flag":
                fields.Allow(form, PolicyWords.OrElse);
                var flag = Fact<FlagFact>(content);
                return fields.Optional(PolicyWords.OrElse) is not { } standIn ? flag
                    : standIn.Flag() is { } counts && Enter(part, counts ? depth + 2 : depth + 1, counts ? 3 : 2) ? flag?.OrElse(counts)
                    : null;
            case "stated":
                fields.Allow(form);
                return content.Element.ValueKind == JsonValueKind.String ? Fact<IFact>(content)?.IsStated : Number(content, depth + 1, isAsked: true)?.IsStated;
            case "all":
                fields.Allow(form);
                return Several(content, depth, Condition) is { } all ? new AllOf(all) : null;
            case "any":
                fields.Allow(form);
                return Several(content, depth, Condition) is { } any ? new AnyOf(any) : null;
            case "not":
                fields.Allow(form);
                return Condition(content, depth + 1) is { } inner ? new Negation(inner) : null;
            default:
                fields.Allow(form);
                return content.Text() is { } id
                    ? vocabulary.FindCustom(id) ?? content.Unknown<CustomCondition>(vocabulary.CustomConditions.Select(condition => new Allowed(condition.Id, Name: condition.Name)))
                    : null;
        }
    }

    private Condition? FactCondition(JsonFields fields, JsonPart content, int depth)
    {
        if (content.Text() is not { } id)
        {
            return null;
        }

        switch (vocabulary.FindFact(id))
        {
            case NumberFact number when fields.Optional("is") is { } list && !fields.All.Any(IsOperator):
                return Unfit(list, PolicyWords.Operators, PolicyVocabulary.UseOf(number));
            case NumberFact number:
                var left = fields.Optional(PolicyWords.OrElse) is not { } standIn ? (NumberExpression)number
                    : standIn.Amount() is { } otherwise && Enter(content, depth + 2, nodes: 2) ? Build(standIn, () => number.OrElse(otherwise))
                    : null;
                return Compare(fields, "fact", left, depth, [PolicyWords.OrElse, .. PolicyWords.Operators]);
            case IChoiceFact choice when fields.Optional("is") is null && fields.All.FirstOrDefault(IsOperator) is { } comparison:
                return Unfit(comparison, ["is"], PolicyVocabulary.UseOf(choice));
            case IChoiceFact choice:
                fields.Allow("fact", "is");
                return fields.Required("is") is { } values ? Choose(choice, values) : null;
            default:
                return content.Unknown<Condition>(PolicyVocabulary.Named(vocabulary.Facts.Where(fact => fact is not FlagFact)), vocabulary.RemedyOf(id));
        }
    }

    private Comparison? Compare(JsonFields fields, string form, NumberExpression? left, int depth, string[] beside)
    {
        fields.Allow([form, .. beside]);
        if (fields.OneOf(PolicyWords.Operators, found => Separately(fields, found)) is not { } content)
        {
            return null;
        }

        // A number made of others stands on the other side; then the difference of both is compared.
        if (content.Element.ValueKind == JsonValueKind.Object || (content.Element.ValueKind == JsonValueKind.String && _shared.ContainsKey(content.Element.GetString()!)))
        {
            return Enter(content, depth + 2, nodes: 2) && Number(content, depth + 3) is { } right && left is not null
                ? Compare(content, left, PolicyWords.OperatorOf(content.Name), right)
                : null;
        }

        if (content.Number() is not { } limit)
        {
            return null;
        }

        return Math.Abs(limit) > MostLimit ? content.OutOfRange<Comparison>($"-{MostLimit}..{MostLimit}")
            : left is null ? null
            : new Comparison(left, PolicyWords.OperatorOf(content.Name), limit);
    }

    private static Comparison? Compare(JsonPart part, NumberExpression left, ComparisonOperator @operator, NumberExpression right)
    {
        try
        {
            return Comparison.Of(left, @operator, right);
        }
        catch (ArgumentException)
        {
            return part.OutOfRange<Comparison>(Allowed.Stored);
        }
    }

    private static ChoiceIn? Choose(IChoiceFact fact, JsonPart part)
    {
        if (part.Items() is not { } items)
        {
            return null;
        }

        var values = new List<int>();
        foreach (var item in items)
        {
            if (item.Text() is not { } code)
            {
                continue;
            }

            // That a choice is not stated is no value of it; the form "stated" asks for that.
            if (PolicyVocabulary.FindValue(fact, code) is not { } value || value == fact.Unstated)
            {
                item.Unknown<ChoiceIn>(PolicyVocabulary.Values(fact));
            }
            else if (values.Contains(value))
            {
                item.Faults.Add(DataFileFaultKind.DuplicateName, item, code);
            }
            else
            {
                values.Add(value);
            }
        }

        return items.Count == 0 ? part.OutOfRange<ChoiceIn>(Allowed.OneOrMore)
            : values.Count < items.Count ? null
            : new ChoiceIn(fact, values);
    }

    private T? Fact<T>(JsonPart part) where T : class, IFact => part.Text() is { } id
        ? vocabulary.FindFact(id) as T ?? part.Unknown<T>(PolicyVocabulary.Named(vocabulary.Facts.Where(fact => fact is T)), vocabulary.RemedyOf(id))
        : null;

    /// <summary>All items of a list, or null when one of them has a fault.</summary>
    private static T[]? Several<T>(JsonPart part, int depth, Func<JsonPart, int, T?> read)
    {
        var items = part.Items()?.ConvertAll(item => read(item, depth + 1)!).ToArray();
        return items?.Contains(default) == true ? null : items;
    }

    /// <summary>The property that says which form an object has. One that is nearly such a word is told as a typing error.</summary>
    private JsonPart? OneForm(JsonFields fields, string[] forms)
    {
        if (fields.All.Count > 0 && !fields.All.Any(field => forms.Contains(field.Name)))
        {
            var part = fields.All[0];
            faults.AddUnknown(DataFileFaultKind.UnknownProperty, part, part.ShownName, Allowed.Codes(forms));
            return null;
        }

        return fields.OneOf(forms, found => Separately(fields, found));
    }

    private static bool IsOperator(JsonPart field) => PolicyWords.Operators.Contains(field.Name);

    /// <summary>Reports a property that does not go with the kind of fact beside it.</summary>
    private Condition? Unfit(JsonPart part, string[] allowed, BilingualText remedy)
    {
        faults.AddUnknown(DataFileFaultKind.UnknownProperty, part, part.Name, Allowed.Codes(allowed), remedy);
        return null;
    }

    /// <summary>Several forms of one object as conditions of their own, each with what stands beside all of them.</summary>
    private static BilingualText Separately(JsonFields fields, IReadOnlyList<JsonPart> found)
    {
        var beside = string.Concat(fields.All.Except(found).Select(field => $"\"{field.ShownName}\": {Raw(field)}, "));
        var split = string.Join(", ", found.Select(field => $"{{{beside}\"{field.Name}\": {Raw(field)}}}"));
        return ($"分开写，都要符合的用 {{\"all\": [{split}]}}，符合其一的用 \"any\"", $"Write them apart: {{\"all\": [{split}]}} where all have to hold, \"any\" where one does");

        static string Raw(JsonPart part) => Excerpt.Of(part.Element.GetRawText(), JsonPart.LongestShown);
    }

    private bool Enter(JsonPart part, int depth, long nodes)
    {
        _deepest = Math.Max(_deepest, depth);
        if (depth > ExpressionLimits.MostDepth)
        {
            faults.Add(DataFileFaultKind.TooDeep, part, null, $"1..{ExpressionLimits.MostDepth}");
            return false;
        }

        _nodes += nodes;
        var own = _nodes - _nodesBefore;
        if (!_isTooLarge && (own > ExpressionLimits.MostParts || _nodes > GradingPolicy.MostParts))
        {
            _isTooLarge = true;
            var (have, most) = own > ExpressionLimits.MostParts ? (own, ExpressionLimits.MostParts) : (_nodes, GradingPolicy.MostParts);
            faults.Add(
                new DataFileFault(DataFileFaultKind.TooLarge, part.Path, $"{have} parts", [($"0..{most} 项", $"0..{most} parts")], reason: ($"{have} 项", $"{have} parts")), part);
        }

        return !_isTooLarge;
    }
}
