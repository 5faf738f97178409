using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Files;

/// <summary>Who a regrading moved, as a CSV file (等级变动文件): a line for each business whose grade became another, or that has none for another reason.</summary>
/// <remarks>
/// The columns are <c>id</c>, <c>name</c>, <c>area</c>, <c>area-name</c>, <c>from</c> and <c>to</c> (a grade, or <c>not-graded</c>), <c>direction</c>
/// (<c>stricter</c>, <c>milder</c>, <c>graded</c>, <c>not-graded</c>, or <c>other-reason</c> of one without a grade as before), <c>clause-before</c> (what decided before;
/// blank where no clause did), <c>adjustments-before</c> (what moved the grade then, with blanks between them), <c>clause</c> (what decides now), <c>adjustments</c> (what moves it
/// now), <c>reason-zh</c> and <c>reason-en</c>.
/// </remarks>
public static class MovesFile
{
    /// <summary>Writes the moves of grades and of reasons, in the order of the rows.</summary>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="regrading">What moved.</param>
    /// <param name="businessOf">Who stands in a row.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    public static void Write<TGrade>(TextWriter target, Regrading<TGrade> regrading, Func<int, MovedBusiness> businessOf) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(regrading);
        ArgumentNullException.ThrowIfNull(businessOf);
        var (before, now) = (GraderOf(regrading.PolicyBefore), GraderOf(regrading.Policy));
        CsvTarget.Write(
            target, ["id", "name", "area", "area-name", "from", "to", "direction", "clause-before", "adjustments-before", "clause", "adjustments", "reason-zh", "reason-en"],
            regrading.Moves.Concat(regrading.ReasonMoves).OrderBy(move => move.Row).Select(LineOf));

        string?[] LineOf(GradeMove<TGrade> move)
        {
            var (business, clause) = (businessOf(move.Row), regrading.Policy.ClauseOf(move.To));
            return
            [
                business.Id, business.Name, business.Area?.Code.ToString(), business.Area?.Name,
                move.From.FindGrade()?.ToString() ?? GradedFile.NotGraded, move.To.FindGrade()?.ToString() ?? GradedFile.NotGraded, Direction(move, regrading.Policy.Scale),
                move.From.Clause < 0 ? "" : regrading.PolicyBefore!.ClauseOf(move.From).Id, AdjustmentsOf(before, business.FactsBefore),
                clause.Id, AdjustmentsOf(now, business.Facts), clause.Title.Chinese, clause.Title.English,
            ];
        }
    }

    /// <summary>What explains a grade that adjustments may move; null where none does.</summary>
    private static Grader<TGrade>? GraderOf<TGrade>(GradingPolicy<TGrade>? policy) where TGrade : struct, Enum => policy is { Adjustments.IsEmpty: false } ? new Grader<TGrade>(policy) : null;

    private static string AdjustmentsOf<TGrade>(Grader<TGrade>? grader, IFactSource? facts) where TGrade : struct, Enum =>
        grader is null || facts is null ? "" : string.Join(' ', grader.Explain(facts).Adjustments.Select(adjustment => adjustment.Clause.Id));

    private static string Direction<TGrade>(GradeMove<TGrade> move, GradeScale<TGrade> scale) where TGrade : struct, Enum => (move.From.FindGrade(), move.To.FindGrade()) switch
    {
        ({ } from, { } to) => scale.StrictnessOf(to) > scale.StrictnessOf(from) ? "stricter" : "milder",
        (null, { }) => "graded",
        (null, null) => "other-reason",
        ({ }, null) => GradedFile.NotGraded,
    };
}

/// <summary>Who stands in a row (变动主体).</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">The name; empty where it is not known.</param>
/// <param name="Area">The area; null where it is not known.</param>
public sealed record MovedBusiness(string Id, string Name, Area? Area)
{
    /// <summary>The facts by which it had the grade before, so that it is told which adjustments moved that; null where they are not known, and then none is told.</summary>
    public IFactSource? FactsBefore { get; init; }

    /// <summary>The facts by which it has the grade now; as those before.</summary>
    public IFactSource? Facts { get; init; }
}
