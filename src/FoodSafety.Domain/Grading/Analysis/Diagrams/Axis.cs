using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Something that decisions depend on, with its possible values numbered from 0: a fact, a custom condition, or a whole score.</summary>
internal abstract class Axis(long length)
{
    /// <summary>How many values there are.</summary>
    public long Length { get; } = length;

    /// <summary>That the value is one of some, as a condition that people can read.</summary>
    /// <param name="among">The stretches, ascending; some and not all.</param>
    public abstract Condition Where(ImmutableArray<Stretch> among);

    /// <summary>The place of what nobody stated.</summary>
    public virtual long Unstated => 0;

    /// <summary>The stretch that makes the best example.</summary>
    public virtual Stretch Pick(ImmutableArray<Stretch> among) => among[0];

    /// <summary>The place in a stretch that makes the best example.</summary>
    public virtual long Pick(Stretch stretch) => stretch.From;

    /// <summary>Writes down one value as an example.</summary>
    public abstract void Exemplify(long index, WitnessDraft witness);

    /// <summary>Splits into values where a part of them would read odd; then only all or nothing is added to a set.</summary>
    public virtual bool IsNominal => false;
}

/// <summary>A flag: 0 not set, 1 set.</summary>
internal sealed class FlagAxis(FlagFact flag) : Axis(2)
{
    public FlagFact Fact => flag;

    public override Condition Where(ImmutableArray<Stretch> among) => among[0].From == 1 ? flag : !flag;

    public override void Exemplify(long index, WitnessDraft witness) => witness.State(flag.Of(index == 1));
}

/// <summary>What a custom condition says: 0 no, 1 yes. Nothing is known of it, so both are thought possible everywhere.</summary>
internal sealed class CustomAxis(CustomCondition custom) : Axis(2)
{
    public override Condition Where(ImmutableArray<Stretch> among) => among[0].From == 1 ? custom : !custom;

    public override void Exemplify(long index, WitnessDraft witness) => witness.Assume(index == 1 ? custom : !custom);
}

/// <summary>A choice, its values in ascending order.</summary>
internal sealed class ChoiceAxis(IChoiceFact choice) : Axis(choice.Values.Count)
{
    public override bool IsNominal => true;

    public IChoiceFact Fact => choice;

    public override Condition Where(ImmutableArray<Stretch> among)
    {
        var values = Enumerable.Range(0, choice.Values.Count)
            .ToLookup(i => among.Any(stretch => stretch.Contains(i)), i => choice.Values[i]);
        return values[true].Count() <= values[false].Count() ? new ChoiceIn(choice, values[true]) : !new ChoiceIn(choice, values[false]);
    }

    // A stated value makes the better example where there is one.
    public override Stretch Pick(ImmutableArray<Stretch> among) =>
        among is [{ From: 0, End: 1 }, var next, ..] && choice.Values[0] == 0 ? next : among[0];

    public override long Pick(Stretch stretch) =>
        choice.Values[(int)stretch.From] == 0 && stretch.End - stretch.From > 1 ? stretch.From + 1 : stretch.From;

    public override void Exemplify(long index, WitnessDraft witness) => witness.State(new FactValue(choice, choice.Values[(int)index]));
}
