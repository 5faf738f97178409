namespace FoodSafety.Domain.Tests.Laws;

/// <summary>How many cases a law is tried on: as many as a build has time for, or as many as <c>LAW_CASES</c> asks for before a change is trusted.</summary>
internal static class LawCases
{
    public static int Usually(int cases) =>
        int.TryParse(Environment.GetEnvironmentVariable("LAW_CASES"), out var asked) ? asked : cases;
}
