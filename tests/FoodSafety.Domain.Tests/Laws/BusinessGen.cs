using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>Entities for a policy that exists: each number on, beside or between the limits the policy compares it with.</summary>
public sealed class BusinessGen : Gen<FactRecord>
{
    private readonly List<(IFact Fact, long[] Values)> _facts = [];

    private BusinessGen(IEnumerable<IFact> facts, IReadOnlyCollection<Condition> conditions)
    {
        foreach (var fact in facts)
        {
            _facts.Add((fact, fact switch
            {
                NumberFact number => [.. Limits(number, conditions)
                    .SelectMany(limit => new[] { limit - 1, limit, limit + 1, limit * 3 / 2 }).Append(0)
                    .Select(value => Math.Clamp(value, number.Least, number.Most)).Distinct()],
                IChoiceFact choice => [.. choice.Values.Select(value => (long)value)],
                _ => [0, 1],
            }));
        }
    }

    public static BusinessGen For<TGrade>(GradingPolicy<TGrade> policy) where TGrade : struct, Enum => new(policy.Facts,
    [
        .. policy.NotGraded.Select(rule => rule.When), .. policy.Rules.Select(rule => rule.When), .. policy.Adjustments.Select(rule => rule.When),
    ]);

    public override FactRecord Generate(PCG pcg, Size? min, out Size size)
    {
        var unstated = pcg.Next(3) * 5;
        var values = _facts
            .Select(f => new FactValue(f.Fact, pcg.Next(100) < unstated ? f.Fact.Unstated : f.Values[pcg.Next((uint)f.Values.Length)])).ToArray();
        size = new Size((ulong)values.Count(value => value.IsStated));
        return new FactRecord(values);
    }

    /// <summary>The limits of one number, wherever they stand in conditions and in the cases of scores, in smallest units.</summary>
    private static IEnumerable<long> Limits(NumberFact fact, IEnumerable<Condition> conditions) => conditions.SelectMany(condition => condition switch
    {
        Negation negation => Limits(fact, [negation.Inner]),
        AllOf all => Limits(fact, all.Parts),
        AnyOf any => Limits(fact, any.Parts),
        Comparison comparison => fact.Equals(comparison.Left)
            ? [(long)(comparison.Limit * ReferenceGrader.PowerOfTen(fact.Decimals))]
            : Limits(fact, comparison),
        _ => [],
    });

    private static IEnumerable<long> Limits(NumberFact fact, Comparison comparison)
    {
        var parts = new Stack<NumberExpression>([comparison.Left]);
        while (parts.TryPop(out var part))
        {
            switch (part)
            {
                case NamedNumber named:
                    parts.Push(named.Inner);
                    break;
                case Multiple multiple:
                    parts.Push(multiple.Inner);
                    break;
                case SumOf sum:
                    sum.Parts.ToList().ForEach(parts.Push);
                    break;
                case Score score:
                    foreach (var limit in Limits(fact, score.Cases.Select(item => item.When)))
                    {
                        yield return limit;
                    }

                    break;
                case NumberOrElse orElse:
                    parts.Push(orElse.Inner);
                    break;
                case LargestOf or SmallestOf:
                    part.Operands.ToList().ForEach(parts.Push);
                    break;
                case NumberFact number when number.Equals(fact):
                    yield return (long)(comparison.Limit * ReferenceGrader.PowerOfTen(fact.Decimals));
                    break;
            }
        }
    }
}
