namespace FoodSafety.Domain.SelfControl;

/// <summary>A bit for each row and day: six words a row for every 384 days.</summary>
/// <remarks>
/// A row's days lie together, so that a year of one business is one cache line and all questions about it are a few word
/// operations; a question about one day of all businesses reads the same lines.
/// </remarks>
internal sealed class DayBits
{
    public const int WordsPerBlock = 6;
    public const int DaysPerBlock = WordsPerBlock * 64;

    private readonly List<ulong[]> _blocks = [];

    // What the days beyond the last block are, by row: a business that closed for good stays so in blocks to come.
    private bool[] _beyond = [];
    private int _rows;

    public long Bytes => (long)_blocks.Count * _rows * WordsPerBlock * sizeof(ulong) + _beyond.Length;

    /// <summary>How many days the blocks have.</summary>
    public int DayCount => _blocks.Count * DaysPerBlock;

    public void EnsureRows(int rows)
    {
        if (rows <= _rows)
        {
            return;
        }

        _rows = _rows == 0 ? rows : Math.Max(rows, _rows + _rows / 2);
        Array.Resize(ref _beyond, _rows);
        for (var i = 0; i < _blocks.Count; i++)
        {
            var block = _blocks[i];
            Array.Resize(ref block, _rows * WordsPerBlock);
            _blocks[i] = block;
        }
    }

    /// <summary>The bits of the first rows and of the first days, in blocks of their own; no day after them has one, unless a row's bits go on without end.</summary>
    public DayBits UpTo(int rows, int days)
    {
        var copy = new DayBits { _rows = rows, _beyond = new bool[rows] };
        Array.Copy(_beyond, copy._beyond, Math.Min(rows, _beyond.Length));
        for (var i = 0; i < _blocks.Count && i * DaysPerBlock < days; i++)
        {
            var block = new ulong[rows * WordsPerBlock];
            Array.Copy(_blocks[i], block, Math.Min(rows, _rows) * WordsPerBlock);
            copy._blocks.Add(block);
        }

        return copy;
    }

    /// <summary>Takes away the bits of all rows from a day on.</summary>
    public void ClearFrom(int day)
    {
        Array.Clear(_beyond);
        for (var row = 0; row < _rows && day < DayCount; row++)
        {
            Write(row, day, null, value: false);
        }
    }

    /// <summary>64 days of a row; words beyond the last block are all alike.</summary>
    public ulong Word(int row, int word) => word / WordsPerBlock is var block && block < _blocks.Count
        ? row < _rows ? _blocks[block][row * WordsPerBlock + word % WordsPerBlock] : 0
        : row < _beyond.Length && _beyond[row] ? ulong.MaxValue : 0;

    public bool Get(int row, int day) => (Word(row, day / 64) >> (day % 64) & 1) != 0;

    /// <summary>Sets one bit; false when it was set.</summary>
    public bool Add(int row, int day)
    {
        ref var word = ref WordOf(row, day / 64);
        var bit = 1UL << (day % 64);
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    /// <summary>Takes one bit away.</summary>
    public void Remove(int row, int day) => WordOf(row, day / 64) &= ~(1UL << (day % 64));

    /// <summary>Takes all bits of a row away, those of days to come too.</summary>
    public void Clear(int row)
    {
        foreach (var block in _blocks)
        {
            block.AsSpan(row * WordsPerBlock, WordsPerBlock).Clear();
        }

        _beyond[row] = false;
    }

    /// <summary>Writes the bits of the days from one to before another; without end when that is null.</summary>
    public void Write(int row, int from, int? until, bool value)
    {
        // A day without end is written up to the end of its block and by the mark for what lies beyond.
        WordOf(row, from / 64);
        var end = until ?? DayCount;
        for (var day = from; day < end; day = (day / 64 + 1) * 64)
        {
            var length = Math.Min(end - day, 64 - day % 64);
            var mask = (length == 64 ? ulong.MaxValue : (1UL << length) - 1) << (day % 64);
            ref var word = ref WordOf(row, day / 64);
            word = value ? word | mask : word & ~mask;
        }

        if (until is null)
        {
            _beyond[row] = value;
        }
    }

    private ref ulong WordOf(int row, int word)
    {
        while (_blocks.Count <= word / WordsPerBlock)
        {
            var block = new ulong[_rows * WordsPerBlock];
            for (var i = 0; i < _beyond.Length; i++)
            {
                if (_beyond[i])
                {
                    block.AsSpan(i * WordsPerBlock, WordsPerBlock).Fill(ulong.MaxValue);
                }
            }

            _blocks.Add(block);
        }

        return ref _blocks[word / WordsPerBlock][row * WordsPerBlock + word % WordsPerBlock];
    }
}
