using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Responsibility;

/// <summary>One line of a responsibility list: a business, and what the cadre is to it.</summary>
/// <param name="Business">The key of the business.</param>
/// <param name="Name">Its name.</param>
/// <param name="Area">The area it stands in.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Step">The step that the cadre takes.</param>
/// <param name="Role">The specialist role that comes with it.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ResponsibilityListEntry(BusinessId Business, string Name, Area Area, Tier Tier, ResponsibleStep Step, SpecialistRole Role);
