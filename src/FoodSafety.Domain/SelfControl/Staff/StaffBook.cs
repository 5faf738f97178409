using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Who holds the food-safety posts of businesses, past and present (食品安全岗位人员台账): appointments, duty, bars, assessments, training.</summary>
/// <remarks>
/// <para>Days never go backwards: an act may be dated on the day of the last one or later, and terms begin on the day of the act or
/// later. Only a bar reaches back, to the decision that made it.</para>
/// <para>An appointment stays when its holder is barred, but nobody barred counts as on duty. Not thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class StaffBook
{
    private readonly List<Appointment> _appointments = [];
    private readonly Dictionary<BusinessId, List<AppointmentId>> _ofBusiness = [];
    private readonly SortedDictionary<StaffId, List<AppointmentId>> _ofPerson = [];
    private readonly Dictionary<AppointmentId, List<OffDuty>> _offDuty = [];
    private readonly Dictionary<StaffId, List<PostBar>> _bars = [];
    private readonly Dictionary<StaffId, List<PersonTrained>> _training = [];
    private readonly List<StaffEvent> _events = [];

    /// <summary>The day of the last act; null before the first.</summary>
    public LocalDate? LastDay => _events.Count == 0 ? null : _events[^1].On;

    /// <summary>Everything that was done, in order: enough to <see cref="Replay"/> the book.</summary>
    public IReadOnlyList<StaffEvent> Events => _events.AsReadOnly();

    /// <summary>All appointments, each as it is now, in the order made.</summary>
    public IReadOnlyList<Appointment> Appointments => _appointments.AsReadOnly();

    /// <summary>An appointment as it is now.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such appointment.</exception>
    public Appointment this[AppointmentId id] => id.Number >= 1 && id.Number <= _appointments.Count
        ? _appointments[(int)id.Number - 1]
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The book has {_appointments.Count} appointments, numbered from 1.");

    /// <summary>The appointments of a person, in the order made, those that are over included.</summary>
    /// <param name="person">The person.</param>
    public ImmutableArray<Appointment> HistoryOf(StaffId person) => [.. IdsOf(_ofPerson, person).Select(id => this[id])];

    /// <summary>The bar that keeps a person from a post on a day; null when there is none.</summary>
    /// <param name="person">The person.</param>
    /// <param name="post">The post.</param>
    /// <param name="on">The day.</param>
    public PostBar? FindBar(StaffId person, SafetyPost post, LocalDate on) =>
        _bars.TryGetValue(person, out var bars) ? bars.Find(bar => bar.Bars(post) && bar.Term.Contains(on)) : null;

    /// <summary>Whether the holder of a post is on duty on a day (在岗): in the term, not off duty, and not barred.</summary>
    /// <param name="id">The appointment.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such appointment.</exception>
    public bool IsOnDuty(AppointmentId id, LocalDate on) => IsOnDuty(this[id], on);

    /// <summary>The appointments at a business whose holders are on duty on a day, in the order made.</summary>
    /// <param name="business">The business.</param>
    /// <param name="on">The day.</param>
    public ImmutableArray<Appointment> OnDutyAt(BusinessId business, LocalDate on) =>
        [.. IdsOf(_ofBusiness, business).Select(id => this[id]).Where(appointment => IsOnDuty(appointment, on))];

    /// <summary>The standing appointments of a day, in the order made, whether on duty or not.</summary>
    /// <param name="on">The day.</param>
    public ImmutableArray<Appointment> StandingOn(LocalDate on) => [.. _appointments.Where(appointment => appointment.Term.Contains(on))];

    /// <summary>How many hold a post on a day at all businesses, and how many of them are on duty.</summary>
    /// <param name="post">The post.</param>
    /// <param name="on">The day.</param>
    public PostCount CountOn(SafetyPost post, LocalDate on)
    {
        var (appointed, onDuty) = (0, 0);
        foreach (var appointment in _appointments)
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
        [.. StandingOn(on).Where(appointment => FindBar(appointment.Person, appointment.Post, on) is not null)];

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
        ArgumentNullException.ThrowIfNull(register);
        if (sheet.RowCount != register.Count)
        {
            throw new ArgumentException($"The sheet has {sheet.RowCount} rows and the register {register.Count}. Allowed: the same.", nameof(sheet));
        }

        var filled = sheet.Posts.ToDictionary(post => post, _ => new bool[sheet.RowCount]);
        foreach (var appointment in _appointments)
        {
            if (filled.TryGetValue(appointment.Fills, out var rows) && IsOnDuty(appointment, sheet.On) && register.Contains(appointment.Business))
            {
                rows[register.RowOf(appointment.Business)] = true;
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
                    unfilled.Add(new UnfilledPost(row, register.IdAt(row), post, sheet.Rules[rule]));
                }
            }
        }

        return unfilled.DrainToImmutable();
    }

    /// <summary>The hours for which a person was trained in a calendar year.</summary>
    /// <param name="person">The person.</param>
    /// <param name="year">The year.</param>
    public decimal TrainingHoursOf(StaffId person, int year) =>
        _training.TryGetValue(person, out var training) ? training.Where(t => t.On.Iso().Year == year).Sum(t => t.Hours) : 0;

    /// <summary>The directors and officers of a day who have not yet the hours of training of its calendar year, by person.</summary>
    /// <param name="on">The day up to which hours are counted, as the last of a year.</param>
    public ImmutableArray<TrainingShortfall> TrainingShortfalls(LocalDate on)
    {
        var shortfalls = ImmutableArray.CreateBuilder<TrainingShortfall>();
        foreach (var (person, ids) in _ofPerson)
        {
            if (ids.Select(id => this[id]).Any(appointment => appointment.Post.IsManager() && appointment.Term.Contains(on)))
            {
                var hours = _training.TryGetValue(person, out var training) ? training.Where(t => t.On.Iso().Year == on.Iso().Year && t.On <= on).Sum(t => t.Hours) : 0;
                if (hours < PostDuties.TrainingHoursPerYear)
                {
                    shortfalls.Add(new TrainingShortfall(person, hours, PostDuties.TrainingHoursPerYear - hours));
                }
            }
        }

        return shortfalls.DrainToImmutable();
    }

    private bool IsOnDuty(Appointment appointment, LocalDate on) =>
        appointment.Term.Contains(on)
        && !(_offDuty.TryGetValue(appointment.Id, out var days) && days.Exists(off => off.Term.Contains(on)))
        && FindBar(appointment.Person, appointment.Post, on) is null;

    private static List<AppointmentId> IdsOf<TKey>(IDictionary<TKey, List<AppointmentId>> index, TKey key) => index.TryGetValue(key, out var ids) ? ids : [];
}
