using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>It became known that a person may hold no post (已登记任职禁止).</summary>
public sealed record PersonBarred : StaffEvent
{
    /// <summary>States it.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="by">Who recorded it.</param>
    /// <param name="on">The day of the act.</param>
    public PersonBarred(PostBar bar, string by, LocalDate on)
        : base(by, on) => Bar = bar;

    /// <summary>The bar.</summary>
    public PostBar Bar { get; }
}
