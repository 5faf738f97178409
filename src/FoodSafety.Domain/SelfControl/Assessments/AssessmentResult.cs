namespace FoodSafety.Domain.SelfControl;

/// <summary>How a person did in an assessment (考核结果).</summary>
public sealed record AssessmentResult
{
    /// <summary>States a result.</summary>
    /// <param name="person">Who was assessed.</param>
    /// <param name="standard">By which standard.</param>
    /// <param name="questions">How many questions were put.</param>
    /// <param name="right">How many were answered right.</param>
    /// <exception cref="ArgumentException">There is no person.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer questions than the standard asks for, or more right answers than questions.</exception>
    public AssessmentResult(StaffId person, AssessmentStandard standard, int questions, int right)
    {
        ArgumentNullException.ThrowIfNull(standard);
        Person = person.IsNone ? throw new ArgumentException("A result is of a person.", nameof(person)) : person;
        Standard = standard;
        Questions = questions >= standard.LeastQuestions
            ? questions
            : throw new ArgumentOutOfRangeException(nameof(questions), questions, $"Allowed: {standard.LeastQuestions} and more.");
        Right = right >= 0 && right <= questions
            ? right
            : throw new ArgumentOutOfRangeException(nameof(right), right, $"Allowed: 0 to {questions}.");
    }

    /// <summary>Who was assessed.</summary>
    public StaffId Person { get; }

    /// <summary>By which standard.</summary>
    public AssessmentStandard Standard { get; }

    /// <summary>How many questions were put.</summary>
    public int Questions { get; }

    /// <summary>How many were answered right.</summary>
    public int Right { get; }

    /// <summary>True when the share of right answers reaches the pass mark (合格).</summary>
    public bool IsPassed => Right >= Standard.PassShare * Questions;
}
