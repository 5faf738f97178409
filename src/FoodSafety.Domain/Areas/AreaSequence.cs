using System.Collections;

namespace FoodSafety.Domain.Areas;

/// <summary>Some areas of a tree in the order of their codes, walked without allocation.</summary>
/// <remarks>The default value is empty.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly struct AreaSequence : IEnumerable<Area>
{
    private readonly AreaTree? _tree;
    private readonly int _start;
    private readonly int _end;
    private readonly bool _children;

    internal AreaSequence(AreaTree tree, int start, int end, bool children)
    {
        _tree = tree;
        _start = start;
        _end = end;
        _children = children;
    }

    /// <summary>Starts a walk.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Area> IEnumerable<Area>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A walk over the areas.</summary>
    public struct Enumerator : IEnumerator<Area>
    {
        private readonly AreaSequence _areas;
        private int _at = -1;

        internal Enumerator(AreaSequence areas) => _areas = areas;

        /// <summary>The area at which the walk stands.</summary>
        public readonly Area Current => new(_areas._tree!, _at);

        readonly object IEnumerator.Current => Current;

        /// <summary>Goes to the next area.</summary>
        /// <returns>False when there is none.</returns>
        public bool MoveNext()
        {
            if (_at >= _areas._end)
                return false;

            // From child to child the walk jumps over everything below.
            _at = _at < 0 ? _areas._start : _areas._children ? _areas._tree!.Ends[_at] : _at + 1;
            return _at < _areas._end;
        }

        /// <summary>Goes back to before the first area.</summary>
        public void Reset() => _at = -1;

        /// <summary>Does nothing: a walk holds nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
