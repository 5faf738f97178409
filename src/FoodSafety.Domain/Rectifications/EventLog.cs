using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>All steps of a book in the order taken, about sixty bytes each; events are made of them when they are asked for.</summary>
internal sealed class EventLog(DateTimeZone zone)
{
    private readonly List<Entry> _entries = [];

    // The same few people act over and over; read from a file, each of their keys would be a string of its own.
    private readonly Dictionary<string, string> _people = [];

    public int Count => _entries.Count;

    /// <summary>Whether any deadline that was set is or was provisional: mostly none is, and nobody need look.</summary>
    public bool HasProvisional { get; private set; }

    public LocalDate? LastDay => _entries.Count == 0 ? null : DayOf(_entries[^1]);

    /// <summary>Adds a step.</summary>
    /// <param name="act">The step, with its deadline.</param>
    /// <param name="previous">The place of the step before it of the same rectification; -1 for a report.</param>
    /// <param name="deadline">The deadline that is in force after it.</param>
    public void Add(RectificationEvent act, int previous, Deadline? deadline)
    {
        if (!_people.TryGetValue(act.By, out var by))
        {
            _people.Add(act.By, by = act.By);
        }

        // What a report says stands in the columns.
        var carriesOver = act.Step == RectificationStep.CarryOver;
        // Most deadlines are the end of a day, which the number of the day says.
        var told = act.Deadline is { } given && given != Deadline.AtEndOf(given.LastDay, zone) ? act.Deadline : null;
        var isPlain = act is { Reason: null, MendedBy: null, AppliedBy: null, Document: null, Measure: null, Evidence.IsEmpty: true } && told is null && !carriesOver;
        HasProvisional |= act.Deadline is { IsProvisional: true };
        _entries.Add(new Entry(
            by, act.Limit, isPlain ? null : act with { By = by, Limit = null, Deadline = told }, act.At, (int)act.Id.Number, previous,
            deadline is { } inForce ? Days.Number(inForce.LastDay) : Days.Never, act.Step, act.Deadline is not null));
    }

    public Entry this[int index] => _entries[index];

    /// <summary>How many steps were taken up to the end of a day.</summary>
    public int CountUpTo(LocalDate day)
    {
        var (low, high) = (0, _entries.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (DayOf(_entries[middle]) <= day)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The day of a step.</summary>
    public LocalDate DayOf(in Entry entry) => DateBounds.DateOf(entry.At, zone, nameof(entry));

    /// <summary>A step as it was recorded.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="origins">What reports say, by rectification.</param>
    public RectificationEvent At(int index, RectificationColumns origins)
    {
        var entry = _entries[index];
        var act = entry.Rest ?? new RectificationEvent(new RectificationId(entry.Id), entry.Step, entry.By, entry.At);
        if (entry.Step == RectificationStep.Report)
        {
            var (finding, severity, row) = origins.OriginOf(entry.Id);
            return act with { Finding = finding, Severity = severity, Row = row };
        }

        return entry.SetsDeadline ? act with { Limit = entry.Limit, Deadline = DeadlineAt(index) } : act;
    }

    /// <summary>The deadline in force after a step, to the instant; the step or one before it has set one.</summary>
    public Deadline DeadlineAt(int index)
    {
        while (!_entries[index].SetsDeadline)
        {
            index = _entries[index].Previous;
        }

        return _entries[index].Rest?.Deadline ?? Deadline.AtEndOf(Days.Date(_entries[index].DueDay), zone);
    }

    /// <summary>One step. Whatever is rare is in <paramref name="Rest"/>.</summary>
    internal readonly record struct Entry(
        string By, TimeLimit? Limit, RectificationEvent? Rest, Instant At, int Id, int Previous, int DueDay, RectificationStep Step, bool SetsDeadline);
}
