using System.Runtime.InteropServices;
using FoodSafety.Domain.Inspections;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Where every rectification stands, in columns: 38 bytes each.</summary>
internal sealed class RectificationColumns
{
    private static readonly RectificationState[,] Next = NextOfAll();

    private readonly List<RectificationState> _states = [];
    private readonly List<int> _opened = [];
    private readonly List<int> _due = [];
    private readonly List<int> _rows = [];
    private readonly List<FindingId> _findings = [];
    private readonly List<FindingSeverity> _severities = [];
    private readonly List<int> _last = [];

    public int Count => _states.Count;

    public ReadOnlySpan<RectificationState> States => CollectionsMarshal.AsSpan(_states);

    /// <summary>The day on which an open one was opened; <see cref="Days.Never"/> for one that is not open.</summary>
    public ReadOnlySpan<int> Opened => CollectionsMarshal.AsSpan(_opened);

    /// <summary>The last day of a deadline that runs; <see cref="Days.Never"/> when none does.</summary>
    public ReadOnlySpan<int> Due => CollectionsMarshal.AsSpan(_due);

    /// <summary>The row of the business; -1 for none.</summary>
    public ReadOnlySpan<int> Rows => CollectionsMarshal.AsSpan(_rows);

    /// <summary>The place of the last step in the log.</summary>
    public ReadOnlySpan<int> Last => CollectionsMarshal.AsSpan(_last);

    public (FindingId Finding, FindingSeverity Severity, int? Row) OriginOf(int number) =>
        (_findings[number - 1], _severities[number - 1], _rows[number - 1] is >= 0 and var row ? row : null);

    /// <summary>Adds what a report begins.</summary>
    public void Begin(FindingId finding, FindingSeverity severity, int? row, int day, int index)
    {
        _states.Add(RectificationState.Reported);
        _opened.Add(day);
        _due.Add(Days.Never);
        _rows.Add(row ?? -1);
        _findings.Add(finding);
        _severities.Add(severity);
        _last.Add(index);
    }

    /// <summary>Carries a step into the columns.</summary>
    /// <param name="number">The number of the rectification.</param>
    /// <param name="step">The step.</param>
    /// <param name="day">The day of the step.</param>
    /// <param name="dueDay">The last day of the deadline in force after it.</param>
    /// <param name="index">The place of the step in the log.</param>
    public void Apply(int number, RectificationStep step, int day, int dueDay, int index)
    {
        var i = number - 1;
        var state = StateAfter(_states[i], step);
        _states[i] = state;
        _opened[i] = !state.IsOpen() ? Days.Never : step == RectificationStep.Reopen ? day : _opened[i];
        _due[i] = state == RectificationState.Ordered ? dueDay : Days.Never;
        _last[i] = index;
    }

    /// <summary>The state after a step that the table was asked for when it was taken.</summary>
    public static RectificationState StateAfter(RectificationState state, RectificationStep step) => Next[(int)state, (int)step];

    private static RectificationState[,] NextOfAll()
    {
        var table = RectificationLifecycle.Table;
        var next = new RectificationState[table.States.Length + 1, table.Steps.Length + 1];
        foreach (var (from, step, to) in table.Transitions)
        {
            next[(int)(from ?? 0), (int)step] = to;
        }

        return next;
    }
}
