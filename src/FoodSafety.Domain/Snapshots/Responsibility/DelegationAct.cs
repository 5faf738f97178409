using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Snapshots;

/// <summary>An act in a book of delegations; done again in order, they give the book.</summary>
internal sealed record DelegationAct(long? Revokes, CadreId Cadre, CadreId Substitute, Term Term, string Reason, string By, LocalDate On)
{
    public static DelegationAct Of(DelegationEvent happened) => new(
        happened is DelegationRevoked ? happened.Delegation.Id.Number : null, happened.Delegation.Cadre, happened.Delegation.Substitute,
        happened.Delegation.Term, happened.Reason, happened.By, happened.On);

    public void Do(DelegationBook book) => _ = Revokes is { } number
        ? book.Revoke(new DelegationId(number), Reason, By, On)
        : (DelegationEvent)book.Delegate(Cadre, Substitute, Term, Reason, By, On);
}
