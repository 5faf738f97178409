using FoodSafety.Domain.Facts;
using static FoodSafety.Domain.Tests.Facts.FactSamples;

namespace FoodSafety.Domain.Tests.Facts;

/// <summary>Conditions and numbers that grow without end: each is refused where it is built, or costs what it is long.</summary>
public class ExpressionLimitsTests
{
    private static readonly FlagFact A = new("a", ("甲", "a"));
    private static readonly FlagFact B = new("b", ("乙", "b"));

    public static TheoryData<string> WaysToNest => ["not", "all of any", "multiple", "score", "smallest of largest", "named", "comparison of score"];

    [Theory]
    [MemberData(nameof(WaysToNest))]
    public void New_NestedSixtyFourDeep_IsBuiltAndOneDeeperIsRefused(string way)
    {
        object expression = way is "not" or "all of any" or "score" or "comparison of score" ? A : Diners;
        var depth = 1;
        while (depth + Step(way) <= 64)
        {
            expression = Deeper(way, expression, depth);
            depth += Step(way);
        }

        Assert.NotEmpty($"{expression}");
        Assert.Equal(expression.GetHashCode(), expression.GetHashCode());
        var refused = Assert.Throws<ArgumentException>(() => Deeper(way, Deeper(way, expression, depth), depth + 1));
        Assert.Contains("deep; allowed are 64", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_TwentyThousandAlternating_IsRefusedAtTheSixtyFifth()
    {
        Condition condition = A;
        var built = 0;
        var refused = Assert.Throws<ArgumentException>(() =>
        {
            for (; built < 20_000; built++)
            {
                condition = built % 2 == 0 ? condition & B : condition | B;
            }
        });
        Assert.Equal(63, built);
        Assert.Contains("nested 65 deep", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000)]
    public void New_AsManyPartsAsAllowed_IsBuiltAndOneMoreIsRefused(int most)
    {
        var parts = Enumerable.Repeat<Condition>(A, most - 1).ToArray();
        Assert.Equal(most - 1, new AnyOf(parts).Parts.Length);
        Assert.Contains("100,001 parts; allowed are 100,000", Assert.Throws<ArgumentException>(() => new AnyOf([.. parts, B])).Message, StringComparison.Ordinal);
        Assert.Contains("100,001 parts", Assert.Throws<ArgumentException>(() => new AnyOf(parts) | B).Message, StringComparison.Ordinal);
        Assert.Contains("100,001 parts", Assert.Throws<ArgumentException>(() => new Negation(new AnyOf(parts))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SumOf([.. Enumerable.Repeat<NumberExpression>(new NumberFact("n", default, default, maximum: 1), most)]));
        Assert.Throws<ArgumentException>(() => new Score([.. Enumerable.Repeat<ScoreCase>((A, 1), most)]));
    }

    [Fact]
    public void New_SharedPartsThatDoubleEachTime_AreCountedWrittenOut()
    {
        Condition condition = A;
        var built = 0;
        Assert.Contains("parts; allowed are 100,000", Assert.Throws<ArgumentException>(() =>
        {
            for (; built < 60; built++)
            {
                condition = (condition & A) | (condition & B);
            }
        }).Message, StringComparison.Ordinal);
        Assert.InRange(built, 12, 17);
        Assert.True(condition.Holds(new FactRecord(A.Of(true))));

        Condition joined = A | B;
        Assert.Throws<ArgumentException>(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                joined |= joined;
            }
        });
    }

    [Fact]
    public void Join_EmptyOnesAndOnesOfOnePart_NeverPileUp()
    {
        Condition nothing = new AnyOf();
        Condition single = A;
        for (var i = 0; i < 20_000; i++)
        {
            nothing |= nothing;
            single = new AnyOf(single);
        }

        Assert.Equal(new AnyOf(), nothing);
        Assert.Equal(new AnyOf(A), single);
        Assert.Equal(new AnyOf(A, B), nothing | single | nothing | B);
    }

    public static TheoryData<string> WaysToJoin => ["after", "before", "two", "sum", "largest", "smallest"];

    [Theory]
    [MemberData(nameof(WaysToJoin))]
    public void Join_OneByOne_GivesWhatJoiningAtOnceGivesForMemoryThatGrowsAsTheNumber(string way)
    {
        Joined(way, 10);
        var (small, bytes) = Measured(() => Joined(way, 2_000));
        var (large, moreBytes) = Measured(() => Joined(way, 20_000));

        Assert.Equal(small, JoinedAtOnce(way, 2_000));
        Assert.Equal(large, JoinedAtOnce(way, 20_000));
        Assert.InRange(moreBytes, bytes, bytes * 15);
    }

    [Fact]
    public void Text_AsLongAsAllowed_IsWholeAndOneCharacterMoreIsCutAndSaysSo()
    {
        // 10,000 characters in English with the words between the parts, and one more.
        Condition whole = Condition.All(Named("one", 4_000), Named("two", 4_000), Named("three", 10_000 - 8_000 - 2 * " and ".Length));
        Condition longer = Condition.All(Named("one", 4_000), Named("two", 4_000), Named("three", 10_001 - 8_000 - 2 * " and ".Length));

        Assert.Equal(10_000, whole.Text.English.Length);
        Assert.DoesNotContain("cut here", whole.Text.English, StringComparison.Ordinal);
        Assert.Equal(whole.Text.English + " … (cut here; the whole has 4 parts)", longer.Text.English);
        Assert.Equal(longer.Text.English, $"{longer}");
        var all = Condition.All(Named("one", 4_000), Named("two", 4_000), Named("three", 4_000)).Text;
        Assert.EndsWith("长……（全文过长，在此截断；共 4 项）", all.Chinese, StringComparison.Ordinal);

        static Condition Named(string id, int length) => Condition.Custom(id, (new string('长', length), new string('x', length)), _ => true);
    }

    [Fact]
    public void Text_CutInsideASurrogatePair_CanBeEncoded()
    {
        var text = Condition.All([.. Enumerable.Range(0, 6).Select(i => Condition.Custom($"long-{i}", (string.Concat(Enumerable.Repeat("𠮷", 2_000)), "y"), _ => true))]).Text;
        Assert.InRange(text.Chinese.IndexOf('…', StringComparison.Ordinal), 9_999, 10_000);
        Assert.NotEmpty(new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text.Chinese));
    }

    [Fact]
    public void Text_OfNestedParts_CostsWhatItIsLong()
    {
        Condition condition = A;
        for (var i = 0; i < 63; i++)
        {
            condition = new Negation(condition);
        }

        var (text, bytes) = Measured(() => condition.Text);
        Assert.Equal(string.Concat(Enumerable.Repeat("not (", 63)) + "a" + new string(')', 63), text.English);
        Assert.Equal(string.Concat(Enumerable.Repeat("非(", 63)) + "甲" + new string(')', 63), text.Chinese);
        Assert.InRange(bytes, 0, 30_000);

        Condition wide = A;
        for (var i = 0; i < 14; i++)
        {
            wide = (wide & A) | (wide & B);
        }

        Assert.EndsWith("parts)", wide.ToString(), StringComparison.Ordinal);
        Assert.InRange(wide.ToString().Length, 10_000, 10_100);
        Assert.InRange(Measured(() => wide.Text).Bytes, 0, 500_000);
    }

    [Fact]
    public void SumOf_PartsThatCancelOut_AreRefusedAddedOneByOneAsAtOnce()
    {
        var wide = new NumberFact("wide", ("", "wide"), default, minimum: 0, maximum: 3_000_000_000_000_000_000);
        var less = wide * -1;
        Assert.Throws<ArgumentException>(() => new SumOf(wide, less, wide));
        Assert.Throws<ArgumentException>(() => wide + less + wide);
        Assert.Throws<ArgumentException>(() => new LargestOf(new LargestOf(wide, Diners), new NumberFact("fine", default, default, decimals: 1)));
    }

    private static int Step(string way) => way switch
    {
        "all of any" or "smallest of largest" => 2,
        "comparison of score" => 2,
        _ => 1,
    };

    private static object Deeper(string way, object inner, int depth) => way switch
    {
        "not" => new Negation((Condition)inner),
        "all of any" => new AllOf(new AnyOf((Condition)inner, A), B),
        "multiple" => ((NumberExpression)inner) * 1,
        "score" => depth % 2 == 1 ? new Score(((Condition)inner, 1)) : new Comparison((NumberExpression)inner, ComparisonOperator.AtLeast, 1),
        "smallest of largest" => new SmallestOf(new LargestOf((NumberExpression)inner, Diners), Diners),
        "named" => ((NumberExpression)inner).Named(("名", "name")),
        _ => new Score(((Condition)inner, 1)) >= 1,
    };

    private static object Joined(string way, int count)
    {
        Condition condition = A;
        NumberExpression number = Small;
        for (var i = 1; i < count; i++)
        {
            (condition, number) = way switch
            {
                "after" => (condition | B, number),
                "before" => (B | condition, number),
                "two" => (condition & (A & B), number),
                "sum" => (condition, number + Small),
                "largest" => (condition, new LargestOf(number, Small)),
                _ => (condition, new SmallestOf(Small, number)),
            };
        }

        return way is "after" or "before" or "two" ? condition : number;
    }

    private static readonly NumberFact Small = new("small", ("小", "small"), default, maximum: 10);

    private static object JoinedAtOnce(string way, int count) => way switch
    {
        "after" => new AnyOf([A, .. Enumerable.Repeat(B, count - 1)]),
        "before" => new AnyOf([.. Enumerable.Repeat(B, count - 1), A]),
        "two" => new AllOf([A, .. Enumerable.Range(1, count - 1).SelectMany(_ => new[] { A, B })]),
        "sum" => new SumOf([.. Enumerable.Repeat(Small, count)]),
        "largest" => new LargestOf([.. Enumerable.Repeat(Small, count)]),
        _ => new SmallestOf([.. Enumerable.Repeat(Small, count)]),
    };

    private static (T Made, long Bytes) Measured<T>(Func<T> make)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var made = make();
        return (made, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
