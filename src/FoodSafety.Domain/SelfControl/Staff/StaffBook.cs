using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Who holds the food-safety posts of businesses, past and present (食品安全岗位人员台账): appointments and duty.</summary>
/// <remarks>An appointment stays when its holder is barred, but nobody barred counts as on duty. Days are answered by all that is known now.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class StaffBook : ThingBook<AppointmentId, Appointment, AppointmentAct>
{
    internal const string AppointmentKind = "appointment";

    private readonly BusinessRegister _register;
    private readonly QualificationBook _qualifications;
    private readonly Trails<BusinessId, AppointmentId> _ofBusiness;
    private readonly Trails<StaffId, AppointmentId> _ofPerson;

    internal StaffBook(BusinessRegister register, QualificationBook qualifications, UndoLog undo)
        : base(undo) => (_register, _qualifications, _ofBusiness, _ofPerson) = (register, qualifications, new(undo), new(undo));

    /// <summary>The appointments of a person, in the order made, those that are over included.</summary>
    /// <param name="person">The person.</param>
    public ImmutableArray<Appointment> AppointmentsOf(StaffId person) =>
        [.. _ofPerson.Of(person).Select(Find).OfType<Appointment>().Where(appointment => appointment.Person == person)];

    /// <summary>Whether the holder of a post is on duty on a day (在岗): in the term, not off duty, and not barred.</summary>
    /// <param name="id">The appointment.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such appointment.</exception>
    public bool IsOnDuty(AppointmentId id, LocalDate on) => IsOnDuty(this[id], on);

    /// <summary>The appointments at a business whose holders are on duty on a day, in the order made, each as it was at the end of the day.</summary>
    /// <param name="business">The business.</param>
    /// <param name="on">The day.</param>
    public ImmutableArray<Appointment> OnDutyAt(BusinessId business, LocalDate on) =>
        [.. _ofBusiness.Of(business).Select(id => FindOn(id, on)).OfType<Appointment>().Where(appointment => appointment.Business == business && IsOnDuty(appointment, on))];

    /// <summary>The appointments at a business that stand on a day or begin later, by all that is known now.</summary>
    internal IEnumerable<Appointment> HeldAt(BusinessId business, LocalDate on) =>
        _ofBusiness.Of(business).Distinct().Select(Find).OfType<Appointment>().Where(appointment => appointment.Business == business && !appointment.Term.IsEmpty && !(appointment.Term.Until <= on));

    /// <summary>The appointments whose holders are on duty on a day, in the order made, each as it was at the end of the day.</summary>
    /// <param name="on">The day.</param>
    public ImmutableArray<Appointment> OnDutyOn(LocalDate on) => [.. StandingOn(on).Where(appointment => IsOnDuty(appointment, on))];

    /// <summary>The standing appointments of a day, in the order made, whether on duty or not, each as it was at the end of the day: that it was ended later is not known on it.</summary>
    /// <param name="on">The day.</param>
    public ImmutableArray<Appointment> StandingOn(LocalDate on) => [.. On(on).Where(appointment => appointment.Term.Contains(on))];

    /// <summary>How many hold a post on a day at all businesses, and how many of them are on duty.</summary>
    /// <param name="post">The post.</param>
    /// <param name="on">The day.</param>
    public PostCount CountOn(SafetyPost post, LocalDate on)
    {
        var (appointed, onDuty) = (0, 0);
        foreach (var appointment in All)
        {
            if (appointment.Post == post && appointment.Term.Contains(on))
            {
                appointed++;
                onDuty += IsOnDuty(appointment, on) ? 1 : 0;
            }
        }

        return new PostCount(appointed, onDuty);
    }

    /// <summary>The standing appointments of a day whose holders may not hold the post (违规任职), in the order made.</summary>
    /// <param name="on">The day.</param>
    public ImmutableArray<Appointment> HeldByBarred(LocalDate on) =>
        [.. StandingOn(on).Where(appointment => _qualifications.FindBar(appointment.Person, appointment.Post, on) is not null)];

    /// <summary>What a business must fill on a day and nobody on duty fills (岗位空缺).</summary>
    /// <param name="business">The business.</param>
    /// <param name="required">What it must fill, as a <see cref="StaffingTimeline"/> says.</param>
    /// <param name="on">The day.</param>
    public ImmutableArray<StaffingRequirement> UnfilledAt(BusinessId business, ImmutableArray<StaffingRequirement> required, LocalDate on)
    {
        var filled = OnDutyAt(business, on).Select(appointment => appointment.Fills).ToHashSet();
        return [.. required.Where(requirement => !filled.Contains(requirement.Required))];
    }

    /// <summary>The posts of all businesses that must be filled on the day of a sheet and that nobody on duty fills, by post and row.</summary>
    /// <param name="sheet">What the businesses must fill.</param>
    /// <param name="register">The businesses, of whose facts the sheet is.</param>
    /// <exception cref="ArgumentException">The sheet has another number of rows than the register.</exception>
    public ImmutableArray<UnfilledPost> UnfilledOn(StaffingSheet sheet, BusinessRegister register)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return UnfilledBy(OnDutyOn(sheet.On), sheet, register);
    }

    internal static ImmutableArray<UnfilledPost> UnfilledBy(ImmutableArray<Appointment> onDuty, StaffingSheet sheet, BusinessRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        if (sheet.RowCount != register.Count)
        {
            throw new ArgumentException($"The sheet has {sheet.RowCount} rows and the register {register.Count}. Allowed: the same.", nameof(sheet));
        }

        var filled = sheet.Posts.ToDictionary(post => post, _ => new bool[sheet.RowCount]);
        foreach (var appointment in onDuty)
        {
            if (filled.TryGetValue(appointment.Fills, out var rows) && register.FindRow(appointment.Business) is { } row)
            {
                rows[row] = true;
            }
        }

        var unfilled = ImmutableArray.CreateBuilder<UnfilledPost>();
        foreach (var post in sheet.Posts)
        {
            var first = sheet.FirstRules(post);
            var rows = filled[post];
            for (var row = 0; row < first.Length; row++)
            {
                if (first[row] is >= 0 and var rule && !rows[row])
                {
                    unfilled.Add(new UnfilledPost(register.IdAt(row), post, sheet.Rules[rule]));
                }
            }
        }

        return unfilled.DrainToImmutable();
    }

    /// <summary>The directors and officers of a day who have not yet the hours of training of its calendar year, by person.</summary>
    /// <param name="on">The day up to which hours are counted, as the last of a year.</param>
    public ImmutableArray<TrainingShortfall> TrainingShortfalls(LocalDate on)
    {
        var first = new LocalDate(on.Iso().Year, 1, 1);
        return
        [
            .. StandingOn(on).Where(appointment => appointment.Post.IsManager()).Select(appointment => appointment.Person).Distinct().Order()
                .Select(person => (Person: person, Hours: _qualifications.Find(person)?.HoursBetween(first, on) ?? 0))
                .Where(trained => trained.Hours < PostDuties.TrainingHoursPerYear)
                .Select(trained => new TrainingShortfall(trained.Person, trained.Hours, PostDuties.TrainingHoursPerYear - trained.Hours)),
        ];
    }

    private protected override string ThingKind => AppointmentKind;

    private protected override IEnumerable<Thing> BusinessesOf(Appointment thing, AppointmentAct act) => [BusinessAct.ThingOf(thing.Business)];

    private protected override AppointmentId IdOf(AppointmentAct act) => act.Id;

    private protected override Decision Decide(Appointment? before, AppointmentAct act, Moment moment) => act switch
    {
        AppointmentMade when before is not null =>
            new Refusal("id-taken", ($"编号 {act.Id} 已被使用。", $"The id {act.Id} is taken."), Values(act), Allowed: ("未使用的编号。", "An id that is not in use.")),
        AppointmentMade made => Decision.Of(made, RefusalsOf(made.Appointment, moment)),
        _ when before is null => new Refusal("unknown-id", ($"没有任命 {act.Id}。", $"There is no appointment {act.Id}."), Values(act), Allowed: ("已有任命的编号。", "The id of one that was made.")),
        AppointmentEnded => Decision.Of(act, IsOver(before, moment.On)),
        WentOffDuty off => Decision.Of(act, [.. OutOfRange(off.Term, moment), .. IsOver(before, off.Term.From), .. IsOffDuty(before, off)]),
        CameBackOnDuty => before.OffDuty.Any(off => off.Term.Contains(moment.On)) ? act : new Refusal(
            "not-off-duty", ($"{moment.On:uuuu-MM-dd} 未离岗（编号 {act.Id}）：{before.Text.Chinese}。", $"The holder of appointment {act.Id} is not off duty on {moment.On:uuuu-MM-dd} ({before.Text.English})."),
            Values(act, new GuardValue("on", $"{moment.On:uuuu-MM-dd}"))),
        _ => throw Unknown(act),
    };

    private protected override Appointment After(Appointment? before, AppointmentAct act, Moment moment) => act switch
    {
        AppointmentMade made => made.Appointment,
        AppointmentEnded => before! with { Term = before.Term.EndingBefore(LocalDate.Max(moment.On, before.Term.From)) },
        WentOffDuty off => before! with { OffDuty = before.OffDuty.Add(new OffDuty(off.Term, off.Reason)) },
        CameBackOnDuty => before! with
        {
            OffDuty = before.OffDuty.Select(off => off.Term.Contains(moment.On) ? off with { Term = off.Term.EndingBefore(moment.On) } : off).ToImmutableArray(),
        },
        _ => throw Unknown(act),
    };

    private protected override void Changed(Appointment? before, Appointment? after)
    {
        // What no longer stands in a list is passed over when the list is read.
        if (after is not null && !_ofBusiness.Of(after.Business).Contains(after.Id))
        {
            _ofBusiness.Add(after.Business, after.Id);
        }

        if (after is not null && !_ofPerson.Of(after.Person).Contains(after.Id))
        {
            _ofPerson.Add(after.Person, after.Id);
        }
    }

    private bool IsOnDuty(Appointment appointment, LocalDate on) =>
        appointment.IsServedOn(on) && _qualifications.FindBar(appointment.Person, appointment.Post, on) is null;

    private IEnumerable<Refusal> RefusalsOf(Appointment appointment, Moment moment)
    {
        if (!_register.Contains(appointment.Business))
        {
            yield return RegisterBook.Unregistered(appointment.Business);
        }

        foreach (var refusal in OutOfRange(appointment.Term, moment))
        {
            yield return refusal;
        }

        var (zh, en) = (appointment.Text.Chinese, appointment.Text.English);
        if (_qualifications.Find(appointment.Person)?.Bars.FirstOrDefault(bar => bar.Bars(appointment.Post) && bar.Term.Overlaps(appointment.Term)) is { } bar)
        {
            yield return new Refusal(
                "barred", ($"不得任命（{zh}）：{bar.Text.Chinese}。", $"Refused ({en}): {bar.Text.English}."),
                [new GuardValue("person", appointment.Person.Value), new GuardValue("ground", bar.Ground.Code()), .. Values(bar.Term)], bar.Basis);
        }

        if (appointment is { Post: SafetyPost.Director, IsManagement: false } && appointment.Term.From >= PostDuties.DirectorFromManagementSince)
        {
            yield return new Refusal(
                "not-management", ($"不得任命（{zh}）：食品安全总监须为企业管理层人员。", $"Refused ({en}): a director is of the management."),
                [new GuardValue("person", appointment.Person.Value)], PostDuties.ManagementBasis, ("企业管理层人员。", "A person of the management."));
        }

        if (AppointmentsOf(appointment.Person).FirstOrDefault(other =>
            other.Id != appointment.Id && other.Business == appointment.Business && other.Fills == appointment.Fills && other.Term.Overlaps(appointment.Term)) is { } standing)
        {
            yield return new Refusal(
                "already-holds",
                ($"已有任命（编号 {standing.Id}）：{standing.Text.Chinese}，不得重叠。", $"Refused: appointment {standing.Id} stands ({standing.Text.English}); two may not overlap."),
                [new GuardValue("person", appointment.Person.Value), new GuardValue("other", standing.Id.ToString())]);
        }
    }

    private static IEnumerable<Refusal> OutOfRange(Term term, Moment moment) => !term.IsEmpty && term.From >= moment.On ? [] :
    [
        new Refusal(
            "term-out-of-range", ($"期间：{term.Text.Chinese}。", $"The term is {term.Text.English}."), [.. Values(term), new GuardValue("on", $"{moment.On:uuuu-MM-dd}")],
            Allowed: ($"至少一日，起始日不早于 {moment.On:uuuu-MM-dd}。", $"At least one day, the first on {moment.On:uuuu-MM-dd}, the day of the act, or later.")),
    ];

    private static IEnumerable<Refusal> IsOver(Appointment appointment, LocalDate on) => !appointment.Term.IsEmpty && !(on >= appointment.Term.Until) ? [] :
    [
        new Refusal(
            "is-over", ($"任期已满（编号 {appointment.Id}）：{appointment.Text.Chinese}。", $"Refused: appointment {appointment.Id} is over ({appointment.Text.English})."),
            [new GuardValue("appointment", appointment.Id.ToString()), new GuardValue("until", $"{appointment.Term.Until:uuuu-MM-dd}")]),
    ];

    private static IEnumerable<Refusal> IsOffDuty(Appointment appointment, WentOffDuty asked) =>
        appointment.OffDuty.FirstOrDefault(off => off.Term.Overlaps(asked.Term)) is not { } standing ? [] :
        [
            new Refusal(
                "already-off-duty",
                ($"{standing.Term.Text.Chinese}已离岗（编号 {appointment.Id}）：{appointment.Text.Chinese}。", $"Refused: the holder of appointment {appointment.Id} is off duty {standing.Term.Text.English} already ({appointment.Text.English})."),
                [new GuardValue("appointment", appointment.Id.ToString()), .. Values(standing.Term)]),
        ];

    private static ItemList<GuardValue> Values(AppointmentAct act, params ReadOnlySpan<GuardValue> more) => [new GuardValue("appointment", act.Id.ToString()), .. more];

    private static ItemList<GuardValue> Values(Term term) => term.Until is { } until
        ? [new GuardValue("from", $"{term.From:uuuu-MM-dd}"), new GuardValue("until", $"{until:uuuu-MM-dd}")]
        : [new GuardValue("from", $"{term.From:uuuu-MM-dd}")];
}

/// <summary>How many hold a post on a day, and how many of them are on duty (在册、在岗人数).</summary>
/// <param name="Appointed">Standing appointments.</param>
/// <param name="OnDuty">Those whose holder is on duty and may hold the post.</param>
public readonly record struct PostCount(int Appointed, int OnDuty);

/// <summary>A director or officer who lacks hours of training (培训学时不足).</summary>
/// <param name="Person">The person.</param>
/// <param name="Hours">The hours of the calendar year so far.</param>
/// <param name="Missing">The hours that are missing of those of a year, more than 0.</param>
public readonly record struct TrainingShortfall(StaffId Person, decimal Hours, decimal Missing);

/// <summary>A post that a business must fill and nobody on duty fills (岗位空缺).</summary>
/// <param name="Business">The business.</param>
/// <param name="Required">The post.</param>
/// <param name="Rule">The first rule that requires it.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record UnfilledPost(BusinessId Business, RequiredPost Required, StaffingRule Rule);
