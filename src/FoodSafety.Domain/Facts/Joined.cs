using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>What nodes with several parts have in common.</summary>
internal static class Joined
{
    public static ImmutableArray<T> Flatten<T>(ReadOnlySpan<T> parts, Func<T, ImmutableArray<T>> nested)
    {
        var all = ImmutableArray.CreateBuilder<T>(parts.Length);
        foreach (var part in parts)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
            if (nested(part) is { IsDefault: false } inner)
            {
                all.AddRange(inner);
            }
            else
            {
                all.Add(part);
            }
        }

        return all.DrainToImmutable();
    }

    public static BilingualText Show(
        ImmutableArray<Condition> parts, string chinese, string english, BilingualText none, Func<Condition, bool> needsBrackets)
    {
        if (parts.IsEmpty)
        {
            return none;
        }

        string Bracket(Condition part, string text) => needsBrackets(part) ? $"({text})" : text;
        return (string.Join(chinese, parts.Select(p => Bracket(p, p.Text.Chinese))),
                string.Join(english, parts.Select(p => Bracket(p, p.Text.English))));
    }

    public static BilingualText Call(string chinese, string english, ImmutableArray<NumberExpression> parts) =>
        ($"{chinese}({string.Join("，", parts.Select(p => p.Text.Chinese))})",
         $"{english}({string.Join(", ", parts.Select(p => p.Text.English))})");

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
