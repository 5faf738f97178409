using System.Collections.Frozen;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>An area as a division list states it (区划名录条目).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record ListedArea(AreaCode Code, string Name)
{
    /// <summary>Its code (区划代码).</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public AreaCode Code { get; init => field = AreaSucceeded.Check(value, nameof(Code)); } = AreaSucceeded.Check(Code, nameof(Code));

    /// <summary>Its name (名称).</summary>
    public string Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));
}

/// <summary>What became of one area (区划承继): merged, split, with another code, or no more.</summary>
/// <remarks>
/// Merged areas name the same successor; where one of them keeps its code it may be left out. A split area has several
/// successors, of which one may keep its code. An area without a successor was abolished.
/// </remarks>
/// <param name="From">The code before.</param>
/// <param name="To">The codes since, of the same level; none where it has no successor.</param>
public sealed record AreaSucceeded(AreaCode From, ItemList<AreaCode> To)
{
    /// <summary>The code before (原代码).</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public AreaCode From { get; init => field = Check(value, nameof(From)); } = Check(From, nameof(From));

    /// <summary>The codes since (现代码), ascending.</summary>
    /// <exception cref="ArgumentException">One is none, or stands twice.</exception>
    public ItemList<AreaCode> To { get; init => field = CheckAll(value); } = CheckAll(To);

    /// <summary>Whether the area is the same, and nothing else became it as far as this says.</summary>
    internal bool IsSame => To is [var only] && only == From;

    internal static AreaCode Check(AreaCode code, string name) => code.IsNone ? throw new ArgumentException("Allowed: the code of an area.", name) : code;

    internal static ItemList<AreaCode> CheckAll(ItemList<AreaCode> to)
    {
        if (to is [var only])
        {
            Check(only, nameof(to));
            return to;
        }

        AreaCode[] sorted = [.. to.Select(code => Check(code, nameof(to))).Order()];
        return sorted.Distinct().Count() == sorted.Length ? [.. sorted]
            : throw new ArgumentException($"A code stands twice among {string.Join(", ", sorted)}; allowed: each once.", nameof(to));
    }
}

/// <summary>Which areas of one list became which of another (区划沿革), to be asked both ways.</summary>
/// <remarks>
/// <para>An area that is not named, neither as one that changed nor as one that another became, is the same in both lists. So an area that
/// takes up another and keeps its code is named with itself as its successor.</para>
/// <para>A figure by area over two years is compared by it: the figures of the areas that became one are added up, where they count things
/// that lie in one area only.</para>
/// </remarks>
public sealed record Succession
{
    private FrozenDictionary<AreaCode, ItemList<AreaCode>>? _after;
    private FrozenDictionary<AreaCode, ItemList<AreaCode>>? _before;

    /// <summary>Says what became of areas.</summary>
    /// <param name="changes">What became of those that changed, each once, in any order.</param>
    /// <param name="created">The areas of the second list that none of the first became, in any order.</param>
    /// <exception cref="ArgumentException">An area stands twice, or one that was created is what another became.</exception>
    public Succession(ItemList<AreaSucceeded> changes, ItemList<AreaCode> created = default)
    {
        Changes = [.. changes.OrderBy(change => change.From)];
        Created = [.. created.Order()];
        AreaCode[] from = [.. Changes.Select(change => change.From)];
        if (from.Zip(from.Skip(1)).Concat(Created.Zip(Created.Skip(1))).FirstOrDefault(pair => pair.First == pair.Second) is { First.IsNone: false } twice)
        {
            throw new ArgumentException($"{twice.First} stands twice; allowed: each once.", nameof(changes));
        }

        if (Created.Intersect(Changes.SelectMany(change => change.To)).FirstOrDefault() is { IsNone: false } both)
        {
            throw new ArgumentException($"{both} is what another became and not created.", nameof(created));
        }
    }

    /// <summary>Nothing changed.</summary>
    public static Succession None { get; } = new([]);

    /// <summary>What became of the areas that changed, by code.</summary>
    public ItemList<AreaSucceeded> Changes { get; }

    /// <summary>The areas of the second list that none of the first became, by code.</summary>
    public ItemList<AreaCode> Created { get; }

    /// <summary>Which areas of the second list an area of the first became: itself where it did not change, none where it was abolished.</summary>
    /// <param name="code">The code of an area of the first list.</param>
    public ItemList<AreaCode> After(AreaCode code) =>
        (_after ??= Changes.ToFrozenDictionary(change => change.From, change => change.To)).TryGetValue(code, out var to) ? to : [code];

    /// <summary>Which areas of the first list became an area of the second: itself where it did not change, none where it was created.</summary>
    /// <param name="code">The code of an area of the second list.</param>
    public ItemList<AreaCode> Before(AreaCode code) => (_before ??= Inverted()).TryGetValue(code, out var from) ? from : [code];

    /// <summary>The way back: which areas of the second list those of the first were.</summary>
    public Succession Inverse() => new(
        [.. Changes.SelectMany(change => change.To).Concat(Created).Distinct().Select(code => new AreaSucceeded(code, Before(code)))],
        [.. Changes.Where(change => change.To.IsEmpty).Select(change => change.From)]);

    /// <summary>This succession and one that follows it, as one from the first list to the last.</summary>
    /// <param name="next">From the second list of this one to another.</param>
    public Succession Then(Succession next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var reached = Changes.SelectMany(change => change.To).Concat(Created).ToHashSet();
        var changed = Changes.Select(change => change.From).ToHashSet();
        AreaSucceeded[] changes =
        [
            .. from code in changed.Concat(next.Changes.Select(change => change.From).Where(code => !changed.Contains(code) && !reached.Contains(code)))
               select new AreaSucceeded(code, [.. After(code).SelectMany(became => next.After(became)).Distinct()]),
        ];
        var inherited = changes.SelectMany(change => change.To).CountBy(code => code).ToDictionary();
        return new(
            [.. changes.Where(change => !change.IsSame || inherited[change.From] > 1)],
            [.. next.Created.Concat(Created.SelectMany(code => next.After(code))).Distinct().Where(code => !inherited.ContainsKey(code))]);
    }

    /// <summary>Whether another says the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(Succession? other) => other is not null && Changes == other.Changes && Created == other.Created;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Changes, Created);

    private FrozenDictionary<AreaCode, ItemList<AreaCode>> Inverted()
    {
        // What was abolished is the same nowhere; what has its code since is named by what it was before.
        var before = Changes.ToDictionary(change => change.From, _ => new List<AreaCode>());
        foreach (var code in Created)
        {
            before.TryAdd(code, []);
        }

        foreach (var (from, to) in Changes)
        {
            foreach (var code in to)
            {
                if (!before.TryGetValue(code, out var all))
                {
                    before.Add(code, all = []);
                }

                all.Add(from);
            }
        }

        return before.ToFrozenDictionary(pair => pair.Key, pair => (ItemList<AreaCode>)[.. pair.Value]);
    }
}
