using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Inspections;
using FoodSafety.Domain.Tests.Rectifications;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Reporting;

/// <summary>Three businesses of one village with a cadre on each of three levels, and a closed one; small enough to count by hand.</summary>
internal static class SmallDistrict
{
    public const string Awkward = "<b>&\"town\", one";

    public static readonly AreaCode Area = AreaCode.Parse("510115");
    public static readonly AreaCode Village = AreaCode.Parse("510115001001");
    public static readonly LocalDate Day = new(2024, 3, 10);

    /// <summary>The district, with the commitments of d (names one) and of t (names one, but not two, which is his).</summary>
    public static District Build(WorkingCalendar? calendar = null, bool withRecords = true, bool withProblems = true)
    {
        var world = new PlanWorld(AreaTree.Build(
            [new("510115", "温江区"), new("510115001", Awkward), new($"{Village}", "village"), new("510115002", "empty town")]));
        world.Add("one", $"{Village}", Tier.B);
        world.Add("two", $"{Village}", Tier.C);
        world.Add("three", $"{Village}", Tier.D);
        world.Close(world.Add("four", $"{Village}", Tier.D));
        var district = world.Found([PlanWorld.NewPost("d", "510115"), PlanWorld.NewPost("t", "510115001"), PlanWorld.NewPost("v", $"{Village}")], new LocalDate(2023, 12, 1), calendar);
        PlanWorld.Do(district, new LocalDate(2023, 12, 1), new ChecklistAdopted(InspectionWorld.List), new StaffingLaidDown(StaffingRules.National));
        Visit(1, "two", InspectionWorld.AllMet(), new LocalDate(2023, 12, 31));
        PlanWorld.Do(
            district, Day.PlusDays(-5),
            new CommitmentSigned(new(1), new("d"), [new("one")], "city"),
            new CommitmentSigned(new(2), new("t"), [new("one")], "district"));
        Visit(2, "one", InspectionWorld.Unmet(InspectionOutcome.WrittenDeadline, "cleaning"), new LocalDate(2024, 3, 5));
        Visit(3, "two", InspectionWorld.AllMet(), new LocalDate(2024, 3, 6));
        if (withProblems)
        {
            var problems = new RectificationDesk(district);
            problems.Ordered(TimeLimit.Days(3), Problems.At(2024, 3, 5), row: 0);
            problems.CorrectOnTheSpot(problems.Report(Problems.At(2024, 3, 6), row: 1), Problems.Owner, Problems.Verifier, Problems.At(2024, 3, 6), Problems.Photo);
        }

        if (withRecords)
        {
            PlanWorld.Do(district, Day.PlusDays(-2), new RecordsBegun(Day.PlusDays(-2)), new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(new BusinessId("one"))));
            PlanWorld.Do(district, Day.PlusDays(-1), new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(new BusinessId("one"), new BusinessId("two"))));
        }

        PlanWorld.Do(
            district, Day,
            [
                new AppointmentMade(new Appointment(new(1), new StaffId("p"), new BusinessId("one"), SafetyPost.Officer, new Term(Day))),
                new AppointmentMade(new Appointment(new(2), new StaffId("q"), new BusinessId("one"), SafetyPost.Director, new Term(Day))),
                .. withRecords ? (Act[])[new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(new BusinessId("one")))] : [],
            ]);
        return district;

        void Visit(long number, string business, InspectionResult result, LocalDate on) => PlanWorld.Do(
            district, on,
            new InspectionPlanned(new(number), InspectionWorld.Task(InspectionKind.CadreVisit, InspectionSubject.OfBusiness(new BusinessId(business)))),
            new InspectionBegun(new(number), new InspectionTeam(InspectionForm.OnSite, new Inspector("v", cadre: new CadreId("v")))),
            new InspectionFinished(new(number), result));
    }

    /// <summary>The same on its day.</summary>
    public static DistrictDay OnItsDay() => Build().AsOf(Day);
}
