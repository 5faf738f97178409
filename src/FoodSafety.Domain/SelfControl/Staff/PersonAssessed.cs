using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A person was assessed (已考核), and is barred until passed again where the result is a fail.</summary>
public sealed record PersonAssessed : StaffEvent
{
    /// <summary>States it.</summary>
    /// <param name="result">The result.</param>
    /// <param name="by">Who assessed.</param>
    /// <param name="on">The day of the assessment.</param>
    public PersonAssessed(AssessmentResult result, string by, LocalDate on)
        : base(by, on) => Result = result;

    /// <summary>The result.</summary>
    public AssessmentResult Result { get; }
}
