using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Words for what became of clauses (条款变动的文字): of whom, which grade, and what is another in the condition.</summary>
internal static class ClauseWords
{
    // A rule of more types than this is called by its title.
    private const int MostNamed = 4;

    /// <summary>The clauses that are not the same, by their keys; in the order of the old version, then those added.</summary>
    public static ImmutableArray<ClauseChange> ChangesBetween<TGrade>(GradingPolicy<TGrade> old, GradingPolicy<TGrade> @new) where TGrade : struct, Enum
    {
        var now = @new.AllClauses.ToDictionary(clause => clause.Id);
        var before = old.AllClauses.ToDictionary(clause => clause.Id);
        return
        [
            .. old.AllClauses.Select(clause => Change(clause, now.GetValueOrDefault(clause.Id), old, @new)).OfType<ClauseChange>(),
            .. @new.AllClauses.Where(clause => !before.ContainsKey(clause.Id)).Select(clause =>
                new ClauseChange(clause.Id, ClauseChangeKind.Added, null, clause) { Text = Whole(("新增：", "added: "), clause, @new) }),
        ];
    }

    private static ClauseChange? Change<TGrade>(PolicyClause before, PolicyClause? now, GradingPolicy<TGrade> old, GradingPolicy<TGrade> @new) where TGrade : struct, Enum =>
        now is null ? new ClauseChange(before.Id, ClauseChangeKind.Removed, before, null) { Text = Whole(("删除：", "removed: "), before, old) }
        : before == now ? null
        : before with { Title = now.Title, Basis = now.Basis } == now
            ? new ClauseChange(before.Id, ClauseChangeKind.Reworded, before, now) { Text = Reworded(before, now) }
        : new ClauseChange(before.Id, ClauseChangeKind.Changed, before, now) { Text = Changed(before, now, old, @new) };

    private static BilingualText Whole<TGrade>(BilingualText mark, PolicyClause clause, GradingPolicy<TGrade> policy) where TGrade : struct, Enum
    {
        var (given, when) = (Given(clause, policy), GradingPolicy<TGrade>.ConditionOf(clause)?.Text ?? default);
        return (
            $"{mark.Chinese}{clause.Title.Chinese}，{given.Chinese}{(when.IsEmpty ? "" : $"：{when.Chinese}")}",
            $"{mark.English}{clause.Title.English}, {given.English}{(when.IsEmpty ? "" : $": {when.English}")}");
    }

    private static BilingualText Reworded(PolicyClause before, PolicyClause now)
    {
        var (title, basis) = (before.Title != now.Title, before.Basis != now.Basis);
        return (
            $"{now.Title.Chinese}：{(title ? $"标题原为“{before.Title.Chinese}”" : "")}{(title && basis ? "；" : "")}{(basis ? $"依据 {before.Basis.Text.Chinese} → {now.Basis.Text.Chinese}" : "")}",
            $"{now.Title.English}: {(title ? $"the title was \"{before.Title.English}\"" : "")}{(title && basis ? "; " : "")}{(basis ? $"basis {before.Basis.Text.English} → {now.Basis.Text.English}" : "")}");
    }

    private static BilingualText Changed<TGrade>(PolicyClause before, PolicyClause now, GradingPolicy<TGrade> old, GradingPolicy<TGrade> @new) where TGrade : struct, Enum
    {
        var (whenBefore, whenNow) = (PartsOf(GradingPolicy<TGrade>.ConditionOf(before)), PartsOf(GradingPolicy<TGrade>.ConditionOf(now)));
        var subject = Subject(whenBefore, whenNow) ?? now.Title;
        var (givenBefore, givenNow) = (Given(before, old), Given(now, @new));
        var given = givenBefore == givenNow ? givenNow : ($"{givenBefore.Chinese} → {givenNow.Chinese}", $"{givenBefore.English} → {givenNow.English}");
        var changes = Conditions(whenBefore, whenNow);
        return (
            $"{subject.Chinese}，{given.Chinese}{(changes.Count == 0 ? "" : "：")}{string.Join("；", changes.Select(change => change.Chinese))}",
            $"{subject.English}, {given.English}{(changes.Count == 0 ? "" : ": ")}{string.Join("; ", changes.Select(change => change.English))}");
    }

    /// <summary>That a rule is final.</summary>
    public static readonly BilingualText Final = ("直接定级", "final");

    /// <summary>What a clause gives, or does to what others give.</summary>
    public static BilingualText Given<TGrade>(PolicyClause clause, GradingPolicy<TGrade> policy) where TGrade : struct, Enum => clause switch
    {
        GradingRule<TGrade> { IsFinal: true } rule => ($"{policy.Scale.NameOf(rule.Grade).Chinese}（{Final.Chinese}）", $"{policy.Scale.NameOf(rule.Grade).English} ({Final.English})"),
        GradingRule<TGrade> rule => policy.Scale.NameOf(rule.Grade),
        DefaultRule<TGrade> rule => policy.Scale.NameOf(rule.Grade),
        StepAdjustment { Steps: > 0 } step => ($"从严 {step.Steps} 级", $"{step.Steps} stricter"),
        StepAdjustment step => ($"从宽 {-step.Steps} 级", $"{-step.Steps} milder"),
        BoundAdjustment<TGrade> bound => (
            ChineseSpacing.After(bound.Bound.Name().Chinese, policy.Scale.NameOf(bound.Grade).Chinese), $"{bound.Bound.Name().English} {policy.Scale.NameOf(bound.Grade).English}"),
        _ => ("不予分级", "not graded"),
    };

    private static ImmutableArray<Condition> PartsOf(Condition? condition) => condition switch
    {
        null => [],
        AllOf all => all.Parts,
        _ => [condition],
    };

    /// <summary>The types of business that both speak of; null when they name none, too many, or not the same.</summary>
    private static BilingualText? Subject(ImmutableArray<Condition> before, ImmutableArray<Condition> now)
    {
        var types = now.OfType<ChoiceIn>().Where(choice => before.Contains(choice) && choice.Values.Length <= MostNamed).OrderByDescending(choice => choice.Fact.Values.Count).FirstOrDefault();
        return types is null ? null : (
            string.Join("、", types.Values.Select(value => types.Fact.Show(value).Chinese)),
            string.Join(", ", types.Values.Select(value => types.Fact.Show(value).English)));
    }

    private static List<BilingualText> Conditions(ImmutableArray<Condition> before, ImmutableArray<Condition> now)
    {
        var (gone, come) = (before.Where(part => !now.Contains(part)).ToList(), now.Where(part => !before.Contains(part)).ToList());
        var changes = new List<BilingualText>();
        foreach (var limit in come.OfType<Comparison>().ToList())
        {
            if (gone.OfType<Comparison>().FirstOrDefault(other => other.Left.Equals(limit.Left) && other.Operator == limit.Operator) is { } other)
            {
                gone.Remove(other);
                come.Remove(limit);
                changes.Add(Moved(other, limit));
            }
        }

        foreach (var choice in come.OfType<ChoiceIn>().ToList())
        {
            if (gone.OfType<ChoiceIn>().FirstOrDefault(other => other.Fact.Equals(choice.Fact)) is { } other)
            {
                gone.Remove(other);
                come.Remove(choice);
                Add(("新增", "also "), choice.Values.Except(other.Values));
                Add(("不再含", "no longer "), other.Values.Except(choice.Values));

                void Add(BilingualText mark, IEnumerable<int> values)
                {
                    var names = values.Select(value => choice.Fact.Show(value)).ToList();
                    if (names.Count > 0)
                    {
                        changes.Add(($"{mark.Chinese}{string.Join("、", names.Select(name => name.Chinese))}", $"{mark.English}{string.Join(", ", names.Select(name => name.English))}"));
                    }
                }
            }
        }

        changes.AddRange(gone.Select(part => new BilingualText($"不再要求：{part.Text.Chinese}", $"no longer asked: {part.Text.English}")));
        changes.AddRange(come.Select(part => new BilingualText($"新要求：{part.Text.Chinese}", $"now asked: {part.Text.English}")));
        return changes;
    }

    /// <summary>A limit that is another, with what it is a limit of.</summary>
    private static BilingualText Moved(Comparison before, Comparison now)
    {
        var (from, limit) = (QuantityText.BeforeAnother(before.Limit, now.Left.Unit), now.ShownLimit);
        var name = now.Left.Text;
        return (
            $"{name.Chinese} {from.Chinese} → {limit.Chinese}",
            $"{name.English} {from.English} → {limit.English}");
    }
}
