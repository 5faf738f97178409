using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Languages;

public class EnumNamesTests
{
    private enum Complaint
    {
        [BilingualName("已受理", "accepted")]
        Accepted = 1,

        [BilingualName("已办结", "settled")]
        Settled = 300,
    }

    [BilingualNameOfNone("未评", "not rated")]
    private enum Rating : byte
    {
        [BilingualName("满意", "content")]
        Content = 1,
    }

    private enum Forgotten
    {
        [BilingualName("甲", "first")]
        First = 1,

        Second = 2,
    }

    private enum HalfNamed
    {
        [BilingualName("甲", " ")]
        First = 1,
    }

    [Fact]
    public void Name_OfAnEnumOfOnesOwn_IsWhatStandsBesideTheValue()
    {
        Assert.Equal(("已受理", "accepted"), Complaint.Accepted.Name());
        Assert.Equal(("已办结", "settled"), Complaint.Settled.Name());
        Assert.Equal(("满意", "content"), Rating.Content.Name());
    }

    [Fact]
    public void Name_OfZero_IsThatOfNoneOrRefused()
    {
        Assert.Equal(("未评", "not rated"), default(Rating).Name());
        Assert.Equal(("未填报", "Not stated"), default(BusinessType).Name());
        Assert.Equal(
            "Allowed: 1 (Accepted), 300 (Settled). (Parameter 'value')\nActual value was 0.",
            Assert.Throws<ArgumentOutOfRangeException>(() => default(Complaint).Name()).Message.ReplaceLineEndings("\n"));
        Assert.StartsWith("Allowed: 1 (Content), or 0 for not stated.", Assert.Throws<ArgumentOutOfRangeException>(() => ((Rating)9).Name()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_WhereAValueHasNone_TellsEnumAndValue()
    {
        const string Needed = "has no name in both languages. Needed beside each value: [BilingualName(\"名称\", \"name\")].";

        // The value that is named is refused too, so that the fault shows at once and always in the same words.
        Assert.Equal($"Forgotten.Second {Needed}", Assert.Throws<InvalidOperationException>(() => Forgotten.First.Name()).Message);
        Assert.Equal($"Forgotten.Second {Needed}", Assert.Throws<InvalidOperationException>(() => Forgotten.Second.Name()).Message);
        Assert.Equal($"HalfNamed.First {Needed}", Assert.Throws<InvalidOperationException>(() => HalfNamed.First.Name()).Message);
    }

    [Fact]
    public void Name_CalledAgain_AllocatesNothing()
    {
        _ = Tier.A.Name();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            _ = Tier.A.Name();
            _ = BusinessType.Restaurant.Name();
        }

        // What the runtime itself may take for compiling the loop again.
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000);
    }

    [Fact]
    public void Scale_OfGradesWithNames_TakesThemFromBesideTheValues()
    {
        var scale = GradeScale.Of(Complaint.Settled, Complaint.Accepted);

        Assert.Equal([Complaint.Settled, Complaint.Accepted], scale.MildestFirst);
        Assert.Equal(("已受理", "accepted"), scale.NameOf(Complaint.Accepted));
        Assert.Throws<InvalidOperationException>(() => GradeScale.Of(Forgotten.First));
    }
}
