using System.Numerics;

namespace FoodSafety.Domain.Responsibility;

/// <summary>An immutable array in pages: an edited copy shares the pages that were not written.</summary>
/// <remarks>So a plan after a thousand changes costs a thousand small pages, and the plan before it stays as it is.</remarks>
internal sealed class Pages<T>
{
    private const int Bits = 7;
    private const int Size = 1 << Bits;
    private static readonly T[] Blank = new T[Size];

    private readonly T[][] _pages;

    private Pages(T[][] pages, int count)
    {
        _pages = pages;
        Count = count;
    }

    public static Pages<T> Empty { get; } = new([], 0);

    public int Count { get; }

    public T this[int index] => _pages[index >> Bits][index & (Size - 1)];

    /// <summary>Starts an edited copy; items beyond those there are have the default value.</summary>
    public Editor Edit(int count) => new(_pages, Math.Max(count, Count));

    internal sealed class Editor
    {
        private T[][] _pages;
        private bool[] _isOwn;

        public Editor(T[][] pages, int count)
        {
            _pages = new T[(count + Size - 1) >> Bits][];
            _isOwn = new bool[_pages.Length];
            pages.CopyTo(_pages, 0);
            Array.Fill(_pages, Blank, pages.Length, _pages.Length - pages.Length);
            Count = count;
        }

        public int Count { get; private set; }

        public T this[int index] => _pages[index >> Bits][index & (Size - 1)];

        /// <summary>An item to be written.</summary>
        public ref T At(int index)
        {
            var page = index >> Bits;
            if (!_isOwn[page])
            {
                _pages[page] = (T[])_pages[page].Clone();
                _isOwn[page] = true;
            }

            return ref _pages[page][index & (Size - 1)];
        }

        public int Add(T item)
        {
            if (Count == _pages.Length << Bits)
            {
                var length = Math.Max(4, _pages.Length * 2);
                var old = _pages.Length;
                Array.Resize(ref _pages, length);
                Array.Resize(ref _isOwn, length);
                Array.Fill(_pages, Blank, old, length - old);
            }

            At(Count) = item;
            return Count++;
        }

        /// <summary>The edited copy; the editor must not be used after it.</summary>
        public Pages<T> ToPages() => new(_pages[..((Count + Size - 1) >> Bits)], Count);
    }
}

/// <summary>Some of the areas of a tree, one bit for each: cheap to note a million times over, and listed in the order of the tree.</summary>
internal sealed class AreaFlags(int areas)
{
    private readonly ulong[] _words = new ulong[(areas + 63) >> 6];

    public void Add(int area) => _words[area >> 6] |= 1UL << area;

    /// <summary>The areas that were noted; one that is noted meanwhile is listed if it stands behind.</summary>
    public IEnumerable<int> All()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var rest = _words[word]; rest != 0; rest &= rest - 1)
            {
                yield return word * 64 + BitOperations.TrailingZeroCount(rest);
            }
        }
    }
}
