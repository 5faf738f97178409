using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Every change of responsibility from plan to plan (包保责任台账): who answered for a business on a day, and why.</summary>
/// <remarks>
/// <para>Days never go backwards: a plan may be of the day of the last one or later. So who answered on a day that is over never
/// changes. Of several plans of one day the last holds.</para>
/// <para>Append-only. A change takes 16 bytes, a row 4. Not thread-safe for writing.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ResponsibilityHistory
{
    private const int None = -1;

    private readonly List<Entry> _entries = [];
    private readonly List<Pass> _passes = [];
    private readonly List<Seat> _seats = [default];
    private readonly Dictionary<Seat, int> _seatNumbers = new() { [default] = 0 };

    // One more than the last entry of each row, so that rows to come have none. Rows of a replay that lie far beyond the number of
    // changes stand apart: one change with a high row must not make the column as long as that.
    private readonly Dictionary<int, int> _farFromOne = [];
    private int[] _lastFromOne = [];

    // The plan up to which it is recorded; unknown after a replay.
    private PlanState? _state = PlanState.Empty;
    private BusinessRegister? _register;

    /// <summary>The day of the last plan; null before the first.</summary>
    public LocalDate? LastDay => _passes.Count == 0 ? null : _passes[^1].On;

    /// <summary>How many changes are recorded.</summary>
    public int Count => _entries.Count;

    /// <summary>All changes, in the order recorded: enough to <see cref="Replay"/> the history.</summary>
    public IEnumerable<ResponsibilityEvent> Events => Walk();

    /// <summary>Builds a history from the changes of another.</summary>
    /// <param name="events">The changes, in the order recorded.</param>
    /// <exception cref="LedgerDayException">A day is before that of the change before it.</exception>
    /// <exception cref="ArgumentException">A change does not begin where the one before it of its row and step ended, or names no one who recorded it.</exception>
    public static ResponsibilityHistory Replay(IEnumerable<ResponsibilityEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var history = new ResponsibilityHistory { _state = null };
        foreach (var (change, on, by) in events)
        {
            if (history._passes.Count == 0 || history._passes[^1] != new Pass(on, by))
            {
                history.Open(on, by);
            }

            CheckRow(change.Row);
            var from = history.SeatsAt(history.Last(change.Row))[change.Step];
            if (from != change.From)
            {
                throw new ArgumentException(
                    $"Row {change.Row}, {change.Step}: the change of {on:uuuu-MM-dd} is from '{change.From}', recorded before it is '{from}'.", nameof(events));
            }

            history.Add(change);
        }

        return history;
    }

    /// <summary>Records what a plan changed: from the day of the plan its chains hold.</summary>
    /// <remarks>
    /// A plan that was made from the one recorded last costs what it changed. Any other is compared row by row. Where the plan before it
    /// has whom the history has, as after <see cref="Replay"/> and <see cref="ChainPlanner.Resume"/>, its changes are recorded with their
    /// reasons; what else differs, as in a plan made from nothing, has the reason <see cref="ChainChangeReason.PlannedAnew"/>.
    /// </remarks>
    /// <param name="plan">The plan.</param>
    /// <param name="by">Who records it: a key in the user's platform.</param>
    /// <exception cref="LedgerDayException">The day of the plan is before that of the last one.</exception>
    /// <exception cref="ArgumentException">There is nobody who records it, or the plan is of another register than the last one.</exception>
    public PlanRecorded Append(ChainPlan plan, string by)
    {
        ArgumentNullException.ThrowIfNull(plan);
        TextRule.Key.Check(by);
        if (_register is not null && !ReferenceEquals(_register, plan.Register))
        {
            throw new ArgumentException("The plan is of another register than the one recorded before.", nameof(plan));
        }

        var changes = ReferenceEquals(plan.Before, _state) || IsRecorded(plan.Before) ? plan.Changes : Compare(plan);
        Open(plan.On, by);
        if (_lastFromOne.Length < plan.Count)
        {
            Lengthen(plan.Count);
        }

        _entries.EnsureCapacity(_entries.Count + changes.Length);
        foreach (var change in changes)
        {
            Add(change);
        }

        (_register, _state) = (plan.Register, plan.State);
        return new PlanRecorded(changes, plan.On, by);
    }

    /// <summary>How much is recorded, to go back to with <see cref="Truncate"/>.</summary>
    internal HistoryMark Mark => new(_entries.Count, _passes.Count, _register, _state);

    /// <summary>Records changes as they were planned, without the plan; of each only where it leads to counts.</summary>
    internal void Record(LocalDate on, string by, IEnumerable<ChainChange> changes)
    {
        Open(on, by);
        foreach (var change in changes)
        {
            Add(change);
        }

        _state = null;
    }

    /// <summary>Takes back what was recorded since a mark; an entry does not say its row, so that it stays small.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="rows">The row of each change since, in order.</param>
    internal void Truncate(HistoryMark mark, IReadOnlyList<int> rows)
    {
        for (var entry = _entries.Count - 1; entry >= mark.Entries; entry--)
        {
            var row = rows[entry - mark.Entries];
            if (row < _lastFromOne.Length)
            {
                _lastFromOne[row] = _entries[entry].Previous + 1;
            }
            else if (_entries[entry].Previous == None)
            {
                _farFromOne.Remove(row);
            }
            else
            {
                _farFromOne[row] = _entries[entry].Previous + 1;
            }
        }

        _entries.RemoveRange(mark.Entries, _entries.Count - mark.Entries);
        _passes.RemoveRange(mark.Passes, _passes.Count - mark.Passes);
        (_register, _state) = (mark.Register, mark.State);
    }

    /// <summary>Who answered for a business on a day (当日责任人).</summary>
    /// <param name="row">The row of the business in the register; one that is not recorded has nobody.</param>
    /// <param name="day">The day; for one to come, who will if nothing changes. A post that ends changes nothing until a plan is recorded.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is negative.</exception>
    public ChainSeats On(int row, LocalDate day)
    {
        CheckRow(row);
        var entry = Last(row);
        while (entry != None && PassOf(entry).On > day)
        {
            entry = _entries[entry].Previous;
        }

        return SeatsAt(entry);
    }

    /// <summary>Who answered for any business on a day, to be asked of many.</summary>
    internal IStatedSeats SeatsOn(LocalDate day)
    {
        var passes = _passes.Count;
        while (passes > 0 && _passes[passes - 1].On > day)
        {
            passes--;
        }

        return new OfDay(this, passes);
    }

    /// <summary>The changes of a business, the earliest first.</summary>
    /// <param name="row">The row of the business in the register.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is negative.</exception>
    public ImmutableArray<ResponsibilityEvent> HistoryOf(int row)
    {
        CheckRow(row);
        var history = ImmutableArray.CreateBuilder<ResponsibilityEvent>();
        for (var entry = Last(row); entry != None; entry = _entries[entry].Previous)
        {
            history.Add(Show(row, entry));
        }

        history.Reverse();
        return history.DrainToImmutable();
    }

    private IEnumerable<ResponsibilityEvent> Walk()
    {
        // An entry does not say its row, so that it stays small; the rows say their entries.
        var rows = new int[_entries.Count];
        foreach (var row in AllRows(0))
        {
            for (var entry = Last(row); entry != None; entry = _entries[entry].Previous)
            {
                rows[entry] = row;
            }
        }

        for (var entry = 0; entry < rows.Length; entry++)
        {
            yield return Show(rows[entry], entry);
        }
    }

    /// <summary>Whether the recorded seats are those of a state.</summary>
    private bool IsRecorded(PlanState state)
    {
        foreach (var row in AllRows(state.Rows.Count))
        {
            var recorded = SeatsAt(Last(row));
            if ((state.SeatAt(row, 0), state.SeatAt(row, 1), state.SeatAt(row, 2)) != (recorded.Main, recorded.Second, recorded.Third))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All rows that may have an entry, ascending, and the first ones whether or not they have one.</summary>
    private IEnumerable<int> AllRows(int first)
    {
        var near = Math.Max(first, _lastFromOne.Length);
        return Enumerable.Range(0, near).Concat(_farFromOne.Keys.Where(row => row >= near).Order());
    }

    private ImmutableArray<ChainChange> Compare(ChainPlan plan)
    {
        var changes = ImmutableArray.CreateBuilder<ChainChange>();
        foreach (var row in AllRows(plan.Count))
        {
            var recorded = SeatsAt(Last(row));
            foreach (var step in EnumCodes.All<ResponsibleStep>())
            {
                if (plan.SeatAt(row, step) is var seat && seat != recorded[step])
                {
                    changes.Add(new ChainChange(row, step, recorded[step], seat, ChainChangeReason.PlannedAnew));
                }
            }
        }

        return changes.DrainToImmutable();
    }

    /// <summary>Who took the steps of a row after an entry: the last entry of each step says.</summary>
    private ChainSeats SeatsAt(int entry)
    {
        Span<int> seats = stackalloc int[RowPlan.Steps];
        ReadSeats(entry, seats);
        return new ChainSeats(_seats[seats[0]], _seats[seats[1]], _seats[seats[2]]);
    }

    private void ReadSeats(int entry, Span<int> seats)
    {
        seats.Fill(None);
        for (var missing = seats.Length; entry != None && missing > 0; entry = _entries[entry].Previous)
        {
            ref var seat = ref seats[_entries[entry].Step - ResponsibleStep.Main];
            if (seat == None)
            {
                seat = _entries[entry].To;
                missing--;
            }
        }

        foreach (ref var seat in seats)
        {
            seat = Math.Max(seat, 0);
        }
    }

    private ResponsibilityEvent Show(int row, int entry)
    {
        var (previous, _, to, step, reason) = _entries[entry];
        var pass = PassOf(entry);
        return new ResponsibilityEvent(new ChainChange(row, step, SeatsAt(previous)[step], _seats[to], reason), pass.On, pass.By);
    }

    private void Open(LocalDate on, string by)
    {
        TextRule.Key.Check(by);
        if (LastDay is { } last && on < last)
        {
            throw new LedgerDayException(on, last);
        }

        _passes.Add(new Pass(on, by));
    }

    private void Add(ChainChange change)
    {
        if (change.Row >= _lastFromOne.Length && change.Row < LongestOf(_entries.Count))
        {
            Lengthen(LongestOf(_entries.Count));
        }

        if (!_seatNumbers.TryGetValue(change.To, out var to))
        {
            _seatNumbers.Add(change.To, to = _seats.Count);
            _seats.Add(change.To);
        }

        _entries.Add(new Entry(Last(change.Row), _passes.Count - 1, to, change.Step, change.Reason));
        if (change.Row < _lastFromOne.Length)
        {
            _lastFromOne[change.Row] = _entries.Count;
        }
        else
        {
            _farFromOne[change.Row] = _entries.Count;
        }
    }

    private static int LongestOf(int changes) => (int)Math.Min(4L * changes + 1024, Array.MaxLength);

    private void Lengthen(int length)
    {
        Array.Resize(ref _lastFromOne, length);
        foreach (var (row, last) in _farFromOne)
        {
            if (row < length && _farFromOne.Remove(row))
            {
                _lastFromOne[row] = last;
            }
        }
    }

    private int Last(int row) => row < _lastFromOne.Length ? _lastFromOne[row] - 1 : _farFromOne.GetValueOrDefault(row) - 1;

    private Pass PassOf(int entry) => _passes[_entries[entry].Pass];

    private static void CheckRow(int row)
    {
        if (row < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, "Allowed: rows numbered from 0.");
        }
    }

    /// <summary>The seats after the first passes, by their numbers in the history.</summary>
    private sealed class OfDay(ResponsibilityHistory history, int passes) : IStatedSeats
    {
        public Seat this[int number] => history._seats[number];

        public void Read(int row, Span<int> numbers)
        {
            var entry = history.Last(row);
            while (entry != None && history._entries[entry].Pass >= passes)
            {
                entry = history._entries[entry].Previous;
            }

            history.ReadSeats(entry, numbers);
        }
    }

    private readonly record struct Pass(LocalDate On, string By);

    private readonly record struct Entry
    {
        private readonly byte _step;
        private readonly byte _reason;

        public Entry(int previous, int pass, int to, ResponsibleStep step, ChainChangeReason reason)
        {
            (Previous, Pass, To) = (previous, pass, to);
            (_step, _reason) = ((byte)step, (byte)reason);
        }

        public int Previous { get; }

        public int Pass { get; }

        public int To { get; }

        public ResponsibleStep Step => (ResponsibleStep)_step;

        public ChainChangeReason Reason => (ChainChangeReason)_reason;

        public void Deconstruct(out int previous, out int pass, out int to, out ResponsibleStep step, out ChainChangeReason reason) =>
            (previous, pass, to, step, reason) = (Previous, Pass, To, Step, Reason);
    }
}

/// <summary>How much a history had recorded, and of which plan.</summary>
internal readonly record struct HistoryMark(int Entries, int Passes, BusinessRegister? Register, PlanState? State);

/// <summary>A plan was recorded in a history (包保方案已登记).</summary>
/// <param name="Changes">What is with another cadre than before, by row and step.</param>
/// <param name="On">The day from which it holds.</param>
/// <param name="By">Who recorded it.</param>
public sealed record PlanRecorded(ItemList<ChainChange> Changes, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On, string By)
{
    /// <summary>Who recorded it.</summary>
    public string By { get; init => field = TextRule.Key.Check(value, nameof(By)); } = TextRule.Key.Check(By, nameof(By));
}

/// <summary>A step of a business went to another cadre (责任变更): who, from whom, why, when, and by whom.</summary>
/// <param name="Change">The row, the step, who had it and who has it, and why.</param>
/// <param name="On">The day from which it holds.</param>
/// <param name="By">Who recorded it: a key in the user's platform.</param>
public readonly record struct ResponsibilityEvent(ChainChange Change, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On, string By);

/// <summary>Who answers for a business, step by step (三阶责任人): a chain without its reasons.</summary>
/// <remarks>The default value is nobody in any step.</remarks>
/// <param name="Main">The main responsible; nobody when the business is not covered.</param>
/// <param name="Second">The second responsible, or nobody.</param>
/// <param name="Third">The third responsible, or nobody.</param>
public readonly record struct ChainSeats(Seat Main, Seat Second, Seat Third)
{
    /// <summary>True when nobody answers for the business (未包保).</summary>
    public bool IsNone => Main.IsNone;

    /// <summary>Who takes a step.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public Seat this[ResponsibleStep step] => step.Named() switch
    {
        ResponsibleStep.Main => Main,
        ResponsibleStep.Second => Second,
        ResponsibleStep.Third => Third,
    };

    /// <summary>The step that a cadre takes, or null.</summary>
    /// <param name="cadre">The cadre.</param>
    public ResponsibleStep? FindStep(CadreId cadre) =>
        cadre.IsNone ? null
        : Main.Cadre == cadre ? ResponsibleStep.Main
        : Second.Cadre == cadre ? ResponsibleStep.Second
        : Third.Cadre == cadre ? ResponsibleStep.Third
        : null;
}
