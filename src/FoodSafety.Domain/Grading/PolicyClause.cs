using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>One clause of a grading policy (条款): what it is called and what it rests on.</summary>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="Title">What it says, for people.</param>
/// <param name="Basis">Where it comes from; it says so when that is illustrative.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record PolicyClause(string Id, BilingualText Title, Citation Basis)
{
    /// <summary>The stable key inside the policy.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>What it says, for people.</summary>
    public BilingualText Title { get; init => field = TextRule.Name.CheckAny(value, nameof(Title)); } = TextRule.Name.CheckAny(Title, nameof(Title));

    /// <summary>What whoever wrote the clause notes beside it, in any language (备注); null for nothing. It decides nothing.</summary>
    public string? Note { get; init => field = value is null ? null : TextRule.Note.Check(value, nameof(Note)); }
}

/// <summary>A rule of a grading policy (分级规则): the grade of an entity of which the condition holds, unless a stricter rule holds too, or one that is final.</summary>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="Grade">The grade it gives.</param>
/// <param name="When">When it applies.</param>
/// <param name="Title">What it says, for people.</param>
/// <param name="Basis">Where it comes from.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradingRule<TGrade>(string Id, TGrade Grade, Condition When, BilingualText Title, Citation Basis)
    : PolicyClause(Id, Title, Basis) where TGrade : struct, Enum
{
    /// <summary>
    /// Whether what it gives is final (直接定级): it decides before all rules that are not, stricter ones too, and no adjustment changes its grade. Of several final rules the
    /// strictest decides. False unless stated.
    /// </summary>
    /// <remarks>
    /// Among rules of one kind the strictest wins, so that their order never matters; a final rule is not one among them. Whoever writes "straight to C, whatever else holds" says that
    /// nothing else is to be looked at, and a rule that a stricter one overrode would be final against adjustments alone, which are milder than a rule. What it sets aside is never
    /// silent: <see cref="FinalBelowStricter"/> notes each final rule that decides where a stricter one holds too. A rule that is to be overridden by stricter ones and yet not
    /// adjusted is written without this, and its adjustments with a condition.
    /// </remarks>
    public bool IsFinal { get; init; }
}

/// <summary>When a policy gives no grade, and why (不予分级): closed, exempt, awaiting its first inspection.</summary>
/// <remarks>It is asked before the rules. That an entity is not graded is an outcome with a reason, not an error.</remarks>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="When">When it applies.</param>
/// <param name="Title">The reason, for people.</param>
/// <param name="Basis">Where it comes from.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NotGradedRule(string Id, Condition When, BilingualText Title, Citation Basis)
    : PolicyClause(Id, Title, Basis)
{
    /// <summary>The fact that must be stated, where the rule is as <see cref="GradingPolicyBuilder{TGrade}.RequireStated"/> adds it; null of any other rule.</summary>
    internal IFact? RequiredFact =>
        When is Negation { Inner: Stated { Fact: { } fact } } && Id == KeyOfUnstated(fact) && Title == TitleOfUnstated(fact) && Note is null ? fact : null;

    internal static string KeyOfUnstated(IFact fact) => $"{fact.Id}-not-stated";

    /// <summary>In the languages in which the fact has a name.</summary>
    internal static BilingualText TitleOfUnstated(IFact fact) =>
        (fact.Name.Chinese.Length == 0 ? "" : $"未填报：{fact.Name.Chinese}", fact.Name.English.Length == 0 ? "" : $"not stated: {fact.Name.English}");
}

/// <summary>A change of the grade that the rules gave (等级调整): by steps, <see cref="StepAdjustment"/>, or to a bound, <see cref="BoundAdjustment{TGrade}"/>.</summary>
/// <remarks>
/// Steps come first: those of all adjustments that apply are added, and the sum moves the grade, stopping at either end of the scale. Then the bounds: the grade
/// becomes no stricter than the mildest ceiling that applies, and after that no milder than the strictest floor; where a floor lies above a ceiling, the floor, which is
/// stricter, wins. So the order of adjustments never changes a grade. Nothing changes what a final rule gave.
/// </remarks>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="When">When it applies.</param>
/// <param name="Title">The reason, for people.</param>
/// <param name="Basis">Where it comes from.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record GradeAdjustment(string Id, Condition When, BilingualText Title, Citation Basis)
    : PolicyClause(Id, Title, Basis);

/// <summary>Some steps stricter or milder (升降级).</summary>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="Steps">Steps towards the strictest grade; negative is milder. Not 0, and within ±64.</param>
/// <param name="When">When it applies.</param>
/// <param name="Title">The reason, for people.</param>
/// <param name="Basis">Where it comes from.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StepAdjustment(string Id, int Steps, Condition When, BilingualText Title, Citation Basis)
    : GradeAdjustment(Id, When, Title, Basis);

/// <summary>A floor or a ceiling of the grade (等级下限、上限).</summary>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="Bound">Whether the grade is at least or at most so strict.</param>
/// <param name="Grade">The bound, which the grade may have.</param>
/// <param name="When">When it applies.</param>
/// <param name="Title">The reason, for people.</param>
/// <param name="Basis">Where it comes from.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record BoundAdjustment<TGrade>(string Id, GradeBound Bound, TGrade Grade, Condition When, BilingualText Title, Citation Basis)
    : GradeAdjustment(Id, When, Title, Basis) where TGrade : struct, Enum;

/// <summary>On which side a bound keeps a grade (等级界限).</summary>
/// <remarks>The default value 0 is none and does not occur.</remarks>
public enum GradeBound
{
    /// <summary>A floor: the grade is this one or a stricter one (不宽于).</summary>
    [BilingualName("不宽于", "not milder than")]
    AtLeast = 1,

    /// <summary>A ceiling: the grade is this one or a milder one (不严于).</summary>
    [BilingualName("不严于", "not stricter than")]
    AtMost = 2,
}

/// <summary>The grade where no rule of a policy applies (兜底规则).</summary>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="Grade">The grade it gives.</param>
/// <param name="Title">What it says, for people.</param>
/// <param name="Basis">Where it comes from.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed record DefaultRule<TGrade>(string Id, TGrade Grade, BilingualText Title, Citation Basis)
    : PolicyClause(Id, Title, Basis) where TGrade : struct, Enum;

/// <summary>A finding of an analysis that whoever wrote the policy knows and accepts (已认可的发现): it is as it is meant to be.</summary>
/// <param name="Finding">The <see cref="PolicyFinding.Key"/> of the finding.</param>
/// <param name="Reason">Why, for people.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AcceptedFinding(string Finding, BilingualText Reason)
{
    /// <summary>The key of the finding.</summary>
    public string Finding { get; init => field = TextRule.Name.Check(value, nameof(Finding)); } = TextRule.Name.Check(Finding, nameof(Finding));

    /// <summary>Why, for people.</summary>
    public BilingualText Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}
