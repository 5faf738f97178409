using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>A book that random people fill with random steps, and what was seen on the way.</summary>
internal sealed class RandomWalk
{
    private static readonly string[] People = [Finder, Officer, Owner, Verifier, Chief];

    private readonly List<RectificationState> _states = [];
    private ulong _random;
    private int _carriedOver;
    private readonly Instant _now = At(2023, 1, 3);

    public RandomWalk(ulong seed, int steps, int mostRectifications, int? rows = null, int mostHours = 6)
    {
        _random = seed | 1;
        while (Taken.Count < steps)
        {
            _now += Duration.FromHours(Next(mostHours + 1));
            // What is carried over has ended: others come in its place, or the walk would stand still in the end.
            if (Book.Count == _carriedOver || (Book.Count - _carriedOver < mostRectifications && Next(4) == 0))
            {
                var severity = Next(5) == 0 ? FindingSeverity.Key : FindingSeverity.General;
                Taken.Add(Book.Report(Finding(Book.Count + 1, severity), rows is { } count && Next(9) > 0 ? Next(count) : null, AnyOne, _now));
                _states.Add(RectificationState.Reported);
            }
            else
            {
                Try(new RectificationId(1 + Next(Book.Count)));
            }
        }
    }

    public RectificationBook Book { get; } = new(WorkingCalendar.China);

    /// <summary>What the book gave back for each step it took.</summary>
    public List<RectificationEvent> Taken { get; } = [];

    /// <summary>The states that the table leads to, kept beside the book.</summary>
    public IReadOnlyList<RectificationState> States => _states;

    public int Refused { get; private set; }

    private string AnyOne => People[Next(People.Length)];

    private void Try(RectificationId id)
    {
        var state = _states[(int)id.Number - 1];
        var possible = RectificationLifecycle.Table.StepsFrom(state);
        var step = possible.IsEmpty || Next(8) == 0 ? (RectificationStep)(1 + Next(14)) : possible[Next(possible.Length)];
        var act = RectificationLifecycleTests.Complete(new RectificationEvent(id, step, AnyOne, _now));
        if (act.Limit is not null)
        {
            act = act with { Limit = Next(3) switch { 0 => TimeLimit.Hours(1 + Next(60)), 1 => TimeLimit.Days(1 + Next(9)), _ => TimeLimit.WorkingDays(1 + Next(9)) } };
        }

        try
        {
            Taken.Add(Book.Record(act));
            _carriedOver += step == RectificationStep.CarryOver ? 1 : 0;
            _states[(int)id.Number - 1] = RectificationLifecycle.Table.FindNext(state, step)!.Value;
        }
        catch (StepRefusedException)
        {
            Refused++;
        }
    }

    private int Next(int below)
    {
        _random ^= _random << 13;
        _random ^= _random >> 7;
        _random ^= _random << 17;
        return (int)(_random % (ulong)below);
    }
}
