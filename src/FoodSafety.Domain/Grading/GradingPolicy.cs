using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>A grading policy (分级标准): rules as data, with an order of grades of its own, in force for a time.</summary>
/// <remarks>
/// <para>Before the rules, <see cref="NotGraded"/> is asked. Of the final rules that hold the strictest decides, and nothing changes its grade. Where none holds, of the
/// other rules that hold the strictest wins, and then <see cref="Adjustments"/> move the grade: first by steps, then to floors and ceilings. Of several equally strict rules
/// the first is the explanation. So the order of rules and adjustments never changes a grade.</para>
/// <para>Immutable and safe to share. Write one with <see cref="GradingPolicy.Define"/>, derive a draft with <see cref="Draft"/>.</para>
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("PolicyFile<TGrade>.Write")]
public sealed class GradingPolicy<TGrade> where TGrade : struct, Enum
{
    private Dictionary<string, PolicyClause>? _byId;

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
        Accepted = [.. builder.Accepted];
        Fixed = [.. builder.FixedFacts];
        RightlyMilder = [.. builder.MilderFacts];
        Lines = builder.Lines.ToImmutableDictionary(StringComparer.Ordinal);
        Clauses = [.. NotGraded, .. Rules, Otherwise];
        Facts = FactsRead.By(Conditions);
        Parts = Conditions.Sum(condition => (long)condition.Size.Parts);
        Basis = builder.Basis ?? (AllClauses.Select(clause => clause.Basis).Distinct().Take(2).ToArray() is [var only] ? only : null);
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
    /// Facts that a business does not change from one day to the next though they are not declared so (固定事实), see <see cref="IFact.IsFixed"/>: explanations of this policy do not
    /// propose to change them. In the order of their keys.
    /// </summary>
    public ImmutableArray<IFact> Fixed { get; }

    /// <summary>Numbers of which more is rightly milder (越多越宽属正常), as years without a violation: the analysis says nothing about it. In the order of their keys.</summary>
    public ImmutableArray<NumberFact> RightlyMilder { get; }

    /// <summary>Findings of an analysis that whoever wrote the policy knows and accepts, each with a reason (已认可的发现).</summary>
    public ImmutableArray<AcceptedFinding> Accepted { get; }

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

    /// <summary>What the clauses of a draft rest on without a basis of their own: what they rest on here, or the one basis that all clauses have.</summary>
    internal Citation? Basis { get; }

    /// <summary>Of how many conditions and numbers it is made, written out.</summary>
    internal long Parts { get; }

    /// <summary>All clauses, those that decide and then those that adjust.</summary>
    internal IEnumerable<PolicyClause> AllClauses => Clauses.Concat(Adjustments);

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

    /// <summary>The line on which a clause begins in the file that the policy was read from, from 1; null when it was read from none, or has no such clause.</summary>
    /// <param name="clause">The key of the clause.</param>
    public int? FindLine(string clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return Lines.TryGetValue(clause, out var line) ? line : null;
    }

    /// <summary>Starts a new version with all that this one says, to be changed before it is built; it goes on to rest on the same basis.</summary>
    /// <param name="version">The name of the new version.</param>
    public GradingPolicyBuilder<TGrade> Draft(string version) => new(this, version);

    /// <summary>The same version with an end.</summary>
    internal GradingPolicy<TGrade> EndingOn(LocalDate until)
    {
        var draft = Draft(Version).InForce(From, until);
        foreach (var (id, line) in Lines)
        {
            draft.Lines[id] = line;
        }

        return draft.Build();
    }

    /// <summary>Whether another says the same, in the same words.</summary>
    internal bool SaysTheSameAs(GradingPolicy<TGrade> other) =>
        (Id, Version, Title, Note, From, Until) == (other.Id, other.Version, other.Title, other.Note, other.From, other.Until)
        && Clauses.SequenceEqual(other.Clauses) && Adjustments.SequenceEqual(other.Adjustments) && Accepted.SequenceEqual(other.Accepted)
        && Fixed.SequenceEqual(other.Fixed) && RightlyMilder.SequenceEqual(other.RightlyMilder);

    /// <summary>Whether another certainly gives everything the same grade, as far as that is seen without looking into conditions: the same rules in any order, under any title.</summary>
    internal bool GradesTheSameAs(GradingPolicy<TGrade> other) =>
        Otherwise.Grade.Equals(other.Otherwise.Grade)
        && SameInAnyOrder(NotGraded.Select(rule => rule.When), other.NotGraded.Select(rule => rule.When))
        && SameInAnyOrder(Rules.Select(rule => (rule.Grade, rule.IsFinal, rule.When)), other.Rules.Select(rule => (rule.Grade, rule.IsFinal, rule.When)))
        && SameInAnyOrder(Adjustments.Select(rule => (Adjusting.CodeOf(rule, Scale), rule.When)), other.Adjustments.Select(rule => (Adjusting.CodeOf(rule, Scale), rule.When)));

    /// <summary>Whether explanations leave a fact as it is.</summary>
    internal bool IsFixed(IFact fact) => fact.IsFixed || Fixed.Contains(fact);

    /// <summary>When a clause applies; null of the default.</summary>
    internal static Condition? ConditionOf(PolicyClause clause) => clause switch
    {
        NotGradedRule rule => rule.When,
        GradingRule<TGrade> rule => rule.When,
        GradeAdjustment adjustment => adjustment.When,
        _ => null,
    };

    /// <summary>A clause as people find it.</summary>
    internal ClauseReference ReferTo(string id)
    {
        _byId ??= AllClauses.ToDictionary(clause => clause.Id, StringComparer.Ordinal);
        return new ClauseReference(id, _byId[id].Title, FindLine(id));
    }

    private ImmutableDictionary<string, int> Lines { get; }

    private static bool SameInAnyOrder<T>(IEnumerable<T> one, IEnumerable<T> other) where T : notnull
    {
        var counts = one.CountBy(item => item).ToDictionary();
        foreach (var item in other)
        {
            if (!counts.TryGetValue(item, out var left) || left == 0)
            {
                return false;
            }

            counts[item] = left - 1;
        }

        return counts.Values.All(left => left == 0);
    }

    internal void RequireColumns(FactSchema schema)
    {
        foreach (var fact in Facts)
        {
            schema.ColumnOf(fact);
        }
    }

    /// <exception cref="ArgumentException">It is not yet, or no longer, in force on the day.</exception>
    internal void RequireInForce(LocalDate on, string parameter)
    {
        if (!IsInForce(on))
        {
            throw new ArgumentException($"'{this}' is not in force on {on:uuuu-MM-dd}, but {TermText}.", parameter);
        }
    }

    private string TermText => Until is not { } until ? $"from {From:uuuu-MM-dd} on"
        : From == LocalDate.MinIsoValue ? $"until before {until:uuuu-MM-dd}"
        : $"from {From:uuuu-MM-dd} until before {until:uuuu-MM-dd}";

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
