using System.Collections.Immutable;
using FoodSafety.Domain.DynamicManagement;
using FoodSafety.Domain.Grading;
using NodaTime;

namespace Wenjiang.Register;

/// <summary>Some businesses of which facts changed, and what came of it.</summary>
internal sealed class RegradedChanges
{
    private RegradedChanges(Consequences consequences, ImmutableArray<MovedBusiness> moves)
    {
        Consequences = consequences;
        Moves = moves;
    }

    /// <summary>All that followed: tiers, chains, commitments, duties, and who must do what.</summary>
    public Consequences Consequences { get; }

    /// <summary>How many were graded again: those that changed and no other.</summary>
    public int Examined => Consequences.Regrading.Examined;

    public long Moved => Consequences.Regrading.Matrix.Moved;

    public ImmutableArray<MovedBusiness> Moves { get; }

    /// <summary>How many of the examined went from one tier to another, or stayed; null is "not graded".</summary>
    public long this[Tier? from, Tier? to] => Consequences.Regrading.Matrix[from, to];

    /// <summary>Makes the changes as one batch, and follows them to their end.</summary>
    public static RegradedChanges Apply(DynamicManager manager, IReadOnlyList<FactChange> changes, string by, LocalDate on)
    {
        var made = changes.Where(change => !change.After.IsEmpty).Select(change => new FactsChanged(change.Business, change.After.AsSpan()));
        var consequences = manager.Apply(made, by, on);
        var register = manager.Register;
        var regrading = consequences.Regrading;
        var what = changes.ToDictionary(change => change.Business, change => change.Text);
        return new RegradedChanges(
            consequences, [.. regrading.Moves.Select(move => MovedBusiness.Of(register, regrading, move, what[register.IdAt(move.Row)]))]);
    }
}
