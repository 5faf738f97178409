namespace FoodSafety.Domain.Grading;

/// <summary>What an instruction does with masks, in which each bit stands for a row.</summary>
internal enum MaskOp : byte
{
    /// <summary>The rows whose value in a column is at least a limit.</summary>
    AtLeast,

    /// <summary>The rows whose value in a column of bytes is a given one.</summary>
    Equal,

    /// <summary>The rows of which a flag is set.</summary>
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
