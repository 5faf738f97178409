using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Standing;

/// <summary>Other terms of appeals were laid down (申诉复核规定): they hold for appeals against a grade of any grading that are filed from the day of record on.</summary>
/// <remarks>Until some are, those of <see cref="AppealTerms.Assumed"/> hold. An appeal keeps the time that it was given.</remarks>
/// <param name="Rules">The terms.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppealTermsLaidDown(AppealTerms Rules) : RulesLaidDown<AppealTerms>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "appeal-terms-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("appeal-terms", "");
}

/// <summary>How long the answer to an appeal against a grade may take (复核期限).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppealTerms
{
    /// <summary>States terms.</summary>
    /// <param name="answerWithin">Within what time of the day of filing an appeal is to be answered: in days or working days, with its source.</param>
    /// <exception cref="ArgumentException">The time is in minutes or hours, where an appeal is filed on a day; or it names no source.</exception>
    public AppealTerms(TimeLimit answerWithin)
    {
        ArgumentNullException.ThrowIfNull(answerWithin);
        AnswerWithin = answerWithin switch
        {
            { RunsFromInstant: true } => throw new ArgumentException(
                $"An appeal is filed on a day; a limit of {answerWithin.Text.English} cannot be counted from it. Allowed: days and working days.", nameof(answerWithin)),
            { Basis: null } => throw new ArgumentException("Allowed: a limit that names its source.", nameof(answerWithin)),
            _ => answerWithin,
        };
    }

    /// <summary>15 working days. Illustrative: no text that sets a limit for appeals against 包保 tiers was found.</summary>
    public static AppealTerms Assumed { get; } = new(TimeLimit.WorkingDays(15, Citation.Illustrative(("等级申诉复核期限", "Time to answer an appeal against a grade"))));

    /// <summary>Within what time of the day of filing an appeal is to be answered; it has a source.</summary>
    public TimeLimit AnswerWithin { get; }
}
