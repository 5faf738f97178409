using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>The words of the file format that stand for enums and forms, in one place for reading and writing.</summary>
internal static class PolicyWords
{
    public static readonly string[] Conditions = ["fact", "number", "flag", "all", "any", "not", "custom"];

    public static readonly string[] Numbers = ["fact", "sum", "largest", "smallest", "multiply", "score"];

    public static readonly string[] Operators = ["atLeast", "moreThan", "atMost", "lessThan", "equals"];

    public static string Of(ComparisonOperator value) => Operators[(int)value - 1];

    public static ComparisonOperator OperatorOf(string word) => (ComparisonOperator)(Array.IndexOf(Operators, word) + 1);
}
