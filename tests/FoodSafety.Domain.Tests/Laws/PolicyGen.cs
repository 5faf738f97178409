using System.Collections.Immutable;
using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>Generates policies with tables for them: every kind of fact, condition and expression, and values near every threshold.</summary>
/// <remarks>
/// It draws straight from the generator of random numbers and not from combined generators, because thresholds are drawn
/// near the values that occur and because thousands of cases are wanted each second.
/// </remarks>
public sealed class PolicyGen : Gen<PolicyCase>
{
    /// <summary>The general shape: 0 to 300 rows, everything allowed.</summary>
    public static PolicyGen Any { get; } = new();

    /// <summary>At most a dozen rows, for laws that are about the policy.</summary>
    public static PolicyGen Small { get; } = new() { MostRows = 12 };

    /// <summary>No fact is read twice and nothing is opaque, so that the nearest change is certain.</summary>
    public static PolicyGen EachFactOnce { get; } = new() { MostRows = 12, ReadsEachFactOnce = true };

    public int MostRows { get; init; } = 300;

    public bool ReadsEachFactOnce { get; init; }

    public override PolicyCase Generate(PCG pcg, Size? min, out Size size)
    {
        var draw = new PolicyDraw(pcg, this);
        var made = draw.Case();
        size = new Size((ulong)(draw.Nodes * 4 + made.Rows.Length + made.Changes.Length));
        return made;
    }
}

/// <summary>The drawing of one case.</summary>
internal sealed class PolicyDraw(PCG pcg, PolicyGen shape)
{
    // Ranges on both sides of every column width, with and without decimals, and some that a policy rarely has.
    private static readonly (int Decimals, decimal Minimum, decimal Maximum)[] Ranges =
    [
        (0, 0, 1), (0, 0, 20), (0, 0, 255), (0, 0, 256), (0, 0, 1_000), (0, 0, 65_535), (0, 0, 65_536), (0, 0, 10_000_000),
        (0, 0, 4_294_967_295), (0, 0, 4_294_967_296), (0, 0, 1_000_000_000_000), (1, 0, 25.5m), (1, 0, 60), (2, 0, 655.35m),
        (2, 0, 10_000_000), (2, 0, 10_000_000_000_000), (3, 0, 4_294_967.295m), (6, 0, 0.000255m), (6, 0, 0.1m), (0, 7, 9), (0, 250, 260),
        (0, -5, 5), (0, -9, -3), (2, -1.5m, 300), (6, -1_000, 1_000), (0, -1_000_000_000_000, 1_000_000_000_000), (0, 3, 3), (1, 0, 0),
    ];

    private static readonly long[] Edges = [0, 1, 127, 128, 254, 255, 256, 65_534, 65_535, 65_536, uint.MaxValue - 1L, uint.MaxValue, uint.MaxValue + 1L];

    private static readonly int[] WordSizes = [63, 64, 65, 127, 128, 129, 192];

    private static readonly Mark[] Marks = Enum.GetValues<Mark>();

    private static readonly IChoiceFact[] Choices =
    [
        new ChoiceFact<Shade>("shade", ("深浅", "shade")), new ChoiceFact<Colour>("colour", ("颜色", "colour")),
        new ChoiceFact<Sparse>("sparse", ("稀疏", "sparse")), new ChoiceFact<Nothing>("nothing", ("空", "nothing")),
    ];

    private static readonly FlagFact[] Flags = [.. Enumerable.Range(0, 6).Select(i => new FlagFact($"flag-{i}", ($"标志{i}", $"flag {i}")))];

    private readonly List<NumberFact> _numbers = [];
    private readonly List<FlagFact> _flags = [];
    private readonly List<IChoiceFact> _choices = [];
    private readonly List<long[]> _usual = [];
    private readonly List<int> _unstated = [];
    private PolicyRow[] _pool = [];
    private int _clause;

    private enum Shade : byte { Light = 1, Dark = 2 }

    private enum Colour { None = 0, Red = 1, Green = 2, Blue = 3, White = 4, Black = 5 }

    private enum Sparse : long { First = 1, Word = 63, NextWord = 64, LastOfHalf = 127, Half = 128, Late = 200, Last = 255 }

    private enum Nothing : short;

    /// <summary>How many conditions and expressions were made.</summary>
    public int Nodes { get; private set; }

    public PolicyCase Case()
    {
        var schema = Facts();
        var count = RowCount();
        // A few more than the table needs: thresholds are drawn near the values of the pool, also where the table is empty.
        _pool = [.. Enumerable.Range(0, count + 3).Select(_ => Row(schema))];
        var policy = Policy();
        var rows = ImmutableArray.Create(_pool, 0, count);
        return new PolicyCase(policy, schema, rows, count == 0 ? [] : Changes(schema, count));
    }

    private FactSchema Facts()
    {
        var numbers = shape.ReadsEachFactOnce ? 4 + Below(5) : 1 + Below(6);
        for (var i = 0; i < numbers; i++)
        {
            if (Chance(20))
            {
                _numbers.Add(Below(3) switch
                {
                    0 => new NumberFact($"number-{i}", ($"数{i}", $"number {i}"), ("", ""), [0, 5, 10, 15, 20, 25]),
                    1 => new NumberFact($"number-{i}", ($"数{i}", $"number {i}"), ("", ""), [-2.5m, 0.25m, 100, 100_000]),
                    _ => new NumberFact($"number-{i}", ($"数{i}", $"number {i}"), ("", ""), decimals: 1, minimum: -1.5m, maximum: 300, step: 4.5m),
                });
                continue;
            }

            var (decimals, minimum, maximum) = One(Ranges);
            _numbers.Add(new NumberFact($"number-{i}", ($"数{i}", $"number {i}"), ("", ""), decimals, minimum, maximum));
        }

        _flags.AddRange(Flags.Take(Below(shape.ReadsEachFactOnce ? 7 : 4)));
        _choices.AddRange(Choices.Where(_ => Chance(50)));
        IFact[] facts = [.. _numbers, .. _flags, .. _choices];
        Shuffle(facts);
        return new FactSchema(facts, _choices.Count > 0 && Chance(70) ? One(_choices) : null);
    }

    private int RowCount()
    {
        var kind = Below(10);
        var count = kind < 5 ? Below(13) : kind < 8 ? One(WordSizes) : Below(301);
        return Math.Min(count, shape.MostRows);
    }

    private PolicyRow Row(FactSchema schema)
    {
        if (_usual.Count == 0)
        {
            foreach (var fact in schema.Facts)
            {
                _usual.Add(UsualValues(fact));
                // Most facts are stated by all, some by most, a few by none.
                _unstated.Add(One([0, 0, 0, 5, 30, 100]));
            }
        }

        var values = new long[schema.Facts.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(schema, i);
        }

        return new PolicyRow(schema.Facts, values, Below(5) - 1);
    }

    /// <summary>A few values that many rows share, so that thresholds near one row are near many.</summary>
    private long[] UsualValues(IFact fact)
    {
        if (fact is not NumberFact number)
        {
            return [];
        }

        var values = new long[5];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Below(4) switch
            {
                0 => number.Least + Below(2),
                1 => number.Most - Below(2),
                2 => One(Edges),
                _ => Between(number.Least, number.Most),
            };
            values[i] = Nearest(number, values[i]);
        }

        return values;
    }

    private long Value(FactSchema schema, int i) => Chance(_unstated[i]) ? schema.Facts[i].Unstated : Value(schema.Facts[i], _usual[i]);

    private long Value(IFact fact, long[] usual) => fact switch
    {
        NumberFact number when Chance(85) => Nearest(number, One(usual) + Below(3) - 1),
        NumberFact number => number.ValueAt(Between(0, number.Count - 1)),
        FlagFact => Below(2),
        IChoiceFact choice => choice.Values[Below(choice.Values.Count)],
        _ => throw new NotSupportedException(fact.Id),
    };

    /// <summary>The first value that is allowed from one on; the last where there is none.</summary>
    private static long Nearest(NumberFact number, long value) => number.ValueAt(Math.Min(number.NumberOf(value), number.Count - 1));

    private GradingPolicy<Mark> Policy()
    {
        var marks = (Mark[])Marks.Clone();
        Shuffle(marks);
        var scale = new GradeScale<Mark>(
            [.. marks.Take(1 + Below(marks.Length)).Select(mark => (mark, new BilingualText($"{mark} 级", $"mark {mark}")))]);
        var builder = PolicyCase.Define(scale);
        for (var left = Chance(60) ? 0 : 1 + Below(2); left > 0; left--)
        {
            builder.NotGraded(NextId("none"), Condition(2), ("不予分级", "not graded"), PolicyCase.TestBasis);
        }

        for (var left = Below(11); left > 0; left--)
        {
            builder.Rule(NextId("rule"), One(scale.MildestFirst), Condition(3), ("规则", "rule"), PolicyCase.TestBasis, isFinal: Chance(15));
        }

        for (var left = Chance(50) ? 0 : 1 + Below(4); left > 0; left--)
        {
            var steps = Chance(90) ? 1 + Below(2) : 64;
            _ = Below(4) switch
            {
                0 => builder.AtLeast(NextId("floor"), One(scale.MildestFirst), Condition(1), ("下限", "floor"), PolicyCase.TestBasis),
                1 => builder.AtMost(NextId("ceiling"), One(scale.MildestFirst), Condition(1), ("上限", "ceiling"), PolicyCase.TestBasis),
                _ => builder.Adjust(NextId("step"), Chance(50) ? steps : -steps, Condition(1), ("调整", "adjustment"), PolicyCase.TestBasis),
            };
        }

        return builder.Otherwise(One(scale.MildestFirst), ("兜底", "otherwise"), PolicyCase.TestBasis).Build();
    }

    private ImmutableArray<(int, FactValue)> Changes(FactSchema schema, int count)
    {
        var changes = new (int, FactValue)[Below(Chance(80) ? 8 : 80)];
        for (var i = 0; i < changes.Length; i++)
        {
            var fact = schema.Partition is { } partition && Chance(25) ? partition : One(schema.Facts);
            changes[i] = (Below(count), new FactValue(fact, Chance(20) ? fact.Unstated : Value(fact, _usual[schema.Facts.IndexOf(fact)])));
        }

        return [.. changes];
    }

    private Condition Condition(int depth)
    {
        Nodes++;
        if (depth == 0 || Chance(35))
        {
            return Simple(depth);
        }

        return Below(7) switch
        {
            0 => !Condition(depth - 1),
            1 => new Negation(Condition(depth - 1)),
            2 => Domain.Facts.Condition.Any(Several(depth)),
            3 => new AnyOf(Several(depth)),
            4 => Domain.Facts.Condition.All(Several(depth)),
            5 => Condition(depth - 1) & Condition(depth - 1),
            _ => new AllOf(Several(depth)),
        };
    }

    private Condition[] Several(int depth) => [.. Enumerable.Range(0, Chance(5) ? 0 : 1 + Below(4)).Select(_ => Condition(depth - 1))];

    private Condition Simple(int depth)
    {
        var kind = Below(100);
        if (kind < 18 && TakeFlag() is { } flag)
        {
            return Below(8) switch { < 4 => flag, 4 => !flag, 5 => flag.IsStated, 6 => flag.OrElse(true), _ => flag.OrElse(false) };
        }

        if (kind < 38 && TakeChoice() is { } choice)
        {
            var values = choice.Values.Where(value => value != 0 && Chance(40)).ToList();
            return values.Count > 0 && Chance(90) ? new ChoiceIn(choice, values) : choice.IsStated;
        }

        if (kind < 41 && !shape.ReadsEachFactOnce)
        {
            var number = One(_numbers);
            return Domain.Facts.Condition.Custom("third", ($"{number.Id}可被三整除", $"{number.Id} divides by three"), source => source.Read(number) % 3 == 0);
        }

        return kind >= 43 && Number(depth) is { } left
            ? Chance(10) ? left.IsStated : Chance(15) ? CompareTwo(left, depth) : Compare(left)
            : Chance(50) ? Domain.Facts.Condition.Always : Domain.Facts.Condition.Never;
    }

    private Comparison CompareTwo(NumberExpression left, int depth)
    {
        try
        {
            return Number(depth) is not { } right ? Compare(left) : Below(5) switch
            {
                0 => left > right,
                1 => left >= right + One([0m, 1m, 10m]),
                2 => left < right,
                3 => left <= right - 1,
                _ => left.Is(right),
            };
        }
        catch (ArgumentException)
        {
            return Compare(left);
        }
    }

    /// <summary>Compares with a limit on, beside, between or far from the values that occur.</summary>
    private Comparison Compare(NumberExpression left)
    {
        var unit = 1 / ReferenceGrader.PowerOfTen(left.Decimals);
        var near = ReferenceGrader.ValueOf(left, One(_pool)) ?? 0;
        var limit = Below(12) switch
        {
            < 5 => near,
            5 => near + unit,
            6 => near - unit,
            7 => near + unit / 2,
            8 => near - unit / 3,
            9 => left.Least / ReferenceGrader.PowerOfTen(left.Decimals) - unit * Below(2),
            10 => left.Most / ReferenceGrader.PowerOfTen(left.Decimals) + unit * Below(2),
            _ => Chance(50) ? 1_000_000_000_000_000 : -1_000_000_000_000_000,
        };
        return new Comparison(left, (ComparisonOperator)(1 + Below(5)), Math.Clamp(limit, -1_000_000_000_000_000, 1_000_000_000_000_000));
    }

    /// <summary>An expression, or null when every fact is taken.</summary>
    private NumberExpression? Number(int depth)
    {
        Nodes++;
        if (depth == 0 || Chance(60))
        {
            return TakeNumber();
        }

        var kind = Below(13);
        if (kind == 0)
        {
            return new Score(Cases(depth));
        }

        if (Number(depth - 1) is not { } first)
        {
            return null;
        }

        if (kind == 1)
        {
            return first.Named(("具名", "named"));
        }

        try
        {
            return kind switch
            {
                2 => first * One([2m, -1m, 0m, 0.5m, -0.25m, 10m, 1.5m]),
                3 => Number(depth - 1) is { } second ? first + second : first,
                4 or 5 => new SumOf([first, .. Others(depth)]),
                6 => new LargestOf([first, .. Others(depth)]),
                8 => first.OrElse(One([0m, 1m, -1m, 0.5m, 100m])),
                9 => Number(depth - 1) is { } other ? first - other : -first,
                10 => One([100m, 0m, -2.5m]) - first,
                11 => first / One([2m, -4m, 10m]) + 1,
                12 => Chance(50) ? new LargestOf(first, NumberExpression.Constant(10)) : new SmallestOf(NumberExpression.Constant(-0.5m), first),
                _ => new SmallestOf([first, .. Others(depth)]),
            };
        }
        catch (ArgumentException)
        {
            // It could grow out of range; the library refuses that, and a part of it will do.
            return first;
        }
    }

    private NumberExpression[] Others(int depth) =>
        [.. Enumerable.Range(0, Below(3)).Select(_ => Number(depth - 1)).OfType<NumberExpression>()];

    private ScoreCase[] Cases(int depth) => [.. Enumerable.Range(0, 1 + Below(4)).Select(_ =>
        new ScoreCase(Condition(depth - 1), One([1m, 2m, 0.5m, 0.25m, -1m, 0m, 3m, 100m, 0.000001m, 12.5m])))];

    private NumberFact? TakeNumber() => Take(_numbers);

    private FlagFact? TakeFlag() => Take(_flags);

    private IChoiceFact? TakeChoice() => Take(_choices);

    private T? Take<T>(List<T> facts) where T : class
    {
        if (facts.Count == 0)
        {
            return null;
        }

        var taken = One(facts);
        if (shape.ReadsEachFactOnce)
        {
            facts.Remove(taken);
        }

        return taken;
    }

    private string NextId(string kind) => $"{kind}-{++_clause}";

    private bool Chance(int percent) => pcg.Next(100) < percent;

    private int Below(int limit) => (int)pcg.Next((uint)limit);

    private long Between(long least, long most) => least + (long)pcg.Next64((ulong)(most - least) + 1);

    private T One<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
