using System.Collections.Immutable;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// A number of each row, cut into planes of bits: plane b is the mask of the rows whose number has bit b. It counts from an
/// offset, so that the planes are never negative: the number is the offset plus what the planes say.
/// </summary>
/// <param name="Planes">The planes, the lowest bit first.</param>
/// <param name="Offset">What is added to the planes.</param>
/// <param name="Most">The largest value the planes can say.</param>
internal readonly record struct SlicedNumber(ImmutableArray<int> Planes, Int128 Offset, Int128 Most)
{
    public static int BitsOf(Int128 most) => 128 - (int)Int128.LeadingZeroCount(most);

    public int Plane(int bit) => bit < Planes.Length ? Planes[bit] : MaskProgram.Nobody;
}
