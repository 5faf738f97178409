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

    private static ImmutableArray<EvidencePart> Parts(Condition condition, IFactSource source) =>
        condition is Comparison { Left: not NumberFact } comparison ? [.. Lines(comparison.Left, source)] : [];

    /// <summary>The lines of a score: what has a name and no named part inside.</summary>
    private static IEnumerable<EvidencePart> Lines(NumberExpression expression, IFactSource source)
    {
        switch (expression)
        {
            case NumberFact fact:
                return [new EvidencePart(fact.Name, fact.Evaluate(source))];
            case NamedNumber named:
                var inner = Lines(named.Inner, source).ToList();
                return inner.Count > 0 ? inner : [new EvidencePart(named.Name, named.Evaluate(source))];
            case Multiple:
                // Its parts would show without the factor that makes them count.
                return [];
            default:
                return expression.Operands.SelectMany(part => Lines(part, source));
        }
    }

    private static BilingualText Show(decimal value)
    {
        var text = Exact.Show(value);
        return (text, text);
    }
}
