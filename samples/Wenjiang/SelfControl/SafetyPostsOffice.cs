using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.SelfControl;
using NodaTime;
using Wenjiang.Responsibility;

namespace Wenjiang.SelfControl;

/// <summary>The directors and officers of the businesses, appointed and dismissed as the rules ask; the businesses file it with the bureau, which enters it.</summary>
internal sealed class SafetyPostsOffice(Desk desk)
{
    private const int Seed = 40;
    private const double ShareOfShort = 0.015;
    private const decimal HoursShort = 8;

    private int _directors;
    private int _officers;
    private long _last;

    private District District => desk.District;

    /// <summary>Fills every post that is required on a day and not filled, and ends the appointments to posts that are required no more.</summary>
    public void FollowOn(LocalDate day)
    {
        var register = District.Businesses.Register;
        var required = District.Staffing.FindSheet(day)!;
        Enter(day,
        [
            .. District.Staff.StandingOn(day).Where(held => required.FindRule(held.Fills, register.RowOf(held.Business)) is null).Select(held => new AppointmentEnded(held.Id, "不再须配备")),
            .. District.Staff.UnfilledOn(required, register).Select(unfilled => new AppointmentMade(Appoint(unfilled, day))),
        ]);
    }

    /// <summary>Records the hours of training of everybody who holds a post; a few have not been to all of it.</summary>
    public void Train(LocalDate on)
    {
        var random = new Random(Seed);
        Enter(on,
        [
            .. District.Staff.StandingOn(on).Select(held => new PersonTrained(
                held.Person, PostDuties.TrainingHoursPerYear - (random.NextDouble() < ShareOfShort ? HoursShort : 0), "年度培训累计")),
        ]);
    }

    private void Enter(LocalDate on, Act[] acts)
    {
        if (acts.Length > 0)
        {
            desk.Do(on, Offices.MarketBureau, acts);
        }
    }

    private Appointment Appoint(UnfilledPost unfilled, LocalDate day)
    {
        var isDirector = unfilled.Required.Post == SafetyPost.Director;
        var person = new StaffId(isDirector ? $"ZJ-{++_directors:D4}" : $"AQY-{++_officers:D5}");
        return new Appointment(new(++_last), person, unfilled.Business, unfilled.Required.Post, new(day))
        {
            Employer = unfilled.Required.Employer,
            IsManagement = isDirector,
            IsPartTime = !isDirector,
        };
    }
}
