using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Reporting;
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
    public static Domain.Reporting.District Build(WorkingCalendar? calendar = null, bool withProblems = true)
    {
        var world = new PlanWorld(AreaTree.Build(
            [new("510115", "温江区"), new("510115001", Awkward), new($"{Village}", "village"), new("510115002", "empty town")]));
        world.Add("one", $"{Village}", Tier.B);
        world.Add("two", $"{Village}", Tier.C);
        world.Add("three", $"{Village}", Tier.D);
        world.Close(world.Add("four", $"{Village}", Tier.D));
        var root = world.Found([PlanWorld.NewPost("d", "510115"), PlanWorld.NewPost("t", "510115001"), PlanWorld.NewPost("v", $"{Village}")], Day.PlusDays(-5), calendar);
        PlanWorld.Do(
            root, Day.PlusDays(-5),
            new CommitmentSigned(new(1), new("d"), [new("one")], "city"),
            new CommitmentSigned(new(2), new("t"), [new("one")], "district"));
        var staff = new StaffBook();
        staff.Appoint(new Appointment(new StaffId("p"), new BusinessId("one"), SafetyPost.Officer, new Term(Day)), "owner", Day);
        staff.Appoint(new Appointment(new StaffId("q"), new BusinessId("one"), SafetyPost.Director, new Term(Day)), "owner", Day);
        staff.Appoint(new Appointment(new StaffId("p"), new BusinessId("elsewhere"), SafetyPost.Officer, new Term(Day)), "owner", Day);
        var log = new SelfControlLog(root.Businesses.Register, Day.PlusDays(-2));
        log.AddZeroRisk(SelfControlKind.DailyControl, Day.PlusDays(-2), 0);
        log.AddZeroRisk(SelfControlKind.DailyControl, Day.PlusDays(-1), 0, 1);
        log.AddZeroRisk(SelfControlKind.DailyControl, Day, 0);
        if (withProblems)
        {
            var problems = new RectificationDesk(root);
            problems.Ordered(TimeLimit.Days(3), Problems.At(2024, 3, 5), row: 0);
            problems.CorrectOnTheSpot(problems.Report(Problems.At(2024, 3, 6), row: 1), Problems.Owner, Problems.Verifier, Problems.At(2024, 3, 6), Problems.Photo);
        }

        return new Domain.Reporting.District(root)
        {
            Staff = staff,
            SelfControl = log,
            Inspections = Visits(),
        };
    }

    private static InspectionBook Visits()
    {
        var book = new InspectionBook();
        Visit("one", InspectionWorld.Unmet(InspectionOutcome.WrittenDeadline, "cleaning"), new LocalDate(2024, 3, 5));
        Visit("two", InspectionWorld.AllMet(), new LocalDate(2024, 3, 6));
        Visit("two", InspectionWorld.AllMet(), new LocalDate(2023, 12, 31));
        return book;

        void Visit(string business, InspectionResult result, LocalDate on)
        {
            var id = book.Plan(InspectionWorld.Task(InspectionKind.CadreVisit, InspectionSubject.OfBusiness(new BusinessId(business))), "office", on).Id;
            book.Begin(id, InspectionWorld.Visitor, "office", on);
            book.Finish(id, result, "office", on);
        }
    }
}
