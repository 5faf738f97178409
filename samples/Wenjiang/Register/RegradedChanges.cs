using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;

namespace Wenjiang.Register;

/// <summary>Some businesses of which facts changed, and what grading them again did.</summary>
internal sealed class RegradedChanges
{
    private readonly Regrading<Tier> _regrading;

    private RegradedChanges(Regrading<Tier> regrading, ImmutableArray<MovedBusiness> moves)
    {
        _regrading = regrading;
        Moves = moves;
    }

    /// <summary>How many were graded again: those that changed and no other.</summary>
    public int Examined => _regrading.Examined;

    public long Moved => _regrading.Matrix.Moved;

    public ImmutableArray<MovedBusiness> Moves { get; }

    /// <summary>How many of the examined went from one tier to another, or stayed; null is "not graded".</summary>
    public long this[Tier? from, Tier? to] => _regrading.Matrix[from, to];

    /// <summary>Writes the changes into the register and renews the grades.</summary>
    public static RegradedChanges Apply(BusinessRegister register, GradeBook<Tier> book, Grader<Tier> grader, IReadOnlyList<FactChange> changes)
    {
        foreach (var change in changes)
        {
            register.Change(change.Business, change.After.AsSpan());
        }

        var regrading = book.Regrade(grader);
        var what = changes.ToDictionary(change => change.Business, change => change.Text);
        return new RegradedChanges(
            regrading, [.. regrading.Moves.Select(move => MovedBusiness.Of(register, regrading, move, what[register.IdAt(move.Row)]))]);
    }
}
