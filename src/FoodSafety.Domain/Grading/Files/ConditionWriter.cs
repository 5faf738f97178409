using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Writes conditions and numbers, the named ones as keys of a table.</summary>
internal sealed class ConditionWriter
{
    private readonly PolicyVocabulary _vocabulary;
    private readonly Dictionary<NamedNumber, string> _keys = [];

    /// <param name="vocabulary">What may be named.</param>
    /// <param name="numbers">The named numbers, each after those it is made of.</param>
    /// <param name="names">The keys that numbers had in the file that they were read from, in the order of its table.</param>
    public ConditionWriter(PolicyVocabulary vocabulary, IReadOnlyList<NamedNumber> numbers, FileNames? names = null)
    {
        _vocabulary = vocabulary;
        var known = (names ?? FileNames.None).Numbers;
        var keys = new FileKeys("number", known.Select(named => named.Key));
        var used = numbers.ToHashSet();
        var kept = known.DistinctBy(named => named.Number).Where(named => used.Remove(named.Number)).ToArray();
        foreach (var (given, number) in kept.Select(named => ((string?)named.Key, named.Number)).Concat(numbers.Where(used.Contains).Select(number => ((string?)null, number))))
        {
            var key = given ?? keys.Next(number.Name.English);
            Table.Add(key, new JsonObject { ["name"] = Text(number.Name), ["is"] = Number(number.Inner) });
            _keys.Add(number, key);
        }
    }

    public JsonObject Table { get; } = [];

    public static JsonObject Text(BilingualText text) => new() { ["zh"] = text.Chinese, ["en"] = text.English };

    public JsonNode Condition(Condition condition) => condition switch
    {
        Constant constant => JsonValue.Create(constant.Value),
        FlagFact flag => new JsonObject { ["flag"] = _vocabulary.KeyOf(flag) },
        AllOf { Parts: [FlagFact flag, Stated { Fact: FlagFact asked }] } when flag.Equals(asked) => FlagOrElse(flag, false),
        AnyOf { Parts: [FlagFact flag, Negation { Inner: Stated { Fact: FlagFact asked } }] } when flag.Equals(asked) => FlagOrElse(flag, true),
        Stated { Fact: { } fact } => new JsonObject { ["stated"] = _vocabulary.KeyOf(fact) },
        Stated stated => new JsonObject { ["stated"] = Number(stated.Number!) is JsonObject number ? number : new JsonObject { ["number"] = Number(stated.Number!) } },
        ChoiceIn choice => new JsonObject
        {
            ["fact"] = _vocabulary.KeyOf(choice.Fact),
            ["is"] = new JsonArray([.. choice.Values.Select(value => JsonValue.Create(choice.Fact.CodeOf(value)))]),
        },
        Comparison { Sides: var (left, right) } comparison => Compared(left, comparison.Operator, Number(right)),
        Comparison comparison => Compared(comparison.Left, comparison.Operator, comparison.Limit),
        AllOf all => new JsonObject { ["all"] = Parts(all.Parts, otherwise: false) },
        AnyOf any => new JsonObject { ["any"] = Parts(any.Parts, otherwise: true) },
        Negation negation => new JsonObject { ["not"] = Condition(negation.Inner) },
        _ => new JsonObject { ["custom"] = _vocabulary.KeyOf((CustomCondition)condition) },
    };

    private JsonNode Number(NumberExpression expression) => expression switch
    {
        NamedNumber named => JsonValue.Create(_keys[named]),
        NumberFact fact => new JsonObject { ["fact"] = _vocabulary.KeyOf(fact) },
        NumberConstant constant => JsonValue.Create(constant.Value),
        SumOf sum when Signs.IsDifference(sum) => new JsonObject { ["difference"] = List([Number(sum.Parts[0]), .. sum.Parts.Skip(1).Select(part => Number(Signs.Turned(part)))]) },
        SumOf sum => new JsonObject { ["sum"] = List(sum.Parts.Select(Number)) },
        LargestOf largest => new JsonObject { ["largest"] = List(largest.Parts.Select(Number)) },
        SmallestOf smallest => new JsonObject { ["smallest"] = List(smallest.Parts.Select(Number)) },
        NumberOrElse orElse => OrElse(Number(orElse.Inner), orElse.Otherwise),
        Multiple multiple => new JsonObject { ["multiply"] = Number(multiple.Inner), ["by"] = multiple.Factor },
        _ => new JsonObject
        {
            ["score"] = List(((Score)expression).Cases.Select(line => new JsonObject
            {
                ["when"] = Condition(line.When),
                ["points"] = line.Points,
            })),
        },
    };

    private JsonObject Compared(NumberExpression number, ComparisonOperator @operator, JsonNode limit)
    {
        var written = number switch
        {
            NumberFact fact => new JsonObject { ["fact"] = _vocabulary.KeyOf(fact) },
            NumberOrElse { Inner: NumberFact fact } orElse => new JsonObject { ["fact"] = _vocabulary.KeyOf(fact), [PolicyWords.OrElse] = orElse.Otherwise },
            _ => new JsonObject { ["number"] = Number(number) },
        };
        written[PolicyWords.Of(@operator)] = limit;
        return written;
    }

    /// <summary>The parts; a flag and that it is stated, or is not, which follow each other, are the flag with what counts where it is not stated.</summary>
    private JsonArray Parts(ImmutableArray<Condition> parts, bool otherwise)
    {
        var written = new JsonArray();
        for (var i = 0; i < parts.Length; i++)
        {
            var asked = i + 1 == parts.Length ? null : otherwise ? (parts[i + 1] as Negation)?.Inner as Stated : parts[i + 1] as Stated;
            if (parts[i] is FlagFact flag && flag.Equals(asked?.Fact))
            {
                written.Add((JsonNode?)FlagOrElse(flag, otherwise));
                i++;
            }
            else
            {
                written.Add((JsonNode)Condition(parts[i]));
            }
        }

        return written;
    }

    private JsonObject FlagOrElse(FlagFact flag, bool otherwise) => new() { ["flag"] = _vocabulary.KeyOf(flag), [PolicyWords.OrElse] = otherwise };

    /// <summary>What stands in is written into the object of the number, unless that is a key or has one already.</summary>
    private static JsonObject OrElse(JsonNode number, decimal otherwise)
    {
        var written = number is JsonObject own && !own.ContainsKey(PolicyWords.OrElse) ? own : new JsonObject { ["number"] = number };
        written[PolicyWords.OrElse] = otherwise;
        return written;
    }

    private static JsonArray List(IEnumerable<JsonNode> items) => [.. items];
}
