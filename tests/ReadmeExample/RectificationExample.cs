using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;

namespace ReadmeExample;

/// <summary>The example of a problem from found to struck off.</summary>
public static class RectificationExample
{
    public static RectificationsOnDay Run(District district, RectificationId id, Finding finding, Instant at)
    {
        district.Apply(Stamp("cadre-17", at), RectificationAct.Report(id, finding, finding.Business));
        district.Apply(Stamp("bureau-3", at + Duration.FromHours(2)), RectificationAct.Claim(id), RectificationAct.Order(id, TimeLimit.WorkingDays(5)));

        // What can be done now, by whom, and what stands in the way: buttons, and why they are grey.
        foreach (var option in district.Rectifications.AllowedSteps(id, by: "bureau-3", at + Duration.FromHours(4)))
            Console.WriteLine($"{option.Step.Name().English}: {(option.IsAllowed ? "yes" : option.Unmet[0].Text.English)}");

        district.Apply(Stamp("shop-9", at + Duration.FromDays(3)), RectificationAct.Submit(id, report: "R-2026-118"));
        district.Apply(Stamp("bureau-4", at + Duration.FromDays(4)), RectificationAct.Close(id));

        // On any day: what is overdue, how old, and who has to know.
        return district.Rectifications.On(new LocalDate(2026, 10, 15));

        static Stamp Stamp(string by, Instant at) => new(by, ChinaTime.DateOf(at), at);
    }
}
