using System.Runtime.InteropServices;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

public sealed partial class StaffBook
{
    /// <summary>Builds a book from the events of another: it answers as that one does.</summary>
    /// <param name="events">The events, in order.</param>
    /// <exception cref="StaffRefusedException">An act would have been refused.</exception>
    /// <exception cref="LedgerDayException">A day is before that of the event before it.</exception>
    /// <exception cref="ArgumentException">An event lacks what its act needs.</exception>
    public static StaffBook Replay(IEnumerable<StaffEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var book = new StaffBook();
        foreach (var e in events)
        {
            _ = e switch
            {
                AppointmentMade made => book.Appoint(made.Appointment, made.By, made.On),
                AppointmentEnded ended => book.End(ended.Appointment, ended.Reason, ended.By, ended.On),
                WentOffDuty off => book.GoOffDuty(off.OffDuty, off.By, off.On),
                CameBackOnDuty back => book.ComeBack(back.Appointment, back.By, back.On),
                PersonBarred barred => book.Bar(barred.Bar, barred.By, barred.On),
                PersonAssessed assessed => book.Assess(assessed.Result, assessed.By, assessed.On),
                PersonTrained trained => (StaffEvent)book.Train(trained.Person, trained.Hours, trained.Subject, trained.By, trained.On),
                _ => throw new ArgumentException($"'{e}' is no event of a staff book.", nameof(events)),
            };
        }

        return book;
    }

    /// <summary>Appoints a person to a post (任命).</summary>
    /// <param name="appointment">Who, where, to which post and for which days; the book gives it its number.</param>
    /// <param name="by">Who appoints: a key in the user's platform.</param>
    /// <param name="on">The day of the act; the term begins on it or later.</param>
    /// <exception cref="StaffRefusedException">
    /// The person is barred on a day of the term, holds the same post there already, or is to be director without being of the management.
    /// </exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">Nobody acts, or the term begins before the day of the act.</exception>
    public AppointmentMade Appoint(Appointment appointment, string by, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        CheckAct(by, on);
        CheckTerm(appointment.Term, on, nameof(appointment));
        if (_bars.TryGetValue(appointment.Person, out var bars)
            && bars.Find(bar => bar.Bars(appointment.Post) && bar.Term.Overlaps(appointment.Term)) is { } bar)
        {
            throw new StaffRefusedException(StaffRefusal.Barred, appointment, bar);
        }

        if (appointment is { Post: SafetyPost.Director, IsManagement: false } && appointment.Term.From >= PostDuties.DirectorFromManagementSince)
        {
            throw new StaffRefusedException(StaffRefusal.NotManagement, appointment);
        }

        foreach (var id in IdsOf(_ofPerson, appointment.Person))
        {
            if (this[id] is var other && other.Business == appointment.Business && other.Fills == appointment.Fills && other.Term.Overlaps(appointment.Term))
            {
                throw new StaffRefusedException(StaffRefusal.AlreadyHolds, other);
            }
        }

        appointment = appointment with { Id = new AppointmentId(_appointments.Count + 1) };
        _appointments.Add(appointment);
        ListIn(_ofBusiness, appointment.Business).Add(appointment.Id);
        if (!_ofPerson.TryGetValue(appointment.Person, out var ids))
        {
            _ofPerson.Add(appointment.Person, ids = []);
        }

        ids.Add(appointment.Id);
        return Keep(new AppointmentMade(appointment, by, on));
    }

    /// <summary>Ends an appointment before its term is over (免职): on the day of the act the post is no longer held.</summary>
    /// <param name="id">The appointment; one that has not begun by then never does.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who ends it: a key in the user's platform.</param>
    /// <param name="on">The day of the act.</param>
    /// <exception cref="StaffRefusedException">It is over.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no such appointment, no reason or nobody who acts.</exception>
    public AppointmentEnded End(AppointmentId id, string reason, string by, LocalDate on)
    {
        var appointment = this[id];
        TextRule.Note.Check(reason);
        CheckAct(by, on);
        RequireNotOver(appointment, on);
        _appointments[(int)id.Number - 1] = appointment with { Term = appointment.Term.EndingBefore(LocalDate.Max(on, appointment.Term.From)) };
        return Keep(new AppointmentEnded(id, reason, by, on));
    }

    /// <summary>Says that the holder of a post is off duty for some days (离岗).</summary>
    /// <param name="offDuty">The appointment, the days and why.</param>
    /// <param name="by">Who records it: a key in the user's platform.</param>
    /// <param name="on">The day of the act; the days begin on it or later.</param>
    /// <exception cref="StaffRefusedException">The appointment is over before the days begin, or the holder is off duty on one of them already.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no such appointment, no reason, no day, nobody who acts, or the days begin before the act.</exception>
    public WentOffDuty GoOffDuty(OffDuty offDuty, string by, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(offDuty);
        var appointment = this[offDuty.Appointment];
        TextRule.Note.Check(offDuty.Reason, nameof(offDuty));
        CheckAct(by, on);
        CheckTerm(offDuty.Term, on, nameof(offDuty));
        RequireNotOver(appointment, offDuty.Term.From);
        var days = ListIn(_offDuty, offDuty.Appointment);
        if (days.Find(other => other.Term.Overlaps(offDuty.Term)) is { } standing)
        {
            throw new StaffRefusedException(StaffRefusal.AlreadyOffDuty, appointment, standing: standing);
        }

        days.Add(offDuty);
        return Keep(new WentOffDuty(offDuty, by, on));
    }

    /// <summary>Says that the holder of a post came back before the days off duty were over (返岗): on duty from the day of the act.</summary>
    /// <param name="id">The appointment.</param>
    /// <param name="by">Who records it: a key in the user's platform.</param>
    /// <param name="on">The day of the act.</param>
    /// <exception cref="StaffRefusedException">The holder is not off duty on the day.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no such appointment or nobody who acts.</exception>
    public CameBackOnDuty ComeBack(AppointmentId id, string by, LocalDate on)
    {
        var appointment = this[id];
        CheckAct(by, on);
        var days = ListIn(_offDuty, id);
        var at = days.FindIndex(off => off.Term.Contains(on));
        if (at < 0)
        {
            throw new StaffRefusedException(StaffRefusal.NotOffDuty, appointment);
        }

        days[at] = days[at] with { Term = days[at].Term.EndingBefore(on) };
        return Keep(new CameBackOnDuty(id, by, on));
    }

    /// <summary>Records that a person may hold no post (任职禁止). Standing appointments stay, and are <see cref="HeldByBarred"/>.</summary>
    /// <param name="bar">Who, why and since when.</param>
    /// <param name="by">Who records it: a key in the user's platform.</param>
    /// <param name="on">The day of the act.</param>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">Nobody acts, the decision is of a later day, or it is a failed assessment, which <see cref="Assess"/> records.</exception>
    public PersonBarred Bar(PostBar bar, string by, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(bar);
        CheckAct(by, on);
        if (bar.Decided > on || bar.Ground == PostBarGround.FailedAssessment)
        {
            throw new ArgumentException($"'{bar.Text.English}' cannot be recorded on {on:uuuu-MM-dd}. Allowed: a revocation or a sentence of that day or earlier.", nameof(bar));
        }

        ListIn(_bars, bar.Person).Add(bar);
        return Keep(new PersonBarred(bar, by, on));
    }

    /// <summary>Records how a person did in an assessment (考核): a fail bars from the day, until a pass.</summary>
    /// <param name="result">The result.</param>
    /// <param name="by">Who assessed: a key in the user's platform.</param>
    /// <param name="on">The day of the assessment.</param>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">Nobody acts.</exception>
    public PersonAssessed Assess(AssessmentResult result, string by, LocalDate on)
    {
        CheckAct(by, on);
        ArgumentNullException.ThrowIfNull(result);
        var bars = ListIn(_bars, result.Person);
        var standing = bars.FindIndex(bar => bar is { Ground: PostBarGround.FailedAssessment, Term.IsOpen: true });
        if (result.IsPassed && standing >= 0)
        {
            bars[standing] = bars[standing] with { Term = bars[standing].Term.EndingBefore(on) };
        }
        else if (!result.IsPassed && standing < 0)
        {
            bars.Add(new PostBar(result.Person, PostBarGround.FailedAssessment, on));
        }

        return Keep(new PersonAssessed(result, by, on));
    }

    /// <summary>Records that a person was trained (培训).</summary>
    /// <param name="person">The person.</param>
    /// <param name="hours">The hours, more than 0.</param>
    /// <param name="subject">About what.</param>
    /// <param name="by">Who records it: a key in the user's platform.</param>
    /// <param name="on">The day of the training.</param>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no person, hour or subject, or nobody who acts.</exception>
    public PersonTrained Train(StaffId person, decimal hours, string subject, string by, LocalDate on)
    {
        TextRule.Name.Check(subject);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hours);
        if (person.IsNone)
        {
            throw new ArgumentException("Training is of a person.", nameof(person));
        }

        CheckAct(by, on);
        var trained = new PersonTrained(person, hours, subject, by, on);
        ListIn(_training, person).Add(trained);
        return Keep(trained);
    }

    private static List<TItem> ListIn<TKey, TItem>(Dictionary<TKey, List<TItem>> index, TKey key) where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(index, key, out _) ??= [];

    private static void CheckTerm(Term term, LocalDate on, string parameter)
    {
        if (term.IsEmpty || term.From < on)
        {
            throw new ArgumentOutOfRangeException(parameter, term, $"Allowed: at least one day, the first on {on:uuuu-MM-dd}, the day of the act, or later.");
        }
    }

    private static void RequireNotOver(Appointment appointment, LocalDate on)
    {
        if (appointment.Term.IsEmpty || on >= appointment.Term.Until)
        {
            throw new StaffRefusedException(StaffRefusal.IsOver, appointment);
        }
    }

    private T Keep<T>(T happened) where T : StaffEvent
    {
        _events.Add(happened);
        return happened;
    }

    private void CheckAct(string by, LocalDate on)
    {
        TextRule.Key.Check(by);
        if (LastDay is { } last && on < last)
        {
            throw new LedgerDayException(on, last);
        }
    }
}
