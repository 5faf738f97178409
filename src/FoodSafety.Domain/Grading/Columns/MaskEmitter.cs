using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Writes conditions and expressions as mask operations, for the rows of one partition value.</summary>
/// <remarks>
/// A mask is right for the rows that matter, <c>care</c>, and may say anything of the others. Only custom conditions look
/// at it: they are called for as few rows as the data allows.
/// </remarks>
internal sealed class MaskEmitter(MaskBuilder masks, FactSchema schema, ColumnChoice columns, int partition)
{
    // What asks no custom condition means the same whatever the rows are for which it matters; shared parts are written once.
    private readonly Dictionary<Condition, int> _data = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<NumberExpression, SlicedNumber> _numbers = new(ReferenceEqualityComparer.Instance);

    public int Emit(Condition condition, int care)
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

    private int Write(Condition condition, int care)
    {
        switch (condition)
        {
            case Constant constant:
                return constant.Value ? MaskProgram.Everybody : MaskProgram.Nobody;
            case FlagFact flag:
                return masks.Flag(schema.ColumnOf(flag));
            case ChoiceIn choice:
                return EmitChoice(choice);
            case Comparison { Left: NumberFact fact } comparison:
                return EmitWindow(comparison, limit => AtLeast(fact, limit));
            case Comparison comparison:
                var number = EmitNumber(comparison.Left, care);
                return EmitWindow(comparison, limit => masks.AtLeast(number, limit));
            case Negation negation:
                return masks.Not(Emit(negation.Inner, care));
            case AllOf all:
                var every = MaskProgram.Everybody;
                foreach (var part in all.Asked)
                {
                    every = masks.And(every, Emit(part, masks.And(care, every)));
                }

                return every;
            case AnyOf any:
                var some = MaskProgram.Nobody;
                foreach (var part in any.Asked)
                {
                    some = masks.Or(some, Emit(part, masks.AndNot(care, some)));
                }

                return some;
            default:
                return masks.Custom(care, (CustomCondition)condition);
        }
    }

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
            case NamedNumber named:
                return EmitNumber(named.Inner, care);
            case Multiple multiple:
                return masks.Multiply(EmitNumber(multiple.Inner, care), multiple.StoredFactor);
            case Score score:
                return EmitScore(score, care);
            default:
                return expression.Operands
                    .Select(part => masks.Multiply(EmitNumber(part, care), Exact.Power(expression.Decimals - part.Decimals)))
                    .Aggregate((a, b) => expression is SumOf ? masks.Add(a, b) : masks.Choose(a, b, expression is LargestOf));
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
            return new SlicedNumber([.. Enumerable.Range(0, stored).Select(bit => masks.Bit(column, bit))], 0, fact.Most);
        }

        // The lowest bits of value minus least are those of the two's complement plus a constant.
        var planes = Enumerable.Range(0, bits).Select(bit => masks.Bit(column, bit)).ToImmutableArray();
        return new SlicedNumber(masks.AddWrapping(planes, -(Int128)fact.Least, bits), fact.Least, most);
    }

    private SlicedNumber EmitScore(Score score, int care)
    {
        var most = (Int128)score.Most - score.Least;
        var planes = new int[SlicedNumber.BitsOf(most)];
        var open = MaskProgram.Everybody;
        for (var i = 0; i < score.Cases.Length; i++)
        {
            var here = masks.And(open, Emit(score.Cases[i].When, masks.And(care, open)));
            open = masks.AndNot(open, here);
            Put(score.StoredPoints[i], here);
        }

        Put(0, open);
        return new SlicedNumber([.. planes], score.Least, most);

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
        if (ReferenceEquals(choice.Fact, schema.Partition))
        {
            return choice.Contains(partition) ? MaskProgram.Everybody : MaskProgram.Nobody;
        }

        return choice.Values.Aggregate(MaskProgram.Nobody, (some, value) => masks.Or(some, masks.Equal(schema.ColumnOf(choice.Fact), value)));
    }
}
