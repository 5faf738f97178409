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

    /// <summary>All that is stated.</summary>
    public Stretch AllStated => new(FirstStated, Length);

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
        return here == 0 ? !choice.IsStated
            : elsewhere == 0 ? choice.IsStated
            : here <= elsewhere ? new ChoiceIn(choice, values[true])
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

/// <summary>A number, told by the limits that the policy compares it with.</summary>
internal abstract class NumberAxis(SurveyedNumber number, long length) : Axis(length)
{
    public SurveyedNumber Number => number;

    /// <summary>The value with a number on the axis.</summary>
    public abstract long ValueAt(long index);

    /// <summary>The number on the axis of the first value that is at least a given one; the length when there is none.</summary>
    public abstract long IndexOf(long value);

    public override Condition Where(ImmutableArray<Stretch> among)
    {
        var stated = StatedOf(among);
        return stated.IsEmpty ? !number.Wording.IsStated
            : AreAllStated(stated) ? number.Wording.IsStated
            : Condition.Any([.. stated.Select(Where)]);
    }

    /// <summary>What of some stretches is stated.</summary>
    public ImmutableArray<Stretch> StatedOf(ImmutableArray<Stretch> among) =>
        [.. among.Select(stretch => stretch with { From = Math.Max(stretch.From, FirstStated) }).Where(stretch => stretch.From < stretch.End)];

    /// <summary>Whether stretches of stated places are all of them.</summary>
    public bool AreAllStated(ImmutableArray<Stretch> stated) => stated is [var all] && all == AllStated;

    /// <summary>The limit below which a stretch does not begin, as the policy words it; null at the start of the axis.</summary>
    public (decimal Limit, bool IsIncluded)? Lower(Stretch stretch) => stretch.From > FirstStated ? Between(stretch.From) : null;

    /// <summary>The limit above which a stretch has ended, as the policy words it; null at the end of the axis.</summary>
    public (decimal Limit, bool IsIncluded)? Upper(Stretch stretch) =>
        stretch.End < Length && Between(stretch.End) is var (limit, isAbove) ? (limit, !isAbove) : null;

    private Condition Where(Stretch stretch)
    {
        if (number.Form.Fact is { } fact && stretch.End - stretch.From == 1)
        {
            return fact.Is(number.ToDecimal(ValueAt(stretch.From)));
        }

        var parts = new List<Condition>();
        if (Lower(stretch) is var (low, hasLow))
        {
            parts.Add(new Comparison(number.Wording, hasLow ? ComparisonOperator.AtLeast : ComparisonOperator.MoreThan, low));
        }

        if (Upper(stretch) is var (high, hasHigh))
        {
            parts.Add(new Comparison(number.Wording, hasHigh ? ComparisonOperator.AtMost : ComparisonOperator.LessThan, high));
        }

        return Condition.All([.. parts]);
    }

    /// <summary>The limit between a place and the one before it, and whether it belongs to the upper side.</summary>
    private (decimal Limit, bool IsIncluded) Between(long index) => number.Limits.Between(ValueAt(index - 1), ValueAt(index)) switch
    {
        (_, { } wording) => wording,
        // Of a computed number only some values are on the axis, and others may lie between the cut and the next of them.
        (var cut, null) when this is ComputedAxis => (number.ToDecimal(cut), true),
        _ => (number.ToDecimal(ValueAt(index)), true),
    };
}

/// <summary>A number that is a fact: not stated, then every value that its declaration allows.</summary>
internal sealed class FactAxis(NumberFact fact, SurveyedNumber number) : NumberAxis(number, fact.Count + 1)
{
    public NumberFact Fact => fact;

    public override long ValueAt(long index) => index < FirstStated ? NumberExpression.NotStated : fact.ValueAt(index - FirstStated);

    public override long IndexOf(long value) => fact.NumberOf(value) + FirstStated;

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
/// A computed number that stands for its facts: of its values those that can occur, at least one between each two limits; first that it is not stated,
/// where that can be.
/// </summary>
internal sealed class ComputedAxis(SurveyedNumber number, NumberReach reach) : NumberAxis(number, reach.Values.Length)
{
    /// <summary>The search over the parts of the number; null where every value is told apart, or none could be made.</summary>
    public LinearSearch? Search => reach.Search;

    /// <summary>The facts of which it is asked by itself whether they are stated: the values are those where they are.</summary>
    public ImmutableArray<object> TakenAsStated { get; init; } = [];

    public override long FirstStated => reach.Values[0] == NumberExpression.NotStated ? 1 : 0;

    public override long ValueAt(long index) => reach.Values[(int)index];

    public override long IndexOf(long value)
    {
        var index = reach.Values.BinarySearch(value);
        return Math.Max(FirstStated, index >= 0 ? index : ~index);
    }

    /// <summary>The place of a value, which may be one of those that another stands for.</summary>
    public long PlaceOf(long value) => value == NumberExpression.NotStated
        ? 0
        : Math.Min(IndexOf(Number.Limits.LastCut(value) ?? long.MinValue), Length - 1);

    public override void Exemplify(long index, WitnessDraft witness) => reach.Exemplify(ValueAt(index), witness);
}

/// <summary>Places of an axis that follow each other; the end is excluded.</summary>
internal readonly record struct Stretch(long From, long End)
{
    public bool Contains(long index) => index >= From && index < End;

    public bool Meets(Stretch other) => From < other.End && other.From < End;
}

/// <summary>A stretch of one axis.</summary>
internal readonly record struct Place(int Axis, Stretch Stretch);
