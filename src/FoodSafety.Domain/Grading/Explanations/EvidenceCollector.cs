using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Finds what made a condition hold: of "all of" every part, of "any of" the parts that certainly hold.</summary>
internal static class EvidenceCollector
{
    public static ImmutableArray<Evidence> For(Condition condition, Answers answers)
    {
        var found = ImmutableArray.CreateBuilder<Evidence>();
        Collect(condition, holds: true, answers, found);
        return found.ToImmutable();
    }

    private static void Collect(Condition condition, bool holds, Answers answers, ImmutableArray<Evidence>.Builder found)
    {
        switch (condition)
        {
            case Constant:
                break;
            case Negation negation:
                Collect(negation.Inner, !holds, answers, found);
                break;
            case AllOf all:
                CollectAll(all.Parts, holds, holds, answers, found);
                break;
            case AnyOf any:
                CollectAll(any.Parts, !holds, holds, answers, found);
                break;
            default:
                found.Add(new Evidence(condition, holds, Found(condition, answers), Parts(condition, answers)));
                break;
        }
    }

    /// <summary>Collects either every part, or those alone whose outcome carried the whole.</summary>
    private static void CollectAll(
        ImmutableArray<Condition> parts, bool everyPart, bool holds, Answers answers, ImmutableArray<Evidence>.Builder found)
    {
        foreach (var part in parts)
        {
            if (everyPart || answers.Holds(part) == holds)
            {
                Collect(part, holds, answers, found);
            }
        }
    }

    private static BilingualText Found(Condition condition, Answers answers) => condition switch
    {
        Comparison comparison => Show(Value(comparison.Left, answers)),
        ChoiceIn choice => choice.Fact.Show(answers.Source.Read(choice.Fact)),
        FlagFact flag => flag.Show(answers.Source.Read(flag)),
        _ => default,
    };

    private static ImmutableArray<EvidencePart> Parts(Condition condition, Answers answers) =>
        condition is Comparison { Left: not NumberFact } comparison ? [.. Lines(comparison.Left, answers)] : [];

    /// <summary>The lines of a score: what has a name and no named part inside.</summary>
    private static IEnumerable<EvidencePart> Lines(NumberExpression expression, Answers answers)
    {
        switch (expression)
        {
            case NumberFact fact:
                return [new EvidencePart(fact.Name, Value(fact, answers))];
            case NamedNumber named:
                var inner = Lines(named.Inner, answers).ToList();
                return inner.Count > 0 ? inner : [new EvidencePart(named.Name, Value(named, answers))];
            case Multiple:
                // Its parts would show without the factor that makes them count.
                return [];
            default:
                return expression.Operands.SelectMany(part => Lines(part, answers));
        }
    }

    // It is known: whatever is told here is part of what made a clause hold.
    private static decimal Value(NumberExpression number, Answers answers) => Exact.ToDecimal(answers.Stored(number)!.Value, number.Decimals);

    private static BilingualText Show(decimal value)
    {
        var text = Exact.Show(value);
        return (text, text);
    }
}
