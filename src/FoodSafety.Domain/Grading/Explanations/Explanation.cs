using System.Collections.Immutable;
using System.Text;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Why a business has its grade (分级说明): data first, text last.</summary>
/// <remarks>Immutable; it keeps what was found when it was made, whatever becomes of the business.</remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed class Explanation<TGrade> where TGrade : struct, Enum
{
    internal Explanation(Grader<TGrade> grader, IFactSource source)
    {
        Policy = grader.Policy;
        Decision = grader.Grade(source);
        Clause = Policy.ClauseOf(Decision);
        var clauses = Policy.NotGraded.Where(r => r.When.Test(source)).Select(r => Match(r, r.When, source));
        if (Decision.State == GradingState.Graded)
        {
            clauses = Policy.Rules.Where(r => r.When.Test(source))
                .OrderByDescending(r => Policy.Scale.StrictnessOf(r.Grade))
                .Select(r => Match(r, r.When, source));
            Adjustments = [.. Policy.Adjustments.Where(a => a.When.Test(source)).Select(a => Match(a, a.When, source))];
        }

        Matched = [.. clauses];
        Nearest = ChangeFinder.Find(grader, source);
    }

    /// <summary>The policy that was applied, with its version.</summary>
    public GradingPolicy<TGrade> Policy { get; }

    /// <summary>The decision.</summary>
    public GradeDecision<TGrade> Decision { get; }

    /// <summary>The clause that decided: the strictest rule that holds, the default, or the reason for no grade.</summary>
    public PolicyClause Clause { get; }

    /// <summary>
    /// All clauses that hold, the deciding one first: rules by strictness, or the reasons for no grade; empty when the
    /// default decided.
    /// </summary>
    public ImmutableArray<Matched> Matched { get; }

    /// <summary>The adjustments that moved the grade.</summary>
    public ImmutableArray<Matched> Adjustments { get; } = [];

    /// <summary>For each number and flag the nearest changes of it alone that would give another decision, nearest first.</summary>
    public ImmutableArray<GradeChange<TGrade>> Nearest { get; }

    /// <summary>The decision as people read it: the grade's name, or "not graded" with the reason.</summary>
    public BilingualText Outcome => Decision.State == GradingState.Graded
        ? Policy.Scale.NameOf(Decision.Grade)
        : ($"不予分级：{Clause.Title.Chinese}", $"not graded: {Clause.Title.English}");

    /// <summary>
    /// The explanation as lines of text: the deciding clause with its evidence, the titles of others that hold, adjustments,
    /// and the three nearest changes.
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

        foreach (var adjustment in Adjustments)
        {
            text.Append('\n').Append(words.Adjusted).Append(adjustment.Clause.Title.In(language));
            AppendEvidence(text, adjustment, language);
        }

        foreach (var change in Nearest.Take(3))
        {
            text.Append('\n').Append(words.Nearest).Append(change.Text.In(language));
        }

        return text.ToString();
    }

    /// <summary>The explanation in English.</summary>
    public override string ToString() => ToText(Language.English);

    private static Matched Match(PolicyClause clause, Condition when, IFactSource source) =>
        new(clause, EvidenceCollector.For(when, source));

    private static void AppendEvidence(StringBuilder text, Matched matched, Language language)
    {
        foreach (var evidence in matched.Evidence)
        {
            text.Append("\n  · ").Append(evidence.Text.In(language));
            foreach (var part in evidence.Parts)
            {
                text.Append("\n      ").Append(part.Name.In(language)).Append(' ').Append(Exact.Show(part.Value));
            }
        }
    }

    private sealed record Words(string By, string Basis, string Close, string Also, string Adjusted, string Nearest)
    {
        public static Words Chinese { get; } = new("：", "（依据：", "）", "同时符合：", "调整：", "最近的变化：");

        public static Words English { get; } = new(": ", " [", "]", "Also holds: ", "Adjusted: ", "Nearest change: ");
    }
}
