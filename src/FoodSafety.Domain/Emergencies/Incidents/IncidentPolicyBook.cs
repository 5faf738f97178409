using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
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
        "unknown-fact", FactDeclaration.WhyMissing(schema, fact, ($"事故没有“{fact.Id}”这一项。", $"Incidents do not state '{fact.Id}'.")), [new GuardValue("fact", fact.Id)],
        Allowed: (string.Join('、', schema.Facts.Select(known => known.Id)) + "。", string.Join(", ", schema.Facts.Select(known => known.Id)) + "."));
}

/// <summary>Built-in policies of incident grades (内置事故分级标准), and the files of others.</summary>
public static class IncidentPolicies
{
    /// <summary>Reads and writes files of incident grades (事故分级标准文件) over <see cref="IncidentFacts"/>; with other facts, make a <see cref="PolicyFile{TGrade}"/>.</summary>
    public static PolicyFile<IncidentGrade> File { get; } = new(IncidentGrades.Scale, IncidentFacts.Schema.Facts);

    /// <summary>
    /// The grades by a manual of Jiangsu (江苏手册), known from copies and therefore illustrative: the harmed, the dead, schools and
    /// events, spread, and what governments find.
    /// </summary>
    /// <remarks>
    /// What meets no criterion is below the table and not graded. Provinces and cities write plans of their own: read theirs
    /// with <see cref="File"/>, or start from this with <see cref="GradingPolicy{TGrade}.Draft"/>.
    /// </remarks>
    public static GradingPolicy<IncidentGrade> Jiangsu2022 { get; } = File.Read(EmbeddedText.Read("Emergencies.Policies.incident-grade.2022.1.json"));

    /// <summary>
    /// The grades of Sichuan by press reports on its plan of 2017 (四川，示意): I from 30 deaths, or where the food came into two provinces with
    /// especially grave harm; II from 10 deaths, or 100 harmed with a death. Illustrative throughout.
    /// </summary>
    /// <remarks>
    /// The reports leave out grades III and IV and what governments find: the criteria of <see cref="Jiangsu2022"/> stand in and say so. A trial plan of November 2021 followed,
    /// whose text was not found: a draft to start from, not the rule of today.
    /// </remarks>
    public static GradingPolicy<IncidentGrade> Sichuan2017 { get; } = File.Read(EmbeddedText.Read("Emergencies.Policies.incident-grade-sichuan.2017.1.json"));
}
