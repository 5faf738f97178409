using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>Which facts conditions read.</summary>
internal static class FactsRead
{
    public static ImmutableArray<IFact> By(IEnumerable<Condition> conditions)
    {
        var facts = new HashSet<IFact>(ReferenceEqualityComparer.Instance);
        foreach (var condition in conditions)
        {
            Add(condition, facts);
        }

        return [.. facts.OrderBy(fact => fact.Id, StringComparer.Ordinal)];
    }

    private static void Add(Condition condition, HashSet<IFact> facts)
    {
        switch (condition)
        {
            case FlagFact flag:
                facts.Add(flag);
                break;
            case ChoiceIn choice:
                facts.Add(choice.Fact);
                break;
            case Comparison comparison:
                Add(comparison.Left, facts);
                break;
            case Negation negation:
                Add(negation.Inner, facts);
                break;
            case AllOf all:
                AddAll(all.Parts, facts);
                break;
            case AnyOf any:
                AddAll(any.Parts, facts);
                break;
        }
    }

    private static void Add(NumberExpression expression, HashSet<IFact> facts)
    {
        switch (expression)
        {
            case NumberFact number:
                facts.Add(number);
                break;
            case NamedNumber named:
                Add(named.Inner, facts);
                break;
            case Multiple multiple:
                Add(multiple.Inner, facts);
                break;
            case Score score:
                AddAll(score.Cases.Select(c => c.When), facts);
                break;
            default:
                foreach (var part in expression.Operands)
                {
                    Add(part, facts);
                }

                break;
        }
    }

    private static void AddAll(IEnumerable<Condition> conditions, HashSet<IFact> facts)
    {
        foreach (var condition in conditions)
        {
            Add(condition, facts);
        }
    }
}
