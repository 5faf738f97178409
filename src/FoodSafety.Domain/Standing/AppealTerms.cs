using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

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

/// <summary>
/// What is asked around a grade (申诉复核规定): how long it may be disputed and an answer may take, who may not decide, when it is made public, and whether an
/// inspection ends what an office set.
/// </summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppealTerms
{
    /// <summary>States terms.</summary>
    /// <param name="answerWithin">Within what time of the day of filing an appeal is to be answered: in days or working days, with its source.</param>
    /// <exception cref="ArgumentException">The time is in minutes or hours, where an appeal is filed on a day; or it names no source.</exception>
    public AppealTerms(TimeLimit answerWithin)
    {
        ArgumentNullException.ThrowIfNull(answerWithin);
        AnswerWithin = Counted(answerWithin, nameof(answerWithin));
    }

    /// <summary>15 working days. Illustrative: no text that sets a limit for appeals against 包保 tiers was found.</summary>
    public static AppealTerms Assumed { get; } = new(TimeLimit.WorkingDays(15, Citation.Illustrative(("等级申诉复核期限", "Time to answer an appeal against a grade"))));

    /// <summary>Within what time of the day of filing an appeal is to be answered; it has a source.</summary>
    public TimeLimit AnswerWithin { get; }

    /// <summary>
    /// Within what time of the day on which a grade was notified it may be disputed (申诉期限), in days or working days, with its source; null for at any time. A grade that
    /// nobody notified may be disputed at any time.
    /// </summary>
    /// <exception cref="ArgumentException">The time is in minutes or hours, or names no source.</exception>
    public TimeLimit? FileWithin { get; init => field = value is null ? null : Counted(value, nameof(FileWithin)); }

    /// <summary>Who may not decide an appeal (复核回避): unless stated who filed it and who set the grade.</summary>
    /// <exception cref="ArgumentException">One stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is none of the named values.</exception>
    public ItemList<ReviewBar> MayNotDecide
    {
        get;
        init => field = value.Select(bar => bar.Named()).Distinct().Count() == value.Length
            ? [.. value.Order()]
            : throw new ArgumentException("Allowed: each once.", nameof(MayNotDecide));
    } = [ReviewBar.Filer, ReviewBar.Rater];

    /// <summary>When a grade that was notified is made public (等级公示); null where nothing is laid down: then nobody has to, and may from the day of notification on.</summary>
    public GradePublication? Publication { get; init; }

    /// <summary>
    /// Whether a bureau's inspection that is finished after the first day of an override without end ends it (重新检查终止人工定级); false unless stated. It ends on the day on
    /// which the inspection is recorded.
    /// </summary>
    public bool InspectionEndsOverrides { get; init; }

    internal static TimeLimit Counted(TimeLimit limit, string parameter) => limit switch
    {
        { RunsFromInstant: true } => throw new ArgumentException(
            $"It counts from a day; a limit of {limit.Text.English} cannot be counted from it. Allowed: days and working days.", parameter),
        { Basis: null } => throw new ArgumentException("Allowed: a limit that names its source.", parameter),
        _ => limit,
    };
}

/// <summary>Who may not decide an appeal (复核回避).</summary>
/// <remarks>The default value 0 is nobody.</remarks>
public enum ReviewBar
{
    /// <summary>Who filed it (申诉人).</summary>
    [BilingualName("申诉人", "who filed it")]
    Filer = 1,

    /// <summary>Who gave the grade (评定人): who set it in place of a computed one, or who rated as the notice of it says.</summary>
    [BilingualName("评定人", "who gave the grade")]
    Rater = 2,

    /// <summary>Who inspected (检查人): the team of the last inspection by a bureau up to the day on which the grade was notified, or where it was not, disputed.</summary>
    [BilingualName("检查人", "who inspected")]
    Inspector = 3,
}

/// <summary>When a grade that was notified is made public (等级公示规定): <see cref="AtOnce"/>, or <see cref="AfterWaiting"/>.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradePublication
{
    private GradePublication(TimeLimit? after, Citation basis) => (After, Basis) = (after, basis);

    /// <summary>How long after the day of notification it is made public: on the last day of the limit; null for at once, on the day of notification.</summary>
    public TimeLimit? After { get; }

    /// <summary>The rule that says so.</summary>
    public Citation Basis { get; }

    /// <summary>Whether a grade under an open appeal is not made public before the appeal is closed (申诉期间不公示); false unless stated.</summary>
    public bool WaitsForAppeal { get; init; }

    /// <summary>A grade is made public on the day on which it is notified.</summary>
    /// <param name="basis">The rule that says so.</param>
    public static GradePublication AtOnce(Citation basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        return new(null, basis);
    }

    /// <summary>A grade is made public so long after it was notified, and not before: after 28 days, that of 1 September on the 29th.</summary>
    /// <param name="after">How long: in days or working days, with its source.</param>
    /// <exception cref="ArgumentException">The time is in minutes or hours, or names no source.</exception>
    public static GradePublication AfterWaiting(TimeLimit after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return new(AppealTerms.Counted(after, nameof(after)), after.Basis!);
    }

    /// <summary>The day on which a grade that was notified on a day is made public.</summary>
    internal Deadline DayOf(LocalDate notified, WorkingCalendar calendar) => After is null ? Deadline.AtEndOf(notified, calendar.Zone) : After.After(notified, calendar);
}
