using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Finds what made a condition hold: of "all of" every part, of "any of" the parts that hold.</summary>
internal static class EvidenceCollector
{
    public static ImmutableArray<Evidence> For(Condition condition, IFactSource source)
    {
        var found = ImmutableArray.CreateBuilder<Evidence>();
        Collect(condition, condition.Test(source), source, found);
        return found.ToImmutable();
    }

    private static void Collect(Condition condition, bool holds, IFactSource source, ImmutableArray<Evidence>.Builder found)
    {
        switch (condition)
        {
            case Constant:
                break;
            case Negation negation:
                Collect(negation.Inner, !holds, source, found);
                break;
            case AllOf all:
                CollectAll(all.Parts, holds, holds, source, found);
                break;
            case AnyOf any:
                CollectAll(any.Parts, !holds, holds, source, found);
                break;
            default:
                found.Add(new Evidence(condition, holds, Found(condition, source), Parts(condition, source)));
                break;
        }
    }

    /// <summary>Collects either every part, or those alone whose outcome carried the whole.</summary>
    private static void CollectAll(
        ImmutableArray<Condition> parts, bool everyPart, bool holds, IFactSource source, ImmutableArray<Evidence>.Builder found)
    {
        foreach (var part in parts)
        {
            if (everyPart || part.Test(source) == holds)
            {
                Collect(part, holds, source, found);
            }
        }
    }

    private static BilingualText Found(Condition condition, IFactSource source) => condition switch
    {
        Comparison comparison => Show(comparison.Left.Evaluate(source)),
        ChoiceIn choice => choice.Fact.Show(source.Read(choice.Fact)),
        FlagFact flag => flag.Show(source.Read(flag)),
        _ => default,
    };

    private static ImmutableArray<EvidencePart> Parts(Condition condition, IFactSource source) => condition is Comparison comparison
        ? [.. Named(comparison.Left).Select(n => new EvidencePart(n.Name, n.Evaluate(source)))]
        : [];

    private static IEnumerable<NamedNumber> Named(NumberExpression expression) => expression switch
    {
        // The lines of a named whole are what is worth telling; a named line without named parts is one itself.
        NamedNumber named when Named(named.Inner).ToList() is { Count: > 0 } lines => lines,
        NamedNumber named => [named],
        Multiple multiple => Named(multiple.Inner),
        _ => expression.Operands.SelectMany(Named),
    };

    private static BilingualText Show(decimal value)
    {
        var text = Exact.Show(value);
        return (text, text);
    }
}
