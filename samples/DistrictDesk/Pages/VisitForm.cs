using DistrictDesk.Layout;
using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace DistrictDesk.Pages;

/// <summary>What the form of a visit says, as acts: the visit with its answers, and a report of each problem that it found.</summary>
public static class VisitForm
{
    private const long FirstOfYear = 10_000_000;

    /// <summary>The acts, each made on the district after those before it.</summary>
    /// <param name="district">The district.</param>
    /// <param name="on">The day of the visit.</param>
    /// <param name="cadre">Who visits.</param>
    /// <param name="business">Where.</param>
    /// <param name="form">The form.</param>
    /// <param name="photos">The keys of the photos that came with it, by their fields.</param>
    public static IEnumerable<Act> Acts(District district, LocalDate on, CadreId cadre, BusinessId business, IFormCollection form, IReadOnlyDictionary<string, string> photos)
    {
        var known = district.Businesses.Register[business];
        var list = ChecklistName.TryParse(form["checklist"], null, out var name) && district.Checklists.On(on).Find(name) is { } found ? found
            : throw new UnreadableFieldException("checklist");
        var id = new InspectionId(After(on, district.Inspections.All.Select(inspection => inspection.Id.Number)));
        ItemAnswer[] answers = [.. list.Items.Select(item => AnswerOf(item.Code, form, photos))];
        yield return new InspectionPlanned(id, new InspectionTask(InspectionKind.CadreVisit, InspectionSubject.OfBusiness(business), list.Name, on)
        {
            IsHighRisk = known.Profile.HandlesHighRiskFood == true,
        });
        yield return new InspectionBegun(id, new InspectionTeam(InspectionForm.OnSite, new Inspector(cadre.Value, cadre: cadre)));
        yield return new InspectionFinished(id, new InspectionResult(district.Inspections.SuggestOutcome(id, answers, on).Outcome, answers)
        {
            Signature = SignatureOf(form),
            Remark = Text(form, "remark"),
        });
        foreach (var finding in district.Findings.Of(id))
        {
            var problem = new RectificationId(After(on, district.Rectifications.All.Select(rectification => rectification.Id.Number)));
            yield return RectificationAct.Report(problem, finding, business);
            if (finding.IsCorrectedOnTheSpot)
            {
                yield return RectificationAct.CorrectOnTheSpot(problem, Text(form, "signed") ?? $"{business}-manager", [.. finding.Evidence]);
            }
        }
    }

    private static ItemAnswer AnswerOf(string item, IFormCollection form, IReadOnlyDictionary<string, string> photos) => form[item].ToString() switch
    {
        "met" => ItemAnswer.Met(item),
        "not-applicable" => ItemAnswer.NotApplicable(item),
        "not-met" => ItemAnswer.NotMet(
            item, Text(form, $"{item}.found") ?? throw new UnreadableFieldException($"{item}: {ItemResult.NotMet.Name().Chinese}"),
            EnumCodes.Find<ItemEffect>(form[$"{item}.effect"].ToString()) ?? throw new UnreadableFieldException($"{item}.effect")) with
        {
            IsCorrectedOnTheSpot = form[$"{item}.mended"] == "yes",
            Evidence = photos.TryGetValue($"{item}.photo", out var photo) ? [new EvidenceReference(EvidenceKind.Photo, photo)] : [],
        },
        _ => throw new UnreadableFieldException(item),
    };

    private static ResultSignature SignatureOf(IFormCollection form) => Text(form, "refused") is { } reason
        ? ResultSignature.Refused(reason, Text(form, "witness"))
        : ResultSignature.Given(Text(form, "signed") ?? throw new UnreadableFieldException("signed"));

    private static string? Text(IFormCollection form, string field) => form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    // Numbers as they stand on forms: the year, then a running number. Nobody else writes the district meanwhile.
    private static long After(LocalDate on, IEnumerable<long> taken) => Math.Max(on.Year * FirstOfYear, taken.DefaultIfEmpty().Max()) + 1;
}

/// <summary>Only a cadre visits as a cadre.</summary>
public sealed class VisitByCadreException() : InvalidOperationException("Visits of cadres are made by cadres."), IBilingualError
{
    public BilingualText Text => ("督导由包保干部开展。", "Visits of cadres are made by cadres.");
}
