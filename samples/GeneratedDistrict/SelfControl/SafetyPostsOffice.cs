using FoodSafety.Domain.Acts;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Responsibility;
using NodaTime;

namespace GeneratedDistrict.SelfControl;

/// <summary>The directors and officers of the businesses, appointed and dismissed as the rules ask. The bureau enters what the businesses send.</summary>
public static class SafetyPostsOffice
{
    private const int Seed = 40;
    private const double ShareOfShort = 0.015;
    private const decimal HoursShort = 8;

    private const long BeforeTheFirst = 20260000000;

    /// <summary>Fills every post that is required and not filled, and ends the appointments to posts that are required no more.</summary>
    /// <param name="desk">Where it is entered.</param>
    /// <param name="on">The day.</param>
    public static void Follow(ActDesk desk, LocalDate on)
    {
        var district = desk.District;
        var (register, staff) = (district.Businesses.Register, district.Staff);
        var required = district.Staffing.FindOn(on)!.SheetOn(register.Facts, on, district.Tiers.Standing);
        var appointed = staff.All.Select(held => held.Id.Number).DefaultIfEmpty(BeforeTheFirst).Max();
        var numbers = staff.All.CountBy(held => held.Post).ToDictionary();
        Act[] acts =
        [
            .. staff.StandingOn(on).Where(held => required.FindRule(held.Fills, register.RowOf(held.Business)) is null).Select(held => new AppointmentEnded(held.Id, "不再须配备")),
            .. staff.UnfilledOn(required, register).Select(unfilled => new AppointmentMade(Appoint(unfilled))),
        ];
        if (acts.Length > 0)
        {
            desk.Do(on, Offices.MarketBureau, acts);
        }

        Appointment Appoint(UnfilledPost unfilled)
        {
            var post = unfilled.Required.Post;
            var isDirector = post == SafetyPost.Director;
            var number = numbers[post] = numbers.GetValueOrDefault(post) + 1;
            var person = new StaffId(isDirector ? $"ZJ-{number:D4}" : $"AQY-{number:D5}");
            return new Appointment(new(++appointed), person, unfilled.Business, post, new Term(on))
            {
                Employer = unfilled.Required.Employer,
                IsManagement = isDirector,
                IsPartTime = !isDirector,
            };
        }
    }

    /// <summary>Records the hours of training of everybody who holds a post; a few have not been to all of it.</summary>
    public static void Train(ActDesk desk, LocalDate on)
    {
        var random = new Random(Seed);
        desk.Do(on, Offices.MarketBureau, [.. desk.District.Staff.StandingOn(on).Select(held =>
            (Act)new PersonTrained(held.Person, PostDuties.TrainingHoursPerYear - (random.NextDouble() < ShareOfShort ? HoursShort : 0), "年度培训累计"))]);
    }
}
