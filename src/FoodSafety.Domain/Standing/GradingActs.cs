using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Standing;

/// <summary>What decides about the grades of one grading (分级事项). Decisions count from the day of record.</summary>
/// <remarks>The words of the kinds begin with the key of the grading: <c>tier-assigned</c>, <c>risk-grade-assigned</c>.</remarks>
/// <typeparam name="TGrade">The enum of grades, which has a <see cref="GradingKeyAttribute"/>.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record GradingAct<TGrade> : Act<GradingBook<TGrade>> where TGrade : struct, Enum
{
    private protected GradingAct()
    {
    }

    private protected static string Word(string what) => $"{GradingKey.Of<TGrade>()}-{what}";
}

/// <summary>A policy was adopted (分级标准发布); it decides from its own first day on, at the earliest from the day of record.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Policy">The policy.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PolicyLaidDown<TGrade>(GradingPolicy<TGrade> Policy) : GradingAct<TGrade> where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("policy-laid-down");

    /// <inheritdoc/>
    public override Thing? Thing => new(Word("policy"), Policy.Id);

    /// <summary>Whether another lays down the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(PolicyLaidDown<TGrade>? other) => other is not null && Policy.SaysTheSameAs(other.Policy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Policy.Id, Policy.Version);
}

/// <summary>
/// A policy should not have been adopted, and decides nothing any more (撤回分级标准). Nothing rests on it: the policy before it decides again
/// from the day of record, no observation period runs from it, and whoever answered before it answers again where the seat still stands.
/// </summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Version">The version of the policy.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PolicyWithdrawn<TGrade>(string Version, string Reason) : GradingAct<TGrade> where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("policy-withdrawn");

    /// <summary>The version of the policy.</summary>
    public string Version { get; init => field = TextRule.Key.Check(value, nameof(Version)); } = TextRule.Key.Check(Version, nameof(Version));

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}

/// <summary>From the day of record on a milder grade waits so long (观察期).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Period">How long.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ObservationLaidDown<TGrade>(ObservationPeriod Period) : GradingAct<TGrade> where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("observation-laid-down");
}

/// <summary>An office set the grade of a business, for a time or until it says otherwise (等级调整、临时定级).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Id">Its id, given by the platform.</param>
/// <param name="Assignment">Whether it stands over what is computed, or only until something is.</param>
/// <param name="Business">The business.</param>
/// <param name="Grade">The grade.</param>
/// <param name="Until">The first day on which it no longer counts; null for no end.</param>
/// <param name="Reason">Why.</param>
/// <param name="From">The first day on which it counts; null for the day of record.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeAssigned<TGrade>(
    AssignmentId Id, AssignmentKind Assignment, BusinessId Business, TGrade Grade, LocalDate? Until, string Reason, LocalDate? From = null) : GradingAct<TGrade> where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("assigned");

    /// <summary>Whether it stands over what is computed, or only until something is.</summary>
    public AssignmentKind Assignment { get; init => field = value.Named(); } = Assignment.Named();

    /// <summary>The grade.</summary>
    public TGrade Grade { get; init => field = value.Named(); } = Grade.Named();

    /// <summary>The first day on which it no longer counts; null for no end.</summary>
    public LocalDate? Until { get; init => field = value?.Iso(); } = Until?.Iso();

    /// <summary>The first day on which it counts; null for the day of record.</summary>
    public LocalDate? From { get; init => field = value?.Iso(); } = From?.Iso();

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));

    /// <inheritdoc/>
    public override Thing? Thing => new(Word("assignment"), $"{Id}");
}

/// <summary>An assignment ends before its day (提前终止); it no longer counts from the day of record. One that has not begun by then never does.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Id">The assignment.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AssignmentEnded<TGrade>(AssignmentId Id, string Reason) : GradingAct<TGrade> where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("assignment-ended");

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));

    /// <inheritdoc/>
    public override Thing? Thing => new(Word("assignment"), $"{Id}");
}

/// <summary>An assignment should not have been made (撤回人工定级): it no longer counts, and whoever answered before it answers again where the seat still stands.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Id">The assignment.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AssignmentWithdrawn<TGrade>(AssignmentId Id, string Reason) : GradingAct<TGrade> where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("assignment-withdrawn");

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));

    /// <inheritdoc/>
    public override Thing? Thing => new(Word("assignment"), $"{Id}");
}

/// <summary>
/// Somebody disputes how a business stands (提出申诉): whoever does it is the doer of the stamp, and whoever takes it down the typist. The time
/// to answer runs from the day of the stamp. A grade that was notified may be disputed as long as its <see cref="GradeNotified{TGrade}"/> says.
/// </summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Id">Its id, given by the platform.</param>
/// <param name="Business">The business.</param>
/// <param name="Ground">What it is based on.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppealFiled<TGrade>(AppealId Id, BusinessId Business, string Ground) : GradingAct<TGrade>, IAppealFiled where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("appeal-filed");

    /// <summary>What it is based on.</summary>
    public string Ground { get; init => field = TextRule.Note.Check(value, nameof(Ground)); } = TextRule.Note.Check(Ground, nameof(Ground));

    /// <summary>The grade that stood on the day of filing; filled in, and null where there was none.</summary>
    public TGrade? Disputed { get; init => field = value?.Named(); }

    /// <summary>The assignment that the grade rested on; filled in, and null where it was computed.</summary>
    public AssignmentId? Against { get; init; }

    /// <summary>Until when it is to be answered (复核期限); filled in.</summary>
    public Deadline? Due { get; init; }

    /// <inheritdoc/>
    public override Thing? Thing => new(Word("appeal"), $"{Id}");
}

/// <summary>An appeal was decided (作出复核决定), by somebody whom the <see cref="AppealTerms"/> of the day of filing do not bar. To decide it late is allowed and shows.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Id">The appeal.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppealDecided<TGrade>(AppealId Id, AppealOutcome<TGrade> Outcome, string Reason) : GradingAct<TGrade>, IAppealClosed where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("appeal-decided");

    /// <summary>What it came to.</summary>
    public AppealOutcome<TGrade> Outcome { get; init => field = value ?? throw new ArgumentNullException(nameof(Outcome)); } = Outcome ?? throw new ArgumentNullException(nameof(Outcome));

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));

    /// <inheritdoc/>
    public override Thing? Thing => new(Word("appeal"), $"{Id}");
}

/// <summary>An appeal was taken back by whoever filed it (撤回申诉).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Id">The appeal.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppealWithdrawn<TGrade>(AppealId Id) : GradingAct<TGrade>, IAppealClosed where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("appeal-withdrawn");

    /// <inheritdoc/>
    public override Thing? Thing => new(Word("appeal"), $"{Id}");
}

/// <summary>The time to answer an appeal that was provisional is settled, for its year was announced (期限落定): never earlier than it was told.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Id">The appeal.</param>
/// <param name="Due">Until when it is to be answered.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppealDeadlineSettled<TGrade>(AppealId Id, Deadline Due) : GradingAct<TGrade> where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("appeal-deadline-settled");

    /// <inheritdoc/>
    public override Thing? Thing => new(Word("appeal"), $"{Id}");
}

/// <summary>What an appeal came to (复核结论): <see cref="GradeUpheld{TGrade}"/>, <see cref="FactsPutRight{TGrade}"/> or <see cref="GradeReplaced{TGrade}"/>; there is no other.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record AppealOutcome<TGrade> where TGrade : struct, Enum
{
    private protected AppealOutcome()
    {
    }
}

/// <summary>The grade was right and stays as it is (维持原等级).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeUpheld<TGrade> : AppealOutcome<TGrade> where TGrade : struct, Enum;

/// <summary>
/// The grade rested on wrong facts (更正事实，重新分级): they are told to the register in the same unit. What the right ones give takes effect at
/// once, without observation; an override that is in force stays.
/// </summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Facts">The facts with their right values; one or more.</param>
/// <param name="Mistake">
/// Where the act stands that told them wrongly: it is corrected, and nothing rests on it any more. Null where none is named: the facts are stated anew.
/// </param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FactsPutRight<TGrade>(FactRecord Facts, ActPlace? Mistake = null) : AppealOutcome<TGrade> where TGrade : struct, Enum
{
    /// <summary>The facts with their right values; one or more.</summary>
    public FactRecord Facts { get; init => field = Some(value); } = Some(Facts);

    private static FactRecord Some(FactRecord facts) => facts is { IsEmpty: false } ? facts : throw new ArgumentException("Allowed: one fact or more.", nameof(facts));
}

/// <summary>Another grade is set by whoever decides (改定等级): an override from the day of record, in place of one that is in force.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Id">The id of the assignment, given by the platform.</param>
/// <param name="Grade">The grade.</param>
/// <param name="Until">The first day on which it no longer counts; null for no end.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeReplaced<TGrade>(AssignmentId Id, TGrade Grade, LocalDate? Until) : AppealOutcome<TGrade> where TGrade : struct, Enum
{
    /// <summary>The grade.</summary>
    public TGrade Grade { get; init => field = value.Named(); } = Grade.Named();

    /// <summary>The first day on which it no longer counts; null for no end.</summary>
    public LocalDate? Until { get; init => field = value?.Iso(); } = Until?.Iso();
}

/// <summary>The grade that another system gave a business (接管等级).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Business">The business.</param>
/// <param name="Grade">The grade; null where it was exempt from grading.</param>
public sealed record TakenOverGrade<TGrade>(BusinessId Business, TGrade? Grade) where TGrade : struct, Enum;

/// <summary>Businesses with one decision.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="State">Whether they are graded.</param>
/// <param name="Grade">The grade; null where there is none.</param>
/// <param name="Clause">The key of the clause that decided; null where no clause did.</param>
/// <param name="Businesses">The businesses, in the order of the register.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Decided<TGrade>(GradingState State, TGrade? Grade, string? Clause, ItemList<BusinessId> Businesses) where TGrade : struct, Enum;

/// <summary>What followed from a unit in a grading of whichever enum (分级结果): whom it is about. Only <see cref="GradesDecided{TGrade}"/> implements it, which says what was decided.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("IGradesDecided.Grading")]
public interface IGradesDecided
{
    /// <summary>The key of the grading.</summary>
    string Grading { get; }

    /// <summary>The businesses of which something was computed otherwise than recorded before; each once, and each has one entry more since.</summary>
    IEnumerable<BusinessId> Computed { get; }

    /// <summary>The businesses that stand otherwise than before; each once.</summary>
    IEnumerable<BusinessId> Standing { get; }
}

/// <summary>What a policy made of businesses, and how they stand since (分级结果).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Policy">The version of the policy of the day; null when none is in force.</param>
/// <param name="IsNew">Whether another one decided before.</param>
/// <param name="Computed">What was computed otherwise than recorded before.</param>
/// <param name="Standing">What stands otherwise than before, by whatever.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradesDecided<TGrade>(string? Policy, bool IsNew, ItemList<Decided<TGrade>> Computed, ItemList<Decided<TGrade>> Standing)
    : OutcomePart<GradingBook<TGrade>>, IGradesDecided where TGrade : struct, Enum
{
    string IGradesDecided.Grading => GradingKey.Of<TGrade>();

    IEnumerable<BusinessId> IGradesDecided.Computed => Computed.SelectMany(static decided => decided.Businesses);

    IEnumerable<BusinessId> IGradesDecided.Standing => Standing.SelectMany(static decided => decided.Businesses);

    /// <inheritdoc/>
    public override string Kind => $"{GradingKey.Of<TGrade>()}-decided";

    /// <inheritdoc/>
    public override bool IsEmpty => !IsNew && Computed.IsEmpty && Standing.IsEmpty;
}

/// <summary>A business whose standing grade is another (等级变动), of whichever grading.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record StandingMove
{
    private protected StandingMove(string grading, BusinessId business) => (Grading, Business) = (grading, business);

    /// <summary>The key of the grading: <c>tier</c>, <c>risk-grade</c>.</summary>
    public string Grading { get; }

    /// <summary>The business.</summary>
    public BusinessId Business { get; }
}

/// <summary>A business whose standing grade is another (等级变动).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StandingMove<TGrade> : StandingMove where TGrade : struct, Enum
{
    /// <summary>Says how a business moved.</summary>
    /// <param name="business">The business.</param>
    /// <param name="from">How it stood.</param>
    /// <param name="to">How it stands since.</param>
    public StandingMove(BusinessId business, GradeDecision<TGrade> from, GradeDecision<TGrade> to)
        : base(GradingKey.Of<TGrade>(), business) => (From, To) = (from, to);

    /// <summary>How it stood.</summary>
    public GradeDecision<TGrade> From { get; }

    /// <summary>How it stands since.</summary>
    public GradeDecision<TGrade> To { get; }
}

/// <summary>A business that has no grade as before, but for another reason (不予分级理由变动): exempt, and now awaiting an inspection.</summary>
/// <param name="Grading">The key of the grading: <c>tier</c>, <c>risk-grade</c>.</param>
/// <param name="Business">The business.</param>
/// <param name="From">The reason before; null where another system gave no grade, and said no reason.</param>
/// <param name="To">The reason since; of another key than before.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ReasonMove(string Grading, BusinessId Business, NotGradedRule? From, NotGradedRule To)
{
    /// <summary>The key of the grading.</summary>
    public string Grading { get; init => field = TextRule.Key.Check(value, nameof(Grading)); } = TextRule.Key.Check(Grading, nameof(Grading));
}

/// <summary>An appeal of any grading was filed.</summary>
internal interface IAppealFiled
{
    BusinessId Business { get; }

    Deadline? Due { get; }

    Thing? Thing { get; }
}

/// <summary>An appeal of any grading is closed.</summary>
internal interface IAppealClosed
{
    Thing? Thing { get; }
}
