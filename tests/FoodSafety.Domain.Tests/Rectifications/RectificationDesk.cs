using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Where acts on rectifications are brought by somebody at a moment: to a book alone, or to a district. It gives the numbers.</summary>
internal sealed class RectificationDesk
{
    private readonly Domain.District? _district;
    private readonly UndoLog _undo = new();
    private readonly List<Done<RectificationAct>> _taken = [];
    private long _entries;
    private long _numbers;

    public RectificationDesk(RectificationRules? rules = null, WorkingCalendar? calendar = null, BusinessRegister? register = null)
    {
        (Rules, Calendar) = (rules ?? new RectificationRules(), calendar ?? WorkingCalendar.China);
        Book = new RectificationBook(Laid.Rules(Rules), Laid.Calendar(Calendar), register ?? Shops(), _undo);
    }

    public RectificationDesk(Domain.District district) => (_district, Book, Rules, Calendar) = (district, district.Rectifications, new RectificationRules(), district.Calendar.Now);

    /// <summary>The rules it began with.</summary>
    public RectificationRules Rules { get; }

    /// <summary>The calendar it began with.</summary>
    public WorkingCalendar Calendar { get; }

    public RectificationBook Book { get; }

    /// <summary>Every act that was taken, in order.</summary>
    public IReadOnlyList<Done<RectificationAct>> Taken => _taken;

    public Rectification this[RectificationId id] => Book[id];

    /// <summary>Opens another book from the same acts: no guard is asked.</summary>
    public RectificationDesk Redone(RectificationRules? rules = null, WorkingCalendar? calendar = null)
    {
        var again = new RectificationDesk(rules ?? Rules, calendar ?? Calendar, Book.Register) { _entries = _entries, _numbers = _numbers };
        foreach (var done in _taken)
        {
            again.Book.Evolve(done.Act, done.Moment);
            again._taken.Add(done);
        }

        return again;
    }

    public RectificationsOnDay On(LocalDate day) => Book.On(day);

    /// <summary>Takes an act that was done at a moment, told then or later.</summary>
    public Done<RectificationAct> Take(RectificationAct act, string by, Instant at, Instant? told = null)
    {
        if (_district is not null)
        {
            var (stamp, entry) = Enter(act, by, at, told);
            _taken.Add(new((RectificationAct)entry.Acts[^1], Moment.Of(stamp, Calendar.Zone, new ActPlace(entry.Number, entry.Acts.Length - 1))));
            return _taken[^1];
        }

        var moment = MomentOf(by, at, told);
        _undo.IsOn = true;
        var decision = Book.Decide(act, moment);
        if (!decision.Refusals.IsEmpty)
        {
            throw new ActsRefusedException(decision.Refusals);
        }

        Book.Evolve(decision.Acts[0], moment);
        _entries++;
        _taken.Add(new((RectificationAct)decision.Acts[0], moment));
        return _taken[^1];
    }

    /// <summary>Takes the last acts back.</summary>
    public void TakeBackTo(int acts)
    {
        _undo.TakeBackTo(acts);
        _taken.RemoveRange(acts, _taken.Count - acts);
    }

    public RectificationId Report(Instant at, int? row = null, FindingSeverity? severity = null) =>
        Report(Finding((int)_numbers + 1, severity), row, Finder, at).Act.Id;

    public Done<RectificationAct> Report(Finding finding, int? row, string by, Instant at) =>
        Take(RectificationAct.Report(new(++_numbers), finding, row is { } of ? Book.Register.IdAt(of) : null), by, at);

    public RectificationId Ordered(TimeLimit limit, Instant at, int? row = null)
    {
        var id = Report(at, row);
        Claim(id, Officer, at);
        Order(id, limit, Officer, at);
        return id;
    }

    public RectificationId Submitted(Instant at)
    {
        var id = Ordered(TimeLimit.WorkingDays(5), at);
        Submit(id, "report-1", Owner, at, Photo);
        return id;
    }

    public Done<RectificationAct> Claim(RectificationId id, string by, Instant at) => Take(RectificationAct.Claim(id), by, at);

    public Done<RectificationAct> CorrectOnTheSpot(RectificationId id, string mendedBy, string by, Instant at, params ReadOnlySpan<EvidenceReference> evidence) =>
        Take(RectificationAct.CorrectOnTheSpot(id, mendedBy, evidence), by, at);

    public Done<RectificationAct> Order(RectificationId id, TimeLimit? limit, string by, Instant at, string? document = null) => Take(RectificationAct.Order(id, limit, document), by, at);

    public Done<RectificationAct> Extend(RectificationId id, TimeLimit limit, string appliedBy, string reason, string by, Instant at) =>
        Take(RectificationAct.Extend(id, limit, appliedBy, reason), by, at);

    public Done<RectificationAct> Submit(RectificationId id, string report, string by, Instant at, params ReadOnlySpan<EvidenceReference> evidence) =>
        Take(RectificationAct.Submit(id, report, evidence), by, at);

    public Done<RectificationAct> Return(RectificationId id, string reason, string by, Instant at, TimeLimit? limit = null) => Take(RectificationAct.Return(id, reason, limit), by, at);

    public Done<RectificationAct> Close(RectificationId id, string by, Instant at, params ReadOnlySpan<EvidenceReference> evidence) => Take(RectificationAct.Close(id, evidence), by, at);

    public Done<RectificationAct> Dismiss(RectificationId id, string reason, string by, Instant at) => Take(RectificationAct.Dismiss(id, reason), by, at);

    public Done<RectificationAct> CarryOver(RectificationId id, Finding newFinding, string by, Instant at) => Take(RectificationAct.CarryOver(id, newFinding), by, at);

    public Done<RectificationAct> Reopen(RectificationId id, string reason, string by, Instant at, params ReadOnlySpan<EvidenceReference> evidence) =>
        Take(RectificationAct.Reopen(id, reason, evidence), by, at);

    public Done<RectificationAct> FileCase(RectificationId id, string document, string by, Instant at) => Take(RectificationAct.FileCase(id, document), by, at);

    public Done<RectificationAct> ConcludeCase(RectificationId id, string by, Instant at, string? document = null) => Take(RectificationAct.ConcludeCase(id, document), by, at);

    public Done<RectificationAct> Link(RectificationId id, LinkedMeasure measure, string by, Instant at) => Take(RectificationAct.Link(id, measure), by, at);

    /// <summary>Lays down, year by year, what a calendar knows more than that of the district.</summary>
    /// <returns>What that entailed.</returns>
    public List<Act> Settle(WorkingCalendar calendar, string by, Instant at)
    {
        var on = at.InZone(Calendar.Zone).Date;
        return [.. Enumerable.Range(Calendar.LastYear + 1, calendar.LastYear - Calendar.LastYear).SelectMany(year => _district!.Apply(
            new Stamp(by, on, Instant.Max(at, _district.RecordedUpTo)), new DayBegan(), new CalendarYearLaidDown(year, [.. calendar.DaysOf(year)], calendar.FindBasis(year)!)).Entry!.Acts.Skip(2))];
    }

    /// <summary>Enters it in the district, whatever day it is there already.</summary>
    private (Stamp Stamp, Entry Entry) Enter(RectificationAct act, string by, Instant at, Instant? told)
    {
        var (on, recorded) = (at.InZone(Calendar.Zone), Instant.Max(told ?? at, _district!.RecordedUpTo));
        var stamp = new Stamp(by, on.Date, recorded) { Time = recorded == at ? null : on.TimeOfDay };
        return (stamp, _district.Apply(stamp, new DayBegan(), act).Entry!);
    }

    private Moment MomentOf(string by, Instant at, Instant? told)
    {
        var zone = Calendar.Zone;
        var on = at.InZone(zone);
        var stamp = new Stamp(by, on.Date, told ?? at) { Time = told is null ? null : on.TimeOfDay };
        return Moment.Of(stamp, zone, new ActPlace(_entries + 1, 0));
    }

    private static BusinessRegister Shops()
    {
        var register = new BusinessRegister(PlanWorld.SmallTree);
        register.AddRange([.. Enumerable.Range(0, 10).Select(n => new Business(new BusinessId($"shop-{n}"), $"shop {n}", AreaCode.Parse("510115001001"), BusinessType.Restaurant))]);
        return register;
    }
}
