using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Responsibility;
using NodaTime;

namespace GeneratedDistrict.Problems;

/// <summary>What becomes of each problem, step by step: mended at once, or ordered, sometimes late, sometimes sent back, and closed in the end.</summary>
public sealed class GeneratedCourses(BusinessRegister register)
{
    private const int Seed = 2026_11_20;
    private const double Extended = 0.10;
    private const double SentBack = 0.22;
    private const double Late = 0.34;
    private const double ExtendedAndSentBack = 0.25;
    private const int MoreDays = 5;

    // The last day on which a business hands its report in, so that all is struck off in time.
    private static readonly LocalDate LastReport = SampleDays.Settled.PlusDays(-3);

    private static readonly int[] DaysGiven = [3, 7, 15];

    private readonly Random _random = new(Seed);
    private long _last = 20260000000;

    /// <summary>The steps of one problem, in their order.</summary>
    public IEnumerable<ProblemAct> Of(Finding finding)
    {
        var id = new RectificationId(++_last);
        var business = register[finding.Business];
        var (manager, station) = (Offices.ManagerOf(business.Id), Offices.StationOf(business.Area));
        var found = Between(finding.FoundOn, 9, 17);
        yield return new ProblemAct(found, finding.By, RectificationAct.Report(id, finding, business.Id));
        foreach (var act in finding.IsCorrectedOnTheSpot ? OnTheSpot(id, finding, found, manager) : Ordered(id, finding, manager, station))
        {
            yield return act;
        }
    }

    private IEnumerable<ProblemAct> OnTheSpot(RectificationId id, Finding finding, Instant found, string manager)
    {
        var at = found + Duration.FromMinutes(_random.Next(5, 45));
        yield return new ProblemAct(at, finding.By, RectificationAct.CorrectOnTheSpot(id, manager, new EvidenceReference(EvidenceKind.Photo, $"photo-{finding.Id}")));
    }

    private IEnumerable<ProblemAct> Ordered(RectificationId id, Finding finding, string manager, string station)
    {
        var claimed = WorkingDayAfter(finding.FoundOn);
        var claim = Between(claimed, 9, 10);
        yield return new ProblemAct(claim, station, RectificationAct.Claim(id));

        var order = claim + Duration.FromMinutes(_random.Next(20, 100));
        var limit = TimeLimit.Days(DaysFrom(claimed));
        var due = limit.After(order, SampleDays.Calendar).LastDay;
        yield return new ProblemAct(order, station, RectificationAct.Order(id, limit, $"ZG-{id}"));

        // What would not be over in time takes the plain course.
        var lot = due.PlusDays(MoreDays + 4) <= LastReport ? _random.NextDouble() : 1;
        if (lot < Extended)
        {
            var extension = Between(SampleDays.Calendar.IsWorkingDay(due) ? due : SampleDays.Calendar.AddWorkingDays(due, -1), 9, 11);
            due = due.PlusDays(MoreDays);
            yield return new ProblemAct(extension, station, RectificationAct.Extend(id, TimeLimit.Days(MoreDays), manager, ProblemWords.NeedsTime.Chinese));
        }

        var handedIn = lot is >= SentBack and < Late
            ? due.PlusDays(_random.Next(2, 9))
            : due.PlusDays(-_random.Next(0, lot < Extended ? 2 : limit.Amount));
        yield return Report(LocalDate.Min(handedIn, LastReport));
        if (lot is >= Extended and < SentBack || lot < Extended * ExtendedAndSentBack)
        {
            var checkedOn = WorkingDayAfter(handedIn);
            var back = Between(checkedOn, 9, 11);
            yield return new ProblemAct(back, station, RectificationAct.Return(id, ProblemWords.NotYetMended.Chinese));
            handedIn = checkedOn.PlusDays(1);
            yield return Report(handedIn);
        }

        var closed = Between(WorkingDayAfter(LocalDate.Min(handedIn, LastReport)), 9, 11);
        yield return new ProblemAct(closed, station, RectificationAct.Close(id, new EvidenceReference(EvidenceKind.Photo, $"photo-{finding.Id}-after")));

        ProblemAct Report(LocalDate on)
        {
            var at = Between(on, 14, 17);
            return new ProblemAct(at, manager, RectificationAct.Submit(id, $"ZGBG-{id}"));
        }
    }

    private int DaysFrom(LocalDate claimed)
    {
        var fitting = DaysGiven.Where(days => days == DaysGiven[0] || claimed.PlusDays(days) <= LastReport).ToArray();
        return fitting[_random.Next(fitting.Length)];
    }

    private static LocalDate WorkingDayAfter(LocalDate day) => SampleDays.Calendar.AddWorkingDays(day, 1);

    private Instant Between(LocalDate day, int fromHour, int toHour) =>
        (day.At(new LocalTime(fromHour, 0)) + Period.FromMinutes(_random.Next((toHour - fromHour) * 60))).InZoneStrictly(ChinaTime.Zone).ToInstant();
}
