using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using NodaTime;
using Wenjiang.Responsibility;

namespace Wenjiang.SelfControl;

/// <summary>The directors and officers of the businesses, appointed and dismissed as the rules ask.</summary>
internal sealed class SafetyPostsOffice(BusinessRegister register, StaffBook staff)
{
    private const int Seed = 40;
    private const double ShareOfShort = 0.015;
    private const decimal HoursShort = 8;

    private int _directors;
    private int _officers;

    /// <summary>Fills every post that is required and not filled, and ends the appointments to posts that are required no more.</summary>
    /// <param name="required">The posts of a day.</param>
    public void Follow(StaffingSheet required)
    {
        foreach (var held in staff.StandingOn(required.On))
        {
            if (required.FindRule(held.Fills, register.RowOf(held.Business)) is null)
            {
                staff.End(held.Id, "不再须配备", Offices.ManagerOf(held.Business), required.On);
            }
        }

        foreach (var unfilled in staff.UnfilledOn(required, register))
        {
            var isDirector = unfilled.Required.Post == SafetyPost.Director;
            var person = new StaffId(isDirector ? $"ZJ-{++_directors:D4}" : $"AQY-{++_officers:D5}");
            staff.Appoint(
                new Appointment(person, unfilled.Business, unfilled.Required.Post, new Term(required.On))
                {
                    Employer = unfilled.Required.Employer,
                    IsManagement = isDirector,
                    IsPartTime = !isDirector,
                },
                Offices.ManagerOf(unfilled.Business), required.On);
        }
    }

    /// <summary>Records the hours of training of everybody who holds a post; a few have not been to all of it.</summary>
    public void Train(LocalDate on)
    {
        var random = new Random(Seed);
        foreach (var held in staff.StandingOn(on))
        {
            var missed = random.NextDouble() < ShareOfShort ? HoursShort : 0;
            staff.Train(held.Person, PostDuties.TrainingHoursPerYear - missed, "年度培训累计", Offices.MarketBureau, on);
        }
    }
}
