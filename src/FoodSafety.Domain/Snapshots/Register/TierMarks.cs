using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Snapshots;

/// <summary>The tiers of all rows as one text, a letter a row, so that tiers graded again can be compared with those that were saved.</summary>
internal static class TierMarks
{
    private const char None = '-';

    public static string Of(GradeSheet<Tier> grades, int count) => string.Create(count, grades, static (marks, grades) =>
    {
        for (var row = 0; row < marks.Length; row++)
        {
            marks[row] = MarkOf(grades, row);
        }
    });

    public static BilingualText? FindDifference(GradeSheet<Tier> grades, BusinessRegister register, string marks)
    {
        if (marks.Length != register.Count)
        {
            return ($"有 {marks.Length} 个等级，而主体有 {register.Count} 家", $"there are {marks.Length} tiers and {register.Count} businesses");
        }

        for (var row = 0; row < marks.Length; row++)
        {
            if (MarkOf(grades, row) is var graded && graded != marks[row])
            {
                return (
                    $"{register.IdAt(row)} 记为“{marks[row]}”，按标准为“{graded}”",
                    $"{register.IdAt(row)} is stated as '{marks[row]}' and is '{graded}' by the policy");
            }
        }

        return null;
    }

    private static char MarkOf(GradeSheet<Tier> grades, int row) => grades[row] is { State: GradingState.Graded } decision ? decision.Grade.ToString()[0] : None;
}
