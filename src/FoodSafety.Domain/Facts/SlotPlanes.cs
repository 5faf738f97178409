using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Facts;

/// <summary>
/// Small numbers that somebody keeps beside a table, one for each row, cut into planes of bits: plane b holds bit b of 64
/// rows in each word. A pass over the table computes and compares them 64 rows at a time.
/// </summary>
/// <remarks>
/// <para>The planes of the same 64 rows lie side by side, as one line: eight words, which is what a cache fetches at once. So
/// comparing a word of rows touches one line of memory, and the whole number of a row is read out of one line.</para>
/// <para>They lie in the table's own order, slot by slot, and follow their rows when a row changes its segment. The table holds
/// them weakly. A number is 0 until it is written, and 0 beyond the last row.</para>
/// </remarks>
internal sealed class SlotPlanes
{
    /// <summary>A line has a multiple of as many words: a cache line, and a vector of 512 bits.</summary>
    public const int LineUnit = 8;

    private static readonly Beside Unwritten = new();

    // A partition fact has no more values than a byte; so has a table no more segments.
    private readonly Beside?[] _byPartition = new Beside?[256];

    public SlotPlanes(FactTable table, int planes)
    {
        Table = table;
        Planes = planes;
        table.Follow(this);
    }

    public FactTable Table { get; }

    /// <summary>How many bits a number has.</summary>
    public int Planes { get; private set; }

    /// <summary>Makes room for more bits; what is there keeps its value.</summary>
    public void Widen(int planes) => Planes = Math.Max(Planes, planes);

    /// <summary>The planes beside a segment to write, as many and as long as are needed now.</summary>
    public Beside Of(FactSegment segment)
    {
        var beside = _byPartition[segment.Partition] ??= new Beside();
        beside.Grow(Planes, segment.Capacity >> 6);
        return beside;
    }

    /// <summary>The planes beside a segment to read, as far as they go: many threads may read, so reading must not make room.</summary>
    public Beside Peek(FactSegment segment) => _byPartition[segment.Partition] ?? Unwritten;

    public int Read(int row)
    {
        var (segment, slot) = Table.PlaceOf(row);
        return Peek(segment).Read(slot);
    }

    public void Write(int row, int value)
    {
        var (segment, slot) = Table.PlaceOf(row);
        Of(segment).Write(slot, value);
    }

    public void Move(FactSegment from, int slot, FactSegment to, int target) => Of(to).Write(target, Of(from).Read(slot));

    public void Clear(FactSegment segment, int slot) => Of(segment).Write(slot, 0);

    /// <summary>The planes beside one segment.</summary>
    internal sealed class Beside
    {
        private static readonly ulong[] Zeros = new ulong[LineUnit];

        private AlignedBuffer<ulong> _lines = new();
        private int _words;

        /// <summary>How many words a line has, those that no plane needs included; a multiple of <see cref="LineUnit"/>.</summary>
        public int Stride { get; private set; } = LineUnit;

        /// <summary>The lines of all words of 64 rows, one after the other; each begins on the boundary of a cache line.</summary>
        public Span<ulong> Lines => _lines.Span;

        /// <summary>The planes of one word of 64 rows, to read; zeros where nobody wrote yet.</summary>
        public ReadOnlySpan<ulong> Peek(int word) => word < _words ? Line(word) : Zeros;

        public int Read(int slot)
        {
            var line = Peek(slot >> 6);
            var value = 0;
            for (var plane = 0; plane < line.Length; plane++)
            {
                value |= (int)((line[plane] >> slot) & 1) << plane;
            }

            return value;
        }

        public void Write(int slot, int value)
        {
            var line = Line(slot >> 6);
            var bit = 1UL << slot;
            for (var plane = 0; plane < line.Length; plane++)
            {
                line[plane] = ((value >> plane) & 1) != 0 ? line[plane] | bit : line[plane] & ~bit;
            }
        }

        /// <summary>Makes room for numbers of so many bits in so many words of rows; what is there keeps its value.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Grow(int planes, int words)
        {
            if (planes > Stride || words > _words)
            {
                MakeRoom(Math.Max(Stride, (planes + LineUnit - 1) / LineUnit * LineUnit), Math.Max(words, _words));
            }
        }

        private Span<ulong> Line(int word) => _lines.Span.Slice(word * Stride, Stride);

        // A table has 2^31 rows at most, which are 2^25 words, and a line never more than 32 words: the product stays an int.
        private void MakeRoom(int stride, int words)
        {
            if (stride == Stride)
            {
                _lines.Grow(words * stride);
            }
            else
            {
                var wider = new AlignedBuffer<ulong>();
                wider.Grow(words * stride);
                for (var word = 0; word < _words; word++)
                {
                    Line(word).CopyTo(wider.Span[(word * stride)..]);
                }

                (_lines, Stride) = (wider, stride);
            }

            _words = words;
        }
    }
}
