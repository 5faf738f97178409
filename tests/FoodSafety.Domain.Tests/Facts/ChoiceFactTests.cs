using FoodSafety.Domain.Facts;
using static FoodSafety.Domain.Tests.Facts.FactSamples;

namespace FoodSafety.Domain.Tests.Facts;

public class ChoiceFactTests
{
    private enum Negative { Minus = -1 }

    private enum TooLarge { Large = 256 }

    private enum Huge : ulong { Largest = ulong.MaxValue }

    private enum Wide : long { One = 1, Last = 255 }

    private enum Signed : sbyte { Low = 1, High = 127 }

    private enum Stated { Nothing = 0, Something = 1 }

    [Fact]
    public void Values_AreThoseOfTheEnumAndNotStated() => Assert.Equal([0, 1, 2, 255], Kinds.Values);

    [Fact]
    public void Of_EveryValueAndTheDefault_ReadsBack()
    {
        foreach (var kind in (Kind[])[default, Kind.Shop, Kind.Canteen, Kind.Last])
        {
            Assert.Equal(kind, Kinds.In(new FactRecord(Kinds.Of(kind))));
            Assert.Equal((long)kind, Kinds.Of(kind).Stored);
        }

        Assert.Equal(default, Kinds.In(FactRecord.Empty));
    }

    [Fact]
    public void Of_EnumsOfEveryWidth_ReadsBack()
    {
        var wide = new ChoiceFact<Wide>("wide", ("宽", "wide"));
        var signed = new ChoiceFact<Signed>("signed", ("符号", "signed"));

        Assert.Equal(Wide.Last, wide.In(new FactRecord(wide.Of(Wide.Last))));
        Assert.Equal(Signed.High, signed.In(new FactRecord(signed.Of(Signed.High))));
        Assert.Throws<ArgumentOutOfRangeException>(() => wide.Of((Wide)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => signed.Of((Signed)(-1)));
    }

    [Fact]
    public void Of_ValueOutsideTheEnum_SaysWhatIsAllowed() => Assert.Equal(
        "'kind' allows: not-stated, Shop, Canteen, last-of-all. (Parameter 'value')\nActual value was 3.",
        Assert.Throws<ArgumentOutOfRangeException>(() => Kinds.Of((Kind)3)).Message.ReplaceLineEndings("\n"));

    [Fact]
    public void Show_KnownAndUnknownNumbers_IsTheNameOrTheNumber()
    {
        Assert.Equal(("商店", "shop"), (Kinds.Show(1).Chinese, Kinds.Show(1).English));
        Assert.Equal("not stated", Kinds.Show(0).English);
        Assert.Equal("7", Kinds.Show(7).English);
        Assert.Equal("-9223372036854775808", Kinds.Show(long.MinValue).English);
    }

    [Fact]
    public void Show_EnumThatNamesZero_TakesItsName() =>
        Assert.Equal("Nothing", new ChoiceFact<Stated>("stated", ("填写", "stated")).Show(0).English);

    [Fact]
    public void CodeOf_IsTheStableKey()
    {
        Assert.Equal("last-of-all", Kinds.CodeOf(255));
        Assert.Equal("not-stated", Kinds.CodeOf(0));
        Assert.Equal(
            "'kind' has the values 0, 1, 2, 255. (Parameter 'stored')\nActual value was 3.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Kinds.CodeOf(3)).Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Constructor_ValueOutsideAByte_IsRefused()
    {
        Assert.Equal(
            "Negative.Minus is -1; a choice stores 0 to 255. (Parameter 'id')",
            Assert.Throws<ArgumentException>(() => new ChoiceFact<Negative>("n", ("数", "n"))).Message);
        Assert.Throws<ArgumentException>(() => new ChoiceFact<TooLarge>("n", ("数", "n")));
        Assert.Throws<ArgumentException>(() => new ChoiceFact<Huge>("n", ("数", "n")));
    }

    [Fact]
    public void Is_NoValueOrAnUnknownOne_IsRefused()
    {
        Assert.Equal(
            "'kind' is asked for no value at all; use Condition.Never for that. (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => Kinds.Is()).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Kinds.Is((Kind)3));
        Assert.Equal(
            "'kind' cannot be 3. Allowed: 0, 1, 2, 255. (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => new ChoiceIn(Kinds, [1, 3])).Message);
    }

    [Fact]
    public void Is_SomeValues_HoldsOfThemAlone()
    {
        var condition = Kinds.Is(Kind.Last, Kind.Shop, Kind.Last);

        Assert.Equal([1, 255], condition.Values);
        Assert.Equal([1, 255], Enumerable.Range(-1, 300).Where(stored => condition.Contains(stored)));
        Assert.True(condition.Holds(new FactRecord(Kinds.Of(Kind.Shop))));
        Assert.False(condition.Holds(FactRecord.Empty));
        Assert.True((!Kinds.IsStated).Holds(FactRecord.Empty));
    }

    [Fact]
    public void FlagFact_IsAFactAndACondition()
    {
        Assert.True(Chain.In(new FactRecord(Chain.Of(true))));
        Assert.False(Chain.Holds(FactRecord.Empty));
        Assert.Equal(("是", "no"), (Chain.Show(1).Chinese, Chain.Show(0).English));
        Assert.Equal("chain = yes", Chain.Of(true).ToString());
    }
}
