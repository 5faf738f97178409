using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>A policy made into a straight line of mask operations, for the rows of one partition value.</summary>
/// <param name="Instructions">The steps, in order. Registers 0 and 1 hold no row and every row.</param>
/// <param name="Registers">How many registers the steps use.</param>
/// <param name="Columns">The columns that are read: the fact's number in the schema, and 0 for the exact column or the bytes of a narrow copy.</param>
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
