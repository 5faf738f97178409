using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using GeneratedDistrict.Register;
using NodaTime;
using Wenjiang.Storage;

namespace Wenjiang.Register;

/// <summary>Some businesses of which facts changed, and what came of it.</summary>
internal sealed class RegradedChanges
{
    private readonly ImmutableArray<(Tier? From, Tier? To)> _tiers;

    private RegradedChanges(Consequences consequences, ImmutableArray<(Tier? From, Tier? To)> tiers, ImmutableArray<MovedBusiness> moves) =>
        (Consequences, _tiers, Moves) = (consequences, tiers, moves);

    /// <summary>All that followed: tiers, chains, commitments, duties, and who must do what.</summary>
    public Consequences Consequences { get; }

    /// <summary>How many were graded again: those that changed and no other.</summary>
    public int Examined => _tiers.Length;

    public long Moved => Moves.Length;

    public ImmutableArray<MovedBusiness> Moves { get; }

    /// <summary>How many of the examined went from one tier to another, or stayed; null is "not graded".</summary>
    public long this[Tier? from, Tier? to] => _tiers.Count(tiers => tiers == (from, to));

    /// <summary>Enters the changes as one batch, and follows them to their end.</summary>
    public static RegradedChanges Apply(Desk desk, IReadOnlyList<FactChange> changes, string by, LocalDate on)
    {
        FactChange[] made = [.. changes.Where(change => !change.After.IsEmpty)];
        var consequences = desk.Do(on, by, made.Select(change => new FactsStated(change.Business, new(change.After.AsSpan()))));
        var district = desk.District;
        var moves = consequences.MovesOf<Tier>().ToDictionary(move => move.Business);
        return new RegradedChanges(
            consequences,
            [.. made.Select(change => (moves.TryGetValue(change.Business, out var move) ? move.From.FindGrade() : Standing(change), Standing(change)))],
            [.. made.Where(change => moves.ContainsKey(change.Business)).Select(change => MovedBusiness.Of(district, moves[change.Business], change.Text))]);

        Tier? Standing(FactChange change) => district.Tiers.Standing[district.Businesses.Register.RowOf(change.Business)].FindGrade();
    }
}
