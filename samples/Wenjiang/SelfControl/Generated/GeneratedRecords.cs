using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using NodaTime;
using Wenjiang.Responsibility;

namespace Wenjiang.SelfControl.Generated;

/// <summary>The records that the businesses made of their own control, and those that they did not make.</summary>
/// <remarks>Assumed: about two of three businesses miss no day, the others one in four, more of them at first; a few days in ten thousand show a risk.</remarks>
internal sealed class GeneratedRecords
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
    private readonly District _district;
    private readonly SelfControlLog _log;
    private readonly double[] _missed;

    // The first day on which each business may make a record.
    private readonly LocalDate[] _from;

    private GeneratedRecords(District district)
    {
        (_district, _log) = (district, district.SelfControl!);
        var register = district.Register;
        var ofTown = new Dictionary<string, double>();
        _missed = new double[register.Count];
        _from = new LocalDate[register.Count];
        Array.Fill(_from, _log.First);
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
    /// <param name="district">Whose log is written.</param>
    /// <param name="opened">The businesses that opened on <see cref="SampleDays.Renewed"/>.</param>
    /// <param name="last">The last day.</param>
    public static void Write(District district, ImmutableArray<BusinessId> opened, LocalDate last)
    {
        var generated = new GeneratedRecords(district);
        generated.MarkOperation(opened);
        foreach (var day in new DateInterval(district.SelfControl!.First, last))
        {
            generated.Write(day);
        }
    }

    /// <summary>A business owes no record for days on which it is suspended, has closed or has not opened yet.</summary>
    private void MarkOperation(ImmutableArray<BusinessId> opened)
    {
        foreach (var business in _district.Register.Businesses.Where(business => business.Status != OperatingStatus.Operating))
        {
            Mark(business.Id, until: null);
        }

        foreach (var business in opened)
        {
            Mark(business, SampleDays.Renewed);
        }

        void Mark(BusinessId business, LocalDate? until)
        {
            _log.Mark(new OperationMark(business, new Term(_log.First, until), IsOperating: false, Offices.MarketBureau, _log.First));
            _from[_district.Register.RowOf(business)] = until ?? LocalDate.MaxIsoValue;
        }
    }

    private void Write(LocalDate day)
    {
        var daily = Draw(part: 1, day);
        foreach (var row in Risky(daily))
        {
            var business = _district.Register.IdAt(row);
            if (_district.Staff.OnDutyAt(business, day).FirstOrDefault(held => held.Post == SafetyPost.Officer) is { } officer)
            {
                _log.Add(new SelfControlRecord(business, SelfControlKind.DailyControl, day, officer.Person, RisksFound: _random.Next(1, 4)), _district.Staff);
            }
        }

        // Those of the records above that are there already stay as they are.
        _log.AddZeroRisk(SelfControlKind.DailyControl, day, daily);
        if (day.DayOfWeek == IsoDayOfWeek.Friday)
        {
            _log.AddZeroRisk(SelfControlKind.WeeklyCheck, day, Draw(part: 0.5, day));
        }

        if (day == day.With(DateAdjusters.EndOfMonth))
        {
            _log.AddZeroRisk(SelfControlKind.MonthlyMeeting, day, Draw(part: 0.3, day));
        }
    }

    /// <summary>The businesses that make a record, when they miss it with a part of their chance to miss a day's.</summary>
    private int[] Draw(double part, LocalDate day) =>
        [.. Enumerable.Range(0, _missed.Length).Where(row => day >= _from[row] && _random.NextDouble() >= _missed[row] * part * On(day))];

    private double On(LocalDate day) =>
        (AtFirst - LessEachDay * Period.DaysBetween(_log.First, day)) * (SampleDays.Calendar.IsWorkingDay(day) ? 1 : OnHolidays);

    private IEnumerable<int> Risky(int[] rows) => Enumerable.Range(0, Math.Min(RisksADay, rows.Length)).Select(_ => rows[_random.Next(rows.Length)]).Distinct();
}
