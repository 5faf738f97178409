using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>A rule that a business came nearest to, of those that could apply to it (最近未达到的规则).</summary>
/// <param name="Clause">The rule.</param>
/// <param name="Missing">What does not hold of the business, with what was found.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MissedRule(PolicyClause Clause, ItemList<Evidence> Missing);

/// <summary>Looks at the rules that do not hold: which could, if the business were another size, and which is nearest.</summary>
internal static class MissedRules
{
    /// <summary>The rules that could apply to an entity as it is: nothing that it does not change stands against them.</summary>
    public static List<GradingRule<TGrade>> Possible<TGrade>(GradingPolicy<TGrade> policy, IFactSource source) where TGrade : struct, Enum =>
        [.. policy.Rules.Where(rule => CanBe(rule.When, true, source, policy.IsFixed))];

    /// <summary>The possible rule of which the fewest parts are missing, and of these the nearest.</summary>
    public static MissedRule? Nearest<TGrade>(List<GradingRule<TGrade>> possible, Answers answers) where TGrade : struct, Enum => possible
        // Of one that hangs on what is not stated it is not known what is missing.
        .Where(rule => answers.Holds(rule.When) == Truth.Fails)
        .Select(rule => new MissedRule(rule, EvidenceCollector.For(rule.When, answers, holds: false)))
        .Where(missed => !missed.Missing.IsEmpty)
        .OrderBy(missed => missed.Missing.Length)
        .ThenBy(missed => missed.Missing.Sum(evidence => EvidenceCollector.Distance(evidence.Asked, answers)))
        .FirstOrDefault();

    /// <summary>Whether a condition could hold, or fail, were everything that an entity can change as it needs to be. What hangs on a type that is not stated does neither.</summary>
    private static bool CanBe(Condition condition, bool wanted, IFactSource source, Func<IFact, bool> isFixed) => condition switch
    {
        Constant constant => constant.Value == wanted,
        ChoiceIn choice => choice.Test(source) == wanted.ToTruth(),
        FlagFact flag => !isFixed(flag) || flag.Test(source) == wanted.ToTruth(),
        Negation negation => CanBe(negation.Inner, !wanted, source, isFixed),
        AllOf all => wanted ? all.Parts.All(part => CanBe(part, true, source, isFixed)) : all.Parts.Any(part => CanBe(part, false, source, isFixed)),
        AnyOf any => wanted ? any.Parts.Any(part => CanBe(part, true, source, isFixed)) : any.Parts.All(part => CanBe(part, false, source, isFixed)),
        Comparison { Size.AsksCustom: false } comparison when FactsRead.By([comparison]).All(isFixed) => comparison.Test(source) == wanted.ToTruth(),
        _ => true,
    };
}
