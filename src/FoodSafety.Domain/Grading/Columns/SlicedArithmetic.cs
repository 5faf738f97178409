using System.Collections.Immutable;

namespace FoodSafety.Domain.Grading;

/// <summary>Arithmetic on <see cref="SlicedNumber"/>s by mask operations: adders and comparators as in hardware, for 64 rows a word.</summary>
internal static class SlicedArithmetic
{
    public static SlicedNumber Add(this MaskBuilder masks, SlicedNumber a, SlicedNumber b)
    {
        var most = a.Most + b.Most;
        return new SlicedNumber(AddPlanes(masks, a, b, MaskProgram.Nobody, SlicedNumber.BitsOf(most)), a.Offset + b.Offset, most, masks.Or(a.Unstated, b.Unstated));
    }

    public static SlicedNumber Multiply(this MaskBuilder masks, SlicedNumber a, Int128 factor)
    {
        if (factor < 0)
        {
            // -k·(offset + p) = k·(most - p) - k·(offset + most), and most - p is not negative.
            var turned = new SlicedNumber(SubtractFrom(masks, a.Most, a), -(a.Offset + a.Most), a.Most, a.Unstated);
            return masks.Multiply(turned, -factor);
        }

        var most = a.Most * factor;
        var product = new SlicedNumber([], 0, 0);
        for (var bit = 0; bit < SlicedNumber.BitsOf(factor); bit++)
        {
            if (((factor >> bit) & 1) != 0)
            {
                var shifted = new SlicedNumber([.. Enumerable.Repeat(MaskProgram.Nobody, bit), .. a.Planes], 0, a.Most << bit);
                product = masks.Add(product, shifted);
            }
        }

        return product with { Offset = a.Offset * factor, Most = most, Unstated = a.Unstated };
    }

    /// <summary>The rows whose number is at least a limit; it may say anything of those that do not state it.</summary>
    public static int AtLeast(this MaskBuilder masks, SlicedNumber a, Int128 limit)
    {
        limit -= a.Offset;
        if (limit <= 0)
        {
            return MaskProgram.Everybody;
        }

        if (limit > a.Most)
        {
            return MaskProgram.Nobody;
        }

        // From the lowest bit up: a higher bit that differs decides anew.
        var atLeast = MaskProgram.Everybody;
        for (var bit = 0; bit < a.Planes.Length; bit++)
        {
            atLeast = ((limit >> bit) & 1) != 0 ? masks.And(a.Planes[bit], atLeast) : masks.Or(a.Planes[bit], atLeast);
        }

        return atLeast;
    }

    /// <summary>The larger of two numbers, or the smaller.</summary>
    public static SlicedNumber Choose(this MaskBuilder masks, SlicedNumber a, SlicedNumber b, bool larger)
    {
        var offset = Int128.Min(a.Offset, b.Offset);
        (a, b) = (Rebase(masks, a, offset), Rebase(masks, b, offset));
        var most = larger ? Int128.Max(a.Most, b.Most) : Int128.Min(a.Most, b.Most);
        var atLeast = MaskProgram.Everybody;
        for (var bit = 0; bit < Math.Max(a.Planes.Length, b.Planes.Length); bit++)
        {
            atLeast = masks.Majority(a.Plane(bit), masks.Not(b.Plane(bit)), atLeast);
        }

        var takeA = larger ? atLeast : masks.Not(atLeast);
        return new SlicedNumber(
            [.. Enumerable.Range(0, SlicedNumber.BitsOf(most)).Select(bit => masks.Choose(takeA, a.Plane(bit), b.Plane(bit)))], offset, most, masks.Or(a.Unstated, b.Unstated));
    }

    /// <summary>A number with a constant that stands in where it is not stated.</summary>
    public static SlicedNumber OrElse(this MaskBuilder masks, SlicedNumber a, Int128 otherwise)
    {
        if (a.Unstated == MaskProgram.Nobody)
        {
            return a;
        }

        a = Rebase(masks, a, Int128.Min(a.Offset, otherwise));
        var most = Int128.Max(a.Most, otherwise - a.Offset);
        var constant = Constant(otherwise - a.Offset, SlicedNumber.BitsOf(otherwise - a.Offset));
        return new SlicedNumber(
            [.. Enumerable.Range(0, SlicedNumber.BitsOf(most)).Select(bit => masks.Choose(a.Unstated, constant.Plane(bit), a.Plane(bit)))], a.Offset, most);
    }

    /// <summary>The planes as they are, read as numbers of fewer bits, plus a constant, carried over at the top.</summary>
    public static ImmutableArray<int> AddWrapping(this MaskBuilder masks, ImmutableArray<int> planes, Int128 constant, int bits) =>
        AddPlanes(masks, new SlicedNumber(planes, 0, 0), Constant(constant, bits), MaskProgram.Nobody, bits);

    private static SlicedNumber Rebase(MaskBuilder masks, SlicedNumber a, Int128 offset)
    {
        var shift = a.Offset - offset;
        return shift == 0 ? a : masks.Add(a with { Offset = offset }, Constant(shift, SlicedNumber.BitsOf(shift)));
    }

    /// <summary>A constant minus a number that is not larger: the constant plus the number's complement plus one.</summary>
    private static ImmutableArray<int> SubtractFrom(MaskBuilder masks, Int128 constant, SlicedNumber a)
    {
        var bits = SlicedNumber.BitsOf(constant);
        var complement = new SlicedNumber([.. Enumerable.Range(0, bits).Select(bit => masks.Not(a.Plane(bit)))], 0, 0);
        return AddPlanes(masks, complement, Constant(constant, bits), MaskProgram.Everybody, bits);
    }

    private static SlicedNumber Constant(Int128 value, int bits) => new(
        [.. Enumerable.Range(0, bits).Select(bit => ((value >> bit) & 1) != 0 ? MaskProgram.Everybody : MaskProgram.Nobody)], 0, value);

    private static ImmutableArray<int> AddPlanes(MaskBuilder masks, SlicedNumber a, SlicedNumber b, int carry, int bits)
    {
        var sum = ImmutableArray.CreateBuilder<int>(bits);
        for (var bit = 0; bit < bits; bit++)
        {
            sum.Add(masks.Odd(a.Plane(bit), b.Plane(bit), carry));
            carry = masks.Majority(a.Plane(bit), b.Plane(bit), carry);
        }

        return sum.MoveToImmutable();
    }
}

/// <summary>
/// A number of each row, cut into planes of bits: plane b is the mask of the rows whose number has bit b. It counts from an
/// offset, so that the planes are never negative: the number is the offset plus what the planes say.
/// </summary>
/// <param name="Planes">The planes, the lowest bit first.</param>
/// <param name="Offset">What is added to the planes.</param>
/// <param name="Most">The largest value the planes can say.</param>
/// <param name="Unstated">The mask of the rows that do not state it; of them the planes say nothing.</param>
internal readonly record struct SlicedNumber(ImmutableArray<int> Planes, Int128 Offset, Int128 Most, int Unstated = MaskProgram.Nobody)
{
    public static int BitsOf(Int128 most) => 128 - (int)Int128.LeadingZeroCount(most);

    public int Plane(int bit) => bit < Planes.Length ? Planes[bit] : MaskProgram.Nobody;
}
