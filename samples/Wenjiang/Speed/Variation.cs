using FoodSafety.Domain.Facts;

namespace Wenjiang.Speed;

/// <summary>A business as it might be elsewhere: the facts of one of the register, its numbers some per cent larger or smaller.</summary>
internal sealed class Variation : IFactSource
{
    private const int Whole = 100;

    public required IFactSource Of { get; set; }

    public int Percent { get; set; } = Whole;

    public long Read(IFact fact)
    {
        var stored = Of.Read(fact);
        return fact is NumberFact number ? Math.Min((long)((Int128)stored * Percent / Whole), number.Of(number.Maximum).Stored) : stored;
    }
}
