using System.Runtime.InteropServices;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Where every rectification stands, in columns by its slot: 45 bytes each. Nothing is said here of a state or step; that is in the rows of the lifecycle.</summary>
internal sealed class RectificationColumns
{
    /// <summary>The state of a slot whose rectification is not begun, or no longer counts.</summary>
    public const RectificationState None = 0;

    private readonly List<RectificationId> _ids;
    private readonly List<int> _rows;
    private readonly List<RectificationState> _states = [];
    private readonly List<int> _opened = [];
    private readonly List<int> _deadlines = [];
    private readonly List<int> _due = [];
    private readonly List<int> _asked = [];
    private readonly List<string?> _answering = [];
    private readonly List<RectificationAct?> _told = [];

    public RectificationColumns() => (_ids, _rows) = ([], []);

    private RectificationColumns(RectificationColumns same)
    {
        (_ids, _rows, _states, _opened) = ([.. same._ids], [.. same._rows], [.. same._states], [.. same._opened]);
        (_deadlines, _due, _asked, _answering, _told) = ([.. same._deadlines], [.. same._due], [.. same._asked], [.. same._answering], [.. same._told]);
    }

    /// <summary>How many slots there are, those of which nothing counts included.</summary>
    public int Slots => _ids.Count;

    public ReadOnlySpan<RectificationId> Ids => CollectionsMarshal.AsSpan(_ids);

    /// <summary>The row of the business; -1 for none.</summary>
    public ReadOnlySpan<int> Rows => CollectionsMarshal.AsSpan(_rows);

    public ReadOnlySpan<RectificationState> States => CollectionsMarshal.AsSpan(_states);

    /// <summary>The day on which an open one was opened; <see cref="Days.Never"/> for one that is not open.</summary>
    public ReadOnlySpan<int> Opened => CollectionsMarshal.AsSpan(_opened);

    /// <summary>The last day of a deadline that runs; <see cref="Days.Never"/> when none does.</summary>
    public ReadOnlySpan<int> Due => CollectionsMarshal.AsSpan(_due);

    /// <summary>The day since which an order that runs asks for a check.</summary>
    public ReadOnlySpan<int> Asked => CollectionsMarshal.AsSpan(_asked);

    /// <summary>Whoever claimed it, or reported it where nobody has.</summary>
    public ReadOnlySpan<string?> Answering => CollectionsMarshal.AsSpan(_answering);

    public RectificationColumns Copy() => new(this);

    /// <summary>The same slots, of which nothing is begun.</summary>
    public RectificationColumns Blank()
    {
        var blank = new RectificationColumns();
        foreach (var id in _ids)
        {
            blank.Add(id);
        }

        _rows.CopyTo(CollectionsMarshal.AsSpan(blank._rows));
        return blank;
    }

    /// <summary>Adds a slot of which nothing is begun.</summary>
    public void Add(RectificationId id)
    {
        _ids.Add(id);
        _rows.Add(-1);
        _states.Add(None);
        _opened.Add(Days.Never);
        _deadlines.Add(Days.Never);
        _due.Add(Days.Never);
        _asked.Add(Days.Never);
        _answering.Add(null);
        _told.Add(null);
    }

    /// <summary>Takes the last slot out.</summary>
    public void RemoveLast()
    {
        var last = Slots - 1;
        _ids.RemoveAt(last);
        _rows.RemoveAt(last);
        _states.RemoveAt(last);
        _opened.RemoveAt(last);
        _deadlines.RemoveAt(last);
        _due.RemoveAt(last);
        _asked.RemoveAt(last);
        _answering.RemoveAt(last);
        _told.RemoveAt(last);
    }

    public void SetRow(int slot, int row) => _rows[slot] = row;

    /// <summary>Carries a step into the columns.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="step">The step.</param>
    /// <param name="day">The day of the step.</param>
    /// <param name="by">Who took it.</param>
    /// <param name="dueDay">The last day of the deadline that it sets; <see cref="Days.Never"/> when it sets none.</param>
    /// <param name="told">The act, where its deadline is not just the end of a day, or it has none; null otherwise.</param>
    public void Apply(int slot, RectificationStep step, int day, string by, int dueDay, RectificationAct? told)
    {
        var row = RectificationLifecycle.Rows[step];
        RectificationState? before = _states[slot] == None ? null : _states[slot];
        var state = RectificationLifecycle.Rows.After(before, step);
        var meaning = RectificationLifecycle.Rows[state];
        _states[slot] = state;
        if (row.BeginsRound)
        {
            (_answering[slot], _deadlines[slot], _told[slot], _asked[slot]) = (by, Days.Never, null, Days.Never);
        }

        if (row.TakesUp)
        {
            _answering[slot] = by;
        }

        if (dueDay != Days.Never || told?.Until is not null)
        {
            (_deadlines[slot], _told[slot]) = (dueDay, told);
        }

        _opened[slot] = !meaning.IsOpen ? Days.Never : row.BeginsRound ? day : _opened[slot];
        _due[slot] = meaning.DeadlineRuns ? _deadlines[slot] : Days.Never;
        _asked[slot] = row.OrderAsked == AskedSince.TheStep ? day : _asked[slot];
    }

    /// <summary>The deadline in force to the instant, of one that has one.</summary>
    public Deadline DeadlineOf(int slot, DateTimeZone zone) => _told[slot]?.Deadline ?? Deadline.AtEndOf(Days.Date(_deadlines[slot]), zone);

    /// <summary>The deadline in force; null for an order without a last day.</summary>
    public Deadline? FindDeadline(int slot, DateTimeZone zone) => _deadlines[slot] == Days.Never ? null : DeadlineOf(slot, zone);

    /// <summary>The law by which the deadline in force was computed while no notice confirms it; null when it is sure.</summary>
    public Citation? FindProvisionalBasis(int slot) => _told[slot]?.Deadline?.Provisional?.By;

    /// <summary>Until when an order that runs is to be carried out, where it has no last day; null for others.</summary>
    public OpenTerm? FindOpenTerm(int slot) => _told[slot]?.Until is { } until && _states[slot] != None && RectificationLifecycle.Rows[_states[slot]].DeadlineRuns ? until : null;

    public Slot Read(int slot) =>
        new(_rows[slot], _states[slot], _opened[slot], _deadlines[slot], _due[slot], _asked[slot], _answering[slot], _told[slot]);

    public void Write(int slot, Slot values) =>
        (_rows[slot], _states[slot], _opened[slot], _deadlines[slot], _due[slot], _asked[slot], _answering[slot], _told[slot]) = values;

    /// <summary>All that the columns say of one.</summary>
    internal readonly record struct Slot(
        int Row, RectificationState State, int Opened, int Deadline, int Due, int Asked, string? Answering, RectificationAct? Told)
    {
        /// <summary>The same business, of which nothing is begun.</summary>
        public Slot Cleared => new(Row, None, Days.Never, Days.Never, Days.Never, Days.Never, null, null);
    }
}
