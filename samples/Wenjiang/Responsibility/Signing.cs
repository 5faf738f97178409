using System.Collections.Immutable;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace Wenjiang.Responsibility;

/// <summary>The day on which the cadres sign for their businesses.</summary>
internal static class Signing
{
    /// <summary>Every cadre with businesses signs a commitment that names them.</summary>
    public static MainAssignments SignAll(CommitmentBook book, ChainPlan plan, LocalDate on)
    {
        var assignments = MainAssignments.Of(plan);
        foreach (var cadre in assignments.Cadres)
        {
            var area = plan.LoadsOf(cadre)[0].Seat.Area;
            book.Sign(cadre, assignments[cadre], Offices.AuthorityOf(area), Offices.FoodSafety, on);
        }

        return assignments;
    }

    /// <summary>Every commitment that is due by a plan is signed, renewed or ended.</summary>
    /// <returns>What was due.</returns>
    public static ImmutableArray<RenewalDue> SignDue(CommitmentBook book, ChainPlan plan, LocalDate on)
    {
        var assignments = MainAssignments.Of(plan);
        var due = book.DueForRenewal(assignments, on);
        foreach (var (cadre, reason) in due.Select(one => (one.Cadre, one.Reason)))
        {
            if (reason == RenewalReason.NoBusinesses)
            {
                book.End(cadre, "不再包保主体", Offices.FoodSafety, on);
                continue;
            }

            var authority = Offices.AuthorityOf(plan.LoadsOf(cadre)[0].Seat.Area);
            _ = reason == RenewalReason.NotSigned
                ? book.Sign(cadre, assignments[cadre], authority, Offices.FoodSafety, on)
                : book.Renew(cadre, assignments[cadre], authority, Offices.FoodSafety, on);
        }

        return due;
    }
}
