using CsCheck;
using FoodSafety.Domain.Facts;
using static FoodSafety.Domain.Tests.Facts.FactSamples;

namespace FoodSafety.Domain.Tests.Facts;

public class FactRecordTests
{
    [Fact]
    public void Read_UnstatedFact_IsNoValue()
    {
        Assert.Null(Diners.In(FactRecord.Empty));
        Assert.Null(Chain.In(FactRecord.Empty));
        Assert.Equal(default, Kinds.In(FactRecord.Empty));
        Assert.Equal((long.MinValue, long.MinValue, 0), (FactRecord.Empty.Read(Diners), FactRecord.Empty.Read(Chain), FactRecord.Empty.Read(Kinds)));
        Assert.True(FactRecord.Empty.IsEmpty);
    }

    [Fact]
    public void Constructor_FactStatedTwice_TakesTheLast() =>
        Assert.Equal(2, Diners.In(new FactRecord(Diners.Of(1), Diners.Of(2))));

    [Fact]
    public void With_ChangesTheCopyAlone()
    {
        var record = new FactRecord(Diners.Of(1), Chain.Of(true));
        var changed = record.With(Diners.Of(2));

        Assert.Equal((1m, 2m), (Diners.In(record), Diners.In(changed)));
        Assert.Equal([Chain.Of(true), Diners.Of(2)], changed.Values);
    }

    [Fact]
    public void Equals_SameStatements_IsEqual()
    {
        var record = new FactRecord(Diners.Of(1), Chain.Of(true));

        Assert.Equal(record, new FactRecord(Chain.Of(true), Diners.Of(1)));
        Assert.Equal(record.GetHashCode(), new FactRecord(Chain.Of(true), Diners.Of(1)).GetHashCode());
        Assert.NotEqual(record, record.With(Diners.Of(2)));
        Assert.NotEqual(record, record.With(Revenue.Of(0)));
        Assert.False(record.Equals(null));
    }

    /// <summary>In whatever order facts are stated, at once or after one another, a record is what a dictionary of them is.</summary>
    [Fact]
    public void AnyStatements_InAnyOrder_AreThoseOfADictionary()
    {
        // Two of one key, declared alike, are one fact.
        NumberFact[] facts = [.. "c a b a d e e".Split(' ').Select(id => new NumberFact(id, ("数", id), ("", "")))];
        Gen.Select(Gen.Int[0, facts.Length - 1], Gen.Int[0, 3]).Array[0, 12].Sample(statements =>
        {
            var expected = new Dictionary<IFact, long>();
            foreach (var (fact, value) in statements)
            {
                expected[facts[fact]] = value;
            }

            var atOnce = new FactRecord([.. statements.Select(stated => facts[stated.Item1].Of(stated.Item2))]);
            var oneByOne = statements.Aggregate(FactRecord.Empty, (record, stated) => record.With(facts[stated.Item1].Of(stated.Item2)));
            var shuffled = new FactRecord([.. expected.OrderBy(stated => stated.Value).Select(stated => ((NumberFact)stated.Key).Of(stated.Value))]);
            Assert.All(facts, fact => Assert.Equal(expected.TryGetValue(fact, out var value) ? value : fact.Unstated, atOnce.Read(fact)));
            Assert.Equal(expected.Keys.Select(fact => fact.Id).Order(StringComparer.Ordinal), atOnce.Values.Select(stated => stated.Fact!.Id));
            Assert.All([oneByOne, shuffled], other => Assert.Equal((true, atOnce.GetHashCode()), (atOnce.Equals(other), other.GetHashCode())));
            Assert.False(atOnce.Equals(atOnce.With(facts[0].Of(9))));
        });
    }

    [Fact]
    public void DefaultFactValue_IsRefused() => Assert.Equal(
        "The default FactValue names no fact; make one with fact.Of(value).",
        Assert.Throws<ArgumentException>(() => new FactRecord(default(FactValue))).Message);

    [Fact]
    public void Read_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => FactRecord.Empty.Read(null!));
}
