using System.Collections.Immutable;
using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Tests.Laws;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>What is found is what trying out every entity there can be would find.</summary>
public class AnalysisLaws
{
    [Fact]
    public void Of_AnyPolicy_FindsTheRulesThatNeverDecideAndWhatHidesThem() => SmallPolicies.Any.Sample(policy =>
    {
        var analysis = PolicyAnalysis.Of(policy);
        var grader = new Grader<Tier>(policy);
        var deciders = SmallPolicies.Everything.Select(one => (One: one, policy.ClauseOf(grader.Grade(one)).Id)).ToList();
        var seen = deciders.Select(d => d.Id).ToHashSet();
        var conditions = policy.NotGraded.Select(r => (r.Id, r.When)).Concat(policy.Rules.Select(r => (r.Id, r.When))).ToList();

        var never = conditions.Where(c => !SmallPolicies.Everything.Any(c.When.Holds)).Select(c => c.Id).ToHashSet();
        var hidden = conditions.Where(c => !never.Contains(c.Id) && !seen.Contains(c.Id)).ToDictionary(
            c => c.Id, c => deciders.Where(d => c.When.Holds(d.One)).Select(d => d.Id).ToHashSet());

        Assert.True(analysis.IsComplete);
        Assert.Superset(never, analysis.Findings.OfType<NeverHolds>().Where(f => f.IsWhole).SelectMany(f => f.Clauses).ToHashSet());
        var found = analysis.Findings.OfType<NeverWins>().ToDictionary(f => f.Clauses[0]);
        Assert.Equal(hidden.Keys.Order(), found.Keys.Order());
        Assert.All(hidden, rule => Assert.Equal(rule.Value.Order(), found[rule.Key].HiddenBy.Order()));
        Assert.Equal(!seen.Contains("rest"), analysis.Findings.OfType<DefaultNeverDecides>().Any());
    }, iter: 400, print: SmallPolicies.Print);

    [Fact]
    public void Of_AnyPolicy_RulesThatCanBeLeftOutChangeNoGradeWhereverTheyStand() => (
        from policy in SmallPolicies.Any
        from order in Gen.Shuffle(policy.Rules.ToArray())
        select (policy, turned: PolicyCase.Reorder(policy, order))).Sample(pair =>
    {
        foreach (var policy in new[] { pair.policy, pair.turned })
        {
            var idle = PolicyAnalysis.Of(policy).Findings.Where(f => f is NeverWins or NeverNeeded or NeverHolds { IsWhole: true }).SelectMany(f => f.Clauses).Where(id => policy.Rules.Any(rule => rule.Id == id)).ToHashSet();
            var (grader, without) = (new Grader<Tier>(policy), new Grader<Tier>(idle.Aggregate(policy.Draft("2"), (draft, id) => draft.Without(id)).Build()));
            Assert.All(SmallPolicies.Everything, one => Assert.Equal(grader.Grade(one).FindGrade(), without.Grade(one).FindGrade()));
            // Of what is left no rule is covered by the others.
            foreach (var rule in without.Policy.Rules)
            {
                Assert.Contains(SmallPolicies.Everything, one => rule.When.Holds(one) && !policy.NotGraded.Any(none => none.When.Holds(one))
                    && !without.Policy.Rules.Any(other => other != rule && (other.IsFinal == rule.IsFinal ? other.Grade <= rule.Grade : other.IsFinal) && other.When.Holds(one)));
            }
        }
    }, iter: 200, print: pair => SmallPolicies.Print(pair.policy));

    [Fact]
    public void Of_AnyPolicy_DefaultRegionsAreWhatTheDefaultDecides() => SmallPolicies.WithCustom.Sample(policy =>
    {
        var findings = PolicyAnalysis.Of(policy).Findings;
        var regions = findings.OfType<LeftToDefault>().ToList();
        // Types that no rule speaks of are told once, and not as regions too.
        var unspoken = findings.OfType<ValuesWithoutRule>().SelectMany(finding => finding.Values).ToHashSet();
        var grader = new Grader<Tier>(policy);

        Assert.All(SmallPolicies.Everything, one =>
        {
            var isLeft = policy.ClauseOf(grader.Grade(one)) == policy.Otherwise;
            var isTold = regions.Exists(region => region.Where.Holds(one)) || (isLeft && unspoken.Contains((int)one.Read(Plan.Type)));
            // Who does not state something that a region names need not be told of.
            Assert.True(isLeft == isTold || (isLeft && !SmallPolicies.IsWhole(one)));
        });
        Assert.True(regions.Count > 0 || unspoken.Count > 0 || !SmallPolicies.Everything.Any(one => policy.ClauseOf(grader.Grade(one)) == policy.Otherwise));
        Assert.All(regions.Where(region => region.Witness!.Assuming is Constant), region => Assert.Equal(
            policy.Otherwise, policy.ClauseOf(grader.Grade(region.Witness!.Facts))));
    }, iter: 400, print: SmallPolicies.Print);

    [Fact]
    public void Of_AnyPolicy_FindsEveryPlaceWhereMoreIsMilder() => SmallPolicies.Any.Sample(policy =>
    {
        var grader = new Grader<Tier>(policy);
        var expected = policy.Facts.OfType<NumberFact>().SelectMany(fact => SmallPolicies.Falls(grader, fact)).ToHashSet();

        var analysis = PolicyAnalysis.Of(policy);
        var found = analysis.Findings.OfType<MoreIsMilder<Tier>>().ToList();

        Assert.True(analysis.IsComplete);
        Assert.Equal(
            expected.Order(),
            found.SelectMany(f => f.Steps, (f, step) => (f.Fact, step)).SelectMany(f => f.step.At, (f, at) => (f.Fact.Id, at, f.step.From, f.step.To)).Distinct().Order());
        Assert.All(found, f =>
        {
            var first = f.Steps.SelectMany(step => step.At).Min();
            Assert.Contains(f.Steps, step => step.At[0] == first && (step.From, step.To) == (grader.Grade(f.Before.Facts).Grade, grader.Grade(f.After.Facts).Grade));
            Assert.Equal(first, f.Fact.In(f.After.Facts)!.Value);
            Assert.Equal(f.After.Facts, f.Before.Facts.With(f.Fact.Of(first)), (a, b) => a!.Values.SequenceEqual(b!.Values));
            Assert.NotEmpty(f.Clauses);
        });
    }, iter: 400, print: SmallPolicies.Print);

    [Fact]
    public void Of_AnyPolicy_FindsTheAdjustmentsInVainAndThePartsToLeaveOut() => SmallPolicies.Any.Sample(policy =>
    {
        var findings = PolicyAnalysis.Of(policy).Findings;
        var grader = new Grader<Tier>(policy);
        var inVain = policy.Adjustments.Where(adjustment => SmallPolicies.Everything.Any(adjustment.When.Holds)).Where(adjustment =>
        {
            var without = new Grader<Tier>(policy.Draft("2").Without(adjustment.Id).Build());
            return SmallPolicies.Everything.All(one => grader.Grade(one).FindGrade() == without.Grade(one).FindGrade());
        });

        // Floors and ceilings that exclude each other somewhere where a grade is adjusted,
        Assert.Equal(
            from floor in Bounds(GradeBound.AtLeast) from ceiling in Bounds(GradeBound.AtMost)
            where ceiling.Grade > floor.Grade && SmallPolicies.Everything.Any(one => floor.When.Holds(one) && ceiling.When.Holds(one)
                && grader.Grade(one).State == GradingState.Graded && policy.ClauseOf(grader.Grade(one)) is not GradingRule<Tier> { IsFinal: true })
            select $"{floor.Id} {ceiling.Id}",
            findings.OfType<BoundsExclude>().Select(f => string.Join(' ', f.Clauses)));
        // and final rules that decide where a stricter one holds.
        Assert.Equal(
            policy.Rules.Where(rule => rule.IsFinal && SmallPolicies.Everything.Any(one => policy.ClauseOf(grader.Grade(one)) == rule
                && policy.Rules.Any(other => !other.IsFinal && other.Grade < rule.Grade && other.When.Holds(one)))).Select(rule => rule.Id),
            findings.OfType<FinalBelowStricter>().Select(f => f.Clauses[0]));
        var cancelled = findings.OfType<CancelsOut>().SelectMany(f => f.Clauses).ToList();
        Assert.Equal(inVain.Select(a => a.Id).Except(cancelled), findings.OfType<MovesNothing>().Select(f => f.Clauses[0]));
        Assert.All(findings.OfType<CancelsOut>(), f =>
        {
            var without = f.Clauses.Aggregate(policy.Draft("2"), (draft, id) => draft.Without(id)).Build();
            Assert.All(SmallPolicies.Everything, one => Assert.Equal(grader.Grade(one).FindGrade(), new Grader<Tier>(without).Grade(one).FindGrade()));
        });
        Assert.All(findings.OfType<NeverHolds>(), f =>
        {
            Assert.DoesNotContain(SmallPolicies.Everything, f.Part.Holds);
            Assert.DoesNotContain(SmallPolicies.Everything, one => f.Conflict.All(c => c.Holds(one)));
        });

        IEnumerable<BoundAdjustment<Tier>> Bounds(GradeBound side) => policy.Adjustments.OfType<BoundAdjustment<Tier>>().Where(bound => bound.Bound == side);
    }, iter: 200, print: SmallPolicies.Print);

    [Fact]
    public void Of_AnyCondition_HoldsTheSameWithoutThePartsThatChangeNothing() => SmallPolicies.Single.Sample(condition =>
    {
        var idle = PolicyAnalysis.Of(Plan.Define().With("rule", Tier.A, condition).OrElse(Tier.D)).Findings.OfType<ChangesNothing>().Select(f => f.Part)
            // A limit that every value keeps still asks whether the number is stated.
            .Where(part => part is not Comparison limit || limit.Low > limit.Left.Least || limit.High < limit.Left.Most).ToList();
        var (parts, join) = condition switch
        {
            AllOf all => (all.Parts, new Func<Condition[], Condition>(some => Condition.All(some))),
            AnyOf any => (any.Parts, some => Condition.Any(some)),
            _ => ([condition], some => some.Length == 0 ? Condition.Always : condition),
        };

        // A flag is one object wherever it stands: what is found of one inside another part must not be taken for a part itself.
        var inside = ExpressionNodes.In(parts.SelectMany(ExpressionNodes.PartsOf));
        if (parts.Any(part => inside.Contains(part, ReferenceEqualityComparer.Instance)))
        {
            return true;
        }

        var kept = idle.Aggregate(parts, (rest, part) => Last(rest, part) is >= 0 and var at ? rest.RemoveAt(at) : rest);

        return SmallPolicies.Everything.All(one => condition.Holds(one) == join([.. kept]).Holds(one));

        static int Last(ImmutableArray<Condition> parts, Condition part) =>
            Enumerable.Range(0, parts.Length).LastOrDefault(i => ReferenceEquals(parts[i], part), -1);
    }, iter: 1_000);

    [Fact]
    public void Between_AnyTwoPolicies_DifferencesAreWhereTheGradesDiffer() => Gen.Select(SmallPolicies.WithCustom, SmallPolicies.WithCustom).Sample((old, now) =>
    {
        var diff = PolicyDiff.Between(old, now);
        var (before, after) = (new Grader<Tier>(old), new Grader<Tier>(now));

        Assert.True(diff.IsComplete);
        Assert.All(SmallPolicies.Everything, one =>
        {
            var (from, to) = (before.Grade(one).FindGrade(), after.Grade(one).FindGrade());
            var here = diff.Differences.Where(difference => difference.Where.Holds(one)).Select(difference => (difference.From, difference.To)).Distinct();
            // Who does not state something that a region names need not be told of.
            Assert.True(here.SequenceEqual(from == to ? [] : [(from, to)]) || (from != to && !here.Any() && !SmallPolicies.IsWhole(one)));
        });
        Assert.True(!diff.IsSameGrading || SmallPolicies.Everything.All(one => before.Grade(one).FindGrade() == after.Grade(one).FindGrade()));
        Assert.All(diff.Differences.Where(difference => difference.Witness!.Assuming is Constant), difference => Assert.Equal(
            (difference.From, difference.To),
            (before.Grade(difference.Witness!.Facts).FindGrade(), after.Grade(difference.Witness!.Facts).FindGrade())));
    }, iter: 300, print: pair => $"{SmallPolicies.Print(pair.Item1)}\n---\n{SmallPolicies.Print(pair.Item2)}");

    [Fact]
    public void Between_AnyPolicyAndItself_IsTheSameGrading() => SmallPolicies.WithCustom.Sample(
        policy => PolicyDiff.Between(policy, policy.Draft("2").Build()) is { IsSameGrading: true, Clauses.IsEmpty: true },
        iter: 200, print: SmallPolicies.Print);

    [Fact]
    public void Between_FewBoxesAllowed_StillHoldsEveryDifference() => Gen.Select(SmallPolicies.WithCustom, SmallPolicies.WithCustom).Sample((old, now) =>
    {
        var diff = PolicyDiff.Between(old, now, new() { MostBoxes = 1 });
        var (before, after) = (new Grader<Tier>(old), new Grader<Tier>(now));

        Assert.All(SmallPolicies.Everything, one =>
        {
            var (from, to) = (before.Grade(one).FindGrade(), after.Grade(one).FindGrade());
            Assert.True(from == to || !SmallPolicies.IsWhole(one) || diff.Differences.Any(d => (d.From, d.To) == (from, to) && d.Where.Holds(one)));
        });
    }, iter: 200);

    [Fact]
    public void Of_AnyPolicyInFewSteps_TellsWhereAllThatIsLeftToTheDefaultLies() => Gen.Select(SmallPolicies.WithCustom, Gen.Int[8, 17]).Sample((policy, bits) =>
    {
        var findings = PolicyAnalysis.Of(policy, new() { MostSteps = 1L << bits }).Findings;
        if (findings.OfType<NotLookedAt>().Any(finding => finding.Aspects.Contains(PolicyAspect.Default)))
        {
            return;
        }

        var grader = new Grader<Tier>(policy);
        var regions = findings.OfType<LeftToDefault>().ToList();
        var unspoken = findings.OfType<ValuesWithoutRule>().SelectMany(finding => finding.Values).ToHashSet();
        Assert.All(SmallPolicies.Everything.Where(SmallPolicies.IsWhole), one => Assert.True(policy.ClauseOf(grader.Grade(one)) == policy.Otherwise
            ? regions.Exists(region => region.Where.Holds(one)) || unspoken.Contains((int)one.Read(Plan.Type))
            : !regions.Exists(region => region.IsExact && region.Where.Holds(one))));
    }, iter: 400, print: pair => $"{pair.Item2}: {SmallPolicies.Print(pair.Item1)}");

    /// <summary>Numbers that are taken to be of too many values are split into parts, or thought of as free; either way all that is said has to be so.</summary>
    [Fact]
    public void Of_AnyPolicyWhoseNumbersAreTooLarge_SaysNothingThatIsNotSo()
    {
        var whole = new List<bool>();
        SmallPolicies.Sums.Select(pair => pair.Old).Sample(policy =>
        {
            var analysis = PolicyAnalysis.Of(policy, new() { MostStepsOfNumber = 40 });
            var grader = new Grader<Tier>(policy);
            var deciders = SmallPolicies.Everything.ToLookup(one => policy.ClauseOf(grader.Grade(one)).Id);
            var conditions = policy.NotGraded.Select(r => (r.Id, r.When)).Concat(policy.Rules.Select(r => (r.Id, r.When))).ToList();
            var never = conditions.Concat(policy.Adjustments.Select(a => (a.Id, a.When))).Where(c => !SmallPolicies.Everything.Any(c.When.Holds)).Select(c => c.Id).ToHashSet();
            var hidden = conditions.Where(c => !never.Contains(c.Id) && !deciders.Contains(c.Id)).Select(c => c.Id).ToHashSet();

            var foundNever = analysis.Findings.OfType<NeverHolds>().Where(f => f.IsWhole).SelectMany(f => f.Clauses).ToHashSet();
            var foundHidden = analysis.Findings.OfType<NeverWins>().Select(f => f.Clauses[0]).ToHashSet();
            Assert.Subset(never.Union(hidden).ToHashSet(), foundNever.Union(foundHidden).ToHashSet());
            var regions = analysis.Findings.OfType<LeftToDefault>().ToList();
            var unspoken = analysis.Findings.OfType<ValuesWithoutRule>().SelectMany(finding => finding.Values).ToHashSet();
            if (analysis.IsComplete)
            {
                Assert.Superset(never, foundNever);
                Assert.Equal(hidden.Order(), foundHidden.Order());
                Assert.Equal(!deciders.Contains("rest"), analysis.Findings.OfType<DefaultNeverDecides>().Any());
                Assert.Equal(
                    policy.Adjustments.Where(adjustment => SmallPolicies.Everything.Any(adjustment.When.Holds)).Where(adjustment =>
                    {
                        var without = new Grader<Tier>(policy.Draft("2").Without(adjustment.Id).Build());
                        return SmallPolicies.Everything.All(one => grader.Grade(one).FindGrade() == without.Grade(one).FindGrade());
                    }).Select(a => a.Id).Except(analysis.Findings.OfType<CancelsOut>().SelectMany(f => f.Clauses)),
                    analysis.Findings.OfType<MovesNothing>().Select(f => f.Clauses[0]));
                Assert.All(SmallPolicies.Everything, one =>
                {
                    var isLeft = policy.ClauseOf(grader.Grade(one)) == policy.Otherwise;
                    var isTold = regions.Exists(region => region.Where.Holds(one) && (isLeft || region.IsExact)) || (isLeft && unspoken.Contains((int)one.Read(Plan.Type)));
                    Assert.True(isLeft == isTold || (isLeft && !SmallPolicies.IsWhole(one)));
                });
            }

            var falls = policy.Facts.OfType<NumberFact>().SelectMany(fact => SmallPolicies.Falls(grader, fact)).ToHashSet();
            var milder = analysis.Findings.OfType<MoreIsMilder<Tier>>().ToList();
            Assert.All(milder.SelectMany(f => f.Facts), fact => Assert.Contains(falls, fall => fall.Fact == fact.Id));
            Assert.All(milder, f => Assert.Contains(f.Steps, step => (step.From, step.To) == (grader.Grade(f.Before.Facts).Grade, grader.Grade(f.After.Facts).Grade)));
            if (analysis.IsComplete)
            {
                Assert.Equal(falls.Select(fall => fall.Fact).Distinct().Order(), milder.SelectMany(f => f.Facts).Select(fact => fact.Id).Distinct().Order());
            }

            Assert.All(analysis.Findings.OfType<NeverHolds>(), f => Assert.DoesNotContain(SmallPolicies.Everything, f.Part.Holds));
            var cases = PolicyCases.Of(policy, new() { MostStepsOfNumber = 40 });
            Assert.All(cases.Cases, one => Assert.Equal(grader.Grade(one.Facts), one.Decision));
            lock (whole)
            {
                whole.Add(analysis.IsComplete);
            }
        }, iter: 400, print: SmallPolicies.Print);

        // Most are looked at whole, though no number goes down to its facts.
        Assert.True(whole.Count(isWhole => isWhole) * 2 > whole.Count, $"{whole.Count(isWhole => isWhole)} of {whole.Count}");
    }

    [Fact]
    public void Between_AnyTwoPoliciesWhoseNumbersAreTooLarge_DifferencesAreWhereTheGradesDiffer() => Gen.Select(SmallPolicies.Sums, Gen.Int[0, 2]).Sample((pair, size) =>
    {
        var (old, now) = pair;
        // With few boxes much is told by one around it, with many everything as it is.
        var diff = PolicyDiff.Between(old, now, new() { MostStepsOfNumber = 40, MostBoxes = size switch { 0 => 4, 1 => 40, _ => 4_000 } });
        var (before, after) = (new Grader<Tier>(old), new Grader<Tier>(now));

        Assert.All(diff.IsComplete ? SmallPolicies.Everything : [], one =>
        {
            var (from, to) = (before.Grade(one).FindGrade(), after.Grade(one).FindGrade());
            // Of what is told by one box around it, not all that is in the box need differ.
            var here = diff.Differences.Where(difference => difference.Where.Holds(one)).ToList();
            Assert.All(here.Where(difference => difference.IsExact), difference => Assert.Equal((from, to), (difference.From, difference.To)));
            Assert.True(from == to || here.Exists(difference => (difference.From, difference.To) == (from, to)) || !SmallPolicies.IsWhole(one), $"{from} to {to} of {one}: {diff}");
        });
        Assert.True(!diff.IsSameGrading || SmallPolicies.Everything.All(one => before.Grade(one).FindGrade() == after.Grade(one).FindGrade()));
        Assert.All(diff.Differences.Where(difference => difference.Witness is { Assuming: Constant }), difference => Assert.Equal(
            (difference.From, difference.To),
            (before.Grade(difference.Witness!.Facts).FindGrade(), after.Grade(difference.Witness!.Facts).FindGrade())));
    }, iter: 150, print: one => $"{one.Item2}\n{SmallPolicies.Print(one.Item1.Old)}\n---\n{SmallPolicies.Print(one.Item1.Now)}");

    [Fact]
    public void Of_AnyPolicyOverWideRanges_SaysNothingThatItsRowsBelie() => PolicyGen.Any.Sample(made =>
    {
        var analysis = PolicyAnalysis.Of(made.Policy, new() { MostSteps = 100_000 });
        var grader = new Grader<Mark>(made.Policy);
        var never = analysis.Findings.Where(f => f is NeverWins or NeverHolds { IsWhole: true } or DefaultNeverDecides).SelectMany(f => f.Clauses).ToHashSet();
        var regions = analysis.Findings.OfType<LeftToDefault>().ToList();
        foreach (var row in made.Rows)
        {
            var clause = made.Policy.ClauseOf(grader.Grade(row));
            Assert.DoesNotContain(clause.Id, never);
            var isDefault = clause == made.Policy.Otherwise;
            var isUnspoken = analysis.Findings.OfType<ValuesWithoutRule>().Any(f => f.Values.Contains((int)row.Read(f.Fact)));
            Assert.True(!analysis.IsComplete || (isDefault ? !IsWhole(made.Policy, row) || isUnspoken || regions.Exists(r => r.Where.Holds(row)) : !regions.Exists(r => r.IsExact && r.Where.Holds(row))));
        }

        Assert.All(
            analysis.Findings.OfType<MoreIsMilder<Mark>>().Where(f => f.Before.Assuming is Constant),
            f => Assert.Contains(f.Steps, step => (step.From, step.To) == (grader.Grade(f.Before.Facts).Grade, grader.Grade(f.After.Facts).Grade)));
    }, iter: 500, print: made => made.ToString());

    [Fact]
    public void Between_AnyPolicyOverWideRangesAndADraft_DifferencesAreWhereTheGradesOfRowsDiffer() => Gen.Select(PolicyGen.Any, Gen.Int[0, 5]).Sample((made, dropped) =>
    {
        var draft = made.Policy.Draft("2");
        foreach (var rule in made.Policy.Rules.Skip(dropped).Take(1))
        {
            draft.Without(rule.Id);
        }

        var diff = PolicyDiff.Between(made.Policy, draft.Build(), new() { MostSteps = 100_000 });
        var (before, after) = (new Grader<Mark>(diff.Old), new Grader<Mark>(diff.New));
        foreach (var row in diff.IsComplete ? made.Rows : [])
        {
            var (from, to) = (before.Grade(row).FindGrade(), after.Grade(row).FindGrade());
            var here = diff.Differences.Where(d => d.Where.Holds(row)).ToList();
            Assert.True(from == to ? !here.Exists(d => d.IsExact) : !IsWhole(made.Policy, row) || here.Exists(d => (d.From, d.To) == (from, to)));
        }
    }, iter: 500, print: pair => pair.Item1.ToString());

    /// <summary>Whether an entity states every fact that a policy reads: who does not need not be told of by a region that names the fact.</summary>
    private static bool IsWhole(GradingPolicy<Mark> policy, PolicyRow one) => policy.Facts.All(fact => one.Read(fact) != fact.Unstated);
}
