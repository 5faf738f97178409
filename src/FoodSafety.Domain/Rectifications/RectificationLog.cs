using System.Runtime.InteropServices;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>All acts of a book in the order recorded, about sixty bytes each; acts are made of them when they are asked for.</summary>
/// <remarks>Whatever an act says beyond its step, limit and deadline is rare, and then the act is kept as it is.</remarks>
internal sealed class RectificationLog(DateTimeZone zone, BusinessRegister register)
{
    private const int BlockSize = 1024;

    private static readonly Instant FirstInstant = Instant.FromUtc(1700, 1, 1, 0, 0);
    private static readonly Instant LastInstant = Instant.FromUtc(2200, 1, 1, 0, 0);

    private readonly List<Entry> _entries = [];

    // Acts come nearly in the order of their days: whoever asks for a past day leaves the blocks out that lie after it.
    private readonly List<int> _firstDayOfBlock = [];

    // The same few people act over and over; read from a file, each of their keys would be a string of its own. The first is nobody.
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _people = [""];
    private readonly Dictionary<int, ActPlace> _voided = [];

    // By slot: what reports say, and the place of the last act.
    private readonly Dictionary<RectificationId, int> _slots = [];
    private readonly List<FindingId> _findings = [];
    private readonly List<FindingSeverity> _severities = [];
    private readonly List<int> _last = [];

    public int Count => _entries.Count;

    public DateTimeZone Zone => zone;

    public IEnumerable<(int Slot, ActPlace Place)> CountingActs =>
        Enumerable.Range(0, Count).Where(Counts).Select(index => (_entries[index].Slot, new ActPlace(_entries[index].Unit, _entries[index].Number)));

    public int? SlotOf(RectificationId id) => _slots.TryGetValue(id, out var slot) ? slot : null;

    public FindingId FindingAt(int slot) => _findings[slot];

    public ref readonly Entry this[int index] => ref CollectionsMarshal.AsSpan(_entries)[index];

    /// <summary>The place of the last act of one, those that do not count included; -1 when there is none.</summary>
    public int LastOf(int slot) => _last[slot];

    public static RectificationAct? ToldBy(in Entry entry) => entry.IsExact ? entry.Kept!.Act : null;

    public bool Counts(int index) => _voided.Count == 0 || !_voided.ContainsKey(index);

    /// <summary>The places of the acts of one, the last first, those that do not count included.</summary>
    public IEnumerable<int> IndexesOf(int slot)
    {
        for (var index = _last[slot]; index >= 0; index = _entries[index].Previous)
        {
            yield return index;
        }
    }

    /// <summary>Adds an act, and with the first of a rectification its slot.</summary>
    /// <param name="act">The act as decided.</param>
    /// <param name="moment">When, and by whom.</param>
    /// <param name="row">The row of the business that it names; -1 for none.</param>
    /// <returns>The slot.</returns>
    public int Add(RectificationAct act, in Moment moment, int row)
    {
        if (!_slots.TryGetValue(act.Id, out var slot))
        {
            slot = _last.Count;
            _slots.Add(act.Id, slot);
            _findings.Add(default);
            _severities.Add(default);
            _last.Add(-1);
        }

        if (RectificationLifecycle.Rows[act.Step].Begins)
        {
            (_findings[slot], _severities[slot]) = (act.Finding, act.Severity);
        }

        var index = _entries.Count;
        var (day, due) = (Days.Number(moment.On), act.Deadline is { } deadline ? Days.Number(deadline.LastDay) : Days.Never);
        var stamp = moment.Stamp;
        var isPlainStamp = stamp is { Time: null, Seen: null } && stamp.RecordedAt >= FirstInstant && stamp.RecordedAt <= LastInstant;
        // Most deadlines are the end of a day, which the number of the day says.
        var atEnd = act.Deadline is { } told ? Deadline.AtEndOf(told.LastDay, zone) : default(Deadline?);
        // So is an order without a last day kept, of which no number of a day could tell.
        var isExact = act.Deadline != atEnd || act.Until is not null;
        var isPlain = !isExact && act == Plain(act.Id, act.Step, slot, row, act.Limit, atEnd);
        _entries.Add(new Entry(
            isPlain && isPlainStamp ? null : new Kept(isPlain ? null : act, isPlainStamp ? null : stamp), act.Limit,
            isPlainStamp ? (stamp.RecordedAt - NodaConstants.UnixEpoch).ToInt64Nanoseconds() : 0, moment.Place.Entry, moment.Place.Number,
            NumberOf(stamp.By), stamp.EnteredBy is { } typist ? NumberOf(typist) : 0, day, slot, _last[slot], due, act.Step, isExact));
        _last[slot] = index;
        if (index % BlockSize == 0)
        {
            _firstDayOfBlock.Add(day);
        }
        else if (day < _firstDayOfBlock[^1])
        {
            _firstDayOfBlock[^1] = day;
        }

        return slot;
    }

    /// <summary>What an act may overwrite of its slot; null before there is one.</summary>
    public (FindingId Finding, FindingSeverity Severity)? OriginOf(RectificationId id) => SlotOf(id) is { } slot ? (_findings[slot], _severities[slot]) : null;

    /// <summary>Takes the last act back.</summary>
    /// <param name="id">Its rectification.</param>
    /// <param name="before">What stood of its slot; null when there was none.</param>
    public void RemoveLast(RectificationId id, (FindingId Finding, FindingSeverity Severity)? before)
    {
        var index = _entries.Count - 1;
        var (slot, previous) = (_entries[index].Slot, _entries[index].Previous);
        _entries.RemoveAt(index);
        if (index % BlockSize == 0)
        {
            _firstDayOfBlock.RemoveAt(_firstDayOfBlock.Count - 1);
        }

        if (before is { } origin)
        {
            (_findings[slot], _severities[slot], _last[slot]) = (origin.Finding, origin.Severity, previous);
            return;
        }

        _slots.Remove(id);
        _findings.RemoveAt(slot);
        _severities.RemoveAt(slot);
        _last.RemoveAt(slot);
    }

    /// <summary>Marks an act as one that does not count; what it says is kept with it, for its slot may come to say something else.</summary>
    /// <returns>The entry before.</returns>
    public Entry Void(int index, ActPlace by, RectificationId id, int row)
    {
        var entry = _entries[index];
        _voided.Add(index, by);
        _entries[index] = entry with { Kept = new Kept(ActOf(entry, id, row), entry.Kept?.Stamp) };
        return entry;
    }

    public void Unvoid(int index, Entry entry)
    {
        _voided.Remove(index);
        _entries[index] = entry;
    }

    /// <summary>An act as it was recorded.</summary>
    public Done<RectificationAct> At(int index, RectificationColumns columns)
    {
        var entry = _entries[index];
        var stamp = entry.Kept?.Stamp ?? new Stamp(_people[entry.By], Days.Date(entry.Day), NodaConstants.UnixEpoch + Duration.FromNanoseconds(entry.RecordedAt))
        {
            EnteredBy = entry.EnteredBy == 0 ? null : _people[entry.EnteredBy],
        };
        return new Done<RectificationAct>(
            ActOf(entry, columns.Ids[entry.Slot], columns.Rows[entry.Slot]), Moment.Of(stamp, zone, new ActPlace(entry.Unit, entry.Number)))
        {
            VoidedBy = _voided.TryGetValue(index, out var by) ? by : null,
        };
    }

    /// <summary>Where everything stood at the end of a day; acts of different rectifications stand in any order of days.</summary>
    public RectificationColumns On(int day, RectificationColumns now)
    {
        var columns = now.Blank();
        for (var block = 0; block < _firstDayOfBlock.Count; block++)
        {
            if (_firstDayOfBlock[block] <= day)
            {
                var end = Math.Min((block + 1) * BlockSize, _entries.Count);
                for (var index = block * BlockSize; index < end; index++)
                {
                    if (_entries[index].Day <= day && Counts(index))
                    {
                        Carry(columns, index);
                    }
                }
            }
        }

        return columns;
    }

    public void Carry(RectificationColumns columns, int index)
    {
        var entry = _entries[index];
        columns.Apply(entry.Slot, entry.Step, entry.Day, _people[entry.By], entry.DueDay, ToldBy(entry));
    }

    private RectificationAct ActOf(in Entry entry, RectificationId id, int row) => entry.Kept?.Act ?? Plain(
        id, entry.Step, entry.Slot, row, entry.Limit, entry.DueDay == Days.Never ? null : Deadline.AtEndOf(Days.Date(entry.DueDay), zone));

    /// <summary>What an entry says of an act without keeping it.</summary>
    private RectificationAct Plain(RectificationId id, RectificationStep step, int slot, int row, TimeLimit? limit, Deadline? deadline)
    {
        var act = new RectificationAct(id, step) { Limit = limit, Deadline = deadline };
        return RectificationLifecycle.Rows[step].Begins
            ? act with { Finding = _findings[slot], Severity = _severities[slot], Business = row < 0 ? null : register.IdAt(row) }
            : act;
    }

    private int NumberOf(string person)
    {
        if (!_numbers.TryGetValue(person, out var number))
        {
            _numbers.Add(person, number = _people.Count);
            _people.Add(person);
        }

        return number;
    }

    /// <summary>One act.</summary>
    internal readonly record struct Entry(
        Kept? Kept, TimeLimit? Limit, long RecordedAt, long Unit, int Number, int By, int EnteredBy, int Day, int Slot, int Previous, int DueDay,
        RectificationStep Step, bool IsExact);

    /// <summary>What an entry cannot say in numbers.</summary>
    internal sealed record Kept(RectificationAct? Act, Stamp? Stamp);
}
