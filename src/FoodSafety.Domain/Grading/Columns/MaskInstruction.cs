namespace FoodSafety.Domain.Grading;

/// <summary>One step of a <see cref="MaskProgram"/>, over all rows of a block.</summary>
/// <param name="Op">What it does.</param>
/// <param name="Target">The register that gets the result.</param>
/// <param name="A">A register; for column operations the number of the column; for a custom condition the rows that matter.</param>
/// <param name="B">A register; for a custom condition its number.</param>
/// <param name="C">A register.</param>
/// <param name="Value">The limit, the value, or the number of the bit.</param>
internal readonly record struct MaskInstruction(MaskOp Op, int Target, int A, int B, int C, long Value)
{
    public bool ReadsColumn => Op is MaskOp.AtLeast or MaskOp.Equal or MaskOp.Flag or MaskOp.Bit;
}
