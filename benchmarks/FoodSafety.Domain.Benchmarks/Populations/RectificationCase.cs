using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>The fourth task: a million open rectifications all over the country, ordered in the ninety days before the day that is asked about.</summary>
/// <remarks>Each was reported, claimed and ordered; a fifth of them with hours, two fifths with days, two fifths with working days.</remarks>
internal sealed class RectificationCase
{
    private const int DaysBefore = 90;
    private static readonly LocalDate First = new(2025, 7, 15);

    private readonly Dictionary<Seat, PlainOffice> _offices = [];

    public RectificationCase(int count)
    {
        var chains = new ChainCase(count);
        Plan = chains.Plan();
        Book = Fill(count, Plan.Register);
        Objects = [.. Enumerable.Range(1, count).Select(Plain)];
    }

    /// <summary>The day that is asked about, after National Day and its make-up days.</summary>
    public LocalDate Day { get; } = First.PlusDays(DaysBefore);

    /// <summary>A day of the past, two thirds of the way.</summary>
    public LocalDate PastDay { get; } = First.PlusDays(DaysBefore * 2 / 3);

    public ChainPlan Plan { get; }

    public RectificationBook Book { get; }

    /// <summary>The same as objects in a list.</summary>
    public List<PlainRectification> Objects { get; }

    /// <summary>Decides and records every step of every rectification, one by one.</summary>
    public static RectificationBook Fill(int count, BusinessRegister register)
    {
        var book = new RectificationBook(new(_ => new RectificationRules(), new UndoLog()), new CalendarBook(WorkingCalendar.China, _ => [], new UndoLog()), register, new UndoLog());
        var seeded = new Seeded(20251013);
        for (var i = 0; i < count; i++)
        {
            var at = First.PlusDays((int)((long)i * DaysBefore / count)).At(new LocalTime(9, 0)).InZoneStrictly(ChinaTime.Zone).ToInstant();
            var id = new RectificationId(i + 1);
            Take(RectificationAct.Report(id, FindingOf(i + 1), register.IdAt(i)), "inspector");
            Take(RectificationAct.Claim(id), "officer");
            Take(RectificationAct.Order(id, LimitOf(ref seeded)), "officer");

            void Take(RectificationAct act, string by)
            {
                var moment = Moment.Of(new Stamp(by, ChinaTime.DateOf(at), at), ChinaTime.Zone, new ActPlace(book.ActCount + 1, 0));
                book.Evolve(book.Decide(act, moment).Acts[0], moment);
            }
        }

        return book;
    }

    private static TimeLimit LimitOf(ref Seeded seeded) => seeded.Between(0, 4) switch
    {
        0 => TimeLimit.Hours(seeded.Between(24, 240)),
        <= 2 => TimeLimit.Days(seeded.Between(3, 60)),
        _ => TimeLimit.WorkingDays(seeded.Between(3, 40)),
    };

    private static Finding FindingOf(int number) => new()
    {
        Id = new FindingId(number),
        Subject = InspectionSubject.OfBusiness(new BusinessId("B")),
        Source = FindingSource.Inspection,
        Severity = FindingSeverity.General,
        Description = "示例",
        FoundOn = First,
        By = "inspector",
    };

    private PlainRectification Plain(int number)
    {
        var one = Book[new RectificationId(number)];
        return new PlainRectification
        {
            Id = number,
            State = one.State,
            OpenedOn = ChinaTime.DateOf(one.OpenedAt),
            LastDay = one.Deadline!.Value.LastDay,
            Main = Plan.FindChain(Plan.Register.RowOf(one.Business!.Value)) is { } chain ? OfficeOf(chain.Main.Seat) : null,
        };
    }

    private PlainOffice OfficeOf(Seat seat)
    {
        if (!_offices.TryGetValue(seat, out var office))
        {
            _offices.Add(seat, office = new PlainOffice(seat.Cadre.Value, Country.Areas[seat.Area].Parent?.Code.ToShortString()));
        }

        return office;
    }
}
