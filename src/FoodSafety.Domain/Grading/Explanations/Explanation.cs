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
        IEnumerable<(PolicyClause Clause, Condition When)> clauses = isGraded
            ? Policy.Rules.OrderByDescending(rule => Policy.Scale.StrictnessOf(rule.Grade)).Select(rule => ((PolicyClause)rule, rule.When))
            : Policy.NotGraded.Select(rule => ((PolicyClause)rule, rule.When));
        var said = clauses.Select(clause => (clause.Clause, clause.When, Holds: answers.Holds(clause.When))).ToList();
        Matched = [.. said.Where(clause => clause.Holds == Truth.Holds).Select(clause => Match(clause.Clause, clause.When, answers))];
        NotAsked = [.. said.Where(clause => clause.Holds == Truth.NotAsked).Select(clause => clause.Clause)];
        NotStated = [.. said
            .Concat(isGraded ? Policy.Adjustments.Select(adjustment => (Clause: (PolicyClause)adjustment, adjustment.When, Holds: answers.Holds(adjustment.When))) : [])
            .Where(clause => clause.Holds == Truth.NotStated)
            .Select(clause => new NotStated(clause.Clause, [.. FactsRead.By([clause.When]).Where(fact => source.Read(fact) == fact.Unstated)]))];
        Adjustments = isGraded
            ? [.. Policy.Adjustments.Where(adjustment => answers.Holds(adjustment.When) == Truth.Holds).Select(adjustment => Match(adjustment, adjustment.When, answers))]
            : [];
        (Nearest, IsNearestComplete) = new ChangeFinder<TGrade>(grader, source, customs).Find();
    }

    /// <summary>The policy that was applied, with its version.</summary>
    public GradingPolicy<TGrade> Policy { get; }

    /// <summary>The decision.</summary>
    public GradeDecision<TGrade> Decision { get; }

    /// <summary>The clause that decided: the strictest rule that holds, the default, or the reason for no grade.</summary>
    public PolicyClause Clause { get; }

    /// <summary>
    /// All clauses that certainly hold, the deciding one first: rules by strictness, or the reasons for no grade; empty when the
    /// default decided. Of some it may not be known: <see cref="NotAsked"/>.
    /// </summary>
    public ImmutableArray<Matched> Matched { get; }

    /// <summary>
    /// The clauses of which it is not known whether they hold (未询问): that hangs on a custom condition which grading did not ask, because another clause had
    /// decided. Empty without custom conditions.
    /// </summary>
    public ImmutableArray<PolicyClause> NotAsked { get; }

    /// <summary>
    /// The clauses that neither hold nor fail, because they hang on what is not stated (因未填报无法判断): the rules and adjustments of one that is graded, else the
    /// reasons for no grade. Each with the facts that it reads and nobody stated.
    /// </summary>
    public ImmutableArray<NotStated> NotStated { get; }

    /// <summary>The adjustments that moved the grade.</summary>
    public ImmutableArray<Matched> Adjustments { get; }

    /// <summary>
    /// For each number and flag the nearest changes of it alone that would give another decision, nearest first. Where that hangs on
    /// what a custom condition would say then, none is told: see <see cref="IsNearestComplete"/>.
    /// </summary>
    public ImmutableArray<GradeChange<TGrade>> Nearest { get; }

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
    /// The explanation as lines of text: the deciding clause with its evidence, the titles of others that hold, adjustments,
    /// and the three nearest changes. Of long evidence the first 50 lines are shown, and how many more there are.
    /// </summary>
    /// <param name="language">The language to write it in.</param>
    /// <returns>Lines separated by line feeds, without one at the end.</returns>
    public string ToText(Language language)
    {
        var words = language.Named() switch { Language.Chinese => Words.Chinese, Language.English => Words.English };
        var text = new StringBuilder();
        text.Append(Outcome.In(language)).Append(words.By).Append(Clause.Title.In(language))
            .Append(words.Basis).Append(Clause.Basis.Text.In(language)).Append(words.Close);
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

        foreach (var change in Nearest.Take(3))
        {
            text.Append('\n').Append(words.Nearest).Append(change.Text.In(language));
        }

        if (!IsNearestComplete)
        {
            text.Append('\n').Append(words.Incomplete);
        }

        return text.ToString();
    }

    /// <summary>The explanation in English.</summary>
    public override string ToString() => ToText(Language.English);

    private static Matched Match(PolicyClause clause, Condition when, Answers answers) =>
        new(clause, EvidenceCollector.For(when, answers));

    private static void AppendEvidence(StringBuilder text, Matched matched, Language language)
    {
        var lines = 0;
        foreach (var evidence in matched.Evidence)
        {
            Append("\n  · ", evidence.Text.In(language));
            foreach (var part in evidence.Parts)
            {
                Append("\n      ", $"{part.Name.In(language)} {Exact.Show(part.Value)}");
            }
        }

        if (lines > MostLines)
        {
            text.Append("\n  · ").Append(language == Language.Chinese ? $"……另有 {lines - MostLines} 行" : $"… and {lines - MostLines} lines more");
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

    private sealed record Words(string By, string Basis, string Close, string Also, string NotAsked, string NotStated, string Adjusted, string Nearest, string Incomplete)
    {
        public static Words Chinese { get; } = new("：", "（依据：", "）", "同时符合：", "未询问（已由上述条款决定）：", "因未填报无法判断：", "调整：", "最近的变化：", "最近的变化未能全部查明");

        public static Words English { get; } = new(": ", " [", "]", "Also holds: ", "Not asked, for it was decided: ", "Not known, for something is not stated: ", "Adjusted: ", "Nearest change: ", "Not every nearest change could be told");
    }
}

/// <summary>A clause that holds of the business, with what made it hold (符合的条款).</summary>
/// <param name="Clause">The rule, reason for no grade, or adjustment.</param>
/// <param name="Evidence">What made it hold.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Matched(PolicyClause Clause, ItemList<Evidence> Evidence);

/// <summary>A clause of which it is not known whether it applies, because something is not stated (因未填报无法判断的条款).</summary>
/// <param name="Clause">The rule, reason for no grade, or adjustment.</param>
/// <param name="Facts">The facts that it reads and nobody stated, ordered by their keys.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NotStated(PolicyClause Clause, ItemList<IFact> Facts);
