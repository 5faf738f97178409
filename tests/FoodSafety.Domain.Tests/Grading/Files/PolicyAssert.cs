using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Grading.Files;

internal static class PolicyAssert
{
    /// <summary>Equal in every part: what clauses say, in their order, conditions by structure, citations to the letter of their urls.</summary>
    public static void Same<TGrade>(GradingPolicy<TGrade> expected, GradingPolicy<TGrade> actual) where TGrade : struct, Enum
    {
        Assert.Equal((expected.Id, expected.Version, expected.Title), (actual.Id, actual.Version, actual.Title));
        Assert.Equal((expected.From, expected.Until), (actual.From, actual.Until));
        Assert.Equal(expected.Scale.MildestFirst, actual.Scale.MildestFirst);
        Assert.Equal(expected.Scale.MildestFirst.Select(expected.Scale.NameOf), actual.Scale.MildestFirst.Select(actual.Scale.NameOf));
        Assert.Equal(expected.NotGraded, actual.NotGraded);
        Assert.Equal(expected.Rules, actual.Rules);
        Assert.Equal(expected.Otherwise, actual.Otherwise);
        Assert.Equal(expected.Adjustments, actual.Adjustments);
        Assert.Equal(expected.Facts, actual.Facts);
        Assert.Equal(expected.Fixed, actual.Fixed);
        Assert.Equal(expected.RightlyMilder, actual.RightlyMilder);
        Assert.Equal(Urls(expected), Urls(actual));
    }

    private static IEnumerable<string?> Urls<TGrade>(GradingPolicy<TGrade> policy) where TGrade : struct, Enum =>
        policy.Clauses.Concat(policy.Adjustments).Select(clause => clause.Basis.Url?.OriginalString);
}
