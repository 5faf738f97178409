using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>A grading policy (分级标准): rules as data, with an order of grades of its own, in force for a time.</summary>
/// <remarks>
/// <para>Of the rules that hold the strictest wins; of several equally strict the first is the explanation. So the order of
/// the rules never changes a grade. Before the rules, <see cref="NotGraded"/> is asked; after them,
/// <see cref="Adjustments"/> move the grade.</para>
/// <para>Immutable and safe to share. Write one with <see cref="GradingPolicy.Define"/>, derive a draft with <see cref="Draft"/>.</para>
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("PolicyFile<TGrade>.Write")]
public sealed class GradingPolicy<TGrade> where TGrade : struct, Enum
{
    internal GradingPolicy(GradingPolicyBuilder<TGrade> builder, DefaultRule<TGrade> otherwise)
    {
        Id = builder.Id;
        Version = builder.Version;
        Title = builder.Title;
        Scale = builder.Scale;
        Note = builder.OwnNote;
        FileNames = builder.FileNames;
        From = builder.From;
        Until = builder.Until;
        NotGraded = [.. builder.NotGradedRules];
        Rules = [.. builder.Rules];
        Adjustments = [.. builder.Adjustments];
        Otherwise = otherwise;
        Clauses = [.. NotGraded, .. Rules, Otherwise];
        Facts = FactsRead.By(Conditions);
        Parts = Conditions.Sum(condition => (long)condition.Size.Parts);
    }

    /// <summary>The stable key of the policy, the same in all its versions.</summary>
    public string Id { get; }

    /// <summary>The version, as people name it: <c>"2022.1"</c>.</summary>
    public string Version { get; }

    /// <summary>The title, for people.</summary>
    public BilingualText Title { get; }

    /// <summary>What whoever wrote the policy notes about it, in any language (备注); null for nothing. It decides nothing.</summary>
    public string? Note { get; }

    /// <summary>The grades in their order.</summary>
    public GradeScale<TGrade> Scale { get; }

    /// <summary>The first day on which it is in force.</summary>
    public LocalDate From { get; }

    /// <summary>The first day on which it is no longer in force; null while no end is known.</summary>
    public LocalDate? Until { get; }

    /// <summary>When no grade is given, asked in this order before the rules.</summary>
    public ImmutableArray<NotGradedRule> NotGraded { get; }

    /// <summary>The rules.</summary>
    public ImmutableArray<GradingRule<TGrade>> Rules { get; }

    /// <summary>The adjustments of what the rules give.</summary>
    public ImmutableArray<GradeAdjustment> Adjustments { get; }

    /// <summary>The grade where no rule holds.</summary>
    public DefaultRule<TGrade> Otherwise { get; }

    /// <summary>
    /// All clauses that can decide, as <see cref="GradeDecision{TGrade}.Clause"/> numbers them: first
    /// <see cref="NotGraded"/>, then <see cref="Rules"/>, last <see cref="Otherwise"/>.
    /// </summary>
    public ImmutableArray<PolicyClause> Clauses { get; }

    /// <summary>The facts that the policy reads, ordered by their keys. What a custom condition reads is not among them.</summary>
    public ImmutableArray<IFact> Facts { get; }

    /// <summary>True when at least one clause rests on no official text or government notice (示意).</summary>
    public bool IsIllustrative => Clauses.Any(clause => clause.Basis.IsIllustrative) || Adjustments.Any(a => a.Basis.IsIllustrative);

    /// <summary>What its file says beside the grading.</summary>
    internal FileNames FileNames { get; }

    /// <summary>Of how many conditions and numbers it is made, written out.</summary>
    internal long Parts { get; }

    internal IEnumerable<Condition> Conditions =>
        [.. NotGraded.Select(r => r.When), .. Rules.Select(r => r.When), .. Adjustments.Select(a => a.When)];

    /// <summary>Whether the policy is in force on a day.</summary>
    /// <param name="on">The day.</param>
    public bool IsInForce(LocalDate on) => on >= From && (Until is not { } until || on < until);

    /// <summary>The clause that made a decision.</summary>
    /// <param name="decision">A decision that a grader of this policy made.</param>
    /// <exception cref="ArgumentException">Nothing was decided, or by another policy.</exception>
    public PolicyClause ClauseOf(GradeDecision<TGrade> decision) => decision.Clause >= 0 && decision.Clause < Clauses.Length
        ? Clauses[decision.Clause]
        : throw new ArgumentException($"Clause {decision.Clause} is none of the {Clauses.Length} clauses of '{Id}' {Version}.", nameof(decision));

    /// <summary>Starts a new version with all that this one says, to be changed before it is built.</summary>
    /// <param name="version">The name of the new version.</param>
    public GradingPolicyBuilder<TGrade> Draft(string version) => new(this, version);

    /// <summary>Whether another says the same, in the same words.</summary>
    internal bool SaysTheSameAs(GradingPolicy<TGrade> other) =>
        (Id, Version, Title, Note, From, Until) == (other.Id, other.Version, other.Title, other.Note, other.From, other.Until)
        && Clauses.SequenceEqual(other.Clauses) && Adjustments.SequenceEqual(other.Adjustments);

    internal void RequireColumns(FactSchema schema)
    {
        foreach (var fact in Facts)
        {
            schema.ColumnOf(fact);
        }
    }

    internal void RequireScale(GradeScale<TGrade> scale, string whose, string parameter)
    {
        if (!Scale.MildestFirst.SequenceEqual(scale.MildestFirst))
        {
            throw new ArgumentException($"'{this}' orders {string.Join(", ", Scale.MildestFirst)}, {whose} {string.Join(", ", scale.MildestFirst)}.", parameter);
        }
    }

    /// <summary>The policy's key and version.</summary>
    public override string ToString() => $"{Id} {Version}";
}
