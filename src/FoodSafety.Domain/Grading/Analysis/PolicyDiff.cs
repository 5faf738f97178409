using System.Collections.Immutable;
using System.Text;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>How two versions of a policy differ (标准比对): in what they say, and in the grades they give.</summary>
/// <remarks>
/// Exact over all values that facts can have. A custom condition is thought of as free; it is the same in both versions
/// only when both hold the same object.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PolicyDiff<TGrade> where TGrade : struct, Enum
{
    // How many of the facts that make policies too large are named.
    private const int MostTold = 10;

    internal PolicyDiff(
        GradingPolicy<TGrade> old, GradingPolicy<TGrade> @new, ImmutableArray<ClauseChange> clauses,
        ImmutableArray<PolicyDifference<TGrade>> differences, BilingualText common, ImmutableArray<FactCells> tooLarge, bool isComplete) =>
        (Old, New, Clauses, Differences, Common, TooLarge, IsComplete) = (old, @new, clauses, differences, common, tooLarge, isComplete);

    /// <summary>The old version.</summary>
    public GradingPolicy<TGrade> Old { get; }

    /// <summary>The new version.</summary>
    public GradingPolicy<TGrade> New { get; }

    /// <summary>The clauses that are not the same, by their keys; in the order of the old version, then those added.</summary>
    public ImmutableArray<ClauseChange> Clauses { get; }

    /// <summary>
    /// The regions in which the grades differ, those of one cause together; then ordered by the old grade and the new one, the mildest first and no grade
    /// last. Empty when both always give the same grade, if the comparison is complete.
    /// </summary>
    public ImmutableArray<PolicyDifference<TGrade>> Differences { get; }

    /// <summary>What all regions have in common, said once; empty when that is nothing.</summary>
    public BilingualText Common { get; }

    /// <summary>False when the policies are too large to be compared whole: then regions are missing, or it is not certain of each that anything lies in it.</summary>
    public bool IsComplete { get; }

    /// <summary>What was too large: facts with the number of pieces into which they are cut, the most first. Empty when it is complete, and when it ended before a fact was cut.</summary>
    public ImmutableArray<FactCells> TooLarge { get; }

    /// <summary>True when both versions certainly give everything the same grade.</summary>
    public bool IsSameGrading { get; internal init; }

    /// <summary>The comparison as people read it: first the clauses in words, then the regions under the clauses that cause them, what is common said once.</summary>
    /// <param name="language">The language.</param>
    /// <returns>Lines separated by line feeds, without one at the end.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a language of the library.</exception>
    public string ToText(Language language)
    {
        var text = new StringBuilder();
        Line("", ($"{New.Title.Chinese}：{Old.Version} → {New.Version}", $"{New.Title.English}: {Old.Version} → {New.Version}"));
        if ((Old.From, Old.Until) != (New.From, New.Until))
        {
            var (before, now) = (PolicyTable.InForce(Old.From, Old.Until), PolicyTable.InForce(New.From, New.Until));
            Line("- ", ($"有效期：{before.Chinese} → {now.Chinese}", $"in force: {before.English} → {now.English}"));
        }

        foreach (var change in Clauses)
        {
            Line("- ", change.Text);
        }

        if (IsSameGrading)
        {
            Line("", ("两版标准对任何主体给出的等级都相同", "Both versions give everything the same grade"));
        }
        else if (Differences.IsEmpty)
        {
            // That nothing was found is no news where not all was looked at, which is said below.
        }
        else if (!Common.IsEmpty)
        {
            Line("", ($"等级变化（均限于：{Common.Chinese}）", $"Grades that change (all of them: {Common.English})"));
        }
        else
        {
            Line("", ("等级变化", "Grades that change"));
        }

        // Where one clause is all that changed, what causes the regions was said above.
        var isOneCause = Clauses is [var only] && Differences.All(difference => difference.Causes is [var cause] && cause == only.Id);
        ItemList<string>? causes = null;
        foreach (var difference in Differences)
        {
            if (!isOneCause && causes != difference.Causes)
            {
                causes = difference.Causes;
                Line("- ", Titles(difference.Causes));
            }

            Line(isOneCause ? "- " : "  · ", difference.ShortText);
        }

        if (!IsComplete)
        {
            var (chinese, english) = (string.Join("、", TooLarge.Take(MostTold).Select(cells => cells.Text.Chinese)), string.Join(", ", TooLarge.Take(MostTold)));
            Line("", (
                $"标准过大，未能全部比对，或有其他等级变化{(chinese.Length == 0 ? "" : $"，因为：{chinese}")}",
                $"The policies are too large to be compared whole, and more grades may change{(english.Length == 0 ? "" : $"; because of {english}")}"));
        }

        return text.ToString();

        void Line(string mark, BilingualText line) => text.Append(text.Length == 0 ? "" : "\n").Append(mark).Append(line.In(language));
    }

    /// <summary>The comparison in English.</summary>
    public override string ToString() => ToText(Language.English);

    private BilingualText Titles(ItemList<string> causes)
    {
        var changes = causes.Select(id => Clauses.FirstOrDefault(change => change.Id == id)?.Text ?? new BilingualText(id, id)).ToList();
        return (string.Join("；", changes.Select(change => change.Chinese)), string.Join("; ", changes.Select(change => change.English)));
    }
}

/// <summary>Where the comparison of two versions of a policy starts (标准比对).</summary>
public static class PolicyDiff
{
    /// <summary>Compares two versions of a policy: clause by clause, and in the grades they give to anything there can be.</summary>
    /// <param name="old">The old version.</param>
    /// <param name="new">The new version.</param>
    /// <param name="options">How far to go; null for <see cref="PolicyAnalysisOptions.Default"/>.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="ArgumentException">They order other grades, or declare a fact of one key in two ways.</exception>
    public static PolicyDiff<TGrade> Between<TGrade>(
        GradingPolicy<TGrade> old, GradingPolicy<TGrade> @new, PolicyAnalysisOptions? options = null) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        @new.RequireScale(old.Scale, $"'{old}'", nameof(@new));
        foreach (var fact in @new.Facts)
        {
            _ = old.Facts.Any(other => FactDeclaration.RequireSame(other, fact));
        }

        return new PolicyComparer<TGrade>(old, @new, options ?? PolicyAnalysisOptions.Default).Compare();
    }
}

/// <summary>Compares two versions of a policy.</summary>
internal sealed class PolicyComparer<TGrade>(GradingPolicy<TGrade> old, GradingPolicy<TGrade> @new, PolicyAnalysisOptions options) where TGrade : struct, Enum
{
    private readonly ImmutableArray<ClauseChange> _clauses = ClauseWords.ChangesBetween(old, @new);

    // What goes from where to where, and why, by the numbers that stand for it in diagrams; 0 stands for no difference.
    private readonly List<Move> _moves = [];
    private readonly Dictionary<(Outcome From, Outcome To, long Turned), long> _numbers = [];

    public PolicyDiff<TGrade> Compare()
    {
        // What is the same in every clause needs no looking into, however large it is.
        if (old.GradesTheSameAs(@new))
        {
            return new PolicyDiff<TGrade>(old, @new, _clauses, [], default, [], isComplete: true) { IsSameGrading = true };
        }

        PolicySpace? space = null;
        try
        {
            space = new PolicySpace([.. old.Conditions, .. @new.Conditions], new DiagramStore(options));
            space.AddNumbers();
            var moves = Moves(space);
            var found = Found(space, moves);
            var isComplete = space.Free.IsEmpty;
            var common = CommonOf([.. found.SelectMany(difference => difference.Boxes)]);
            return new PolicyDiff<TGrade>(
                old, @new, _clauses, [.. found.SelectMany(difference => Told(difference, common, space))], common.IsEmpty ? default : new Box(common).ToText(space),
                space.CellsOfFree, isComplete)
            {
                IsSameGrading = found.Count == 0,
            };
        }
        catch (DiagramTooLargeException e)
        {
            return new PolicyDiff<TGrade>(old, @new, _clauses, [], default, e.Cells.IsEmpty ? space?.CountCells() ?? [] : e.Cells, isComplete: false);
        }
    }

    /// <summary>Where which move takes place, as numbers of <see cref="_moves"/> from 1.</summary>
    private int Moves(PolicySpace space)
    {
        var differs = new DiagramMerge(space.Diagrams, (a, b) => DecisionDiagram.Unpack(a).Code == DecisionDiagram.Unpack(b).Code ? 0 : NumberOf(DecisionDiagram.Unpack(a), DecisionDiagram.Unpack(b), 0))
            .Of(DecisionDiagram.Of(old, space, space.Readable), DecisionDiagram.Of(@new, space, space.Readable));
        // Which of the changed adjustments say something else, a bit for each; there are 64 at most in each version.
        var turned = DiagramStore.No;
        var or = new DiagramMerge(space.Diagrams, static (a, b) => a | b);
        foreach (var (bit, change) in ChangedAdjustments().Index())
        {
            var steps = new DiagramMerge(space.Diagrams, static (a, b) => a - b).Of(StepsOf(change.Old), StepsOf(change.New));
            turned = or.Of(turned, space.Diagrams.Map(steps, difference => difference != 0 ? 1L << bit : 0));
        }

        return new DiagramMerge(space.Diagrams, (move, bits) => move == 0 ? 0 : NumberOf(_moves[(int)move - 1].From, _moves[(int)move - 1].To, bits)).Of(differs, turned);

        int StepsOf(PolicyClause? clause) =>
            clause is GradeAdjustment adjustment ? space.Diagrams.Map(space.Readable.Of(adjustment.When), holds => holds * Adjusting.CodeOf(adjustment, old.Scale)) : DiagramStore.No;
    }

    /// <summary>The changed adjustments, as many as have a bit.</summary>
    private IEnumerable<ClauseChange> ChangedAdjustments() => _clauses
        .Where(change => change.Kind != ClauseChangeKind.Reworded && (change.Old is GradeAdjustment || change.New is GradeAdjustment)).Take(63);

    private long NumberOf(Outcome from, Outcome to, long turned)
    {
        var key = (from, to, turned);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _moves.Add(new Move(from, to, Causes(from, to, turned)));
            _numbers.Add(key, number = _moves.Count);
        }

        return number;
    }

    /// <summary>The changed clauses that decide, where they give another grade than before, and the changed adjustments that say something else.</summary>
    private ImmutableArray<string> Causes(Outcome from, Outcome to, long turned)
    {
        var (before, after) = (old.Clauses[from.Clause - 1], @new.Clauses[to.Clause - 1]);
        var causes = new List<string>();
        if (!Equals(GivenBy(before), GivenBy(after)))
        {
            causes.AddRange(_clauses.Where(change => change.Kind != ClauseChangeKind.Reworded && (change.Id == before.Id || change.Id == after.Id)).Select(change => change.Id));
        }

        causes.AddRange(ChangedAdjustments().Index().Where(change => (turned & (1L << change.Index)) != 0).Select(change => change.Item.Id));
        return [.. causes.Distinct()];
    }

    private static (TGrade Grade, bool IsFinal)? GivenBy(PolicyClause clause) => clause switch
    {
        GradingRule<TGrade> rule => (rule.Grade, rule.IsFinal),
        DefaultRule<TGrade> rule => (rule.Grade, false),
        _ => null,
    };

    private List<Difference> Found(PolicySpace space, int moves)
    {
        var regions = new RegionLister(space, options.MostBoxes);
        var order = _clauses.Select(change => change.Id).ToList();
        var found = new List<Difference>();
        var kinds = space.Diagrams.Values(moves).Where(move => move != 0).Order()
            .GroupBy(move => (string.Join(' ', _moves[(int)move - 1].Causes), _moves[(int)move - 1].From.Code, _moves[(int)move - 1].To.Code), move => move)
            .OrderBy(kind => _moves[(int)kind.First() - 1].Causes.Select(cause => order.IndexOf(cause)).DefaultIfEmpty(int.MaxValue).Min())
            .ThenBy(kind => kind.Key.Item1, StringComparer.Ordinal).ThenBy(kind => kind.Key.Item2).ThenBy(kind => kind.Key.Item3);
        foreach (var kind in kinds.ToList())
        {
            var same = kind.ToHashSet();
            var boxes = regions.List(space.Diagrams.Map(moves, move => same.Contains(move) ? 1 : 0), out var isExact);
            found.Add(new Difference(_moves[(int)kind.First() - 1], isExact, boxes));
        }

        return found;
    }

    private IEnumerable<PolicyDifference<TGrade>> Told(Difference difference, ImmutableSortedDictionary<int, ImmutableArray<Stretch>> common, PolicySpace space)
    {
        var (from, to) = (difference.Move.From.Decode(old.Scale).FindGrade(), difference.Move.To.Decode(old.Scale).FindGrade());
        var (before, after) = (new Grader<TGrade>(old), new Grader<TGrade>(@new));
        foreach (var box in difference.Boxes)
        {
            var own = common.Keys.Aggregate(box.Box, (rest, axis) => rest.Without(axis));
            yield return new PolicyDifference<TGrade>(old.Scale, from, to, box.Where, difference.IsExact, space.Checked(box.Witness, Moves))
            {
                Causes = difference.Move.Causes,
                WhereText = box.ToText(space),
                OwnText = own.Sides.IsEmpty ? default : own.ToText(space),
            };
        }

        bool Moves(Answers answers) => before.Decide(answers)?.Code == difference.Move.From.Code && after.Decide(answers)?.Code == difference.Move.To.Code;
    }

    /// <summary>The sides that all boxes have alike.</summary>
    private static ImmutableSortedDictionary<int, ImmutableArray<Stretch>> CommonOf(ImmutableArray<RegionBox> boxes) => boxes.Length < 2
        ? ImmutableSortedDictionary<int, ImmutableArray<Stretch>>.Empty
        : boxes[0].Box.Sides.Where(side => boxes.All(box => box.Box.Sides.TryGetValue(side.Key, out var same) && same.SequenceEqual(side.Value))).ToImmutableSortedDictionary();

    private sealed record Move(Outcome From, Outcome To, ImmutableArray<string> Causes);

    private sealed record Difference(Move Move, bool IsExact, ImmutableArray<RegionBox> Boxes);
}
