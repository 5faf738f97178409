using CsCheck;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>Renewing grades step by step ends where grading everything afresh would.</summary>
public class RegradingLaws
{
    [Fact]
    public void Regrade_Twice_LooksAtNothing() => PolicyGen.Any.Sample(
        made =>
        {
            var book = new GradeBook<Mark>(made.NewTable(), made.Policy.Scale);
            var grader = new Grader<Mark>(made.Policy);
            book.Regrade(grader);

            var again = book.Regrade(grader);

            return !again.IsFull && again.Examined == 0 && again.Moves.Count == 0 && again.Matrix.Moved == 0;
        },
        iter: 500, print: Print);

    [Fact]
    public void Regrade_AfterChanges_IsAFreshBookAndListsExactlyWhatMoved() => PolicyGen.Any.Sample(
        made =>
        {
            var table = made.NewTable();
            var book = new GradeBook<Mark>(table, made.Policy.Scale);
            var grader = new Grader<Mark>(made.Policy);
            book.Regrade(grader);
            var before = Enumerable.Range(0, table.Count).Select(row => book.Grades[row]).ToArray();
            var changed = made.Changes.Where(change => table.Set(change.Row, change.Value)).Select(change => change.Row).ToHashSet();
            var added = made.Rows.Take(2).Select(row => table.Add(row)).ToArray();

            var regrading = book.Regrade(grader);

            Assert.False(regrading.IsFull);
            Assert.Equal(changed.Count + added.Length, regrading.Examined);
            AssertIsFresh(book, grader);
            AssertMoves(regrading, before, book);
        },
        iter: 1_500, print: Print);

    [Fact]
    public void Regrade_ByAnotherPolicy_IsFullAndListsExactlyWhatMoved() => PolicyGen.Any.Sample(
        made =>
        {
            var book = new GradeBook<Mark>(made.NewTable(), made.Policy.Scale);
            book.Regrade(new Grader<Mark>(made.Policy));
            var before = Enumerable.Range(0, book.Table.Count).Select(row => book.Grades[row]).ToArray();
            // The second half of the rules only, and the reasons in another order.
            var reordered = PolicyCase.Reorder(made.Policy, made.Policy.Rules.Skip(made.Policy.Rules.Length / 2)).Draft("2");
            foreach (var reason in made.Policy.NotGraded.Take(1))
            {
                reordered.Without(reason.Id).NotGraded(reason.Id, reason.When, reason.Title, reason.Basis);
            }

            var draft = new Grader<Mark>(reordered.Build());

            var regrading = book.Regrade(draft);

            Assert.True(regrading.IsFull);
            Assert.Equal(book.Table.Count, regrading.Examined);
            AssertIsFresh(book, draft);
            AssertMoves(regrading, before, book);
        },
        iter: 500, print: Print);

    [Fact]
    public void Set_AnyChanges_KeepsRowNumbersValuesGroupsAndDecisions() => PolicyGen.Any.Sample(
        made =>
        {
            var table = made.NewTable();
            var sheet = new Grader<Mark>(made.Policy).Grade(table);
            var decisions = made.Rows.Select((_, row) => sheet[row]).ToArray();
            var model = made.Rows.Select(row => made.Schema.Facts.ToDictionary(fact => fact, row.Read)).ToArray();
            var log = new List<int>();
            foreach (var (row, value) in made.Changes)
            {
                var isNew = model[row][value.Fact!] != value.Stored;
                Assert.Equal(isNew, table.Set(row, value));
                model[row][value.Fact!] = value.Stored;
                if (isNew)
                {
                    log.Add(row);
                }
            }

            Assert.Equal(log.Count, table.Revision);
            Assert.Equal(log.Distinct().Order(), table.FindChangedSince(0));
            Assert.Equal(log.Skip(log.Count / 2).Distinct().Order(), table.FindChangedSince(log.Count / 2));
            for (var row = 0; row < model.Length; row++)
            {
                Assert.Equal(made.Rows[row].Group, table.GroupOf(row));
                Assert.Equal(decisions[row], sheet[row]);
                Assert.All(made.Schema.Facts, fact => Assert.Equal(model[row][fact], table[row].Read(fact)));
            }
        },
        iter: 1_000, print: Print);

    private static void AssertIsFresh(GradeBook<Mark> book, Grader<Mark> grader)
    {
        for (var row = 0; row < book.Table.Count; row++)
        {
            Assert.Equal(ReferenceGrader.Grade(grader.Policy, book.Table[row]), ReferenceGrader.Of(book.Grades[row]));
        }

        var count = book.Grades.Count();
        var decisions = Enumerable.Range(0, book.Table.Count).Select(row => book.Grades[row].FindGrade()).ToList();
        Assert.All(grader.Policy.Scale.MildestFirst, grade => Assert.Equal(decisions.Count(d => d == grade), count[grade]));
        Assert.Equal(decisions.Count(d => d is null), count.NotGraded);
        Assert.Equal(0, count.NotDecided);
        Assert.Equal(book.Table.Count, count.Total);
    }

    /// <summary>Compares moves and matrix with the decisions before and after; rows that nobody examined cannot have moved.</summary>
    private static void AssertMoves(Regrading<Mark> regrading, GradeDecision<Mark>[] before, GradeBook<Mark> book)
    {
        var expected = before.Select((from, row) => (row, from, to: book.Grades[row]))
            .Where(move => move.from.FindGrade() != move.to.FindGrade())
            .Select(move => new GradeMove<Mark>(move.row, move.from, move.to));
        Assert.Equal(expected, regrading.Moves.OrderBy(move => move.Row));
        Assert.Equal(regrading.Moves.Count, regrading.Matrix.Moved);
        // Reasons are the same by their keys, whatever their numbers.
        var reasons = before.Select((from, row) => (row, from, to: book.Grades[row]))
            .Where(move => move.from.State == GradingState.NotGraded && move.to.State == GradingState.NotGraded
                && regrading.PolicyBefore!.ClauseOf(move.from).Id != regrading.Policy.ClauseOf(move.to).Id)
            .Select(move => new GradeMove<Mark>(move.row, move.from, move.to)).ToList();
        Assert.Equal(reasons, regrading.ReasonMoves.OrderBy(move => move.Row));
        Assert.Equal(regrading.Moves.Count + reasons.Count, regrading.CountByClause().Sum(step => step.Count));
        Assert.Equal(
            regrading.Policy.Clauses.Select((_, i) => (long)Enumerable.Range(0, book.Table.Count).Count(row => book.Grades[row].Clause == i)),
            book.Grades.CountByClause(regrading.Policy).Select(count => count.Count));
        var matrix = regrading.Matrix;
        Mark?[] grades = [null, .. matrix.Scale.MildestFirst.Select(grade => (Mark?)grade)];
        var total = grades.Sum(matrix.Entered);
        foreach (var from in grades)
        {
            foreach (var to in grades)
            {
                total += matrix[from, to];
                Assert.True(from == to || matrix[from, to] == regrading.Moves.Count(move => move.From.FindGrade() == from && move.To.FindGrade() == to));
            }
        }

        Assert.Equal(regrading.Examined, total);
        Assert.Equal(Math.Max(0, book.Table.Count - before.Length), grades.Sum(matrix.Entered));
    }

    private static string Print(PolicyCase made) => made.ToString();
}
