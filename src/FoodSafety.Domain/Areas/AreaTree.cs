namespace FoodSafety.Domain.Areas;

/// <summary>
/// The administrative divisions of a district, a city or the whole country as a tree (区划树), built once from a list.
/// </summary>
/// <remarks>
/// <para>Every area has an ordinal, its place in the order of the codes, from 0. In that order each area stands directly
/// before the areas inside it, so an area and everything inside it is one range of ordinals, and whoever keeps an
/// ordinal per business can filter and add up by area over plain spans.</para>
/// <para>A tree may have many roots: all areas of the highest level in the list. It never changes, and any number of threads may
/// read it at once. It costs 24 bytes an area besides the names.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class AreaTree
{
    /// <summary>The most areas a path from a root can have: one of each level.</summary>
    public const int MaxDepth = 5;

    private readonly AreaCode[] _codes;
    private readonly int[] _parents;
    private readonly int[] _ends;
    private readonly string[] _names;

    internal AreaTree(AreaCode[] codes, int[] parents, int[] ends, string[] names)
    {
        _codes = codes;
        _parents = parents;
        _ends = ends;
        _names = names;
    }

    /// <summary>A tree without areas.</summary>
    internal static AreaTree Empty { get; } = Build([]);

    /// <summary>How many areas there are; ordinals run from 0 to one less.</summary>
    public int Count => _codes.Length;

    /// <summary>The code of each area, by ordinal; ascending.</summary>
    public ReadOnlySpan<AreaCode> Codes => _codes;

    /// <summary>The ordinal of the parent of each area, by ordinal; -1 for a root.</summary>
    public ReadOnlySpan<int> Parents => _parents;

    /// <summary>The ordinal after the last area inside each area (exclusive), by ordinal.</summary>
    public ReadOnlySpan<int> Ends => _ends;

    /// <summary>The areas with nothing above them, all of one level, in the order of their codes.</summary>
    public AreaSequence Roots => new(this, 0, Count, children: true);

    /// <summary>All areas, in the order of their codes.</summary>
    public AreaSequence Areas => new(this, 0, Count, children: false);

    /// <summary>The area with a code.</summary>
    /// <param name="code">The code to look up.</param>
    /// <exception cref="AreaNotFoundException">The tree has no such area.</exception>
    public Area this[AreaCode code] => TryGet(code, out var area) ? area : throw new AreaNotFoundException(code);

    /// <summary>Builds the tree from the rows of a list, in any order.</summary>
    /// <param name="rows">The rows, without a heading. No rows make an empty tree.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="AreaTreeException">Some rows are faulty; all of their faults are told.</exception>
    public static AreaTree Build(IEnumerable<AreaRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new AreaTreeBuilder().Build(rows);
    }

    /// <summary>What the tree has of some areas: each with all that is inside it, and all that it is inside of. So a list of the country becomes that of a district.</summary>
    /// <param name="codes">The areas.</param>
    /// <exception cref="AreaNotFoundException">The tree has no such area.</exception>
    public AreaTree Within(params ReadOnlySpan<AreaCode> codes)
    {
        var isKept = new bool[Count];
        foreach (var code in codes)
        {
            var area = this[code];
            isKept.AsSpan(area.Ordinal, area.End - area.Ordinal).Fill(true);
            for (var above = _parents[area.Ordinal]; above >= 0; above = _parents[above])
            {
                isKept[above] = true;
            }
        }

        return Build(Enumerable.Range(0, Count).Where(ordinal => isKept[ordinal]).Select(ordinal => new AreaRow($"{_codes[ordinal]}", _names[ordinal])));
    }

    /// <summary>The area with a code; null when the tree has none.</summary>
    /// <param name="code">The code to look up.</param>
    public Area? Find(AreaCode code) => TryGet(code, out var area) ? area : null;

    /// <summary>Looks up the area with a code.</summary>
    /// <param name="code">The code to look up.</param>
    /// <param name="area">The area; the default value when the tree has none.</param>
    /// <returns>True when the tree has the area.</returns>
    public bool TryGet(AreaCode code, out Area area)
    {
        var ordinal = Array.BinarySearch(_codes, code);
        area = ordinal >= 0 ? new Area(this, ordinal) : default;
        return ordinal >= 0;
    }

    /// <summary>The area with an ordinal.</summary>
    /// <param name="ordinal">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ordinal"/> is outside that range.</exception>
    public Area At(int ordinal) => ordinal >= 0 && ordinal < Count
        ? new Area(this, ordinal)
        : throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, AllowedOrdinals);

    internal string NameAt(int ordinal) => _names[ordinal];

    private string AllowedOrdinals => Count == 0 ? "Allowed: none, the tree is empty." : $"Allowed: 0 to {Count - 1}.";
}
