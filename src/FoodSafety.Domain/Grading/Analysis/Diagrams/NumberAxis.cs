using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>A number, and how the policy words the limits it is compared with.</summary>
internal abstract class NumberAxis(NumberExpression number, NumberLimits limits, long length) : Axis(length)
{
    /// <summary>The value with a number on the axis.</summary>
    public abstract long ValueAt(long index);

    public override Condition Where(ImmutableArray<Stretch> among) => Condition.Any([.. among.Select(Where)]);

    private Condition Where(Stretch stretch)
    {
        if (number is NumberFact && stretch.End - stretch.From == 1)
        {
            return number.Is(Exact.ToDecimal(ValueAt(stretch.From), number.Decimals));
        }

        var parts = new List<Condition>();
        if (stretch.From > 0)
        {
            var (limit, included) = limits.Between(ValueAt(stretch.From - 1), ValueAt(stretch.From), number.Decimals);
            parts.Add(new Comparison(number, included ? ComparisonOperator.AtLeast : ComparisonOperator.MoreThan, limit));
        }

        if (stretch.End < Length)
        {
            var (limit, included) = limits.Between(ValueAt(stretch.End - 1), ValueAt(stretch.End), number.Decimals);
            parts.Add(new Comparison(number, included ? ComparisonOperator.LessThan : ComparisonOperator.AtMost, limit));
        }

        return Condition.All([.. parts]);
    }
}

/// <summary>A number that is a fact: every value of its declared range.</summary>
internal sealed class FactAxis(NumberFact fact, NumberLimits limits) : NumberAxis(fact, limits, fact.Most - fact.Least + 1)
{
    public NumberFact Fact => fact;

    public override long ValueAt(long index) => fact.Least + index;

    /// <summary>The number on the axis of the first value that is at least a given one; the length when there is none.</summary>
    public long IndexOf(long value) => value <= fact.Least ? 0 : value > fact.Most ? Length : value - fact.Least;

    public override long Unstated => fact.Unstated - fact.Least;

    public override long Pick(Stretch stretch) => stretch.Contains(Unstated) ? Unstated : stretch.From;

    public override void Exemplify(long index, WitnessDraft witness) => witness.State(new FactValue(fact, ValueAt(index)));
}

/// <summary>
/// A computed number whose facts nothing else reads, so that it is as free as a fact: of its values those are kept that can
/// occur, one between each two limits.
/// </summary>
internal sealed class ScoreAxis(NumberExpression number, NumberLimits limits, int diagram, ImmutableArray<long> values)
    : NumberAxis(number, limits, values.Length)
{
    public override long ValueAt(long index) => values[(int)index];

    public long IndexOf(long value)
    {
        var index = values.BinarySearch(value);
        return index >= 0 ? index : ~index;
    }

    public override void Exemplify(long index, WitnessDraft witness) => witness.Follow(diagram, values[(int)index]);
}
