using System.Collections.Immutable;

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
    internal PolicyDiff(
        GradingPolicy<TGrade> old, GradingPolicy<TGrade> @new, ImmutableArray<ClauseChange> clauses,
        ImmutableArray<PolicyDifference<TGrade>> differences, bool isComplete, ImmutableArray<FactCells> tooLarge) =>
        (Old, New, Clauses, Differences, IsComplete, TooLarge) = (old, @new, clauses, differences, isComplete, tooLarge);

    /// <summary>The old version.</summary>
    public GradingPolicy<TGrade> Old { get; }

    /// <summary>The new version.</summary>
    public GradingPolicy<TGrade> New { get; }

    /// <summary>The clauses that are not the same, by their keys; in the order of the old version, then those added.</summary>
    public ImmutableArray<ClauseChange> Clauses { get; }

    /// <summary>
    /// The regions in which the grades differ, ordered by the old grade and the new one, the mildest first and no grade
    /// last. Empty when both
    /// always give the same grade, if the comparison is complete.
    /// </summary>
    public ImmutableArray<PolicyDifference<TGrade>> Differences { get; }

    /// <summary>False when the policies are too large to be compared: then no differences are listed.</summary>
    public bool IsComplete { get; }

    /// <summary>What was too large: facts with the number of pieces into which they are cut, the most first. Empty when it is complete, and when it ended before a fact was cut.</summary>
    public ImmutableArray<FactCells> TooLarge { get; }

    /// <summary>True when both versions certainly give everything the same grade.</summary>
    public bool IsSameGrading => IsComplete && Differences.IsEmpty;
}

/// <summary>Where the comparison of two versions of a policy starts (标准比对).</summary>
public static class PolicyDiff
{
    /// <summary>Compares two versions of a policy: clause by clause, and in the grades they give to anything there can be.</summary>
    /// <param name="old">The old version.</param>
    /// <param name="new">The new version.</param>
    /// <param name="options">How far to go; null for <see cref="PolicyAnalysisOptions.Default"/>.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="ArgumentException">They order other grades.</exception>
    public static PolicyDiff<TGrade> Between<TGrade>(
        GradingPolicy<TGrade> old, GradingPolicy<TGrade> @new, PolicyAnalysisOptions? options = null) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        @new.RequireScale(old.Scale, $"'{old}'", nameof(@new));
        options ??= PolicyAnalysisOptions.Default;
        var clauses = ClausesOf(old, @new);
        PolicySpace? space = null;
        try
        {
            space = new PolicySpace([.. old.Conditions, .. @new.Conditions], new DiagramStore(options.MostSteps));
            space.AddScores();
            return new PolicyDiff<TGrade>(old, @new, clauses, [.. Differences(old, @new, space, new RegionLister(space, options.MostBoxes))], isComplete: true, []);
        }
        catch (DiagramTooLargeException e)
        {
            return new PolicyDiff<TGrade>(old, @new, clauses, [], isComplete: false, e.Cells.IsEmpty ? space?.CountCells() ?? [] : e.Cells);
        }
    }

    private static IEnumerable<PolicyDifference<TGrade>> Differences<TGrade>(
        GradingPolicy<TGrade> old, GradingPolicy<TGrade> @new, PolicySpace space, RegionLister regions) where TGrade : struct, Enum
    {
        var codes = old.Scale.Count + 2;
        var moves = new DiagramMerge(space.Diagrams, (a, b) => Code(a) == Code(b) ? 0 : Code(a) * codes + Code(b))
            .Of(DecisionDiagram.Of(old, space, space.Readable), DecisionDiagram.Of(@new, space, space.Readable));
        foreach (var move in space.Diagrams.Values(moves).Where(move => move != 0).Order())
        {
            var (from, to) = (Grade((int)move / codes), Grade((int)move % codes));
            foreach (var (where, witness) in regions.List(space.Diagrams.Map(moves, value => value == move ? 1 : 0), out var isExact))
            {
                yield return new PolicyDifference<TGrade>(old.Scale, from, to, where, isExact, witness);
            }
        }

        static int Code(long outcome) => DecisionDiagram.Unpack(outcome).Code;

        TGrade? Grade(int code) => new Outcome(code, 1).Decode(old.Scale).FindGrade();
    }

    private static ImmutableArray<ClauseChange> ClausesOf<TGrade>(GradingPolicy<TGrade> old, GradingPolicy<TGrade> @new) where TGrade : struct, Enum
    {
        var now = AllClauses(@new).ToDictionary(clause => clause.Id);
        var before = AllClauses(old).ToDictionary(clause => clause.Id);
        return
        [
            .. AllClauses(old).Select(clause => Change(clause, now.GetValueOrDefault(clause.Id))).OfType<ClauseChange>(),
            .. AllClauses(@new).Where(clause => !before.ContainsKey(clause.Id)).Select(clause => new ClauseChange(clause.Id, ClauseChangeKind.Added, null, clause)),
        ];
    }

    private static ClauseChange? Change(PolicyClause old, PolicyClause? now) =>
        now is null ? new ClauseChange(old.Id, ClauseChangeKind.Removed, old, null)
        : old == now ? null
        : new ClauseChange(old.Id, old with { Title = now.Title, Basis = now.Basis } == now ? ClauseChangeKind.Reworded : ClauseChangeKind.Changed, old, now);

    private static IEnumerable<PolicyClause> AllClauses<TGrade>(GradingPolicy<TGrade> policy) where TGrade : struct, Enum =>
        [.. policy.NotGraded, .. policy.Rules, policy.Otherwise, .. policy.Adjustments];
}
