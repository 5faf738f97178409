using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;

namespace ReadmeExample;

/// <summary>The example of a problem from found to struck off.</summary>
public static class RectificationExample
{
    public static RectificationsOnDay Run(Finding finding, int row, Instant at)
    {
        var book = new RectificationBook(WorkingCalendar.China);
        var id = book.Report(finding, row, by: "cadre-17", at).Id;
        book.Claim(id, by: "bureau-3", at + Duration.FromHours(2));
        book.Order(id, TimeLimit.WorkingDays(5), by: "bureau-3", at + Duration.FromHours(3));

        // What can be done now, by whom, and what stands in the way: buttons, and why they are grey.
        foreach (var option in book.AllowedSteps(id, by: "bureau-3", at + Duration.FromHours(4)))
            Console.WriteLine($"{option.Step.Name().English}: {(option.IsAllowed ? "yes" : option.Unmet[0].Text.English)}");

        book.Submit(id, report: "R-2026-118", by: "shop-9", at + Duration.FromDays(3));
        book.Close(id, by: "bureau-4", at + Duration.FromDays(4));

        // On any day: what is overdue, how old, and who has to know.
        return book.On(new LocalDate(2026, 10, 15));
    }
}
