using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using static FoodSafety.Domain.Tests.Grading.GradingSamples;

namespace FoodSafety.Domain.Tests.Grading;

public class GraderTests
{
    [Theory]
    [InlineData(9, 0, Star.Three, "otherwise")]
    [InlineData(100, 50, Star.Three, "otherwise")]
    [InlineData(100, 50.1, Star.Two, "points")]
    [InlineData(9, 1_000, Star.Three, "otherwise")]
    [InlineData(9, 1_000.1, Star.Two, "large")]
    [InlineData(499, 1_000.1, Star.Two, "points")]
    [InlineData(500, 0, Star.One, "many-diners")]
    [InlineData(500, 1_000.1, Star.One, "many-diners")]
    public void Grade_StrictestRuleWins_AndOfEqualsTheFirst(int diners, double area, Star grade, string clause)
    {
        var decision = Grader.Grade(new FactRecord(Diners.Of(diners), Area.Of((decimal)area), Award.Of(false)));

        Assert.Equal((GradingState.Graded, grade, clause), (decision.State, decision.Grade, Policy.ClauseOf(decision).Id));
    }

    [Theory]
    [InlineData(0, true, false, Star.Two)]
    [InlineData(0, false, true, Star.Three)]
    [InlineData(0, true, true, Star.Three)]
    [InlineData(500, true, false, Star.One)]
    [InlineData(500, true, true, Star.Two)]
    [InlineData(500, false, true, Star.Three)]
    public void Grade_Adjustments_AreAddedAndStopAtTheEnds(int diners, bool lapse, bool award, Star grade)
    {
        var decision = Grader.Grade(new FactRecord(Diners.Of(diners), Lapse.Of(lapse), Award.Of(award)));

        Assert.Equal(grade, decision.Grade);
        Assert.Equal(diners == 500 ? "many-diners" : "otherwise", Policy.ClauseOf(decision).Id);
    }

    /// <summary>Steps first, then the ceiling, then the floor, which is the stricter of two that exclude each other; whatever the order in which they are written.</summary>
    [Theory]
    [InlineData(0, true, false, false, Star.Two)]
    [InlineData(0, true, false, true, Star.One)]
    [InlineData(500, false, false, false, Star.One)]
    [InlineData(500, true, true, false, Star.Two)]
    [InlineData(500, true, true, true, Star.One)]
    [InlineData(100, false, true, false, Star.Two)]
    [InlineData(100, false, true, true, Star.One)]
    public void Grade_Bounds_ComeAfterStepsAndTheFloorWins(int diners, bool lapse, bool award, bool closed, Star grade)
    {
        var start = Start().Otherwise(Star.Three, ("其他", "others"), Basis).Rule("many", Star.One, Diners >= 500, ("多", "many"), Basis).Rule("some", Star.Two, Diners >= 100, ("有", "some"), Basis);
        var policy = start.AtLeast("floor", Star.One, Closed, ("下限", "floor"), Basis).AtMost("ceiling", Star.Two, Award, ("上限", "ceiling"), Basis)
            .Adjust("step", 1, Lapse, ("从严", "step"), Basis).Build();
        var turned = policy.Draft("2").Without("floor").AtLeast("floor", Star.One, Closed, ("下限", "floor"), Basis).Build();
        var one = new FactRecord(Diners.Of(diners), Lapse.Of(lapse), Award.Of(award), Closed.Of(closed));

        Assert.Equal(grade, new Grader<Star>(policy).Grade(one).Grade);
        Assert.Equal(grade, new Grader<Star>(turned).Grade(one).Grade);
    }

    /// <summary>A final rule comes before all that are not, the stricter ones too; of two final ones the strictest; and nothing adjusts what it gave.</summary>
    [Theory]
    [InlineData(false, false, 500, Star.One, "many")]
    [InlineData(true, false, 500, Star.Two, "lapse")]
    [InlineData(false, true, 500, Star.Three, "award")]
    [InlineData(true, true, 0, Star.Two, "lapse")]
    [InlineData(false, false, 0, Star.Two, "otherwise")]
    public void Grade_FinalRule_DecidesBeforeOthersAndIsNotAdjusted(bool lapse, bool award, int diners, Star grade, string clause)
    {
        var policy = Start().Otherwise(Star.Three, ("其他", "others"), Basis)
            .Rule("many", Star.One, Diners >= 500, ("多", "many"), Basis)
            .Rule("award", Star.Three, Award, ("获奖", "award"), Basis, isFinal: true)
            .Rule("lapse", Star.Two, Lapse, ("严重", "lapse"), Basis, isFinal: true)
            .Adjust("step", 1, Condition.Always, ("从严", "step"), Basis).AtLeast("floor", Star.Two, Condition.Always, ("下限", "floor"), Basis).Build();
        var decision = new Grader<Star>(policy).Grade(new FactRecord(Diners.Of(diners), Lapse.Of(lapse), Award.Of(award)));

        Assert.Equal((grade, clause), (decision.Grade, policy.ClauseOf(decision).Id));
    }

    [Fact]
    public void Grade_ReasonForNoGrade_ComesBeforeEveryRule()
    {
        var decision = Grader.Grade(new FactRecord(Diners.Of(500), Closed.Of(true)));

        Assert.Equal((GradingState.NotGraded, "closed"), (decision.State, Policy.ClauseOf(decision).Id));
        Assert.Null(decision.FindGrade());
        Assert.Equal("NotGraded", decision.ToString());
        Assert.Equal(
            "There is no grade: the state is NotGraded.",
            Assert.Throws<InvalidOperationException>(() => decision.Grade).Message);
    }

    [Fact]
    public void Decision_Default_IsNotDecided()
    {
        GradeDecision<Star> nothing = default;

        Assert.Equal((GradingState.NotDecided, -1, null), (nothing.State, nothing.Clause, nothing.FindGrade()));
        Assert.Throws<InvalidOperationException>(() => nothing.Grade);
    }

    [Fact]
    public void Grade_TableThatLacksAColumn_IsRefused() => Assert.Equal(
        "There is no column for 'area'. Columns: diners. (Parameter 'fact')",
        Assert.Throws<ArgumentException>(() => Grader.Grade(new FactTable(new FactSchema([Diners])))).Message);

    [Fact]
    public void Grade_EmptyTable_IsAnEmptySheet()
    {
        var sheet = Grader.Grade(new FactTable(Schema));

        Assert.Equal(0, sheet.Count().Total);
        Assert.Throws<ArgumentOutOfRangeException>(() => sheet[0]);
    }

    [Fact]
    public void Sheet_RowAddedOrChangedLater_IsNotDecidedOrKeepsItsDecision()
    {
        var table = new FactTable(Schema);
        table.Add(new FactRecord(Diners.Of(500)));
        var sheet = Grader.Grade(table);
        table.Set(0, Diners.Of(0));
        table.Add(FactRecord.Empty);

        Assert.Equal(Star.One, sheet[0].Grade);
        Assert.Equal(default, sheet[1]);
        Assert.Equal((1L, 0L, 1L, 0L, 2L), (sheet.Count()[Star.One], sheet.Count()[Star.Two], sheet.Count().NotDecided, sheet.Count().NotGraded, sheet.Count().Total));
        Assert.Throws<ArgumentOutOfRangeException>(() => sheet.Count()[Star.None]);
    }

    [Fact]
    public void Grade_SixtyFourGrades_AllCodesAreKeptApart()
    {
        var grades = Enumerable.Range(0, 64).ToArray();
        var scale = new GradeScale<DayOfWeek>([.. grades.Select(i => ((DayOfWeek)i, new BilingualText($"{i}级", $"grade {i}")))]);
        var builder = GradingPolicy.Define("many", "1", ("多", "many"), scale).Otherwise(0, ("其他", "others"), Basis)
            .NotGraded("closed", Closed, ("关闭", "closed"), Basis);
        foreach (var grade in grades.Skip(1))
        {
            builder.Rule($"at-{grade}", (DayOfWeek)grade, Diners >= grade, ("规则", "rule"), Basis);
        }

        var table = new FactTable(Schema);
        foreach (var diners in grades)
        {
            table.Add(new FactRecord(Diners.Of(diners)));
        }

        table.Add(new FactRecord(Diners.Of(63), Closed.Of(true)));
        var sheet = new Grader<DayOfWeek>(builder.Build()).Grade(table);

        Assert.Equal(grades, grades.Select(row => (int)sheet[row].Grade));
        Assert.All(grades, grade => Assert.Equal(1, sheet.Count()[(DayOfWeek)grade]));
        Assert.Equal((1L, 65L), (sheet.Count().NotGraded, sheet.Count().Total));
        Assert.Equal(GradingState.NotGraded, sheet[64].State);
    }

    [Fact]
    public void Null_IsRefusedEverywhere()
    {
        Assert.Throws<ArgumentNullException>(() => new Grader<Star>(null!));
        Assert.Throws<ArgumentNullException>(() => Grader.Grade((IFactSource)null!));
        Assert.Throws<ArgumentNullException>(() => Grader.Grade((FactTable)null!));
        Assert.Throws<ArgumentNullException>(() => Grader.Explain(null!));
    }
}
