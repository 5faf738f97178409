using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Grading;

/// <summary>The words of the file format that stand for enums and forms, in one place for reading and writing.</summary>
internal static class PolicyWords
{
    public static readonly string[] Conditions = ["fact", "number", "flag", "all", "any", "not", "custom"];

    public static readonly string[] Numbers = ["fact", "sum", "largest", "smallest", "multiply", "score"];

    public static readonly string[] Operators = ["atLeast", "moreThan", "atMost", "lessThan", "equals"];

    public static readonly string[] Standings = ["official-text", "government-notice", "press-report", "second-hand", "unconfirmed"];

    public static string Of(ComparisonOperator value) => Operators[(int)value - 1];

    public static string Of(SourceStanding value) => Standings[(int)value - 1];

    public static ComparisonOperator OperatorOf(string word) => (ComparisonOperator)(Array.IndexOf(Operators, word) + 1);

    /// <summary>The standing of a word, or 0.</summary>
    public static SourceStanding StandingOf(string word) => (SourceStanding)(Array.IndexOf(Standings, word) + 1);
}
