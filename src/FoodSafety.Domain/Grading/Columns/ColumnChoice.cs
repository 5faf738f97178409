using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// For each number of a policy the narrowest column in which every limit the policy compares it with stays exact. A copy in
/// whole units cut off below and held at its maximum answers "at least T" exactly when T is a whole unit that the copy
/// can hold; where one limit is not, the exact column is read.
/// </summary>
internal sealed class ColumnChoice
{
    private readonly Dictionary<NumberFact, int> _bytes = [];

    public ColumnChoice(IEnumerable<Condition> conditions)
    {
        var limits = new Dictionary<NumberFact, HashSet<long>>();
        foreach (var comparison in ExpressionNodes.In(conditions).OfType<Comparison>())
        {
            if (comparison.Left is NumberFact fact)
            {
                if (!limits.TryGetValue(fact, out var known))
                {
                    limits.Add(fact, known = []);
                }

                known.Add(comparison.Low);
                known.Add(comparison.High == long.MaxValue ? long.MinValue : comparison.High + 1);
            }
        }

        foreach (var (fact, all) in limits)
        {
            _bytes[fact] = Choose(fact, [.. all.Where(limit => limit > fact.Least && limit <= fact.Most)]);
        }
    }

    /// <summary>0 for the exact column, else the bytes of the copy.</summary>
    public int BytesOf(NumberFact fact) => _bytes.GetValueOrDefault(fact);

    private static int Choose(NumberFact fact, long[] limits)
    {
        var unit = Exact.Power(fact.Decimals);
        if (fact.Least < 0 || limits.Length == 0 || limits.Any(limit => limit % unit != 0))
        {
            return 0;
        }

        var bytes = (limits.Max() / unit) switch
        {
            <= byte.MaxValue => 1,
            <= ushort.MaxValue => 2,
            <= uint.MaxValue => 4,
            _ => 8,
        };
        // The exact column is as narrow itself when the fact's whole range needs no more.
        var exact = fact.Most switch { <= byte.MaxValue => 1, <= ushort.MaxValue => 2, <= uint.MaxValue => 4, _ => 8 };
        return bytes < exact ? bytes : 0;
    }
}
