using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Facts;

/// <summary>
/// Columns that somebody keeps beside a table, slot by slot in the table's own order, so that a pass over the table writes
/// them without looking anything up. They follow their rows when a row changes its segment; the table holds them weakly.
/// </summary>
internal sealed class SlotColumns
{
    private readonly ConditionalWeakTable<FactSegment, Beside> _columns = [];

    public SlotColumns(FactTable table)
    {
        Table = table;
        table.Follow(this);
    }

    public FactTable Table { get; }

    /// <summary>The columns beside a segment, at least as long as the segment's own.</summary>
    public Beside Of(FactSegment segment)
    {
        var beside = _columns.GetValue(segment, static _ => new Beside());
        beside.Grow(segment.Capacity);
        return beside;
    }

    public void Move(FactSegment from, int slot, FactSegment to, int target)
    {
        var (source, sink) = (Of(from), Of(to));
        sink.Codes[target] = source.Codes[slot];
        sink.Clauses[target] = source.Clauses[slot];
    }

    public void Clear(FactSegment segment, int slot)
    {
        var beside = Of(segment);
        beside.Codes[slot] = 0;
        beside.Clauses[slot] = 0;
    }

    /// <summary>An outcome and the clause that gave it, for each slot. Both are 0 before anything is decided.</summary>
    internal sealed class Beside
    {
        private readonly AlignedBuffer<byte> _codes = new();
        private readonly AlignedBuffer<ushort> _clauses = new();

        public Span<byte> Codes => _codes.Span;

        public Span<ushort> Clauses => _clauses.Span;

        public void Grow(int capacity)
        {
            if (capacity > _codes.Capacity)
            {
                _codes.Grow(capacity);
                _clauses.Grow(capacity);
            }
        }
    }
}
