using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using NodaTime;
using Wenjiang.Responsibility;

namespace Wenjiang.Visits;

/// <summary>The first round: every business is told of its duties, trained and visited.</summary>
internal static class FirstRound
{
    private const int YearsSince = 4;

    /// <summary>Wenjiang did not publish its stages: those of Yiyang of 2022 stand in, moved to the year of the sample.</summary>
    public static Round Round { get; } = new(
        ("温江区首轮全覆盖（示例）", "First full round of Wenjiang (sample)"),
        SampleDays.RoundBegins,
        [RoundTask.Publicity, RoundTask.Training, RoundTask.Visit],
        [.. Rounds.Yiyang2022.Targets.Select(stage => stage with { By = stage.By.PlusYears(YearsSince) })],
        Rounds.Yiyang2022.Basis);

    /// <summary>Begins the ledger of the round, with all businesses that have a tier.</summary>
    public static RoundProgress Begin(ChainPlan plan) => new(Round, plan.Register.Areas, RoundProgress.BusinessesOf(plan));

    /// <summary>Enters what was done at a business before its visit.</summary>
    public static void Prepare(RoundProgress progress, Call call)
    {
        progress.Mark(call.Row, RoundTask.Publicity, call.Publicity, call.Cadre.Value);
        progress.Mark(call.Row, RoundTask.Training, call.Training, call.Cadre.Value);
    }

    /// <summary>Enters a visit by the task list of cadres.</summary>
    /// <param name="district">Whose books are written.</param>
    /// <param name="call">Who visits which business when.</param>
    /// <param name="answer">What was found of each item of the list at a business.</param>
    public static void Visit(District district, Call call, Func<Business, Checklist, int, IReadOnlyCollection<ItemAnswer>> answer)
    {
        var (business, by) = (district.Register.At(call.Row), call.Cadre.Value);
        var list = Checklists.BuiltIn.For(InspectionKind.CadreVisit, business.Type, call.Visit);
        var task = new InspectionTask(InspectionKind.CadreVisit, InspectionSubject.OfBusiness(business.Id), list, call.Visit)
        {
            IsHighRisk = business.Profile.HandlesHighRiskFood,
        };
        var book = district.Inspections;
        var id = book.Plan(task, Offices.FoodSafety, call.Visit.Minus(Period.FromDays(1))).Id;
        book.Begin(id, new InspectionTeam(InspectionForm.OnSite, new Inspector(by, cadre: call.Cadre)), by, call.Visit);
        var answers = answer(business, list, call.Row);
        var outcome = OutcomeRule.SuggestOutcome(InspectionKind.CadreVisit, list, answers).Outcome;
        book.Finish(id, new InspectionResult(outcome, answers) { Signature = ResultSignature.Given(Offices.ManagerOf(business.Id)) }, by, call.Visit);
        district.Round!.Mark(call.Row, RoundTask.Visit, call.Visit, by);
    }
}
