namespace FoodSafety.Domain.Inspections;

/// <summary>The words of checklist files that stand for enums, in one place for reading and writing.</summary>
internal static class ChecklistWords
{
    public static readonly string[] Kinds = ["cadre-visit", "routine", "unannounced", "system", "oversight"];

    public static readonly string[] Severities = ["general", "key"];

    public static string Of(InspectionKind value) => Kinds[(int)value - 1];

    public static string Of(FindingSeverity value) => Severities[(int)value - 1];

    /// <summary>The kind of a word, or 0.</summary>
    public static InspectionKind KindOf(string word) => (InspectionKind)(Array.IndexOf(Kinds, word) + 1);

    /// <summary>The severity of a word, or 0.</summary>
    public static FindingSeverity SeverityOf(string word) => (FindingSeverity)(Array.IndexOf(Severities, word) + 1);
}
