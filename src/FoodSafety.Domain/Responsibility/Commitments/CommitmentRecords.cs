using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The commitments of all cadres (承诺书台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CommitmentRecords : Book<CommitmentDeed>
{
    private readonly RegisterBook _businesses;
    private readonly ChainBook _chains;
    private readonly Things<CommitmentId, Commitment> _all;
    private readonly Trails<CadreId, CommitmentId> _ofCadre;

    internal CommitmentRecords(RegisterBook businesses, ChainBook chains, UndoLog undo) =>
        (_businesses, _chains, _all, _ofCadre) = (businesses, chains, new(undo), new(undo));

    /// <summary>All commitments, in no order.</summary>
    public IEnumerable<Commitment> All => _all.All;

    /// <summary>A commitment as it is now; null when there is none with the id.</summary>
    /// <param name="id">The id.</param>
    public Commitment? Find(CommitmentId id) => _all.Find(id);

    /// <summary>The commitments of a cadre, in the order signed.</summary>
    public ImmutableArray<Commitment> HistoryOf(CadreId cadre) => [.. _ofCadre.Of(cadre).Select(id => _all.Find(id)!)];

    /// <summary>The commitment of a cadre that stands on a day, by all that is known now; null when none does.</summary>
    public Commitment? FindStanding(CadreId cadre, LocalDate on) => HistoryOf(cadre).LastOrDefault(commitment => commitment.StandsOn(on));

    /// <summary>What the commitment of a cadre lacks of the businesses that he answers for, and names beyond them; null when it names just these.</summary>
    public RenewalDue? FindDue(CadreId cadre, IEnumerable<BusinessId> answersFor, LocalDate on)
    {
        var wanted = BusinessOrder.Sort(answersFor, nameof(answersFor));
        var standing = FindStanding(cadre, on);
        var named = standing?.Businesses ?? [];
        var due = new RenewalDue(cadre, standing, BusinessOrder.Except(wanted, named), BusinessOrder.Except(named, wanted));
        return due.Added.IsEmpty && due.Gone.IsEmpty ? null : due;
    }

    private protected override Decision Decide(CommitmentDeed act, Moment moment) => act switch
    {
        CommitmentMade made => Decide(made),
        CommitmentClosed closed when FindStanding(closed.Cadre, moment.On) is null => new Refusal(
            "none-stands", ($"干部 {closed.Cadre} 在 {moment.On:uuuu-MM-dd} 没有有效的承诺书。", $"Cadre {closed.Cadre} has no standing commitment on {moment.On:uuuu-MM-dd}."),
            [new GuardValue("cadre", closed.Cadre.Value), new GuardValue("on", $"{moment.On:uuuu-MM-dd}")]),
        CommitmentClosed => act,
        _ => throw Unknown(act),
    };

    private protected override void Evolve(CommitmentDeed act, Moment moment)
    {
        if (FindStanding(act.Cadre, moment.On) is { } standing)
        {
            _all.Put(standing.Id, standing with { Term = standing.Term.EndingBefore(moment.On) });
        }

        if (act is CommitmentMade made)
        {
            _all.Put(made.Id, new Commitment(made.Id, made.Cadre, made.Businesses, made.Authority, moment.By, moment.On));
            _ofCadre.Add(made.Cadre, made.Id);
        }
    }

    private Decision Decide(CommitmentMade made)
    {
        if (_all.Find(made.Id) is not null)
        {
            return new Refusal("id-taken", ($"编号 {made.Id} 已被使用。", $"The id {made.Id} is taken."), [new GuardValue("id", made.Id.ToString())], Allowed: ("未使用的编号。", "An id that is not in use."));
        }

        if (!_chains.Cadres.Contains(made.Cadre))
        {
            return ChainBook.NotInService(made.Cadre);
        }

        if (made.Businesses.IsEmpty)
        {
            return new Refusal("names-no-business", ($"干部 {made.Cadre} 的承诺书没有列明包保主体。", $"The commitment of cadre {made.Cadre} names no business."), [new GuardValue("cadre", made.Cadre.Value)], Allowed: ("至少一家。", "One or more."));
        }

        ImmutableArray<Refusal> unknown = [.. made.Businesses.Where(id => !_businesses.Register.Contains(id)).Select(RegisterBook.Unregistered)];
        return unknown.IsEmpty ? made with { Businesses = BusinessOrder.Sort(made.Businesses, nameof(made.Businesses)) } : Decision.Refuse(unknown);
    }
}
