using System.Collections.Immutable;

namespace FoodSafety.Domain.Areas;

/// <summary>One administrative division (行政区划) in its tree: a view of sixteen bytes, made when asked for.</summary>
/// <remarks>
/// Two views are equal when they show the same place of the same tree. The default value shows no area of no tree;
/// all it answers is equality and <see cref="ToString"/>, every other member throws <see cref="InvalidOperationException"/>.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("Area.Code")]
public readonly record struct Area
{
    private readonly AreaTree? _tree;
    private readonly int _ordinal;

    internal Area(AreaTree tree, int ordinal)
    {
        _tree = tree;
        _ordinal = ordinal;
    }

    /// <summary>The tree in which the area stands.</summary>
    public AreaTree Tree => _tree ?? throw InNoTree();

    /// <summary>Place of the area in its tree (序号), from 0: each area stands directly before the areas inside it.</summary>
    public int Ordinal => _tree is null ? throw InNoTree() : _ordinal;

    /// <summary>The ordinal after the last area inside this one (exclusive): the areas inside are <c>Ordinal + 1</c> to <c>End - 1</c>.</summary>
    public int End => Tree.Ends[_ordinal];

    /// <summary>The code (区划代码).</summary>
    public AreaCode Code => Tree.Codes[_ordinal];

    /// <summary>The name as the list has it (名称); not unique.</summary>
    public string Name => Tree.NameAt(_ordinal);

    /// <summary>The level (行政层级).</summary>
    public AreaLevel Level => Code.Level;

    /// <summary>The area directly above (上级区划); null for a root of the tree.</summary>
    public Area? Parent => Tree.Parents[_ordinal] is >= 0 and var parent ? new Area(Tree, parent) : null;

    /// <summary>The areas directly below (下级区划), in the order of their codes.</summary>
    public AreaSequence Children => new(Tree, _ordinal + 1, End, children: true);

    /// <summary>All areas below at any level (所辖区划), this one not included, in the order of their codes.</summary>
    public AreaSequence Descendants => new(Tree, _ordinal + 1, End, children: false);

    /// <summary>The areas from the root of the tree down to this one, both included (层级路径).</summary>
    public ImmutableArray<Area> Path
    {
        get
        {
            var tree = Tree;
            Span<int> ordinals = stackalloc int[AreaTree.MaxDepth];
            var path = ImmutableArray.CreateBuilder<Area>(AreaTree.MaxDepth);
            foreach (var ordinal in ordinals[..CopyPathTo(ordinals)])
                path.Add(new Area(tree, ordinal));

            return path.DrainToImmutable();
        }
    }

    /// <summary>Writes the ordinals of the <see cref="Path"/>, the root's first, and allocates nothing.</summary>
    /// <param name="ordinals">Where to write; <see cref="AreaTree.MaxDepth"/> places are always enough.</param>
    /// <returns>How many were written, 1 to <see cref="AreaTree.MaxDepth"/>.</returns>
    /// <exception cref="ArgumentException">The span is shorter than the path; nothing is written.</exception>
    public int CopyPathTo(Span<int> ordinals)
    {
        var parents = Tree.Parents;
        var length = 0;
        for (var at = _ordinal; at >= 0; at = parents[at])
            length++;

        if (ordinals.Length < length)
            throw new ArgumentException($"The path has {length} areas and the span {ordinals.Length} places.", nameof(ordinals));

        var place = length;
        for (var at = _ordinal; at >= 0; at = parents[at])
            ordinals[--place] = at;

        return length;
    }

    /// <summary>The area of the tree at a level that contains this one, itself included.</summary>
    /// <param name="level">One of the five levels.</param>
    /// <returns>Null where there is none: the level is below this area or above the tree, or a town's city has no districts.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is none of the five.</exception>
    public Area? FindAncestor(AreaLevel level) => Tree.Find(Code.Ancestor(level));

    /// <summary>True when the other area is this one or lies inside it: one range test.</summary>
    /// <param name="other">An area of the same tree.</param>
    /// <exception cref="ArgumentException">The other area is in another tree; compare the codes instead.</exception>
    public bool Contains(Area other) => ReferenceEquals(Tree, other._tree)
        ? Contains(other._ordinal)
        : throw new ArgumentException($"{other} is not in the tree of {this}; compare the codes of areas of two trees.", nameof(other));

    /// <summary>True when the area with that ordinal is this one or lies inside it: one range test.</summary>
    /// <param name="ordinal">An ordinal of the same tree; any other number lies in no area.</param>
    public bool Contains(int ordinal) => ordinal < End && ordinal >= _ordinal;

    /// <summary>Code and name, for logs and the debugger; empty by default.</summary>
    public override string ToString() => _tree is null ? "" : $"{Code} {Name}";

    private static InvalidOperationException InNoTree() => new("The default Area is in no tree; take areas from an AreaTree.");
}
