using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// What conditions say of an entity where custom ones may be unknown: "all" with one part that fails fails, whatever the unknown ones are; what hangs on an
/// unknown one is unknown.
/// </summary>
/// <param name="source">The entity.</param>
/// <param name="custom">What a custom condition says of it; null where that is not known.</param>
internal sealed class Answers(IFactSource source, Func<CustomCondition, bool?> custom) : IAnswers
{
    public IFactSource Source => source;

    public bool? Holds(Condition condition) => !condition.Size.AsksCustom ? condition.Test(source) : condition switch
    {
        Negation negation => !Holds(negation.Inner),
        AllOf all => Every(all, true),
        AnyOf any => Every(any, false),
        Comparison comparison => Stored(comparison.Left) is { } value ? value >= comparison.Low && value <= comparison.High : null,
        _ => custom((CustomCondition)condition),
    };

    /// <summary>The value of a number in smallest units; null where it is not known.</summary>
    public long? Stored(NumberExpression number) => !number.Size.AsksCustom ? number.Stored(source) : number switch
    {
        NamedNumber named => Stored(named.Inner),
        Multiple multiple => Stored(multiple.Inner) * multiple.StoredFactor,
        Score score => Points(score),
        _ => number.Operands
            .Select(part => Stored(part) * Exact.Power(number.Decimals - part.Decimals))
            .Aggregate((a, b) => a is { } left && b is { } right ? Join(number, left, right) : null),
    };

    private static long Join(NumberExpression number, long left, long right) => number switch
    {
        SumOf => left + right,
        LargestOf => Math.Max(left, right),
        _ => Math.Min(left, right),
    };

    /// <summary>Asks the parts in the order of grading, and stops where grading does: at the first that is not as it has to be.</summary>
    private bool? Every(Condition whole, bool wanted)
    {
        var isKnown = true;
        foreach (var part in whole is AllOf all ? all.Asked : ((AnyOf)whole).Asked)
        {
            var holds = Holds(part);
            if (holds == !wanted)
            {
                return !wanted;
            }

            isKnown &= holds is not null;
        }

        return isKnown ? wanted : null;
    }

    private long? Points(Score score)
    {
        for (var i = 0; i < score.Cases.Length; i++)
        {
            switch (Holds(score.Cases[i].When))
            {
                case true:
                    return score.StoredPoints[i];
                case null:
                    return null;
            }
        }

        return 0;
    }
}
