using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using NodaTime;
using Wenjiang.Responsibility;

namespace Wenjiang.SelfControl;

/// <summary>The directors and officers of the businesses, appointed and dismissed as the rules ask. The bureau enters what the businesses send.</summary>
internal sealed class SafetyPostsOffice(Desk desk)
{
    private const int Seed = 40;
    private const double ShareOfShort = 0.015;
    private const decimal HoursShort = 8;

    private int _directors;
    private int _officers;
    private long _appointed = 20260000000;

    /// <summary>Fills every post that is required and not filled, and ends the appointments to posts that are required no more.</summary>
    /// <param name="on">The day.</param>
    public void Follow(LocalDate on)
    {
        var district = desk.District;
        var (register, staff, required) = (district.Businesses.Register, district.Staff, district.Staffing.FindSheet(on)!);
        Act[] acts =
        [
            .. staff.StandingOn(on).Where(held => required.FindRule(held.Fills, register.RowOf(held.Business)) is null).Select(held => new AppointmentEnded(held.Id, "不再须配备")),
            .. staff.UnfilledOn(required, register).Select(unfilled => new AppointmentMade(Appoint(unfilled, on))),
        ];
        if (acts.Length > 0)
        {
            desk.Do(on, Offices.MarketBureau, acts);
        }
    }

    /// <summary>Records the hours of training of everybody who holds a post; a few have not been to all of it.</summary>
    public void Train(LocalDate on)
    {
        var random = new Random(Seed);
        desk.Do(on, Offices.MarketBureau, [.. desk.District.Staff.StandingOn(on).Select(held =>
            (Act)new PersonTrained(held.Person, PostDuties.TrainingHoursPerYear - (random.NextDouble() < ShareOfShort ? HoursShort : 0), "年度培训累计"))]);
    }

    private Appointment Appoint(UnfilledPost unfilled, LocalDate on)
    {
        var isDirector = unfilled.Required.Post == SafetyPost.Director;
        var person = new StaffId(isDirector ? $"ZJ-{++_directors:D4}" : $"AQY-{++_officers:D5}");
        return new Appointment(new(++_appointed), person, unfilled.Business, unfilled.Required.Post, new Term(on))
        {
            Employer = unfilled.Required.Employer,
            IsManagement = isDirector,
            IsPartTime = !isDirector,
        };
    }
}
