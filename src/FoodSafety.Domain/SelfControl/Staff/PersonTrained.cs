using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A person was trained (已培训).</summary>
public sealed record PersonTrained : StaffEvent
{
    /// <summary>States it.</summary>
    /// <param name="person">The person.</param>
    /// <param name="hours">The hours, more than 0.</param>
    /// <param name="subject">About what.</param>
    /// <param name="by">Who recorded it.</param>
    /// <param name="on">The day of the training.</param>
    public PersonTrained(StaffId person, decimal hours, string subject, string by, LocalDate on)
        : base(by, on) => (Person, Hours, Subject) = (person, hours, TextRule.Name.Check(subject));

    /// <summary>The person.</summary>
    public StaffId Person { get; }

    /// <summary>The hours.</summary>
    public decimal Hours { get; }

    /// <summary>About what.</summary>
    public string Subject { get; }
}
