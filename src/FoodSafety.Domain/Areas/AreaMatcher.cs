using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>Finds what became of the areas of one list in another, from the widest to the narrowest; used once.</summary>
/// <remarks>
/// Areas that became each other make a group, and what is inside a group is compared together. Groups are kept as a forest over the ordinals of both lists, those of the list after
/// behind those of the list before.
/// </remarks>
internal sealed class AreaMatcher
{
    private const int None = -1, Several = -2;

    // Of fewer areas inside, one name that happens to be the same would decide.
    private const int FewestInside = 2;
    private const int MostCandidates = 5;

    private readonly AreaTree _before, _after;
    private readonly ItemList<AreaDecision> _decisions;
    private readonly List<AreaDecisionFault> _faults = [];
    private readonly List<Edge> _edges = [];
    private readonly List<int>[] _levelsBefore, _levelsAfter;

    // Of each area the first that it became, or was; None while that is not known.
    private readonly int[] _to, _from;

    // What somebody decided is not found otherwise.
    private readonly int[] _decidedBefore, _decidedAfter;
    private readonly int[] _above;

    // Of names that were asked for, and only of those, the specific part.
    private readonly string?[] _specificBefore, _specificAfter;

    public AreaMatcher(AreaTree before, AreaTree after, ItemList<AreaDecision> decisions)
    {
        (_before, _after, _decisions) = (before, after, decisions);
        (_to, _from, _decidedBefore, _decidedAfter) = (Unknown(before), Unknown(after), Unknown(before), Unknown(after));
        _above = [.. Enumerable.Range(0, before.Count + after.Count)];
        (_specificBefore, _specificAfter) = (new string?[before.Count], new string?[after.Count]);
        (_levelsBefore, _levelsAfter) = (ByLevel(before), ByLevel(after));

        static int[] Unknown(AreaTree tree)
        {
            var unknown = new int[tree.Count];
            Array.Fill(unknown, None);
            return unknown;
        }

        static List<int>[] ByLevel(AreaTree tree)
        {
            List<int>[] levels = [.. Enumerable.Range(0, AreaTree.MaxDepth + 1).Select(_ => new List<int>())];
            for (var ordinal = 0; ordinal < tree.Count; ordinal++)
            {
                levels[(int)tree.Codes[ordinal].Level].Add(ordinal);
            }

            return levels;
        }
    }

    public AreaComparison Compare()
    {
        Decide();
        ThrowIfFaulty();
        foreach (var level in EnumCodes.All<AreaLevel>())
        {
            FindStill((int)level);
            FindUnder((int)level);
            FindElsewhere((int)level);
            if (FindByInside((int)level))
            {
                FindStill((int)level);
                FindUnder((int)level);
            }
        }

        return Grouped();
    }

    private void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
        {
            throw new AreaDecisionException([.. _faults.OrderBy(fault => fault.Place)]);
        }
    }

    private void Decide()
    {
        for (var place = 0; place < _decisions.Length; place++)
        {
            var decision = _decisions[place];
            var from = decision.From.IsNone ? None : OrdinalIn(_before, decision.From, place, ("原名录", "the list before"));
            if (from >= 0 && _decidedBefore[from] >= 0)
            {
                Fault(place, ($"{decision.From} 在第 {_decidedBefore[from] + 1} 项已认定。每个原代码一项。", $"of {decision.From} decision {_decidedBefore[from] + 1} says it already. Allowed: each code before once."));
                continue;
            }

            if (from >= 0)
            {
                _decidedBefore[from] = place;
            }

            foreach (var code in decision.To)
            {
                if (OrdinalIn(_after, code, place, ("现名录", "the list after")) is not (>= 0 and var to))
                {
                    continue;
                }

                if (from >= 0 && code.Level != decision.From.Level)
                {
                    Fault(place, ($"{code} 与 {decision.From} 不同级。应为{decision.From.Level.Name().Chinese}。", $"{code} is not of the level of {decision.From}. Allowed: {decision.From.Level.Name().English}."));
                }
                else if (from >= 0)
                {
                    Link(from, to, AreaEvidence.Decided);
                }
                else
                {
                    _decidedAfter[to] = place;
                }
            }
        }

        for (var to = 0; to < _decidedAfter.Length; to++)
        {
            if (_decidedAfter[to] >= 0 && _from[to] >= 0)
            {
                Fault(_decidedAfter[to], ($"{_after.Codes[to]} 由 {_before.Codes[_from[to]]} 承继而来，不是新设。", $"{_after.Codes[to]} is what {_before.Codes[_from[to]]} became, and was not created."));
            }
        }
    }

    private int OrdinalIn(AreaTree tree, AreaCode code, int place, BilingualText list)
    {
        if (tree.Find(code) is { } area)
        {
            return area.Ordinal;
        }

        Fault(place, ($"{list.Chinese}中没有 {code}。", $"there is no {code} in {list.English}."));
        return None;
    }

    private void Fault(int place, BilingualText reason) => _faults.Add(new(place, reason));

    /// <summary>Those with the same code and name, under the same areas.</summary>
    private void FindStill(int level) => ForSameCodes(level, (from, to) =>
    {
        if (IsOpenBefore(from) && _decidedAfter[to] < 0 && _before.NameAt(from) == _after.NameAt(to))
        {
            Link(from, to, AreaEvidence.CodeAndName);
        }
    });

    /// <summary>Those whose name or code tells it, under the same areas.</summary>
    private void FindUnder(int level)
    {
        FindByName(level, GroupAboveOf, isWhole: true, AreaEvidence.Name);
        ForSameCodes(level, (from, to) =>
        {
            if (IsOpenBefore(from) && IsOpenAfter(to) && SpecificBefore(from) == SpecificAfter(to))
            {
                Link(from, to, AreaEvidence.SpecificName);
            }
        });
        FindByName(level, GroupAboveOf, isWhole: false, AreaEvidence.SpecificName);
        ForSameCodes(level, (from, to) =>
        {
            if (IsOpenBefore(from) && IsOpenAfter(to))
            {
                Link(from, to, AreaEvidence.Code);
            }
        });
        FindTakenUp(level);
    }

    /// <summary>Those whose name is found once under another area near: of those inside two areas of which each is known, the whole name.</summary>
    private void FindElsewhere(int level)
    {
        FindByName(level, GroupNearOf, isWhole: true, AreaEvidence.NameElsewhere);
        FindByName(level, GroupNearOf, isWhole: false, AreaEvidence.NameElsewhere, (from, to) =>
            (_before.Parents[from] is >= 0 and var above && _to[above] < 0) || (_after.Parents[to] is >= 0 and var since && _from[since] < 0));
    }

    /// <summary>Links those of which each has a name in its group alone, among those of which nothing is known.</summary>
    private void FindByName(int level, Func<int, int> groupOf, bool isWhole, AreaEvidence evidence, Func<int, int, bool>? isAsked = null)
    {
        var named = new Dictionary<(int Group, string Name), (int From, int To)>();
        foreach (var from in _levelsBefore[level])
        {
            if (IsOpenBefore(from) && groupOf(from) is not Several and var group)
            {
                ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(named, (group, isWhole ? _before.NameAt(from) : SpecificBefore(from)), out var isThere);
                found = isThere ? (Several, None) : (from, None);
            }
        }

        foreach (var to in named.Count == 0 ? [] : _levelsAfter[level])
        {
            if (IsOpenAfter(to) && groupOf(_before.Count + to) is not Several and var group)
            {
                ref var found = ref CollectionsMarshal.GetValueRefOrNullRef(named, (group, isWhole ? _after.NameAt(to) : SpecificAfter(to)));
                if (!Unsafe.IsNullRef(ref found))
                {
                    found.To = found.To == None ? to : Several;
                }
            }
        }

        foreach (var (from, to) in named.Values)
        {
            if (from >= 0 && to >= 0 && isAsked?.Invoke(from, to) != false)
            {
                Link(from, to, evidence);
            }
        }
    }

    /// <summary>An area that was taken up by the one of its name, and one that was taken out of it: 城关乡 and 城关镇 became 城关镇.</summary>
    private void FindTakenUp(int level)
    {
        int[] gone = [.. _levelsBefore[level].Where(from => IsOpenBefore(from) && _after.Find(_before.Codes[from]) is null)];
        int[] fresh = [.. _levelsAfter[level].Where(to => IsOpenAfter(to) && _before.Find(_after.Codes[to]) is null)];
        if (gone.Length + fresh.Length == 0)
        {
            return;
        }

        HashSet<int> groups = [.. gone.Select(GroupAboveOf), .. fresh.Select(to => GroupAboveOf(_before.Count + to))];
        var (old, since) = (Named(_levelsBefore[level], 0, SpecificBefore), Named(_levelsAfter[level], _before.Count, SpecificAfter));
        foreach (var from in gone)
        {
            if (since.GetValueOrDefault((GroupAboveOf(from), SpecificBefore(from)), None) is >= 0 and var to && _decidedAfter[to] < 0)
            {
                Link(from, to, AreaEvidence.SpecificName);
            }
        }

        foreach (var to in fresh)
        {
            if (_from[to] < 0 && old.GetValueOrDefault((GroupAboveOf(_before.Count + to), SpecificAfter(to)), None) is >= 0 and var from && _decidedBefore[from] < 0)
            {
                Link(from, to, AreaEvidence.SpecificName);
            }
        }

        Dictionary<(int Group, string Name), int> Named(List<int> ordinals, int first, Func<int, string> specificOf)
        {
            var named = new Dictionary<(int Group, string Name), int>();
            foreach (var ordinal in ordinals)
            {
                if (GroupAboveOf(first + ordinal) is var group && groups.Contains(group))
                {
                    ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(named, (group, specificOf(ordinal)), out var isThere);
                    found = isThere ? Several : ordinal;
                }
            }

            return named;
        }
    }

    /// <summary>What became of an area of which only what is inside is known: where half of that or more is found, it is those in which it stands.</summary>
    private bool FindByInside(int level)
    {
        var before = _edges.Count;
        foreach (var (from, inside) in InsideOf(level, _before, _levelsBefore[level], IsOpenBefore, _to, _after))
        {
            foreach (var (to, count) in inside.Told)
            {
                Link(from, to, AreaEvidence.AreasInside, count, inside.All);
            }
        }

        foreach (var (to, inside) in InsideOf(level, _after, _levelsAfter[level], IsOpenAfter, _from, _before))
        {
            foreach (var (from, count) in inside.Told)
            {
                if (_decidedBefore[from] < 0)
                {
                    Link(from, to, AreaEvidence.AreasInside, count, inside.All);
                }
            }
        }

        return _edges.Count > before;
    }

    private static List<(int Area, Inside Inside)> InsideOf(int level, AreaTree tree, List<int> ordinals, Func<int, bool> isOpen, int[] became, AreaTree other)
    {
        var found = new List<(int Area, Inside Inside)>();
        foreach (var area in ordinals.Select(ordinal => tree.Parents[ordinal]).Where(above => above >= 0 && isOpen(above)).Distinct())
        {
            if (Count(tree, area, became, other) is { IsTelling: true } inside)
            {
                found.Add((area, inside));
            }
        }

        return found;
    }

    /// <summary>In which areas of the other list those stand that are directly inside one.</summary>
    private static Inside Count(AreaTree tree, int area, int[] became, AreaTree other)
    {
        var (all, parts) = (0, new Dictionary<int, int>());
        foreach (var inside in tree.At(area).Children)
        {
            all++;
            if (became[inside.Ordinal] is >= 0 and var since && other.Parents[since] is >= 0 and var above && other.Codes[above].Level == tree.Codes[area].Level)
            {
                parts[above] = parts.GetValueOrDefault(above) + 1;
            }
        }

        return new(all, [.. parts.Select(part => (part.Key, part.Value)).OrderByDescending(part => part.Value).ThenBy(part => part.Key)]);
    }

    private string SpecificBefore(int from) => _specificBefore[from] ??= AreaNames.SpecificOf(_before.NameAt(from));

    private string SpecificAfter(int to) => _specificAfter[to] ??= AreaNames.SpecificOf(_after.NameAt(to));

    /// <summary>For what stands directly in one group or in none.</summary>
    private int GroupAboveOf(int node) => AboveOf(node) is >= 0 and var above ? GroupOf(above) : None;

    /// <summary>For what stands in one group a level further up, or in none.</summary>
    private int GroupNearOf(int node) => AboveOf(node) is >= 0 and var above ? GroupAboveOf(above) : Several;

    private int AboveOf(int node) => node < _before.Count ? _before.Parents[node] : _after.Parents[node - _before.Count] is >= 0 and var above ? _before.Count + above : None;

    private bool IsOpenBefore(int from) => _to[from] < 0 && _decidedBefore[from] < 0;

    private bool IsOpenAfter(int to) => _from[to] < 0 && _decidedAfter[to] < 0;

    private void ForSameCodes(int level, Action<int, int> each)
    {
        var (before, after) = (_levelsBefore[level], _levelsAfter[level]);
        for (int i = 0, j = 0; i < before.Count && j < after.Count;)
        {
            var order = _before.Codes[before[i]].CompareTo(_after.Codes[after[j]]);
            if (order == 0 && GroupAboveOf(before[i]) == GroupAboveOf(_before.Count + after[j]))
            {
                each(before[i], after[j]);
            }

            (i, j) = (order <= 0 ? i + 1 : i, order >= 0 ? j + 1 : j);
        }
    }

    private void Link(int from, int to, AreaEvidence evidence, int inside = 0, int ofInside = 0)
    {
        _to[from] = _to[from] < 0 ? to : _to[from];
        _from[to] = _from[to] < 0 ? from : _from[to];
        _edges.Add(new(from, to, evidence, inside, ofInside));
        _above[GroupOf(_before.Count + to)] = GroupOf(from);
    }

    private int GroupOf(int node)
    {
        while (_above[node] != node)
        {
            node = _above[node] = _above[_above[node]];
        }

        return node;
    }

    private AreaComparison Grouped()
    {
        var unchanged = ImmutableArray.CreateBuilder<int>();
        var sizes = new int[_above.Length];
        for (var node = 0; node < _above.Length; node++)
        {
            sizes[GroupOf(node)]++;
        }

        var groups = new Dictionary<int, Group>();
        foreach (var edge in _edges)
        {
            if (sizes[GroupOf(edge.From)] == 2 && _before.Codes[edge.From] == _after.Codes[edge.To] && _before.NameAt(edge.From) == _after.NameAt(edge.To))
            {
                unchanged.Add(edge.To);
            }
            else
            {
                GroupWith(edge.From).Edges.Add(edge);
            }
        }

        unchanged.Sort();
        for (var node = 0; node < _above.Length; node++)
        {
            if (sizes[GroupOf(node)] == 1)
            {
                GroupWith(node);
            }
        }

        var siblings = new Siblings(this);
        AreaChange[] changes = [.. groups.Select(group => group.Value.Edges.Count == 0 ? Alone(group.Key, siblings) : Together(group.Value.Edges))];
        ThrowIfFaulty();
        return new(_before, _after, unchanged.DrainToImmutable(), [.. changes.OrderBy(change => change.From.IsEmpty ? change.To[0].Code : change.From[0].Code).ThenBy(change => change.From.IsEmpty)]);

        Group GroupWith(int node)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, GroupOf(node), out _);
            return group ??= new();
        }
    }

    private AreaChange Together(List<Edge> edges)
    {
        int[] from = [.. edges.Select(edge => edge.From).Distinct().Order()], to = [.. edges.Select(edge => edge.To).Distinct().Order()];
        int[] said = [.. from.Select(one => _decidedBefore[one]).Where(place => place >= 0).Order()];
        var days = said.Where(place => _decisions[place].On is not null).DistinctBy(place => _decisions[place].On).ToArray();
        if (days.Length > 1)
        {
            Fault(days[1], (
                $"与第 {days[0] + 1} 项属同一变更，日期却不同。同一变更一个日期。", $"it is one change with decision {days[0] + 1}, and of another day. Allowed: one day for a change."));
        }

        var kind = (from.Length, to.Length) switch
        {
            (1, 1) => _before.Codes[from[0]] == _after.Codes[to[0]] ? AreaChangeKind.Renamed : AreaChangeKind.Recoded,
            (_, 1) => AreaChangeKind.Merged,
            (1, _) => AreaChangeKind.Split,
            _ => AreaChangeKind.Rearranged,
        };
        return new(kind, [.. from.Select(one => Listed(_before, one))], [.. to.Select(one => Listed(_after, one))])
        {
            Matches = [.. edges.DistinctBy(edge => (edge.From, edge.To)).OrderBy(edge => edge.From).ThenBy(edge => edge.To).Select(MatchOf)],
            On = days.Length == 0 ? null : _decisions[days[0]].On,
            Note = NoteOf(said),
        };
    }

    private AreaChange Alone(int node, Siblings siblings)
    {
        var isBefore = node < _before.Count;
        var (tree, ordinal) = isBefore ? (_before, node) : (_after, node - _before.Count);
        ItemList<ListedArea> area = [Listed(tree, ordinal)];
        if ((isBefore ? _decidedBefore : _decidedAfter)[ordinal] is >= 0 and var place)
        {
            return new(isBefore ? AreaChangeKind.Abolished : AreaChangeKind.Created, isBefore ? area : [], isBefore ? [] : area) { On = _decisions[place].On, Note = NoteOf([place]) };
        }

        return new(isBefore ? AreaChangeKind.Gone : AreaChangeKind.New, isBefore ? area : [], isBefore ? [] : area)
        {
            Candidates = [.. CandidatesOf(ordinal, isBefore, siblings)],
            IsInsideUndecided = tree.Parents[ordinal] is >= 0 and var above && (isBefore ? _to[above] < 0 && _decidedBefore[above] < 0 : _from[above] < 0 && _decidedAfter[above] < 0),
        };
    }

    /// <summary>What it might be: what has its code, where what is inside it stands, and what is called alike under the same area.</summary>
    private IEnumerable<AreaMatch> CandidatesOf(int ordinal, bool isBefore, Siblings siblings)
    {
        var (tree, other, became) = isBefore ? (_before, _after, _to) : (_after, _before, _from);
        IEnumerable<Edge> byCode = other.Find(tree.Codes[ordinal]) is { } same ? [Way(same.Ordinal, AreaEvidence.Code)] : [];
        var inside = Count(tree, ordinal, became, other);
        var specific = isBefore ? SpecificBefore(ordinal) : SpecificAfter(ordinal);
        var near = from one in siblings.Of(isBefore ? ordinal : _before.Count + ordinal)
                   let distance = AreaNames.FindDistance(specific, isBefore ? SpecificAfter(one) : SpecificBefore(one))
                   where distance is not null
                   orderby distance, one
                   select Way(one, AreaEvidence.NearName);
        return byCode.Concat(inside.Parts.Select(part => Way(part.Other, AreaEvidence.AreasInside) with { Inside = part.Count, OfInside = inside.All })).Concat(near)
            .DistinctBy(edge => (edge.From, edge.To)).Take(MostCandidates).Select(MatchOf);

        Edge Way(int one, AreaEvidence evidence) => isBefore ? new(ordinal, one, evidence, 0, 0) : new(one, ordinal, evidence, 0, 0);
    }

    private AreaMatch MatchOf(Edge edge) => new(Listed(_before, edge.From), Listed(_after, edge.To), edge.Evidence, edge.Inside, edge.OfInside);

    private string? NoteOf(int[] said) => said.Select(place => _decisions[place].Note).OfType<string>().FirstOrDefault();

    private static ListedArea Listed(AreaTree tree, int ordinal) => new(tree.Codes[ordinal], tree.NameAt(ordinal));

    private readonly record struct Edge(int From, int To, AreaEvidence Evidence, int Inside, int OfInside);

    private sealed class Group
    {
        public List<Edge> Edges { get; } = [];
    }

    /// <summary>Where those stand that are directly inside an area.</summary>
    /// <param name="All">How many there are.</param>
    /// <param name="Parts">The areas of the other list in which some stand, those with the most first.</param>
    private sealed record Inside(int All, ImmutableArray<(int Other, int Count)> Parts)
    {
        /// <summary>The areas of the other list in which several stand: one alone may have its name by chance.</summary>
        public IEnumerable<(int Other, int Count)> Told => Parts.Where(part => part.Count >= FewestInside);

        /// <summary>Whether they tell what became of it: half of them or more are found, and nine of ten of those among several.</summary>
        public bool IsTelling => (Parts.Sum(part => part.Count), Told.Sum(part => part.Count)) is (>= FewestInside and var found, var told) && found * 2 >= All && (found - told) * 10 <= found;
    }

    /// <summary>The areas of one list that stand under the same areas as one of the other, made when asked for.</summary>
    private sealed class Siblings(AreaMatcher matcher)
    {
        private readonly Dictionary<(int Group, int Level, bool IsBefore), List<int>> _known = [];
        private readonly HashSet<int> _made = [];

        /// <summary>The siblings of an area in the other list.</summary>
        public List<int> Of(int node)
        {
            var isBefore = node < matcher._before.Count;
            var level = (int)(isBefore ? matcher._before.Codes[node] : matcher._after.Codes[node - matcher._before.Count]).Level;
            if (_made.Add(level))
            {
                Add(matcher._levelsBefore[level], 0, level, true);
                Add(matcher._levelsAfter[level], matcher._before.Count, level, false);
            }

            return _known.GetValueOrDefault((matcher.GroupAboveOf(node), level, !isBefore)) ?? [];
        }

        private void Add(List<int> ordinals, int first, int level, bool isBefore)
        {
            foreach (var ordinal in ordinals)
            {
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, (matcher.GroupAboveOf(first + ordinal), level, isBefore), out _);
                (group ??= []).Add(ordinal);
            }
        }
    }
}

/// <summary>Names of areas: what is specific in them and what is generic (专名、通名), and how far apart two are.</summary>
internal static class AreaNames
{
    // By their last letter, longer ones first: what is left of 和平社区居委会 is 和平.
    private static readonly FrozenDictionary<char, string[]> Generic = ((string[])
    [
        "社区居民委员会", "村民委员会", "居民委员会", "嘎查委员会", "街道办事处", "地区办事处", "社区居委会", "办事处", "居委会", "村委会", "自治县", "自治旗", "自治州", "自治区", "民族苏木", "民族乡",
        "街道", "地区", "社区", "苏木", "嘎查", "林区", "特区", "镇", "乡", "村", "区", "县", "市", "旗", "盟", "省",
    ]).GroupBy(kind => kind[^1]).ToFrozenDictionary(kinds => kinds.Key, kinds => kinds.ToArray());

    /// <summary>What is left of a name without the words for its kind at the end; a name that is nothing else stays.</summary>
    public static string SpecificOf(string name)
    {
        var rest = name.AsSpan();
        for (var isShorter = true; isShorter;)
        {
            isShorter = false;
            foreach (var kind in Generic.GetValueOrDefault(rest[^1]) ?? [])
            {
                if (rest.Length > kind.Length && rest.EndsWith(kind, StringComparison.Ordinal))
                {
                    rest = rest[..^kind.Length];
                    isShorter = true;
                    break;
                }
            }
        }

        return rest.Length == name.Length ? name : rest.ToString();
    }

    /// <summary>The fewest letters to insert, delete or replace that make one name the other, where at most half of the longer one are; null where the names are not alike.</summary>
    public static int? FindDistance(string one, string other)
    {
        var most = Math.Max(one.Length, other.Length) / 2;
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return null;
        }

        Span<int> row = stackalloc int[TextRule.MaxNameLength + 1];
        row = row[..(other.Length + 1)];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(diagonal + (one[i - 1] == other[j - 1] ? 0 : 1), Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[^1] <= most ? row[^1] : null;
    }
}
