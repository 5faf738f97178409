using System.Collections.Immutable;

namespace FoodSafety.Domain.Grading;

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
