using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>What nodes with several parts have in common.</summary>
internal static class Joined
{
    public static void Call(ExpressionText text, string chinese, string english, ImmutableArray<NumberExpression> parts) => text
        .Add(chinese, english).Add("(")
        .Join(parts, "，", ", ", static (text, part) => text.Add(part))
        .Add(")");

    /// <summary>The parts in the order in which they are asked: custom conditions last, when the data has settled most.</summary>
    public static ImmutableArray<Condition> DataFirst(ImmutableArray<Condition> parts, bool asksCustom) =>
        asksCustom ? [.. parts.OrderBy(part => part.Size.AsksCustom)] : parts;

    public static int Hash<T>(ImmutableArray<T> parts)
    {
        var hash = new HashCode();
        foreach (var part in parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }
}
