using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>Which facts a table has columns for (事实清单), and by which choice its rows are kept together.</summary>
/// <remarks>Immutable, and safe to share between threads and tables.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class FactSchema
{
    private readonly Dictionary<IFact, int> _columns = [];

    /// <summary>Declares the columns of tables.</summary>
    /// <param name="facts">The facts, each once, no two with the same key.</param>
    /// <param name="partition">
    /// The choice by whose value rows are kept together, so that a policy is compiled for each value apart: the business
    /// type. It is one of <paramref name="facts"/>. Null keeps all rows together.
    /// </param>
    /// <exception cref="ArgumentException">A key stands twice, a fact is of no known kind, or the partition is not among the facts.</exception>
    public FactSchema(IEnumerable<IFact> facts, IChoiceFact? partition = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Facts = [.. facts];
        var ids = new Dictionary<string, IFact>(StringComparer.Ordinal);
        foreach (var fact in Facts)
        {
            if (fact is not (NumberFact or FlagFact or IChoiceFact))
            {
                throw new ArgumentException($"'{fact?.Id}' is neither a number, a flag nor a choice.", nameof(facts));
            }

            if (!ids.TryAdd(fact.Id, fact))
            {
                throw fact.Equals(ids[fact.Id]) ? new ArgumentException($"The fact '{fact.Id}' stands twice.", nameof(facts)) : FactDeclaration.Refuse(ids[fact.Id], fact);
            }

            _columns.Add(fact, _columns.Count);
        }

        if (partition is not null && !Contains(partition))
        {
            throw new ArgumentException($"The partition '{partition.Id}' is not among the facts.", nameof(partition));
        }

        Partition = partition;
        Unstated = [.. Facts.Select(fact => fact.Unstated)];
    }

    /// <summary>The facts, in the order declared.</summary>
    public ImmutableArray<IFact> Facts { get; }

    /// <summary>The choice by whose value rows are kept together; null when all rows are.</summary>
    public IChoiceFact? Partition { get; }

    /// <summary>The stored values that stand for "not stated", in the order of the facts.</summary>
    internal ImmutableArray<long> Unstated { get; }

    /// <summary>Whether tables have a column for a fact, declared as it is.</summary>
    /// <param name="fact">The fact.</param>
    public bool Contains(IFact fact) => _columns.ContainsKey(fact);

    /// <summary>The fact of a key, or null.</summary>
    /// <param name="id">The key.</param>
    public IFact? Find(string id) => Facts.FirstOrDefault(fact => fact.Id == id);

    /// <summary>The value of a fact from its key and a text, as files, forms and addresses carry them.</summary>
    /// <param name="id">The key of the fact.</param>
    /// <param name="text">A number in digits with a point, <c>true</c> or <c>false</c>, the code of a choice, or <c>not-stated</c>; what <see cref="FactValue.ValueText"/> gives.</param>
    /// <exception cref="ValueFormatException">No fact has the key, or the text is no value of the fact; what is allowed is said.</exception>
    public FactValue ParseValue(string id, string text)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(text);
        var fact = Find(id) ?? throw ValueFormatException.Of(id, "fact", Keys);
        return FactText.Find(fact, text) ?? throw ValueFormatException.Of(text, $"value of '{id}'", FactText.Allowed(fact));
    }

    /// <summary>The value of a fact from its key and a text; false when no fact has the key, or the text is no value of it.</summary>
    /// <param name="id">The key of the fact.</param>
    /// <param name="text">A number in digits with a point, <c>true</c> or <c>false</c>, or the code of a choice.</param>
    /// <param name="value">The value; the default, which names no fact, when there is none.</param>
    public bool TryParseValue(string? id, string? text, out FactValue value)
    {
        var found = id is not null && text is not null && Find(id) is { } fact ? FactText.Find(fact, text) : null;
        value = found.GetValueOrDefault();
        return found is not null;
    }

    private BilingualText Keys
    {
        get
        {
            var keys = string.Join(", ", Facts.Select(fact => fact.Id));
            return (keys, keys);
        }
    }

    /// <summary>The schema with more facts.</summary>
    /// <param name="facts">Facts to add; their keys must be new.</param>
    public FactSchema With(params ReadOnlySpan<IFact> facts) => new([.. Facts, .. facts], Partition);

    /// <summary>Whether tables have a column for a fact.</summary>
    /// <exception cref="ArgumentException">They have one for a fact that is declared otherwise under its key.</exception>
    internal bool RequireOneDeclaration(IFact fact) => Contains(fact) || (Find(fact.Id) is { } other ? throw FactDeclaration.Refuse(other, fact) : false);

    internal int ColumnOf(IFact fact) => _columns.TryGetValue(fact, out var column) ? column
        : Find(fact.Id) is { } other ? throw FactDeclaration.Refuse(other, fact)
        : throw new ArgumentException($"There is no column for '{fact.Id}'. Columns: {string.Join(", ", Facts.Select(f => f.Id))}.", nameof(fact));
}

/// <summary>The shape of the keys that stand in files: facts, policies, rules.</summary>
internal static class FactId
{
    public static string Check(string id, string parameter)
    {
        TextRule.Key.Check(id, parameter);
        return IsValid(id)
            ? id
            : throw new ArgumentException($"'{id}' is not a key. Allowed: a lower-case letter, then lower-case letters, digits, dots and hyphens, 64 at most.", parameter);
    }

    public static bool IsValid(string id) =>
        id.Length is > 0 and <= 64 && char.IsAsciiLetterLower(id[0]) &&
        id.AsSpan().IndexOfAnyExcept(Allowed) < 0;

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
}

/// <summary>The rule for codes that agencies print (条款、项目代码): "04L", "3-301.11". What programmers name themselves keeps the narrower one of <see cref="FactId"/>.</summary>
internal static class PrintedCode
{
    /// <summary>What such a code looks like, as a pattern that any reader of a message can check.</summary>
    public const string Pattern = "[A-Za-z0-9][A-Za-z0-9.-]{0,63}";

    public static string Check(string code, string parameter)
    {
        TextRule.Key.Check(code, parameter);
        return IsValid(code)
            ? code
            : throw new ArgumentException($"'{code}' is not a code. Allowed: a Latin letter or a digit, then letters, digits, dots and hyphens, 64 at most.", parameter);
    }

    public static bool IsValid(string code) => code.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(code[0]) && code.AsSpan().IndexOfAnyExcept(Allowed) < 0;

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");
}
