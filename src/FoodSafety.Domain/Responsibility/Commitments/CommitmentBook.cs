using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The commitments of one cadre, past and standing (干部承诺书).</summary>
/// <param name="Cadre">The cadre.</param>
/// <param name="All">His commitments in the order signed; one stands at most.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CadreCommitments(CadreId Cadre, ItemList<Commitment> All)
{
    /// <summary>The commitment that stands on a day; null when none does.</summary>
    /// <param name="on">The day.</param>
    public Commitment? FindStanding(LocalDate on) => PlaceOfStanding(on) is >= 0 and var place ? All[place] : null;

    /// <summary>The same with what stands on a day ended before it, and with what was signed then.</summary>
    internal CadreCommitments EndingBefore(LocalDate on, params ReadOnlySpan<Commitment> signed)
    {
        var all = ImmutableArray.CreateBuilder<Commitment>(All.Length + signed.Length);
        all.AddRange(All.AsSpan());
        if (PlaceOfStanding(on) is >= 0 and var place)
        {
            all[place] = all[place] with { Term = all[place].Term.EndingBefore(on) };
        }

        all.AddRange(signed);
        return this with { All = all.MoveToImmutable() };
    }

    // One stands at most, and mostly the last is asked for.
    private int PlaceOfStanding(LocalDate on)
    {
        var place = All.Length - 1;
        while (place >= 0 && !All[place].StandsOn(on))
        {
            place--;
        }

        return place;
    }
}

/// <summary>The commitments of all cadres (承诺书台账): one that stands for each at most. What is signed while one stands renews it.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CommitmentBook : ThingBook<CadreId, CadreCommitments, CommitmentAct>
{
    internal const string Sort = "commitments";

    private readonly RegisterBook _businesses;
    private readonly ChainBook _chains;
    private readonly Things<CommitmentId, Commitment> _byId;

    internal CommitmentBook(RegisterBook businesses, ChainBook chains, UndoLog undo)
        : base(undo) => (_businesses, _chains, _byId) = (businesses, chains, new(undo));

    /// <summary>All commitments, each as it is now, by cadre in the order signed.</summary>
    public IEnumerable<Commitment> Commitments => All.SelectMany(cadre => cadre.All);

    /// <summary>A commitment as it is now; null when there is none with the id.</summary>
    /// <param name="id">The id.</param>
    public Commitment? Find(CommitmentId id) => _byId.Find(id);

    /// <summary>The commitment of a cadre that stands on a day, by all that is known now; null when none does.</summary>
    /// <param name="cadre">The cadre.</param>
    /// <param name="on">The day.</param>
    public Commitment? FindStanding(CadreId cadre, LocalDate on) => Find(cadre)?.FindStanding(on);

    /// <summary>The commitments that stand on a day, by all that is known now, as they were at its end, ordered by their ids.</summary>
    /// <remarks>Acts on a cadre follow each other by their days: what was done after the day has ended what stood on it, and nothing else of it.</remarks>
    /// <param name="day">The day.</param>
    internal ImmutableArray<Commitment> StandingOn(LocalDate day) =>
    [
        .. All.Select(cadre => cadre.FindStanding(day)).OfType<Commitment>().OrderBy(standing => standing.Id.Number)
            .Select(standing => standing.Term.IsOpen ? standing : standing with { Term = new Term(standing.SignedOn) }),
    ];

    /// <summary>Which commitments are to be signed, renewed or ended, by cadre.</summary>
    /// <param name="assignments">Who answers for which business on the day.</param>
    /// <param name="on">The day.</param>
    public ImmutableArray<RenewalDue> DueForRenewal(MainAssignments assignments, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        return [.. assignments.Cadres.Union(All.Select(cadre => cadre.Cadre)).Order().Select(cadre => FindDue(cadre, assignments[cadre], on)).OfType<RenewalDue>()];
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
    public CommitmentCoverage CoverageOn(MainAssignments assignments, LocalDate on) =>
        CommitmentCoverage.Of(assignments, cadre => FindStanding(cadre, on));

    private protected override string ThingKind => Sort;

    private protected override IEnumerable<Thing> BusinessesOf(CadreCommitments thing, CommitmentAct act) => act is CommitmentSigned signed ? signed.Businesses.Select(BusinessAct.ThingOf) : [];

    private protected override CadreId IdOf(CommitmentAct act) => act.Cadre;

    private protected override Decision Decide(CadreCommitments? before, CommitmentAct act, Moment moment) => act switch
    {
        CommitmentSigned signed => Decide(signed),
        CommitmentEnded ended when before?.FindStanding(moment.On) is null => new Refusal(
            "none-stands", ($"干部 {ended.Cadre} 在 {moment.On:uuuu-MM-dd} 没有有效的承诺书。", $"Cadre {ended.Cadre} has no standing commitment on {moment.On:uuuu-MM-dd}."),
            [new("cadre", ended.Cadre.Value), new("on", $"{moment.On:uuuu-MM-dd}")]),
        CommitmentEnded => act,
        _ => throw Unknown(act),
    };

    private protected override CadreCommitments After(CadreCommitments? before, CommitmentAct act, Moment moment)
    {
        var known = before ?? new CadreCommitments(act.Cadre, []);
        return act is not CommitmentSigned signed ? known.EndingBefore(moment.On)
            : known.EndingBefore(moment.On, new Commitment(signed.Id, signed.Cadre, signed.Businesses, signed.Authority, moment.By, moment.On));
    }

    // What rests on an act is that somebody ended what it had signed; that businesses are known is not asked again.
    private protected override bool Follows(CadreCommitments? before, CommitmentAct act, Moment moment) =>
        act is CommitmentSigned || before?.FindStanding(moment.On) is not null;

    private protected override void Changed(CadreCommitments? before, CadreCommitments? after)
    {
        // All before the first that is another are the same.
        var (was, now, same) = (before?.All ?? [], after?.All ?? [], 0);
        while (same < Math.Min(was.Length, now.Length) && ReferenceEquals(was[same], now[same]))
        {
            same++;
        }

        foreach (var gone in was[same..])
        {
            _byId.Put(gone.Id, null);
        }

        foreach (var commitment in now[same..])
        {
            _byId.Put(commitment.Id, commitment);
        }
    }

    private Decision Decide(CommitmentSigned signed)
    {
        if (!IdNumber.IsValid(signed.Id.Number))
        {
            return new Refusal("no-id", ("承诺书应有编号。", "A commitment has a number."), [new("id", $"{signed.Id.Number}")], Allowed: IdNumber.Allowed);
        }

        if (_byId.Find(signed.Id) is not null)
        {
            return Refusal.IdTaken($"{signed.Id}");
        }

        if (!_chains.Cadres.Contains(signed.Cadre))
        {
            return ChainBook.NotInService(signed.Cadre);
        }

        if (signed.Businesses.IsEmpty)
        {
            return new Refusal(
                "names-no-business", ($"干部 {signed.Cadre} 的承诺书没有列明包保主体。", $"The commitment of cadre {signed.Cadre} names no business."),
                [new("cadre", signed.Cadre.Value)], Allowed: ("至少一家。", "One or more."));
        }

        ImmutableArray<Refusal> unknown = [.. signed.Businesses.Where(id => !_businesses.Register.Contains(id)).Select(RegisterBook.Unregistered)];
        return unknown.IsEmpty ? signed with { Businesses = BusinessOrder.Sort(signed.Businesses, nameof(signed.Businesses)) } : Decision.Refuse(unknown);
    }
}

/// <summary>Lists of businesses in the order of their ids, character by character, each once.</summary>
internal static class BusinessOrder
{
    public static int Compare(BusinessId one, BusinessId other) => string.CompareOrdinal(one.Value, other.Value);

    /// <summary>Sorts and drops what stands twice.</summary>
    /// <exception cref="ArgumentException">One is no id.</exception>
    public static ImmutableArray<BusinessId> Sort(IEnumerable<BusinessId> businesses, string parameter)
    {
        BusinessId[] ids = [.. businesses];
        Array.Sort(ids, Compare);
        if (ids is [{ IsNone: true }, ..])
        {
            throw new ArgumentException("A business has an id.", parameter);
        }

        return [.. ids.Where((id, index) => index == 0 || id != ids[index - 1])];
    }

    public static bool Contains(ImmutableArray<BusinessId> sorted, BusinessId business) =>
        Sorted.LowerBound(sorted, business, Compare) is var place && place < sorted.Length && sorted[place] == business;

    /// <summary>What stands in the first list and not in the second.</summary>
    public static ImmutableArray<BusinessId> Except(ImmutableArray<BusinessId> sorted, ImmutableArray<BusinessId> others) =>
        [.. sorted.Where(business => !Contains(others, business))];
}
