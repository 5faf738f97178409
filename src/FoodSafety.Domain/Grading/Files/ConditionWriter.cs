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
        ChoiceIn choice => new JsonObject
        {
            ["fact"] = _vocabulary.KeyOf(choice.Fact),
            ["is"] = new JsonArray([.. choice.Values.Select(value => JsonValue.Create(choice.Fact.CodeOf(value)))]),
        },
        Comparison { Left: NumberFact fact } comparison => new JsonObject
        {
            ["fact"] = _vocabulary.KeyOf(fact),
            [PolicyWords.Of(comparison.Operator)] = comparison.Limit,
        },
        Comparison comparison => new JsonObject
        {
            ["number"] = Number(comparison.Left),
            [PolicyWords.Of(comparison.Operator)] = comparison.Limit,
        },
        AllOf all => new JsonObject { ["all"] = List(all.Parts.Select(Condition)) },
        AnyOf any => new JsonObject { ["any"] = List(any.Parts.Select(Condition)) },
        Negation negation => new JsonObject { ["not"] = Condition(negation.Inner) },
        _ => new JsonObject { ["custom"] = _vocabulary.KeyOf((CustomCondition)condition) },
    };

    private JsonNode Number(NumberExpression expression) => expression switch
    {
        NamedNumber named => JsonValue.Create(_keys[named]),
        NumberFact fact => new JsonObject { ["fact"] = _vocabulary.KeyOf(fact) },
        SumOf sum => new JsonObject { ["sum"] = List(sum.Parts.Select(Number)) },
        LargestOf largest => new JsonObject { ["largest"] = List(largest.Parts.Select(Number)) },
        SmallestOf smallest => new JsonObject { ["smallest"] = List(smallest.Parts.Select(Number)) },
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

    private static JsonArray List(IEnumerable<JsonNode> items) => [.. items];
}
