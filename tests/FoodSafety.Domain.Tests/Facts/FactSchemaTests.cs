using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using static FoodSafety.Domain.Tests.Facts.FactSamples;

namespace FoodSafety.Domain.Tests.Facts;

public class FactSchemaTests
{
    [Fact]
    public void Constructor_TwoFactsOfOneKey_AreRefused() => Assert.Equal(
        "'diners' is declared in two ways: 'diners' (a number in people, 0 to 1,000 with at most 0 decimals); and 'dining' (a flag).",
        Assert.Throws<ArgumentException>(() => new FactSchema([Diners, new FlagFact("diners", ("用餐", "dining"))])).Message);

    [Fact]
    public void Constructor_ForeignKindOfFact_IsRefused()
    {
        Assert.Equal(
            "'foreign' is neither a number, a flag nor a choice. (Parameter 'facts')",
            Assert.Throws<ArgumentException>(() => new FactSchema([new Foreign()])).Message);
        Assert.Throws<ArgumentException>(() => new FactSchema([null!]));
    }

    [Fact]
    public void Constructor_PartitionOutsideTheFacts_IsRefused() => Assert.Equal(
        "The partition 'kind' is not among the facts. (Parameter 'partition')",
        Assert.Throws<ArgumentException>(() => new FactSchema([Diners], Kinds)).Message);

    [Fact]
    public void With_MoreFacts_KeepsOrderAndPartition()
    {
        var more = new FlagFact("more", ("更多", "more"));
        var schema = Schema.With(more);

        Assert.Equal([.. Schema.Facts, more], schema.Facts);
        Assert.Same(Kinds, schema.Partition);
        Assert.True(schema.Contains(more));
        Assert.False(Schema.Contains(more));
        Assert.Throws<ArgumentException>(() => Schema.With(Diners));
    }

    [Fact]
    public void Find_IsByKey()
    {
        Assert.Same(Revenue, Schema.Find("revenue"));
        Assert.Null(Schema.Find("Revenue"));
    }

    private sealed class Foreign : IFact
    {
        public string Id => "foreign";

        public BilingualText Name => ("外来", "foreign");

        public bool IsFixed => false;

        public Condition IsStated => Condition.Never;

        public long Unstated => 0;

        public BilingualText Show(long stored) => Name;
    }
}
