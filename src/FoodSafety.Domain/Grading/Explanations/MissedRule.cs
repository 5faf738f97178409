using System.Collections.Immutable;
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
        [.. policy.Rules.Where(rule => Could(rule.When, source) != false)];

    /// <summary>The possible rule of which the fewest parts are missing, and of these the nearest.</summary>
    public static MissedRule? Nearest<TGrade>(List<GradingRule<TGrade>> possible, Answers answers) where TGrade : struct, Enum => possible
        .Select(rule => new MissedRule(rule, EvidenceCollector.For(rule.When, answers, holds: false)))
        .Where(missed => !missed.Missing.IsEmpty)
        .OrderBy(missed => missed.Missing.Length)
        .ThenBy(missed => missed.Missing.Sum(evidence => evidence.Distance))
        .FirstOrDefault();

    /// <summary>Whether a condition holds, as far as it is settled by what an entity does not change; null where the rest decides.</summary>
    private static bool? Could(Condition condition, IFactSource source) => condition switch
    {
        Constant constant => constant.Value,
        ChoiceIn choice => choice.Holds(source),
        FlagFact flag => flag.IsFixed ? flag.Holds(source) : null,
        Negation negation => !Could(negation.Inner, source),
        AllOf all => Every(all.Parts, true, source),
        AnyOf any => Every(any.Parts, false, source),
        Comparison comparison when FactsRead.By([comparison]).All(fact => fact.IsFixed) && !comparison.Size.AsksCustom => comparison.Holds(source),
        _ => null,
    };

    private static bool? Every(ImmutableArray<Condition> parts, bool wanted, IFactSource source)
    {
        bool? all = wanted;
        foreach (var part in parts)
        {
            var could = Could(part, source);
            if (could == !wanted)
            {
                return !wanted;
            }

            all = could is null ? null : all;
        }

        return all;
    }
}
