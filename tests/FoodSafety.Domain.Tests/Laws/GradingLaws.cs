using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>Whatever the policy and whatever the table: one meaning, in every way of grading.</summary>
public class GradingLaws
{
    [Fact]
    public void Grade_AnyPolicy_TableAndScalarAreTheReference() => PolicyGen.Any.Sample(
        made =>
        {
            var grader = new Grader<Mark>(made.Policy);
            var table = made.NewTable();
            var sheet = grader.Grade(table);
            for (var row = 0; row < made.Rows.Length; row++)
            {
                var expected = ReferenceGrader.Grade(made.Policy, made.Rows[row]);
                Assert.Equal(expected, ReferenceGrader.Of(sheet[row]));
                Assert.Equal(expected, ReferenceGrader.Of(grader.Grade(made.Rows[row])));
                Assert.Equal(sheet[row], grader.Grade(table[row]));
            }
        },
        iter: 8_000, print: Print);

    [Fact]
    public void Explain_AnyPolicy_DecidesAsTheGraderAndNamesEveryClauseThatHolds() => PolicyGen.Small.Sample(
        made =>
        {
            var grader = new Grader<Mark>(made.Policy);
            foreach (var row in made.Rows.Take(4))
            {
                var explanation = grader.Explain(row);

                Assert.Equal(grader.Grade(row), explanation.Decision);
                Assert.Same(made.Policy.Clauses[explanation.Decision.Clause], explanation.Clause);
                var graded = explanation.Decision.State == GradingState.Graded;
                var unknown = explanation.NotAsked.ToHashSet();
                var holding = graded
                    ? made.Policy.Rules.Where(rule => ReferenceGrader.Holds(rule.When, row)).Select(rule => (PolicyClause)rule)
                    : made.Policy.NotGraded.Where(rule => ReferenceGrader.Holds(rule.When, row));
                var matches = explanation.Matched.Select(matched => matched.Clause).ToHashSet();
                Assert.Equal(holding.Where(clause => !unknown.Contains(clause)).ToHashSet(), matches);
                Assert.DoesNotContain(unknown, matches.Contains);
                Assert.All(unknown, clause => Assert.True(clause is GradingRule<Mark> rule ? AsksCustom(rule.When) : AsksCustom(((NotGradedRule)clause).When)));
                Assert.True(explanation.Matched.IsEmpty ? explanation.Clause == made.Policy.Otherwise : explanation.Clause == explanation.Matched[0].Clause);
                Assert.Equal(
                    graded ? ReferenceGrader.Moving(made.Policy, row, explanation.Clause) : [],
                    explanation.Adjustments.Select(matched => (GradeAdjustment)matched.Clause));
                Assert.True(explanation.NotApplied.IsEmpty || (explanation.Clause is GradingRule<Mark> { IsFinal: true } && explanation.Adjustments.IsEmpty));
                Assert.All(
                    explanation.Matched.Concat(explanation.Adjustments).SelectMany(matched => matched.Evidence),
                    evidence => Assert.Equal(ReferenceGrader.Holds(evidence.Asked, row), evidence.Holds));
            }
        },
        iter: 1_000, print: Print);

    private static bool AsksCustom(Condition condition) => ExpressionNodes.In(condition).Any(node => node is CustomCondition);

    [Fact]
    public void Grade_RulesInAnotherOrder_GivesTheSameGrades() => (
        from made in PolicyGen.Small
        from rules in Gen.Shuffle(made.Policy.Rules.ToArray())
        select (made, rules)).Sample(
        (made, rules) =>
        {
            var grader = new Grader<Mark>(made.Policy);
            var shuffled = new Grader<Mark>(PolicyCase.Reorder(made.Policy, rules));
            return made.Rows.All(row => grader.Grade(row).FindGrade() == shuffled.Grade(row).FindGrade());
        },
        iter: 2_000, print: pair => Print(pair.Item1));

    [Fact]
    public void Grade_RowsInAnotherOrder_GivesTheSameDecisions() => (
        from made in PolicyGen.Any
        from order in Gen.Shuffle(Enumerable.Range(0, made.Rows.Length).ToArray())
        select (made, order)).Sample(
        (made, order) =>
        {
            var grader = new Grader<Mark>(made.Policy);
            var sheet = grader.Grade(made.NewTable());
            var shuffled = grader.Grade(made.TableOf(order.Select(row => made.Rows[row])));
            return order.Index().All(pair => shuffled[pair.Index] == sheet[pair.Item]);
        },
        iter: 1_000, print: pair => Print(pair.Item1));

    [Fact]
    public void Explain_Nearest_GivesTheDecisionItNames() => PolicyGen.Small.Sample(
        made =>
        {
            var grader = new Grader<Mark>(made.Policy);
            foreach (var row in made.Rows.Take(4))
            {
                var now = grader.Grade(row);
                foreach (var change in grader.Explain(row).Nearest)
                {
                    var changed = ReferenceGrader.Grade(made.Policy, new Altered(row, change.To.Fact!, change.To.Stored));
                    Assert.Equal(changed, ReferenceGrader.Of(change.Becomes));
                    Assert.NotEqual(now.FindGrade(), changed.Grade);
                    Assert.True(change.To.Fact is not NumberFact number || number.Allows(change.To.Stored));
                    Assert.Equal(row.Read(change.From.Fact!), change.From.Stored);
                }
            }
        },
        iter: 1_000, print: Print);

    [Fact]
    public void Explain_NearestWhereEachFactIsReadOnce_LeavesNothingNearer() => PolicyGen.EachFactOnce.Sample(
        made =>
        {
            var grader = new Grader<Mark>(made.Policy);
            foreach (var row in made.Rows.Take(4))
            {
                var now = grader.Grade(row).FindGrade();
                var nearest = grader.Explain(row).Nearest;
                foreach (var fact in made.Policy.Facts.OfType<NumberFact>())
                {
                    AssertNothingNearer(fact, +1, fact.Most);
                    if (row.Read(fact) != fact.Unstated)
                    {
                        AssertNothingNearer(fact, -1, fact.Least);
                    }
                }

                void AssertNothingNearer(NumberFact fact, int step, long end)
                {
                    // What is not stated lies below every value: all of them are tried, the smallest first.
                    var current = row.Read(fact) is var stored && stored == fact.Unstated ? fact.Least - 1 : stored;
                    var found = nearest.FirstOrDefault(c => c.To.Fact == fact && Math.Sign(c.To.Stored - current) == step);
                    var last = found is null ? end : found.To.Stored - step;
                    foreach (var between in Between(current, last).Where(fact.Allows))
                    {
                        Assert.Equal(now, ReferenceGrader.Grade(made.Policy, new Altered(row, fact, between)).Grade);
                    }
                }
            }
        },
        iter: 1_000, print: Print);

    /// <summary>The far end, its neighbour, and some values on the way there.</summary>
    private static IEnumerable<long> Between(long from, long to)
    {
        if (from == to)
        {
            return [];
        }

        var step = Math.Sign(to - from);
        return new[] { to, to - step, from + step, from + (to - from) / 2, from + (to - from) / 3 }.Where(value => value != from);
    }

    private static string Print(PolicyCase made) => made.ToString();

    /// <summary>An entity with one fact changed.</summary>
    private sealed class Altered(IFactSource source, IFact fact, long stored) : IFactSource
    {
        public long Read(IFact asked) => asked.Equals(fact) ? stored : source.Read(asked);
    }
}
