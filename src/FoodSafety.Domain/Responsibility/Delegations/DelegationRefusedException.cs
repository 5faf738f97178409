using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A delegation cannot be made or revoked (委托代管被驳回); nothing was changed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DelegationRefusedException : Exception, IBilingualError
{
    internal DelegationRefusedException(
        DelegationRefusal refusal, CadreId cadre, CadreId substitute, Term term, ImmutableArray<Delegation> standing, LocalDate? day = null)
        : base(Describe(refusal, cadre, substitute, term, standing, day).English)
    {
        (Refusal, Cadre, Substitute) = (refusal, cadre, substitute);
        (Term, Standing, Day) = (term, standing, day);
    }

    /// <summary>Why.</summary>
    public DelegationRefusal Refusal { get; }

    /// <summary>The cadre who is absent.</summary>
    public CadreId Cadre { get; }

    /// <summary>The cadre who is to act meanwhile.</summary>
    public CadreId Substitute { get; }

    /// <summary>The days for which it was to hold; of one that is over, those for which it held.</summary>
    public Term Term { get; }

    /// <summary>
    /// What stands in the way: the delegation that it overlaps or that is over; of a cycle all others in it, from the
    /// substitute's own to the one back to the cadre; of a chain that is too long all of it, the one that was to be made included; empty where a cadre was
    /// to stand in for him- or herself.
    /// </summary>
    public ImmutableArray<Delegation> Standing { get; }

    /// <summary>The first day on which there would be a cycle, or a day on which the chain would be too long; null for other refusals.</summary>
    public LocalDate? Day { get; }

    /// <summary>What was refused and why, in both languages.</summary>
    public BilingualText Text => Describe(Refusal, Cadre, Substitute, Term, Standing, Day);

    private static BilingualText Describe(
        DelegationRefusal refusal, CadreId cadre, CadreId substitute, Term term, ImmutableArray<Delegation> standing, LocalDate? day)
    {
        return refusal switch
        {
            DelegationRefusal.ToSelf => ($"干部 {cadre} 不能委托本人代管。", $"Cadre {cadre} cannot be the substitute of cadre {cadre}."),
            DelegationRefusal.Overlaps => (
                $"干部 {cadre} 已有委托（编号 {standing[0].Id}），由 {standing[0].Substitute} 代管，{standing[0].Term.Text.Chinese}有效，不得重叠。",
                $"Cadre {cadre} has delegation {standing[0].Id} to {standing[0].Substitute} {standing[0].Term.Text.English}; two may not overlap."),
            DelegationRefusal.MakesCycle => (
                $"{day:uuuu-MM-dd} 将形成循环委托：{Circle()}。", $"On {day:uuuu-MM-dd} the delegations would form a cycle: {Circle()}."),
            DelegationRefusal.ChainTooLong => (
                $"{day:uuuu-MM-dd} 将有 {standing.Length} 级委托相连（{Chain()}）；最多 {DelegationBook.LongestChain} 级。",
                $"On {day:uuuu-MM-dd} {standing.Length} delegations would follow each other ({Chain()}); allowed are {DelegationBook.LongestChain}."),
            DelegationRefusal.IsOver => (
                $"委托（编号 {standing[0].Id}）{term.Text.Chinese}有效，已经到期，无需收回。",
                $"Delegation {standing[0].Id} {term.Text.English} is over; there is nothing to revoke."),
        };

        string Circle() => string.Join(" → ", standing.Select(link => link.Cadre).Prepend(cadre).Append(cadre));

        string Chain() => string.Join(" → ", standing.Select(link => link.Cadre).Append(standing[^1].Substitute));
    }
}
