using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>A pass changes the decisions at its end or not at all, and then to what the policy says of each row.</summary>
public class GradePassLaws
{
    // Enough rows for four threads, in segments of which one is shorter than a word, one than a block, and none ends with a word.
    private static readonly (int Pattern, Mark Part)[] Rows = [.. Enumerable.Range(0, 200_003).Select(row =>
        ((int)(row * 40_503L >> 5 & (PatternPolicies.Patterns - 1)), row < 50 ? Mark.U : row < 3_000 ? Mark.V : row % 5 == 0 ? Mark.W : Mark.X))];

    private static readonly Lazy<FactTable> Table = new(() =>
    {
        var table = new FactTable(PatternPolicies.Schema);
        table.AddRange(Rows, PatternPolicies.Map);
        return table;
    });

    /// <summary>The widths, and numbers of grades and clauses whose planes take one, two and three lines of 64 bytes; 31 clauses are the most that one line holds.</summary>
    public static TheoryData<int, int, int, int> Shapes()
    {
        var data = new TheoryData<int, int, int, int>();
        foreach (var width in (int[])[0, 128, 256, 512])
        {
            data.Add(width, 4, 31, 8);
            data.Add(width, 4, 32, 16);
            data.Add(width, 64, 512, 24);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void GradeAll_PreviewedCancelledOrThrowing_LeavesEveryBitOfThePlanes(int width, int grades, int clauses, int stride)
    {
        var policies = new PatternPolicies(grades, clauses);
        var broken = -1;
        var custom = Condition.Custom("breaks", ("会出错", "breaks"), source =>
            broken >= 0 && ((FactRow)source).Row == broken ? throw new FormatException("broken on purpose") : false);
        var (first, second) = (new Grader<Level>(policies.Policy(0)), new Grader<Level>(policies.Policy(1, custom)));
        foreach (var threads in (int[])(stride < 24 ? [1, 2, 3, 4] : [1, 4]))
        {
            broken = -1;
            var sheet = new GradeSheet<Level>(Table.Value, policies.Scale);
            var options = new GradingOptions { MaxThreads = threads };
            Pass(first, options).GradeAll();
            var standing = Planes(sheet);
            Assert.All(Table.Value.Segments, segment => Assert.Equal(stride, sheet.Planes.Of(segment).Stride));

            var preview = Pass(second, options).GradeAll(accept: false);
            AssertStands(standing, sheet);

            using var cancelling = new CancellationTokenSource();
            var cancelled = options with { Cancellation = cancelling.Token, Progress = new After(threads * 2, cancelling.Cancel) };
            Assert.ThrowsAny<OperationCanceledException>(() => Pass(second, cancelled).GradeAll());
            AssertStands(standing, sheet);

            var reporting = options with { Progress = new After(threads + 3, () => throw new FormatException("nobody listens")) };
            Assert.Equal("nobody listens", Assert.Throws<FormatException>(() => Pass(second, reporting).GradeAll()).Message);
            AssertStands(standing, sheet);

            broken = Rows.Length - threads * 7;
            Assert.Equal(broken, Assert.Throws<CustomConditionException>(() => Pass(second, options).GradeAll()).Row);
            AssertStands(standing, sheet);
            AssertDecided(policies, 0, sheet);

            broken = -1;
            var accepted = Pass(second, options).GradeAll();
            AssertDecided(policies, 1, sheet);
            Assert.Equal(preview.Matrix, accepted.Matrix);
            var moves = new GradeMoves<Level>(accepted.Moves, policies.Scale).ToList();
            Assert.True(moves.SequenceEqual(new GradeMoves<Level>(preview.Moves, policies.Scale)));
            Assert.True(moves.OrderBy(move => move.Row).SequenceEqual(
                Rows.Index().Select(row => new GradeMove<Level>(row.Index, policies.Decide(0, row.Item.Pattern), policies.Decide(1, row.Item.Pattern)))
                    .Where(move => move.From.FindGrade() != move.To.FindGrade())));

            GradePass<Level> Pass(Grader<Level> grader, GradingOptions with) => new(grader, sheet, with, (LaneWidth)width);
        }
    }

    /// <summary>Lines of one unit become lines of two, and of two become lines of three, with decisions in all of them.</summary>
    [Theory]
    [InlineData(4, 31, 300, 900)]
    [InlineData(64, 200, 300, 600)]
    public void GradeAll_PoliciesOfMoreAndOfFewerClauses_LeaveNothingOfEachOther(int grades, int fewClauses, int moreClauses, int manyClauses)
    {
        PatternPolicies few = new(grades, fewClauses), more = new(grades, moreClauses), many = new(grades, manyClauses);
        PatternPolicies[] order = [few, more, many, more, few, many, few];
        var sheet = new GradeSheet<Level>(Table.Value, few.Scale);
        for (var i = 0; i < order.Length; i++)
        {
            var grader = new Grader<Level>(order[i].Policy(i));

            new GradePass<Level>(grader, sheet, GradingOptions.Default, LaneWidths.Best).GradeAll(accept: false);
            if (i > 0)
            {
                // Also where the preview had to widen the planes.
                AssertDecided(order[i - 1], i - 1, sheet);
            }

            new GradePass<Level>(grader, sheet, GradingOptions.Default, LaneWidths.Best).GradeAll();
            AssertDecided(order[i], i, sheet);
        }
    }

    /// <summary>A clause of which the number differs from the former one only in bits beyond those that the first 64 bytes of a word hold.</summary>
    [Fact]
    public void GradeAll_ClauseOfOneRowMovesByAMultipleOf32_IsKept()
    {
        var number = new NumberFact("number", ("数", "number"), ("个", "units"), maximum: 1_000);
        var table = new FactTable(new FactSchema([number]));
        table.Add(new FactRecord(number.Of(5)));
        var scale = new GradeScale<Mark>((Mark.U, ("甲", "u")), (Mark.V, ("乙", "v")), (Mark.W, ("丙", "w")), (Mark.X, ("丁", "x")));
        var sheet = new GradeSheet<Mark>(table, scale);
        foreach (var place in (int[])[5, 37, 69, 5, 197, 101])
        {
            var builder = PolicyCase.Define(scale).BasedOn(PolicyCase.TestBasis);
            for (var clause = 0; clause < 200; clause++)
            {
                builder.Rule($"rule-{clause}", Mark.W, number.Is(clause == place ? 5 : 300 + clause), ("规则", "rule"));
            }

            var grader = new Grader<Mark>(builder.Otherwise(Mark.U, ("其他", "others")).Build());
            new GradePass<Mark>(grader, sheet, GradingOptions.Default, LaneWidths.Best).GradeAll();

            Assert.Equal((Mark.W, place), (sheet[0].Grade, sheet[0].Clause));
        }
    }

    /// <summary>
    /// Any order of changes, additions, rows that go to other segments and come back, whole segments that empty and fill, passes over
    /// all and over the changed rows, previews and passes that fail: each row keeps its decision until a pass decides it anew.
    /// </summary>
    [Fact]
    public void Regrade_AnyHistoryOfTheTable_DecidesWhatItGradesAndKeepsTheRest() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, int.MaxValue]).Sample(
            (shape, seed) =>
            {
                var (grades, clauses) = new[] { (5, 25), (4, 31), (4, 32), (5, 200), (64, 600) }[shape];
                new History(new PatternPolicies(grades, clauses), new Random(seed)).Run(steps: 40);
            },
            iter: 40);

    private static void AssertDecided(PatternPolicies policies, int number, GradeSheet<Level> sheet)
    {
        for (var row = 0; row < Rows.Length; row++)
        {
            if (sheet[row] != policies.Decide(number, Rows[row].Pattern))
            {
                Assert.Equal(policies.Decide(number, Rows[row].Pattern), sheet[row]);
            }
        }
    }

    private static void AssertStands(List<ulong[]> expected, GradeSheet<Level> sheet)
    {
        foreach (var (planes, now) in expected.Zip(Planes(sheet)))
        {
            Assert.True(planes.AsSpan().SequenceEqual(now), "A bit of the planes changed.");
        }
    }

    private static List<ulong[]> Planes(GradeSheet<Level> sheet) => [.. sheet.Table.Segments.Select(segment => sheet.Planes.Of(segment).Lines.ToArray())];

    /// <summary>Does something at the report of a number, of whichever thread.</summary>
    private sealed class After(int reports, Action act) : IProgress<int>
    {
        private int _left = reports;

        public void Report(int value)
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                act();
            }
        }
    }

    /// <summary>A book and its plain model, that go through the same.</summary>
    private sealed class History
    {
        private static readonly Mark[] Parts = Enum.GetValues<Mark>();

        private readonly PatternPolicies _policies;
        private readonly Random _random;
        private readonly GradeBook<Level> _book;
        private readonly Grader<Level>[] _graders;
        private readonly List<(int Pattern, Mark Part)> _rows = [];
        private readonly List<GradeDecision<Level>> _decided = [];
        private readonly HashSet<int> _changed = [];
        private int _last = -1;
        private bool _breaks;

        public History(PatternPolicies policies, Random random)
        {
            _policies = policies;
            _random = random;
            _book = new GradeBook<Level>(new FactTable(PatternPolicies.Schema), policies.Scale);
            var custom = Condition.Custom("breaks", ("会出错", "breaks"), _ => _breaks ? throw new FormatException("broken on purpose") : false);
            _graders = [.. Enumerable.Range(0, 3).Select(number => new Grader<Level>(policies.Policy(number, custom)))];
        }

        public void Run(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                Step();
                Assert.Equal(_decided, Enumerable.Range(0, _rows.Count).Select(row => _book.Grades[row]));
                AssertNothingBeyondTheRows();
                Assert.Equal(_decided.Count(decision => decision.State == GradingState.NotDecided), _book.Grades.Count().NotDecided);
            }
        }

        /// <summary>Who comes next to stand in a slot must find it empty.</summary>
        private void AssertNothingBeyondTheRows()
        {
            foreach (var segment in _book.Table.Segments)
            {
                var planes = _book.Grades.Planes.Of(segment);
                for (var slot = segment.Count; slot < segment.Capacity; slot++)
                {
                    Assert.Equal(0, planes.Read(slot));
                }
            }
        }

        private void Step()
        {
            switch (_random.Next(10))
            {
                case 0:
                    Add([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Row())]);
                    break;
                case 1:
                    Add([.. Enumerable.Range(0, _random.Next(200)).Select(_ => Row())]);
                    break;
                case 2 or 3:
                    for (var left = _random.Next(_rows.Count == 0 ? 1 : 20); left > 0; left--)
                    {
                        Change(_random.Next(_rows.Count), Row());
                    }

                    break;
                case 4:
                    var (from, to) = (Parts[_random.Next(Parts.Length)], Parts[_random.Next(Parts.Length)]);
                    foreach (var (row, (pattern, _)) in _rows.Index().Where(row => row.Item.Part == from).ToList())
                    {
                        Change(row, (pattern, to));
                    }

                    break;
                case 5:
                    _book.Preview(_graders[_random.Next(_graders.Length)]);
                    break;
                case 6:
                    Fail();
                    break;
                default:
                    // Mostly the same grader again, which looks only at what changed.
                    Regrade(_last >= 0 && _random.Next(3) > 0 ? _last : _random.Next(_graders.Length));
                    break;
            }
        }

        private (int Pattern, Mark Part) Row() => (_random.Next(PatternPolicies.Patterns), Parts[_random.Next(Parts.Length)]);

        private void Add((int Pattern, Mark Part)[] rows)
        {
            _book.Table.AddRange(rows, PatternPolicies.Map);
            _changed.UnionWith(Enumerable.Range(_rows.Count, rows.Length));
            _rows.AddRange(rows);
            _decided.AddRange(rows.Select(_ => default(GradeDecision<Level>)));
        }

        private void Change(int row, (int Pattern, Mark Part) to)
        {
            foreach (var value in (FactValue[])[.. PatternPolicies.Values(to.Pattern), PatternPolicies.Part.Of(to.Part)])
            {
                if (_book.Table.Set(row, value))
                {
                    _changed.Add(row);
                }
            }

            _rows[row] = to;
        }

        private void Fail()
        {
            _breaks = true;
            var number = _last >= 0 && _random.Next(2) == 0 ? _last : _random.Next(_graders.Length);
            if ((number == _last ? _changed.Count : _rows.Count) > 0)
            {
                Assert.Throws<CustomConditionException>(() => _book.Regrade(_graders[number]));
            }

            _breaks = false;
        }

        private void Regrade(int number)
        {
            var before = _decided.ToArray();
            foreach (var row in number == _last ? _changed : Enumerable.Range(0, _rows.Count))
            {
                _decided[row] = _policies.Decide(number, _rows[row].Pattern);
            }

            var regrading = _book.Regrade(_graders[number]);

            Assert.Equal(
                _decided.Index().Select(row => new GradeMove<Level>(row.Index, before[row.Index], row.Item))
                    .Where(move => move.From.State != GradingState.NotDecided && move.From.FindGrade() != move.To.FindGrade()),
                regrading.Moves.OrderBy(move => move.Row));
            Assert.Equal(regrading.Moves.Count, regrading.Matrix.Moved);
            _changed.Clear();
            _last = number;
        }
    }
}
