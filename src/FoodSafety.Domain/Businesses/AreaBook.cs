using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Businesses;

/// <summary>The divisions of the district, and how they changed (行政区划台账).</summary>
/// <remarks>
/// There are two trees of a day. The one <em>as recorded</em> at its end is that in which register, posts, chains and grids stand, and by which
/// reports and scorecards count. The one <em>in effect</em> on the day, by all that is known now, is that of duties and of the coverage of a round.
/// They differ while a change was in effect and nobody had told it.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AreaBook : Book<AreaAct>
{
    private readonly Trail<AreaRevision> _revisions;

    internal AreaBook(UndoLog undo) => _revisions = new(undo);

    /// <summary>The divisions as they are recorded now; an empty tree before any were laid down.</summary>
    public AreaTree Tree => Last?.Tree ?? AreaTree.Empty;

    /// <summary>Everything that was told, in order.</summary>
    public IEnumerable<Done<AreaAct>> History => _revisions.Items.Select(revision => revision.Done);

    internal AreaRevision? Last => _revisions.Items is [.., var last] ? last : null;

    /// <summary>The divisions as recorded at the end of a day: those of register, posts, chains and grids, and of reports on the day.</summary>
    /// <param name="day">The day.</param>
    public AreaTree On(LocalDate day) => _revisions.Items.LastOrDefault(revision => revision.Recorded <= day)?.Tree ?? AreaTree.Empty;

    /// <summary>The divisions in effect on a day, by all that is known now: those of duties and of coverage.</summary>
    /// <param name="day">The day.</param>
    public AreaTree InEffectOn(LocalDate day) => _revisions.Items.LastOrDefault(revision => revision.On <= day)?.Tree ?? AreaTree.Empty;

    /// <summary>What became of the areas as recorded at the end of a day until the end of another.</summary>
    /// <param name="from">The one day.</param>
    /// <param name="to">The other, which may be earlier: then it is the way back.</param>
    public Succession Between(LocalDate from, LocalDate to) => Between(CountOf(from), CountOf(to));

    /// <summary>
    /// What an area is now (现区划): itself while it is one, else what it became since it was in the list last; none where it was abolished, or never was. For what was told of an
    /// area long ago and is open still.
    /// </summary>
    /// <param name="code">The code as it was told.</param>
    public ItemList<AreaCode> NowOf(AreaCode code)
    {
        if (Tree.Find(code) is not null)
        {
            return [code];
        }

        IEnumerable<AreaCode> now = [];
        foreach (var revision in _revisions.Items)
        {
            now = revision.Before.Find(code) is not null && revision.Tree.Find(code) is null ? revision.Succession.After(code) : now.SelectMany(became => revision.Succession.After(became)).ToArray();
        }

        return [.. now.Distinct().Order()];
    }

    /// <summary>The changes, one after the other, by which the areas as recorded at the end of a day became those in effect on it by all that is known now.</summary>
    internal ImmutableArray<Succession> IntoEffectOn(LocalDate day) =>
        [.. _revisions.Items.Take(_revisions.Items.Count(revision => revision.On <= day)).Skip(CountOf(day)).Select(revision => revision.Succession)];

    /// <summary>The changes, one after the other, that were recorded by the end of a day.</summary>
    internal ImmutableArray<Succession> RecordedBy(LocalDate day) => [.. _revisions.Items.Take(CountOf(day)).Select(revision => revision.Succession)];

    /// <summary>Whether an area is one now, or was in effect on a day: a deed of that day may name it.</summary>
    internal bool Knows(AreaCode code, LocalDate on) => Tree.Find(code) is not null || InEffectOn(on).Find(code) is not null || On(on).Find(code) is not null;

    /// <summary>How an area that is none now is refused, in every room.</summary>
    internal Refusal Unknown(AreaCode code)
    {
        if (Last is null)
        {
            return NoAreas([new GuardValue("area", $"{code}")]);
        }

        var became = NowOf(code);
        return new Refusal(
            "unknown-area", ($"区划名录中没有代码 {code}。", $"There is no area {code}."), [new GuardValue("area", $"{code}")],
            Allowed: became.Length == 0 ? ("名录中的区划。", "An area of the list.") : ($"现代码 {string.Join('、', became)}。", $"What it became: {string.Join(", ", became)}."));
    }

    /// <summary>What a change would lead to; it was decided, so that it leads somewhere.</summary>
    internal AreaRevision RevisionOf(AreaAct act, Moment moment) => act switch
    {
        AreasLaidDown laid => new(new(laid, moment), AreaTree.Empty, TreeOf(laid.Areas), new Succession([], [.. laid.Areas.Select(area => area.Code)]), []),
        AreasChanged changed => new(new(changed, moment), Tree, TreeOf(ListAfter(changed)), SuccessionOf(changed), changed.Placed),
        _ => throw Unknown(act),
    };

    private protected override Decision Decide(AreaAct act, Moment moment) => act switch
    {
        AreasLaidDown when Last is not null => new Refusal(
            "areas-stand", ("行政区划名录已经建立。", "The areas were laid down already."), Allowed: ("报行政区划变更。", "A change of areas.")),
        AreasLaidDown { Areas.IsEmpty: true } => NoAreas([]),
        AreasLaidDown laid => Decision.Of(laid, FaultsOf(laid.Areas)),
        AreasChanged when Last is null => NoAreas([]),
        AreasChanged changed => Decide(changed),
        _ => throw Unknown(act),
    };

    private protected override void Evolve(AreaAct act, Moment moment) => _revisions.Add(RevisionOf(act, moment));

    private Decision Decide(AreasChanged changed)
    {
        ListedArea[] list = [.. ListAfter(changed)];
        var refusals = RefusalsOf(changed, [.. list.Select(area => area.Code)]).Concat(FaultsOf(list, list.Length - changed.Areas.Length)).ToImmutableArray();
        if (!refusals.IsEmpty)
        {
            return Decision.Refuse(refusals);
        }

        // Who takes up another and keeps its code is named too, so that what is kept says all.
        var (after, succession) = (TreeOf(list), SuccessionOf(changed));
        return Decision.Of(changed with { Successions = succession.Changes }, Enumerable.Range(0, Tree.Count)
            .Where(ordinal => AreaRevision.FindPlace(Tree, after, succession, ordinal) < 0).Select(ordinal => Tree.Codes[ordinal]).Select(code => new Refusal(
                "no-common-area", ($"没有包含 {code} 各承继区划的区划。", $"There is no area that holds all that {code} became."), [new GuardValue("area", $"{code}")],
                Allowed: ("同一上级之下的承继区划。", "Successors inside one area."))));
    }

    private IEnumerable<Refusal> RefusalsOf(AreasChanged changed, HashSet<AreaCode> after)
    {
        if (changed.Successions.IsEmpty && changed.Areas.IsEmpty)
        {
            yield return new("no-change", ("没有区划变更。", "No area changes."), Allowed: ("至少一项承继或名称。", "A succession or a name, or more."));
        }

        var from = new HashSet<AreaCode>();
        for (var at = 0; at < changed.Successions.Length; at++)
        {
            var (code, to) = changed.Successions[at];
            var place = new GuardValue("place", $"successions[{at}]");
            if (Tree.Find(code) is null)
            {
                yield return Unknown(code) with { Values = [new GuardValue("area", $"{code}"), place] };
            }

            if (!from.Add(code))
            {
                yield return new(
                    "code-twice", ($"区划 {code} 的承继列了两次。", $"What became of {code} is said twice."), [new GuardValue("area", $"{code}"), place], Allowed: ("每个代码一次。", "Each code once."));
            }

            foreach (var successor in to)
            {
                ItemList<GuardValue> values = [new GuardValue("area", $"{successor}"), new GuardValue("from", $"{code}"), place];
                if (successor.Level != code.Level)
                {
                    yield return new(
                        "other-level", ($"{code} 的承继区划 {successor} 不是同级。", $"{successor}, which {code} became, is of another level."), values, Allowed: code.Level.Name());
                }

                if (!after.Contains(successor))
                {
                    yield return new(
                        "unknown-area", ($"变更后没有 {code} 的承继区划 {successor}。", $"After the change there is no area {successor}, which {code} became."), values,
                        Allowed: ("名录中保留的区划，或在本次变更中列明代码和名称。", "An area that stays in the list, or one that this change states with its name."));
                }
            }
        }
    }

    /// <summary>What is wrong with a list, of which the areas that were stated stand last.</summary>
    private static IEnumerable<Refusal> FaultsOf(IReadOnlyList<ListedArea> list, int kept = 0)
    {
        try
        {
            TreeOf(list);
            return [];
        }
        catch (AreaTreeException e)
        {
            return e.Faults.Select(fault => RefusalOf(fault.Kind, list[fault.Row - 1], fault.Row - 1 - kept));
        }
    }

    private static Refusal RefusalOf(AreaFaultKind kind, ListedArea area, int place)
    {
        ItemList<GuardValue> values = place < 0 ? [new GuardValue("area", $"{area.Code}")] : [new GuardValue("area", $"{area.Code}"), new GuardValue("place", $"areas[{place}]")];
        return kind switch
        {
            AreaFaultKind.DuplicateCode => new(
                "code-twice", ($"代码 {area.Code} 列了两次。", $"The code {area.Code} stands twice."), values, Allowed: ("每个代码一次。", "Each code once.")),
            AreaFaultKind.Orphan => new(
                "no-parent", ($"{area.Code} {area.Name} 没有上级区划。", $"{area.Code} {area.Name} has no area above it."), values,
                Allowed: ($"名录中有上级 {area.Code.Parent}。", $"Its parent, {area.Code.Parent}, in the list.")),
            AreaFaultKind.MalformedCode or AreaFaultKind.SkippedLevel or AreaFaultKind.MissingName or AreaFaultKind.WrongName
                => throw new ArgumentException($"A fault of a row that is none of an area: {kind}.", nameof(kind)),
        };
    }

    /// <summary>The list after a change: what lost its code is not in it, and what is stated is as stated.</summary>
    private IEnumerable<ListedArea> ListAfter(AreasChanged changed)
    {
        var stated = changed.Areas.Select(area => area.Code).ToHashSet();
        var gone = changed.Successions.Where(change => !change.To.Contains(change.From)).Select(change => change.From).ToHashSet();
        return Tree.Areas.Where(area => !stated.Contains(area.Code) && !gone.Contains(area.Code)).Select(area => new ListedArea(area.Code, area.Name)).Concat(changed.Areas);
    }

    private Succession SuccessionOf(AreasChanged changed)
    {
        var from = changed.Successions.Select(change => change.From).ToHashSet();
        var to = changed.Successions.SelectMany(change => change.To).ToHashSet();
        return new(
            [.. changed.Successions, .. to.Where(code => !from.Contains(code) && Tree.Find(code) is not null).Select(code => new AreaSucceeded(code, [code]))],
            [.. changed.Areas.Select(area => area.Code).Where(code => !to.Contains(code) && (from.Contains(code) || Tree.Find(code) is null))]);
    }

    private Succession Between(int from, int to) => from > to ? Between(to, from).Inverse()
        : _revisions.Items.Skip(from).Take(to - from).Aggregate(Succession.None, (all, revision) => all.Then(revision.Succession));

    private int CountOf(LocalDate day) => _revisions.Items.Count(revision => revision.Recorded <= day);

    private static AreaTree TreeOf(IEnumerable<ListedArea> areas) => AreaTree.Build(areas.Select(RowOf));

    private static AreaRow RowOf(ListedArea area) => new($"{area.Code}", area.Name);

    private static Refusal NoAreas(ItemList<GuardValue> values) => new(
        "no-areas", ("行政区划名录尚未建立。", "No areas were laid down yet."), values, Allowed: ("先报行政区划名录。", "The areas of the district first."));
}

/// <summary>A room in which something stands in areas, and goes with them when they change.</summary>
internal interface IStandsInAreas
{
    /// <summary>What a change would leave nowhere; asked before it is kept.</summary>
    IEnumerable<Refusal> RefusalsOf(AreaRevision revision, Moment moment);

    /// <summary>Carries over what stands in the areas; total, and told by the act alone.</summary>
    void Follow(AreaRevision revision, Moment moment);
}

/// <summary>A change of the divisions: the trees before and after it, and where everything goes.</summary>
internal sealed class AreaRevision
{
    private readonly int[] _places;
    private readonly bool[] _isTouched;
    private readonly Dictionary<BusinessId, AreaCode> _placed = [];

    public AreaRevision(Done<AreaAct> done, AreaTree before, AreaTree tree, Succession succession, ItemList<BusinessPlaced> placed)
    {
        (Done, Before, Tree, Succession, Placed) = (done, before, tree, succession, placed);
        foreach (var (business, area) in placed)
        {
            _placed.TryAdd(business, area);
        }

        _places = new int[before.Count];
        for (var ordinal = 0; ordinal < _places.Length; ordinal++)
        {
            _places[ordinal] = FindPlace(before, tree, succession, ordinal);
        }

        _isTouched = new bool[tree.Count];
        foreach (var code in succession.Changes.Where(change => !change.IsSame).SelectMany(change => change.To))
        {
            var area = tree[code];
            _isTouched.AsSpan(area.Ordinal, area.End - area.Ordinal).Fill(true);
        }
    }

    public Done<AreaAct> Done { get; }

    public AreaTree Before { get; }

    public AreaTree Tree { get; }

    public Succession Succession { get; }

    public ItemList<BusinessPlaced> Placed { get; }

    public LocalDate On => Done.On;

    public LocalDate Recorded => Done.Moment.Today;

    /// <summary>Whether an area of the tree before has several successors or none, and none of them has its code.</summary>
    public bool IsOpen(int ordinal) => Succession.After(Before.Codes[ordinal]) is var to && to.Length != 1 && !to.Contains(Before.Codes[ordinal]);

    /// <summary>Whether who stands in an area of the new tree may be served by others than before: it was merged, split or has another code.</summary>
    public bool IsTouched(int ordinal) => _isTouched[ordinal];

    /// <summary>The ordinal in the new tree of where a business stands that stood in an area of the tree before.</summary>
    public int PlaceOf(int ordinal, BusinessId business) =>
        _placed.TryGetValue(business, out var placed) && Succession.After(Before.Codes[ordinal]) is { Length: not 1 } parts && (parts.IsEmpty || parts.Any(part => part.Contains(placed)))
            ? Tree[placed].Ordinal : _places[ordinal];

    /// <summary>
    /// The ordinal in another tree of an area: its one successor, or itself where it keeps its code; else the lowest area that holds all that it
    /// became, or that held it. -1 when there is none.
    /// </summary>
    public static int FindPlace(AreaTree before, AreaTree tree, Succession succession, int ordinal)
    {
        var code = before.Codes[ordinal];
        var to = succession.After(code);
        if (to.IsEmpty)
        {
            return before.Parents[ordinal] is >= 0 and var parent ? FindPlace(before, tree, succession, parent) : -1;
        }

        if (to.Contains(code))
        {
            return tree[code].Ordinal;
        }

        return to.Skip(1).Aggregate(tree[to[0]].Ordinal, (common, next) => common < 0 ? -1 : tree.FindCommon(common, tree[next].Ordinal));
    }
}
