using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Runs mask programs over blocks of rows. One thread uses it at a time.</summary>
/// <remarks>
/// Each instruction goes over the whole block before the next begins, so that the cost of choosing it is shared by
/// thousands of rows, and the registers of a block stay in the nearest cache.
/// </remarks>
internal sealed class MaskMachine(FactTable table, LaneWidth width)
{
    /// <summary>Words of 64 rows in a block.</summary>
    public const int BlockWords = 256;

    private readonly FactRow _row = new(table);
    private readonly AlignedBuffer<ulong> _registers = new();

    public LaneWidth Width => width;

    /// <summary>A register after a run; as many words as were run are meaningful.</summary>
    public Span<ulong> this[int register]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _registers.Span.Slice(register * BlockWords, BlockWords);
    }

    /// <summary>Runs a program over some words of a segment.</summary>
    /// <param name="program">The program of the segment's partition value.</param>
    /// <param name="columns">The columns that the program reads.</param>
    /// <param name="segment">The rows.</param>
    /// <param name="firstWord">The first word of 64 rows.</param>
    /// <param name="words">How many words, <see cref="BlockWords"/> at most.</param>
    /// <param name="only">The rows of each word that matter, the results say nothing of others; empty for every row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(MaskProgram program, Column[] columns, FactSegment segment, int firstWord, int words, ReadOnlySpan<ulong> only = default)
    {
        if (_registers.Capacity < program.Registers * BlockWords)
        {
            // Nothing is ever written to the first register: it stays empty, as Nobody must.
            _registers.Grow(program.Registers * BlockWords);
        }

        var everybody = this[MaskProgram.Everybody][..words];
        if (only.IsEmpty)
        {
            everybody.Fill(ulong.MaxValue);
        }
        else
        {
            only[..words].CopyTo(everybody);
        }

        everybody[words - 1] &= Valid(segment.Count - (firstWord + words - 1) * 64);
        foreach (ref readonly var step in program.Instructions.AsSpan())
        {
            switch (step.Op)
            {
                case MaskOp.AtLeast:
                    AtLeast(columns[step.A], step.Value, firstWord, this[step.Target][..words]);
                    break;
                case MaskOp.Equal:
                    Each<byte, IsEqual>((Column<byte>)columns[step.A], (byte)step.Value, firstWord, this[step.Target][..words]);
                    break;
                case MaskOp.Flag:
                    ((BitColumn)columns[step.A]).Words.Slice(firstWord, words).CopyTo(this[step.Target]);
                    break;
                case MaskOp.Bit:
                    Bit(columns[step.A], (int)step.Value, firstWord, this[step.Target][..words]);
                    break;
                case MaskOp.Custom:
                    Call(program.Customs[step.B], segment, firstWord, this[step.A][..words], everybody, this[step.Target]);
                    break;
                case MaskOp.And or MaskOp.Or or MaskOp.Xor or MaskOp.AndNot or MaskOp.Odd or MaskOp.Majority:
                    Combine(step, words);
                    break;
            }
        }
    }

    private void AtLeast(Column column, long limit, int firstWord, Span<ulong> target)
    {
        switch (column)
        {
            case Column<byte> bytes:
                Each<byte, IsAtLeast>(bytes, (byte)limit, firstWord, target);
                break;
            case Column<ushort> shorts:
                Each<ushort, IsAtLeast>(shorts, (ushort)limit, firstWord, target);
                break;
            case Column<uint> ints:
                Each<uint, IsAtLeast>(ints, (uint)limit, firstWord, target);
                break;
            default:
                Each<long, IsAtLeast>((Column<long>)column, limit, firstWord, target);
                break;
        }
    }

    private void Bit(Column column, int bit, int firstWord, Span<ulong> target)
    {
        switch (column)
        {
            case Column<byte> bytes:
                Each<byte, HasBits>(bytes, (byte)(1 << bit), firstWord, target);
                break;
            case Column<ushort> shorts:
                Each<ushort, HasBits>(shorts, (ushort)(1 << bit), firstWord, target);
                break;
            case Column<uint> ints:
                Each<uint, HasBits>(ints, 1U << bit, firstWord, target);
                break;
            default:
                Each<long, HasBits>((Column<long>)column, 1L << bit, firstWord, target);
                break;
        }
    }

    private void Each<T, TTest>(Column<T> column, T operand, int firstWord, Span<ulong> target)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        where TTest : struct, IValueTest
    {
        ref var values = ref MemoryMarshal.GetReference(column.Values.Slice(firstWord * 64, target.Length * 64));
        switch (width)
        {
            case LaneWidth.Bits512:
                Each<T, TTest, Lanes512>(ref values, operand, target);
                break;
            case LaneWidth.Bits256:
                Each<T, TTest, Lanes256>(ref values, operand, target);
                break;
            case LaneWidth.Bits128:
                Each<T, TTest, Lanes128>(ref values, operand, target);
                break;
            case LaneWidth.Scalar:
                Each<T, TTest, ScalarLanes>(ref values, operand, target);
                break;
        }
    }

    // A regrading is often run once: it must not wait in slow first-tier code for the compiler to come back.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Each<T, TTest, TLanes>(ref T values, T operand, Span<ulong> target)
        where T : unmanaged, IBinaryInteger<T>
        where TTest : struct, IValueTest
        where TLanes : struct, ILanes
    {
        for (var word = 0; word < target.Length; word++)
        {
            target[word] = TLanes.Find<T, TTest>(ref values, operand);
            values = ref Unsafe.Add(ref values, 64);
        }
    }

    private void Combine(in MaskInstruction step, int words)
    {
        switch (width)
        {
            case LaneWidth.Bits512:
                Combine<Wide512>(step, words);
                break;
            case LaneWidth.Bits256:
                Combine<Wide256>(step, words);
                break;
            case LaneWidth.Bits128:
                Combine<Wide128>(step, words);
                break;
            case LaneWidth.Scalar:
                Combine<Wide64>(step, words);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Combine<TWide>(in MaskInstruction step, int words) where TWide : struct, IWide<TWide>
    {
        unchecked
        {
            // Whole vectors: a register has room for them, and what lies beyond the words that are run means nothing.
            ref var registers = ref MemoryMarshal.GetReference(_registers.Span);
            ref var t = ref Unsafe.Add(ref registers, step.Target * BlockWords);
            ref var a = ref Unsafe.Add(ref registers, step.A * BlockWords);
            ref var b = ref Unsafe.Add(ref registers, step.B * BlockWords);
            ref var c = ref Unsafe.Add(ref registers, step.C * BlockWords);
            switch (step.Op)
            {
                case MaskOp.And:
                    for (nint i = 0; i < words; i += TWide.Words)
                    {
                        (TWide.Load(ref a, i) & TWide.Load(ref b, i)).Store(ref t, i);
                    }

                    break;
                case MaskOp.Or:
                    for (nint i = 0; i < words; i += TWide.Words)
                    {
                        (TWide.Load(ref a, i) | TWide.Load(ref b, i)).Store(ref t, i);
                    }

                    break;
                case MaskOp.Xor:
                    for (nint i = 0; i < words; i += TWide.Words)
                    {
                        (TWide.Load(ref a, i) ^ TWide.Load(ref b, i)).Store(ref t, i);
                    }

                    break;
                case MaskOp.AndNot:
                    for (nint i = 0; i < words; i += TWide.Words)
                    {
                        TWide.AndNot(TWide.Load(ref a, i), TWide.Load(ref b, i)).Store(ref t, i);
                    }

                    break;
                case MaskOp.Odd:
                    for (nint i = 0; i < words; i += TWide.Words)
                    {
                        (TWide.Load(ref a, i) ^ TWide.Load(ref b, i) ^ TWide.Load(ref c, i)).Store(ref t, i);
                    }

                    break;
                case MaskOp.AtLeast or MaskOp.Equal or MaskOp.Flag or MaskOp.Bit or MaskOp.Custom:
                    throw new UnreachableException("These read columns or call a condition, and combine no registers.");
                case MaskOp.Majority:
                    for (nint i = 0; i < words; i += TWide.Words)
                    {
                        var (x, y) = (TWide.Load(ref a, i), TWide.Load(ref b, i));
                        ((x & y) | (TWide.Load(ref c, i) & (x | y))).Store(ref t, i);
                    }

                    break;
            }
        }
    }

    /// <summary>Calls a custom condition for the rows that matter and for no other: a mask may say anything of rows that are not run.</summary>
    private void Call(CustomCondition condition, FactSegment segment, int firstWord, ReadOnlySpan<ulong> care, ReadOnlySpan<ulong> run, Span<ulong> target)
    {
        _row.Enter(segment);
        for (var word = 0; word < care.Length; word++)
        {
            target[word] = condition.Test(_row, (firstWord + word) * 64, care[word] & run[word]);
        }
    }

    /// <summary>The mask of the rows that exist, where so many are left.</summary>
    private static ulong Valid(int left) => left >= 64 ? ulong.MaxValue : (1UL << left) - 1;
}
