using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The delegations of all cadres, past, present and to come (委托代管台账): who acts for whom on a day.</summary>
/// <remarks>
/// <para>A cadre has one substitute a day at most. A substitute who is absent has one too, and so on; since no day has a cycle,
/// there always is somebody in the end who acts, after <see cref="LongestChain"/> delegations at most.</para>
/// <para>A delegation begins on the day of record or later, and is revoked from that day on: who acted on a day that is over never
/// changes. One that was made by mistake is revoked.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DelegationBook : ThingBook<DelegationId, Delegation, DelegationAct>
{
    /// <summary>How many delegations may follow each other on one day (委托最多级数): 16. Nobody knows any more for whom he or she acts after so many.</summary>
    public const int LongestChain = 16;

    private readonly ChainBook _chains;
    private readonly Trails<CadreId, DelegationId> _from;
    private readonly Trails<CadreId, DelegationId> _to;

    internal DelegationBook(ChainBook chains, UndoLog undo)
        : base(undo) => (_chains, _from, _to) = (chains, new(undo), new(undo));

    // A decision is taken back for the days to come alone.
    internal override ImmutableArray<string> Voidable => [];

    private protected override string ThingKind => "delegation";

    private protected override IEnumerable<Thing> BusinessesOf(Delegation thing, DelegationAct act) => [];

    /// <summary>Who acts for a cadre on a day: the cadre, the substitute, or the substitute's substitute.</summary>
    /// <remarks>As far as delegations say. Whether they all are in post on the day is known to the roster, which a <see cref="Jurisdiction"/> asks.</remarks>
    /// <param name="cadre">The cadre.</param>
    /// <param name="on">The day.</param>
    public Substitution Resolve(CadreId cadre, LocalDate on)
    {
        var path = ImmutableArray.CreateBuilder<Delegation>();
        for (var at = cadre; FindOf(at, on) is { } delegation; at = delegation.Substitute)
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
        if (FindOf(substitute, on) is not null)
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
    public ImmutableArray<Delegation> DelegationsOf(CadreId cadre) => [.. Of(_from, cadre)];

    /// <summary>The delegations of others to a cadre, in the order made, those that are over included.</summary>
    /// <param name="substitute">The cadre who acts.</param>
    public ImmutableArray<Delegation> DelegationsTo(CadreId substitute) => [.. Of(_to, substitute)];

    private protected override DelegationId IdOf(DelegationAct act) => act.Id;

    private protected override LocalDate CountsFrom(Moment moment) => moment.Today;

    private protected override Decision Decide(Delegation? before, DelegationAct act, Moment moment) => act switch
    {
        DelegationMade made => !IdNumber.IsValid(made.Id.Number) ? Refusal.NoId : before is not null ? Refusal.IdTaken(made.Id.ToString()) : Decide(made, moment),
        DelegationRevoked => before is null
            ? new Refusal("unknown-id", ($"没有委托 {act.Id}。", $"There is no delegation {act.Id}."), [new GuardValue("id", act.Id.ToString())])
            : before.Term.IsEmpty || moment.Today >= before.Term.Until ? IsOver(before) : act,
        _ => throw Unknown(act),
    };

    private protected override Delegation After(Delegation? before, DelegationAct act, Moment moment) => act switch
    {
        DelegationMade made => new Delegation(made, moment),
        DelegationRevoked => before! with { Term = before.Term.EndingBefore(LocalDate.Max(moment.Today, before.Term.From)), IsRevoked = true },
        _ => throw Unknown(act),
    };

    private protected override void Changed(Delegation? before, Delegation? after)
    {
        if (before is null && after is not null)
        {
            _from.Add(after.Cadre, after.Id);
            _to.Add(after.Substitute, after.Id);
        }
    }

    private Decision Decide(DelegationMade made, Moment moment)
    {
        var (cadre, substitute, term, today) = (made.Cadre, made.Substitute, made.Term, moment.Today);
        ImmutableArray<Refusal> absent = [.. new[] { cadre, substitute }.Distinct().Where(one => !_chains.IsInService(one)).Select(ChainBook.NotInService)];
        if (!absent.IsEmpty)
        {
            return Decision.Refuse(absent);
        }

        if (term.IsEmpty || term.From < today)
        {
            return new Refusal(
                "term-out-of-range", ($"期间为 {term.Text.Chinese}。", $"The term is {term.Text.English}."),
                Values(made), Allowed: ($"至少一日，首日不早于 {today:uuuu-MM-dd}。", $"At least one day, the first on {today:uuuu-MM-dd} or later."));
        }

        if (cadre == substitute)
        {
            return new Refusal(
                "to-self", ($"干部 {cadre} 不能委托本人代管。", $"Cadre {cadre} cannot be the substitute of cadre {cadre}."), Values(made),
                Allowed: ("其他在任干部。", "Another cadre in service."));
        }

        if (Of(_from, cadre).FirstOrDefault(other => other.Term.Overlaps(term)) is { } standing)
        {
            return new Refusal(
                "overlaps",
                ($"干部 {cadre} 已有委托（编号 {standing.Id}），由 {standing.Substitute} 代管，{standing.Term.Text.Chinese}有效，不得重叠。",
                $"Cadre {cadre} has delegation {standing.Id} to {standing.Substitute} {standing.Term.Text.English}; two may not overlap."),
                Values(made, [standing]));
        }

        if (FindWay(substitute, cadre, term) is var (path, first))
        {
            var circle = string.Join(" → ", path.Select(link => link.Cadre).Prepend(cadre).Append(cadre));
            return new Refusal(
                "makes-cycle", ($"{first:uuuu-MM-dd} 将形成循环委托：{circle}。", $"On {first:uuuu-MM-dd} the delegations would form a cycle: {circle}."),
                Values(made, path, first));
        }

        var (chain, day) = FindLongChain(new Delegation(made, moment));
        if (chain.Length > LongestChain)
        {
            var shown = string.Join(" → ", chain.Select(link => link.Cadre).Append(chain[^1].Substitute));
            return new Refusal(
                "chain-too-long",
                ($"{day:uuuu-MM-dd} 将有 {chain.Length} 级委托相连（{shown}）。", $"On {day:uuuu-MM-dd} {chain.Length} delegations would follow each other ({shown})."),
                Values(made, chain.Where(link => link.Id != made.Id), day),
                Allowed: ($"最多 {LongestChain} 级。", $"{LongestChain} or fewer."));
        }

        return made;
    }

    private static Refusal IsOver(Delegation delegation) => new(
        "is-over",
        ($"委托（编号 {delegation.Id}）{delegation.Term.Text.Chinese}有效，已经到期，无需收回。", $"Delegation {delegation.Id} {delegation.Term.Text.English} is over; there is nothing to revoke."),
        [new GuardValue("id", delegation.Id.ToString()), new GuardValue("until", $"{delegation.Term.Until:uuuu-MM-dd}")]);

    /// <summary>What was asked, the delegations that stand in its way, and a day on which they do.</summary>
    private static ItemList<GuardValue> Values(DelegationMade made, IEnumerable<Delegation>? standing = null, LocalDate? day = null) =>
    [
        new("cadre", made.Cadre.Value), new("substitute", made.Substitute.Value), new("from", $"{made.Term.From:uuuu-MM-dd}"),
        .. made.Term.Until is { } until ? [new("until", $"{until:uuuu-MM-dd}")] : ImmutableArray<GuardValue>.Empty,
        .. (standing ?? []).Select(delegation => new GuardValue("standing", delegation.Id.ToString())),
        .. day is { } on ? [new("day", $"{on:uuuu-MM-dd}")] : ImmutableArray<GuardValue>.Empty,
    ];

    private Delegation? FindOf(CadreId cadre, LocalDate on) => Of(_from, cadre).FirstOrDefault(delegation => delegation.Term.Contains(on));

    private IEnumerable<Delegation> Of(Trails<CadreId, DelegationId> index, CadreId cadre) => index.Of(cadre).Select(id => this[id]);

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
}
