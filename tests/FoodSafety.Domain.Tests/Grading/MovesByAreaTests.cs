using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Grading;

public class MovesByAreaTests
{
    private static readonly AreaTree Areas = AreaTree.Build(
        [new("510115", "温江区"), new("510115001", "柳城街道"), new("510115001001", "东街社区"), new("510115002", "天府街道")]);

    private static readonly Grader<Tier> Old = new(Plan.Define()
        .Closed("works", Plan.Type.Is(Plan.Kind.Works)).With("big", Tier.A, Plan.Diners >= 500).With("special", Tier.B, Plan.Special).OrElse(Tier.D));

    private static readonly Grader<Tier> Draft = new(Old.Policy.Draft("2")
        .Without("works").Without("big").With("big", Tier.A, Plan.Diners >= 400).With("staff", Tier.C, Plan.Staff >= 10).Build());

    private static readonly FactSchema Schema = new([Plan.Type, Plan.Diners, Plan.Staff, Plan.Special], Plan.Type);

    private static readonly Gen<FactTable> Tables = (
        from kind in Gen.Enum<Plan.Kind>()
        from diners in Gen.Int[395, 505]
        from staff in Gen.Int[8, 12]
        from special in Gen.Bool
        from area in Gen.Int[0, Areas.Count - 1]
        select (new FactRecord(Plan.Type.Of(kind), Plan.Diners.Of(diners), Plan.Staff.Of(staff), Plan.Special.Of(special)), area))
        .Array[0, 200].Select(rows =>
        {
            var table = new FactTable(Schema);
            foreach (var (facts, area) in rows)
            {
                table.Add(facts, area);
            }

            return table;
        });

    [Fact]
    public void Preview_Draft_IsWhatItsRegradingMovesAndLeavesTheBookAlone() => Tables.Sample(table =>
    {
        var (book, other) = (new GradeBook<Tier>(table, Tiers.Scale), new GradeBook<Tier>(table, Tiers.Scale));
        book.Regrade(Old);
        other.Regrade(Old);
        var before = Enumerable.Range(0, table.Count).Select(row => book.Grades[row]).ToArray();

        var preview = book.Preview(Draft);
        var regrading = other.Regrade(Draft);

        Assert.Equal(regrading.Moves, preview.Moves);
        AssertSame(regrading.Matrix, preview.Matrix);
        Assert.Equal(before, Enumerable.Range(0, table.Count).Select(row => book.Grades[row]));
        Assert.Same(Old.Policy, book.Policy);
        Assert.Equal(0, book.Regrade(Old).Examined);
    }, iter: 300);

    [Fact]
    public void CountByArea_AnyTable_CountsThoseThatMoveInEachAreaAndAllInsideIt() => Tables.Sample(table =>
    {
        var book = new GradeBook<Tier>(table, Tiers.Scale);
        book.Regrade(Old);

        var preview = book.Preview(Draft);

        var byArea = preview.CountByArea(Areas);
        foreach (var area in Areas.Areas)
        {
            var inside = preview.Moves.Where(move => area.Contains(Areas.At(table.GroupOf(move.Row)))).ToList();
            Assert.Equal(inside.Count, byArea[area.Code].Moved);
            Assert.All(
                inside.GroupBy(move => (From: move.From.FindGrade(), To: move.To.FindGrade())),
                moves => Assert.Equal(moves.Count(), byArea[area.Code][moves.Key.From, moves.Key.To]));
        }
    }, iter: 200);

    [Fact]
    public void Preview_RowsNobodyGradedYet_EnterAndDoNotMove()
    {
        var table = new FactTable(Schema);
        var book = new GradeBook<Tier>(table, Tiers.Scale);
        table.Add(new FactRecord(Plan.Diners.Of(450)));
        book.Regrade(Old);
        table.Add(new FactRecord(Plan.Diners.Of(450)));

        var preview = book.Preview(Draft);

        Assert.Equal((1, 1), (preview.Matrix[Tier.D, Tier.A], preview.Matrix.Entered(Tier.A)));
        Assert.Equal(0, Assert.Single(preview.Moves).Row);
        Assert.Equal(GradingState.NotDecided, book.Grades[1].State);
    }

    [Fact]
    public void CountByArea_MoverWithoutAnArea_IsRefused()
    {
        var table = new FactTable(Schema);
        table.Add(new FactRecord(Plan.Diners.Of(450)));
        var book = new GradeBook<Tier>(table, Tiers.Scale);
        book.Regrade(Old);

        var e = Assert.Throws<ArgumentException>(() => book.Preview(Draft).CountByArea(Areas));

        Assert.Equal("Row 0 has the group -1; allowed are the ordinals 0 to 3. (Parameter 'areas')", e.Message);
    }

    private static void AssertSame(TransitionMatrix<Tier> expected, TransitionMatrix<Tier> actual)
    {
        Tier?[] grades = [null, Tier.A, Tier.B, Tier.C, Tier.D];
        Assert.All(grades, to => Assert.Equal(expected.Entered(to), actual.Entered(to)));
        Assert.All(grades, from => Assert.All(grades, to => Assert.Equal(expected[from, to], actual[from, to])));
    }
}
