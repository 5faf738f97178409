using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// Finds clauses that others cover from how they are written alone: the same number against a limit that is easier to reach, the same choice with more values,
/// fewer parts. That takes no diagram, and so is done also of policies that are too large for one.
/// </summary>
/// <param name="survey">The numbers that are compared.</param>
/// <param name="spend">Counts the work.</param>
internal sealed class ClauseCover(AtomSurvey survey, Action<long> spend)
{
    /// <summary>Each clause that another covers which decides before it, with the first such one.</summary>
    public static IEnumerable<(string Clause, string By)> Find<TGrade>(GradingPolicy<TGrade> policy, Action<long> spend) where TGrade : struct, Enum
    {
        var cover = new ClauseCover(new AtomSurvey(policy.Conditions, spend), spend);
        // What decides first comes first.
        (string Id, Condition When)[] clauses =
        [
            .. policy.NotGraded.Select(rule => (rule.Id, rule.When)),
            .. RankedRule.Of(policy).Select(rule => (policy.Clauses[rule.Clause].Id, rule.When)),
        ];
        for (var i = 1; i < clauses.Length; i++)
        {
            if (Array.FindIndex(clauses, 0, i, before => cover.Implies(clauses[i].When, before.When)) is >= 0 and var found)
            {
                yield return (clauses[i].Id, clauses[found].Id);
            }
        }
    }

    /// <summary>Whether the one certainly holds wherever the other does; false too where that is not seen from how they are written.</summary>
    private bool Implies(Condition narrow, Condition wide)
    {
        spend(1);
        return (narrow, wide) switch
        {
            (Constant { Value: false }, _) or (_, Constant { Value: true }) => true,
            (_, AllOf all) => all.Parts.All(part => Implies(narrow, part)),
            (AnyOf any, _) => any.Parts.All(part => Implies(part, wide)),
            (AllOf all, _) when all.Parts.Any(part => Implies(part, wide)) => true,
            (_, AnyOf any) => any.Parts.Any(part => Implies(narrow, part)),
            (Comparison one, Comparison other) => IsWithin(survey.Read(one), survey.Read(other)),
            (Comparison one, Stated { Number: { } number }) => survey.Of(one.Left) == survey.Of(number),
            (ChoiceIn one, ChoiceIn other) => one.Fact.Equals(other.Fact) && one.Values.All(value => other.Contains(value)),
            (ChoiceIn one, Stated { Fact: IChoiceFact choice }) => one.Fact.Equals(choice),
            (FlagFact flag, Stated { Fact: FlagFact asked }) => flag.Equals(asked),
            _ => narrow.Equals(wide),
        };
    }

    private static bool IsWithin((SurveyedNumber Number, long Low, long High) one, (SurveyedNumber Number, long Low, long High) other) =>
        one.Number == other.Number && (one.Low > one.High || (one.Low >= other.Low && one.High <= other.High));
}
