using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>Incidents are graded by a policy while it is in force (事故分级标准发布), until another is laid down for the same days.</summary>
/// <remarks>One that was a mistake is withdrawn by laying down the earlier one again; what was graded meanwhile stands until it is graded anew.</remarks>
/// <param name="Policy">The policy, of the incident grades.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record IncidentPolicyLaidDown(GradingPolicy<IncidentGrade> Policy) : Act<IncidentPolicyBook>
{
    /// <inheritdoc/>
    public override string Kind => "incident-policy-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("incident-policy", "");

    /// <summary>Whether another lays down the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(IncidentPolicyLaidDown? other) => other is not null && Policy.SaysTheSameAs(other.Policy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Policy.Id, Policy.Version);
}

/// <summary>The policies by which incidents are graded (事故分级标准台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class IncidentPolicyBook : Book<IncidentPolicyLaidDown>
{
    private readonly FactSchema _schema;
    private readonly Trail<Grader<IncidentGrade>> _graders;

    internal IncidentPolicyBook(FactSchema schema, UndoLog undo) => (_schema, _graders) = (schema, new(undo));

    /// <summary>All that were laid down, in the order recorded.</summary>
    public ImmutableArray<GradingPolicy<IncidentGrade>> All => [.. _graders.Items.Select(grader => grader.Policy)];

    /// <summary>The policy by which what is verified on a day is graded: of those in force then the one laid down last; null when none is.</summary>
    /// <param name="day">The day.</param>
    public GradingPolicy<IncidentGrade>? FindOn(LocalDate day) => FindGrader(day)?.Policy;

    internal Grader<IncidentGrade>? FindGrader(LocalDate day) => _graders.Items.LastOrDefault(grader => grader.Policy.IsInForce(day));

    private protected override Decision Decide(IncidentPolicyLaidDown act, Moment moment)
    {
        var policy = act.Policy;
        return Decision.Of(act,
        [
            .. _graders.Items.Any(grader => (grader.Policy.Id, grader.Policy.Version) == (policy.Id, policy.Version) && !grader.Policy.SaysTheSameAs(policy))
                ? (Refusal[])[Refusal.IdTaken($"{policy}")] : [],
            .. policy.Scale.MildestFirst.SequenceEqual(IncidentGrades.Scale.MildestFirst) ? (Refusal[])[] :
                [new("other-scale", ($"“{policy}”的等级次序与事故等级不同。", $"'{policy}' orders its grades otherwise than the incident grades."), [new GuardValue("policy", $"{policy}")])],
            .. policy.Facts.Where(fact => !_schema.Contains(fact)).Select(fact => UnknownFact(_schema, fact)),
        ]);
    }

    private protected override void Evolve(IncidentPolicyLaidDown act, Moment moment) => _graders.Add(new Grader<IncidentGrade>(act.Policy));

    /// <summary>How a fact that incidents do not state is refused.</summary>
    internal static Refusal UnknownFact(FactSchema schema, IFact fact) => new(
        "unknown-fact", ($"事故没有“{fact.Id}”这一项。", $"Incidents do not state '{fact.Id}'."), [new GuardValue("fact", fact.Id)],
        Allowed: (string.Join('、', schema.Facts.Select(known => known.Id)) + "。", string.Join(", ", schema.Facts.Select(known => known.Id)) + "."));
}
