using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>A mechanism was adopted, or put in the place of the one before (印发、修订工作机制).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MechanismAdopted : CoordinationEvent
{
    /// <summary>Records it.</summary>
    /// <param name="mechanism">The mechanism.</param>
    /// <param name="reason">Why, not blank.</param>
    /// <param name="by">Who adopted it: a key in the user's platform, not blank.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentException">There is no reason, or nobody who acts.</exception>
    public MechanismAdopted(WorkMechanism mechanism, string reason, string by, LocalDate on)
        : base(by, on)
    {
        TextRule.Note.Check(reason);
        ArgumentNullException.ThrowIfNull(mechanism);
        (Mechanism, Reason) = (mechanism, reason);
    }

    /// <summary>The mechanism.</summary>
    public WorkMechanism Mechanism { get; }

    /// <summary>Why (事由).</summary>
    public string Reason { get; }
}
