using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>A condition, or a part of one, that cannot hold of anything (矛盾条件).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NeverHolds : PolicyFinding
{
    internal NeverHolds(ImmutableArray<string> clauses, Condition part, ImmutableArray<Condition> conflict, bool isWhole)
        : base(clauses) => (Part, Conflict, IsWhole) = (part, conflict, isWhole);

    /// <summary>What cannot hold.</summary>
    public Condition Part { get; }

    /// <summary>
    /// As few conditions of the part as cannot hold together: two that exclude each other, or one that is beyond what its
    /// fact can be.
    /// </summary>
    public ItemList<Condition> Conflict { get; }

    /// <summary>True when it is the whole condition of a clause, which then never applies.</summary>
    public bool IsWhole { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"{QuotedInChinese(Clauses)}{(IsWhole ? "永不适用" : "中有永不成立的部分")}：{string.Join("；", Conflict.Take(MostListed).Select(c => c.Text.Chinese))}{(Conflict.Length > MostListed ? $"等 {Conflict.Length} 项" : "")}{(Conflict.Length > 1 ? " 不能同时成立" : " 不可能成立")}",
        $"{Quoted(Clauses)} {(IsWhole ? "can never apply" : "has a part that never holds")}: {string.Join("; ", Conflict.Take(MostListed).Select(c => c.Text.English))}{(Conflict.Length > MostListed ? $" and {Conflict.Length - MostListed} more" : "")} cannot hold{(Conflict.Length > 1 ? " together" : "")}");
}
