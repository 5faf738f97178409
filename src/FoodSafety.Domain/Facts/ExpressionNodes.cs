namespace FoodSafety.Domain.Facts;

/// <summary>What conditions and numbers are made of: the one place that knows the parts of each kind.</summary>
internal static class ExpressionNodes
{
    /// <summary>Some conditions or numbers and everything inside them, each node once, every one after its parts.</summary>
    public static IReadOnlyList<object> In(params IEnumerable<object> roots)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var nodes = new List<object>();
        foreach (var root in roots)
        {
            Visit(root);
        }

        return nodes;

        void Visit(object node)
        {
            if (seen.Add(node))
            {
                foreach (var part in PartsOf(node))
                {
                    Visit(part);
                }

                nodes.Add(node);
            }
        }
    }

    /// <summary>The conditions and numbers of which a condition or number is directly made.</summary>
    public static IEnumerable<object> PartsOf(object node) => node switch
    {
        Comparison comparison => [comparison.Left],
        Negation negation => [negation.Inner],
        AllOf all => all.Parts,
        AnyOf any => any.Parts,
        NamedNumber named => [named.Inner],
        Multiple multiple => [multiple.Inner],
        Score score => score.Cases.Select(c => c.When),
        NumberExpression number => number.Operands,
        _ => [],
    };
}
