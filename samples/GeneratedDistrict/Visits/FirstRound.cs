using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using GeneratedDistrict.Responsibility;

namespace GeneratedDistrict.Visits;

/// <summary>The first round: every business is told of its duties, trained and visited.</summary>
public static class FirstRound
{
    private const int YearsSince = 4;
    private const long FirstInspection = 20260000001;

    public static RoundId Id { get; } = new(20260000001);

    /// <summary>Wenjiang did not publish its stages: those of Yiyang of 2022 stand in, moved to the year of the sample.</summary>
    public static Round Round { get; } = new(
        ("温江区首轮全覆盖（示例）", "First full round of Wenjiang (sample)"),
        SampleDays.RoundBegins,
        [RoundTask.Publicity, RoundTask.Training, RoundTask.Visit],
        [.. Rounds.Yiyang2022.Targets.Select(stage => stage with { By = stage.By.PlusYears(YearsSince) })],
        Rounds.Yiyang2022.Basis);

    /// <summary>Enters day by day what was done in the round.</summary>
    /// <param name="desk">Where it is entered.</param>
    /// <param name="calls">Who goes to which business when, by the day of the visit.</param>
    /// <param name="answer">What was found of each item of the list at a business.</param>
    public static void Play(ActDesk desk, IReadOnlyList<Call> calls, Func<Business, Checklist, int, IReadOnlyCollection<ItemAnswer>> answer)
    {
        var register = desk.District.Businesses.Register;
        desk.Do(SampleDays.RoundBegins, Offices.FoodSafety, new RoundOpened(Id, Round));
        var marks = calls.SelectMany(call => new[] { (On: call.Publicity, Task: RoundTask.Publicity, call.Row), (On: call.Training, Task: RoundTask.Training, call.Row) })
            .ToLookup(mark => mark.On, mark => new RoundMark(register.IdAt(mark.Row), mark.Task));
        var visits = calls.Select((call, number) => (call, Id: new InspectionId(FirstInspection + number))).ToLookup(visit => visit.call.Visit);
        foreach (var day in marks.Select(of => of.Key).Union(visits.Select(of => of.Key)).Order())
        {
            if (marks.Contains(day))
            {
                desk.Do(day, Offices.FoodSafety, new RoundMarked(Id, [.. marks[day]]));
            }

            foreach (var (call, id) in visits[day])
            {
                desk.Do(day, call.Cadre.Value, Visit(id, call, register.At(call.Row), answer));
            }
        }
    }

    /// <summary>A visit by the task list of cadres.</summary>
    private static IEnumerable<Act> Visit(InspectionId id, Call call, Business business, Func<Business, Checklist, int, IReadOnlyCollection<ItemAnswer>> answer)
    {
        var list = Checklists.BuiltIn.For(InspectionKind.CadreVisit, business.Type, call.Visit);
        var answers = answer(business, list, call.Row);
        return
        [
            new InspectionPlanned(id, new InspectionTask(InspectionKind.CadreVisit, InspectionSubject.OfBusiness(business.Id), list.Name, call.Visit)
            {
                IsHighRisk = business.Profile.HandlesHighRiskFood == true,
            }),
            new InspectionBegun(id, new InspectionTeam(InspectionForm.OnSite, new Inspector(call.Cadre.Value, cadre: call.Cadre))),
            new InspectionFinished(id, new InspectionResult(InspectionRules.BuiltIn.SuggestOutcome(InspectionKind.CadreVisit, list, answers).Outcome, answers)
            {
                Signature = ResultSignature.Given(Offices.ManagerOf(business.Id)),
            }),
            new RoundMarked(Id, new RoundMark(business.Id, RoundTask.Visit)),
        ];
    }
}
