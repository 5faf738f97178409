using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>The column engine says what the reference says, however wide it looks and however many threads it uses.</summary>
public class ColumnEngineLaws
{
    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void GradeAll_AnyPolicyAtEachWidth_IsTheReference(int width) => PolicyGen.Any.Sample(
        made =>
        {
            var grader = new Grader<Mark>(made.Policy);
            var sheet = new GradeSheet<Mark>(made.NewTable(), made.Policy.Scale);

            new GradePass<Mark>(grader, sheet, new GradingOptions { MaxThreads = 1 }, (LaneWidth)width).GradeAll();

            for (var row = 0; row < made.Rows.Length; row++)
            {
                Assert.Equal(ReferenceGrader.Grade(made.Policy, made.Rows[row]), ReferenceGrader.Of(sheet[row]));
            }
        },
        iter: LawCases.Usually(1_500), print: made => made.ToString());

    [Fact]
    public void Grade_ManyRowsOnAnyNumberOfThreads_GivesTheSame()
    {
        var cases = PolicyGen.Any.Array[3];
        cases.Sample(
            made =>
            {
                foreach (var one in made.Where(m => m.Rows.Length > 0))
                {
                    var table = Repeated(one, 200_000);
                    var grader = new Grader<Mark>(one.Policy);
                    var book = new GradeBook<Mark>(table, one.Policy.Scale);
                    var alone = book.Regrade(grader, new GradingOptions { MaxThreads = 1 });
                    var together = new GradeBook<Mark>(table, one.Policy.Scale);
                    var done = 0;
                    var shared = together.Regrade(grader, new GradingOptions { MaxThreads = 4, Progress = new Counter(rows => done = Math.Max(done, rows)) });

                    Assert.Equal(table.Count, done);
                    Assert.Equal(alone.Matrix.Entered(null), shared.Matrix.Entered(null));
                    Assert.All(one.Policy.Scale.MildestFirst, grade => Assert.Equal(alone.Matrix.Entered(grade), shared.Matrix.Entered(grade)));
                    for (var row = 0; row < table.Count; row += 997)
                    {
                        Assert.Equal(book.Grades[row], together.Grades[row]);
                        Assert.Equal(grader.Grade(table[row]), together.Grades[row]);
                    }
                }
            },
            iter: 4, print: made => string.Join('\n', made.Select(m => m.ToString())));
    }

    [Fact]
    public void Regrade_CustomConditionThrows_ChangesNothingAndThrowsTheSame()
    {
        var number = new NumberFact("number", ("数", "number"), ("个", "units"));
        var breaks = false;
        var custom = Condition.Custom("breaks", ("会出错", "breaks"), source =>
            breaks && number.In(source) == 150_000 ? throw new FormatException("broken on purpose") : number.In(source) % 2 == 0);
        var table = new FactTable(new FactSchema([number]));
        table.AddRange<int>(Enumerable.Range(0, 200_000).ToArray(), new FactMap<int>().Whole(number, i => i));
        var scale = new GradeScale<Mark>((Mark.X, ("甲", "x")), (Mark.Y, ("乙", "y")));
        var basis = Citation.Illustrative(("测试", "a test"));
        var policy = GradingPolicy.Define("custom", "1", ("测试", "a test"), scale).BasedOn(basis);
        var calm = new Grader<Mark>(policy.Rule("even", Mark.Y, custom, ("偶数", "even")).Otherwise(Mark.X, ("其他", "others")).Build());
        var book = new GradeBook<Mark>(table, scale);
        book.Regrade(calm);
        var before = Enumerable.Range(0, table.Count).Select(row => book.Grades[row]).ToArray();

        breaks = true;
        var other = new Grader<Mark>(policy.Otherwise(Mark.Y, ("其他", "others")).Build());
        foreach (var threads in new[] { 1, 2 })
        {
            var failed = Assert.Throws<CustomConditionException>(() => book.Regrade(other, new GradingOptions { MaxThreads = threads }));
            Assert.Equal("broken on purpose", Assert.IsType<FormatException>(failed.InnerException).Message);
            Assert.Equal((custom, 150_000), (failed.Condition, failed.Row));
            Assert.Equal(before, Enumerable.Range(0, table.Count).Select(row => book.Grades[row]));
            Assert.Same(calm.Policy, book.Policy);
        }
    }

    [Fact]
    public void GradeAll_CustomCondition_IsShownEachRowOnceWithItsNumberAndAllItsFacts() => PolicyGen.Any.Sample(
        made =>
        {
            var facts = made.Schema.Facts;
            var asked = new int[made.Rows.Length];
            var custom = Condition.Custom("looks", ("查看", "looks"), source =>
            {
                var row = (FactRow)source;
                asked[row.Row]++;
                // There and back: more facts than the row remembers, and one of them twice in a row.
                return facts.Concat(facts.Reverse()).All(fact => row.Read(fact) == made.Rows[row.Row].Read(fact)) && row.Row % 3 == 0;
            });
            var scale = new GradeScale<Mark>((Mark.X, ("甲", "x")), (Mark.Y, ("乙", "y")));
            var policy = PolicyCase.Define(scale).BasedOn(PolicyCase.TestBasis).Rule("looked", Mark.Y, custom, ("查看", "looks")).Otherwise(Mark.X, ("其他", "others")).Build();

            var sheet = new Grader<Mark>(policy).Grade(made.NewTable());

            Assert.All(asked, times => Assert.Equal(1, times));
            Assert.All(Enumerable.Range(0, made.Rows.Length), row => Assert.Equal(row % 3 == 0 ? Mark.Y : Mark.X, sheet[row].Grade));
        },
        iter: 300, print: made => made.ToString());

    [Fact]
    public void Sheet_RowsAddedSince_AreReadWithoutMakingRoomForThem()
    {
        var number = new NumberFact("number", ("数", "number"), ("个", "units"));
        var part = new ChoiceFact<Mark>("part", ("分区", "part"));
        var table = new FactTable(new FactSchema([number, part], part));
        table.Add(FactRecord.Empty);
        var scale = new GradeScale<Mark>((Mark.X, ("甲", "x")), (Mark.Y, ("乙", "y")));
        var policy = PolicyCase.Define(scale).Otherwise(Mark.Y, ("全部", "all"), PolicyCase.TestBasis).Build();
        var sheet = new Grader<Mark>(policy).Grade(table);
        for (var row = 1; row < 500; row++)
        {
            table.Add(new FactRecord(part.Of(row % 2 == 0 ? default : Mark.Z)));
        }

        _ = (sheet[0], sheet.Count());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var row = 0; row < 500; row++)
        {
            Assert.True(sheet[row].State == (row == 0 ? GradingState.Graded : GradingState.NotDecided));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal((1L, 499L), (sheet.Count()[Mark.Y], sheet.Count().NotDecided));
    }

    [Fact]
    public void Regrade_Cancelled_ChangesNothing()
    {
        var number = new NumberFact("number", ("数", "number"), ("个", "units"));
        var table = new FactTable(new FactSchema([number]));
        table.AddRange<int>(Enumerable.Range(0, 100_000).ToArray(), new FactMap<int>().Whole(number, i => i));
        var scale = new GradeScale<Mark>((Mark.X, ("甲", "x")), (Mark.Y, ("乙", "y")));
        var policy = GradingPolicy.Define("plain", "1", ("测试", "a test"), scale).BasedOn(Citation.Illustrative(("测试", "a test")))
            .Rule("large", Mark.Y, number >= 50_000, ("大", "large")).Otherwise(Mark.X, ("小", "small")).Build();
        var book = new GradeBook<Mark>(table, scale);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        foreach (var threads in new[] { 1, 2 })
        {
            Assert.ThrowsAny<OperationCanceledException>(
                () => book.Regrade(new Grader<Mark>(policy), new GradingOptions { MaxThreads = threads, Cancellation = cancelled.Token }));
        }

        Assert.Null(book.Policy);
        Assert.Equal(table.Count, book.Grades.Count().NotDecided);
    }

    [Fact]
    public void Regrade_WarmOnOneThread_AllocatesNothingPerRow()
    {
        var number = new NumberFact("number", ("数", "number"), ("个", "units"));
        var table = new FactTable(new FactSchema([number]));
        table.AddRange<int>(Enumerable.Range(0, 500_000).ToArray(), new FactMap<int>().Whole(number, i => i));
        var scale = new GradeScale<Mark>((Mark.X, ("甲", "x")), (Mark.Y, ("乙", "y")));
        var policy = GradingPolicy.Define("plain", "1", ("测试", "a test"), scale).BasedOn(Citation.Illustrative(("测试", "a test")))
            .Rule("large", Mark.Y, number >= 250_000, ("大", "large")).Otherwise(Mark.X, ("小", "small")).Build();
        Grader<Mark>[] graders = [new(policy), new(policy)];
        var book = new GradeBook<Mark>(table, scale);
        var options = new GradingOptions { MaxThreads = 1 };
        book.Regrade(graders[0], options);
        book.Regrade(graders[1], options);

        var before = GC.GetAllocatedBytesForCurrentThread();
        book.Regrade(graders[0], options);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, 20_000);
    }

    [Fact]
    public void Regrade_SegmentThatShrankAndGrewAgain_EntersTheNewRows()
    {
        var flag = new ChoiceFact<Mark>("part", ("分区", "part"));
        var table = new FactTable(new FactSchema([flag], flag));
        for (var row = 0; row < 200; row++)
        {
            table.Add(new FactRecord(flag.Of(Mark.X)));
        }

        var scale = new GradeScale<Mark>((Mark.X, ("甲", "x")), (Mark.Y, ("乙", "y")));
        var policy = GradingPolicy.Define("plain", "1", ("测试", "a test"), scale).BasedOn(Citation.Illustrative(("测试", "a test")))
            .Otherwise(Mark.Y, ("全部", "all")).Build();
        var book = new GradeBook<Mark>(table, scale);
        book.Regrade(new Grader<Mark>(policy));
        book.Regrade(new Grader<Mark>(policy));
        for (var row = 50; row < 200; row++)
        {
            table.Set(row, flag.Of(Mark.Y));
        }

        book.Regrade(new Grader<Mark>(policy));
        for (var row = 200; row < 300; row++)
        {
            table.Add(new FactRecord(flag.Of(Mark.X)));
        }

        Assert.Equal(100, book.Grades.Count().NotDecided);
        Assert.Equal(100, book.Regrade(new Grader<Mark>(policy)).Matrix.Entered(Mark.Y));
    }

    private static FactTable Repeated(PolicyCase made, int rows)
    {
        var table = new FactTable(made.Schema);
        for (var row = 0; row < rows; row++)
        {
            table.Add(made.Rows[row % made.Rows.Length]);
        }

        return table;
    }

    private sealed class Counter(Action<int> report) : IProgress<int>
    {
        public void Report(int value)
        {
            lock (this)
            {
                report(value);
            }
        }
    }
}
