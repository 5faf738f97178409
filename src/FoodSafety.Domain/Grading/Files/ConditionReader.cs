using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;

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
        if (!Enter(part.Path, depth, nodes: 1))
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
                    : standIn.Flag() is { } counts && Enter(part.Path, counts ? depth + 2 : depth + 1, counts ? 3 : 2) ? flag?.OrElse(counts)
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
                    ? vocabulary.FindCustom(id) ?? content.Unknown<CustomCondition>(vocabulary.CustomConditions.Select(c => c.Id))
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
            case NumberFact number:
                var left = fields.Optional(PolicyWords.OrElse) is not { } standIn ? (NumberExpression)number
                    : standIn.Amount() is { } otherwise && Enter(content.Path, depth + 2, nodes: 2) ? Build(standIn, () => number.OrElse(otherwise))
                    : null;
                return Compare(fields, "fact", left, depth, [PolicyWords.OrElse, .. PolicyWords.Operators]);
            case IChoiceFact choice:
                fields.Allow("fact", "is");
                return fields.Required("is") is { } values ? Choose(choice, values) : null;
            default:
                return content.Unknown<Condition>(vocabulary.Facts.Where(fact => fact is not FlagFact).Select(fact => fact.Id));
        }
    }

    private Comparison? Compare(JsonFields fields, string form, NumberExpression? left, int depth, string[] beside)
    {
        fields.Allow([form, .. beside]);
        if (fields.OneOf(PolicyWords.Operators) is not { } content)
        {
            return null;
        }

        // A number made of others stands on the other side; then the difference of both is compared.
        if (content.Element.ValueKind == JsonValueKind.Object || (content.Element.ValueKind == JsonValueKind.String && _shared.ContainsKey(content.Element.GetString()!)))
        {
            return Enter(content.Path, depth + 2, nodes: 2) && Number(content, depth + 3) is { } right && left is not null
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
            return part.OutOfRange<Comparison>($"{-Exact.MostStored}..{Exact.MostStored} smallest units");
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
                item.Unknown<ChoiceIn>(fact.Values.Where(known => known != fact.Unstated).Select(fact.CodeOf));
            }
            else if (values.Contains(value))
            {
                item.Faults.Add(DataFileFaultKind.DuplicateName, item.Path, code);
            }
            else
            {
                values.Add(value);
            }
        }

        return items.Count == 0 ? part.OutOfRange<ChoiceIn>("1 or more")
            : values.Count < items.Count ? null
            : new ChoiceIn(fact, values);
    }

    private T? Fact<T>(JsonPart part) where T : class, IFact => part.Text() is { } id
        ? vocabulary.FindFact(id) as T ?? part.Unknown<T>(vocabulary.Facts.OfType<T>().Select(fact => fact.Id))
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
            faults.AddUnknown(DataFileFaultKind.UnknownProperty, part.Path, part.Name, forms);
            return null;
        }

        return fields.OneOf(forms);
    }

    private bool Enter(string path, int depth, long nodes)
    {
        _deepest = Math.Max(_deepest, depth);
        if (depth > ExpressionLimits.MostDepth)
        {
            faults.Add(DataFileFaultKind.TooDeep, path, null, $"1..{ExpressionLimits.MostDepth}");
            return false;
        }

        _nodes += nodes;
        var own = _nodes - _nodesBefore;
        if (!_isTooLarge && (own > ExpressionLimits.MostParts || _nodes > GradingPolicy.MostParts))
        {
            _isTooLarge = true;
            var (have, most) = own > ExpressionLimits.MostParts ? (own, ExpressionLimits.MostParts) : (_nodes, GradingPolicy.MostParts);
            faults.Add(DataFileFaultKind.TooLarge, path, $"{have} parts", $"0..{most} parts");
        }

        return !_isTooLarge;
    }
}
