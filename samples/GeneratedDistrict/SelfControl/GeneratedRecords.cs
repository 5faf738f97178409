using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Responsibility;
using NodaTime;

namespace GeneratedDistrict.SelfControl;

/// <summary>The records that the businesses made of their own control, and those that they did not make.</summary>
/// <remarks>Assumed: about two of three businesses miss no day, the others one in four, more of them at first; a few days in ten thousand show a risk.</remarks>
public sealed class GeneratedRecords
{
    private const int Seed = 2026_10_01;
    private const double Reliable = 0.62;
    private const double LeastReliableTown = 0.10;
    private const double LeastMissed = 0.10;
    private const double MostMissed = 0.40;
    private const int RisksADay = 12;

    // Fewer and fewer are missed as the weeks go by, and more on days that are not worked.
    private const double AtFirst = 1.4;
    private const double LessEachDay = 0.015;
    private const double OnHolidays = 1.2;

    private readonly Random _random = new(Seed);
    private readonly ActDesk _desk;
    private readonly double[] _missed;

    // The first day on which each business may make a record.
    private readonly LocalDate[] _from;

    private BusinessRegister Register => _desk.District.Businesses.Register;

    private GeneratedRecords(ActDesk desk)
    {
        _desk = desk;
        var register = Register;
        var ofTown = new Dictionary<string, double>();
        _missed = new double[register.Count];
        _from = new LocalDate[register.Count];
        Array.Fill(_from, SampleDays.Recorded);
        for (var row = 0; row < _missed.Length; row++)
        {
            var town = Offices.StationOf(register.At(row).Area);
            if (!ofTown.TryGetValue(town, out var less))
            {
                ofTown[town] = less = LeastReliableTown * _random.NextDouble();
            }

            var isReliable = _random.NextDouble() < Reliable - less;
            _missed[row] = isReliable ? 0 : LeastMissed + (MostMissed - LeastMissed) * _random.NextDouble();
        }
    }

    /// <summary>Keeps the records of every day from the first of the log to a last one.</summary>
    /// <param name="desk">Where they are entered.</param>
    /// <param name="opened">The businesses that opened on <see cref="SampleDays.Renewed"/>.</param>
    /// <param name="last">The last day.</param>
    public static void Write(ActDesk desk, ImmutableArray<BusinessId> opened, LocalDate last)
    {
        var generated = new GeneratedRecords(desk);
        generated.MarkOperation(opened);
        foreach (var day in new DateInterval(SampleDays.Recorded, last))
        {
            generated.Write(day);
        }
    }

    /// <summary>A business owes no record for days on which it is suspended, has closed or has not opened yet.</summary>
    private void MarkOperation(ImmutableArray<BusinessId> opened)
    {
        List<Act> marks = [new RecordsBegun(SampleDays.Recorded)];
        foreach (var business in Register.Businesses.Where(business => business.Status != OperatingStatus.Operating))
        {
            Mark(business.Id, until: null);
        }

        foreach (var business in opened)
        {
            Mark(business, SampleDays.Renewed);
        }

        _desk.Do(SampleDays.Recorded, Offices.MarketBureau, marks);

        void Mark(BusinessId business, LocalDate? until)
        {
            marks.Add(new OperationMarked(business, new Term(SampleDays.Recorded, until), IsOperating: false));
            _from[Register.RowOf(business)] = until ?? LocalDate.MaxIsoValue;
        }
    }

    private void Write(LocalDate day)
    {
        List<Act> acts = [];
        var daily = Draw(part: 1, day);
        HashSet<int> risky = [];
        foreach (var row in Risky(daily))
        {
            var business = Register.IdAt(row);
            if (_desk.District.Staff.OnDutyAt(business, day).FirstOrDefault(held => held.Post == SafetyPost.Officer) is { } officer)
            {
                acts.Add(new RecordMade(business, SelfControlKind.DailyControl, officer.Person, RisksFound: _random.Next(1, 4)));
                risky.Add(row);
            }
        }

        Add(SelfControlKind.DailyControl, [.. daily.Where(row => !risky.Contains(row))]);
        if (day.DayOfWeek == IsoDayOfWeek.Friday)
        {
            Add(SelfControlKind.WeeklyCheck, Draw(part: 0.5, day));
        }

        if (day == day.With(DateAdjusters.EndOfMonth))
        {
            Add(SelfControlKind.MonthlyMeeting, Draw(part: 0.3, day));
        }

        if (acts.Count > 0)
        {
            _desk.Do(day, Offices.MarketBureau, acts);
        }

        void Add(SelfControlKind kind, int[] rows)
        {
            if (rows.Length > 0)
            {
                acts.Add(new RecordsKept(kind, BusinessSet.Of(rows.Select(Register.IdAt))));
            }
        }
    }

    /// <summary>The businesses that make a record, when they miss it with a part of their chance to miss a day's.</summary>
    private int[] Draw(double part, LocalDate day) =>
        [.. Enumerable.Range(0, _missed.Length).Where(row => day >= _from[row] && _random.NextDouble() >= _missed[row] * part * On(day))];

    private static double On(LocalDate day) =>
        (AtFirst - LessEachDay * Period.DaysBetween(SampleDays.Recorded, day)) * (SampleDays.Calendar.IsWorkingDay(day) ? 1 : OnHolidays);

    private IEnumerable<int> Risky(int[] rows) => Enumerable.Range(0, Math.Min(RisksADay, rows.Length)).Select(_ => rows[_random.Next(rows.Length)]).Distinct();
}
