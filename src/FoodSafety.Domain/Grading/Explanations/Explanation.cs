using System.Collections.Immutable;
using System.Text;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Why a business has its grade (分级说明): data first, text last.</summary>
/// <remarks>Immutable; it keeps what was found when it was made, whatever becomes of the business.</remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("Explanation.ToText")]
public sealed class Explanation<TGrade> where TGrade : struct, Enum
{
    internal Explanation(Grader<TGrade> grader, IFactSource source)
    {
        Policy = grader.Policy;
        var customs = new CustomAnswers(source);
        Decision = grader.Decide(new Answers(source, customs.Ask))!.Value.Decode(Policy.Scale);
        Clause = Policy.ClauseOf(Decision);
        // From here on nothing is asked that grading did not ask.
        var answers = new Answers(source, customs.Find);
        var isGraded = Decision.State == GradingState.Graded;
        IEnumerable<PolicyClause> clauses = isGraded ? grader.Ranked.Select(rule => Policy.Clauses[rule.Clause]) : Policy.NotGraded;
        var said = clauses.Select(clause => (Clause: clause, Holds: answers.Holds(WhenOf(clause)))).ToList();
        Matched = [.. said.Where(clause => clause.Holds == Truth.Holds).Select(clause => Match(clause.Clause, answers))];
        NotAsked = [.. said.Where(clause => clause.Holds == Truth.NotAsked).Select(clause => clause.Clause)];
        var open = new OpenFacts(source);
        NotStated = isGraded ? [.. Hanging(answers, open)] : [];
        ToState = [.. open.ThatMatter(grader)];
        var applying = isGraded ? Policy.Adjustments.Where(adjustment => answers.Holds(adjustment.When) == Truth.Holds).ToList() : [];
        Adjustments = [.. Adjustments<TGrade>.Moving(Policy, Clause, applying).Select(adjustment => Match(adjustment, answers))];
        NotApplied = IsFinal ? [.. applying.Select(adjustment => Match(adjustment, answers))] : [];
        if (Clause == Policy.Otherwise)
        {
            var possible = MissedRules.Possible(Policy, source);
            var facts = FactsRead.By(possible.Select(rule => rule.When));
            IEnumerable<IFact> read = facts.OrderBy(fact => fact is not IChoiceFact);
            if (LeadingChoice.Of(Policy) is { } leading && !facts.Contains(leading))
            {
                read = read.Prepend(leading);
            }

            Read = [.. read.Select(fact => new FactValue(fact, source.Read(fact)))];
            NearestRule = MissedRules.Nearest(possible, answers);
        }

        (Nearest, IsNearestComplete) = new ChangeFinder<TGrade>(grader, source, customs).Find();
    }

    /// <summary>The policy that was applied, with its version.</summary>
    public GradingPolicy<TGrade> Policy { get; }

    /// <summary>The decision.</summary>
    public GradeDecision<TGrade> Decision { get; }

    /// <summary>The clause that decided: the strictest rule that holds, the default, or the reason for no grade.</summary>
    public PolicyClause Clause { get; }

    /// <summary>
    /// All clauses that certainly hold, the deciding one first: rules, final ones first, by strictness, or the reasons for no grade; empty when the
    /// default decided. Of some it may not be known: <see cref="NotAsked"/>.
    /// </summary>
    public ImmutableArray<Matched> Matched { get; }

    /// <summary>
    /// The clauses of which it is not known whether they hold (未询问): that hangs on a custom condition which grading did not ask, because another clause had
    /// decided. Empty without custom conditions.
    /// </summary>
    public ImmutableArray<PolicyClause> NotAsked { get; }

    /// <summary>
    /// The clauses that would decide otherwise and neither hold nor fail, because they hang on what is not stated (因未填报无法判断): reasons for no grade, rules that are
    /// stricter than what decided, and adjustments; none where there is no grade. Each with the facts on which it hangs and that nobody stated.
    /// </summary>
    public ImmutableArray<NotStated> NotStated { get; }

    /// <summary>
    /// The facts that nobody stated and with which the business could have another grade, or none (影响结果的未填报事实), in the order of the clauses that read them: of a canteen
    /// not the area of a shop. Those of which something else is taken meanwhile (<c>OrElse</c>) are among them.
    /// </summary>
    public ItemList<IFact> ToState { get; }

    /// <summary>The adjustments that moved the grade: without any of them it would be another, or they moved it together. One that applies in vain is not among them.</summary>
    public ImmutableArray<Matched> Adjustments { get; }

    /// <summary>The adjustments that hold and were not applied, because a final rule decided (未适用的调整); none where another did.</summary>
    public ImmutableArray<Matched> NotApplied { get; }

    /// <summary>Where the default decided, the facts of the rules that could apply to such a business, with the values that were read; else none.</summary>
    public ItemList<FactValue> Read { get; } = [];

    /// <summary>Where the default decided, the rule that the business came nearest to; null when another clause decided, or there is none.</summary>
    public MissedRule? NearestRule { get; }

    /// <summary>
    /// For each number and flag the nearest changes of it alone that would give another decision, nearest first. Where that hangs on
    /// what a custom condition would say then, none is told: see <see cref="IsNearestComplete"/>.
    /// </summary>
    public ImmutableArray<GradeChange<TGrade>> Nearest { get; }

    /// <summary>The nearest change towards a stricter grade; null when there is none, or no grade.</summary>
    public GradeChange<TGrade>? NearestStricter => Towards(1).FirstOrDefault();

    /// <summary>The nearest change towards a milder grade; null when there is none, or no grade.</summary>
    public GradeChange<TGrade>? NearestMilder => Towards(-1).FirstOrDefault();

    /// <summary>
    /// False when there may be a nearer change than those of <see cref="Nearest"/>, or one of another fact: because it hangs on a custom condition that would have to be
    /// asked about a business that there is not, or because the policy is too large for all changes to be tried.
    /// </summary>
    public bool IsNearestComplete { get; }

    /// <summary>The decision as people read it: the grade's name, or "not graded" with the reason.</summary>
    public BilingualText Outcome => Decision.State == GradingState.Graded
        ? Policy.Scale.NameOf(Decision.Grade)
        : ($"不予分级：{Clause.Title.Chinese}", $"not graded: {Clause.Title.English}");

    /// <summary>
    /// The explanation for officers as lines of text: the deciding clause with its evidence, where the default decided the values that were read and the
    /// nearest rule, the titles of other clauses that hold, adjustments, and the nearest change towards each side. Of long evidence the first 50 lines
    /// are shown, and how many more there are. <see cref="GradeLetter{TGrade}"/> is for the owner.
    /// </summary>
    /// <param name="language">The language to write it in.</param>
    /// <returns>Lines separated by line feeds, without one at the end.</returns>
    public string ToText(Language language)
    {
        var words = language.Named() switch { Language.Chinese => Words.Chinese, Language.English => Words.English };
        var text = new StringBuilder();
        text.Append(Headline.In(language));
        foreach (var value in Read)
        {
            text.Append("\n  · ").Append(value.Fact!.Name.In(language)).Append(words.By).Append(value.Fact.Show(value.Stored).In(language));
        }

        foreach (var matched in Matched)
        {
            if (matched.Clause == Clause)
            {
                AppendEvidence(text, matched, language);
            }
            else
            {
                text.Append('\n').Append(words.Also).Append(matched.Clause.Title.In(language));
            }
        }

        foreach (var clause in NotAsked)
        {
            text.Append('\n').Append(words.NotAsked).Append(clause.Title.In(language));
        }

        foreach (var (clause, facts) in NotStated)
        {
            text.Append('\n').Append(words.NotStated).Append(clause.Title.In(language)).Append(words.By)
                .AppendJoin(language == Language.Chinese ? "、" : ", ", facts.Select(fact => fact.Name.In(language)));
        }

        foreach (var adjustment in Adjustments)
        {
            text.Append('\n').Append(words.Adjusted).Append(adjustment.Clause.Title.In(language));
            AppendEvidence(text, adjustment, language);
        }

        foreach (var adjustment in NotApplied)
        {
            text.Append('\n').Append(words.NotApplied).Append(adjustment.Clause.Title.In(language));
        }

        if (NearestRule is { } missed)
        {
            text.Append('\n').Append(words.Missed).Append(missed.Clause.Title.In(language));
            AppendEvidence(text, new Matched(missed.Clause, missed.Missing), language);
        }

        foreach (var (side, change) in new[] { (words.Stricter, NearestStricter), (words.Milder, NearestMilder), (words.Nearest, Decision.State == GradingState.Graded ? null : Nearest.FirstOrDefault()) })
        {
            if (change is not null)
            {
                text.Append('\n').Append(side).Append(change.Text.In(language));
            }
        }

        if (!IsNearestComplete)
        {
            text.Append('\n').Append(words.Incomplete);
        }

        return text.ToString();
    }

    /// <summary>The explanation in English.</summary>
    public override string ToString() => ToText(Language.English);

    /// <summary>
    /// The decision with what made it: the rule alone, or the grade by the rule and then what steps and bounds made of it: "tier A: tier B by canteens of 100 diners and
    /// more [basis], raised to tier A: two violations and more". Of a final rule it says so.
    /// </summary>
    public BilingualText Headline
    {
        get
        {
            if (Decision.State != GradingState.Graded)
            {
                return ($"{Outcome.Chinese}（依据：{Clause.Basis.Text.Chinese}）", $"{Outcome.English} [{Clause.Basis.Text.English}]");
            }

            var (title, basis) = (Clause.Title, Clause.Basis.Text);
            if (Adjustments.IsEmpty)
            {
                var (final, finalInEnglish) = IsFinal ? ("，直接定级，不再调整", ", final: not adjusted") : ("", "");
                return ($"{Outcome.Chinese}：{title.Chinese}（依据：{basis.Chinese}）{final}", $"{Outcome.English}: {title.English} [{basis.English}]{finalInEnglish}");
            }

            var given = Policy.Scale.NameOf(BaseGrade);
            var told = Adjustments<TGrade>.Told(Policy, Clause, [.. Adjustments.Select(matched => (GradeAdjustment)matched.Clause)]);
            return ($"{Outcome.Chinese}：{title.Chinese}，{ChineseSpacing.After("为", given.Chinese)}（依据：{basis.Chinese}）{told.Chinese}", $"{Outcome.English}: {given.English} by {title.English} [{basis.English}]{told.English}");
        }
    }

    /// <summary>Whether a final rule decided.</summary>
    internal bool IsFinal => Clause is GradingRule<TGrade> { IsFinal: true };

    /// <summary>
    /// Why a business moved (变级理由): from which grade to which, which clause decides now and which did, and the adjustments that came or went:
    /// "tier D → tier C: all others; now adjusted: two violations and more".
    /// </summary>
    /// <param name="before">Why it had the grade before: by another policy, or by other facts.</param>
    public BilingualText ChangeFrom(Explanation<TGrade> before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var isSameClause = before.Clause.Id == Clause.Id && before.Clause.Title == Clause.Title;
        var came = Adjustments.Select(matched => matched.Clause).ExceptBy(before.Adjustments.Select(matched => matched.Clause.Id), clause => clause.Id).ToList();
        var went = before.Adjustments.Select(matched => matched.Clause).ExceptBy(Adjustments.Select(matched => matched.Clause.Id), clause => clause.Id).ToList();
        return (
            $"{before.Outcome.Chinese} → {Outcome.Chinese}：{Clause.Title.Chinese}{(isSameClause ? "" : $"（原：{before.Clause.Title.Chinese}）")}{Listed("；新增调整：", came, clause => clause.Title.Chinese, "、")}{Listed("；不再调整：", went, clause => clause.Title.Chinese, "、")}",
            $"{before.Outcome.English} → {Outcome.English}: {Clause.Title.English}{(isSameClause ? "" : $" (before: {before.Clause.Title.English})")}{Listed("; now adjusted: ", came, clause => clause.Title.English, ", ")}{Listed("; no longer adjusted: ", went, clause => clause.Title.English, ", ")}");

        static string Listed(string mark, List<PolicyClause> clauses, Func<PolicyClause, string> title, string separator) =>
            clauses.Count == 0 ? "" : mark + string.Join(separator, clauses.Select(title));
    }

    /// <summary>What the deciding clause gives before adjustments.</summary>
    internal TGrade BaseGrade => Adjustments<TGrade>.Given(Policy, Clause);

    /// <summary>The changes towards a stricter grade, 1, or a milder one, -1, nearest first; none where there is no grade.</summary>
    internal IEnumerable<GradeChange<TGrade>> Towards(int side) => Decision.FindGrade() is not { } now ? [] : Nearest.Where(change =>
        change.Becomes.FindGrade() is { } then && Math.Sign(Policy.Scale.StrictnessOf(then) - Policy.Scale.StrictnessOf(now)) == side);

    private IEnumerable<NotStated> Hanging(Answers answers, OpenFacts open)
    {
        var decided = Policy.Scale.StrictnessOf(BaseGrade);
        IEnumerable<PolicyClause> clauses =
        [
            .. Policy.NotGraded,
            .. Policy.Rules.Where(other => other.IsFinal == IsFinal ? Policy.Scale.StrictnessOf(other.Grade) > decided : other.IsFinal),
            .. Policy.Adjustments.Where(_ => !IsFinal),
        ];
        return clauses.Where(clause => answers.Holds(WhenOf(clause)) == Truth.NotStated)
            .Select(clause => new NotStated(clause, [.. open.Of(WhenOf(clause)).OrderBy(fact => fact.Id, StringComparer.Ordinal)]));
    }

    // Only the default has no condition, and is never asked.
    private static Condition WhenOf(PolicyClause clause) => GradingPolicy<TGrade>.ConditionOf(clause)!;

    private static Matched Match(PolicyClause clause, Answers answers) => new(clause, EvidenceCollector.For(WhenOf(clause), answers));

    private static void AppendEvidence(StringBuilder text, Matched matched, Language language)
    {
        var lines = 0;
        foreach (var evidence in matched.Evidence)
        {
            Append("\n  · ", evidence.Text.In(language));
            foreach (var part in evidence.Parts)
            {
                Append("\n      ", part.Text.In(language));
            }
        }

        if (lines > MostLines)
        {
            text.Append("\n  · ").Append(new BilingualText($"……另有 {lines - MostLines} 行", $"… and {lines - MostLines} lines more").In(language));
        }

        void Append(string mark, string line)
        {
            if (++lines <= MostLines)
            {
                text.Append(mark).Append(line);
            }
        }
    }

    private const int MostLines = 50;

    private sealed record Words(string By, string Also, string NotAsked, string NotStated, string Adjusted, string NotApplied, string Missed, string Stricter, string Milder, string Nearest, string Incomplete)
    {
        public static Words Chinese { get; } = new(
            "：", "同时符合：", "未询问（已由上述条款决定）：", "因未填报无法判断：", "调整：", "因直接定级而未适用的调整：", "最近未达到的规则：", "从严最近：", "从宽最近：", "最近的变化：", "最近的变化未能全部查明");

        public static Words English { get; } = new(
            ": ", "Also holds: ", "Not asked, for it was decided: ", "Not known, for something is not stated: ", "Adjusted: ", "Not applied, for the rule is final: ", "Nearest rule not reached: ", "Nearest stricter: ",
            "Nearest milder: ", "Nearest change: ", "Not every nearest change could be told");
    }
}

/// <summary>A clause that holds of the business, with what made it hold (符合的条款).</summary>
/// <param name="Clause">The rule, reason for no grade, or adjustment.</param>
/// <param name="Evidence">What made it hold.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Matched(PolicyClause Clause, ItemList<Evidence> Evidence);

/// <summary>What adjustments do to the grade of a clause, told apart by steps and bounds.</summary>
internal static class Adjustments<TGrade> where TGrade : struct, Enum
{
    /// <summary>What a clause that decides a grade gives before adjustments.</summary>
    public static TGrade Given(GradingPolicy<TGrade> policy, PolicyClause clause) => clause is GradingRule<TGrade> rule ? rule.Grade : policy.Otherwise.Grade;

    /// <summary>Of the adjustments that apply those that count: steps that moved the grade the way it went, bounds that kept it, and all without which it would be another.</summary>
    public static IEnumerable<GradeAdjustment> Moving(GradingPolicy<TGrade> policy, PolicyClause clause, IReadOnlyCollection<GradeAdjustment> applying)
    {
        if (clause is NotGradedRule or GradingRule<TGrade> { IsFinal: true })
        {
            return [];
        }

        var (from, grades) = (policy.Scale.StrictnessOf(Given(policy, clause)), policy.Scale.Count);
        var all = Sum(policy, applying);
        var (stepped, result) = (all.Stepped(from, grades), all.Of(from, grades));
        return applying.Where(adjustment => adjustment is StepAdjustment step
            ? (all with { Steps = all.Steps - step.Steps }).Of(from, grades) != result || (stepped != from && Math.Sign(step.Steps) == Math.Sign(stepped - from))
            : Keeps((BoundAdjustment<TGrade>)adjustment));

        bool Keeps(BoundAdjustment<TGrade> bound) => policy.Scale.StrictnessOf(bound.Grade) is var limit && bound.Bound switch
        {
            GradeBound.AtMost => limit == all.Ceiling && (all with { Ceiling = Adjusting.None.Ceiling }).Of(from, grades) != result,
            GradeBound.AtLeast => limit == all.Floor && (all with { Floor = Adjusting.None.Floor }).Of(from, grades) != result,
        };
    }

    /// <summary>What the adjustments that count did, one after another, to be read after the grade that the clause gave.</summary>
    public static BilingualText Told(GradingPolicy<TGrade> policy, PolicyClause clause, IReadOnlyCollection<GradeAdjustment> moving)
    {
        var effects = Effects(policy, clause, moving);
        return (
            string.Concat(effects.Select(effect => $"；因{string.Join("、", effect.By.Select(reason => reason.Title.Chinese))}，{effect.Text.Chinese}")),
            string.Concat(effects.Select(effect => $", {effect.Text.English}: {string.Join(", ", effect.By.Select(reason => reason.Title.English))}")));
    }

    /// <summary>What the adjustments that count did to the grade that the clause gave: the steps together, then ceilings and floors.</summary>
    public static List<AdjustmentEffect> Effects(GradingPolicy<TGrade> policy, PolicyClause clause, IReadOnlyCollection<GradeAdjustment> moving)
    {
        var from = policy.Scale.StrictnessOf(Given(policy, clause));
        var stepped = Sum(policy, moving).Stepped(from, policy.Scale.Count);
        var effects = new List<AdjustmentEffect>();
        var side = stepped > from ? ("从严至", "raised to") : stepped < from ? ("从宽至", "lowered to") : ("仍为", "still");
        Add([.. moving.OfType<StepAdjustment>()], side, policy.Scale.MildestFirst[stepped]);
        foreach (var alike in moving.OfType<BoundAdjustment<TGrade>>().GroupBy(bound => bound.Bound).OrderByDescending(alike => alike.Key == GradeBound.AtMost))
        {
            Add([.. alike], alike.Key.Name(), alike.First().Grade);
        }

        return effects;

        void Add(ItemList<GradeAdjustment> reasons, BilingualText how, TGrade grade)
        {
            if (!reasons.IsEmpty)
            {
                var name = policy.Scale.NameOf(grade);
                effects.Add(new AdjustmentEffect(reasons, (ChineseSpacing.After(how.Chinese, name.Chinese), $"{how.English} {name.English}")));
            }
        }
    }

    private static Adjusting Sum(GradingPolicy<TGrade> policy, IEnumerable<GradeAdjustment> adjustments) =>
        adjustments.Aggregate(Adjusting.None, (sum, adjustment) => sum.With(adjustment, policy.Scale));
}

/// <summary>What adjustments did to a grade: "raised to tier A".</summary>
internal sealed record AdjustmentEffect(ItemList<GradeAdjustment> By, BilingualText Text);

/// <summary>A clause of which it is not known whether it applies, because something is not stated (因未填报无法判断的条款).</summary>
/// <param name="Clause">The rule, reason for no grade, or adjustment.</param>
/// <param name="Facts">The facts on which it hangs and that nobody stated, ordered by their keys; not those of a part that fails anyhow.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NotStated(PolicyClause Clause, ItemList<IFact> Facts);
