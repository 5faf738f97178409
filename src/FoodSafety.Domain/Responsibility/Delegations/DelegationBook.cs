using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The delegations of all cadres, past, present and to come (委托代管台账): who acts for whom on a day.</summary>
/// <remarks>
/// <para>A cadre has one substitute a day at most. A substitute who is absent has one too, and so on; since no day has a cycle,
/// there always is somebody in the end who acts, after <see cref="LongestChain"/> delegations at most.</para>
/// <para>Days never go backwards: an act may be dated on the day of the last one or later, and a delegation begins on the day
/// it is made or later. So who acted on a day that is over never changes. Not thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DelegationBook
{
    /// <summary>How many delegations may follow each other on one day (委托最多级数): 16. Nobody knows any more for whom he or she acts after so many.</summary>
    public const int LongestChain = 16;

    private readonly List<Delegation> _delegations = [];
    private readonly Dictionary<CadreId, List<DelegationId>> _from = [];
    private readonly Dictionary<CadreId, List<DelegationId>> _to = [];
    private readonly List<DelegationEvent> _events = [];

    /// <summary>The day of the last act; null before the first.</summary>
    public LocalDate? LastDay => _events.Count == 0 ? null : _events[^1].On;

    /// <summary>Everything that was done, in order.</summary>
    public IReadOnlyList<DelegationEvent> Events => _events.AsReadOnly();

    /// <summary>All delegations, each as it is now, in the order made.</summary>
    public IReadOnlyList<Delegation> Delegations => _delegations.AsReadOnly();

    /// <summary>A delegation as it is now.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such delegation.</exception>
    public Delegation this[DelegationId id] => id.Number >= 1 && id.Number <= _delegations.Count
        ? _delegations[(int)id.Number - 1]
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The book has {_delegations.Count} delegations, numbered from 1.");

    /// <summary>Lets another cadre act for one who is absent (委托).</summary>
    /// <param name="cadre">The cadre who is absent.</param>
    /// <param name="substitute">The cadre who acts meanwhile.</param>
    /// <param name="term">The days: at least one, the first of them the day of the act or later.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who makes it: a key in the user's platform.</param>
    /// <param name="on">The day of the act.</param>
    /// <exception cref="DelegationRefusedException">
    /// The two are one cadre, the cadre has another delegation in the same days, or on one of them there would be a cycle or a chain longer than
    /// <see cref="LongestChain"/>.
    /// </exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">
    /// There is no cadre, substitute or reason, nobody who acts, or the term has no day or begins before the day of the act.
    /// </exception>
    public DelegationMade Delegate(CadreId cadre, CadreId substitute, Term term, string reason, string by, LocalDate on)
    {
        CheckAct(reason, by, on);
        if (cadre.IsNone || substitute.IsNone)
        {
            throw new ArgumentException("A delegation is from a cadre to a cadre.", cadre.IsNone ? nameof(cadre) : nameof(substitute));
        }

        if (term.IsEmpty || term.From < on)
        {
            throw new ArgumentOutOfRangeException(nameof(term), term, $"Allowed: at least one day, the first on {on:uuuu-MM-dd}, the day of the act, or later.");
        }

        if (cadre == substitute)
        {
            throw new DelegationRefusedException(DelegationRefusal.ToSelf, cadre, substitute, term, []);
        }

        if (Of(_from, cadre).FirstOrDefault(other => other.Term.Overlaps(term)) is { } standing)
        {
            throw new DelegationRefusedException(DelegationRefusal.Overlaps, cadre, substitute, term, [standing]);
        }

        if (FindWay(substitute, cadre, term) is { } way)
        {
            throw new DelegationRefusedException(DelegationRefusal.MakesCycle, cadre, substitute, term, [.. way.Path], way.Day);
        }

        var made = new Delegation(new DelegationId(_delegations.Count + 1), cadre, substitute, term, reason, by, on);
        if (FindLongChain(made) is var (chain, day) && chain.Length > LongestChain)
        {
            throw new DelegationRefusedException(DelegationRefusal.ChainTooLong, cadre, substitute, term, chain, day);
        }

        return Keep(made);
    }

    /// <summary>Revokes a delegation before its end (提前收回): on the day of the act it no longer holds.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who revokes it: a key in the user's platform.</param>
    /// <param name="on">The day of the act; a delegation that has not begun by then never does.</param>
    /// <exception cref="DelegationRefusedException">It is over.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no such delegation, no reason, or nobody who acts.</exception>
    public DelegationRevoked Revoke(DelegationId id, string reason, string by, LocalDate on)
    {
        var delegation = this[id];
        CheckAct(reason, by, on);
        if (delegation.Term.IsEmpty || on >= delegation.Term.Until)
        {
            throw new DelegationRefusedException(DelegationRefusal.IsOver, delegation.Cadre, delegation.Substitute, delegation.Term, [delegation]);
        }

        delegation = delegation with { Term = delegation.Term.EndingBefore(LocalDate.Max(on, delegation.Term.From)), IsRevoked = true };
        _delegations[(int)id.Number - 1] = delegation;
        var revoked = new DelegationRevoked(delegation, reason, by, on);
        _events.Add(revoked);
        return revoked;
    }

    /// <summary>Who acts for a cadre on a day: the cadre, the substitute, or the substitute's substitute.</summary>
    /// <remarks>As far as delegations say. Whether they all are in post on the day is known to the roster, which a <see cref="Jurisdiction"/> asks.</remarks>
    /// <param name="cadre">The cadre.</param>
    /// <param name="on">The day.</param>
    public Substitution Resolve(CadreId cadre, LocalDate on)
    {
        var path = ImmutableArray.CreateBuilder<Delegation>();
        for (var at = cadre; Find(at, on) is { } delegation; at = delegation.Substitute)
        {
            path.Add(delegation);
        }

        return new Substitution(cadre, on, path.DrainToImmutable());
    }

    /// <summary>For whom a cadre stands in on a day, directly or through others; none while the cadre is absent too.</summary>
    /// <param name="substitute">The cadre who acts.</param>
    /// <param name="on">The day.</param>
    /// <returns>One for each cadre who is stood in for, in the order of their ids.</returns>
    public ImmutableArray<Substitution> StandsInFor(CadreId substitute, LocalDate on)
    {
        if (Find(substitute, on) is not null)
        {
            return [];
        }

        var found = new List<CadreId>();
        Collect(substitute);
        return [.. found.Order().Select(cadre => Resolve(cadre, on))];

        void Collect(CadreId at)
        {
            foreach (var delegation in Of(_to, at).Where(delegation => delegation.Term.Contains(on)))
            {
                found.Add(delegation.Cadre);
                Collect(delegation.Cadre);
            }
        }
    }

    /// <summary>The delegations of a cadre to others, in the order made, those that are over included.</summary>
    /// <param name="cadre">The cadre.</param>
    public ImmutableArray<Delegation> HistoryOf(CadreId cadre) => [.. Of(_from, cadre)];

    private Delegation? Find(CadreId cadre, LocalDate on) => Of(_from, cadre).FirstOrDefault(delegation => delegation.Term.Contains(on));

    private IEnumerable<Delegation> Of(Dictionary<CadreId, List<DelegationId>> index, CadreId cadre) =>
        index.TryGetValue(cadre, out var ids) ? ids.Select(id => _delegations[(int)id.Number - 1]) : [];

    /// <summary>The delegations that lead from a cadre to another on the first such day of a term; null when there is no such day.</summary>
    private (ImmutableStack<Delegation> Path, LocalDate Day)? FindWay(CadreId from, CadreId to, Term term)
    {
        // One cadre's delegations do not overlap, so the earliest way of all is through the earliest that has one.
        foreach (var delegation in Of(_from, from).Where(delegation => delegation.Term.Overlaps(term)).OrderBy(delegation => delegation.Term.From))
        {
            var common = delegation.Term.Intersect(term);
            if (delegation.Substitute == to)
            {
                return (ImmutableStack.Create(delegation), common.From);
            }

            if (FindWay(delegation.Substitute, to, common) is { } rest)
            {
                return (rest.Path.Push(delegation), rest.Day);
            }
        }

        return null;
    }

    /// <summary>The longest chain that a new delegation would be part of on a day of its term.</summary>
    private (ImmutableArray<Delegation> Chain, LocalDate Day) FindLongChain(Delegation made)
    {
        // Before it as many as may be: on each of its days the chain after it is one alone, before it there may be several.
        var longest = (Chain: ImmutableArray.Create(made), Day: made.Term.From);
        Follow(made.Substitute, made.Term, [made]);
        return longest;

        void Follow(CadreId at, Term term, ImmutableArray<Delegation> chain)
        {
            var next = Of(_from, at).Where(delegation => delegation.Term.Overlaps(term)).ToList();
            foreach (var delegation in next)
            {
                Follow(delegation.Substitute, delegation.Term.Intersect(term), chain.Add(delegation));
            }

            // It may end here on some day: longer ways were followed already.
            Lead(made.Cadre, term, chain);
        }

        void Lead(CadreId at, Term term, ImmutableArray<Delegation> chain)
        {
            if (chain.Length > longest.Chain.Length)
            {
                longest = (chain, term.From);
            }

            if (longest.Chain.Length > LongestChain)
            {
                return;
            }

            foreach (var delegation in Of(_to, at).Where(delegation => delegation.Term.Overlaps(term)))
            {
                Lead(delegation.Cadre, delegation.Term.Intersect(term), chain.Insert(0, delegation));
            }
        }
    }

    private DelegationMade Keep(Delegation delegation)
    {
        _delegations.Add(delegation);
        Add(_from, delegation.Cadre);
        Add(_to, delegation.Substitute);
        var made = new DelegationMade(delegation);
        _events.Add(made);
        return made;

        void Add(Dictionary<CadreId, List<DelegationId>> index, CadreId cadre)
        {
            if (!index.TryGetValue(cadre, out var ids))
            {
                index.Add(cadre, ids = []);
            }

            ids.Add(delegation.Id);
        }
    }

    private void CheckAct(string reason, string by, LocalDate on)
    {
        TextRule.Note.Check(reason);
        TextRule.Key.Check(by);
        if (LastDay is { } last && on < last)
        {
            throw new LedgerDayException(on, last);
        }
    }
}
