using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The commitments of all cadres, past and standing (承诺书台账): one standing commitment per cadre.</summary>
/// <remarks>
/// Days never go backwards: an act may be dated on the day of the last one or later. So what stood on a day that is over never
/// changes. Not thread-safe.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CommitmentBook
{
    private readonly List<Commitment> _commitments = [];
    private readonly SortedDictionary<CadreId, List<CommitmentId>> _ofCadre = [];
    private readonly List<CommitmentEvent> _events = [];

    /// <summary>The day of the last act; null before the first.</summary>
    public LocalDate? LastDay => _events.Count == 0 ? null : _events[^1].On;

    /// <summary>Everything that was done, in order; each event shows the commitments as they were then.</summary>
    public IReadOnlyList<CommitmentEvent> Events => _events.AsReadOnly();

    /// <summary>All commitments, each as it is now, in the order signed.</summary>
    public IReadOnlyList<Commitment> Commitments => _commitments.AsReadOnly();

    /// <summary>The commitment of a cadre that stands on a day, or null.</summary>
    /// <param name="cadre">The cadre.</param>
    /// <param name="on">The day.</param>
    public Commitment? FindStanding(CadreId cadre, LocalDate on)
    {
        // One stands at most, and mostly the last is asked for.
        var ids = IdsOf(cadre);
        for (var i = ids.Count - 1; i >= 0; i--)
        {
            if (_commitments[(int)ids[i].Number - 1] is var commitment && commitment.StandsOn(on))
            {
                return commitment;
            }
        }

        return null;
    }

    /// <summary>The commitments of a cadre, in the order signed, those that were renewed or ended included.</summary>
    /// <param name="cadre">The cadre; one who never signed has none.</param>
    public ImmutableArray<Commitment> HistoryOf(CadreId cadre) => [.. IdsOf(cadre).Select(id => _commitments[(int)id.Number - 1])];

    /// <summary>Signs the commitment of a cadre who has none standing (签订).</summary>
    /// <param name="cadre">The cadre.</param>
    /// <param name="businesses">The businesses it names, in any order; one that stands twice counts once.</param>
    /// <param name="authority">With whom it is signed: the key of the authority in the user's platform.</param>
    /// <param name="by">Who records it: a key in the user's platform.</param>
    /// <param name="on">The day on which it is signed.</param>
    /// <exception cref="CommitmentRefusedException">The cadre has a standing commitment, or no business is named.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no cadre, authority or nobody who acts, or a business has no id.</exception>
    public CommitmentSigned Sign(CadreId cadre, IEnumerable<BusinessId> businesses, string authority, string by, LocalDate on)
    {
        var commitment = Draft(cadre, businesses, authority, by, on);
        return FindStanding(cadre, on) is { } standing
            ? throw new CommitmentRefusedException(CommitmentRefusal.AlreadyStands, cadre, on, standing)
            : Keep(commitment, renewed: null);
    }

    /// <summary>Renews the standing commitment of a cadre (续签): the one before ends on the day, and this one stands from it.</summary>
    /// <param name="cadre">The cadre.</param>
    /// <param name="businesses">The businesses it names now, in any order; one that stands twice counts once.</param>
    /// <param name="authority">With whom it is signed: the key of the authority in the user's platform.</param>
    /// <param name="by">Who records it: a key in the user's platform.</param>
    /// <param name="on">The day on which it is signed.</param>
    /// <exception cref="CommitmentRefusedException">The cadre has no standing commitment, or no business is named.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no cadre, authority or nobody who acts, or a business has no id.</exception>
    public CommitmentSigned Renew(CadreId cadre, IEnumerable<BusinessId> businesses, string authority, string by, LocalDate on)
    {
        var commitment = Draft(cadre, businesses, authority, by, on);
        return Keep(commitment, CloseStanding(cadre, on));
    }

    /// <summary>Ends the standing commitment of a cadre who leaves or answers for no business any more (终止).</summary>
    /// <param name="cadre">The cadre.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who ends it: a key in the user's platform.</param>
    /// <param name="on">The day of the act, on which it no longer stands.</param>
    /// <exception cref="CommitmentRefusedException">The cadre has no standing commitment.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no reason or nobody who acts.</exception>
    public CommitmentEnded End(CadreId cadre, string reason, string by, LocalDate on)
    {
        TextRule.Note.Check(reason);
        TextRule.Key.Check(by);
        CheckDay(on);
        var ended = new CommitmentEnded(CloseStanding(cadre, on), reason, by, on);
        _events.Add(ended);
        return ended;
    }

    /// <summary>Which commitments are to be signed, renewed or ended, by cadre.</summary>
    /// <param name="assignments">Who answers for which business on the day.</param>
    /// <param name="on">The day.</param>
    public ImmutableArray<RenewalDue> DueForRenewal(MainAssignments assignments, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        return [.. assignments.Cadres.Union(_ofCadre.Keys).Order().Select(cadre => FindDue(cadre, assignments[cadre], on)).OfType<RenewalDue>()];
    }

    /// <summary>What is to be done with the commitment of one cadre; null when it is up to date, or there is none and none is needed.</summary>
    /// <param name="cadre">The cadre.</param>
    /// <param name="businesses">The businesses that the cadre answers for as main responsible on the day, in any order.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentException">A business has no id.</exception>
    public RenewalDue? FindDue(CadreId cadre, IEnumerable<BusinessId> businesses, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(businesses);
        var answersFor = BusinessOrder.Sort(businesses, nameof(businesses));
        var standing = FindStanding(cadre, on);
        var named = standing?.Businesses ?? [];
        var due = new RenewalDue(cadre, standing, BusinessOrder.Except(answersFor, named), BusinessOrder.Except(named, answersFor));
        return due.Added.IsEmpty && due.Gone.IsEmpty ? null : due;
    }

    /// <summary>How far commitments reach on a day.</summary>
    /// <param name="assignments">Who answers for which business on the day.</param>
    /// <param name="on">The day.</param>
    public CommitmentCoverage CoverageOn(MainAssignments assignments, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        var (named, committed, upToDate) = (0, 0, 0);
        foreach (var cadre in assignments.Cadres)
        {
            if (FindStanding(cadre, on) is { } standing)
            {
                var businesses = assignments[cadre];
                var both = businesses.Count(standing.Names);
                named += both;
                committed++;
                upToDate += both == businesses.Length && both == standing.Businesses.Length ? 1 : 0;
            }
        }

        return new CommitmentCoverage(assignments.BusinessCount, named, assignments.Cadres.Length, committed, upToDate);
    }

    private List<CommitmentId> IdsOf(CadreId cadre) => _ofCadre.TryGetValue(cadre, out var ids) ? ids : [];

    private Commitment Draft(CadreId cadre, IEnumerable<BusinessId> businesses, string authority, string by, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(businesses);
        TextRule.Key.Check(authority);
        TextRule.Key.Check(by);
        if (cadre.IsNone)
        {
            throw new ArgumentException("A commitment is signed by a cadre.", nameof(cadre));
        }

        CheckDay(on);
        var named = BusinessOrder.Sort(businesses, nameof(businesses));
        return named.IsEmpty
            ? throw new CommitmentRefusedException(CommitmentRefusal.NamesNoBusiness, cadre, on, FindStanding(cadre, on))
            : new Commitment(new CommitmentId(_commitments.Count + 1), cadre, named, authority, by, on);
    }

    private Commitment CloseStanding(CadreId cadre, LocalDate on)
    {
        var standing = FindStanding(cadre, on) ?? throw new CommitmentRefusedException(CommitmentRefusal.NoneStands, cadre, on, standing: null);
        return _commitments[(int)standing.Id.Number - 1] = standing with { Term = standing.Term.EndingBefore(on) };
    }

    private CommitmentSigned Keep(Commitment commitment, Commitment? renewed)
    {
        if (!_ofCadre.TryGetValue(commitment.Cadre, out var ids))
        {
            _ofCadre.Add(commitment.Cadre, ids = []);
        }

        ids.Add(commitment.Id);
        _commitments.Add(commitment);
        var signed = new CommitmentSigned(commitment, renewed);
        _events.Add(signed);
        return signed;
    }

    private void CheckDay(LocalDate on)
    {
        if (LastDay is { } last && on < last)
        {
            throw new LedgerDayException(on, last);
        }
    }
}
