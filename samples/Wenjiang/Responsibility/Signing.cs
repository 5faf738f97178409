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
}
