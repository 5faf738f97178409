using System.Collections.Immutable;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Responsibility;
using NodaTime;

namespace GeneratedDistrict.Visits;

/// <summary>Spreads the businesses of each cadre over the working days of the round, a little ahead of its stages.</summary>
public sealed class GeneratedCalls
{
    private const int Seed = 2026_10_09;

    // The share by which the round is ahead of each stage, so that chance does not miss it.
    private const double Ahead = 0.02;

    // Publicity comes first and training next: at these shares of the way to the visit.
    private const double AtPublicity = 0.4;
    private const double AtTraining = 0.7;

    private readonly Random _random = new(Seed);
    private readonly LocalDate[] _days;
    private readonly (double Share, int Days)[] _stages;

    private GeneratedCalls(Round round, WorkingCalendar calendar)
    {
        _days = calendar.WorkingDaysIn(new DateInterval(round.Begins, round.Targets[^1].By)).ToArray();
        _stages =
        [
            (0, 0),
            .. round.Targets.Select(stage => (Math.Min(1, (double)stage.Share + Ahead), _days.Count(day => day <= stage.By))),
        ];
    }

    /// <summary>A call at each business that has a main responsible, by the day of the visit, then by row.</summary>
    public static ImmutableArray<Call> Of(ChainPlan plan, Round round)
    {
        var generated = new GeneratedCalls(round, SampleDays.Calendar);
        return [.. plan.Loads.Where(load => load.Main > 0)
            .SelectMany(load => generated.Of(load.Seat.Cadre, plan.RowsOf(load.Seat, ResponsibleStep.Main)))
            .OrderBy(call => call.Visit).ThenBy(call => call.Row)];
    }

    private IEnumerable<Call> Of(CadreId cadre, ImmutableArray<int> rows)
    {
        // Every cadre begins at another point, or all of them would be out on the same days.
        var start = _random.NextDouble();
        return rows.Select((row, i) =>
        {
            var day = DayOf((i + start) / rows.Length);
            return new Call(row, cadre, _days[(int)(day * AtPublicity)], _days[(int)(day * AtTraining)], _days[day]);
        });
    }

    /// <summary>The number of the working day on which a share of the round is reached.</summary>
    private int DayOf(double share)
    {
        var next = 1;
        while (_stages[next].Share < share)
        {
            next++;
        }

        var (from, to) = (_stages[next - 1], _stages[next]);
        var day = from.Days + (share - from.Share) / (to.Share - from.Share) * (to.Days - from.Days);
        return Math.Min((int)day, to.Days - 1);
    }
}
