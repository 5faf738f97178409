using System.Numerics;

namespace FoodSafety.Domain.Responsibility;

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
