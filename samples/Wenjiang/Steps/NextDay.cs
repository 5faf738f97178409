using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using GeneratedDistrict.Problems;
using GeneratedDistrict.Register;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.SelfControl;
using NodaTime;
using Wenjiang.Register;
using Wenjiang.Storage;

namespace Wenjiang.Steps;

/// <summary>
/// The working day after the last: the night, a visit that finds something, a fact that moves a business, what is signed then, and the daily records.
/// All of it is drawn from the district as it stands, so that whoever opens the journal plays the same day.
/// </summary>
/// <param name="Before">The day before.</param>
/// <param name="Day">The day.</param>
/// <param name="Night">What turned without anybody acting.</param>
/// <param name="Visit">The visit; null where no cadre answers for a business.</param>
/// <param name="Changes">The business of which a fact changed, and what followed; null where none is near another tier.</param>
/// <param name="Signed">The commitments that were due, and are signed.</param>
internal sealed record NextDay(LocalDate Before, LocalDate Day, Consequences Night, Inspection? Visit, RegradedChanges? Changes, ImmutableArray<RenewalDue> Signed)
{
    public static NextDay Play(Desk desk)
    {
        var before = desk.District.Today;
        var day = SampleDays.Calendar.AddWorkingDays(before, 1);
        var night = desk.Begin(day);
        var visit = VisitOne(desk, day);
        var changes = ChangeOne(desk, day);
        var signed = Signing.SignDue(desk, day);
        SafetyPostsOffice.Follow(desk, day);
        KeepRecords(desk, day);
        return new NextDay(before, day, night, visit, changes, signed);
    }

    /// <summary>A cadre visits a business and finds one thing, which is put right while the cadre is there.</summary>
    private static Inspection? VisitOne(Desk desk, LocalDate day)
    {
        var district = desk.District;
        var (plan, register) = (district.Chains.Plan!, district.Businesses.Register);
        var first = (int)(district.Version % register.Count);
        int[] tied = [.. Enumerable.Range(0, register.Count).Select(i => (first + i) % register.Count).Where(row => plan.FindChain(row) is { Main.IsVacant: false }).Take(1)];
        if (tied is not [var visited])
        {
            return null;
        }

        var (business, cadre) = (register.At(visited), plan.FindChain(visited)!.Main.Cadre);
        var id = new InspectionId(After(district.Inspections.All.Select(inspection => inspection.Id.Number)));
        desk.Do(day, cadre.Value, Acts());
        return district.Inspections[id];

        IEnumerable<Act> Acts()
        {
            var list = district.Checklists.Lists.For(InspectionKind.CadreVisit, business.Type, day);
            ItemAnswer[] answers = [.. list.Items.Select(item => ItemAnswer.Met(item.Code))];
            // Only a general item may be put right on the spot.
            var (i, item) = list.Items.Index().First(one => one.Item.Severity == FindingSeverity.General);
            answers[i] = ItemAnswer.NotMet(item.Code, ProblemWords.Of(item.Code, item.Title).Chinese, ItemEffect.Minor) with { IsCorrectedOnTheSpot = true };
            yield return new InspectionPlanned(id, new InspectionTask(InspectionKind.CadreVisit, InspectionSubject.OfBusiness(business.Id), list.Name, day));
            yield return new InspectionBegun(id, new InspectionTeam(InspectionForm.OnSite, new Inspector(cadre.Value, cadre: cadre)));
            yield return new InspectionFinished(id, new InspectionResult(district.Inspections.SuggestOutcome(id, answers, day).Outcome, answers)
            {
                Signature = ResultSignature.Given(Offices.ManagerOf(business.Id)),
            });
            // Acts are asked for one by one: what the visit found is there to be seen.
            var problem = new RectificationId(After(district.Rectifications.All.Select(rectification => rectification.Id.Number)));
            var finding = district.Findings.Of(id).Single();
            yield return RectificationAct.Report(problem, finding, business.Id);
            yield return RectificationAct.CorrectOnTheSpot(problem, Offices.ManagerOf(business.Id), new EvidenceReference(EvidenceKind.Photo, $"photo-{finding.Id}"));
        }
    }

    /// <summary>The number after those that are taken; a platform has a counter of its own.</summary>
    private static long After(IEnumerable<long> taken) => taken.DefaultIfEmpty(20260000000).Max() + 1;

    /// <summary>A business that is near a larger tier reaches it.</summary>
    private static RegradedChanges? ChangeOne(Desk desk, LocalDate day)
    {
        var nearest = ExplainedBusiness.Choose(desk.District).SelectMany(explained => explained.Explanation.Nearest.Take(1).Select(change => (explained.Business, change))).ToArray();
        if (nearest.Length == 0)
        {
            return null;
        }

        var (business, change) = nearest[desk.District.Version % nearest.Length];
        return RegradedChanges.Apply(desk, [new FactChange(business.Id, [change.From], [change.To])], Offices.MarketBureau, day);
    }

    /// <summary>The records of the day come in together: one act for all businesses that are open.</summary>
    private static void KeepRecords(Desk desk, LocalDate day)
    {
        BusinessId[] open = [.. desk.District.Businesses.Register.Businesses.Where(business => business.Status == OperatingStatus.Operating).Select(business => business.Id)];
        if (open.Length > 0)
        {
            // A run that was killed may not have come to the day from which records are kept.
            Act[] begun = desk.District.SelfControl.First is null ? [new RecordsBegun(day)] : [];
            desk.Do(day, Offices.MarketBureau, [.. begun, new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(open))]);
        }
    }
}
