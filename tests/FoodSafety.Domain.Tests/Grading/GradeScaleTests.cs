using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using static FoodSafety.Domain.Tests.Grading.GradingSamples;

namespace FoodSafety.Domain.Tests.Grading;

public class GradeScaleTests
{
    private enum Many;

    [Fact]
    public void StrictnessOf_FollowsTheOrderWritten_NotTheEnum()
    {
        Assert.Equal([0, 1, 2], Scale.MildestFirst.Select(Scale.StrictnessOf));
        Assert.Equal([Star.Three, Star.Two, Star.One], Scale.MildestFirst);
        Assert.Equal(("三星", "one star"), (Scale.NameOf(Star.Three).Chinese, Scale.NameOf(Star.One).English));
    }

    [Theory]
    [InlineData(Star.Three, 1, Star.Two)]
    [InlineData(Star.Three, 2, Star.One)]
    [InlineData(Star.Three, 3, Star.One)]
    [InlineData(Star.Two, -1, Star.Three)]
    [InlineData(Star.Two, -2, Star.Three)]
    [InlineData(Star.Two, 0, Star.Two)]
    [InlineData(Star.Two, int.MaxValue, Star.One)]
    [InlineData(Star.Two, int.MinValue, Star.Three)]
    public void Move_StopsAtEitherEnd(Star from, int steps, Star to) => Assert.Equal(to, Scale.Move(from, steps));

    [Fact]
    public void GradeOutsideTheScale_IsRefused()
    {
        Assert.False(Scale.Contains(Star.None));
        Assert.Equal(
            "Allowed: Three, Two, One. (Parameter 'grade')\nActual value was None.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Scale.StrictnessOf(Star.None)).Message.ReplaceLineEndings("\n"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scale.NameOf(Star.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scale.Move(Star.None, 1));
    }

    [Fact]
    public void Constructor_NoGradeTwiceTheSameOrTooMany_IsRefused()
    {
        Assert.Equal(
            "A scale has 1 to 64 grades, not 0. (Parameter 'mildestFirst')",
            Assert.Throws<ArgumentException>(() => new GradeScale<Star>()).Message);
        Assert.Equal(
            "The grade One stands twice in the scale. (Parameter 'mildestFirst')",
            Assert.Throws<ArgumentException>(() => new GradeScale<Star>((Star.One, default), (Star.Two, default), (Star.One, default))).Message);
        Assert.Equal(64, ScaleOf(64).Count);
        Assert.Throws<ArgumentException>(() => ScaleOf(65));

        static GradeScale<Many> ScaleOf(int grades) =>
            new([.. Enumerable.Range(0, grades).Select(i => ((Many)i, new BilingualText($"{i}", $"{i}")))]);
    }
}
