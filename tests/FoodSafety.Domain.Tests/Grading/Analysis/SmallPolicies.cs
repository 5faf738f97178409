using System.Collections.Immutable;
using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>Random policies over so few values that everything there can be is tried out.</summary>
internal static class SmallPolicies
{
    private static readonly NumberFact X = new("x", ("甲", "x"), ("个", "units"), maximum: 5);
    private static readonly NumberFact Y = new("y", ("乙", "y"), ("个", "units"), decimals: 1, minimum: 0.1m, maximum: 0.6m);
    private static readonly NumberFact Z = new("z", ("丙", "z"), ("个", "units"), minimum: -2, maximum: 2);
    private static readonly FlagFact Flag = new("flag", ("标志", "flag"));

    private static readonly CustomCondition Custom = Condition.Custom("custom", ("自定义", "custom"), source => unchecked(source.Read(X) + source.Read(Z)) % 2 == 0);

    private static readonly Gen<NumberExpression> Fact = Constants<NumberExpression>(X, Y, Z);

    private static readonly Gen<decimal> Limit = Gen.OneOf(Gen.Int[-3, 6].Select(i => (decimal)i), Gen.Int[-1, 8].Select(i => i / 10m), Gen.Const(2.5m));

    public static ImmutableArray<FactRecord> Everything { get; } =
    [
        .. from x in Enumerable.Range(-1, 7)
           from y in Enumerable.Range(0, 7)
           from z in Enumerable.Range(-3, 6)
           from flag in new bool?[] { null, false, true }
           from kind in new[] { default, Plan.Kind.Shop, Plan.Kind.School, Plan.Kind.Works }
           select new FactRecord([.. new[] { X.Of(x < 0 ? null : x), Y.Of(y == 0 ? null : y / 10m), Z.Of(z < -2 ? null : z), Flag.Of(flag), Plan.Type.Of(kind) }.Where(value => value.IsStated)]),
    ];

    /// <summary>Whether an entity states every fact there is.</summary>
    public static bool IsWhole(FactRecord one) => one.Values.Count() == 5;

    public static Gen<Condition> Single { get; } = Conditions(2, custom: false);

    public static Gen<GradingPolicy<Tier>> Any { get; } = Policy(Conditions(2, custom: false));

    /// <summary>Pairs of policies of the same sums, of which single facts are read elsewhere too.</summary>
    public static Gen<(GradingPolicy<Tier> Old, GradingPolicy<Tier> Now)> Sums { get; } = SumConditions().SelectMany(conditions => Gen.Select(Policy(conditions), Policy(conditions), (old, now) => (old, now)));

    public static Gen<GradingPolicy<Tier>> WithCustom { get; } = Policy(Conditions(2, custom: true));

    /// <summary>Every value of a fact at which some entity has a milder grade than with the last value below that has one.</summary>
    public static IEnumerable<(string Fact, decimal At, Tier From, Tier To)> Falls(Grader<Tier> grader, NumberFact fact)
    {
        foreach (var others in Everything.Where(one => one.Read(fact) == fact.Least))
        {
            Tier? last = null;
            for (var stored = fact.Least; stored <= fact.Most; stored++)
            {
                var here = grader.Grade(others.With(new FactValue(fact, stored))).FindGrade();
                // Of the tiers the strictest is A, the smallest number.
                if (here > last)
                {
                    yield return (fact.Id, Exact.ToDecimal(stored, fact.Decimals), last.Value, here.Value);
                }

                last = here ?? last;
            }
        }
    }

    public static string Print(GradingPolicy<Tier> policy) => string.Join("\n",
        [
            .. policy.NotGraded.Select(r => $"{r.Id}: {r.When}"),
            .. policy.Rules.Select(r => $"{r.Id}: {(r.IsFinal ? "final " : "")}{r.Grade} if {r.When}"),
            $"otherwise {policy.Otherwise.Grade}",
            .. policy.Adjustments.Select(a => $"{a.Id}: {(a is BoundAdjustment<Tier> bound ? $"{bound.Bound} {bound.Grade}" : $"{((StepAdjustment)a).Steps}")} if {a.When}"),
        ]);

    private static Gen<GradingPolicy<Tier>> Policy(Gen<Condition> condition) =>
        from closed in condition.Array[0, 2]
        from rules in Gen.Select(Gen.Enum<Tier>(), Gen.Int[0, 5].Select(i => i == 0), condition).Array[0, 6]
        from adjustments in Gen.Select(Constants<(int Steps, GradeBound Bound)>((-2, 0), (-1, 0), (1, 0), (2, 0), (0, GradeBound.AtLeast), (0, GradeBound.AtMost)), Gen.Enum<Tier>(), condition).Array[0, 2]
        from rest in Gen.Enum<Tier>()
        select Build(closed, rules, adjustments, rest);

    private static GradingPolicy<Tier> Build(Condition[] closed, (Tier, bool, Condition)[] rules, ((int Steps, GradeBound Bound), Tier, Condition)[] adjustments, Tier rest)
    {
        var policy = Plan.Define();
        foreach (var (i, when) in closed.Index())
        {
            policy.Closed($"closed-{i}", when);
        }

        foreach (var (i, (tier, isFinal, when)) in rules.Index())
        {
            policy.With($"rule-{i}", tier, when, isFinal);
        }

        foreach (var (i, (effect, tier, when)) in adjustments.Index())
        {
            _ = effect.Bound switch
            {
                GradeBound.AtLeast => policy.AtLeast($"adjust-{i}", tier, when, ("下限", "floor"), Plan.Basis),
                GradeBound.AtMost => policy.AtMost($"adjust-{i}", tier, when, ("上限", "ceiling"), Plan.Basis),
                _ => policy.Moved($"adjust-{i}", effect.Steps, when),
            };
        }

        return policy.OrElse(rest);
    }

    private static Gen<T> Constants<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<Condition> Conditions(int depth, bool custom)
    {
        var compare =
            from number in Numbers(depth, custom)
            from how in Gen.Enum<ComparisonOperator>()
            from limit in Limit
            select (Condition)new Comparison(number, how, limit);
        var both = Gen.Select(Numbers(depth, custom), Numbers(depth, custom), (left, right) => (Condition)(left > right));
        var kind = Constants<Condition>(
            Plan.Type.Is(Plan.Kind.Shop), Plan.Type.Is(Plan.Kind.School, Plan.Kind.Works), Flag, !Flag, Flag.OrElse(true), X.IsStated, !Z.IsStated, Plan.Type.IsStated, (X + Y).IsStated, Condition.Always, Condition.Never, custom ? Custom : Flag);
        var simple = Gen.Frequency((6, compare), (1, both), (4, kind));
        if (depth == 0)
        {
            return simple;
        }

        var parts = Conditions(depth - 1, custom).Array[2, 3];
        return Gen.Frequency(
            (3, simple), (3, parts.Select(all => Condition.All(all))), (2, parts.Select(any => Condition.Any(any))), (1, Conditions(depth - 1, custom).Select(c => !c)));
    }

    /// <summary>Conditions on a total of five parts in any measure, on parts of it and on it with one part more, and some on one of its facts and on whether facts are stated.</summary>
    private static Gen<Gen<Condition>> SumConditions() =>
        from weights in Constants(-1m, 0.5m, 1m, 1m, 1m, 2m).Array[5]
        from alone in Gen.Int[0, 5]
        from standsIn in Gen.Bool.Array[2]
        from isNamed in Gen.Bool
        select SumConditions([standsIn[0] ? X.OrElse(1) : X, standsIn[1] ? Z.OrElse(-1) : Z, Y, Score.When(Flag, 2), Score.When(Plan.Type.Is(Plan.Kind.Shop), 1.5m)], weights, alone, isNamed);

    private static Gen<Condition> SumConditions(NumberExpression[] parts, decimal[] weights, int alone, bool isNamed)
    {
        var total = Sum(weights);
        var other =
            from weight in Constants(0m, 1m, 3m)
            from place in Gen.Int[0, 4]
            select Sum([.. weights.Select((own, i) => i == place ? weight : own)]);
        var some = Gen.Int[2, 4].Select(count => Sum(weights[..count]));
        var number = Gen.Frequency((6, Gen.Const(total)), (2, other), (2, some));
        var compare = Gen.Select(number, Gen.Enum<ComparisonOperator>(), Limit, (sum, how, limit) => (Condition)new Comparison(sum, how, limit));
        // Of nothing, sometimes.
        var facts = new Condition[][] { [X >= 3, X < 1], [Z > 0, Z.Is(-2)], [Y >= 0.4m, Y < 0.3m], [Flag, !Flag], [Plan.Type.Is(Plan.Kind.Shop), Plan.Type.Is(Plan.Kind.School)], [Condition.Always, total.IsStated] };
        Gen<Condition> stated = Constants<Condition>(X.IsStated, !Z.IsStated, !Y.IsStated, !Flag.IsStated, Plan.Type.IsStated, total.IsStated);
        var one = Gen.Frequency((5, compare), (2, Constants(facts[alone])), (1, stated));
        return Gen.Frequency((5, one), (2, one.Array[2, 2].Select(all => Condition.All(all))), (1, one.Array[2, 2].Select(any => Condition.Any(any))), (1, one.Select(c => !c)));

        NumberExpression Sum(decimal[] measures)
        {
            var sum = new SumOf([.. measures.Zip(parts, (measure, part) => measure == 1 ? part : part * measure)]);
            return isNamed ? sum.Named(($"合计{measures.Length}", $"total {measures.Length}")) : sum;
        }
    }

    private static Gen<NumberExpression> Numbers(int depth, bool custom)
    {
        if (depth == 0)
        {
            return Fact;
        }

        var inner = Numbers(depth - 1, custom);
        var parts = inner.Array[2, 3];
        var cases = Gen.Select(Conditions(depth - 1, custom), Constants(-1m, 0.5m, 1m, 2m), (when, points) => new ScoreCase(when, points)).Array[1, 3];
        return Gen.Frequency(
            (4, Fact),
            (1, parts.Select(all => (NumberExpression)new SumOf(all))),
            (1, parts.Select(all => (NumberExpression)(all[0] - all[1] + 1))),
            (1, inner.Select(number => (NumberExpression)(3 - number))),
            (1, inner.Select(number => (NumberExpression)new SmallestOf(number, NumberExpression.Constant(2)))),
            (1, parts.Select(all => (NumberExpression)new LargestOf(all))),
            (1, parts.Select(all => (NumberExpression)new SmallestOf(all))),
            (1, Gen.Select(inner, Constants(-1m, 0m, 0.5m, 2m), (number, factor) => (NumberExpression)(number * factor))),
            (1, inner.Select(number => (NumberExpression)number.Named(("名", "named")))),
            (1, Gen.Select(inner, Constants(-1m, 0m, 0.5m, 2m), (number, otherwise) => (NumberExpression)number.OrElse(otherwise))),
            (2, cases.Select(all => (NumberExpression)new Score(all))));
    }
}
