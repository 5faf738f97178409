using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace GeneratedDistrict.Responsibility;

/// <summary>The days on which the cadres sign for their businesses.</summary>
public static class Signing
{
    /// <summary>Every cadre with businesses signs a commitment that names them.</summary>
    public static MainAssignments SignAll(ActDesk desk, LocalDate on)
    {
        SignDue(desk, on);
        return MainAssignments.Of(desk.District.Chains.Plan!);
    }

    /// <summary>Every commitment that is due by the chains as they are is signed, renewed or ended.</summary>
    /// <returns>What was due.</returns>
    public static ImmutableArray<RenewalDue> SignDue(ActDesk desk, LocalDate on)
    {
        var (book, plan) = (desk.District.Commitments, desk.District.Chains.Plan!);
        var assignments = MainAssignments.Of(plan);
        var due = book.DueForRenewal(assignments, on);
        var next = book.Commitments.Select(commitment => commitment.Id.Number).DefaultIfEmpty().Max();
        if (!due.IsEmpty)
        {
            desk.Do(on, Offices.FoodSafety, due.Select(one => (Act)(one.Reason == RenewalReason.NoBusinesses
                ? new CommitmentEnded(one.Cadre, "不再包保主体")
                : new CommitmentSigned(new(++next), one.Cadre, assignments[one.Cadre], Offices.AuthorityOf(plan.LoadsOf(one.Cadre)[0].Seat.Area)))));
        }

        return due;
    }
}
