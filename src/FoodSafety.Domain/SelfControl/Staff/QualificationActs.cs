using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>What is told about the qualification of a person for food-safety posts (任职资格事项); it counts by its day and may come late.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record QualificationAct : Act<QualificationBook>
{
    private protected QualificationAct()
    {
    }

    /// <summary>The person.</summary>
    public abstract StaffId Person { get; }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new(QualificationBook.PersonKind, Person.Value);

    /// <inheritdoc/>
    public sealed override bool IsInOrder => false;
}

/// <summary>A person was trained (培训).</summary>
/// <param name="Person">The person.</param>
/// <param name="Hours">The hours, more than 0.</param>
/// <param name="Subject">About what.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PersonTrained(StaffId Person, decimal Hours, string Subject) : QualificationAct
{
    /// <inheritdoc/>
    public override string Kind => "person-trained";

    /// <summary>The person.</summary>
    public override StaffId Person { get; } = Person.IsNone ? throw new ArgumentException("Training is of a person.", nameof(Person)) : Person;

    /// <summary>The hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not more than 0.</exception>
    public decimal Hours { get; init => field = Positive(value); } = Positive(Hours);

    /// <summary>About what.</summary>
    public string Subject { get; init => field = TextRule.Name.Check(value, nameof(Subject)); } = TextRule.Name.Check(Subject, nameof(Subject));

    private static decimal Positive(decimal hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hours);
        return hours;
    }
}

/// <summary>A person was assessed (考核); a fail bars from the day on, until a pass.</summary>
/// <param name="Result">The result.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PersonAssessed(AssessmentResult Result) : QualificationAct
{
    /// <inheritdoc/>
    public override string Kind => "person-assessed";

    /// <inheritdoc/>
    public override StaffId Person => Result.Person;
}

/// <summary>
/// It became known that a person may hold no post (任职禁止). It bars from the decision on; standing appointments stay, and are <see cref="StaffBook.HeldByBarred"/>.
/// </summary>
/// <param name="Bar">Who, why and since when: a revocation or a sentence, for of a failed assessment <see cref="PersonAssessed"/> tells.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PersonBarred(PostBar Bar) : QualificationAct
{
    /// <inheritdoc/>
    public override string Kind => "person-barred";

    /// <summary>Who, why and since when.</summary>
    /// <exception cref="ArgumentException">It is of a failed assessment.</exception>
    public PostBar Bar { get; init => field = Check(value); } = Check(Bar);

    /// <inheritdoc/>
    public override StaffId Person => Bar.Person;

    private static PostBar Check(PostBar bar)
    {
        ArgumentNullException.ThrowIfNull(bar);
        return bar.Ground != PostBarGround.FailedAssessment ? bar
            : throw new ArgumentException($"'{bar.Text.English}' is of an assessment. Allowed: a revocation or a sentence.", nameof(bar));
    }
}
