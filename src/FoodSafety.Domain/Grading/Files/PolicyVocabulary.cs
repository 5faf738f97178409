using System.Collections.Immutable;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

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

    /// <summary>Facts by key and name.</summary>
    public static IEnumerable<Allowed> Named(IEnumerable<IFact> facts) => facts.Select(fact => new Allowed(fact.Id, Name: fact.Name));

    /// <summary>The values of a choice by code and name; that it is not stated is none.</summary>
    public static IEnumerable<Allowed> Values(IChoiceFact fact) => fact.Values.Where(value => value != fact.Unstated).Select(value => new Allowed(fact.CodeOf(value), Name: fact.Show(value)));

    /// <summary>How a fact of this kind is asked about.</summary>
    public static BilingualText UseOf(IFact fact)
    {
        var (kind, use) = fact switch
        {
            NumberFact => (new BilingualText("是数值", "is a number"), $"{{\"fact\": \"{fact.Id}\", \"atLeast\": 1}}"),
            FlagFact => (new BilingualText("是“是或否”的标志", "is a flag"), $"{{\"flag\": \"{fact.Id}\"}}"),
            _ => (new BilingualText("是选项", "is a choice"), $"{{\"fact\": \"{fact.Id}\", \"is\": [\"{((IChoiceFact)fact).CodeOf(((IChoiceFact)fact).Values[^1])}\"]}}"),
        };
        return ($"“{fact.Id}”{kind.Chinese}，条件写成 {use}", $"'{fact.Id}' {kind.English}: as a condition write {use}");
    }

    /// <summary>How to use a fact that stands where facts of another kind do; empty for none.</summary>
    public BilingualText RemedyOf(string id) => FindFact(id) is { } fact ? UseOf(fact) : default;

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

    /// <summary>That nothing changes what a rule gives.</summary>
    public const string Final = "final";

    /// <summary>What an adjustment does, one of these.</summary>
    public static readonly string[] Effects = ["steps", "atLeast", "atMost"];

    /// <summary>The properties in the order in which they are written, wherever they stand.</summary>
    public static readonly string[] Order =
    [
        "$schema", "format", "id", "version", "grade", Final, .. Conditions.Union(Numbers), "by", OrElse, .. Operators.Union(Effects), "when", "title", "name",
        "standing", "article", "url", "note", "from", "until", "is", "points", "scale", "units", "fixed", "rightlyMilder", "sources", "numbers", "notGraded", "requireStated", "rules", "otherwise", "adjustments", "accepted",
        "basis", "finding", "reason", "zh", "en",
    ];

    /// <summary>What people write for a word of the format, by meaning.</summary>
    public static readonly ImmutableDictionary<string, string> Meant = new (string Word, string[] Others)[]
    {
        ("otherwise", ["else", "default", "否则", "其他", "其余"]), ("when", ["if", "condition", "where", "条件", "如果"]), ("grade", ["then", "level", "tier", "result", "等级", "级别"]),
        ("title", ["name", "label", "标题", "名称"]), ("basis", ["source", "依据", "来源"]), ("note", ["comment", "comments", "remark", "备注", "说明"]), ("id", ["key", "编号"]),
        ("rules", ["rule", "规则"]), (Final, ["isFinal", "direct", "直接", "最终"]), ("steps", ["step", "by", "级数"]),
        ("requireStated", ["required", "require", "mandatory", "必填", "必须填报"]), ("all", ["and", "&&", "并且"]), ("any", ["or", "||", "或者"]), ("not", ["unless", "!", "非"]),
        ("is", ["in", "value", "values", "equals", "取值"]), ("fact", ["field", "property", "事实"]),
        ("atLeast", [">=", "gte", "min", "minimum", "from", "不少于", "以上"]), ("moreThan", [">", "gt", "over", "above", "超过", "大于"]),
        ("atMost", ["<=", "lte", "max", "maximum", "until", "不超过"]), ("lessThan", ["<", "lt", "under", "below", "不足", "小于"]), ("equals", ["=", "==", "eq", "is", "等于"]),
    }.SelectMany(word => word.Others.Select(other => (other, word.Word))).DistinctBy(pair => pair.other).ToImmutableDictionary(pair => pair.other, pair => pair.Word, StringComparer.OrdinalIgnoreCase);

    public static string Of(GradeBound bound) => Effects[(int)bound];

    public static string Of(ComparisonOperator value) => Operators[(int)value - 1];

    public static ComparisonOperator OperatorOf(string word) => (ComparisonOperator)(Array.IndexOf(Operators, word) + 1);
}

/// <summary>The named numbers that conditions use, each once, every one after those it is made of.</summary>
internal static class NamedNumbers
{
    public static IReadOnlyList<NamedNumber> In(IEnumerable<Condition> conditions) =>
        [.. ExpressionNodes.In(conditions).OfType<NamedNumber>().Distinct()];
}
