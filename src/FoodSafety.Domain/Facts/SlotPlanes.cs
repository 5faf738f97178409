using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Facts;

/// <summary>
/// Small numbers that somebody keeps beside a table, one for each row, cut into planes of bits: plane b holds bit b of 64
/// rows in each word. A pass over the table computes and compares them 64 rows at a time.
/// </summary>
/// <remarks>
/// They lie in the table's own order, slot by slot, and follow their rows when a row changes its segment. The table holds
/// them weakly. A number is 0 until it is written.
/// </remarks>
internal sealed class SlotPlanes
{
    private readonly ConditionalWeakTable<FactSegment, Beside> _besides = [];

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

    /// <summary>The planes beside a segment, as many and as long as are needed now.</summary>
    public Beside Of(FactSegment segment)
    {
        var beside = _besides.GetOrCreateValue(segment);
        beside.Grow(Planes, segment.Capacity >> 6);
        return beside;
    }

    public int Read(int row)
    {
        var (segment, slot) = Table.PlaceOf(row);
        return Of(segment).Read(slot);
    }

    public void Move(FactSegment from, int slot, FactSegment to, int target) => Of(to).Write(target, Of(from).Read(slot));

    public void Clear(FactSegment segment, int slot) => Of(segment).Write(slot, 0);

    /// <summary>The planes beside one segment, and a second set in which a pass prepares what is to become of them.</summary>
    internal sealed class Beside
    {
        private AlignedBuffer<ulong>[] _planes = [];
        private AlignedBuffer<ulong>[] _next = [];

        public int Planes => _planes.Length;

        public Span<ulong> this[int plane] => _planes[plane].Span;

        public Span<ulong> Next(int plane) => _next[plane].Span;

        public int Read(int slot)
        {
            var value = 0;
            for (var plane = 0; plane < _planes.Length; plane++)
            {
                value |= (int)((_planes[plane].Span[slot >> 6] >> slot) & 1) << plane;
            }

            return value;
        }

        public void Write(int slot, int value)
        {
            for (var plane = 0; plane < _planes.Length; plane++)
            {
                ref var word = ref _planes[plane].Span[slot >> 6];
                var bit = 1UL << slot;
                word = ((value >> plane) & 1) != 0 ? word | bit : word & ~bit;
            }
        }

        /// <summary>Makes what was prepared the standing numbers, of all rows at once.</summary>
        /// <param name="words">How many words were prepared. Beyond them may stand numbers of rows that left; rows to come begin at 0.</param>
        public void AcceptAll(int words)
        {
            (_planes, _next) = (_next, _planes);
            foreach (var plane in _planes)
            {
                plane.Span[words..].Clear();
            }
        }

        /// <summary>Makes what was prepared in one word the standing numbers of its rows.</summary>
        public void Accept(int word)
        {
            for (var plane = 0; plane < _planes.Length; plane++)
            {
                _planes[plane].Span[word] = _next[plane].Span[word];
            }
        }

        public void Prepare() => Grow(ref _next, _planes.Length, _planes.Length == 0 ? 0 : _planes[0].Capacity);

        public void Grow(int planes, int words) => Grow(ref _planes, planes, words);

        private static void Grow(ref AlignedBuffer<ulong>[] set, int planes, int words)
        {
            if (set.Length < planes)
            {
                set = [.. set, .. Enumerable.Range(0, planes - set.Length).Select(_ => new AlignedBuffer<ulong>())];
            }

            foreach (var plane in set)
            {
                if (plane.Capacity < words)
                {
                    plane.Grow(words);
                }
            }
        }
    }
}
