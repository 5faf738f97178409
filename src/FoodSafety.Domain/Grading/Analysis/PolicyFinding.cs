using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Something that the analysis of a policy found (分析发现): data, with a text for people.</summary>
/// <remarks>
/// The kinds are <see cref="NeverHolds"/>, <see cref="NeverWins"/>, <see cref="ChangesNothing"/>,
/// <see cref="MovesNothing"/>, <see cref="MoreIsMilder{TGrade}"/>, <see cref="LeftToDefault"/>,
/// <see cref="DefaultNeverDecides"/> and <see cref="OpaqueCondition"/>.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record PolicyFinding
{
    private protected PolicyFinding(ImmutableArray<string> clauses) => Clauses = clauses;

    /// <summary>The keys of the clauses that it is about.</summary>
    public ItemList<string> Clauses { get; }

    /// <summary>True when whoever wrote the policy can hardly have meant it; false for what is good to know.</summary>
    public abstract bool IsFault { get; }

    /// <summary>The finding as people read it.</summary>
    public abstract BilingualText Text { get; }

    /// <summary>The finding in English.</summary>
    public sealed override string ToString() => Text.English;

    private protected static string Quoted(ImmutableArray<string> ids) =>
        string.Join(", ", ids.Take(MostListed).Select(id => $"'{id}'")) + (ids.Length > MostListed ? $" and {ids.Length - MostListed} more" : "");

    private protected static string QuotedInChinese(ImmutableArray<string> ids) =>
        string.Join("、", ids.Take(MostListed).Select(id => $"“{id}”")) + (ids.Length > MostListed ? $"等 {ids.Length} 条" : "");

    /// <summary>How many of a list a text names.</summary>
    private protected const int MostListed = 10;
}
