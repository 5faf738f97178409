using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>Writes a <see cref="GradingPolicy{TGrade}"/>, clause by clause.</summary>
/// <remarks>Every method returns the builder itself. Not thread-safe. One builder may build several policies.</remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("PolicyFile<TGrade>.Write")]
public sealed class GradingPolicyBuilder<TGrade> where TGrade : struct, Enum
{
    private Citation? _basis;

    internal GradingPolicyBuilder(string id, string version, BilingualText title, GradeScale<TGrade> scale)
    {
        TextRule.Key.Check(version);
        ArgumentNullException.ThrowIfNull(scale);
        Id = FactId.Check(id, nameof(id));
        Version = version;
        Title = TextRule.Name.CheckAny(title);
        Scale = scale;
    }

    internal GradingPolicyBuilder(GradingPolicy<TGrade> policy, string version)
        : this(policy.Id, version, policy.Title, policy.Scale)
    {
        (From, Until) = (policy.From, policy.Until);
        NotGradedRules.AddRange(policy.NotGraded);
        Rules.AddRange(policy.Rules);
        Adjustments.AddRange(policy.Adjustments);
        Accepted.AddRange(policy.Accepted);
        FixedFacts.UnionWith(policy.Fixed);
        MilderFacts.UnionWith(policy.RightlyMilder);
        Default = policy.Otherwise;
        (_basis, OwnNote, FileNames) = (policy.Basis, policy.Note, policy.FileNames);
    }

    internal string? OwnNote { get; private set; }

    internal FileNames FileNames { get; set; } = FileNames.None;

    /// <summary>What clauses rest on that are added without a basis of their own; null for nothing.</summary>
    internal Citation? Basis => _basis;

    internal string Id { get; }

    internal string Version { get; }

    internal BilingualText Title { get; }

    internal GradeScale<TGrade> Scale { get; }

    internal LocalDate From { get; private set; } = LocalDate.MinIsoValue;

    internal LocalDate? Until { get; private set; }

    internal List<NotGradedRule> NotGradedRules { get; } = [];

    internal List<GradingRule<TGrade>> Rules { get; } = [];

    internal List<GradeAdjustment> Adjustments { get; } = [];

    internal List<AcceptedFinding> Accepted { get; } = [];

    internal SortedSet<IFact> FixedFacts { get; } = new(ByKey);

    internal SortedSet<NumberFact> MilderFacts { get; } = new(ByKey);

    /// <summary>Where the clauses begin in a file, by their keys.</summary>
    internal Dictionary<string, int> Lines { get; } = new(StringComparer.Ordinal);

    private DefaultRule<TGrade>? Default { get; set; }

    /// <summary>Says when the policy is in force; without it, always.</summary>
    /// <param name="from">The first day in force.</param>
    /// <param name="until">The first day no longer in force; null for no end.</param>
    public GradingPolicyBuilder<TGrade> InForce(LocalDate from, LocalDate? until = null)
    {
        (From, Until) = (from, until);
        return this;
    }

    /// <summary>Says what the clauses rest on that are added from here on without a basis of their own.</summary>
    /// <param name="basis">Where they come from.</param>
    public GradingPolicyBuilder<TGrade> BasedOn(Citation basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        _basis = basis;
        return this;
    }

    /// <summary>Adds a rule. Its place among the others decides only which of equally strict ones explains a grade.</summary>
    /// <param name="id">The stable key inside the policy, which may be a code that an agency prints, "04L": Latin letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="grade">The grade it gives.</param>
    /// <param name="when">When it applies.</param>
    /// <param name="title">What it says, for people.</param>
    /// <param name="basis">Where it comes from; null for that of <see cref="BasedOn"/>.</param>
    /// <param name="isFinal">Whether it decides before all rules that are not final, and no adjustment changes its grade.</param>
    public GradingPolicyBuilder<TGrade> Rule(string id, TGrade grade, Condition when, BilingualText title, Citation? basis = null, bool isFinal = false)
    {
        var source = Check(id, basis);
        ArgumentNullException.ThrowIfNull(when);
        Rules.Add(new GradingRule<TGrade>(id, grade, when, title, source) { IsFinal = isFinal });
        return this;
    }

    /// <summary>Adds a reason for which no grade is given.</summary>
    /// <param name="id">The stable key inside the policy, which may be a code that an agency prints, "04L": Latin letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="when">When it applies.</param>
    /// <param name="title">The reason, for people.</param>
    /// <param name="basis">Where it comes from; null for that of <see cref="BasedOn"/>.</param>
    public GradingPolicyBuilder<TGrade> NotGraded(string id, Condition when, BilingualText title, Citation? basis = null)
    {
        var source = Check(id, basis);
        ArgumentNullException.ThrowIfNull(when);
        NotGradedRules.Add(new NotGradedRule(id, when, title, source));
        return this;
    }

    /// <summary>Says which facts must be stated: a business that does not state one of them gets no grade, with a reason of its own for each.</summary>
    /// <remarks>
    /// Adds for each fact a reason for no grade, of the key <c>diners-per-meal-not-stated</c>, asked where it stands among the others. They rest on the basis of
    /// <see cref="BasedOn"/>. Where a fact is required of some types only, say so with <see cref="NotGraded"/> and <c>!fact.IsStated</c>.
    /// </remarks>
    /// <param name="facts">The facts; at least one.</param>
    /// <exception cref="ArgumentException">There is no fact, or the key would be longer than 64 characters.</exception>
    public GradingPolicyBuilder<TGrade> RequireStated(params ReadOnlySpan<IFact> facts)
    {
        if (facts.IsEmpty)
        {
            throw new ArgumentException("At least one fact is needed.", nameof(facts));
        }

        foreach (var fact in facts)
        {
            ArgumentNullException.ThrowIfNull(fact, nameof(facts));
            RequireFact(fact, _basis);
        }

        return this;
    }

    internal void RequireFact(IFact fact, Citation? basis) =>
        NotGraded(NotGradedRule.KeyOfUnstated(fact), !fact.IsStated, NotGradedRule.TitleOfUnstated(fact), basis);

    /// <summary>Adds an adjustment of what the rules give.</summary>
    /// <param name="id">The stable key inside the policy, which may be a code that an agency prints, "04L": Latin letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="steps">Steps towards the strictest grade; negative is milder.</param>
    /// <param name="when">When it applies.</param>
    /// <param name="title">The reason, for people.</param>
    /// <param name="basis">Where it comes from; null for that of <see cref="BasedOn"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is 0 or beyond ±64.</exception>
    public GradingPolicyBuilder<TGrade> Adjust(string id, int steps, Condition when, BilingualText title, Citation? basis = null)
    {
        var source = Check(id, basis);
        ArgumentNullException.ThrowIfNull(when);
        if (steps is 0 or < -64 or > 64)
        {
            throw new ArgumentOutOfRangeException(nameof(steps), steps, "Allowed: 1 to 64 steps stricter, or -1 to -64 milder.");
        }

        Adjustments.Add(new StepAdjustment(id, steps, when, title, source));
        return this;
    }

    /// <summary>Adds a floor: whatever the rules and steps give, the grade is this one or a stricter one.</summary>
    /// <remarks>Bounds come after all steps; where a floor and a ceiling exclude each other, the floor wins. Nothing changes what a final rule gave.</remarks>
    /// <param name="id">The stable key inside the policy, which may be a code that an agency prints, "04L": Latin letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="grade">The mildest grade that it leaves.</param>
    /// <param name="when">When it applies.</param>
    /// <param name="title">The reason, for people.</param>
    /// <param name="basis">Where it comes from; null for that of <see cref="BasedOn"/>.</param>
    public GradingPolicyBuilder<TGrade> AtLeast(string id, TGrade grade, Condition when, BilingualText title, Citation? basis = null) =>
        Bound(id, GradeBound.AtLeast, grade, when, title, basis);

    /// <summary>Adds a ceiling: whatever the rules and steps give, the grade is this one or a milder one, unless a floor is stricter.</summary>
    /// <remarks>Bounds come after all steps; where a floor and a ceiling exclude each other, the floor wins. Nothing changes what a final rule gave.</remarks>
    /// <param name="id">The stable key inside the policy, which may be a code that an agency prints, "04L": Latin letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="grade">The strictest grade that it leaves.</param>
    /// <param name="when">When it applies.</param>
    /// <param name="title">The reason, for people.</param>
    /// <param name="basis">Where it comes from; null for that of <see cref="BasedOn"/>.</param>
    public GradingPolicyBuilder<TGrade> AtMost(string id, TGrade grade, Condition when, BilingualText title, Citation? basis = null) =>
        Bound(id, GradeBound.AtMost, grade, when, title, basis);

    private GradingPolicyBuilder<TGrade> Bound(string id, GradeBound bound, TGrade grade, Condition when, BilingualText title, Citation? basis)
    {
        var source = Check(id, basis);
        ArgumentNullException.ThrowIfNull(when);
        Adjustments.Add(new BoundAdjustment<TGrade>(id, bound, grade, when, title, source));
        return this;
    }

    /// <summary>Says which grade it is where no rule holds. Every policy needs it; said twice, the last counts.</summary>
    /// <param name="grade">The grade.</param>
    /// <param name="title">What it says, for people.</param>
    /// <param name="basis">Where it comes from; null for that of <see cref="BasedOn"/>.</param>
    /// <param name="id">The stable key inside the policy, which may be a code that an agency prints, "04L": Latin letters, digits, hyphens and dots, 64 characters at most.</param>
    public GradingPolicyBuilder<TGrade> Otherwise(TGrade grade, BilingualText title, Citation? basis = null, string id = "otherwise")
    {
        var source = Check(id, basis);
        Default = new DefaultRule<TGrade>(id, grade, title, source);
        return this;
    }

    /// <summary>Notes something about the policy; said twice, the last counts. It decides nothing.</summary>
    /// <param name="text">The note, in any language; null or empty for none.</param>
    public GradingPolicyBuilder<TGrade> Note(string? text)
    {
        OwnNote = string.IsNullOrEmpty(text) ? null : TextRule.Note.Check(text);
        return this;
    }

    /// <summary>Notes something beside a clause that was added; said twice, the last counts. It decides nothing.</summary>
    /// <param name="id">The key of the clause.</param>
    /// <param name="note">The note, in any language; null or empty for none.</param>
    /// <exception cref="ArgumentException">No such clause was added.</exception>
    public GradingPolicyBuilder<TGrade> Note(string id, string? note)
    {
        TextRule.Key.Check(id);
        var text = string.IsNullOrEmpty(note) ? null : TextRule.Note.Check(note);
        var isFound = Set(Rules, clause => clause with { Note = text }) | Set(NotGradedRules, clause => clause with { Note = text }) | Set(Adjustments, clause => clause with { Note = text });
        if (Default?.Id == id)
        {
            (Default, isFound) = (Default with { Note = text }, true);
        }

        return isFound ? this : throw new ArgumentException($"'{Id}' has no clause '{id}'.", nameof(id));

        bool Set<T>(List<T> clauses, Func<T, T> noted) where T : PolicyClause
        {
            // From the end: it is asked of the clause just added, of which a file has thousands.
            var place = clauses.FindLastIndex(clause => clause.Id == id);
            if (place >= 0)
            {
                clauses[place] = noted(clauses[place]);
            }

            return place >= 0;
        }
    }

    /// <summary>Says of facts that a business does not change them from one day to the next, as what is counted of its past: explanations do not propose to.</summary>
    /// <param name="facts">The facts; of one that is declared so nothing has to be said.</param>
    public GradingPolicyBuilder<TGrade> Fixed(params ReadOnlySpan<IFact> facts)
    {
        foreach (var fact in facts)
        {
            ArgumentNullException.ThrowIfNull(fact, nameof(facts));
            FixedFacts.Add(fact);
        }

        return this;
    }

    /// <summary>Says of numbers that more of them is rightly milder, as years without a violation: the analysis says nothing about it.</summary>
    /// <param name="facts">The numbers.</param>
    public GradingPolicyBuilder<TGrade> RightlyMilder(params ReadOnlySpan<NumberFact> facts)
    {
        foreach (var fact in facts)
        {
            ArgumentNullException.ThrowIfNull(fact, nameof(facts));
            MilderFacts.Add(fact);
        }

        return this;
    }

    /// <summary>Accepts a finding of the analysis: it is still found, and no longer among its <see cref="PolicyAnalysis{TGrade}.Faults"/>. Accepted twice, the last reason counts.</summary>
    /// <param name="finding">The <see cref="PolicyFinding.Key"/> of the finding.</param>
    /// <param name="reason">Why it is meant to be so, for people.</param>
    /// <exception cref="ArgumentException">The key or the reason is none.</exception>
    public GradingPolicyBuilder<TGrade> Accept(string finding, BilingualText reason)
    {
        var accepted = new AcceptedFinding(finding, reason);
        Accepted.RemoveAll(other => other.Finding == finding);
        Accepted.Add(accepted);
        return this;
    }

    /// <summary>Takes a clause out, to draft a version that does without it or says it anew.</summary>
    /// <param name="id">The key of a rule, a reason for no grade, or an adjustment.</param>
    /// <exception cref="ArgumentException">No such clause was added.</exception>
    public GradingPolicyBuilder<TGrade> Without(string id)
    {
        var removed = Rules.RemoveAll(r => r.Id == id) + NotGradedRules.RemoveAll(r => r.Id == id) + Adjustments.RemoveAll(a => a.Id == id);
        return removed > 0
            ? this
            : throw new ArgumentException($"'{Id}' has no clause '{id}'.", nameof(id));
    }

    /// <summary>Checks the whole and makes the policy.</summary>
    /// <exception cref="GradingPolicyException">
    /// The policy has faults, of which one may be its size: 60,000 clauses, 64 adjustments and <see cref="GradingPolicy.MostParts"/> are the most. All of them are listed.
    /// </exception>
    public GradingPolicy<TGrade> Build()
    {
        var faults = ImmutableArray.CreateBuilder<BilingualText>();
        if (Default is null)
        {
            faults.Add(("没有兜底等级", "there is no grade for where no rule holds; call Otherwise"));
        }

        if (Until is { } until && until <= From)
        {
            faults.Add(($"有效期为空：{From:uuuu-MM-dd} 至 {until:uuuu-MM-dd}", $"it is in force from {From:uuuu-MM-dd} until {until:uuuu-MM-dd}, which is never"));
        }

        IEnumerable<PolicyClause> clauses = [.. NotGradedRules, .. Rules, .. Adjustments, .. Default is null ? Array.Empty<PolicyClause>() : [Default]];
        foreach (var twice in clauses.GroupBy(c => c.Id).Where(g => g.Skip(1).Any()))
        {
            faults.Add(($"条款编号“{twice.Key}”重复", $"the key '{twice.Key}' stands on {twice.Count()} clauses"));
        }

        (string Id, TGrade Grade)[] grades =
        [
            .. Rules.Select(r => (r.Id, r.Grade)), .. Default is null ? [] : new[] { (Default.Id, Default.Grade) },
            .. Adjustments.OfType<BoundAdjustment<TGrade>>().Select(bound => (bound.Id, bound.Grade)),
        ];
        foreach (var (id, grade) in grades)
        {
            if (!Scale.Contains(grade))
            {
                faults.Add(($"条款“{id}”的等级 {grade} 不在等级序列中", $"'{id}' names {grade}, which is not of the scale {string.Join(", ", Scale.MildestFirst)}"));
            }
        }

        IFact[] facts =
        [
            .. FactsRead.By([.. NotGradedRules.Select(r => r.When), .. Rules.Select(r => r.When), .. Adjustments.Select(r => r.When)])
                .Concat(FixedFacts).Concat(MilderFacts).Distinct().OrderBy(fact => fact.Id, StringComparer.Ordinal),
        ];
        for (var i = 1; i < facts.Length; i++)
        {
            if (facts[i].Id == facts[i - 1].Id)
            {
                faults.Add(FactDeclaration.Conflict(facts[i - 1], facts[i]));
            }
        }

        if (NotGradedRules.Count + Rules.Count > MostClauses)
        {
            faults.Add(($"条款多于 {MostClauses} 条", $"there are more than {MostClauses} clauses"));
        }

        if (Adjustments.Count > MostAdjustments)
        {
            faults.Add(($"等级调整多于 {MostAdjustments} 项", $"there are more than {MostAdjustments} adjustments"));
        }

        var parts = NotGradedRules.Sum(rule => (long)rule.When.Size.Parts) + Rules.Sum(rule => (long)rule.When.Size.Parts) + Adjustments.Sum(rule => (long)rule.When.Size.Parts);
        if (parts > GradingPolicy.MostParts)
        {
            faults.Add(($"各条款的条件合计 {parts} 项，多于 {GradingPolicy.MostParts} 项", $"its conditions have {parts} parts together, written out; allowed are {GradingPolicy.MostParts}"));
        }

        return faults.Count == 0 ? new GradingPolicy<TGrade>(this, Default!) : throw new GradingPolicyException(Id, Version, faults.ToImmutable());
    }

    private static readonly Comparer<IFact> ByKey = Comparer<IFact>.Create(static (one, other) => string.CompareOrdinal(one.Id, other.Id));

    // The number of the clause is kept for every business, in sixteen bits at most.
    private const int MostClauses = 60_000;

    // Every sum of steps that can occur is kept apart while grading, and there are the more of them the more adjustments there are.
    private const int MostAdjustments = 64;

    private Citation Check(string id, Citation? basis)
    {
        PrintedCode.Check(id, nameof(id));
        return basis ?? _basis ?? throw new ArgumentNullException(nameof(basis), $"'{id}' rests on nothing: give a basis, or call BasedOn first.");
    }
}

/// <summary>Where the writing of a grading policy starts (分级标准).</summary>
public static class GradingPolicy
{
    /// <summary>Of how many conditions and numbers all clauses of a policy together may be made, each written out: 1,000,000. A file keeps the same limit.</summary>
    public const int MostParts = 1_000_000;

    /// <summary>Starts a policy.</summary>
    /// <param name="id">The stable key, the same in all versions: a lower-case Latin letter, then lower-case letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="version">The version, as people name it.</param>
    /// <param name="title">The title, for people.</param>
    /// <param name="scale">The grades in their order.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="ArgumentException">The key is malformed or the version is empty.</exception>
    public static GradingPolicyBuilder<TGrade> Define<TGrade>(
        string id, string version, BilingualText title, GradeScale<TGrade> scale) where TGrade : struct, Enum =>
        new(id, version, title, scale);
}

/// <summary>A grading policy that cannot be built (分级标准有误): every fault of it is listed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GradingPolicyException : Exception, IBilingualError
{
    internal GradingPolicyException(string policyId, string version, ImmutableArray<BilingualText> faults)
        : base(Describe(policyId, version, faults).English)
    {
        PolicyId = policyId;
        Version = version;
        Faults = faults;
    }

    /// <summary>The key of the policy.</summary>
    public string PolicyId { get; }

    /// <summary>The version of the policy.</summary>
    public string Version { get; }

    /// <summary>What is wrong, all of it, for people.</summary>
    public ImmutableArray<BilingualText> Faults { get; }

    /// <summary>What is wrong with the policy, in both languages.</summary>
    public BilingualText Text => Describe(PolicyId, Version, Faults);

    private static BilingualText Describe(string policyId, string version, ImmutableArray<BilingualText> faults) => (
        $"标准“{policyId}”{version} 无法构成：{string.Join("；", faults.Select(f => f.Chinese))}。",
        $"The policy '{policyId}' {version} cannot be built: {string.Join("; ", faults.Select(f => f.English))}.");
}
