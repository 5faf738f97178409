using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>A policy made into a straight line of mask operations, for the rows of one partition value.</summary>
/// <param name="Instructions">The steps, in order. Registers 0 and 1 hold no row and every row.</param>
/// <param name="Registers">How many registers the steps use.</param>
/// <param name="Columns">
/// The columns that are read: the fact's number in the schema, and 0 for the exact column, the bytes of a narrow copy, or <see cref="FactSegment.UnstatedBits"/>.
/// </param>
/// <param name="Customs">The custom conditions that are called.</param>
/// <param name="Codes">For each outcome code that can occur the register of the rows that have it.</param>
/// <param name="Planes">The registers of the planes that are stored: first those of the code, then those of the clause.</param>
internal sealed record MaskProgram(
    ImmutableArray<MaskInstruction> Instructions,
    int Registers,
    ImmutableArray<(int Fact, int Bytes)> Columns,
    ImmutableArray<CustomCondition> Customs,
    ImmutableArray<(int Code, int Register)> Codes,
    ImmutableArray<int> Planes)
{
    public const int Nobody = 0;

    public const int Everybody = 1;
}

/// <summary>What an instruction does with masks, in which each bit stands for a row.</summary>
internal enum MaskOp : byte
{
    /// <summary>The rows whose value in a column is at least a limit.</summary>
    AtLeast,

    /// <summary>The rows whose value in a column of bytes is a given one.</summary>
    Equal,

    /// <summary>The rows of which a flag is set, or which do not state a fact: whatever has a bit for each row.</summary>
    Flag,

    /// <summary>One bit of the values of an exact column.</summary>
    Bit,

    /// <summary>The rows, out of those that matter, of which a custom condition holds.</summary>
    Custom,

    /// <summary>A and B.</summary>
    And,

    /// <summary>A or B.</summary>
    Or,

    /// <summary>Either A or B.</summary>
    Xor,

    /// <summary>A without B.</summary>
    AndNot,

    /// <summary>An odd number of A, B and C: the sum bit of an adder.</summary>
    Odd,

    /// <summary>At least two of A, B and C: the carry of an adder.</summary>
    Majority,
}

/// <summary>One step of a <see cref="MaskProgram"/>, over all rows of a block.</summary>
/// <param name="Op">What it does.</param>
/// <param name="Target">The register that gets the result.</param>
/// <param name="A">A register; for column operations the number of the column; for a custom condition the rows that matter.</param>
/// <param name="B">A register; for a custom condition its number.</param>
/// <param name="C">A register.</param>
/// <param name="Value">The limit, the value, or the number of the bit.</param>
internal readonly record struct MaskInstruction(MaskOp Op, int Target, int A, int B, int C, long Value)
{
    public bool ReadsColumn => Op switch
    {
        MaskOp.AtLeast or MaskOp.Equal or MaskOp.Flag or MaskOp.Bit => true,
        MaskOp.Custom or MaskOp.And or MaskOp.Or or MaskOp.Xor or MaskOp.AndNot or MaskOp.Odd or MaskOp.Majority => false,
    };
}
