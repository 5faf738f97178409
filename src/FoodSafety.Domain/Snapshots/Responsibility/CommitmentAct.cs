using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Snapshots;

/// <summary>What was done with a commitment.</summary>
internal enum CommitmentActKind
{
    Sign = 1,
    Renew = 2,
    End = 3,
}

/// <summary>An act in a book of commitments; done again in order, they give the book.</summary>
internal sealed record CommitmentAct(
    CommitmentActKind Kind, CadreId Cadre, LocalDate On, string By, string? Authority, string? Reason, ImmutableArray<BusinessId> Businesses)
{
    public static CommitmentAct Of(CommitmentEvent happened) => happened switch
    {
        CommitmentSigned signed => new(
            signed.IsRenewal ? CommitmentActKind.Renew : CommitmentActKind.Sign,
            signed.Commitment.Cadre, signed.On, signed.By, signed.Commitment.Authority, null, signed.Commitment.Businesses),
        CommitmentEnded ended => new(CommitmentActKind.End, ended.Commitment.Cadre, ended.On, ended.By, null, ended.Reason, []),
        _ => throw new ArgumentException($"No snapshot can hold a {happened.GetType().Name}.", nameof(happened)),
    };

    public void Do(CommitmentBook book) => _ = Kind switch
    {
        CommitmentActKind.Sign => book.Sign(Cadre, Businesses, Authority!, By, On),
        CommitmentActKind.Renew => book.Renew(Cadre, Businesses, Authority!, By, On),
        CommitmentActKind.End => (CommitmentEvent)book.End(Cadre, Reason!, By, On),
    };
}
