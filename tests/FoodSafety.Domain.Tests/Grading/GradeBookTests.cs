using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Tests.Areas;
using NodaTime;
using static FoodSafety.Domain.Tests.Grading.GradingSamples;

namespace FoodSafety.Domain.Tests.Grading;

public class GradeBookTests
{
    /// <summary>From closed to awarded is a move of reasons; a version that numbers its reasons anew moves nobody.</summary>
    [Fact]
    public void Regrade_AnotherReasonForNoGrade_IsAMoveOfReasons()
    {
        var policy = Builder().NotGraded("exempt", Award, ("免予分级", "exempt"), Basis).Build();
        var table = new FactTable(Schema);
        table.Add(new FactRecord(Closed.Of(true), Award.Of(true)));
        table.Add(new FactRecord(Award.Of(true)));
        table.Add(new FactRecord(Diners.Of(500), Award.Of(false)));
        table.Add(new FactRecord(Award.Of(true)));
        var book = new GradeBook<Star>(table, Scale);
        var grader = new Grader<Star>(policy);
        Assert.Empty(book.Regrade(grader).ReasonMoves);
        Assert.Equal([("closed", 1L), ("exempt", 2L), ("many-diners", 1L)], book.Grades.CountByClause(policy).Where(count => count.Count > 0).Select(count => (count.Clause.Id, count.Count)));

        table.Set(0, Closed.Of(false));
        table.Set(1, Award.Of(false));
        var regrading = book.Regrade(grader);

        var move = Assert.Single(regrading.ReasonMoves);
        Assert.Equal((0, "closed", "exempt"), (move.Row, policy.ClauseOf(move.From).Id, policy.ClauseOf(move.To).Id));
        Assert.Equal(1, Assert.Single(regrading.Moves).Row);
        Assert.Equal(
            [("closed", "exempt", 1L), ("exempt", "otherwise", 1L)], regrading.CountByClause().Select(step => (step.From!.Id, step.To.Id, step.Count)));

        var turned = new Grader<Star>(policy.Draft("2").Without("closed").NotGraded("closed", Closed, ("已关闭", "closed down"), Basis).Build());
        Assert.Empty(book.Preview(turned).ReasonMoves);
        var renamed = new Grader<Star>(policy.Draft("3").Without("closed").Without("exempt").NotGraded("waived", Award, ("豁免", "waived"), Basis).Build());
        Assert.Equal([("exempt", "waived")], book.Preview(renamed).ReasonMoves.Select(m => (policy.ClauseOf(m.From).Id, renamed.Policy.ClauseOf(m.To).Id)).Distinct());
        Assert.Equal([0, 3], book.Preview(renamed).ReasonMoves.Select(m => m.Row).Order());
        Assert.Same(policy, book.Preview(renamed).PolicyBefore);
    }

    /// <summary>Who was graded one star the day before is not given three the next day.</summary>
    [Fact]
    public void Write_GradesOfTheDayBefore_AreAFactThatTheNextGradingReads()
    {
        var before = new ChoiceFact<Star>("star-before", ("上次星级", "stars before"));
        var table = new FactTable(Schema.With(before));
        table.AddRange([500, 0, 0], new FactMap<int>().Whole(Diners, diners => diners));
        table.Set(2, Closed.Of(true));
        var book = new GradeBook<Star>(table, Scale);
        book.Regrade(Grader);

        Assert.Equal(2, book.Grades.Write(table, before));
        Assert.Equal([Star.One, Star.Three, Star.None], Enumerable.Range(0, 3).Select(row => before.In(table[row])));
        Assert.Equal(0, book.Grades.Write(table, before));

        table.Set(0, Diners.Of(0));
        book.Regrade(new Grader<Star>(Builder("2").Rule("rising", Star.Two, before.Is(Star.One), ("前次为一星", "one star before"), Basis).Build()));
        Assert.Equal([Star.Two, Star.Three, null], Enumerable.Range(0, 3).Select(row => book.Grades[row].FindGrade()));

        // A row that the sheet does not have was not graded; a table with fewer rows is another.
        var (longer, shorter) = (new FactTable(table.Schema), new FactTable(table.Schema));
        longer.AddRange([0, 0, 0, 0], new FactMap<int>().Whole(Diners, diners => diners));
        Assert.Equal(2, book.Grades.Write(longer, before));
        Assert.Equal(Star.None, before.In(longer[3]));
        Assert.Throws<ArgumentException>(() => book.Grades.Write(shorter, before));
    }

    private enum FromZero { Good = 0, Bad = 1 }

    [Fact]
    public void Write_AGradeNumberedZero_IsRefused()
    {
        var before = new ChoiceFact<FromZero>("before", ("上次", "before"));
        var table = new FactTable(new FactSchema([before]));
        var book = new GradeBook<FromZero>(table, new GradeScale<FromZero>((FromZero.Good, ("好", "good")), (FromZero.Bad, ("差", "bad"))));

        Assert.StartsWith(
            "FromZero.Good is numbered 0, which means \"not stated\" in 'before'. Number the grades from 1.",
            Assert.Throws<ArgumentException>(() => book.Grades.Write(table, before)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regrade_FirstTime_EntersEveryRowAndMovesNone()
    {
        var book = Book(0, 500, 100);

        var regrading = book.Regrade(Grader);

        Assert.True(regrading.IsFull);
        Assert.Equal((3, 2L, 1L, 0L), (regrading.Examined, regrading.Matrix.Entered(Star.Three), regrading.Matrix.Entered(Star.One), regrading.Matrix.Moved));
        Assert.Empty(regrading.Moves);
        Assert.Same(Policy, regrading.Policy);
        Assert.Same(Policy, book.Policy);
    }

    [Fact]
    public void Regrade_AfterChanges_LooksAtThoseRowsAndListsTheMoves()
    {
        var book = Book(0, 500, 100, 0);
        book.Regrade(Grader);
        book.Table.Set(0, Diners.Of(600));
        book.Table.Set(1, Closed.Of(true));
        book.Table.Set(2, Diners.Of(101));
        book.Table.Add(new FactRecord(Diners.Of(700)));

        var regrading = book.Regrade(Grader);

        Assert.False(regrading.IsFull);
        Assert.Equal(4, regrading.Examined);
        Assert.Equal([(0, Star.Three, Star.One), (1, Star.One, null)], regrading.Moves.Select(m => (m.Row, m.From.FindGrade()!.Value, m.To.FindGrade())));
        Assert.Equal(
            (1L, 1L, 1L, 1L, 2L),
            (regrading.Matrix[Star.Three, Star.One], regrading.Matrix[Star.One, null], regrading.Matrix[Star.Three, Star.Three], regrading.Matrix.Entered(Star.One), regrading.Matrix.Moved));
        Assert.Throws<ArgumentOutOfRangeException>(() => regrading.Matrix[Star.None, null]);
    }

    [Fact]
    public void Regrade_ByADraft_LooksAtEveryRow()
    {
        var book = Book(0, 500, 100, 400);
        book.Regrade(Grader);
        var draft = Policy.Draft("2").Without("many-diners").Rule("many-diners", Star.One, Diners >= 400, ("四百人以上", "400 and more"), Basis).Build();

        var regrading = book.Regrade(new Grader<Star>(draft));

        Assert.True(regrading.IsFull);
        Assert.Equal(4, regrading.Examined);
        Assert.Equal(3, Assert.Single(regrading.Moves).Row);
        Assert.Equal("2", book.Policy!.Version);
        Assert.Equal(0, book.Regrade(new Grader<Star>(draft)).Matrix.Moved);
    }

    [Fact]
    public void Regrade_MoreChangesThanTheTableRemembers_LooksAtEveryRow()
    {
        var book = Book(0, 0, 0);
        book.Regrade(Grader);
        for (var i = 0; i < 3_000; i++)
        {
            book.Table.Set(1, Diners.Of(i % 2 == 0 ? 600 : 1));
        }

        book.Table.Set(2, Diners.Of(600));
        var regrading = book.Regrade(Grader);

        Assert.True(regrading.IsFull);
        Assert.Equal(2, Assert.Single(regrading.Moves).Row);
    }

    [Fact]
    public void Regrade_OtherScale_IsRefusedAndNothingChanges()
    {
        var book = Book(0);
        var other = GradingPolicy.Define("other", "1", ("另", "other"), new GradeScale<Star>((Star.One, default), (Star.Two, default)))
            .Otherwise(Star.One, ("其他", "others"), Basis).Build();

        Assert.Equal(
            "'other 1' orders One, Two, the book Three, Two, One. (Parameter 'grader')",
            Assert.Throws<ArgumentException>(() => book.Regrade(new Grader<Star>(other))).Message);
        Assert.Equal(default, book.Grades[0]);
        Assert.Null(book.Policy);
    }

    [Fact]
    public void Regrade_ByAPolicyNotInForce_IsRefusedAndPreviewTriesIt()
    {
        var (first, end) = (new LocalDate(2027, 1, 1), new LocalDate(2028, 1, 1));
        var draft = new Grader<Star>(Policy.Draft("2027").InForce(first, end).Build());
        var book = Book(0, 500);
        book.Regrade(Grader);

        Assert.Equal(
            "'stars 2027' is not in force on 2026-12-31, but from 2027-01-01 until before 2028-01-01. (Parameter 'grader')",
            Assert.Throws<ArgumentException>(() => book.Regrade(draft, first.PlusDays(-1))).Message);
        Assert.Throws<ArgumentException>(() => book.Regrade(draft, end));
        Assert.Same(Policy, book.Policy);
        Assert.Equal(2, book.Preview(draft).Examined);
        Assert.True(book.Regrade(draft, first).IsFull);
        Assert.Equal(0, book.Regrade(draft, end.PlusDays(-1)).Examined);
        Assert.StartsWith(
            "'stars 2' is not in force on 2027-01-01, but until before 2027-01-01.",
            Assert.Throws<ArgumentException>(() => book.Regrade(new Grader<Star>(Policy.Draft("2").InForce(LocalDate.MinIsoValue, first).Build()), first)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regrade_ByAPolicyOfAnotherKey_IsRefusedAndNothingChanges()
    {
        var other = new Grader<Star>(GradingPolicy.Define("other", "1", ("另", "other"), Policy.Scale).Otherwise(Star.One, ("其他", "others"), Basis).Build());
        var book = Book(0, 500);
        book.Regrade(Grader);
        var before = book.Grades[1];

        Assert.Equal(
            "'other 1' is no version of 'stars', by which this book is kept; another policy has a book of its own. (Parameter 'grader')",
            Assert.Throws<ArgumentException>(() => book.Regrade(other)).Message);
        Assert.Equal((before, Policy), (book.Grades[1], book.Policy));
        Assert.Equal(2, book.Preview(other).Examined);
    }

    [Fact]
    public void Explain_BeforeTheFirstRegrading_IsRefused()
    {
        var book = Book(500);

        Assert.Equal("Nothing was graded yet; call Regrade.", Assert.Throws<InvalidOperationException>(() => book.Explain(0)).Message);
        book.Regrade(Grader);
        Assert.Equal(Star.One, book.Explain(0).Decision.Grade);
        Assert.Throws<ArgumentOutOfRangeException>(() => book.Explain(1));
    }

    [Fact]
    public void CountByArea_EveryArea_IsTheNaiveCountOfAllInside()
    {
        var areas = NationalAreas.Wenjiang();
        var register = new BusinessRegister(areas);
        foreach (var (index, area) in areas.Areas.Concat(areas.Areas).Index())
        {
            register.Add(new Business(new BusinessId($"b{index}"), "食堂", area.Code, BusinessType.SchoolCanteen)
            {
                Profile = new OperatingProfile { DinersPerMeal = index * 37 % 4_000 },
                Status = index % 11 == 0 ? OperatingStatus.Closed : OperatingStatus.Operating,
            });
        }

        var book = new GradeBook<Tier>(register.Facts, Tiers.Scale);
        book.Regrade(new Grader<Tier>(TierPolicies.SizeAndDiners2022));
        register.Add(new Business(new BusinessId("late"), "食堂", areas.At(areas.Count - 1).Code, BusinessType.SchoolCanteen));

        var counts = book.Grades.CountByArea(areas);

        foreach (var area in areas.Areas)
        {
            var inside = Enumerable.Range(0, register.Count).Where(row => area.Contains(areas[register.At(row).Area])).Select(row => book.Grades[row]).ToList();
            var count = counts[area.Code];
            Assert.All(Tiers.Scale.MildestFirst, tier => Assert.Equal(inside.Count(d => d.FindGrade() == tier), count[tier]));
            Assert.Equal(inside.Count(d => d.State == GradingState.NotGraded), count.NotGraded);
            Assert.Equal(inside.Count(d => d.State == GradingState.NotDecided), count.NotDecided);
            Assert.Equal(inside.Count, count.Total);
        }

        Assert.Throws<AreaNotFoundException>(() => counts[AreaCode.Parse("11")]);
    }

    [Fact]
    public void CountByArea_RowWithoutAnArea_IsRefused()
    {
        var book = Book(0);

        Assert.Equal(
            "Row 0 has the group -1; allowed are the ordinals 0 to 106. (Parameter 'areas')",
            Assert.Throws<ArgumentException>(() => book.Grades.CountByArea(NationalAreas.Wenjiang())).Message);
    }

    private static GradeBook<Star> Book(params int[] diners)
    {
        var table = new FactTable(Schema);
        foreach (var number in diners)
        {
            table.Add(new FactRecord(Diners.Of(number)));
        }

        return new GradeBook<Star>(table, Scale);
    }
}
