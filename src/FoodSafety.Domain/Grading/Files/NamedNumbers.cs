using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>The named numbers that conditions use, each once, every one after those it is made of.</summary>
internal static class NamedNumbers
{
    public static IReadOnlyList<NamedNumber> In(IEnumerable<Condition> conditions)
    {
        var found = new Found();
        foreach (var condition in conditions)
        {
            Add(condition, found);
        }

        return found.Ordered;
    }

    private static void Add(Condition condition, Found found)
    {
        switch (condition)
        {
            case Comparison comparison:
                Add(comparison.Left, found);
                break;
            case Negation negation:
                Add(negation.Inner, found);
                break;
            case AllOf all:
                AddAll(all.Parts, found);
                break;
            case AnyOf any:
                AddAll(any.Parts, found);
                break;
        }
    }

    private static void Add(NumberExpression expression, Found found)
    {
        switch (expression)
        {
            case NamedNumber named:
                if (found.Seen.Add(named))
                {
                    Add(named.Inner, found);
                    found.Ordered.Add(named);
                }

                break;
            case Multiple multiple:
                Add(multiple.Inner, found);
                break;
            case Score score:
                AddAll(score.Cases.Select(c => c.When), found);
                break;
            default:
                foreach (var part in expression.Operands)
                {
                    Add(part, found);
                }

                break;
        }
    }

    private static void AddAll(IEnumerable<Condition> conditions, Found found)
    {
        foreach (var condition in conditions)
        {
            Add(condition, found);
        }
    }

    private sealed class Found
    {
        public HashSet<NamedNumber> Seen { get; } = [];

        public List<NamedNumber> Ordered { get; } = [];
    }
}
