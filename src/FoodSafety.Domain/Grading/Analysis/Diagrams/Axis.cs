using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// Something that decisions depend on, with its possible values numbered from 0: a fact, a custom condition, or a whole score. Where it may be not stated, that is place 0.
/// </summary>
internal abstract class Axis(long length)
{
    /// <summary>How many values there are.</summary>
    public long Length { get; } = length;

    /// <summary>
    /// That the value is one of some, as a condition that people can read. What is not stated is told only where nothing else is: "below 500" is shorter than
    /// "below 500 or not stated", and holds of nothing that is not in the stretches.
    /// </summary>
    /// <param name="among">The stretches, ascending; some and not all.</param>
    public abstract Condition Where(ImmutableArray<Stretch> among);

    /// <summary>The first place of what is stated: 1 where it may be not stated, else 0.</summary>
    public virtual long FirstStated => 1;

    /// <summary>The stretch that makes the best example: one with a stated value where there is one.</summary>
    public Stretch Pick(ImmutableArray<Stretch> among) => among.Length > 1 && among[0].End <= FirstStated ? among[1] : among[0];

    /// <summary>The place in a stretch that makes the best example.</summary>
    public virtual long Pick(Stretch stretch) => Math.Max(stretch.From, Math.Min(FirstStated, stretch.End - 1));

    /// <summary>Writes down one value as an example.</summary>
    public abstract void Exemplify(long index, WitnessDraft witness);

    /// <summary>Splits into values where a part of them would read odd; then only all or nothing is added to a set.</summary>
    public virtual bool IsNominal => false;
}

/// <summary>A flag: 0 not stated, 1 not set, 2 set.</summary>
internal sealed class FlagAxis(FlagFact flag) : Axis(3)
{
    public FlagFact Fact => flag;

    public override Condition Where(ImmutableArray<Stretch> among) => (among.Any(stretch => stretch.Contains(1)), among.Any(stretch => stretch.Contains(2))) switch
    {
        (true, true) => flag.IsStated,
        (true, false) => !flag,
        (false, true) => flag,
        (false, false) => !flag.IsStated,
    };

    public override void Exemplify(long index, WitnessDraft witness)
    {
        if (index > 0)
        {
            witness.State(flag.Of(index == 2));
        }
    }
}

/// <summary>What a custom condition says: 0 no, 1 yes. Nothing is known of it, so both are thought possible everywhere.</summary>
internal sealed class CustomAxis(CustomCondition custom) : Axis(2)
{
    public override long FirstStated => 0;

    public override Condition Where(ImmutableArray<Stretch> among) => among[0].From == 1 ? custom : !custom;

    public override void Exemplify(long index, WitnessDraft witness) => witness.Assume(index == 1 ? custom : !custom);
}

/// <summary>A choice, its values in ascending order; the first is 0, "not stated".</summary>
internal sealed class ChoiceAxis(IChoiceFact choice) : Axis(choice.Values.Count)
{
    public override bool IsNominal => true;

    public IChoiceFact Fact => choice;

    public override Condition Where(ImmutableArray<Stretch> among)
    {
        var values = Enumerable.Range(1, choice.Values.Count - 1)
            .ToLookup(i => among.Any(stretch => stretch.Contains(i)), i => choice.Values[i]);
        var (here, elsewhere) = (values[true].Count(), values[false].Count());
        // The shorter of the two, of all that there is.
        var isUnstatedHere = among[0].Contains(0) ? 1 : 0;
        return here == 0 ? !choice.IsStated
            : elsewhere == 0 ? choice.IsStated
            : here + isUnstatedHere <= elsewhere + (1 - isUnstatedHere) ? new ChoiceIn(choice, values[true])
            : !new ChoiceIn(choice, values[false]);
    }

    public override void Exemplify(long index, WitnessDraft witness)
    {
        if (index > 0)
        {
            witness.State(new FactValue(choice, choice.Values[(int)index]));
        }
    }
}

/// <summary>A number, and how the policy words the limits it is compared with.</summary>
internal abstract class NumberAxis(NumberExpression number, NumberLimits limits, long length) : Axis(length)
{
    /// <summary>The value with a number on the axis.</summary>
    public abstract long ValueAt(long index);

    public override Condition Where(ImmutableArray<Stretch> among)
    {
        Stretch[] stated = [.. among.Select(stretch => stretch with { From = Math.Max(stretch.From, FirstStated) }).Where(stretch => stretch.From < stretch.End)];
        return stated.Length == 0 ? !number.IsStated
            : stated is [var all] && all.From == FirstStated && all.End == Length ? number.IsStated
            : Condition.Any([.. stated.Select(Where)]);
    }

    private Condition Where(Stretch stretch)
    {
        if (number is NumberFact && stretch.End - stretch.From == 1)
        {
            return number.Is(Exact.ToDecimal(ValueAt(stretch.From), number.Decimals));
        }

        var parts = new List<Condition>();
        if (stretch.From > FirstStated)
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

/// <summary>A number that is a fact: not stated, then every value that its declaration allows.</summary>
internal sealed class FactAxis(NumberFact fact, NumberLimits limits) : NumberAxis(fact, limits, fact.Count + 1)
{
    public NumberFact Fact => fact;

    public override long ValueAt(long index) => index < FirstStated ? NumberExpression.NotStated : fact.ValueAt(index - FirstStated);

    /// <summary>The number on the axis of the first value that is at least a given one; the length when there is none.</summary>
    public long IndexOf(long value) => fact.NumberOf(value) + FirstStated;

    // Zero, or the value nearest to it, makes the plainest example.
    public override long Pick(Stretch stretch) => Math.Min(IndexOf(Math.Clamp(0, fact.Least, fact.Most)), Length - 1) is var zero && stretch.Contains(zero) ? zero : base.Pick(stretch);

    public override void Exemplify(long index, WitnessDraft witness)
    {
        if (index >= FirstStated)
        {
            witness.State(new FactValue(fact, ValueAt(index)));
        }
    }
}

/// <summary>
/// A computed number whose facts nothing else reads, so that it is as free as a fact: of its values those are kept that can
/// occur, one between each two limits; first that it is not stated, where that can be.
/// </summary>
internal sealed class ScoreAxis(NumberExpression number, NumberLimits limits, int diagram, ImmutableArray<long> values)
    : NumberAxis(number, limits, values.Length)
{
    public override long FirstStated => values[0] == NumberExpression.NotStated ? 1 : 0;

    public override long ValueAt(long index) => values[(int)index];

    public long IndexOf(long value)
    {
        var index = values.BinarySearch(value);
        return Math.Max(FirstStated, index >= 0 ? index : ~index);
    }

    public override void Exemplify(long index, WitnessDraft witness) => witness.Follow(diagram, values[(int)index]);
}

/// <summary>Places of an axis that follow each other; the end is excluded.</summary>
internal readonly record struct Stretch(long From, long End)
{
    public bool Contains(long index) => index >= From && index < End;

    public bool Meets(Stretch other) => From < other.End && other.From < End;
}

/// <summary>A stretch of one axis.</summary>
internal readonly record struct Place(int Axis, Stretch Stretch);
