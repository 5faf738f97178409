using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>What the conditions of a file may name.</summary>
internal sealed class PolicyVocabulary
{
    private readonly Dictionary<string, IFact> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CustomCondition> _customConditions = new(StringComparer.Ordinal);

    public PolicyVocabulary(IEnumerable<IFact> facts, IEnumerable<CustomCondition> customConditions)
    {
        // A schema refuses null, other kinds of facts and keys that stand twice.
        Facts = new FactSchema(facts).Facts;
        foreach (var fact in Facts)
        {
            _facts.Add(fact.Id, fact);
            if (fact is IChoiceFact choice && choice.Values.Select(choice.CodeOf).Distinct().Count() < choice.Values.Count)
            {
                throw new ArgumentException($"'{fact.Id}' has two values of the same code.", nameof(facts));
            }
        }

        CustomConditions = [.. customConditions];
        foreach (var condition in CustomConditions)
        {
            ArgumentNullException.ThrowIfNull(condition, nameof(customConditions));
            if (!_customConditions.TryAdd(condition.Id, condition))
            {
                throw new ArgumentException($"Two custom conditions have the key '{condition.Id}'.", nameof(customConditions));
            }
        }
    }

    public ImmutableArray<IFact> Facts { get; }

    public ImmutableArray<CustomCondition> CustomConditions { get; }

    public IFact? FindFact(string id) => _facts.GetValueOrDefault(id);

    public CustomCondition? FindCustom(string id) => _customConditions.GetValueOrDefault(id);

    public static int? FindValue(IChoiceFact fact, string code)
    {
        foreach (var value in fact.Values)
        {
            if (fact.CodeOf(value) == code)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The key of a fact, which must be the one that a file of this vocabulary would give back.</summary>
    public string KeyOf(IFact fact) => FindFact(fact.Id) is { } known && FactDeclaration.RequireSame(known, fact)
        ? fact.Id
        : throw new ArgumentException($"The fact '{fact.Id}' is not one that these files may name.");

    public string KeyOf(CustomCondition condition) => ReferenceEquals(FindCustom(condition.Id), condition)
        ? condition.Id
        : throw new ArgumentException($"The custom condition '{condition.Id}' is not one that these files may name.");
}

/// <summary>The words of the file format that stand for enums and forms, in one place for reading and writing.</summary>
internal static class PolicyWords
{
    public static readonly string[] Conditions = ["fact", "number", "flag", "stated", "all", "any", "not", "custom"];

    public static readonly string[] Numbers = ["fact", "number", "sum", "difference", "largest", "smallest", "multiply", "score"];

    /// <summary>What stands in where a number or a flag is not stated, beside it.</summary>
    public const string OrElse = "orElse";

    public static readonly string[] Operators = ["atLeast", "moreThan", "atMost", "lessThan", "equals"];

    public static string Of(ComparisonOperator value) => Operators[(int)value - 1];

    public static ComparisonOperator OperatorOf(string word) => (ComparisonOperator)(Array.IndexOf(Operators, word) + 1);
}

/// <summary>The named numbers that conditions use, each once, every one after those it is made of.</summary>
internal static class NamedNumbers
{
    public static IReadOnlyList<NamedNumber> In(IEnumerable<Condition> conditions) =>
        [.. ExpressionNodes.In(conditions).OfType<NamedNumber>().Distinct()];
}
