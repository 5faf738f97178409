using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Decides for all rows of a table at once which rule first requires a post.</summary>
/// <remarks>
/// Rules over facts alone go through the engine that grades, of which the first of equally strict rules is the explanation;
/// what asks for the tier is few rules, tried row by row after it.
/// </remarks>
internal sealed class StaffingPass(FactTable facts, Condition ended, GradeSheet<Tier>? tiers)
{
    private static readonly GradeScale<Need> Scale = new((Need.None, ("不需要", "not needed")), (Need.Needed, ("需要", "needed")));
    private static readonly Citation Basis = Citation.Illustrative(("配备规则", "the staffing rules"));

    private enum Need : byte
    {
        None = 1,
        Needed = 2,
    }

    /// <summary>The number of the first rule that requires each post, by row; -1 where none does.</summary>
    public Dictionary<RequiredPost, short[]> Decide(IReadOnlyList<StaffingRule> rules) => rules.Index()
        .GroupBy(rule => rule.Item.Required)
        .ToDictionary(group => group.Key, group => DecidePost([.. group]));

    private short[] DecidePost(List<(int Index, StaffingRule Rule)> rules)
    {
        var first = new short[facts.Count];
        Array.Fill(first, (short)-1);
        DecideByFacts([.. rules.Where(rule => rule.Rule.Tiers.IsEmpty)], first);
        if (tiers is not null)
        {
            foreach (var (index, rule) in rules.Where(rule => !rule.Rule.Tiers.IsEmpty))
            {
                DecideByTier((short)index, rule, tiers, first);
            }
        }

        return first;
    }

    private void DecideByFacts(List<(int Index, StaffingRule Rule)> rules, short[] first)
    {
        if (rules.Count == 0)
        {
            return;
        }

        var policy = GradingPolicy.Define("staffing", "1", ("配备", "staffing"), Scale).BasedOn(Basis).NotGraded("ended", ended, ended.Text);
        foreach (var (index, rule) in rules)
        {
            policy.Rule($"rule-{index}", Need.Needed, rule.When, rule.Reason);
        }

        var needs = new Grader<Need>(policy.Otherwise(Need.None, Scale.NameOf(Need.None)).Build()).Grade(facts);
        for (var row = 0; row < first.Length; row++)
        {
            var decision = needs[row];
            if (decision.FindGrade() == Need.Needed)
            {
                // The clause before the rules is the one of businesses that have ended.
                first[row] = (short)rules[decision.Clause - 1].Index;
            }
        }
    }

    private void DecideByTier(short index, StaffingRule rule, GradeSheet<Tier> sheet, short[] first)
    {
        var view = new FactRow(facts);
        for (var row = 0; row < first.Length; row++)
        {
            var decided = first[row] >= 0 && first[row] < index;
            if (decided || sheet[row].FindGrade() is not { } tier)
            {
                continue;
            }

            var (segment, slot) = facts.PlaceOf(row);
            view.Enter(segment);
            view.Slot = slot;
            if (rule.AppliesTo(view, tier) && !ended.Holds(view))
            {
                first[row] = index;
            }
        }
    }
}
