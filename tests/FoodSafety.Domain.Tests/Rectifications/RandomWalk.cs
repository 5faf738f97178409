using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>A book that random people fill with random steps, some of them told late, and what was seen on the way.</summary>
internal sealed class RandomWalk
{
    private static readonly string[] People = [Finder, Officer, Owner, Verifier, Chief];

    private readonly List<RectificationState> _states = [];
    private readonly int _mostDaysLate;
    private ulong _random;
    private int _carriedOver;
    private readonly Instant _now = At(2023, 1, 3);

    public RandomWalk(ulong seed, int steps, int mostRectifications, BusinessRegister? register = null, int mostHours = 6, int mostDaysLate = 0, RectificationRules? rules = null)
    {
        Desk = new RectificationDesk(rules, register: register);
        _mostDaysLate = mostDaysLate;
        _random = seed | 1;
        while (Desk.Taken.Count < steps)
        {
            _now += Duration.FromHours(Next(mostHours + 1));
            // What is carried over has ended: others come in its place, or the walk would stand still in the end.
            if (Desk.Book.Count == _carriedOver || (Desk.Book.Count - _carriedOver < mostRectifications && Next(4) == 0))
            {
                var severity = Next(5) == 0 ? FindingSeverity.Key : FindingSeverity.General;
                var number = Desk.Book.Count + 1;
                var business = register is not null && Next(9) > 0 ? register.IdAt(Next(register.Count)) : (BusinessId?)null;
                Take(RectificationAct.Report(new(number), Finding(number, severity), business), Instant.MinValue);
                _states.Add(RectificationState.Reported);
            }
            else
            {
                Try(new RectificationId(1 + Next(Desk.Book.Count)));
            }
        }
    }

    public RectificationDesk Desk { get; }

    /// <summary>The states that the table leads to, kept beside the book.</summary>
    public IReadOnlyList<RectificationState> States => _states;

    public int Refused { get; private set; }

    private string AnyOne => People[Next(People.Length)];

    private void Try(RectificationId id)
    {
        var state = _states[(int)id.Number - 1];
        var possible = RectificationLifecycle.Table.StepsFrom(state);
        var step = possible.IsEmpty || Next(8) == 0 ? (RectificationStep)(1 + Next(Enum.GetValues<RectificationStep>().Length)) : possible[Next(possible.Length)];
        var act = RectificationLifecycleTests.Complete(new RectificationAct(id, step), new(id.Number));
        if (act.Limit is not null)
        {
            act = act with { Limit = Next(3) switch { 0 => TimeLimit.Hours(1 + Next(60)), 1 => TimeLimit.Days(1 + Next(9)), _ => TimeLimit.WorkingDays(1 + Next(9)) } };
        }

        try
        {
            Take(act, Desk[id].LastAt);
            _carriedOver += step == RectificationStep.CarryOver ? 1 : 0;
            _states[(int)id.Number - 1] = RectificationLifecycle.Table.FindNext(state, step)!.Value;
        }
        catch (ActsRefusedException)
        {
            Refused++;
        }
    }

    // A step may be told late, though not of before the last of its own rectification.
    private void Take(RectificationAct act, Instant last)
    {
        var late = Next(3) == 0 ? _now - Duration.FromHours(Next((_mostDaysLate * 24) + 1)) : _now;
        late = late < last ? last : late;
        Desk.Take(act, AnyOne, late, late == _now ? null : _now);
    }

    private int Next(int below)
    {
        _random ^= _random << 13;
        _random ^= _random >> 7;
        _random ^= _random << 17;
        return (int)(_random % (ulong)below);
    }
}
