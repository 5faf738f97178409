using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Writes conditions and expressions as mask operations, for the rows of one partition value.</summary>
/// <remarks>
/// <para>A mask is right for the rows that matter, <c>care</c>, and may say anything of the others. Only custom conditions look
/// at it: they are called for as few rows as the data allows.</para>
/// <para>Of a condition two masks are written: where it holds and where it fails. Where neither is, it hangs on what is not stated. Of facts that every row states
/// the one is the other turned round, and of the two only what is read stays in the program.</para>
/// </remarks>
internal sealed class MaskEmitter(MaskBuilder masks, FactSchema schema, ColumnChoice columns, HashSet<int> incomplete, int partition)
{
    // What asks no custom condition means the same whatever the rows are for which it matters; shared parts are written once.
    private readonly Dictionary<Condition, TruthMasks> _data = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<NumberExpression, SlicedNumber> _numbers = new(ReferenceEqualityComparer.Instance);

    public TruthMasks Emit(Condition condition, int care)
    {
        if (condition.Size.AsksCustom)
        {
            return Write(condition, care);
        }

        if (!_data.TryGetValue(condition, out var known))
        {
            _data.Add(condition, known = Write(condition, care));
        }

        return known;
    }

    private TruthMasks Write(Condition condition, int care)
    {
        switch (condition)
        {
            case Constant constant:
                return Certain(constant.Value ? MaskProgram.Everybody : MaskProgram.Nobody);
            case FlagFact flag:
                return Where(masks.Flag(schema.ColumnOf(flag)), UnstatedOf(flag));
            case ChoiceIn choice:
                return Where(EmitChoice(choice), UnstatedOf(choice.Fact));
            case Stated { Number: { } number }:
                return Certain(masks.Not(number is NumberFact numberFact ? UnstatedOf(numberFact) : EmitNumber(number, care).Unstated));
            case Stated stated:
                return Certain(masks.Not(UnstatedOf(stated.Fact!)));
            case Comparison { Left: NumberFact fact } comparison:
                return Where(EmitWindow(comparison, limit => AtLeast(fact, limit)), UnstatedOf(fact));
            case Comparison comparison:
                var compared = EmitNumber(comparison.Left, care);
                return Where(EmitWindow(comparison, limit => masks.AtLeast(compared, limit)), compared.Unstated);
            case Negation negation:
                var inner = Emit(negation.Inner, care);
                return new TruthMasks(inner.Fails, inner.Holds);
            case AllOf all:
                var every = Certain(MaskProgram.Everybody);
                foreach (var part in all.Asked)
                {
                    every = And(every, Emit(part, masks.AndNot(care, every.Fails)));
                }

                return every;
            case AnyOf any:
                var some = Certain(MaskProgram.Nobody);
                foreach (var part in any.Asked)
                {
                    some = Or(some, Emit(part, masks.AndNot(care, some.Holds)));
                }

                return some;
            default:
                return Certain(masks.Custom(care, (CustomCondition)condition));
        }
    }

    private TruthMasks And(TruthMasks a, TruthMasks b)
    {
        var holds = masks.And(a.Holds, b.Holds);
        return IsCertain(a) && IsCertain(b) ? Certain(holds) : new TruthMasks(holds, masks.Or(a.Fails, b.Fails));
    }

    private TruthMasks Or(TruthMasks a, TruthMasks b)
    {
        var holds = masks.Or(a.Holds, b.Holds);
        return IsCertain(a) && IsCertain(b) ? Certain(holds) : new TruthMasks(holds, masks.And(a.Fails, b.Fails));
    }

    private TruthMasks Certain(int holds) => new(holds, masks.Not(holds));

    private bool IsCertain(TruthMasks truth) => truth.Fails == masks.Not(truth.Holds);

    /// <summary>What holds of some rows, of those that state it.</summary>
    private TruthMasks Where(int rows, int unstated) => unstated == MaskProgram.Nobody
        ? Certain(rows)
        : new TruthMasks(masks.AndNot(rows, unstated), masks.Not(masks.Or(rows, unstated)));

    private int UnstatedOf(IFact fact) =>
        schema.Partition is { } kept && kept.Equals(fact) ? partition == kept.Unstated ? MaskProgram.Everybody : MaskProgram.Nobody
        : schema.ColumnOf(fact) is var column && incomplete.Contains(column) ? masks.Unstated(column)
        : MaskProgram.Nobody;

    private SlicedNumber EmitNumber(NumberExpression expression, int care)
    {
        if (expression.Size.AsksCustom)
        {
            return WriteNumber(expression, care);
        }

        if (!_numbers.TryGetValue(expression, out var known))
        {
            _numbers.Add(expression, known = WriteNumber(expression, care));
        }

        return known;
    }

    private SlicedNumber WriteNumber(NumberExpression expression, int care)
    {
        switch (expression)
        {
            case NumberFact fact:
                return EmitFact(fact);
            case NumberConstant constant:
                return new SlicedNumber([], constant.Least, 0);
            case NamedNumber named:
                return EmitNumber(named.Inner, care);
            case Multiple multiple:
                return masks.Multiply(EmitNumber(multiple.Inner, care), multiple.StoredFactor);
            case NumberOrElse orElse:
                return masks.OrElse(masks.Multiply(EmitNumber(orElse.Inner, care), Exact.Power(orElse.Decimals - orElse.Inner.Decimals)), orElse.StoredOtherwise);
            case Score score:
                return EmitScore(score, care);
            default:
                SlicedNumber? joined = null;
                foreach (var part in expression.Operands)
                {
                    // With a part that is not stated the whole is not, and nothing more is asked.
                    var matters = joined is { } before ? masks.AndNot(care, before.Unstated) : care;
                    var next = masks.Multiply(EmitNumber(part, matters), Exact.Power(expression.Decimals - part.Decimals));
                    joined = joined is not { } first ? next : expression is SumOf ? masks.Add(first, next) : masks.Choose(first, next, expression is LargestOf);
                }

                return joined!.Value;
        }
    }

    private SlicedNumber EmitFact(NumberFact fact)
    {
        var column = schema.ColumnOf(fact);
        var most = (Int128)fact.Most - fact.Least;
        var bits = SlicedNumber.BitsOf(most);
        if (fact.Least >= 0)
        {
            var stored = SlicedNumber.BitsOf(fact.Most);
            return new SlicedNumber([.. Enumerable.Range(0, stored).Select(bit => masks.Bit(column, bit))], 0, fact.Most, UnstatedOf(fact));
        }

        // The lowest bits of value minus least are those of the two's complement plus a constant.
        var planes = Enumerable.Range(0, bits).Select(bit => masks.Bit(column, bit)).ToImmutableArray();
        return new SlicedNumber(masks.AddWrapping(planes, -(Int128)fact.Least, bits), fact.Least, most, UnstatedOf(fact));
    }

    private SlicedNumber EmitScore(Score score, int care)
    {
        var most = (Int128)score.Most - score.Least;
        var planes = new int[SlicedNumber.BitsOf(most)];
        var (open, unstated) = (MaskProgram.Everybody, MaskProgram.Nobody);
        for (var i = 0; i < score.Cases.Length; i++)
        {
            var when = Emit(score.Cases[i].When, masks.And(care, open));
            var here = masks.And(open, when.Holds);
            open = masks.AndNot(open, here);
            Put(score.StoredPoints[i], here);
            if (!IsCertain(when))
            {
                unstated = masks.Or(unstated, masks.AndNot(open, when.Fails));
                open = masks.And(open, when.Fails);
            }
        }

        Put(0, open);
        return new SlicedNumber([.. planes], score.Least, most, unstated);

        void Put(long points, int rows)
        {
            for (var bit = 0; bit < planes.Length; bit++)
            {
                if (((((Int128)points - score.Least) >> bit) & 1) != 0)
                {
                    planes[bit] = masks.Or(planes[bit], rows);
                }
            }
        }
    }

    /// <summary>A comparison is one window of values; an empty one, low above high, holds of nobody.</summary>
    private int EmitWindow(Comparison comparison, Func<long, int> atLeast)
    {
        if (comparison.Low > comparison.High)
        {
            return MaskProgram.Nobody;
        }

        var reachesLow = comparison.Low == long.MinValue ? MaskProgram.Everybody : atLeast(comparison.Low);
        var exceedsHigh = comparison.High == long.MaxValue ? MaskProgram.Nobody : atLeast(comparison.High + 1);
        return masks.AndNot(reachesLow, exceedsHigh);
    }

    private int AtLeast(NumberFact fact, long limit)
    {
        if (limit <= fact.Least)
        {
            return MaskProgram.Everybody;
        }

        if (limit > fact.Most)
        {
            return MaskProgram.Nobody;
        }

        var bytes = columns.BytesOf(fact);
        return masks.AtLeast(schema.ColumnOf(fact), bytes, bytes == 0 ? limit : limit / Exact.Power(fact.Decimals));
    }

    private int EmitChoice(ChoiceIn choice)
    {
        if (choice.Fact.Equals(schema.Partition))
        {
            return choice.Contains(partition) ? MaskProgram.Everybody : MaskProgram.Nobody;
        }

        return choice.Values.Aggregate(MaskProgram.Nobody, (some, value) => masks.Or(some, masks.Equal(schema.ColumnOf(choice.Fact), value)));
    }
}

/// <summary>What a condition says of rows: the mask of those of which it holds, and of those of which it fails.</summary>
internal readonly record struct TruthMasks(int Holds, int Fails);
